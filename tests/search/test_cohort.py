import dataclasses
import math

import numpy as np
import pytest

from nnsearch.search.asked import Asked
from nnsearch.search.cohort import COMPLETE, DIVERGED, EARLY_STOPPED, FAILED, PRUNED, Cohort, new_curves, training_seed
from nnsearch.search.policies import Plan
from nnsearch.search.records import CURVES
from nnsearch.training.curves import Curve
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.objectives import OBJECTIVES
from nnsearch.training.segment import SegmentResult
from nnsearch.training.state import PopulationState


def trial(number, patience=None):
    member = Hyperparameters(hidden=(2,), activation=("relu",), output="softmax", patience=patience)
    return Asked(number, 0, {}, member, (2,))


class Judge:
    """Knows margins by number of the trial, and what it was asked."""

    def __init__(self, margins):
        self.known, self.asked = margins, []

    def margins(self, trials):
        self.asked.append([(values["n"], list(curve)) for values, curve in trials])
        return None if self.known is None else [self.known[values["n"]] for values, _ in trials]


def named(number, **values):
    return dataclasses.replace(trial(number, **values), values={"n": number})


def whole(groups):
    return [list(group) for group in groups]


def result(errors, until, diverged=(), stopped=()):
    k = len(errors)
    state = PopulationState(
        until, np.zeros((k, 1)), (), np.zeros((k, 0)), np.zeros((k, 0)), np.zeros((k, 0)), np.zeros(k), np.zeros(k, int)
    )
    curves = tuple(Curve(1, {"train_cost": list(e), "dev_error": list(e)}) for e in errors)
    return SegmentResult(state, curves, dict(diverged), dict(stopped), 0.0)


def climb(cohort, errors_of, diverged=(), stopped=()):
    """Train every waiting trial to the rung's end."""
    (batch,) = cohort.batches(whole, 1.0)
    epochs = cohort.target - batch.trials[0].epoch
    errors = [[errors_of[t.number]] * epochs for t in batch.trials]
    cohort.record(batch, result(errors, cohort.target, diverged, stopped))
    cohort.advance()


def test_a_cohort_climbs_its_rungs_to_the_best_trial():
    cohort = Cohort(0, [trial(n) for n in range(9)], Plan((1, 3, 9), 3), seed=0)
    errors = {n: n / 10 for n in range(9)}
    climb(cohort, errors)
    assert [t.number for t in cohort.waiting()] == [0, 1, 2]
    climb(cohort, errors)
    assert [t.number for t in cohort.waiting()] == [0]
    climb(cohort, errors)
    assert cohort.finished
    assert [t.outcome for t in cohort.trials] == [COMPLETE] + [PRUNED] * 8
    assert cohort.trials[0].epoch == 9


def test_a_cohort_that_is_not_whole_trains_but_closes_no_rung():
    cohort = Cohort(0, [trial(0), trial(1)], Plan((1, 3), 2), seed=0, size=4)
    climb(cohort, {0: 0.1, 1: 0.2})
    assert not cohort.waiting()
    assert not any([cohort.whole, cohort.rung_done, cohort.finished])
    cohort.add([trial(2), trial(3)])
    assert cohort.whole
    assert [t.number for t in cohort.waiting()] == [2, 3]
    climb(cohort, {2: 0.3, 3: 0.05})
    assert [t.number for t in cohort.waiting()] == [0, 3]


def test_diverged_trials_do_not_finish_a_cohort_that_is_not_whole():
    cohort = Cohort(0, [trial(0)], Plan((1, 3), 2), seed=0, size=2)
    climb(cohort, {0: math.nan}, diverged={0: 1})
    assert not cohort.finished


def heading_down(numbers):
    """Curves of which the last one is behind at the rung and ahead at the end."""
    return [[0.2 - 0.001 * n] * 6 for n in numbers[:-1]] + [[0.9, 0.6, 0.45, 0.35, 0.28, 0.24]]


@pytest.mark.parametrize(
    ("values", "objective", "ahead"), [({}, "error", True), ({"patience": 9}, "error", False), ({}, "r2", False)]
)
def test_a_rung_looks_ahead_where_curves_say_where_they_end(values, objective, ahead):
    cohort = Cohort(0, [trial(n, **values) for n in range(4)], Plan((6, 27), 2), 0, OBJECTIVES[objective])
    sign = -1 if OBJECTIVES[objective].maximize else 1
    for live, curve in zip(cohort.trials, heading_down(range(4)), strict=True):
        live.values = [sign * value for value in curve]
    cohort.advance()
    assert (3 in {t.number for t in cohort.waiting()}) == ahead


def test_a_diverged_trial_does_not_keep_a_rung_from_looking_ahead():
    cohort = Cohort(0, [trial(n) for n in range(5)], Plan((6, 27), 2), seed=0)
    for live, curve in zip(cohort.trials, [*heading_down(range(4)), [0.1, math.nan]], strict=True):
        live.values = curve
    cohort.trials[4].outcome, cohort.trials[4].outcome_epoch = DIVERGED, 2
    cohort.advance()
    assert 3 in {t.number for t in cohort.waiting()}
    assert cohort.trials[4].outcome == DIVERGED


