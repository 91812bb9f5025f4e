"""Which trials train together: populations that suit cache and workers. What is chosen here changes no bit."""

from __future__ import annotations

from nnsearch.nn.architecture import Architecture
from nnsearch.search.asked import Asked
from nnsearch.search.cohort import Batch, LiveTrial
from nnsearch.training.cost import Work, augmenting_seconds, epoch_seconds, members_per_population
from nnsearch.training.examples import Examples
from nnsearch.training.population import architecture_of, shape_of

WORTH_SPLITTING = 0.05
"""Estimated seconds of training below which a population is not split for another worker."""


def cut_populations(trials: list[LiveTrial], examples: Examples, epochs: int, jobs: int) -> list[list[LiveTrial]]:
    """Cut trials that may train together into populations.

    Args:
        trials: of one shape, container and epoch.
        examples: the data.
        epochs: of a complete training.
        jobs: how many populations train at once.

    Returns:
        The populations, in the order of the trials: no larger than fits the cache, and enough for all workers where
        they are worth splitting.
    """
    architecture, work = _cost_of(trials[0].asked, examples)
    size = min(members_per_population(architecture, work.step_size), len(trials))
    while size > 1 and -(-len(trials) // size) < jobs:
        if epoch_seconds(architecture, size, work) * epochs < WORTH_SPLITTING:
            break
        size = -(-size // 2)
    return [trials[start : start + size] for start in range(0, len(trials), size)]


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
    augmenting = augmenting_seconds(shape.augmentation, examples.picture)
    return architecture, Work(examples.m, examples.X_dev.shape[0], shape.batch_size, augmenting)
