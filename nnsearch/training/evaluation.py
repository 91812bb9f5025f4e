"""Cost, error and objective of a population on the dev set, and predictions: no dropout, no penalty, fixed averages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.network import Network, Stack
from nnsearch.training.compiled_steps import CompiledSteps, as_classes, is_plain
from nnsearch.training.epoch import CHUNK, error_from_misses
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.objectives import OBJECTIVES
from nnsearch.training.scores import measure
from nnsearch.training.state import PopulationState
from nnsearch.training.tally import Tally


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What the dev set says of each member, ``(K,)`` float64 each.

    Args:
        cost: mean loss.
        error: share of misses, or root mean square error in the targets' unit.
        objective: what the study optimizes.
    """

    cost: NDArray[np.float64]
    error: NDArray[np.float64]
    objective: NDArray[np.float64]


def stack_of(members: Sequence[Hyperparameters], state: PopulationState) -> Stack:
    """Return the arrays a network needs."""
    widths = np.array([member.hidden for member in members], np.int64).reshape(len(members), -1)
    return Stack(state.theta, state.running, widths)


class Evaluator:
    """Evaluates one population, whose state it keeps views of.

    Args:
        architecture: the container.
        members: hyperparameters, one per row.
        state: may be updated in place between calls.
        examples: its dev set is used.
        objective: a key of :data:`~nnsearch.training.objectives.OBJECTIVES`; ``None`` for the error.
        compiled: what the population is trained with, if that can evaluate it, too, to the same bits.
    """

    def __init__(
        self,
        architecture: Architecture,
        members: Sequence[Hyperparameters],
        state: PopulationState,
        examples: Examples,
        objective: str | None = None,
        compiled: CompiledSteps | None = None,
    ) -> None:
        self._examples = examples
        self._objective = None if objective is None else OBJECTIVES[objective]
        m = examples.X_dev.shape[0]
        sizes = {min(CHUNK, m), m % CHUNK} - {0}
        stack = stack_of(members, state)
        self._unknown = np.full(len(members), np.nan)
        self._logits: FloatArray | None = None
        if self._objective is not None and self._objective.measured:
            self._logits = np.empty((len(members), architecture.n_y, m), state.theta.dtype)
        self._compiled: CompiledSteps | None = None
        self._networks: dict[int, Network] = {}
        known = self._logits is None and min(sizes, default=0) > 1 and is_plain(examples.X_dev)
        if compiled is not None and known:
            self._compiled = compiled
            self._tallies = {size: Tally.of_zeros(len(members), size) for size in sizes}
            # Plain arrays: workers' examples are mapped from a file.
            self._X, self._classes = np.asarray(examples.X_dev), as_classes(examples.y_dev, architecture.n_y)
        else:
            self._networks = {size: Network(architecture, stack, size) for size in sizes}

    def dev(self) -> Evaluation:
        """Evaluate on the dev set; NaN where there is none."""
        X = self._examples.X_dev
        if not X.shape[0]:
            return Evaluation(self._unknown, self._unknown, self._unknown)
        loss: NDArray[np.float64] | float = 0.0
        miss: NDArray[np.float64] | float = 0.0
        for start in range(0, X.shape[0], CHUNK):
            losses, misses = self._chunk(slice(start, start + CHUNK))
            loss = loss + losses.astype(np.float64).sum(axis=1)
            miss = miss + misses.astype(np.float64).sum(axis=1)
        m = X.shape[0]
        cost, error = np.asarray(loss) / m, error_from_misses(np.asarray(miss) / m, self._examples)
        return Evaluation(cost, error, self._judge(cost, error))

    def _chunk(self, part: slice) -> tuple[FloatArray, FloatArray]:
        """Return losses and misses ``(K, n)`` of some examples."""
        if self._compiled is not None:
            classes = self._classes[part]
            tally = self._tallies[len(classes)]
            tally.clear()
            self._compiled.evaluate(self._X[part], classes, tally)
            return tally.loss, tally.miss
        X, y = self._examples.X_dev[part], self._examples.y_dev[part]
        network = self._networks[len(X)]
        network.evaluate(X, y, None if self._logits is None else self._logits[:, :, part])
        return network.output.loss, network.output.miss

    def _judge(self, cost: NDArray[np.float64], error: NDArray[np.float64]) -> NDArray[np.float64]:
        if self._objective is None or self._objective.curve == "dev_error":
            return error
        if self._logits is None:
            return cost
        return measure(self._objective.name, self._logits, self._examples.y_dev, self._examples)


def predict(
    architecture: Architecture,
    members: Sequence[Hyperparameters],
    state: PopulationState,
    X: FloatArray,
) -> FloatArray:
    """Compute outputs.

    Args:
        architecture: the container.
        members: hyperparameters, one per row.
        state: trained parameters.
        X: rows ``(m, n_x + 1)``, the last column ones.

    Returns:
        ``A (K, n_y, m)``: probabilities, or numbers in the network's own scale.
    """
    return _forward(architecture, members, state, X, Network.predict)


def logits(
    architecture: Architecture,
    members: Sequence[Hyperparameters],
    state: PopulationState,
    X: FloatArray,
) -> FloatArray:
    """Compute what :func:`predict` activates.

    Args:
        architecture: the container.
        members: hyperparameters, one per row.
        state: trained parameters.
        X: rows ``(m, n_x + 1)``, the last column ones.

    Returns:
        ``Z (K, n_y, m)``.
    """
    return _forward(architecture, members, state, X, Network.logits)


def _forward(
    architecture: Architecture,
    members: Sequence[Hyperparameters],
    state: PopulationState,
    X: FloatArray,
    outputs: Callable[[Network, FloatArray], FloatArray],
) -> FloatArray:
    """Compute ``(K, n_y, m)`` chunk by chunk; the last one is smaller and has a network of its own."""
    stack = stack_of(members, state)
    out: FloatArray = np.empty((state.members, architecture.n_y, X.shape[0]), state.theta.dtype)
    network: Network | None = None
    for start in range(0, X.shape[0], CHUNK):
        part = X[start : start + CHUNK]
        if network is None or network.batch != part.shape[0]:
            network = Network(architecture, stack, part.shape[0])
        out[:, :, start : start + CHUNK] = outputs(network, part)
    return out
