"""Learning-rate schedules: plain functions of the epoch, counted from 0, at which ``alpha_0`` holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ScheduleSettings:
    """What a schedule may depend on.

    Args:
        learning_rate: ``alpha_0``, > 0.
        decay: the schedule's rate, >= 0.
        decay_every: epochs per stair.
        epochs: epochs of the whole training.
        learning_rates: for ``manual``: pairs (first epoch, rate), ascending.
    """

    learning_rate: float
    decay: float = 0.0
    decay_every: int = 10
    epochs: int = 1
    learning_rates: Sequence[tuple[int, float]] = ()


def inverse_time(settings: ScheduleSettings, epoch: int) -> float:
    """``alpha_0 / (1 + decay * epoch)``.

    >>> inverse_time(ScheduleSettings(0.2, decay=1.0), 3)
    0.05
    """
    return settings.learning_rate / (1 + settings.decay * epoch)


def exponential(settings: ScheduleSettings, epoch: int) -> float:
    """``k^epoch alpha_0`` with ``k = 1 - decay``; the course's 0.95 is ``decay = 0.05``."""
    return float(settings.learning_rate * max(0.0, 1 - settings.decay) ** epoch)


def inverse_sqrt(settings: ScheduleSettings, epoch: int) -> float:
    """``k / sqrt(epoch) alpha_0`` with ``k = 1`` and a first epoch that counts as 1: ``alpha_0 / sqrt(epoch + 1)``."""
    return settings.learning_rate / math.sqrt(epoch + 1)


def staircase(settings: ScheduleSettings, epoch: int) -> float:
    """``alpha_0 (1 - decay)^floor(epoch / decay_every)``: discrete stairs (``decay = 0.5`` halves)."""
    return float(settings.learning_rate * max(0.0, 1 - settings.decay) ** (epoch // settings.decay_every))


def cosine(settings: ScheduleSettings, epoch: int) -> float:
    """``alpha_0 (1 + cos(pi epoch / epochs)) / 2`` (Loshchilov and Hutter, 2017, without restarts)."""
    return settings.learning_rate * (1 + math.cos(math.pi * min(epoch, settings.epochs) / settings.epochs)) / 2


def manual(settings: ScheduleSettings, epoch: int) -> float:
    """Take the rate of the last pair whose epoch has come; ``alpha_0`` before the first."""
    rate = settings.learning_rate
    for first, value in settings.learning_rates:
        if epoch >= first:
            rate = value
    return rate


SCHEDULES: dict[str, Callable[[ScheduleSettings, int], float]] = {
    "inverse_time": inverse_time,
    "exponential": exponential,
    "inverse_sqrt": inverse_sqrt,
    "staircase": staircase,
    "cosine": cosine,
    "manual": manual,
}


def warmed_up(rate: float, epoch: int, warmup: float) -> float:
    """Scale a rate during warm-up: linear from ``1/(warmup + 1)`` in the first epoch to 1 after ``warmup`` epochs.

    >>> [round(warmed_up(1.0, epoch, 3), 2) for epoch in range(5)]
    [0.25, 0.5, 0.75, 1.0, 1.0]
    """
    return rate * min(1.0, (epoch + 1) / (warmup + 1))
