"""A Gaussian process for a cohort: one model of how networks end and of how they stand at rungs, asked for all trials.

Optuna's own learns from complete trials only, draws one hyperparameter at a time from a spread where some do not act
in all trials, and takes seconds per cohort. This one learns from every rung that a trial came to.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from typing import Any

import numpy as np
from optuna import Study
from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.gaussian_process import Floats, GaussianProcess, Outlook
from nnsearch.search.normal import normal_probability
from nnsearch.search.prospects import Prospects
from nnsearch.search.space import Space
from nnsearch.search.startup import EvenSpread
from nnsearch.search.study_file import StudySpec

CANDIDATES = 512
"""Points among which a group's trials are chosen ..."""
NEAR = 0.75
"""... and the share of them that lies near ..."""
BEST = 8
"""... so many of the points that are expected to be the best."""
STEP = (0.02, 0.3)
"""How far steps from these lead, as standard deviations: between these, evenly in logarithms."""
MOVED, REDRAWN = 0.4, 0.2
"""How often a step moves a number, and how often a hyperparameter is drawn from the whole space instead."""
MOST_BELIEVED = 128
"""Trials that run, the newest of them, that are believed in at once."""


class CohortGP(BaseSampler):
    """Proposes trials by greatest expected improvement, each believing in those that run.

    To be made anew for each cohort: it reads what the cohort sees when its first trial is asked.

    Args:
        spec: the study.
        space: its space.
        seed: of the cohort's draws.
        spread: draws what is left to draw alone, where a proposal is moved to a new configuration.
        prospects: what the cohort knows.
    """

    def __init__(self, spec: StudySpec, space: Space, seed: int, spread: EvenSpread, prospects: Prospects) -> None:
        self._search, self._spread, self._prospects, self._cube = spec.search, spread, prospects, prospects.cube
        self._space = {d.internal_name: d.internal_distribution() for d in space.dimensions}
        self._rng = np.random.default_rng(seed)
        self._process: GaussianProcess | None = None
        self._best, self._around = math.inf, np.empty((0, len(self._space)))
        self._candidates: dict[bytes, _Candidates] = {}
        self._believed: set[int] = set()  # numbers of trials that run
        self._known: set[bytes] = set()  # points of trials, and what was proposed

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:  # noqa: ARG002 - Optuna's signature
        """Return every hyperparameter."""
        return dict(self._space)

    def sample_relative(
        self, study: Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]
    ) -> dict[str, Any]:  # Optuna's values
        """Propose a trial; what is missing in the space it takes from its group's first trial."""
        if self._process is None:
            self._process = self._learn()
        running = study.get_trials(deepcopy=False, states=(TrialState.RUNNING,))
        beside = [other for other in running if other.number != trial.number and other.params]
        self._believe(self._process, beside[-MOST_BELIEVED:])
        shared = self._shared(trial, beside, search_space)
        key = shared.tobytes()  # NaN equals nothing, but its bytes do
        if key not in self._candidates:
            self._candidates[key] = self._draw(self._process, shared)
        point = self._candidates[key].best(self._best, self._known)
        self._known.add(point.tobytes())
        return {name: value for name, value in self._cube.parameters(point).items() if name in search_space}

    def sample_independent(
        self, study: Study, trial: FrozenTrial, param_name: str, param_distribution: BaseDistribution
    ) -> Any:  # Optuna's values
        """See Optuna."""
        return self._spread.sample_independent(study, trial, param_name, param_distribution)

    def _shared(
        self, trial: FrozenTrial, beside: Sequence[FrozenTrial], searched: Mapping[str, BaseDistribution]
    ) -> Floats:
        """Return the quantiles that are fixed, ``(axes,)``: those of the first trial of the group; elsewhere NaN."""
        fixed = [axis.name not in searched for axis in self._cube.axes]
        if not any(fixed):
            return np.full(len(fixed), np.nan)
        first = trial.number - trial.number % self._search.cohort % self._search.group
        (leader,) = (other for other in beside if other.number == first)
        return np.where(fixed, self._cube.points([leader.params])[0], np.nan)

    def _believe(self, process: GaussianProcess, running: Sequence[FrozenTrial]) -> None:
        """Let the process believe in trials that run, once in each."""
        new = [trial for trial in running if trial.number not in self._believed]
        if new:
            points = self._cube.points([trial.params for trial in new])
            process.believe(self._prospects.at_the_end(points))
            self._believed |= {trial.number for trial in new}
            self._known |= {point.tobytes() for point in points}

    def _learn(self) -> GaussianProcess:
        """Make the process of what has been told, and note where the best points are."""
        process, points = self._prospects.process(), self._prospects.lesson.points
        expected = Outlook(process, self._prospects.at_the_end(points)).mean
        # Not the best of what is believed as well: several trials where much is expected are worth it, as the noise of
        # training makes one of them the best.
        self._best = float(expected.min())
        self._around = points[np.argsort(expected, kind="stable")[:BEST]]
        self._known |= {point.tobytes() for point in points}
        return process

    def _draw(self, process: GaussianProcess, shared: Floats) -> _Candidates:
        """Draw candidates from the whole space and near the best points, with what is shared, ``(axes,)`` or NaN."""
        rng, axes = self._rng, self._cube.axes
        quantiles = rng.random((CANDIDATES, len(axes)))
        near = int(NEAR * CANDIDATES)
        begin = self._around[rng.integers(len(self._around), size=near)]
        low, high = np.log(STEP)
        steps = rng.normal(size=begin.shape) * np.exp(rng.uniform(low, high, size=(near, 1)))
        is_choice = np.array([axis.choices > 0 for axis in axes])
        changed = np.eye(len(axes), dtype=bool)[rng.integers(len(axes), size=near)]  # at least in one hyperparameter
        redrawn = np.isnan(begin) | (changed & is_choice) | (rng.random(begin.shape) < REDRAWN)
        stepped = ~is_choice & (changed | (rng.random(begin.shape) < MOVED))
        moved = np.clip(np.where(stepped, begin + steps, begin), 0.0, 1.0)
        quantiles[:near] = np.where(redrawn, quantiles[:near], moved)
        points = self._cube.trials(np.where(np.isnan(shared), quantiles, shared))
        return _Candidates(points, Outlook(process, self._prospects.at_the_end(points)))


class _Candidates:
    """Points to choose from.

    Args:
        points: ``(k, axes)``.
        outlook: on their ends.
    """

    def __init__(self, points: Floats, outlook: Outlook) -> None:
        self._points, self._outlook = points, outlook
        self._bytes = [point.tobytes() for point in points]

    def best(self, score: float, known: Set[bytes]) -> Floats:
        """Return the point ``(axes,)`` that is expected to improve most on a score.

        Args:
            score: to improve on.
            known: points, as bytes, that are not looked for.
        """
        deviation = self._outlook.deviation
        improvement = expected_improvement((score - self._outlook.mean) / deviation) * deviation
        improvement[[own in known for own in self._bytes]] = -1.0
        point: Floats = self._points[np.argmax(improvement)]
        return point


def expected_improvement(margin: Floats) -> Floats:
    """Return what a standard normal variable is below a margin in the mean, where being above it counts 0.

    >>> expected_improvement(np.array([-10.0, 0.0, 3.0])).round(3).tolist()
    [0.0, 0.399, 3.0]
    """
    density = np.exp(-0.5 * margin * margin) / math.sqrt(2 * math.pi)
    improvement: Floats = np.maximum(density + margin * normal_probability(margin), 0.0)
    return improvement
