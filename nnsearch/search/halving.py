"""Synchronous successive halving: which trials of a cohort go on after a rung (Jamieson and Talwalkar, 2016).

Optuna's pruners decide trial by trial in the order of reports; in a cohort that trains in step that order means
nothing. These functions see the whole rung at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping


def survivors(scores: Mapping[int, float], count: int) -> list[int]:
    """Choose the trials that go on.

    Args:
        scores: of every trial that reached the rung, by trial number, less is better; ``inf`` for diverged ones.
        count: how many go on at most.

    Returns:
        Numbers, ascending. Ties go to the lower number; trials without a finite score never go on.
    """
    ranked = sorted((score, number) for number, score in scores.items() if math.isfinite(score))
    return sorted(number for _, number in ranked[:count])