def test_a_trial_that_an_earlier_rule_had_stopped_begins_anew_without_its_state():
    cohort = Cohort(0, [trial(n) for n in range(4)], Plan((6, 27), 2), seed=0)
    state = result([[0.0]], 6).state
    for live, curve in zip(cohort.trials, heading_down(range(4)), strict=True):
        live.values, live.recorded, live.state = curve, 6, (state, 0)
    cohort.trials[3].state = None
    cohort.advance()
    assert {t.number: t.epoch for t in cohort.waiting()} == {2: 6, 3: 0}


def test_stopped_trials_do_not_train_again_while_a_lost_one_catches_up():
    cohort = Cohort(0, [trial(n) for n in range(4)], Plan((2, 4, 8), 2), seed=0)
    for live, values in zip(cohort.trials, [[], [0.2] * 4, [0.3] * 2, [0.4] * 2], strict=True):
        live.values = values
    cohort.trials[1].state = (result([[0.0]], 4).state, 0)
    cohort.advance()
    assert [t.number for t in cohort.waiting()] == [0]
    climb(cohort, {0: 0.1})
    assert {t.number: t.epoch for t in cohort.trials} == {0: 2, 1: 4, 2: 2, 3: 2}
    assert [t.outcome for t in cohort.trials] == [None, None, PRUNED, PRUNED]


def test_a_cohort_of_diverged_trials_ends():
    cohort = Cohort(0, [trial(n) for n in range(3)], Plan((1, 3), 3), seed=0)
    climb(cohort, dict.fromkeys(range(3), math.nan), diverged={0: 1, 1: 1, 2: 1})
    assert cohort.finished
    assert {t.outcome for t in cohort.trials} == {DIVERGED}


def test_an_early_stopped_trial_keeps_its_place_and_its_best_error():
    cohort = Cohort(0, [trial(n, patience=1) for n in range(3)], Plan((2, 4), 3), seed=0)
    (batch,) = cohort.batches(whole, 1.0)
    cohort.record(batch, result([[0.1, 0.5], [0.3, 0.2], [0.4, 0.4]], 2, stopped={0: 1}))
    cohort.advance()
    assert [t.outcome for t in cohort.trials] == [EARLY_STOPPED, PRUNED, PRUNED]
    assert cohort.trials[0].score == 0.1


def test_a_group_may_be_split_and_busy_trials_are_left_out():
    cohort = Cohort(0, [trial(n) for n in range(4)], Plan((2,)), seed=0)
    batches = cohort.batches(lambda groups: [[t] for group in groups for t in group], 1.0, busy={1, 2})
    assert [[t.number for t in batch.trials] for batch in batches] == [[0], [3]]


@pytest.mark.parametrize("done", [1, 3])
def test_a_restored_cohort_makes_the_same_decisions_again(done):
    errors = {n: n / 10 for n in range(9)}
    original = Cohort(0, [trial(n) for n in range(9)], Plan((1, 3, 9), 3), seed=0)
    climb(original, errors)
    if done == 3:
        climb(original, errors)
    restored = Cohort(0, [trial(n) for n in range(9)], Plan((1, 3, 9), 3), seed=0)
    for old, new in zip(original.trials, restored.trials, strict=True):
        new.values = list(old.values)
    restored.advance()
    assert [t.outcome for t in restored.trials] == [t.outcome for t in original.trials]
    assert restored.target == original.target


def test_a_trial_that_goes_back_forgets_what_came_after():
    cohort = Cohort(0, [trial(0), trial(1)], Plan((1, 3), 2), seed=0)
    climb(cohort, [0.1, 0.2])
    first = cohort.trials[0]
    first.outcome, first.outcome_epoch = EARLY_STOPPED, 1
    first.go_back_to(0)
    assert (first.epoch, first.outcome, first.outcome_epoch) == (0, None, None)
    assert first in cohort.waiting()


@pytest.mark.parametrize("reached", [0, 1, 2])
def test_a_failed_trial_counts_in_its_rung_wherever_its_last_checkpoint_was(reached):
    cohort = Cohort(0, [trial(n) for n in range(7)], Plan((3, 9), 3), seed=0)
    failed = cohort.trials[0]
    failed.values, failed.outcome = [0.0] * reached, FAILED
    climb(cohort, {n: n / 10 for n in range(1, 7)})
    assert [t.number for t in cohort.waiting()] == [1, 2, 3]  # a third of seven, rounded up
    assert failed.outcome == FAILED


