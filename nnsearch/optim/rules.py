"""What an optimizer is: moments that decay, a step size per step, and an update in place.

All rules keep their moments *unscaled* (``v = beta v + g`` rather than ``beta v + (1 - beta) g``) and fold
``1 - beta`` and the bias corrections into two numbers per member and step, the *rate* and the *guard* (epsilon). The
results are the textbook's, with fewer passes over ``theta``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray, IntArray

Columns = dict[str, NDArray[np.float64]]
"""Hyperparameters of an optimizer by name, each ``(K, 1)``: ``beta1, beta2, epsilon, dampening, bias_correction``."""


@dataclass(frozen=True, eq=False)
class StepArrays:
    """One block of members and parameters, for one step.

    Args:
        theta: ``(k, p)``, updated in place.
        gradient: ``(k, p)``, may be overwritten.
        moments: the optimizer's moments ``(k, p)``, updated in place.
        work: ``(k, p)`` scratch.
        beta1: ``(k, 1)``.
        beta2: ``(k, 1)``.
    """

    theta: FloatArray
    gradient: FloatArray
    moments: tuple[FloatArray, ...]
    work: FloatArray
    beta1: FloatArray
    beta2: FloatArray


@dataclass(frozen=True)
class Optimizer:
    """An update rule.

    Args:
        moments: how many arrays ``(K, P)`` of memory it keeps.
        uses: the hyperparameters that have an effect on it, besides ``learning_rate``.
        factors: from :data:`Columns` and step numbers ``t (S,)`` counted from 1, the factor on the learning rate and
            the guard, each ``(S, K, 1)``.
        update: does one step on a block, given rate ``(k, 1)`` and guard ``(k, 1)``.
        compiled: the same in one pass, to the same bits; the arrays must be C-contiguous and in single precision.
    """

    moments: int
    uses: tuple[str, ...]
    factors: Callable[[Columns, IntArray], tuple[NDArray[np.float64], NDArray[np.float64]]]
    update: Callable[[StepArrays, FloatArray, FloatArray], None]
    compiled: Callable[[StepArrays, FloatArray, FloatArray], None]


def ones_like_steps(columns: Columns, t: IntArray) -> NDArray[np.float64]:
    """Return ones ``(S, K, 1)``."""
    return np.ones((len(t), *columns["beta1"].shape))


def powers(beta: NDArray[np.float64], t: IntArray) -> NDArray[np.float64]:
    """Return ``beta^t (S, K, 1)`` from ``beta (K, 1)`` and ``t (S,)``."""
    return np.asarray(beta[None] ** t[:, None, None], np.float64)
