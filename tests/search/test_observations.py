from __future__ import annotations

import math

import numpy as np
import pytest
from optuna.trial import TrialState, create_trial

from nnsearch.search.cohort import DIVERGED, FAILED
from nnsearch.search.observations import levels, observe


def trial(values, state=TrialState.PRUNED, value=None):
    return create_trial(state=state, value=value, intermediate_values=dict(enumerate(values, start=1)))


def test_every_rung_that_a_trial_came_to_is_an_observation():
    told = [
        trial([0.9, 0.5]),
        trial([0.8, 0.4, 0.3, 0.3]),
        trial([0.7, 0.3, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1], TrialState.COMPLETE, 0.1),
    ]
    seen = observe(told, [2, 4, 8])
    assert seen.trial.tolist() == [0, 1, 1, 2, 2, 2]
    assert seen.stage.tolist() == [0, 0, 0.5, 0, 0.5, 1]
    assert seen.score.mean() == pytest.approx(0)
    assert seen.score.std() == pytest.approx(1)
    # Whoever was stopped is compared with where the others stood then.
    worst, middle, _, best, *_ = seen.score
    assert best < middle < worst


def test_going_on_does_not_make_a_trial_better_by_itself():
    told = [trial([level, level / 2, level / 2 - 0.01, level / 2 - 0.01]) for level in (0.4, 0.6)]
    seen = observe([*told, trial([0.5, 0.25])], [2, 4])
    by_trial = {number: seen.score[seen.trial == number] for number in range(3)}
    assert by_trial[0].max() < by_trial[2].min()
    assert by_trial[2].max() < by_trial[1].min()


def test_the_last_third_of_epochs_counts():
    lucky = trial([0.5, 0.5, 0.5, 0.4, 0.5, 0.1], TrialState.COMPLETE, 0.1)
    steady = trial([0.5, 0.5, 0.5, 0.9, 0.2, 0.2], TrialState.COMPLETE, 0.2)
    seen = observe([lucky, steady], [6])
    assert seen.score[0] > seen.score[1]


def test_a_trial_that_stopped_early_has_the_value_of_its_best_epoch():
    early = trial([0.3, 0.1, 0.3, 0.4], TrialState.COMPLETE, 0.1)
    steady = trial([0.2] * 6, TrialState.COMPLETE, 0.2)
    seen = observe([early, steady], [6])
    assert seen.stage.tolist() == [1, 1]
    assert seen.score[0] < seen.score[1]


def lost(values, state=TrialState.PRUNED):
    found = trial(values, state)
    found.user_attrs["outcome"] = DIVERGED if state == TrialState.PRUNED else FAILED
    return found


@pytest.mark.parametrize("gone", [lost([]), lost([0.1, 0.1]), lost([0.1, 0.1], TrialState.FAIL), trial([])])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_trial_that_was_lost_is_the_worst_at_the_rung_it_did_not_reach(gone, sign):
    told = [gone, trial([0.9, 0.9]), trial([0.5, 0.5, 0.4, 0.4]), trial([0.3] * 6, TrialState.COMPLETE, 0.3)]
    seen = observe(told, [2, 4, 6], sign)
    worst = seen.score.argmax()
    assert seen.trial[worst] == 0
    assert seen.stage[worst] == (0.5 if gone.intermediate_values else 0)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_parents_trials_are_known_where_they_ended(sign):
    def carried(epoch, value, state=TrialState.COMPLETE):
        own = value if state == TrialState.COMPLETE else None
        return create_trial(state=state, value=own, intermediate_values={epoch: value})

    told = [
        carried(40, 0.5),
        carried(40, 0.6),
        carried(20, 0.7, TrialState.PRUNED),
        carried(15, 0.8, TrialState.PRUNED),
    ]
    seen = observe(told, [10, 20, 40], sign)
    assert seen.trial.tolist() == [0, 1, 2, 3]
    assert seen.stage.tolist() == [1, 1, 0.5, 0]
    assert (np.diff(seen.score) * sign > 0).all()


@pytest.mark.parametrize("sign", [1, -1])
def test_trials_without_curves_are_known_by_their_value(sign):
    told = [create_trial(state=TrialState.COMPLETE, value=sign * value) for value in (0.3, 0.1, 0.1, 0.2)]
    seen = observe(told, [10], sign)
    assert seen.stage.tolist() == [1, 1, 1, 1]
    assert seen.score[1] == seen.score[2] < seen.score[3] < seen.score[0]


def test_trials_that_are_all_alike_tell_nothing():
    assert observe([create_trial(state=TrialState.COMPLETE, value=0.5)] * 3, [10]).score.tolist() == [0, 0, 0]


def test_a_trial_that_trains_is_measured_as_those_that_have_been_told():
    whole = [trial([a, a, b, b], TrialState.COMPLETE, b) for a, b in ((0.9, 0.5), (0.8, 0.4), (0.7, 0.3))]
    seen = observe([*whole, lost([0.9, 0.9])], [2, 4])
    alike = seen.beside(np.array([levels([0.8, 0.8], [2, 4]), levels([0.7, 0.7, 0.3, 0.3], [2, 4])]))
    assert alike.trial.tolist() == [0, 1, 1]
    assert alike.stage.tolist() == [0, 0, 1]
    assert alike.score.tolist() == pytest.approx([seen.score[2], seen.score[4], seen.score[5]])
    between, best, worst = seen.beside(np.array([[0.85, np.nan], [0.1, np.nan], [99.0, np.nan]])).score
    assert seen.score[2] < between < seen.score[0]
    assert best == seen.score[4]
    assert seen.score[0] <= worst < seen.score.max()  # nobody who trains is as bad as one that was lost


def test_a_trial_that_trains_stands_at_the_rungs_it_has_come_to():
    assert levels([0.9, 0.5, 0.4], [2, 4]).tolist() == pytest.approx([0.5, math.nan], nan_ok=True)
    assert levels([0.9, 0.5], [2], sign=-1).tolist() == [-0.5]
    assert np.isnan(levels([], [2, 4])).all()


def test_it_is_known_how_far_a_trial_has_been_followed():
    assert observe([trial([0.5, 0.5]), trial([0.5] * 4)], [2, 4, 8]).followed == 2
    assert observe([lost([0.5] * 4)], [2, 4, 8]).followed == 2
    assert observe([lost([])], [2, 4, 8]).followed == 0
