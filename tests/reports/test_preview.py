from dataclasses import replace

import numpy as np
import pytest

from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.reports.preview import (
    describe_balance,
    estimate_line,
    fixed_settings,
    networks_line,
    objective_line,
    round_up_note,
    searched_rows,
)
from nnsearch.search.estimate import Estimate
from nnsearch.search.study_file import StudySpec


def spec_of(**sections):
    return StudySpec.from_dict({"data": {"source": "moons"}, **sections}, name="x")


def test_layers_with_one_setting_share_a_row():
    spec = spec_of(network={"hidden": {"layers": [1, 3], "units": {"low": 2, "high": 9}}})
    assert [row["name"] for row in searched_rows(spec)] == ["units_1 to units_3", "layers"]


def test_layers_with_settings_of_their_own_have_rows_of_their_own():
    spec = spec_of(network={"hidden": [{"low": 2, "high": 9}, {"low": 2, "high": 8}]})
    assert [row["name"] for row in searched_rows(spec)] == ["units_1", "units_2"]


def test_each_has_the_courses_rank_beside_its_place_in_the_table():
    rates = {"low": 0.1, "high": 1.0}
    spec = spec_of(
        training={"learning_rate": rates, "beta1": {"low": 0.5, "high": 0.9}, "l2": rates, "optimizer": "adam"}
    )
    assert {row["name"]: row["course"] for row in searched_rows(spec)} == {
        "learning_rate": "first",
        "beta1": "seldom",
        "l2": "-",
    }


def test_fixed_widths_and_what_the_file_names_are_listed():
    spec = spec_of(network={"hidden": [8, 4]}, training={"l2": 0.1})
    settings = fixed_settings(spec)
    assert settings["hidden"] == [8, 4]
    assert settings["l2"] == 0.1
    assert settings["optimizer"] == "adam"
    assert "beta2" not in settings


def test_what_is_searched_is_not_called_fixed():
    spec = spec_of(training={"learning_rate": {"low": 0.1, "high": 1.0}})
    assert "learning_rate" not in fixed_settings(spec)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("moons", "0 50.0 %, 1 50.0 %"),
        ("digits", "each class 9.6 to 10.2 % of the examples"),
        ("diabetes", "target from 25 to "),
    ],
)
def test_balance_is_told_by_class_by_range_or_by_target(source, text):
    assert describe_balance(
        load_data(DataSpec(source, samples=100) if source == "moons" else DataSpec(source))
    ).startswith(text)


def test_one_trial_is_rounded_up_in_the_singular():
    assert round_up_note(1, 8) == "1 trial is rounded up to 8: 1 whole cohort of 8"


def test_where_one_class_is_much_commoner_other_objectives_are_advised():
    data = load_data(DataSpec("moons", samples=100))
    line = "dev error, the less the better"
    assert objective_line(spec_of(), data) == line
    rare = replace(data, train=replace(data.train, y=(np.arange(data.train.m) < 6).astype(np.int64)))
    assert objective_line(spec_of(), rare) == (
        f'{line}; as always saying the commonest class has 10.00 %, consider objective = "balanced_error" or "f1"'
    )
    assert objective_line(spec_of(search={"objective": "f1"}), rare) == "dev F1, the more the better"


def test_several_rounds_are_told_altogether():
    one = Estimate(2, 32, 3.0, (100, 2000), 90, 12.0, 4096)
    three = replace(one, rounds=3)
    assert networks_line(one, 16) == "32 in 2 cohorts of 16; 100 to 2,000 parameters"
    assert networks_line(three, 16) == (
        "96: 3 rounds of 32 in 2 cohorts of 16, each zooming in; 100 to 2,000 parameters"
    )
    assert estimate_line(one, 1).startswith("8.0 s to 18 s of training in one process")
    assert estimate_line(three, 2).startswith("12 s to 54 s of training in 3 rounds with up to 2 workers")
