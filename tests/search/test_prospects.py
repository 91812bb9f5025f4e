from __future__ import annotations

import numpy as np
import pytest
from optuna.trial import TrialState, create_trial

from nnsearch.search.cohort import DIVERGED
from nnsearch.search.normal import normal_probability
from nnsearch.search.prospects import LEAST_TOLD, Prospects
from nnsearch.search.space import Space
from nnsearch.search.study_file import parse_study

TEXT = """
[data]
source = "moons"
[training]
epochs = 8
optimizer = { choices = ["adam", "momentum"] }
learning_rate = { low = 1e-4, high = 1e-1, scale = "log" }
beta1 = { low = 0.8, high = 0.99, scale = "1-beta" }
[search]
rungs = 2
"""
SPEC = parse_study(TEXT, name="x")
SPACE = Space(SPEC)
DISTRIBUTIONS = {d.internal_name: d.internal_distribution() for d in SPACE.dimensions}
RUNGS = (4, 8)


def values(rate):
    return {"optimizer": "adam", "learning_rate": rate, "beta1": 0.9}


def told(rate, curve):
    """A trial that was trained to the last value of its curve."""
    params = {"optimizer": "adam", "learning_rate": rate, "1-beta1": 0.1}
    complete = len(curve) == RUNGS[-1]
    return create_trial(
        state=TrialState.COMPLETE if complete else TrialState.PRUNED,
        value=curve[-1] if complete else None,
        params=params,
        distributions=DISTRIBUTIONS,
        intermediate_values=dict(enumerate(curve, start=1)),
    )


def chances(judge, trials):
    return normal_probability(np.array(judge.margins(trials)))


def prospects(trials, sign=1, cohort=1):
    return Prospects(SPEC, SPACE, cohort, lambda: trials, sign)


def many(rate, count, seed=0, sign=1):
    """Networks whose starts say nothing of their ends."""
    rng = np.random.default_rng(seed)
    starts, ends = rng.uniform(0.2, 0.3, count), rng.uniform(0.1, 0.2, count)
    rates = rate * np.exp(rng.normal(0, 0.05, count))
    return [told(own, [sign * a] * 4 + [sign * b] * 4) for own, a, b in zip(rates, starts, ends, strict=True)]


def bad(count, sign=1):
    return [told(rate, [sign * 0.9] * 4) for rate in np.geomspace(2e-4, 6e-4, count)]


def test_a_start_is_luck_where_many_networks_ended_alike_and_a_promise_where_none_has_been():
    judge = prospects([*many(3e-3, 24), *bad(8)])

    def worth_of_a_poor_start(rate):
        good, poor = (chances(judge, [(values(rate), [start] * 4)])[0] for start in (0.2, 0.3))
        return poor / good

    assert worth_of_a_poor_start(3e-3) > 0.6
    assert worth_of_a_poor_start(9e-2) < 0.3


def test_bad_starts_in_a_bad_region_have_no_chance():
    judge = prospects([*many(3e-3, 12), *bad(8)])
    best, worst = chances(judge, [(values(3e-3), [0.25] * 4), (values(3e-4), [0.9] * 4)])
    assert worst < 0.2 * best


def test_where_more_is_better_margins_are_the_same():
    asked = [(values(3e-3), [0.2] * 4), (values(3e-2), [0.3] * 4)]
    turned = [(own, [-value for value in curve]) for own, curve in asked]
    plain = prospects([*many(3e-3, 12), *bad(8)]).margins(asked)
    assert prospects([*many(3e-3, 12, sign=-1), *bad(8, sign=-1)], sign=-1).margins(turned) == pytest.approx(plain)


def test_margins_are_those_of_the_trials_in_their_order_and_depend_on_nothing_else():
    trials = [*many(3e-3, 12), *bad(8)]
    asked = [(values(rate), [0.3] * 4) for rate in (1e-4, 3e-3, 1e-1)]
    first = prospects(trials)
    forward = first.margins(asked)
    assert first.margins(asked) == forward == prospects(trials).margins(asked)
    assert first.margins(asked[::-1])[::-1] == pytest.approx(forward)


def carried():
    """Trials of a parent study: their ends only."""
    alone = [told(rate, [0.1]) for rate in np.geomspace(1e-3, 1e-2, 12)]
    for trial in alone:
        trial.state, trial.values, trial.intermediate_values = TrialState.COMPLETE, [0.1], {RUNGS[-1]: 0.1}
    return alone


def lost_at_the_end():
    lost = told(3e-3, [0.3] * 4)
    lost.user_attrs["outcome"] = DIVERGED
    return lost


@pytest.mark.parametrize(
    "trials",
    [[], many(3e-3, LEAST_TOLD - 1), bad(20), carried(), [*bad(20), lost_at_the_end()]],
    ids=["nothing", "few", "no end", "ends only", "lost before its end"],
)
def test_nothing_is_said_before_enough_has_been_told(trials):
    assert prospects(trials).margins([(values(3e-3), [0.2] * 4)]) is None


def test_a_cohort_of_which_one_came_to_its_end_is_enough():
    trials = many(3e-3, LEAST_TOLD)
    assert prospects(trials).margins([(values(3e-3), [0.2] * 4)]) is not None


def test_it_learns_once():
    calls = []

    def trials():
        calls.append(1)
        return many(3e-3, 12)

    judge = Prospects(SPEC, SPACE, 1, trials)
    assert not calls
    judge.process()
    judge.margins([(values(3e-3), [0.2] * 4)])
    assert calls == [1]


def test_parents_trials_are_of_use_once_one_has_been_followed_to_its_end():
    assert prospects([*carried(), *many(3e-3, 1)]).margins([(values(3e-3), [0.2] * 4)]) is not None
