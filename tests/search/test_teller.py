from dataclasses import asdict

import pytest

from nnsearch.search.asked import HALFWAY, Asked, Halfway
from nnsearch.search.cohort import COMPLETE, DIVERGED, EARLY_STOPPED, FAILED, PRUNED, Cohort, LiveTrial
from nnsearch.search.policies import Plan
from nnsearch.search.teller import Teller
from nnsearch.training.hyperparameters import Hyperparameters

RUNGS = (1, 3, 9)


class Log:
    """Stands for the ledger and the study: keeps what they are told."""

    def __init__(self):
        self.notes, self.reports, self.told = {}, [], {}

    def annotate(self, number, **attributes):
        for name, value in attributes.items():
            self.notes.setdefault((number, name), []).append(value)

    def set_intermediate(self, number, values):
        self.reports += [(number, epoch) for epoch in values]

    def tell(self, number, value=None, state=None):
        self.told[number] = value if state is None else state.name


def cohort_of(*ends, overlaps=True, patience=None):
    """Return a cohort whose trials trained for so many epochs and ended so, at an epoch."""
    member = Hyperparameters(hidden=(2,), activation=("relu",), output="softmax", patience=patience)
    cohort = Cohort(
        4, [Asked(number, 4, {}, member, (2,)) for number in range(len(ends))], Plan(RUNGS, 3), 0, overlaps=overlaps
    )
    for trial, (epochs, outcome, at) in zip(cohort.trials, ends, strict=True):
        trial.values = [1 / (1 + epoch) for epoch in range(epochs)]
        trial.outcome, trial.outcome_epoch, trial.metrics = outcome, at, {}
    cohort.rung = 2
    return cohort


ENDS = (
    ((9, COMPLETE, None), Halfway(3)),
    ((7, EARLY_STOPPED, 4), Halfway(3)),
    ((5, DIVERGED, 5), Halfway(3)),
    ((5, FAILED, None), Halfway(3)),
    ((3, FAILED, None), Halfway(3)),  # in the first epochs of its last rung
    ((3, PRUNED, None), Halfway(3, PRUNED)),
    ((1, PRUNED, None), Halfway(1, PRUNED)),
    ((2, DIVERGED, 2), Halfway(1, DIVERGED)),
    ((1, DIVERGED, 1), Halfway(0, DIVERGED)),
    ((2, FAILED, None), Halfway(1, FAILED)),
    ((0, FAILED, None), Halfway(0, FAILED)),
)
"""Epochs, outcome and its epoch of trials; how they stood when their last rung, from 3 to 9 epochs, began."""


def halfway(log):
    return {number: notes for (number, name), notes in log.notes.items() if name == HALFWAY}


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def teller(log):
    return Teller(log, log, None)


def test_trials_are_shown_as_they_stood_when_their_last_rung_began_and_once(log, teller):
    cohort = cohort_of(*(end for end, _ in ENDS))
    teller.show(cohort)
    teller.show(cohort)
    assert halfway(log) == {number: [asdict(stood)] for number, (_, stood) in enumerate(ENDS)}
    assert log.reports == [(n, epoch) for n, (_, stood) in enumerate(ENDS) for epoch in range(1, stood.until + 1)]
    assert not log.told


def test_whoever_trains_on_is_shown_as_it_will_be_shown_when_it_has_ended(log, teller):
    going_on = [(epochs, None, None) for epochs in (3, 4, 8, 9)]
    teller.show(cohort_of(*going_on))
    assert halfway(log) == {number: [asdict(Halfway(3))] for number in range(4)}


def test_a_trial_that_stopped_early_is_shown_with_the_value_of_its_best_weights(log, teller):
    cohort = cohort_of((3, EARLY_STOPPED, 2), (2, EARLY_STOPPED, 1), patience=1)
    cohort.trials[0].values = [0.5, 0.2, 0.3]
    cohort.trials[1].values = [0.4, 0.6]
    teller.show(cohort)
    assert halfway(log) == {
        0: [asdict(Halfway(3, EARLY_STOPPED, 0.2))],
        1: [asdict(Halfway(2, EARLY_STOPPED, 0.4))],
    }


def test_a_cohort_that_overlaps_is_shown_at_the_latest_when_it_is_told(log, teller):
    teller.tell(cohort_of(*(end for end, _ in ENDS)))
    assert halfway(log) == {number: [asdict(stood)] for number, (_, stood) in enumerate(ENDS)}
    assert len(log.reports) == len(set(log.reports))
    last = {n: max((epoch for number, epoch in log.reports if number == n), default=0) for n in range(len(ENDS))}
    assert list(last.values()) == [9, 7, 3, 3, 3, 3, 1, 1, 0, 1, 0]
    assert list(log.told.values()) == [1 / 9, 1 / 7, "PRUNED", "FAIL", "FAIL", *["PRUNED"] * 4, "FAIL", "FAIL"]


def test_a_cohort_that_does_not_overlap_is_told_without_being_shown(log, teller):
    teller.tell(cohort_of(*(end for end, _ in ENDS), overlaps=False))
    assert not halfway(log)
    assert len(log.told) == len(ENDS)


def test_a_trial_that_has_been_shown_before_is_not_shown_again(log, teller):
    cohort = cohort_of((3, PRUNED, None), (2, DIVERGED, 1))
    for trial, until in zip(cohort.trials, (3, 0), strict=True):
        trial.shown = until
    teller.show(cohort)
    assert not log.notes
    assert not log.reports
    assert LiveTrial(cohort.trials[0].asked).shown is None
