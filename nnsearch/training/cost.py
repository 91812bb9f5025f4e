"""What training costs, by a static model: it chooses containers, cuts populations and estimates, and measures nothing.

The same study must choose the same containers on every machine, so the constants are fixed here. They were fitted on
one core of a 2024 server processor in float32, to lie between the times of compiled loops and of NumPy's; a machine
twice as fast only makes the estimates pessimistic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nnsearch.nn.architecture import Architecture
from nnsearch.training.augmentation import AugmentationSettings
from nnsearch.training.examples import Examples, Picture

SECONDS_PER_STEP = 25e-6
"""Calls into NumPy of one step, whatever the population's size ..."""
SECONDS_PER_STEP_AND_LAYER = 5e-6
"""... and of each layer in it."""
SECONDS_PER_FLOP = 1e-11
SECONDS_PER_PARAMETER = 5e-10
"""Optimizer's passes over one parameter, per step."""
SECONDS_PER_UNIT = 6e-10
"""Activation, slope and their product for one unit and one example."""
SECONDS_PER_MOVED_NUMBER = 3e-9
"""Flipping and shifting one number of a picture ..."""
SECONDS_PER_TURNED_NUMBER = 3e-8
"""... and turning it."""
CACHE_BYTES = 8_000_000
"""A population's working set should stay within this: more than an L2 cache, since stacking saves calls too."""
MOST_MEMBERS = 256
ARRAYS_PER_PARAMETER = 5
"""theta, gradient, two moments and what the loop touches besides."""


@dataclass(frozen=True)
class Work:
    """How much there is to do.

    Args:
        m: training examples.
        m_dev: dev examples.
        batch_size: examples per step; more than there are mean the whole batch.
        augmenting: seconds that it takes to change one training picture, for all members together.
    """

    m: int
    m_dev: int
    batch_size: int
    augmenting: float = 0.0

    @classmethod
    def on(cls, examples: Examples, batch_size: int, augmentation: AugmentationSettings) -> Work:
        """Return what an epoch on these examples is.

        Args:
            examples: the data.
            batch_size: examples per step.
            augmentation: how much training pictures may change.
        """
        augmenting = augmenting_seconds(augmentation, examples.picture)
        return cls(examples.m, examples.X_dev.shape[0], batch_size, augmenting)

    @property
    def step_size(self) -> int:
        """Examples that a step really takes."""
        return min(self.batch_size, self.m)

    @property
    def steps(self) -> int:
        """Steps per epoch."""
        return -(-self.m // self.step_size)


def flops_per_example(architecture: Architecture) -> int:
    """Multiplications and additions of one forward and backward pass of one member over one example."""
    forward = [2 * block.n_in * block.n_out for block in architecture.blocks]
    # Backward computes dW everywhere and dA everywhere but below the first layer.
    return 3 * sum(forward) - forward[0]


def epoch_seconds(architecture: Architecture, members: int, work: Work) -> float:
    """Estimate one epoch of a population.

    Args:
        architecture: the container.
        members: K.
        work: the data set's sizes and the batch size.

    Returns:
        Seconds on one core.
    """
    layers = len(architecture.blocks)
    calls = work.steps * (SECONDS_PER_STEP + SECONDS_PER_STEP_AND_LAYER * layers)
    examples = work.m + work.m_dev / 3
    units = sum(architecture.hidden) + architecture.n_y
    per_member = (
        examples * (flops_per_example(architecture) * SECONDS_PER_FLOP + units * SECONDS_PER_UNIT)
        + work.steps * architecture.n_parameters * SECONDS_PER_PARAMETER
    )
    return calls + work.m * work.augmenting + members * per_member


def augmenting_seconds(settings: AugmentationSettings, picture: Picture | None) -> float:
    """Estimate what it takes to change one training picture.

    Args:
        settings: how much it may change.
        picture: what it looks like; ``None`` where examples are no pictures.
    """
    if picture is None or not settings.active:
        return 0.0
    return picture.n_x * (SECONDS_PER_TURNED_NUMBER if settings.rotation else SECONDS_PER_MOVED_NUMBER)


def bytes_per_member(architecture: Architecture, batch_size: int) -> int:
    """Bytes that one member adds to a population's working set, in float32."""
    activations = 3 * (sum(architecture.hidden) + architecture.n_y) * batch_size
    return 4 * (ARRAYS_PER_PARAMETER * architecture.n_parameters + activations)


def members_per_population(architecture: Architecture, batch_size: int) -> int:
    """Choose K: as many members as stay in cache together, a power of two.

    Args:
        architecture: the container.
        batch_size: examples per step.

    Returns:
        K, from 1 to :data:`MOST_MEMBERS`.
    """
    fitting = CACHE_BYTES // bytes_per_member(architecture, batch_size)
    members = 1
    while members * 2 <= min(fitting, MOST_MEMBERS):
        members *= 2
    return members


def cheapest_partition(costs: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Cut a sequence into runs of least total cost.

    Args:
        costs: ``costs[i][j - i - 1]`` is what the run of items ``i .. j-1`` costs.

    Returns:
        The runs as pairs (start, stop).

    >>> cheapest_partition([[1.0, 1.5, 9.0], [1.0, 9.0], [1.0]])
    [(0, 2), (2, 3)]
    """
    n = len(costs)
    best = [0.0] + [float("inf")] * n
    cut = [0] * (n + 1)
    for stop in range(1, n + 1):
        for start in range(stop):
            total = best[start] + costs[start][stop - start - 1]
            if total < best[stop]:
                best[stop], cut[stop] = total, start
    runs: list[tuple[int, int]] = []
    stop = n
    while stop:
        runs.append((cut[stop], stop))
        stop = cut[stop]
    return runs[::-1]
