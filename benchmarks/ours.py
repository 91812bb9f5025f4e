"""nnsearch's trainer as a contender, its variants, and its memory. Imported where it measures."""

from __future__ import annotations

import math
import time
import tracemalloc
from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.session import Prepared
from benchmarks.workloads import FloatArray, Layers, Workload, learning_rates, load
from nnsearch.core.compiling import WORTH_COMPILING, Earnings
from nnsearch.nn.architecture import Architecture
from nnsearch.training import trainer
from nnsearch.training.cost import members_per_population
from nnsearch.training.examples import Examples, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.trainer import train

DEV_EXAMPLES = 1
"""The trainer always evaluates a dev set. The least there can be counts against us, not for us."""


def examples_of(workload: Workload, dev: int = DEV_EXAMPLES) -> Examples:
    """Return the workload's data as the trainer takes it, with some of it again as the dev set."""
    X, y = load(workload)
    inputs = with_ones(X, np.dtype(np.float32))
    return Examples(
        X_train=inputs,
        y_train=y,
        X_dev=inputs[:dev].copy(),
        y_dev=y[:dev].copy(),
        n_y=workload.widths[-1],
        output="softmax",
    )


def segment_of(workload: Workload, members: int) -> Segment:
    """Return the task of training ``members`` networks from the beginning to the end."""
    hidden = workload.widths[1:-1]
    population = tuple(
        Hyperparameters(
            hidden=hidden,
            activation=("relu",) * len(hidden),
            output="softmax",
            batch_size=workload.batch_size,
            learning_rate=float(rate),
        )
        for rate in learning_rates(members)
    )
    return Segment(population, container=hidden, seed=0, epochs=workload.epochs, until=workload.epochs)


def architecture_of(workload: Workload) -> Architecture:
    """Return the architecture, which decides the automatic K."""
    hidden = workload.widths[1:-1]
    return Architecture(
        n_x=workload.widths[0],
        hidden=hidden,
        n_y=workload.widths[-1],
        activation=("relu",) * len(hidden),
        output="softmax",
    )


def automatic_members(workload: Workload) -> int:
    """Return the K that nnsearch chooses for the workload."""
    return members_per_population(architecture_of(workload), workload.batch_size)


def prepare(workload: Workload, members: int) -> Prepared:
    """Make the trainer ready, and time what compiling its loops takes."""
    prepared = _prepared(workload, segment_of(workload, members), examples_of(workload))
    short = _prepared(workload, replace(segment_of(workload, 1), until=1), examples_of(workload))
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        short.run()
        seconds.append(time.perf_counter() - started)
    return replace(prepared, compile_seconds=max(0.0, seconds[0] - seconds[1]))


def prepare_numpy_only(workload: Workload, members: int) -> Prepared:
    """Make it ready as it is in a process that has not earned compiled loops."""
    return _prepared(workload, segment_of(workload, members), examples_of(workload), earned=-math.inf)


def _prepared(workload: Workload, segment: Segment, examples: Examples, *, earned: float = WORTH_COMPILING) -> Prepared:
    architecture = architecture_of(workload)
    earnings = Earnings()
    earnings.add(earned)

    def run() -> SegmentResult:
        trainer.EARNINGS = earnings
        return train(segment, examples)

    def layers(result: SegmentResult) -> Layers:
        theta: FloatArray = result.state.theta
        return [(block.weights(theta), block.bias(theta)[:, :, 0]) for block in architecture.blocks]

    return Prepared(run=run, layers=layers)


def prepare_dropout(workload: Workload, members: int) -> Prepared:
    """Make it ready with inverted dropout in every hidden layer."""
    keep_prob = (0.8,) * len(workload.widths[1:-1])
    segment = _changed(segment_of(workload, members), keep_prob=keep_prob)
    return _prepared(workload, segment, examples_of(workload))


def prepare_batch_norm(workload: Workload, members: int) -> Prepared:
    """Make it ready with batch normalization of every hidden layer."""
    segment = _changed(segment_of(workload, members), batch_norm=True)
    return _prepared(workload, segment, examples_of(workload))


def prepare_dev_evaluation(workload: Workload, members: int) -> Prepared:
    """Make it ready with a dev set a quarter of the training set's size."""
    return _prepared(workload, segment_of(workload, members), examples_of(workload, dev=workload.m // 4))


def _changed(segment: Segment, **values: Any) -> Segment:
    return replace(segment, members=tuple(replace(member, **values) for member in segment.members))


def peak_bytes(workload: dict[str, Any], members: int) -> int:
    """Return the most memory that training a population holds at once, its data not counted.

    NumPy reports its buffers to tracemalloc, so this counts bytes asked for, not pages of a process.

    Args:
        workload: a :class:`Workload` as a dictionary; one epoch of it is trained.
        members: K.
    """
    work = replace(Workload.from_dict(workload), epochs=1)
    examples, segment = examples_of(work), segment_of(work, members)
    train(segment, examples)  # what is imported or cached on first use is no memory of the population
    tracemalloc.start()
    try:
        train(segment, examples)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
