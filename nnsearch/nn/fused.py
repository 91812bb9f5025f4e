"""Passes through all layers in one compiled loop each, to the same bits as :class:`nnsearch.nn.network.Network`'s own.

Calls from Python take as long as the arithmetic of a small network. The loops call BLAS as NumPy's ``matmul`` does, one
member at a time, and do what lies between products where it is still in cache. They know activations that are linear
on either side of zero; batch normalization and inputs that are dropped are not for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.memory import aligned_empty
from nnsearch.core.products import AS_IT_IS, ROW_MAJOR, SGEMM, TRANSPOSED
from nnsearch.core.types import FloatArray
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.nn.architecture import Architecture

_NOTHING, _ONCE = np.float32(0), np.float32(1)
_BYTES = 4


@dataclass(frozen=True, eq=False)
class Layers:
    """One array for each hidden layer, in one piece of memory.

    Args:
        flat: all of them, ``(size,)``.
        starts: where each begins there, and the end.
        views: of each layer, ``(K, n, m)``.
    """

    flat: FloatArray
    starts: NDArray[np.int64]
    views: list[FloatArray]

    @classmethod
    def of_ones(cls, members: int, heights: Sequence[int], batch: int, dtype: np.dtype[np.floating]) -> Layers:
        """Make arrays ``(members, height, batch)`` of ones."""
        starts = np.cumsum([0, *(members * height * batch for height in heights)], dtype=np.int64)
        flat = aligned_empty((int(starts[-1]),), dtype)
        flat.fill(1)
        shapes = [(members, height, batch) for height in heights]
        views = [
            flat[start:stop].reshape(shape) for start, stop, shape in zip(starts, starts[1:], shapes, strict=False)
        ]
        return cls(flat, starts, views)


def fusible(architecture: Architecture, batch: int, theta: FloatArray) -> bool:
    """Whether the loops know networks like these.

    Args:
        architecture: the container.
        batch: examples per call.
        theta: parameters ``(K, P)``.
    """
    # Where a side is 1 NumPy multiplies by vectors, which is another function.
    least = min(batch, architecture.n_y, *architecture.hidden, 2)
    plain = not (architecture.batch_norm or architecture.input_dropout)
    # Padding must be silent without a mask of its own.
    known = [ACTIVATIONS[name].leak is not None and ACTIVATIONS[name].zero_at_zero for name in architecture.activation]
    laid_out = theta.dtype == np.float32 and theta.flags.c_contiguous
    return SGEMM is not None and laid_out and plain and least == 2 and bool(known) and all(known)


class FusedPasses:
    """Forward and backward passes of one network.

    Args:
        architecture: the container, see :func:`fusible`.
        theta: ``(K, P)``, read at each call.
        gradient: ``(K, P)``, written by :meth:`backward`.
        units: each hidden layer's ``A``, a row of ones below it, ``(K, n + 1, m)``.
        slopes: ``g'(Z)``, ``(K, n, m)``.
        deltas: ``dZ``, ``(K, n, m)``.
        output: ``Z`` of the output layer, ``(K, n_y, m)``; the rows of a member may lie apart.
    """

    def __init__(
        self,
        architecture: Architecture,
        theta: FloatArray,
        gradient: FloatArray,
        units: Layers,
        slopes: Layers,
        deltas: Layers,
        output: FloatArray,
    ) -> None:
        blocks = architecture.blocks
        leaks = np.array([ACTIVATIONS[name].leak for name in architecture.activation])
        dtype = theta.dtype
        self._parameters = theta, gradient
        self._widths = np.array([architecture.n_x, *architecture.hidden, architecture.n_y], np.int64)
        self._starts = np.array([block.start for block in blocks], np.int64)
        self._units, self._slopes, self._deltas = units, slopes, deltas
        self._leaks, self._steps = leaks.astype(dtype), (1 - leaks).astype(dtype)
        self._dropped = np.zeros(len(leaks), np.bool_)
        self._columns = aligned_empty((architecture.n_x + 1, output.shape[2]), dtype)
        self._output = output
        self._place = (output.ctypes.data, output.strides[0] // _BYTES, output.strides[1] // _BYTES)

    def fits(self, X: FloatArray) -> bool:
        """Whether inputs lie as the loops go through them: ``(m, n_x + 1)`` row by row, in single precision."""
        return X.shape == self._columns.shape[::-1] and X.dtype == np.float32 and X.flags.c_contiguous

    def forward(self, X: FloatArray, masks: Sequence[FloatArray | None]) -> None:
        """Compute ``A`` and ``g'(Z)`` of all layers and the output's ``Z``.

        Args:
            X: rows ``(m, n_x + 1)``, the last column ones, laid out and of a type as :meth:`fits` says.
            masks: per hidden layer ``(K, n, m)``, or ``None``; none at all without dropout.
        """
        self._dropped.fill(False)
        for layer, mask in enumerate(masks):
            if mask is not None:
                self._dropped[layer] = True
                np.copyto(self._slopes.views[layer], mask)  # where the loop looks for it
        theta, _ = self._parameters
        units, slopes = self._units, self._slopes
        shape = self._widths, self._starts
        activations = self._leaks, self._steps, self._dropped
        buffers = units.flat, units.starts, slopes.flat, slopes.starts
        _FORWARD(X, self._columns, theta, *shape, *activations, *buffers, *self._place)

    def backward(self, X: FloatArray) -> None:
        """Compute the gradient; the output holds ``dZ``.

        Args:
            X: as it was for :meth:`forward`.
        """
        units, slopes, deltas = self._units, self._slopes, self._deltas
        shape = self._widths, self._starts
        buffers = units.flat, units.starts, slopes.flat, deltas.flat, slopes.starts
        _BACKWARD(X, *self._parameters, *shape, *buffers, *self._place)


def _forward_loop(
    X: FloatArray,
    columns: FloatArray,
    theta: FloatArray,
    widths: NDArray[np.int64],
    starts: NDArray[np.int64],
    leaks: FloatArray,
    steps: FloatArray,
    dropped: NDArray[np.bool_],
    units: FloatArray,
    unit_starts: NDArray[np.int64],
    slopes: FloatArray,
    slope_starts: NDArray[np.int64],
    output: int,
    member: int,
    row: int,
) -> None:
    """Go up through the layers of each member.

    Args:
        X: rows ``(m, n_x + 1)``.
        columns: room for their transpose, ``(n_x + 1, m)``.
        theta: parameters ``(K, P)``.
        widths: units of each layer, inputs and outputs included.
        starts: of each layer's matrix in a row of ``theta``.
        leaks: slope left of zero, of each hidden layer ...
        steps: ... and what the slope on the right is more.
        dropped: whether a layer's slopes hold a mask before they are slopes.
        units: of all hidden layers.
        unit_starts: of each layer there.
        slopes: of all hidden layers.
        slope_starts: of each layer there.
        output: address of the output layer's ``Z``.
        member: how far its members are apart ...
        row: ... and its rows, in numbers.
    """
    m, below_x = X.shape
    # Signed, as they are added to signed numbers: of both kinds numba would make floats.
    theta_at, units_at = np.int64(theta.ctypes.data), np.int64(units.ctypes.data)
    for i in range(below_x):
        for j in range(m):
            columns[i, j] = X[j, i]
    for k in range(theta.shape[0]):
        below = np.int64(columns.ctypes.data)
        parameters = theta_at + _BYTES * k * theta.shape[1]
        for layer in range(leaks.shape[0]):
            n, n_in = widths[layer + 1], widths[layer] + 1
            start, slope_start = unit_starts[layer] + k * (n + 1) * m, slope_starts[layer] + k * n * m
            W, above = parameters + _BYTES * starts[layer], units_at + _BYTES * start
            SGEMM(ROW_MAJOR, AS_IT_IS, AS_IT_IS, n, m, n_in, _ONCE, W, n_in, below, m, _NOTHING, above, m)
            A, G = units[start : start + n * m], slopes[slope_start : slope_start + n * m]
            leak, step, masked = leaks[layer], steps[layer], dropped[layer]
            for i in range(n * m):
                slope = np.float32(A[i] > 0) * step + leak
                factor = G[i] if masked else _ONCE
                A[i] = A[i] * slope * factor
                G[i] = slope * factor
            below = above
        n, n_in = widths[-1], widths[-2] + 1
        W, Z = parameters + _BYTES * starts[-1], output + _BYTES * k * member
        SGEMM(ROW_MAJOR, AS_IT_IS, AS_IT_IS, n, m, n_in, _ONCE, W, n_in, below, m, _NOTHING, Z, row)


def _backward_loop(
    X: FloatArray,
    theta: FloatArray,
    gradient: FloatArray,
    widths: NDArray[np.int64],
    starts: NDArray[np.int64],
    units: FloatArray,
    unit_starts: NDArray[np.int64],
    slopes: FloatArray,
    deltas: FloatArray,
    slope_starts: NDArray[np.int64],
    output: int,
    member: int,
    row: int,
) -> None:
    """Go down through the layers of each member; arguments as in :func:`_forward_loop`."""
    m, below_x = X.shape
    theta_at, gradient_at = np.int64(theta.ctypes.data), np.int64(gradient.ctypes.data)
    X_at, units_at, deltas_at = np.int64(X.ctypes.data), np.int64(units.ctypes.data), np.int64(deltas.ctypes.data)
    for k in range(theta.shape[0]):
        parameters = _BYTES * k * theta.shape[1]
        dZ, apart, n = output + _BYTES * k * member, row, widths[-1]
        for layer in range(widths.shape[0] - 2, 0, -1):
            units_below = widths[layer]
            n_in = units_below + 1
            place = parameters + _BYTES * starts[layer]
            W, dW = theta_at + place, gradient_at + place
            A = units_at + _BYTES * (unit_starts[layer - 1] + k * n_in * m)
            SGEMM(ROW_MAJOR, AS_IT_IS, TRANSPOSED, n, n_in, m, _ONCE, dZ, apart, A, m, _NOTHING, dW, n_in)
            start = slope_starts[layer - 1] + k * units_below * m
            dA = deltas_at + _BYTES * start
            SGEMM(ROW_MAJOR, TRANSPOSED, AS_IT_IS, units_below, m, n, _ONCE, W, n_in, dZ, apart, _NOTHING, dA, m)
            D, G = deltas[start : start + units_below * m], slopes[start : start + units_below * m]
            for i in range(units_below * m):
                D[i] *= G[i]
            dZ, apart, n = dA, m, units_below
        dW = gradient_at + parameters + _BYTES * starts[0]
        SGEMM(ROW_MAJOR, AS_IT_IS, AS_IT_IS, n, below_x, m, _ONCE, dZ, apart, X_at, below_x, _NOTHING, dW, below_x)


_MATRIX, _FLAT, _PLACES = Array(2), Array(1), Array(1, "int64")
_OUTPUT = ("int64",) * 3
_FORWARD = Loop(
    "forward",
    _forward_loop,
    *(_MATRIX, _MATRIX, _MATRIX, _PLACES, _PLACES),
    *(_FLAT, _FLAT, Array(1, "bool"), _FLAT, _PLACES, _FLAT, _PLACES),
    *_OUTPUT,
)
_BACKWARD = Loop(
    "backward",
    _backward_loop,
    *(_MATRIX, _MATRIX, _MATRIX, _PLACES, _PLACES, _FLAT, _PLACES, _FLAT, _FLAT, _PLACES),
    *_OUTPUT,
)
