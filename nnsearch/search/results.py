"""What the told cohorts amount to: the ranking of complete trials, and each cohort's best for the stopping rules."""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable, Sequence
from functools import partial

from nnsearch.training.objectives import OBJECTIVES, Objective


def best_first(results: Iterable[tuple[float, int]], objective: Objective) -> list[tuple[float, int]]:
    """Order pairs of objective and trial; ties go to the lower number.

    >>> best_first([(0.2, 0), (0.1, 3), (0.1, 1)], OBJECTIVES["error"])
    [(0.1, 1), (0.1, 3), (0.2, 0)]
    """
    return sorted(results, key=partial(_place, objective))


def _place(objective: Objective, result: tuple[float, int]) -> tuple[float, int]:
    return objective.loss(result[0]), result[1]


class Results:
    """Objectives of complete trials, cohort by cohort in the order of telling.

    The ranking holds (objective, number) of every complete trial, best first; ties go to the lower number.

    Args:
        objective: what trials are judged by.
    """

    def __init__(self, objective: Objective = OBJECTIVES["error"]) -> None:
        self.objective = objective
        self.ranking: list[tuple[float, int]] = []
        self._bests: list[float] = []

    def add_cohort(self, complete: Iterable[tuple[float, int]]) -> None:
        """Take in a told cohort.

        Args:
            complete: (objective, number) of its complete trials; possibly none.
        """
        best = math.inf
        for value, number in complete:
            bisect.insort(self.ranking, (value, number), key=partial(_place, self.objective))
            best = min(best, self.objective.loss(value))
        self._bests.append(best)

    def top(self, count: int) -> Sequence[tuple[float, int]]:
        """Return the best few."""
        return self.ranking[:count]

    def reached(self, target: float, cohorts: int) -> bool:
        """Return whether the best of the first ``cohorts`` told is as good as a target, or better."""
        return min(self._bests[:cohorts], default=math.inf) <= self.objective.loss(target)

    def stale(self, cohorts: int) -> int:
        """Return how many of the first ``cohorts`` told came after the best of them.

        >>> results = Results()
        >>> for number, value in enumerate([0.3, 0.1, 0.2, 0.1]):
        ...     results.add_cohort([(value, number)])
        >>> results.stale(4), results.stale(2), results.stale(0)
        (2, 0, 0)
        """
        seen = self._bests[:cohorts]
        return len(seen) - 1 - seen.index(min(seen)) if seen else 0
