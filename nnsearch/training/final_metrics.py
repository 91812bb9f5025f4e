"""How good one trained member is on train and dev set, whole: no dropout, no penalty, running averages.

An epoch's training error comes from mini-batches as they pass, thinned by dropout and before the epoch's own learning:
bias and variance are judged by these measures instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.training.evaluation import predict
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.metrics import regression_metrics
from nnsearch.training.population import architecture_of, shape_of
from nnsearch.training.scores import measure, predicted_classes
from nnsearch.training.state import PopulationState

CLASS_SCORES = ("f1", "balanced_error", "auc")
"""What predicted classes are judged by besides their error."""


def final_metrics(
    member: Hyperparameters, container: Sequence[int], state: PopulationState, examples: Examples
) -> dict[str, float]:
    """Measure one member.

    Args:
        member: its hyperparameters.
        container: the widths it is padded to.
        state: of a population of one.
        examples: train and dev sets.

    Returns:
        ``train_error, train_f1, train_balanced_error, train_auc`` and the same for dev for classes, without what the
        examples do not define; ``train_rmse, train_mae, train_r2`` and the same for dev, in the targets' unit, for
        numbers.
    """
    architecture = architecture_of(shape_of(member), container, n_x=examples.n_x, n_y=examples.n_y)
    measures: dict[str, float] = {}
    for name, X, y in (
        ("train", examples.X_train, examples.y_train),
        ("dev", examples.X_dev, examples.y_dev),
    ):
        (output,) = predict(architecture, [member], state, X)
        measures |= {f"{name}_{measure}": value for measure, value in _measure(output, y, examples).items()}
    return measures


def _measure(output: FloatArray, y: FloatArray | IntArray, examples: Examples) -> dict[str, float]:
    """Compare ``output (n_y, m)`` with labels ``y (m,)``."""
    if examples.task == "classification":
        error = float((predicted_classes(output[None])[0] != y).mean())
        scores = {name: float(measure(name, output[None], y, examples)[0]) for name in CLASS_SCORES}
        return {"error": error} | {name: value for name, value in scores.items() if math.isfinite(value)}
    unit, origin = examples.target_scale, examples.target_mean
    metrics = regression_metrics(y.astype(np.float64) * unit + origin, output[0].astype(np.float64) * unit + origin)
    return {"rmse": metrics.rmse, "mae": metrics.mae, "r2": metrics.r2}
