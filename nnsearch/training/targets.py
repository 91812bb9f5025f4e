"""Scaling of regression targets: in float64 and whatever their unit, before they take the network's own type."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray


@dataclass(frozen=True)
class TargetScaling:
    """What is subtracted from targets and what they are divided by.

    Args:
        mean: subtracted.
        scale: divided by, > 0.
    """

    mean: float = 0.0
    scale: float = 1.0

    def apply(self, y: NDArray[np.number], dtype: np.dtype[np.floating]) -> FloatArray:
        """Scale targets.

        Args:
            y: ``(m,)`` in their own unit.
            dtype: of the result.

        Returns:
            ``(m,)``, infinite where a value leaves the range of ``dtype``.
        """
        values = y.astype(np.float64)
        with np.errstate(over="ignore"):
            # Halves keep the difference of two numbers from overflowing, and change no bit.
            return np.asarray(((values / 2 - self.mean / 2) / (self.scale / 2)).astype(dtype))


def target_scaling(y: NDArray[np.number], *, centered: bool = True) -> TargetScaling:
    """Choose a scaling.

    Args:
        y: training targets ``(m,)``, finite; m >= 1.
        centered: whether the mean may be subtracted; else they are divided by their mean magnitude.

    Returns:
        What standardizes them; equal ones are not divided.

    >>> target_scaling(np.array([1e200, 3e200]))
    TargetScaling(mean=2e+200, scale=1e+200)
    """
    values = y.astype(np.float64)
    if values.max() == values.min():  # a spread of rounding errors is no spread
        return TargetScaling(float(values[0]) if centered else 0.0)
    # A power of two for a unit: squares neither overflow nor vanish, and no bit of the result depends on it.
    exponent = int(np.frexp(np.abs(values).max())[1])
    values = np.ldexp(values, -exponent)
    scale = values.std() if centered else np.abs(values).mean()
    mean = values.mean() if centered else 0.0
    return TargetScaling(float(np.ldexp(mean, exponent)), float(np.ldexp(scale, exponent)) or 1.0)
