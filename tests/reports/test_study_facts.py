import json

import pytest

from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.reports.study_facts import (
    best_metrics,
    best_rows,
    count_outcomes,
    data_facts,
    deciding_epoch,
    describe_data,
    hidden_of,
    next_advice,
    study_facts,
    trial_curves,
    trial_facts,
)
from nnsearch.search.records import TrialRecord
from nnsearch.search.study_file import StudySpec


def test_data_is_described_as_the_ledger_describes_it(study):
    assert data_facts(load_data(DataSpec("moons", samples=100))) == study.meta["data"]


def test_a_regression_has_no_classes():
    facts = {"train": 6, "dev": 2, "test": 2, "features": 1, "classes": []}
    assert describe_data(facts) == "6 train, 2 dev, 2 test examples; 1 feature, regression"


def test_the_best_rows_are_the_complete_trials_in_order(study):
    rows = best_rows(study)
    assert rows[0].number == study.best.number
    assert [row.value for row in rows] == sorted(row.value for row in rows)
    assert {study.records[row.number].state for row in rows} == {"COMPLETE"}


def test_outcomes_count_every_trial(study):
    assert sum(count_outcomes(study).values()) == 16


def test_curves_are_those_of_the_python_interface(study):
    table = study.curve(study.best.number)
    assert trial_curves(study, study.best.number)["dev_error"] == list(table["dev_error"])


def test_the_best_metrics_belong_to_the_objective(study):
    metrics = best_metrics(study)
    assert metrics["dev_error"] == study.best.value
    assert 0 <= metrics["train_error"] <= 1


def test_early_stopping_decides_for_the_epoch_it_went_back_to():
    stopped = TrialRecord(0, user_attrs={"outcome": "early_stopped", "outcome_epoch": 2})
    assert deciding_epoch(stopped, [0.3, 0.1, 0.2]) == 2
    assert deciding_epoch(TrialRecord(0, user_attrs={"outcome": "complete"}), [0.3, 0.1, 0.2]) == 3
    assert deciding_epoch(TrialRecord(0), []) is None


def test_the_facts_of_a_study_are_json(study):
    facts = json.loads(json.dumps(study_facts(study)))
    assert facts["best"] == trial_facts(study, study.best.number)
    assert facts["cohorts_told"] == 2


@pytest.mark.parametrize(("errors", "word"), [((0.2, 0.21), "bias"), ((0.0, 0.1), "Variance")])
def test_advice_tells_bias_from_variance(study, monkeypatch, errors, word):
    monkeypatch.setattr(
        "nnsearch.reports.study_facts.best_metrics",
        lambda _: {"train_error": errors[0], "dev_error": errors[1]},
    )
    assert any(word in line for line in next_advice(study))


def test_without_a_best_trial_there_is_no_advice(study, monkeypatch):
    monkeypatch.setattr("nnsearch.reports.study_facts.best_metrics", lambda _: {})
    assert next_advice(study) == []


@pytest.mark.parametrize(
    ("hidden", "params", "widths"),
    [
        ([{"low": 2, "high": 9}, 4], {"units_1": 3}, (3, 4)),
        ([8, 4], {"l2": 0.1}, None),
        ({"layers": [0, 2], "units": {"low": 2, "high": 9}}, {"layers": 1, "units_1": 5}, (5,)),
        ({"layers": [0, 2], "units": {"low": 2, "high": 9}}, {"layers": 0}, ()),
        ({"layers": [1, 2], "units": 6}, {"layers": 2}, (6, 6)),
    ],
)
def test_the_widths_of_a_trial_combine_searched_and_fixed_ones(hidden, params, widths):
    spec = StudySpec.from_dict({"data": {"source": "moons"}, "network": {"hidden": hidden}}, name="x")
    assert hidden_of(spec, params) == widths
