"""Gradient descent with momentum (Polyak, 1964).

``v = beta v + (1 - beta) g; theta = theta - alpha v`` with dampening (the course's form), ``v = beta v + g`` without,
which only rescales alpha; optionally ``v / (1 - beta^t)``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.optim.rules import Columns, Optimizer, StepArrays, ones_like_steps, powers


def _factors(columns: Columns, t: IntArray) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    ones = ones_like_steps(columns, t)
    beta = columns["beta1"]
    rate = ones * np.where(columns["dampening"] > 0, 1 - beta, 1.0)
    corrected = rate / (1 - powers(beta, t))
    return np.where(columns["bias_correction"] > 0, corrected, rate), ones


def _update(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    del guard
    (v,) = arrays.moments
    v *= arrays.beta1
    v += arrays.gradient
    np.multiply(v, rate, out=arrays.work)
    np.subtract(arrays.theta, arrays.work, out=arrays.theta)


def momentum_step(theta: FloatArray, g: FloatArray, v: FloatArray, beta1: FloatArray, rate: FloatArray) -> None:
    """Do one step of members ``(K, P)`` in place, with columns ``(K, 1)``."""
    for k in range(theta.shape[0]):
        for p in range(theta.shape[1]):
            v[k, p] = v[k, p] * beta1[k, 0] + g[k, p]
            theta[k, p] -= v[k, p] * rate[k, 0]


_LOOP = Loop("momentum", momentum_step, *[Array(2)] * 5)


def _compiled(arrays: StepArrays, rate: FloatArray, guard: FloatArray) -> None:
    del guard
    _LOOP(arrays.theta, arrays.gradient, *arrays.moments, arrays.beta1, rate)


MOMENTUM = Optimizer(
    moments=1,
    uses=("beta1", "dampening", "bias_correction"),
    factors=_factors,
    update=_update,
    compiled=_compiled,
)
