"""Plain gradient descent: ``theta = theta - alpha g``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.optim.rules import Columns, Optimizer, StepArrays, ones_like_steps


def _factors(columns: Columns, t: IntArray) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    ones = ones_like_steps(columns, t)
    return ones, ones


def _update(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    del guard
    np.multiply(arrays.gradient, rate, out=arrays.work)
    np.subtract(arrays.theta, arrays.work, out=arrays.theta)


def gradient_descent_step(theta: FloatArray, g: FloatArray, rate: FloatArray) -> None:
    """Do one step of members ``(K, P)`` in place, with columns ``(K, 1)``."""
    for k in range(theta.shape[0]):
        for p in range(theta.shape[1]):
            theta[k, p] -= g[k, p] * rate[k, 0]


_LOOP = Loop("gradient_descent", gradient_descent_step, *[Array(2)] * 3)


def _compiled(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    del guard
    _LOOP(arrays.theta, arrays.gradient, rate)


GRADIENT_DESCENT = Optimizer(moments=0, uses=(), factors=_factors, update=_update, compiled=_compiled)
