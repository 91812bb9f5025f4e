"""Which trials train together: populations that suit cache and workers. What is chosen here changes no bit."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from nnsearch.nn.architecture import Architecture
from nnsearch.search.asked import Asked
from nnsearch.search.cohort import Batch, LiveTrial
from nnsearch.training.cost import Work, epoch_seconds, members_per_population
from nnsearch.training.examples import Examples
from nnsearch.training.population import architecture_of, shape_of

TASK_SECONDS = 0.002
"""What one more population costs whoever sends it to a worker and takes it back."""


def cut_populations(
    groups: Sequence[Sequence[LiveTrial]], until: int, examples: Examples, jobs: int, elsewhere: float = 0.0
) -> list[list[LiveTrial]]:
    """Cut groups of trials that may train together into populations.

    A population costs less than its members one by one, but only one worker trains it. So populations are as large as
    fits the cache, unless smaller ones are done sooner: those that take longest are halved, one group after the other.

    Args:
        groups: trials of one shape, container and epoch each.
        until: epoch at which their rung ends.
        examples: the data.
        jobs: how many populations train at once.
        elsewhere: seconds of other populations that are to be trained meanwhile.

    Returns:
        The populations, group by group, in trial order.
    """
    costs = [_cost_of(group[0].asked, examples) for group in groups]
    epochs = [until - group[0].epoch for group in groups]

    def seconds(place: int, members: int) -> float:
        architecture, work = costs[place]
        return epochs[place] * epoch_seconds(architecture, members, work)

    sizes = [
        min(members_per_population(architecture, work.step_size), len(group))
        for group, (architecture, work) in zip(groups, costs, strict=True)
    ]
    best: list[int] = []
    soonest = math.inf
    while True:
        tasks = [seconds(place, members) for place, members in _members(groups, sizes)]
        last, shared = _makespan(tasks, jobs), (sum(tasks) + elsewhere) / jobs
        done = max(last, shared) + TASK_SECONDS * len(tasks)
        if done < soonest:
            best, soonest = list(sizes), done
        divisible = [place for place, size in enumerate(sizes) if size > 1]
        if jobs == 1 or last <= shared or not divisible:  # smaller ones only make more work
            break
        slowest = max(divisible, key=lambda place: seconds(place, sizes[place]))
        sizes[slowest] = -(-sizes[slowest] // 2)
    return [
        list(group[start : start + size])
        for group, size in zip(groups, best, strict=True)
        for start in range(0, len(group), size)
    ]


def _members(groups: Sequence[Sequence[LiveTrial]], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Return each population's group and number of members."""
    return [
        (place, min(size, len(group) - start))
        for place, (group, size) in enumerate(zip(groups, sizes, strict=True))
        for start in range(0, len(group), size)
    ]


def _makespan(seconds: Sequence[float], jobs: int) -> float:
    """Return when the last of some tasks is done if the longest begin first."""
    ends = [0.0] * jobs
    for task in sorted(seconds, reverse=True):
        heapq.heapreplace(ends, ends[0] + task)
    return max(ends)


def seconds_left(batch: Batch, examples: Examples) -> float:
    """Estimate how long a batch trains until its rung ends.

    Args:
        batch: trials that train together next.
        examples: the data.
    """
    first = batch.trials[0]
    architecture, work = _cost_of(first.asked, examples)
    return (batch.segment.until - first.epoch) * epoch_seconds(architecture, len(batch.trials), work)


def _cost_of(asked: Asked, examples: Examples) -> tuple[Architecture, Work]:
    shape = shape_of(asked.hyperparameters)
    architecture = architecture_of(shape, asked.container, n_x=examples.n_x, n_y=examples.n_y)
    return architecture, Work.on(examples, shape.batch_size, shape.augmentation)
