import math

import pytest

from nnsearch.search.settings import Choices, Fixed, Range, as_json, can_be, is_searched, parse_setting
from nnsearch.search.study_file_errors import Problems
from nnsearch.training.hyperparameters import HYPERPARAMETERS


def parse(name, raw, scale="linear"):
    problems = Problems("x.toml")
    found = parse_setting(name, HYPERPARAMETERS[name], raw, scale, problems, "training", name)
    return found, problems.lines


@pytest.mark.parametrize(
    ("name", "raw", "setting"),
    [
        ("keep_prob", 1, Fixed(1.0)),
        ("batch_size", 64, Fixed(64)),
        ("optimizer", "adam", Fixed("adam")),
        ("batch_norm", True, Fixed(True)),
        ("clip_norm", False, Fixed(False)),
        ("l2", {"low": 1, "high": 2}, Range(1.0, 2.0, "linear")),
        ("l2", {"low": 1e-6, "high": 1, "scale": "log"}, Range(1e-6, 1.0, "log")),
        ("beta1", {"low": 0, "high": 0.9, "scale": "1-beta"}, Range(0.0, 0.9, "1-beta")),
        ("batch_size", {"low": 16, "high": 64}, Range(16, 64, "linear", integer=True)),
        ("batch_size", {"low": 16, "high": 64, "scale": "pow2"}, Range(16, 64, "pow2", integer=True)),
        ("batch_size", {"choices": [64, 32]}, Choices((64, 32))),
        ("batch_norm", {"choices": [True, False]}, Choices((True, False))),
        ("clip_norm", {"choices": [False, 1, 5.0]}, Choices((False, 1.0, 5.0))),
    ],
)
def test_a_valid_setting_is_read(name, raw, setting):
    found, problems = parse(name, raw)
    assert problems == []
    assert found == setting
    assert repr(found) == repr(setting)  # 1 and 1.0 are equal but not the same


