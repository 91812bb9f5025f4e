"""Objectives of a whole population at once, from its outputs on a data set.

Each agrees with scikit-learn's function of that name. A member's value depends on its own outputs only: counts and
ranks are exact, and sums run along a member's own row.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.training.examples import Examples

Values = NDArray[np.float64]


def measure(name: str, outputs: FloatArray, y: FloatArray | IntArray, examples: Examples) -> Values:
    """Measure an objective.

    Args:
        name: a key of :data:`SCORES`.
        outputs: ``(K, n_y, m)``: probabilities, or numbers in the network's own scale.
        y: targets ``(m,)`` as the trainer takes them.
        examples: for the unit of regression targets.

    Returns:
        One value per member, ``(K,)``; NaN where the examples do not define it.
    """
    return SCORES[name](outputs, y, examples)


def predicted_classes(outputs: FloatArray) -> IntArray:
    """Return the hardmax of probabilities ``(K, n_y, m)`` as class indices ``(K, m)``."""
    if outputs.shape[1] == 1:
        return (outputs[:, 0] > outputs.dtype.type(0.5)).astype(np.int64)
    return np.asarray(outputs.argmax(axis=1), np.int64)


def _confusion(outputs: FloatArray, y: FloatArray | IntArray) -> Values:
    """Count ``(K, true class, predicted class)``."""
    members, n_y, _ = outputs.shape
    classes = max(n_y, 2)
    pairs = y.astype(np.int64) * classes + predicted_classes(outputs)
    cells = classes * classes
    pairs += np.arange(members)[:, None] * cells
    counts = np.bincount(pairs.ravel(), minlength=members * cells)
    return counts.reshape(members, classes, classes).astype(np.float64)


def _mean_where(values: Values, counted: NDArray[np.bool_]) -> Values:
    """Average ``(K, classes)`` over the classes that count."""
    count = counted.sum(axis=1)
    total = np.where(counted, values, 0.0).sum(axis=1)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan), np.float64)


def _f1(outputs: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """``2 TP / (2 TP + FP + FN)``: of the second of two classes, or averaged over all that occur."""
    confusion = _confusion(outputs, y)
    hits = np.diagonal(confusion, axis1=1, axis2=2)
    total = confusion.sum(axis=1) + confusion.sum(axis=2)
    scores = 2 * hits / np.maximum(total, 1)
    if outputs.shape[1] == 1:
        return np.asarray(scores[:, 1], np.float64)
    return _mean_where(scores, total > 0)


def _balanced_error(outputs: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """One minus the mean, over the classes that occur, of the share of a class that is recognized."""
    confusion = _confusion(outputs, y)
    there = confusion.sum(axis=2)
    recall = np.diagonal(confusion, axis1=1, axis2=2) / np.maximum(there, 1)
    return 1 - _mean_where(recall, there > 0)


def _auc(outputs: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """Area under the ROC curve: the chance that an example of a class scores above one of no such class.

    Of the second of two classes, or each class against the rest, averaged over those that occur.
    """
    labels = y.astype(np.int64)
    classes = np.arange(outputs.shape[1]) if outputs.shape[1] > 1 else np.array([1])
    belongs = labels == classes[:, None]  # (classes, m)
    inside = belongs.sum(axis=1).astype(np.float64)
    outside = len(labels) - inside
    defined = (inside > 0) & (outside > 0)
    areas = np.zeros((outputs.shape[0], len(classes)))
    for index in np.flatnonzero(defined):
        ranks = _mean_ranks(outputs[:, index])[:, belongs[index]].sum(axis=1)
        areas[:, index] = (ranks - inside[index] * (inside[index] + 1) / 2) / (inside[index] * outside[index])
    return _mean_where(areas, np.broadcast_to(defined, areas.shape))


def _mean_ranks(scores: FloatArray) -> Values:
    """Rank each row of ``(K, m)`` from 1; equals share the mean of their ranks."""
    order = scores.argsort(axis=1)
    ordered = np.take_along_axis(scores, order, axis=1)
    places = np.arange(scores.shape[1])
    changes = ordered[:, 1:] != ordered[:, :-1]
    edge = np.ones((len(scores), 1), np.bool_)
    first = np.maximum.accumulate(np.where(np.hstack([edge, changes]), places, 0), axis=1)
    ends = np.where(np.hstack([changes, edge]), places, len(places) - 1)
    last = np.minimum.accumulate(ends[:, ::-1], axis=1)[:, ::-1]
    ranks: Values = np.empty(scores.shape)
    np.put_along_axis(ranks, order, (first + last) / 2 + 1, axis=1)
    return ranks


def _residuals(outputs: FloatArray, y: FloatArray | IntArray) -> Values:
    return outputs[:, 0].astype(np.float64) - y.astype(np.float64)


def _mae(outputs: FloatArray, y: FloatArray | IntArray, examples: Examples) -> Values:
    """Mean absolute error, in the targets' unit."""
    return np.asarray(np.abs(_residuals(outputs, y)).mean(axis=1) * examples.target_scale)


def _r2(outputs: FloatArray, y: FloatArray | IntArray, _: Examples) -> Values:
    """Share of the targets' variance that is explained; for equal targets 1 if they are met exactly, else 0."""
    unexplained = np.square(_residuals(outputs, y)).sum(axis=1)
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
