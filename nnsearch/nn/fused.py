"""Passes of one member through all layers, to be compiled, with the bits of :class:`nnsearch.nn.network.Network`'s.

*Fused* is what one loop does where NumPy needs many calls. The passes call BLAS as NumPy's ``matmul`` does, and do what
lies between products where it is still in cache. They know activations that are linear on either side of zero; batch
normalization and inputs that are dropped are not for them.

All arrays are in single precision and have one dimension: ``theta (P,)``; ``columns ((n_x + 1) m,)``, the inputs with
a row of ones below; ``units (sum of (n + 1) m,)``, each hidden layer's ``A`` with a row of ones below; ``slopes`` and
``deltas (sum of n m,)``, ``g'(Z)`` and ``dZ``; ``output (n_y m,)``.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.products import AS_IT_IS, ROW_MAJOR, SGEMM, SOMATCOPY, TRANSPOSED
from nnsearch.core.types import FloatArray
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.nn.architecture import Architecture

_NOTHING, _ONCE = np.float32(0), np.float32(1)
_LEAST, _INFINITY = np.finfo(np.float32).min, np.float32(np.inf)
_BYTES = 4


def fusible(architecture: Architecture, batches: Collection[int], dtype: np.dtype[np.floating]) -> bool:
    """Whether the passes know networks like these.

    Args:
        architecture: the container.
        batches: examples per call.
        dtype: of the parameters.
    """
    # Where a side is 1 NumPy multiplies by vectors, which is another function.
    least = min(*batches, architecture.n_y, *architecture.hidden, 2)
    plain = not (architecture.batch_norm or architecture.input_dropout)
    # Padding must be silent without a mask of its own.
    known = [ACTIVATIONS[name].leak is not None and ACTIVATIONS[name].zero_at_zero for name in architecture.activation]
    found = SGEMM is not None and SOMATCOPY is not None
    return found and dtype == np.float32 and plain and least == 2 and bool(known) and all(known)


def leaks_of(architecture: Architecture) -> NDArray[np.float64]:
    """Return the slopes left of zero of a fusible network's hidden layers."""
    return np.array([ACTIVATIONS[name].leak for name in architecture.activation], np.float64)


def sizes_of(architecture: Architecture) -> NDArray[np.int64]:
    """Return the units of each layer, inputs and outputs included."""
    return np.array([architecture.n_x, *architecture.hidden, architecture.n_y], np.int64)


def starts_of(architecture: Architecture) -> NDArray[np.int64]:
    """Return where each layer's matrix begins in a row of ``theta``."""
    return np.array([block.start for block in architecture.blocks], np.int64)


def transpose(X: FloatArray, columns: FloatArray, m: int) -> None:
    """Write the first ``m`` rows of ``X (>= m, n_x + 1)`` as columns."""
    n, X_at, columns_at = X.shape[1], np.int64(X.ctypes.data), np.int64(columns.ctypes.data)
    SOMATCOPY(ROW_MAJOR, TRANSPOSED, m, n, _ONCE, X_at, n, columns_at, m)


