"""Data made on the spot: two classes in a plane that no straight line separates.

Every set is a pure function of (samples, noise, split_seed).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.seeds import derived_seed, generator
from nnsearch.core.types import IntArray
from nnsearch.data.raw import RawData
from nnsearch.data.spec import NOISE, SAMPLES, DataSpec

MOST_SAMPLES = 10_000_000
INNER_RADIUS = 0.5
PETALS_PER_CLASS = 4
SPIRAL_TURNS = 1.25

Plane = tuple[NDArray[np.float64], IntArray]
"""Points ``(m, 2)`` and their classes ``(m,)``."""


def generate_moons(spec: DataSpec) -> RawData:
    """Make two interleaving half circles; ``noise`` moves points along both axes.

    Raises:
        DataError: if ``samples`` or ``noise`` is impossible.
    """
    samples, noise = _size(spec)
    return _plane("moons", make_moons(samples, noise, _random_state(spec)))


def generate_circles(spec: DataSpec) -> RawData:
    """Make a circle of radius 0.5 inside one of radius 1; ``noise`` moves points along both axes.

    Raises:
        DataError: if ``samples`` or ``noise`` is impossible.
    """
    samples, noise = _size(spec)
    return _plane("circles", make_circles(samples, noise, _random_state(spec)))


def generate_spiral(spec: DataSpec) -> RawData:
    """Make two spiral arms, one per class, the second half a turn ahead; ``noise`` (radians) turns points.

    Raises:
        DataError: if ``samples`` or ``noise`` is impossible.
    """
    samples, noise = _size(spec)
    return _plane("spiral", make_spiral(samples, noise, generator(spec.split_seed, "spiral")))


def generate_flower(spec: DataSpec) -> RawData:
    """Make the course's planar data set: a flower with four petals of each of two classes.

    ``noise`` moves points both in angle (radians) and in radius; the flower's own radius is 4.

    Raises:
        DataError: if ``samples`` or ``noise`` is impossible.
    """
    samples, noise = _size(spec)
    return _plane("flower", make_flower(samples, noise, generator(spec.split_seed, "flower")))


def make_moons(samples: int, noise: float, rng: np.random.RandomState) -> Plane:
    """Draw points on two interleaving half circles, as scikit-learn's function of this name does, to the bit.

    Args:
        samples: number of points; of an odd one the second half circle has one more.
        noise: standard deviation along both axes.
        rng: where order and noise come from.

    Returns:
        Points ``(samples, 2)`` and classes ``(samples,)``.
    """
    upper, lower = (np.linspace(0, math.pi, count) for count in _halves(samples))
    x = np.append(np.cos(upper), 1 - np.cos(lower))
    y = np.append(np.sin(upper), 1 - np.sin(lower) - 0.5)
    return _blurred(x, y, noise, rng)


def make_circles(samples: int, noise: float, rng: np.random.RandomState) -> Plane:
    """Draw points on a circle and on one of half its radius, as scikit-learn's function of this name does, to the bit.

    Args:
        samples: number of points; of an odd one the inner circle has one more.
        noise: standard deviation along both axes.
        rng: where order and noise come from.

    Returns:
        Points ``(samples, 2)`` and classes ``(samples,)``.
    """
    outer, inner = (np.linspace(0, 2 * math.pi, count, endpoint=False) for count in _halves(samples))
    x = np.append(np.cos(outer), np.cos(inner) * INNER_RADIUS)
    y = np.append(np.sin(outer), np.sin(inner) * INNER_RADIUS)
    return _blurred(x, y, noise, rng)


def _halves(samples: int) -> tuple[int, int]:
    return samples // 2, samples - samples // 2


def _blurred(x: NDArray[np.float64], y: NDArray[np.float64], noise: float, rng: np.random.RandomState) -> Plane:
    """Put points, the first half of them of class 0, in a new order and move them a little."""
    samples = len(x)
    order = np.arange(samples)
    rng.shuffle(order)
    points = np.column_stack((x, y))[order]
    points += rng.normal(scale=noise, size=points.shape)
    return points, (order >= samples // 2).astype(np.int64)


def make_spiral(samples: int, noise: float, rng: np.random.Generator, arms: int = 2) -> Plane:
    """Draw points on spiral arms, ``r = t``, ``angle = 2 pi (turns t + arm / arms)``, ``t`` in [0, 1].

    Args:
        samples: number of points.
        noise: standard deviation of the angle, radians.
        rng: where the noise comes from.
        arms: number of arms, >= 2; they belong to the two classes in turn.

    Returns:
        Points ``(samples, 2)`` and classes ``(samples,)``.
    """
    arm = np.arange(samples) % arms
    t = np.arange(samples) // arms / max(1, (samples - 1) // arms)
    angle = 2 * math.pi * (SPIRAL_TURNS * t + arm / arms) + noise * rng.standard_normal(samples)
    return np.column_stack((t * np.sin(angle), t * np.cos(angle))), arm % 2


def make_flower(samples: int, noise: float, rng: np.random.Generator) -> Plane:
    """Draw points on the rose ``r = 4 sin(4 t)``, ``t`` in [0, pi] for class 0 and [pi, 2 pi] for class 1.

    The sine's sign puts every second petal on the other side of the center: both classes have petals all around.

    Args:
        samples: number of points.
        noise: standard deviation of angle (radians) and radius.
        rng: where the noise comes from.

    Returns:
        Points ``(samples, 2)`` and classes ``(samples,)``.
    """
    label = np.arange(samples) % 2
    step = np.arange(samples) // 2 / max(1, (samples - 1) // 2)
    t = math.pi * (label + step) + noise * rng.standard_normal(samples)
    r = 4 * np.sin(PETALS_PER_CLASS * t) + noise * rng.standard_normal(samples)
    return np.column_stack((r * np.sin(t), r * np.cos(t))), label


def _size(spec: DataSpec) -> tuple[int, float]:
    """Return the number of examples and the noise, if they are possible."""
    samples = SAMPLES if spec.samples is None else spec.samples
    noise = NOISE if spec.noise is None else spec.noise
    if not 2 <= samples <= MOST_SAMPLES:
        raise DataError(f"data.samples must be in [2, {MOST_SAMPLES}], got {samples}")
    if not 0 <= noise <= 100:
        raise DataError(f"data.noise must be in [0, 100], got {noise:g}")
    return samples, noise


def _random_state(spec: DataSpec) -> np.random.RandomState:
    # scikit-learn's generator: importing scikit-learn itself takes a second.
    return np.random.RandomState(derived_seed(spec.split_seed, spec.source))


def _plane(name: str, points: Plane) -> RawData:
    X, y = points
    return RawData(
        name=name,
        task="classification",
        X=X,
        y=y.astype(np.int64),
        classes=("0", "1"),
        features=("x1", "x2"),
    )