@pytest.mark.parametrize(
    ("name", "raw", "line"),
    [
        ("keep_prob", 1.2, "keep_prob must be in (0, 1], got 1.2 (x.toml: training.keep_prob)"),
        ("beta1", 1.0, "beta1 must be in [0, 1), got 1.0 (x.toml: training.beta1)"),
        ("l2", math.nan, "l2 must be in [0, inf), got nan (x.toml: training.l2)"),
        ("l2", math.inf, "l2 must be in [0, inf), got inf (x.toml: training.l2)"),
        ("l2", True, "l2 must be a number in [0, inf), got true (x.toml: training.l2)"),
        ("l2", 1e39, "l2 must be at most 3.4e+38, got 1e+39 (x.toml: training.l2)"),
        ("batch_size", True, "batch_size must be a whole number in [1, inf), got true (x.toml: training.batch_size)"),
        ("batch_size", 2.0, "batch_size must be a whole number in [1, inf), got 2.0 (x.toml: training.batch_size)"),
        ("batch_norm", 1, "batch_norm must be true or false, got 1 (x.toml: training.batch_norm)"),
        ("clip_norm", True, "clip_norm must be a number in (0, inf) or false, got true (x.toml: training.clip_norm)"),
        (
            "l2",
            [0.1, 1],
            "l2 must be one value, or {choices = [...]} or {low = ..., high = ...} to search for it, got [0.1, 1] "
            "(x.toml: training.l2)",
        ),
        (
            "batch_norm",
            [True, False],
            "batch_norm must be one value, or {choices = [...]} to search for it, got [true, false] "
            "(x.toml: training.batch_norm)",
        ),
        (
            "l2",
            {"low": 1, "high": 3, "log": True},
            'unknown key log: here it is scale = "log" (x.toml: training.l2.log)',
        ),
        (
            "l2",
            {"low": 3, "high": 1},
            "low of l2 must be below high, got low 3 and high 1 (x.toml: training.l2)",
        ),
        (
            "l2",
            {"low": 3, "high": 3},
            "low of l2 must be below high, got 3 for both: write l2 = 3 (x.toml: training.l2)",
        ),
        (
            "l2",
            {"low": 0, "high": 3, "scale": "log"},
            'low of l2 must be > 0 on a log scale, got 0: raise low or write scale = "linear" '
            "(x.toml: training.l2.low)",
        ),
        (
            "keep_prob",
            {"low": 0.5, "high": 1, "scale": "1-beta"},
            "high of keep_prob must be < 1 on a 1-beta scale, got 1: "
            'lower high or write scale = "linear" (x.toml: training.keep_prob.high)',
        ),
        (
            "batch_size",
            {"low": 1, "high": 3, "scale": "1-beta"},
            'scale "1-beta" is not one for batch_size: valid: linear, log, pow2 (x.toml: training.batch_size.scale)',
        ),
        (
            "l2",
            {"low": 1, "hihg": 3},
            "unknown key hihg: did you mean 'high'? (valid: high, choices, low, scale) (x.toml: training.l2.hihg)",
        ),
        (
            "l2",
            {"low": 1},
            "l2 must have low and high, or choices, got {low = 1} (x.toml: training.l2)",
        ),
        (
            "l2",
            {"choices": [1, 2], "low": 1},
            "l2 must have either choices or low and high, got both (x.toml: training.l2.low)",
        ),
        ("l2", {"choices": []}, "choices of l2 must hold at least 2 values, got [] (x.toml: training.l2.choices)"),
        (
            "l2",
            {"choices": [1]},
            "choices of l2 must hold at least 2 values, got only 1: write l2 = 1 (x.toml: training.l2)",
        ),
        (
            "l2",
            {"choices": [1, 2, 1.0]},
            "choices of l2 must differ, got 1.0 twice (x.toml: training.l2.choices[3rd])",
        ),
        (
            "optimizer",
            {"choices": ["adam", "admm"]},
            "optimizer \"admm\" is unknown: did you mean 'adam'? (valid: adam, momentum, gradient_descent, rmsprop) "
            "(x.toml: training.optimizer.choices[2nd])",
        ),
        (
            "optimizer",
            {"low": 1, "high": 2},
            "optimizer must be a word or {choices = [...]}, got {low = 1, high = 2} (x.toml: training.optimizer)",
        ),
    ],
)
def test_a_wrong_setting_is_reported_with_rule_value_and_place(name, raw, line):
    found, problems = parse(name, raw)
    assert found is None
    assert problems == [line]


def test_ends_of_a_pow2_range_must_be_powers_of_two():
    _, problems = parse("batch_size", {"low": 16, "high": 100, "scale": "pow2"})
    rule = "high of batch_size must be a power of two on a pow2 scale, got 100: write 64 or 128"
    assert problems == [f"{rule} (x.toml: training.batch_size.high)"]


def test_only_powers_of_two_are_on_a_pow2_scale():
    found = Range(16, 64, "pow2", integer=True)
    assert [can_be(found, value) for value in (16, 32, 48, 64, 128)] == [True, True, False, True, False]


def test_both_ends_of_a_range_are_reported():
    _, problems = parse("beta1", {"low": -1, "high": 2})
    assert [line.split(",")[0] for line in problems] == ["low of beta1 must be in [0", "high of beta1 must be in [0"]


def test_a_range_without_a_scale_takes_the_one_given():
    assert parse("l2", {"low": 1, "high": 2}, "log")[0] == Range(1.0, 2.0, "log")


def test_a_huge_whole_number_is_refused_without_being_printed():
    _, problems = parse("l2", 1 << 40_000)
    assert problems == ["l2 must be at most 3.4e+38, got a whole number of 40001 bits (x.toml: training.l2)"]


def test_a_truth_value_is_never_a_number():
    assert not can_be(Range(0, 5, "linear", integer=True), True)
    assert not can_be(Choices((1, 2)), True)


def test_only_fixed_values_are_not_searched():
    assert [is_searched(s) for s in (Fixed(1), Range(1, 2), Choices((1, 2)))] == [False, True, True]


def test_settings_are_written_in_the_words_of_the_study_file():
    settings = (Fixed(3), Range(1.0, 2.0, "log"), Choices(("a", "b")))
    assert as_json(settings) == [3, {"low": 1.0, "high": 2.0, "scale": "log"}, {"choices": ["a", "b"]}]
