"""What a cohort can know from the trials it sees: one Gaussian process of how networks end and stand at rungs.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from optuna.trial import FrozenTrial

from nnsearch.core.seeds import generator
from nnsearch.search.gaussian_process import Floats, GaussianProcess, Outlook, Scales, fit_scales
from nnsearch.search.observations import Observations, levels, observe
from nnsearch.search.policies import plan_of
from nnsearch.search.settings import Scalar
from nnsearch.search.space import Space
from nnsearch.search.startup import enough_to_learn
from nnsearch.search.study_file import StudySpec
from nnsearch.search.unit_cube import UnitCube

LEAST_TOLD = 8
"""Finished trials from which the process is worth more than an even spread: a cohort of ``gp``, by default."""
STAGE_LENGTH = 1.5
"""Expected length of the stage, whose first rung and end are 1 apart: a start is expected to say much of its end."""
FITTED = 64
"""Observations that scales are fitted to; the process itself sees all."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """What told trials come to.

    Args:
        points: the trials, ``(trials, axes)``.
        seen: what they have shown, ``n`` observations.
        X: features of these, ``(n, d + 1)``, the last one being the stage.
        scales: of the process that fits them.
    """

    points: Floats
    seen: Observations
    X: Floats
    scales: Scales


class Prospects:
    """The process of one cohort. It learns when it is first asked, from what the cohort sees, and then stays.

    Args:
        spec: the study.
        space: its space.
        cohort: its number.
        told: returns the finished trials that the cohort sees.
        sign: -1 where more is better, else 1.
    """

    def __init__(
        self, spec: StudySpec, space: Space, cohort: int, told: Callable[[], list[FrozenTrial]], sign: int = 1
    ) -> None:
        self._space = space
        self._rungs = plan_of(spec.search, spec.training.epochs, cohort=0).rungs  # the first plan has them all
        self._rng = generator(spec.search.seed, "observations that scales are fitted to", cohort)
        self._told, self._sign = told, sign

    @cached_property
    def cube(self) -> UnitCube:
        """The space as the process sees it."""
        return UnitCube(self._space)

    @cached_property
    def trials(self) -> list[FrozenTrial]:
        """The finished trials that the cohort sees."""
        return self._told()

    @cached_property
    def lesson(self) -> Lesson:
        """What they come to; there must be some."""
        seen = observe(self.trials, self._rungs, self._sign)
        points = self.cube.points([trial.params for trial in self.trials])
        X = np.column_stack([self.cube.features(points)[seen.trial], seen.stage])
        some = np.sort(self._rng.permutation(len(X))[:FITTED])
        lengths = np.array([*self.cube.lengths, STAGE_LENGTH])
        return Lesson(points, seen, X, fit_scales(X[some], seen.score[some], lengths))

    @cached_property
    def _process(self) -> GaussianProcess:
        lesson = self.lesson
        return GaussianProcess(lesson.scales, lesson.X, lesson.seen.score)

    def process(self) -> GaussianProcess:
        """Return a process that has seen what was told; what it takes in from then on is its own."""
        return copy(self._process)

    def at_the_end(self, points: Floats) -> Floats:
        """Return the features of points ``(n, axes)`` at the end of training, ``(n, d + 1)``."""
        return np.column_stack([self.cube.features(points), np.ones(len(points))])

    def margins(self, trials: Sequence[tuple[Mapping[str, Scalar], Sequence[float]]]) -> list[float] | None:
        """Return by how much trials that train are expected to end better than every one that has been told.

        What they have shown so far counts as much as the process makes of it: in a region that it does not know a good
        start promises a good end; where it has seen many networks end alike, better and worse starts are luck.

        Args:
            trials: true values by study-file name, and the objective by epoch so far, of each.

        Returns:
            For each, in standard deviations of its end, noise of training included; ``None`` while too little has been
            told: a few trials, and one of them to be compared with at every rung.
        """
        if not enough_to_learn(self.trials, LEAST_TOLD) or self.lesson.seen.followed < len(self._rungs):
            return None
        lesson = self.lesson
        points = self.cube.points_at([values for values, _ in trials])
        shown = lesson.seen.beside(np.array([levels(curve, self._rungs, self._sign) for _, curve in trials]))
        process = self.process()
        process.see(np.column_stack([self.cube.features(points)[shown.trial], shown.stage]), shown.score)
        end = Outlook(process, self.at_the_end(points))
        best = lesson.seen.score[lesson.seen.stage == 1].min()
        spread = np.sqrt(np.square(end.deviation) + lesson.scales.noise)
        margins: list[float] = ((best - end.mean) / spread).tolist()
        return margins
