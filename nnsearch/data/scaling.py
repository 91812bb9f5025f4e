"""Normalizing inputs with statistics of the training set: ``(x - mu) / sigma``, or pixels divided by the brightest.

Statistics are float64. What is kept of them is float32 and is exactly what training uses, so that a saved network
prepares its inputs as it was trained.
"""

from __future__ import annotations

from collections.abc import Iterator
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

    def apply(self, X: Inputs | NDArray[np.float32]) -> NDArray[np.float32]:
        """Scale examples: ``(X - mean) / scale``, computed in float64.

        Args:
            X: ``(m, n_x)`` of any real type.

        Returns:
            A new array ``(m, n_x)`` float32, C-contiguous; infinite where a value leaves float32's range.
        """
        scaled = np.empty(X.shape, dtype=np.float32)
        mean, scale = self.mean.astype(np.float64), self.scale.astype(np.float64)
        with np.errstate(over="ignore", under="ignore"):
            for rows in _chunks(X):
                shifted = X[rows] - mean
                np.divide(shifted, scale, out=scaled[rows], casting="same_kind")
        return scaled


def constant_features(X: Inputs) -> BoolArray:
    """Find features with one value only, by max == min: a computed deviation misses them by rounding.

    Args:
        X: ``(m, n_x)``, m >= 1.

    Returns:
        ``(n_x,)``, true where the feature never changes.
    """
    return np.asarray(X.max(axis=0) == X.min(axis=0))


def fit_scaling(X: Inputs, normalization: Normalization, brightest: float = 255.0) -> Scaling:
    """Choose shift and scale from the training set.

    Args:
        X: training inputs ``(m, n_x)``, m >= 1, of magnitudes within float32's range.
        normalization: ``standard`` (mean and deviation; constant features are only shifted), ``unit`` (divide by
            ``brightest``) or ``none``.
        brightest: the largest value a pixel can take.
    """
    n_x = X.shape[1]
    if normalization == "standard":
        return _fit_standard(X)
    divisor = brightest if normalization == "unit" else 1.0
    return Scaling(np.zeros(n_x, np.float32), np.full(n_x, divisor, np.float32))


def lost_precision(X: Inputs) -> BoolArray:
    """Find features that vary less than float32 can tell numbers of their size apart.

    Args:
        X: training inputs ``(m, n_x)``.

    Returns:
        ``(n_x,)``, true where the deviation is below the distance of the mean to the next float32.
    """
    mean, deviation = _moments(X)
    return np.asarray((deviation < np.spacing(np.abs(mean).astype(np.float32))) & ~constant_features(X))


def _fit_standard(X: Inputs) -> Scaling:
    mean, deviation = _moments(X)
    with np.errstate(under="ignore"):
        constant = constant_features(X) | (deviation < LEAST_SCALE)
        return Scaling(mean.astype(np.float32), np.where(constant, 1, deviation).astype(np.float32))


def _moments(X: Inputs) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    mean = X.mean(axis=0, dtype=np.float64)
    squares = np.zeros(X.shape[1])
    with np.errstate(under="ignore"):
        for rows in _chunks(X):
            squares += np.square(X[rows] - mean).sum(axis=0)
        return mean, np.sqrt(squares / X.shape[0])


def _chunks(X: Inputs | NDArray[np.float32]) -> Iterator[slice]:
    # Float64 temporaries of a whole picture set would be eight times the set; these stay in the cache.
    step = max(1, CHUNK // X.shape[1])
    return (slice(start, start + step) for start in range(0, X.shape[0], step))
