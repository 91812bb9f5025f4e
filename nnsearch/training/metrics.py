"""What regression is judged by besides its cost: RMSE, MAE and R2, in the targets' own unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.types import FloatArray


@dataclass(frozen=True)
class RegressionMetrics:
    """How well numbers are predicted.

    Args:
        rmse: root mean square error, in the targets' unit.
        mae: mean absolute error, in the targets' unit.
        r2: share of the targets' variance that is explained, at most 1; 0 for always predicting their mean.
    """

    rmse: float
    mae: float
    r2: float


def regression_metrics(y: FloatArray, predicted: FloatArray) -> RegressionMetrics:
    """Compare predictions with targets.

    For targets that are all equal, where R2 is not defined, it is 1 if they are met exactly and else 0, as in
    scikit-learn.

    Args:
        y: targets ``(m,)``.
        predicted: ``(m,)``.

    Returns:
        RMSE, MAE and R2, computed in float64.

    Raises:
        DataError: if there are no examples or the two differ in length.

    >>> regression_metrics(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 4.0])).r2
    0.5
    """
    if y.shape != predicted.shape or not y.size:
        raise DataError(f"metrics need as many predictions as targets and at least one, got {predicted.size}, {y.size}")
    target, guess = y.astype(np.float64), predicted.astype(np.float64)
    # A power of two for a unit: no square overflows or vanishes, and no bit of the result depends on it.
    exponent = int(np.frexp(max(np.abs(target).max(), np.abs(guess).max()))[1])
    target, guess = np.ldexp(target, -exponent), np.ldexp(guess, -exponent)
    residual = guess - target
    unexplained = float(np.square(residual).sum())
    total = float(np.square(target - target.mean()).sum())
    return RegressionMetrics(
        rmse=float(np.ldexp(np.sqrt(unexplained / y.size), exponent)),
        mae=float(np.ldexp(np.abs(residual).mean(), exponent)),
        r2=1 - unexplained / total if total > 0 else float(unexplained == 0),
    )
