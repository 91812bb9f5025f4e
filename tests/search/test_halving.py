import math

from hypothesis import given
from hypothesis import strategies as st

from nnsearch.search.halving import survivors


def test_the_best_go_on():
    assert survivors({0: 0.3, 1: 0.1, 2: 0.2, 3: 0.4, 4: 0.5, 5: 0.6}, 2) == [1, 2]


def test_ties_go_to_the_lower_number():
    assert survivors({5: 0.1, 2: 0.1, 9: 0.1}, 1) == [2]


def test_diverged_trials_never_go_on():
    assert survivors({0: math.inf, 1: math.nan, 2: 0.9}, 1) == [2]


@given(st.dictionaries(st.integers(0, 99), st.floats(0, 1), min_size=1), st.integers(2, 5))
def test_no_survivor_is_worse_than_one_who_stopped(scores, count):
    going_on = survivors(scores, count)
    assert len(going_on) == min(count, len(scores))
    stopped = scores.keys() - set(going_on)
    assert not stopped or max(scores[n] for n in going_on) <= min(scores[n] for n in stopped)
