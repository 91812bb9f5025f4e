import numpy as np
import pytest

from benchmarks import search_regret
from benchmarks.search_regret import Goal, Regret, RegretReport, in_cohorts, one_at_a_time
from benchmarks.search_tables import Parameter, Task


@pytest.fixture
def task():
    """A bowl with words beside it: the best is in the middle of every axis."""
    parameters = (
        Parameter("layers", (1, 2, 3)),
        Parameter("learning_rate", tuple(10.0**-power for power in range(8, -1, -1))),
        Parameter("units", tuple(range(16, 160, 16))),
        Parameter("batch_size", (8, 16, 32)),
        Parameter("schedule", ("const", "cosine")),
    )
    sizes = [len(parameter.levels) for parameter in parameters]
    regret = sum((np.indices(sizes)[axis] - size // 2) ** 2 for axis, size in enumerate(sizes)) / 10
    return Task("bowl", parameters, regret)


@pytest.mark.parametrize("sampler", ["RandomSampler", "TPESampler"])
def test_a_peer_is_asked_one_trial_at_a_time(task, sampler):
    regrets = one_at_a_time(task, 0, 20, sampler=sampler)
    assert len(regrets) == 20
    assert regrets == one_at_a_time(task, 0, 20, sampler=sampler)


@pytest.mark.parametrize("group", [1, 4])
def test_ours_is_asked_in_whole_cohorts(task, group):
    regrets = in_cohorts(task, 0, 20, sampler="tpe", cohort=8, group=group)
    assert len(regrets) == 24
    assert regrets[:8] == in_cohorts(task, 0, 8, sampler="tpe", cohort=8, group=group)


def test_a_search_that_learns_beats_an_even_spread(task):
    learned = [min(in_cohorts(task, seed, 48, sampler="tpe", cohort=8, group=4)) for seed in range(3)]
    spread = [min(in_cohorts(task, seed, 48, sampler="qmc", cohort=8, group=4)) for seed in range(3)]
    assert sum(learned) < sum(spread)


def test_a_strategy_is_run_once_per_seed(task, monkeypatch):
    monkeypatch.setattr(search_regret, "load_task", lambda name: task)
    monkeypatch.setitem(
        search_regret.STRATEGIES, "falling", lambda task, seed, trials: [200.0 + seed - t for t in range(trials)]
    )
    assert search_regret.regret_of("bowl", "falling", range(3)).means == (177.0, 152.0, 102.0)


def test_a_task_that_is_always_solved_does_not_decide_the_mean():
    results = [Regret("easy", "ours", (1.0, 1.0, 0.0)), Regret("hard", "ours", (1.0, 1.0, 0.1))]
    results += [Regret("easy", "other", (1.0, 1.0, 0.0)), Regret("hard", "other", (1.0, 1.0, 0.2))]
    report = RegretReport(1, tuple(results))
    least = search_regret.LEAST_REGRET
    assert report.geometric_mean("ours") == pytest.approx((0.1 * least) ** 0.5)
    assert report.ratio(Goal("ours", "other", 1.0)) == pytest.approx(0.5**0.5)
