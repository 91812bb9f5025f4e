"""RMSprop (Tieleman and Hinton, 2012): ``s = beta2 s + (1 - beta2) g^2; theta = theta - alpha g / (sqrt(s) + eps)``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.optim.rules import Columns, Optimizer, StepArrays, ones_like_steps


def _factors(columns: Columns, t: IntArray) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # For the unscaled s', s = (1 - beta2) s', so g / (sqrt(s) + eps) = g / c / (sqrt(s') + eps / c) with
    # c = sqrt(1 - beta2).
    scale = ones_like_steps(columns, t) * np.sqrt(1 - columns["beta2"])
    return 1 / scale, columns["epsilon"] / scale


def _update(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    (s,) = arrays.moments
    g, work = arrays.gradient, arrays.work
    s *= arrays.beta2
    np.multiply(g, g, out=work)
    s += work
    np.sqrt(s, out=work)
    work += guard
    np.divide(g, work, out=work)
    work *= rate
    np.subtract(arrays.theta, work, out=arrays.theta)


def rmsprop_step(
    theta: FloatArray, g: FloatArray, s: FloatArray, beta2: FloatArray, rate: FloatArray, guard: FloatArray
) -> None:
    """Do one step of members ``(K, P)`` in place, with columns ``(K, 1)``."""
    for k in range(theta.shape[0]):
        for p in range(theta.shape[1]):
            s[k, p] = s[k, p] * beta2[k, 0] + g[k, p] * g[k, p]
            theta[k, p] -= g[k, p] / (np.sqrt(s[k, p]) + guard[k, 0]) * rate[k, 0]


_LOOP = Loop("rmsprop", rmsprop_step, *[Array(2)] * 6)


def _compiled(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    _LOOP(arrays.theta, arrays.gradient, *arrays.moments, arrays.beta2, rate, guard)


RMSPROP = Optimizer(moments=1, uses=("beta2", "epsilon"), factors=_factors, update=_update, compiled=_compiled)