def test_a_trial_that_failed_later_still_counts_where_it_had_come_through():
    cohort = Cohort(0, [trial(n) for n in range(6)], Plan((3, 9), 3), seed=0)
    climb(cohort, {n: n / 10 for n in range(6)})
    again = Cohort(0, [trial(n) for n in range(6)], Plan((3, 9), 3), seed=0)
    for old, new in zip(cohort.trials, again.trials, strict=True):
        new.values = list(old.values)
    again.trials[0].outcome = FAILED  # while it trained for the last rung, before the study was stopped
    again.advance()
    assert [t.number for t in again.waiting()] == [1]


def test_epochs_on_record_are_not_written_again():
    cohort = Cohort(0, [trial(n) for n in range(3)], Plan((1, 3), 3), seed=0)
    (batch,) = cohort.batches(whole, 1.0)
    curve = Curve(1, {name: [0.3, 0.2, 0.1] for name in (*CURVES, "gradient_norm_1")})
    done = result([[0.0]] * 3, 3)
    cohort.trials[1].recorded, cohort.trials[2].recorded = 2, 3
    found = new_curves(batch, SegmentResult(done.state, (curve,) * 3, {}, {}, 0.5), end=9.0)
    assert [(s.trial, s.first, len(s.dev_error), len(s.more["gradient_norm_1"])) for s in found] == [
        (0, 1, 3, 3),
        (1, 3, 1, 1),
    ]
    assert {(s.start, s.end) for s in found} == {(8.5, 9.0)}


def test_a_cohort_shares_its_draws_and_no_other_cohort_has_them():
    seeds = [training_seed(seed, cohort) for seed in range(3) for cohort in range(3)]
    assert len(set(seeds)) == 9
    assert seeds[0] == training_seed(0, 0)
    cohort = Cohort(2, [trial(n) for n in range(3)], Plan((3,)), seed=1)
    assert [batch.segment.seed for batch in cohort.batches(list, 1.0)] == [training_seed(1, 2)]


def test_a_judge_lets_go_on_whoever_may_become_the_best():
    judge = Judge({0: -2.0, 1: -2.5, 2: -1.0, 3: -1.3, 4: -1.1, 5: -60.0})
    cohort = Cohort(1, [named(n) for n in range(6)], Plan((1, 3), 3), seed=0, prospects=judge)
    climb(cohort, {n: n / 10 for n in range(6)}, diverged={4: 1})
    assert judge.asked == [[(n, [n / 10]) for n in (0, 1, 2, 3, 5)]]  # one that diverged has no chance
    assert [t.number for t in cohort.waiting()] == [2, 3]


def test_a_judge_that_knows_too_little_leaves_it_to_the_curves():
    cohort = Cohort(1, [named(n) for n in range(6)], Plan((1, 3), 2), seed=0, prospects=Judge(None))
    climb(cohort, {n: n / 10 for n in range(6)})
    assert [t.number for t in cohort.waiting()] == [0, 1, 2]


@pytest.mark.parametrize(("judge", "ends"), [(Judge(None), 2), (Judge(dict.fromkeys(range(6), -60.0)), 1), (None, 1)])
def test_two_are_trained_to_their_end_while_a_judge_knows_too_little(judge, ends):
    cohort = Cohort(1, [named(n) for n in range(6)], Plan((1, 2, 3, 4), 2), seed=0, prospects=judge)
    while not cohort.finished:
        climb(cohort, {n: n / 10 for n in range(6)})
    assert [t.number for t in cohort.trained] == list(range(ends))


@pytest.mark.parametrize(("plan", "patience"), [(Plan((1, 3), top=2), None), (Plan((1, 3), 2), 5)])
def test_no_judge_is_asked_where_a_number_goes_on_or_the_best_weights_are_restored(plan, patience):
    judge = Judge(dict.fromkeys(range(4), 0.0))
    cohort = Cohort(1, [named(n, patience=patience) for n in range(4)], plan, seed=0, prospects=judge)
    climb(cohort, {n: n / 10 for n in range(4)})
    assert [t.number for t in cohort.waiting()] == [0, 1]
    assert not judge.asked


def test_a_cohort_that_has_all_diverged_asks_no_judge():
    judge = Judge({})
    cohort = Cohort(1, [named(n) for n in range(2)], Plan((1, 3), 2), seed=0, prospects=judge)
    climb(cohort, {0: 0.1, 1: 0.1}, diverged={0: 1, 1: 1})
    assert cohort.finished
    assert not judge.asked


def test_trained_are_those_at_their_end_whether_or_not_their_rung_is_done():
    cohort = Cohort(0, [trial(number) for number in range(6)], Plan((1, 2)), seed=0)
    ended, waiting, stopped_early, diverged, failed, pruned = cohort.trials
    for each in (ended, diverged, failed):
        each.values = [0.3, 0.2]
    for each in (waiting, stopped_early, pruned):
        each.values = [0.3]
    stopped_early.outcome, diverged.outcome, failed.outcome, pruned.outcome = EARLY_STOPPED, DIVERGED, FAILED, PRUNED
    assert cohort.trained == [ended, stopped_early]
    ended.outcome = COMPLETE
    assert cohort.trained == [ended, stopped_early]
