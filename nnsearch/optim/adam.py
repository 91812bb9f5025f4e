"""Adam (Kingma and Ba, 2015), always bias corrected.

``v = beta1 v + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2;
theta = theta - alpha v/(1 - beta1^t) / (sqrt(s/(1 - beta2^t)) + eps)``
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.optim.rules import Columns, Optimizer, StepArrays, powers


def _factors(columns: Columns, t: IntArray) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # With the unscaled moments v', s': v/(1 - beta1^t) = first v' and sqrt(s/(1 - beta2^t)) = second sqrt(s').
    first = (1 - columns["beta1"]) / (1 - powers(columns["beta1"], t))
    second = np.sqrt((1 - columns["beta2"]) / (1 - powers(columns["beta2"], t)))
    return first / second, columns["epsilon"] / second


def _update(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    v, s = arrays.moments
    g, work = arrays.gradient, arrays.work
    v *= arrays.beta1
    v += g
    s *= arrays.beta2
    np.multiply(g, g, out=work)
    s += work
    np.sqrt(s, out=work)
    work += guard
    np.divide(v, work, out=work)
    work *= rate
    np.subtract(arrays.theta, work, out=arrays.theta)


def adam_step(
    theta: FloatArray,
    g: FloatArray,
    v: FloatArray,
    s: FloatArray,
    beta1: FloatArray,
    beta2: FloatArray,
    rate: FloatArray,
    guard: FloatArray,
) -> None:
    """Do one step of members ``(K, P)`` in place, with columns ``(K, 1)``."""
    for k in range(theta.shape[0]):
        for p in range(theta.shape[1]):
            v[k, p] = v[k, p] * beta1[k, 0] + g[k, p]
            s[k, p] = s[k, p] * beta2[k, 0] + g[k, p] * g[k, p]
            theta[k, p] -= v[k, p] / (np.sqrt(s[k, p]) + guard[k, 0]) * rate[k, 0]


_LOOP = Loop("adam", adam_step, *[Array(2)] * 8)


def _compiled(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    _LOOP(arrays.theta, arrays.gradient, *arrays.moments, arrays.beta1, arrays.beta2, rate, guard)


ADAM = Optimizer(moments=2, uses=("beta1", "beta2", "epsilon"), factors=_factors, update=_update, compiled=_compiled)
