import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsearch.search.halving import contenders, forecast, survivors


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


def test_whoever_has_half_the_best_chance_goes_on_beside_the_best():
    half = -0.6745  # a chance of a quarter; a margin of 0 has one half
    assert contenders({0: -2.0, 1: 0.0, 2: half + 0.001, 3: half - 0.001}, 1) == [1, 2]
    assert contenders({0: -2.0, 1: 0.0, 2: half + 0.001, 3: half - 0.001}, 3) == [1, 2, 3]
    assert contenders({4: -1.0, 2: -1.0, 9: -3.0}, 1) == [2, 4]
    assert contenders({}, 1) == []


def test_where_none_has_a_chance_the_best_of_them_go_on_and_no_others():
    assert contenders({0: -90.0, 1: -80.0, 2: -70.0, 3: -60.0}, 2) == [2, 3]


def power(start, slope, rung=6):
    """A curve that falls as a power of the epoch."""
    return [start * epoch**-slope for epoch in range(1, rung + 1)]


def test_a_slow_network_that_will_be_ahead_goes_on():
    curves = {0: power(0.2, 0.1), 1: power(0.21, 0.11), 2: power(0.6, 0.6), 3: power(0.5, 0.1)}
    assert curves[2][-1] > curves[1][-1]
    assert survivors({number: curve[-1] for number, curve in curves.items()}, 2) == [0, 1]
    scores = forecast(curves, final=27)
    assert survivors(scores, 2) == [0, 2]
    ends = {0: 0.2 * 27**-0.1, 1: 0.21 * 27**-0.11, 2: 0.6 * 27**-0.6, 3: 0.5 * 27**-0.1}
    for number, end in ends.items():
        assert scores[number] == pytest.approx(math.log(end))


def test_a_forecast_finds_more_of_the_best_the_less_noise_there_is():
    random = np.random.default_rng(1)
    gains = []
    for noise in (0.01, 0.05, 0.3):
        found = {"stand": 0, "forecast": 0, "extrapolated": 0}
        for _ in range(200):
            true = {n: (random.uniform(0.1, 0.6), random.uniform(0.1, 0.5)) for n in range(16)}
            seen = {n: [v * math.exp(random.normal(0, noise)) for v in power(*true[n])] for n in true}
            best = set(survivors({n: start * 27**-slope for n, (start, slope) in true.items()}, 4))
            scores = {
                "stand": {n: curve[-1] for n, curve in seen.items()},
                "forecast": forecast(seen, 27),
                "extrapolated": {
                    n: curve[-1] * (curve[-1] / curve[2]) ** math.log2(27 / 6) for n, curve in seen.items()
                },
            }
            for name, score in scores.items():
                found[name] += len(best & set(survivors(score, 4)))
        gains.append(found["forecast"] / found["stand"])
        assert found["forecast"] > 0.99 * found["extrapolated"]
    assert gains[0] > 1.1
    assert gains[1] > 1.02
    assert gains[2] > 0.99


@pytest.mark.parametrize(
    "curves",
    [
        {n: power(0.3, n / 10, 3) for n in range(5)},  # too early
        {n: power(0.3, n / 10) for n in range(3)},  # too few
        {0: power(0.3, 0.1), 1: power(0.2, 0.2), 2: [*power(0.2, 0.3, 5), 0.0], 3: power(0.3, 0.2)},
        {0: power(0.3, 0.1), 1: power(0.2, 0.2), 2: [0.2, 0.2, math.inf, 0.2, 0.2, 0.2], 3: power(0.3, 0.2)},
        {},
    ],
)
def test_trials_are_judged_as_they_stand_where_there_is_nothing_to_go_by(curves):
    scores = forecast(curves, 27)
    assert np.array_equal([*scores.values()], [curve[-1] for curve in curves.values()], equal_nan=True)


def test_the_order_of_trials_changes_no_bit():
    random = np.random.default_rng(2)
    curves = {n: random.uniform(0.1, 0.5, 6).tolist() for n in range(16)}
    shuffled = {int(n): curves[int(n)] for n in random.permutation(16)}
    assert forecast(shuffled, 27) == forecast(curves, 27)
