from __future__ import annotations

import pytest

from nnsearch.search.study_file import parse_study
from nnsearch.tracking.text import Best, describe_study, short_float, study_params, trial_name

TEXT = """[data]
source = "moons"
[network]
hidden = [{ low = 4, high = 8 }, 16]
activation = ["tanh", "relu"]
[training]
optimizer = "momentum"
learning_rate = { low = 1e-3, high = 1e-1, scale = "log" }
batch_size = { choices = [32, 64] }
[search]
trials = 8
cohort = 8
"""


@pytest.fixture
def meta() -> dict[str, object]:
    return {
        "name": "tiny",
        "text": TEXT,
        "metric": "error",
        "spec": parse_study(TEXT, name="tiny").resolved(),
        "data": {
            "name": "moons",
            "task": "classification",
            "fingerprint": "abc",
            "train": 1200,
            "dev": 2,
            "test": 2,
            "features": 2,
            "classes": ["0", "1"],
            "notes": ["a column is_constant"],
        },
        "machine": {"python": "3.11", "packages": {"numpy": "2.4"}},
    }


def test_a_name_has_the_activations_of_its_layers() -> None:
    spec = {"network": {"activation": ["tanh", {"choices": ["relu", "sigmoid"]}]}}
    assert trial_name(7, {"activation_2": "sigmoid"}, [4, 2], spec) == "#007 4-2 tanh-sigmoid"


def test_a_name_of_a_network_without_hidden_layers_says_so() -> None:
    assert trial_name(0, {"activation": "relu"}, [], {"training": {"learning_rate": 0.01}}) == (
        "#000 no hidden layer lr 1.0e-2"
    )


@pytest.mark.parametrize(("value", "text"), [(0.1, "1.0e-1"), (1.0, "1.0e0"), (2.5e-12, "2.5e-12"), (3e10, "3.0e10")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert short_float(value) == text


def test_a_studys_parameters_are_what_it_fixes_and_what_it_searches(meta: dict[str, object]) -> None:
    params = study_params(meta)
    assert params["optimizer"] == "momentum"
    assert params["space/batch_size"] == "32 | 64"
    assert params["space/units"] == "4 .. 8 log, 16"
    assert params["seed"] == "0"


def test_where_a_study_stops_is_no_parameter_as_it_may_change(meta: dict[str, object]) -> None:
    assert not {"trials", "time", "target", "patience", "keep"} & set(study_params(meta))


def test_a_description_has_data_best_space_and_study_file(meta: dict[str, object]) -> None:
    note = describe_study(meta, "8 of 8 trials.", Best(3, 0.0123, {"batch_size": 32}), {"complete": 8})
    assert "Best: trial 3, dev err 1.23 %" in note
    assert "1,200 training" in note
    assert r"a column is\_constant" in note
    assert "| learning_rate | 0.001 .. 0.1 log |" in note
    assert TEXT.strip() in note
    assert "numpy 2.4" in note


def test_a_description_before_the_first_trial_has_no_best(meta: dict[str, object]) -> None:
    assert "Best" not in describe_study(meta, "running.", None, {})
