"""Objectives of a whole population at once, from its logits on a data set.

Logits still tell apart what probabilities round to 0 or 1.
Each agrees with scikit-learn's function of that name. A member's value depends on its own outputs only: counts and
ranks are exact, and sums run along a member's own row.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.nn.losses import predicted_classes
from nnsearch.training.examples import Examples

Values = NDArray[np.float64]


def measure(name: str, Z: FloatArray, y: FloatArray | IntArray, examples: Examples) -> Values:
    """Measure an objective.

    Args:
        name: a key of :data:`SCORES`.
        Z: of the output layer, ``(K, n_y, m)``: what is yet to be activated.
        y: targets ``(m,)`` as the trainer takes them.
        examples: for the output's activation and the unit of regression targets.

    Returns:
        One value per member, ``(K,)``; NaN where the examples do not define it.
    """
    return SCORES[name](Z, y, examples)


def _confusion(Z: FloatArray, y: FloatArray | IntArray) -> Values:
    """Count ``(K, true class, predicted class)``."""
    classes = max(Z.shape[1], 2)
    rows = y.astype(np.int64) * classes
    cells = classes * classes
    # One member at a time: the work needs a share of the logits' memory.
    counts = [np.bincount(rows + predicted_classes(own[None])[0], minlength=cells) for own in Z]
    return np.stack(counts).reshape(len(Z), classes, classes).astype(np.float64)


def _mean_where(values: Values, counted: NDArray[np.bool_]) -> Values:
    """Average ``(K, classes)`` over the classes that count."""
    count = counted.sum(axis=1)
    total = np.where(counted, values, 0.0).sum(axis=1)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan), np.float64)


def _f1(Z: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """``2 TP / (2 TP + FP + FN)``: of the second of two classes, or averaged over all that occur."""
    confusion = _confusion(Z, y)
    hits = np.diagonal(confusion, axis1=1, axis2=2)
    total = confusion.sum(axis=1) + confusion.sum(axis=2)
    scores = 2 * hits / np.maximum(total, 1)
    if Z.shape[1] == 1:
        return np.asarray(scores[:, 1], np.float64)
    return _mean_where(scores, total > 0)


def _balanced_error(Z: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """One minus the mean, over the classes that occur, of the share of a class that is recognized."""
    confusion = _confusion(Z, y)
    there = confusion.sum(axis=2)
    recall = np.diagonal(confusion, axis1=1, axis2=2) / np.maximum(there, 1)
    return 1 - _mean_where(recall, there > 0)


def _auc(Z: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """Area under the ROC curve: the chance that an example of a class scores above one of no such class.

    Of the second of two classes, or each class against the rest, averaged over those that occur. Examples are ranked
    by log odds ``log a / (1 - a)``, which do not saturate.
    """
    labels = y.astype(np.int64)
    classes = np.arange(Z.shape[1]) if Z.shape[1] > 1 else np.array([1])
    belongs = labels == classes[:, None]  # (classes, m)
    inside = belongs.sum(axis=1).astype(np.float64)
    outside = len(labels) - inside
    defined = (inside > 0) & (outside > 0)
    areas = np.zeros((len(Z), len(classes)))
    for member, own in enumerate(Z):
        odds = _log_odds(own)
        for index in np.flatnonzero(defined):
            ranks = _rank_sum(odds[index], belongs[index])
            areas[member, index] = (ranks - inside[index] * (inside[index] + 1) / 2) / (inside[index] * outside[index])
    return _mean_where(areas, np.broadcast_to(defined, areas.shape))


def _log_odds(Z: FloatArray) -> Values:
    """Return each class against all others together, ``z - log sum e^(others)``, for logits ``(n_y, m)``."""
    logits = Z.astype(np.float64)
    if len(logits) == 1:
        return logits
    columns, top = np.arange(logits.shape[1]), logits.argmax(axis=0)
    greatest = logits[top, columns]
    others = logits.copy()
    others[top, columns] = -np.inf
    second = others.max(axis=0)
    # In units of the second greatest, so that the sum beside the greatest neither vanishes nor cancels.
    np.exp(others - second, out=others)
    rest = others.sum(axis=0)
    odds = logits - greatest - np.log1p((rest - others) * np.exp(second - greatest))
    odds[top, columns] = greatest - second - np.log(rest)
    return np.asarray(odds, np.float64)


def _rank_sum(scores: Values, belongs: NDArray[np.bool_]) -> float:
    """Add up the ranks, from 1, of those of ``scores (m,)`` that belong; equals share the mean of their ranks."""
    ordered, chosen = np.sort(scores), np.sort(scores[belongs])
    first, last = (np.searchsorted(ordered, chosen, side) for side in ("left", "right"))
    return float((first + last + 1).sum()) / 2


def _residuals(Z: FloatArray, y: FloatArray | IntArray, examples: Examples) -> Values:
    predicted = np.maximum(Z[:, 0], 0) if examples.output == "relu" else Z[:, 0]
    return np.asarray(predicted.astype(np.float64) - y.astype(np.float64))


def _mae(Z: FloatArray, y: FloatArray | IntArray, examples: Examples) -> Values:
    """Mean absolute error, in the targets' unit."""
    return np.asarray(np.abs(_residuals(Z, y, examples)).mean(axis=1) * examples.target_scale)


def _r2(Z: FloatArray, y: FloatArray | IntArray, examples: Examples) -> Values:
    """Share of the targets' variance that is explained; for equal targets 1 if they are met exactly, else 0."""
    unexplained = np.square(_residuals(Z, y, examples)).sum(axis=1)
    target = np.asarray(y, np.float64)
    total = float(np.square(target - target.mean()).sum())
    if total == 0:
        return np.asarray(unexplained == 0, np.float64)
    return np.asarray(1 - unexplained / total, np.float64)


SCORES: dict[str, Callable[[FloatArray, FloatArray | IntArray, Examples], Values]] = {
    "f1": _f1,
    "auc": _auc,
    "balanced_error": _balanced_error,
    "mae": _mae,
    "r2": _r2,
}
"""What is measured beside cost and error, by name."""
