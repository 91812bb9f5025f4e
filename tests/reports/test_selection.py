import csv
import io
import math
from types import SimpleNamespace

import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.reports.selection import (
    STUDY_ORDERS,
    TRIAL_ORDERS,
    csv_text,
    select_studies,
    select_trials,
    trial_listing,
    trial_state,
    trial_value,
)
from nnsearch.search.overview import Overview
from nnsearch.search.records import TrialRecord

GLANCES = [
    Overview("a", "stopped", 8, 64, 0.1, 3, "error", "digits", 5.0),
    Overview("b", "new"),
    Overview("c", "complete", 64, 64, 0.02, 3, "error", "wine", 50.0),
    Overview("d", "complete", 32, 32, 0.9, 3, "f1", "wine", 20.0),
    Overview("e", "complete", 32, 32, 0.95, 3, "f1", "moons", 20.0),
]


def names(**options):
    return "".join(glance.name for glance in select_studies(GLANCES, **options))


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", "abcde"),
        ("state", "bcdea"),
        ("trials", "cdeab"),
        ("best", "caedb"),
        ("data", "aecdb"),
        ("time", "cdeab"),
    ],
)
def test_studies_are_ordered(sort, order):
    assert names(sort=sort) == order


def test_studies_are_chosen_by_state_and_cut():
    assert names(states=("complete",)) == "cde"
    assert names(states=("new", "stopped")) == "ab"
    assert names(states=("complete",), sort="time", limit=2) == "cd"


@pytest.mark.parametrize("options", [{"states": ("complte",)}, {"sort": "nam"}])
def test_a_word_that_no_list_of_studies_knows_is_refused(options):
    with pytest.raises(SettingsError, match=r"^--(state|sort) must be .*: did you mean '(complete|name)'\?"):
        select_studies(GLANCES, **options)


def test_every_order_puts_all_studies_in_a_row():
    for sort in STUDY_ORDERS:
        assert sorted(names(sort=sort)) == list("abcde")


def test_trials_are_chosen_by_how_they_ended(study):
    pruned = select_trials(study, states=("pruned",))
    assert pruned
    assert {record.user_attrs["outcome"] for record in pruned} == {"pruned"}
    assert len(select_trials(study, states=("pruned", "complete"))) == 16
    assert select_trials(study, states=("running",)) == []


def test_the_best_value_comes_first_and_stopped_trials_behind_complete_ones(study):
    found = select_trials(study, sort="value")
    assert found[0].number == study.best.number
    complete = [record.state == "COMPLETE" for record in found]
    assert complete == sorted(complete, reverse=True)


def test_where_more_is_better_the_greatest_value_comes_first(study, monkeypatch):
    monkeypatch.setitem(study.meta, "metric", "f1")
    values = [record.value for record in select_trials(study, states=("complete",), sort="value")]
    assert values == sorted(values, reverse=True)


def test_trials_are_ordered_by_a_hyperparameter(study):
    rates = [study.params(record)["learning_rate"] for record in select_trials(study, sort="learning_rate")]
    assert rates == sorted(rates)


def test_every_order_puts_all_trials_in_a_row(study):
    for sort in TRIAL_ORDERS:
        assert len(select_trials(study, sort=sort)) == 16


def test_what_a_trial_lacks_comes_last():
    def trial(number, **values):
        return TrialRecord(number, "COMPLETE", 0.1, user_attrs={"values": values})

    study = SimpleNamespace(
        records=[trial(0), trial(1, l2=0.5), trial(2, l2=0.1)],
        params=lambda record: record.user_attrs["values"],
        meta={"metric": "error"},
    )
    assert [record.number for record in select_trials(study, sort="l2")] == [2, 1, 0]
    assert [row["l2"] for row in trial_listing(study, study.records)] == [None, 0.5, 0.1]


def test_a_hyperparameter_that_is_not_searched_is_refused(study):
    with pytest.raises(SettingsError, match="did you mean 'learning_rate'"):
        select_trials(study, sort="lerning_rate")


def test_a_diverged_trial_is_last_of_all():
    records = [TrialRecord(0, "PRUNED", None, intermediate={1: math.nan}), TrialRecord(1, "COMPLETE", 0.9)]
    study = SimpleNamespace(records=records, params=lambda _: {}, meta={"metric": "error"})
    assert [record.number for record in select_trials(study, sort="value")] == [1, 0]


def test_a_trial_that_runs_has_neither_outcome_nor_value():
    record = TrialRecord(0)
    assert (trial_state(record), trial_value(record)) == ("running", None)


def test_a_stopped_trial_has_the_last_value_it_reported():
    assert trial_value(TrialRecord(0, "PRUNED", None, intermediate={1: 0.5, 3: 0.4})) == 0.4


def test_the_table_reads_back_as_it_was(study):
    rows = trial_listing(study, study.records)
    read = list(csv.DictReader(io.StringIO(csv_text(rows, list(rows[0])))))
    assert [float(row["learning_rate"]) for row in read] == [row["learning_rate"] for row in rows]
    assert [row["state"] for row in read] == [row["state"] for row in rows]


def test_a_stopped_trial_stands_behind_a_complete_one_of_the_same_value():
    records = [TrialRecord(0, "PRUNED", 0.9), TrialRecord(1, "COMPLETE", 0.9)]
    study = SimpleNamespace(records=records, params=lambda _: {}, meta={"metric": "f1"})
    assert [record.number for record in select_trials(study, sort="value")] == [1, 0]


def test_what_a_network_that_trains_has_shown_by_now_is_not_its_value():
    assert trial_value(TrialRecord(0, "RUNNING", None, intermediate={1: 0.5})) is None
