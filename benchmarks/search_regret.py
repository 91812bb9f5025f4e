"""How good the trials are that the search asks for, on tabulated tasks: regret by number of trials."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

import numpy as np

from benchmarks.search_tables import TableSpace, Task, load_task
from nnsearch.search.study_file import StudySpec
from nnsearch.training.examples import Examples

TRIALS = (25, 50, 100)
"""Numbers of trials after which regret is noted."""
LEAST_REGRET = 1e-4
"""A task's mean regret counts at least this much, or one task that every run solves would decide a geometric mean."""
RANDOM, TPE = "Optuna random", "Optuna TPE"
FREE, COMPOSED = "8 free", "8 composed"


@dataclass(frozen=True)
class Goal:
    """What one strategy's regret after the last of :data:`TRIALS` should be, compared with another's.

    Args:
        strategy: whose.
        other: compared with whose.
        most: greatest ratio of geometric means.
    """

    strategy: str
    other: str
    most: float


GOALS = (Goal(COMPOSED, TPE, 1.25), Goal(COMPOSED, RANDOM, 1 / 1.7), Goal(COMPOSED, FREE, 1.15))


@dataclass(frozen=True)
class Regret:
    """Normalized regret of a strategy on a task.

    Args:
        task: its name.
        strategy: its name.
        means: over all seeds, after each number of :data:`TRIALS`.
    """

    task: str
    strategy: str
    means: tuple[float, ...]


@dataclass(frozen=True)
class RegretReport:
    """All regrets.

    Args:
        seeds: runs of every strategy on every task.
        results: task by task.
    """

    seeds: int
    results: tuple[Regret, ...]

    @property
    def strategies(self) -> list[str]:
        """Their names in order."""
        return list(dict.fromkeys(result.strategy for result in self.results))

    def geometric_mean(self, strategy: str, position: int = -1) -> float:
        """Return the geometric mean over tasks of mean regrets after ``TRIALS[position]`` trials."""
        means = [result.means[position] for result in self.results if result.strategy == strategy]
        return statistics.geometric_mean(max(mean, LEAST_REGRET) for mean in means)

    def ratio(self, goal: Goal) -> float:
        """Return what a goal is about."""
        return self.geometric_mean(goal.strategy) / self.geometric_mean(goal.other)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        geometric = {name: [self.geometric_mean(name, i) for i in range(len(TRIALS))] for name in self.strategies}
        goals = [{**asdict(goal), "ratio": self.ratio(goal)} for goal in GOALS]
        results = [asdict(result) for result in self.results]
        return {"seeds": self.seeds, "trials": TRIALS, "geometric_means": geometric, "goals": goals, "results": results}


def measure_regret(tasks: Sequence[str], seeds: int, jobs: int, tell: Callable[[str], None]) -> RegretReport:
    """Run every strategy on every task.

    Args:
        tasks: names of tables.
        seeds: runs of each.
        jobs: processes.
        tell: takes a line for each task and strategy that is done.
    """
    from joblib import Parallel, delayed

    work = [(task, name) for task in tasks for name in STRATEGIES]
    results = []
    for result in Parallel(n_jobs=jobs, return_as="generator")(
        delayed(regret_of)(task, name, range(seeds)) for task, name in work
    ):
        tell(f"{result.task}, {result.strategy}: {', '.join(f'{mean:.4f}' for mean in result.means)}")
        results.append(result)
    return RegretReport(seeds, tuple(results))


def regret_of(task: str, strategy: str, seeds: Sequence[int]) -> Regret:
    """Run one strategy on one task once per seed."""
    table = load_task(task)
    runs = [best_so_far(STRATEGIES[strategy](table, seed, max(TRIALS))) for seed in seeds]
    return Regret(task, strategy, tuple(statistics.fmean(run[trials - 1] for run in runs) for trials in TRIALS))


def best_so_far(regrets: Sequence[float]) -> list[float]:
    """Return the least of each beginning.

    >>> best_so_far([3.0, 1.0, 2.0])
    [3.0, 1.0, 1.0]
    """
    best, found = math.inf, []
    for regret in regrets:
        best = min(best, regret)
        found.append(best)
    return found


def one_at_a_time(task: Task, seed: int, trials: int, *, sampler: str) -> list[float]:
    """Let stock Optuna search, with its own defaults and its own kinds of distributions.

    Args:
        task: the table.
        seed: the sampler's.
        trials: how many.
        sampler: class name in ``optuna.samplers``.

    Returns:
        Normalized regret of each trial.
    """
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(sampler=getattr(optuna.samplers, sampler)(seed=seed))
    regrets = []
    for _ in range(trials):
        trial = study.ask()
        indices = [
            trial.suggest_int(parameter.name, 0, len(parameter.levels) - 1)
            if parameter.ordered
            else parameter.levels.index(trial.suggest_categorical(parameter.name, parameter.levels))
            for parameter in task.parameters
        ]
        regrets.append(task.look_up(indices))
        study.tell(trial, regrets[-1])
    return regrets


def in_cohorts(task: Task, seed: int, trials: int, *, sampler: str, cohort: int, group: int) -> list[float]:
    """Search as a study does: whole cohorts, asked by its own code and told in order, one after the other.

    Tables have no rungs, so with ``gp`` cohorts do not overlap here.

    Args:
        task: the table.
        seed: the study's.
        trials: how many; rounded up to whole cohorts.
        sampler: its name in a study file.
        cohort: trials asked together.
        group: members of it that share their structure; 1 for none.

    Returns:
        Normalized regret of each trial.
    """
    import optuna

    from nnsearch.search.sampling import MOST_SEEN, ask_cohort
    from nnsearch.search.sight import Sight

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    spec = _spec(sampler, seed, cohort, group)
    space, examples = TableSpace(spec, task), _no_examples()
    study = Sight(optuna.create_study(), spec.search.in_flight, most=MOST_SEEN.get(sampler))
    regrets: list[float] = []
    for number in range(-(-trials // cohort)):
        study.cohort = number
        asked = ask_cohort(study, spec, space, examples, number)
        regrets += [space.regret(trial.values) for trial in asked]
        for trial in asked:
            study.tell(trial.number, regrets[trial.number])
    return regrets


def _spec(sampler: str, seed: int, cohort: int, group: int) -> StudySpec:
    search = {"sampler": sampler, "seed": seed, "cohort": cohort, "group": group}
    return StudySpec.from_dict({"data": {"source": "moons"}, "search": search}, name="table", file="table", text="")


def _no_examples() -> Examples:
    """Return what decides containers: sizes, here of a thousand examples with eight features and two classes."""
    X = np.zeros((1000, 9), np.float32)
    y = np.zeros(1000, np.int64)
    return Examples(X, y, X[:200], y[:200], n_y=2, output="softmax")


Search = Callable[[Task, int, int], list[float]]
"""Task, seed and number of trials to the normalized regret of each trial."""

STRATEGIES: dict[str, Search] = {
    RANDOM: partial(one_at_a_time, sampler="RandomSampler"),
    TPE: partial(one_at_a_time, sampler="TPESampler"),
    FREE: partial(in_cohorts, sampler="tpe", cohort=8, group=1),
    COMPOSED: partial(in_cohorts, sampler="tpe", cohort=8, group=4),
    "8 composed, gp": partial(in_cohorts, sampler="gp", cohort=8, group=4),
    "16 composed": partial(in_cohorts, sampler="tpe", cohort=16, group=4),
    "8 even spread": partial(in_cohorts, sampler="qmc", cohort=8, group=4),
}
"""By name. Peers are asked one at a time; ours in cohorts of so many, of which groups of four share a structure if they
are composed, as a study's are."""