def forward(
    evaluates: bool,
    theta: FloatArray,
    columns: FloatArray,
    widths: NDArray[np.int64],
    starts: NDArray[np.int64],
    leaks: FloatArray,
    steps: FloatArray,
    keep_prob: FloatArray,
    dropped: NDArray[np.bool_],
    uniforms: FloatArray,
    units: FloatArray,
    slopes: FloatArray,
    output: FloatArray,
    m: int,
) -> None:
    """Compute ``A`` and ``g'(Z)`` of all layers and the output's ``Z``.

    Args:
        evaluates: whether nothing is dropped and slopes are not needed.
        theta: read.
        columns: the inputs.
        widths: see :func:`sizes_of`.
        starts: see :func:`starts_of`.
        leaks: slope left of zero, of each hidden layer ...
        steps: ... and what the slope on the right is more.
        keep_prob: of each hidden layer.
        dropped: whether a layer has dropout.
        uniforms: draws that decide what is dropped, as slopes lie.
        units: written.
        slopes: written.
        output: written.
        m: examples.
    """
    # Signed, as they are added to signed numbers: of both kinds numba would make floats.
    parameters, units_at = np.int64(theta.ctypes.data), np.int64(units.ctypes.data)
    below = np.int64(columns.ctypes.data)
    unit = slope_start = 0
    for layer in range(leaks.shape[0]):
        n, n_in = widths[layer + 1], widths[layer] + 1
        W, above = parameters + _BYTES * starts[layer], units_at + _BYTES * unit
        SGEMM(ROW_MAJOR, AS_IT_IS, AS_IT_IS, n, m, n_in, _ONCE, W, n_in, below, m, _NOTHING, above, m)
        A, G = units[unit : unit + n * m], slopes[slope_start : slope_start + n * m]
        leak, step = leaks[layer], steps[layer]
        if evaluates:
            low = _LEAST if leak == 0 else -_INFINITY  # minus infinity times 0 would be no number
            for i in range(n * m):
                A[i] = max(A[i], low) * leak if A[i] <= 0 else A[i]
        elif dropped[layer]:
            U, keep = uniforms[slope_start : slope_start + n * m], keep_prob[layer]
            kept = _ONCE / keep
            for i in range(n * m):
                slope = np.float32(A[i] > 0) * step + leak
                factor = kept if U[i] < keep else _NOTHING
                A[i] = A[i] * slope * factor
                G[i] = slope * factor
        else:
            for i in range(n * m):
                slope = np.float32(A[i] > 0) * step + leak
                A[i] *= slope
                G[i] = slope
        ones = units[unit + n * m : unit + (n + 1) * m]
        for j in range(m):
            ones[j] = 1
        below = above
        unit += (n + 1) * m
        slope_start += n * m
    n, n_in = widths[-1], widths[-2] + 1
    W, Z = parameters + _BYTES * starts[-1], np.int64(output.ctypes.data)
    SGEMM(ROW_MAJOR, AS_IT_IS, AS_IT_IS, n, m, n_in, _ONCE, W, n_in, below, m, _NOTHING, Z, m)


def backward(
    X: FloatArray,
    theta: FloatArray,
    gradient: FloatArray,
    widths: NDArray[np.int64],
    starts: NDArray[np.int64],
    units: FloatArray,
    slopes: FloatArray,
    deltas: FloatArray,
    output: FloatArray,
    m: int,
) -> None:
    """Compute the gradient, as arrays are after :func:`forward`.

    Args:
        X: the inputs as rows, ``(>= m, n_x + 1)``.
        theta: read.
        gradient: written, as ``theta`` lies.
        widths: see :func:`sizes_of`.
        starts: see :func:`starts_of`.
        units: read.
        slopes: read.
        deltas: written.
        output: ``dZ`` of the output layer.
        m: examples.
    """
    below_x = X.shape[1]
    theta_at, gradient_at = np.int64(theta.ctypes.data), np.int64(gradient.ctypes.data)
    X_at, units_at, deltas_at = np.int64(X.ctypes.data), np.int64(units.ctypes.data), np.int64(deltas.ctypes.data)
    dZ, n = np.int64(output.ctypes.data), widths[-1]
    delta = np.int64(0)
    for layer in range(1, widths.shape[0] - 1):
        delta += widths[layer] * m
    unit = delta + (widths.shape[0] - 2) * m
    for layer in range(widths.shape[0] - 2, 0, -1):
        below = widths[layer]
        n_in = below + 1
        unit -= n_in * m
        delta -= below * m
        place = _BYTES * starts[layer]
        W, dW, A = theta_at + place, gradient_at + place, units_at + _BYTES * unit
        SGEMM(ROW_MAJOR, AS_IT_IS, TRANSPOSED, n, n_in, m, _ONCE, dZ, m, A, m, _NOTHING, dW, n_in)
        dA = deltas_at + _BYTES * delta
        SGEMM(ROW_MAJOR, TRANSPOSED, AS_IT_IS, below, m, n, _ONCE, W, n_in, dZ, m, _NOTHING, dA, m)
        D, G = deltas[delta : delta + below * m], slopes[delta : delta + below * m]
        for i in range(below * m):
            D[i] *= G[i]
        dZ, n = dA, below
    dW = gradient_at + _BYTES * starts[0]
    SGEMM(ROW_MAJOR, AS_IT_IS, AS_IT_IS, n, below_x, m, _ONCE, dZ, m, X_at, below_x, _NOTHING, dW, below_x)
