"""Activations ``g`` and their derivatives ``g'``, in place, one entry each.

A training pass asks for the *slope* ``G = g'(Z)`` together with ``A = g(Z)``: dropout is then one more factor on both,
and backpropagation is a single product ``dZ = dA * G``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray

LEAK = 0.01
"""Slope of leaky ReLU for negative ``z``."""


@dataclass(frozen=True)
class Activation:
    """An activation and its derivative.

    Args:
        apply: replaces ``Z`` by ``A = g(Z)`` in place.
        apply_with_slope: replaces ``Z`` by ``A`` in place and writes ``G = g'(Z)`` to its second argument.
        zero_at_zero: whether ``g(0) = 0``, so that units which exist only as padding stay silent by themselves.
        gain: initial weights have variance ``gain / n_in``: 2 for the ReLU family (He et al., 2015), else 1
            (Xavier).
        compiled: as ``apply_with_slope`` and to the same bits, in one pass over the first rows of a C-contiguous
            ``(K, >= n, m)`` and over ``G (K, n, m)``, in single precision.
        leak: its slope left of zero, where it is linear there and has slope 1 on the right; else ``None``.
    """

    apply: Callable[[FloatArray], None]
    apply_with_slope: Callable[[FloatArray, FloatArray], None]
    zero_at_zero: bool = True
    gain: float = 1.0
    compiled: Callable[[FloatArray, FloatArray], None] | None = None
    leak: float | None = None


def _relu(A: FloatArray) -> None:
    # An array of zeros: NumPy 2.4 takes four times as long over the scalar 0.
    np.maximum(A, np.zeros(A.shape[1:], A.dtype), out=A)


def _positive(A: FloatArray, G: FloatArray) -> None:
    """Write 1 where ``A > 0``, else 0. Copying the comparison is faster than a ufunc that casts it."""
    np.copyto(G, A > 0)


def _relu_with_slope(A: FloatArray, G: FloatArray) -> None:
    _positive(A, G)  # the derivative at 0 is taken as 0
    A *= G  # faster than np.maximum with a scalar


def _leaky_relu(A: FloatArray) -> None:
    np.maximum(A, A * A.dtype.type(LEAK), out=A)


def _leaky_relu_with_slope(A: FloatArray, G: FloatArray) -> None:
    _positive(A, G)
    G *= G.dtype.type(1 - LEAK)
    G += G.dtype.type(LEAK)
    A *= G


def _tanh(A: FloatArray) -> None:
    np.tanh(A, out=A)


def _tanh_with_slope(A: FloatArray, G: FloatArray) -> None:
    np.tanh(A, out=A)
    np.multiply(A, A, out=G)
    np.subtract(1, G, out=G)


def _sigmoid(A: FloatArray) -> None:
    # sigma(z) = (1 + tanh(z / 2)) / 2 cannot overflow, whatever z.
    A *= A.dtype.type(0.5)
    np.tanh(A, out=A)
    A += 1
    A *= A.dtype.type(0.5)


def _sigmoid_with_slope(A: FloatArray, G: FloatArray) -> None:
    _sigmoid(A)
    np.subtract(1, A, out=G)
    G *= A


def _linear(A: FloatArray) -> None:
    del A  # g(z) = z: there is nothing to do


def _linear_with_slope(A: FloatArray, G: FloatArray) -> None:
    del A
    G.fill(1)


def _relu_loop(A: FloatArray, G: FloatArray) -> None:
    for k in range(G.shape[0]):
        for i in range(G.shape[1]):
            for j in range(G.shape[2]):
                G[k, i, j] = A[k, i, j] > 0
                A[k, i, j] *= G[k, i, j]


_RELU = Loop("relu", _relu_loop, Array(3), Array(3))

ACTIVATIONS: dict[str, Activation] = {
    "relu": Activation(_relu, _relu_with_slope, gain=2.0, compiled=_RELU, leak=0.0),
    "leaky_relu": Activation(_leaky_relu, _leaky_relu_with_slope, gain=2.0, leak=LEAK),
    "tanh": Activation(_tanh, _tanh_with_slope),
    "sigmoid": Activation(_sigmoid, _sigmoid_with_slope, zero_at_zero=False),
    "linear": Activation(_linear, _linear_with_slope, leak=1.0),
}
"""``relu`` max(0, z); ``leaky_relu`` z or 0.01 z; ``tanh``; ``sigmoid`` 1/(1+e^-z); ``linear`` z."""
