"""Synchronous successive halving: which trials of a cohort go on after a rung (Jamieson and Talwalkar, 2016).

Optuna's pruners decide trial by trial in the order of reports; in a cohort that trains in step that order means
nothing. These functions see the whole rung at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping


def keep_count(members: int, eta: int) -> int:
    """Return how many of a rung's trials go on: ``1/eta`` of them, rounded up.

    >>> [keep_count(n, 3) for n in (16, 6, 2, 1)]
    [6, 2, 1, 1]
    """
    return math.ceil(members / eta)


def survivors(scores: Mapping[int, float], eta: int) -> list[int]:
    """Choose the trials that go on.

    Args:
        scores: dev error of every trial that reached the rung, by trial number; ``inf`` for diverged ones.
        eta: one in ``eta`` goes on, >= 1.

    Returns:
        Numbers, ascending. Ties go to the lower number; trials without a finite score never go on.
    """
    ranked = sorted((score, number) for number, score in scores.items() if math.isfinite(score))
    return sorted(number for _, number in ranked[: keep_count(len(scores), eta)])
