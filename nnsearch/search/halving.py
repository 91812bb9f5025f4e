"""Synchronous successive halving (Jamieson and Talwalkar, 2016): which trials of a cohort go on after a rung.

They are judged by where their curves are heading, not only by where they stand.

Optuna's pruners decide trial by trial in the order of reports; in a cohort that trains in step that order means
nothing. These functions see the whole rung at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nnsearch.search.normal import normal_probability

FEWEST = 4
"""Curves, and epochs of each, below which slopes cannot be told from noise."""
COMPARABLE = 0.5
"""Share of the best chance that is as good a reason to train a network to the end: half of it wants twice the luck."""


def survivors(scores: Mapping[int, float], count: int) -> list[int]:
    """Choose the trials that go on.

    Args:
        scores: of every trial that reached the rung, by trial number, less is better; ``inf`` for diverged ones.
        count: how many go on at most.

    Returns:
        Numbers, ascending. Ties go to the lower number; trials without a finite score never go on.
    """
    ranked = sorted((score, number) for number, score in scores.items() if math.isfinite(score))
    return sorted(number for _, number in ranked[:count])


def contenders(margins: Mapping[int, float], count: int) -> list[int]:
    """Choose the trials that go on where it is known how likely each is to become the best.

    Args:
        margins: of every trial that reached the rung and has not diverged, by trial number: by how many standard
            deviations it is expected to end better than the best one so far.
        count: how many go on at least.

    Returns:
        Numbers, ascending: of the likeliest ones, and of all that have :data:`COMPARABLE` of the likeliest's chance,
        unless that is none at all. Ties go to the lower number.
    """
    ranked = sorted((-margin, number) for number, margin in margins.items())
    chances = normal_probability(np.array([-margin for margin, _ in ranked]))
    comparable = int((chances >= COMPARABLE * chances[0]).sum()) if ranked and chances[0] > 0 else 0
    return sorted(number for _, number in ranked[: max(count, comparable)])


def forecast(losses: Mapping[int, Sequence[float]], final: int) -> dict[int, float]:
    """Judge trials at a rung by where their curves are heading, as far as that can be told from noise.

    A network that learns slowly and well stands behind a fast one at the first rung. Losses mostly fall as a power of
    the epoch: a line through the logarithms from half of the epochs on, by least squares, goes on to the last epoch.
    What the curves scatter around their lines says how uncertain slopes are, and they are drawn towards their mean
    accordingly (an empirical Bayes estimate, as James and Stein, 1961). With few dev examples slopes are noise, and
    what counts is the mean of those epochs.

    Args:
        losses: of every trial that stands at the rung with a loss, its losses from the first epoch to the rung.
        final: the epoch of complete trials.

    Returns:
        Scores by trial number, less is better: logarithms of losses at the last epoch; or the losses at the rung
        themselves, if it is early, few are left or a loss is not positive.
    """
    last = {number: values[-1] for number, values in losses.items()}
    numbers = sorted(losses)
    rung = min(map(len, losses.values()), default=0)
    if len(numbers) < FEWEST or rung < FEWEST:
        return last
    curves = np.array([losses[number] for number in numbers], np.float64)
    epochs = np.arange(rung // 2, rung + 1)
    half = curves[:, epochs - 1]
    if not (np.isfinite(half) & (half > 0)).all():
        return last
    x, y = np.log(epochs), np.log(half)
    slopes, uncertainty = _slopes(x, y)
    spread = max(0.0, float(slopes.var(ddof=1)) - uncertainty)
    trust = spread / (spread + uncertainty) if spread > 0 else 0.0
    drawn = slopes.mean() + trust * (slopes - slopes.mean())
    heading = y.mean(axis=1) + drawn * (math.log(final) - x.mean())
    return dict(zip(numbers, heading.tolist(), strict=True))


def _slopes(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Return slopes of lines ``(n,)`` through points ``x (p,)``, ``y (n, p)``, and the variance of such a slope."""
    x = x - x.mean()
    y = y - y.mean(axis=1, keepdims=True)
    scale = float((x * x).sum())
    slopes = (y * x).sum(axis=1) / scale
    rest = y - slopes[:, None] * x
    variance = float((rest * rest).sum()) / (len(y) * (len(x) - 2))
    return slopes, variance / scale
