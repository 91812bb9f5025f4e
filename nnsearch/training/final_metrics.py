"""How good one trained member is on train and dev set, whole: no dropout, no penalty, running averages.

An epoch's training error comes from mini-batches as they pass, thinned by dropout and before the epoch's own learning:
bias and variance are judged by these measures instead.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.nn.losses import predicted_classes
from nnsearch.training.evaluation import logits, predict
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.metrics import regression_metrics
from nnsearch.training.population import architecture_of, shape_of
from nnsearch.training.scores import measure
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState
from nnsearch.training.trainer import train

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
        found = (
            _judge_classes(logits(architecture, [member], state, X), y, examples)
            if examples.task == "classification"
            else _judge_numbers(predict(architecture, [member], state, X)[0, 0], y, examples)
        )
        measures |= {f"{name}_{measure}": value for measure, value in found.items()}
    return measures


def train_and_measure(segment: Segment, examples: Examples) -> SegmentResult:
    """Train a population, and measure the members that early stopping ended or that were trained to their end.

    Args:
        segment: who, from where, until when.
        examples: train and dev sets.

    Returns:
        What :func:`~nnsearch.training.trainer.train` does, with their final metrics; its seconds are those of it all.

    Raises:
        SettingsError: as :func:`~nnsearch.training.trainer.train` does.
    """
    started = time.perf_counter()
    result = train(segment, examples)
    complete = result.state.epoch >= segment.epochs
    metrics = {
        index: final_metrics(member, segment.container, result.state.take([index]), examples)
        for index, member in enumerate(segment.members)
        if index in result.stopped or (complete and index not in result.diverged)
    }
    return replace(result, metrics=metrics, seconds=time.perf_counter() - started)


def _judge_classes(Z: FloatArray, y: FloatArray | IntArray, examples: Examples) -> dict[str, float]:
    """Compare logits ``(1, n_y, m)`` with labels ``y (m,)``."""
    error = float((predicted_classes(Z)[0] != y).mean())
    scores = {name: float(measure(name, Z, y, examples)[0]) for name in CLASS_SCORES}
    return {"error": error} | {name: value for name, value in scores.items() if math.isfinite(value)}


def _judge_numbers(predicted: FloatArray, y: FloatArray | IntArray, examples: Examples) -> dict[str, float]:
    """Compare numbers ``(m,)``, both in the network's own scale."""
    unit, origin = examples.target_scale, examples.target_mean
    metrics = regression_metrics(y.astype(np.float64) * unit + origin, predicted.astype(np.float64) * unit + origin)
    return {"rmse": metrics.rmse, "mae": metrics.mae, "r2": metrics.r2}
