"""Normalizing inputs with statistics of the training set: ``(x - mu) / sigma``, or pixels divided by the brightest.

Statistics are float64. What is kept of them is float32 and is exactly what training uses, so that a saved network
prepares its inputs as it was trained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import BoolArray
from nnsearch.data.raw import Inputs
from nnsearch.data.spec import Normalization

CHUNK = 2**16
LEAST_SCALE = float(np.finfo(np.float32).tiny)


@dataclass(frozen=True, eq=False)
class Scaling:
    """A shift and a scale for each feature.

    Args:
        mean: ``(n_x,)`` float32, subtracted.
        scale: ``(n_x,)`` float32, divided by; never 0.
    """

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]

    def apply(self, X: Inputs | NDArray[np.float32], out: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
        """Scale examples: ``(X - mean) / scale``, computed in float64.

        Args:
            X: ``(m, n_x)`` of any real type.
            out: takes the result ``(m, n_x)``.

        Returns:
            ``out``, or a new array ``(m, n_x)`` float32, C-contiguous; infinite where a value leaves float32's range.
        """
        scaled = np.empty(X.shape, dtype=np.float32) if out is None else out
        mean, scale = self.mean.astype(np.float64), self.scale.astype(np.float64)
        with np.errstate(over="ignore", under="ignore"):
            for rows in _chunks(X):
                shifted = X[rows] - mean
                np.divide(shifted, scale, out=scaled[rows], casting="same_kind")
        return scaled


@dataclass(frozen=True, eq=False)
class Moments:
    """What scaling has to know of the training set, of each feature ``(n_x,)`` float64.

    Args:
        mean: the mean.
        deviation: the standard deviation, divided by m.
        lowest: the least value.
        highest: the greatest value.
    """

    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]

    @property
    def constant(self) -> BoolArray:
        """Features with one value only, by max == min: a computed deviation misses them by rounding."""
        return np.asarray(self.highest == self.lowest)

    @property
    def lost_precision(self) -> BoolArray:
        """Features that vary less than the distance of the mean to the next float32."""
        return np.asarray((self.deviation < np.spacing(np.abs(self.mean).astype(np.float32))) & ~self.constant)


def measure(blocks: Iterable[Inputs]) -> Moments:
    """Go through the training set twice: for the mean, and for the deviation from it.

    Args:
        blocks: inputs ``(some, n_x)``, the same each time, of magnitudes within float32's range; m >= 1 in all.
    """
    m = 0
    total: NDArray[np.float64] | float = 0.0
    lowest: NDArray[np.float64] | float = np.inf
    highest: NDArray[np.float64] | float = -np.inf
    for block in blocks:
        m += len(block)
        total = total + block.sum(axis=0, dtype=np.float64)
        lowest = np.minimum(lowest, block.min(axis=0))
        highest = np.maximum(highest, block.max(axis=0))
    mean = np.asarray(total / m)
    squares: NDArray[np.float64] | float = 0.0
    with np.errstate(under="ignore"):
        for block in blocks:
            squares = squares + np.square(block - mean).sum(axis=0)
        return Moments(mean, np.sqrt(squares / m), np.asarray(lowest), np.asarray(highest))


def fit_scaling(
    normalization: Normalization, n_x: int, moments: Moments | None = None, brightest: float = 255.0
) -> Scaling:
    """Choose shift and scale.

    Args:
        normalization: ``standard`` (mean and deviation; constant features are only shifted), ``unit`` (divide by
            ``brightest``) or ``none``.
        n_x: number of features.
        moments: of the training set; ``standard`` needs them.
        brightest: the largest value a pixel can take.
    """
    if normalization == "standard" and moments is not None:
        idle = moments.constant | (moments.deviation < LEAST_SCALE)
        with np.errstate(under="ignore"):
            scale = np.where(idle, 1, moments.deviation).astype(np.float32)
            return Scaling(moments.mean.astype(np.float32), scale)
    divisor = brightest if normalization == "unit" else 1.0
    return Scaling(np.zeros(n_x, np.float32), np.full(n_x, divisor, np.float32))


def _chunks(X: Inputs | NDArray[np.float32]) -> Iterator[slice]:
    # Float64 temporaries of a whole picture set would be eight times the set; these stay in the cache.
    step = max(1, CHUNK // X.shape[1])
    return (slice(start, start + step) for start in range(0, X.shape[0], step))
