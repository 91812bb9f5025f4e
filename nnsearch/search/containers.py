"""Which of the members that are asked together train as one population, padded to which common widths.

Decided when they are asked, from the members alone, and recorded with each trial: padding changes the last bits
of products, so a trial's container is part of what the trial is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nnsearch.training.cost import Work, cheapest_partition, epoch_seconds
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import Shape, architecture_of, container_of, shape_of


def assign_containers(members: Sequence[Hyperparameters], examples: Examples) -> list[tuple[int, ...]]:
    """Choose each member's container.

    Members of one shape are sorted by size and cut into runs so that the estimated cost is least: stacking saves
    calls, padding costs arithmetic.

    Args:
        members: in trial order.
        examples: the data.

    Returns:
        Common widths for each member.
    """
    containers: list[tuple[int, ...]] = [()] * len(members)
    by_shape: dict[Shape, list[int]] = {}
    for index, member in enumerate(members):
        by_shape.setdefault(shape_of(member), []).append(index)
    for shape, indices in by_shape.items():
        indices.sort(key=lambda index: (_size(members[index], examples), index))
        work = Work.on(examples, shape.batch_size, shape.augmentation)

        def cost(run: Sequence[int], shape: Shape = shape, work: Work = work) -> float:
            container = container_of([members[index] for index in run])
            architecture = architecture_of(shape, container, n_x=examples.n_x, n_y=examples.n_y)
            return epoch_seconds(architecture, len(run), work)

        costs = [
            [cost(indices[start:stop]) for stop in range(start + 1, len(indices) + 1)] for start in range(len(indices))
        ]
        for start, stop in cheapest_partition(costs):
            container = container_of([members[index] for index in indices[start:stop]])
            for index in indices[start:stop]:
                containers[index] = container
    return containers


def seconds_alone(member: Hyperparameters, examples: Examples) -> float:
    """Estimate an epoch of one network that trains by itself, on one core.

    Args:
        member: the network.
        examples: the data.
    """
    shape = shape_of(member)
    architecture = architecture_of(shape, member.hidden, n_x=examples.n_x, n_y=examples.n_y)
    return epoch_seconds(architecture, 1, Work.on(examples, shape.batch_size, shape.augmentation))


def _size(member: Hyperparameters, examples: Examples) -> int:
    widths = (examples.n_x, *member.hidden, examples.n_y)
    return sum(below * above for below, above in pairwise(widths))
