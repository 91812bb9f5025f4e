"""One epoch of a population: the hot loop. Its buffers are made once and nothing in it allocates with the steps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.memory import aligned_empty
from nnsearch.core.seeds import generator
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.network import Network, Stack
from nnsearch.nn.regularizers import add_decay, dropout_mask, penalty, weight_mask
from nnsearch.optim.clipping import clip_by_global_norm
from nnsearch.optim.registry import OPTIMIZERS
from nnsearch.optim.rules import StepArrays
from nnsearch.training.compiled_steps import CompiledSteps, Rule, Steps, as_classes, steps_compile
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import column, optimizer_columns
from nnsearch.training.state import PopulationState
from nnsearch.training.tally import Tally

Augment = Callable[[FloatArray, np.random.Generator], FloatArray]
"""Changes a mini-batch's inputs."""
CHUNK = 256
"""Examples evaluated at once, a constant: products of another size may differ in their last bits."""
BLOCK = 2**16
"""Elements of theta an optimizer step handles at once: with gradient, moments and scratch they stay in the L2 cache."""


class EpochDraws:
    """The random draws of one epoch, each a function of (seed, purpose, epoch) alone.

    Args:
        seed: of the population.
        epoch: counted from 0.
    """

    def __init__(self, seed: int, epoch: int) -> None:
        self._seed, self._epoch = seed, epoch

    def order(self, m: int) -> IntArray:
        """Return the order in which the examples are seen, ``(m,)``."""
        return generator(self._seed, "shuffle", self._epoch).permutation(m)

    def dropout(self, layer: int) -> np.random.Generator:
        """Return the generator of one layer's masks; layer 0 is the input."""
        return generator(self._seed, "dropout", self._epoch, layer)

    def augmentation(self) -> np.random.Generator:
        """Return the generator that augmentation draws from."""
        return generator(self._seed, "augmentation", self._epoch)


@dataclass(frozen=True, eq=False)
class EpochMeasures:
    """What an epoch tells of each member, ``(K,)`` float64 each.

    Args:
        cost: mean loss over the mini-batches as they passed, plus the penalty at the epoch's end.
        error: share of misses as they passed, or root mean square error in the targets' unit.
        norms: per-layer norms of gradient and update at the epoch's last step.
    """

    cost: NDArray[np.float64]
    error: NDArray[np.float64]
    norms: dict[str, NDArray[np.float64]]


class _Batch:
    """NumPy's network and buffers for one batch size (an epoch has at most two: the full one and the last)."""

    def __init__(
        self,
        architecture: Architecture,
        stack: Stack,
        size: int,
        gradient: FloatArray,
        drops: Sequence[bool],
        compiled: bool,
    ) -> None:
        members, dtype = stack.theta.shape[0], stack.theta.dtype
        self.network = Network(architecture, stack, size, gradient, compiled=compiled)
        self.dropped_X: FloatArray = np.ones(
            (members if architecture.input_dropout else 0, size, architecture.n_x + 1), dtype
        )
        self.uniforms = [
            np.empty((units, size), dtype) if drop else None
            for units, drop in zip(architecture.hidden, drops, strict=True)
        ]
        self.masks: list[FloatArray | None] = [
            np.empty((members, units, size), dtype) if drop else None
            for units, drop in zip(architecture.hidden, drops, strict=True)
        ]


def _with_draws(augment: Augment | None, draws: EpochDraws) -> Callable[[FloatArray], FloatArray] | None:
    """Let a function that changes inputs draw from the epoch's generator."""
    if augment is None:
        return None
    random = draws.augmentation()
    return lambda X: augment(X, random)


@dataclass(frozen=True, eq=False)
class _Plan:
    """What an epoch's steps take.

    Args:
        order: in which examples are seen, ``(m,)``.
        rates: of each step, ``(S, K, 1)``.
        guards: of each step, ``(S, K, 1)``.
        dropout: generator of each hidden layer's masks; ``None`` without.
        inputs: generator of inputs' masks.
        augment: changes a mini-batch's inputs.
    """

    order: IntArray
    rates: FloatArray
    guards: FloatArray
    dropout: list[np.random.Generator | None]
    inputs: np.random.Generator | None
    augment: Callable[[FloatArray], FloatArray] | None


class EpochRunner:
    """Runs epochs of one population in place.

    Args:
        architecture: the container.
        members: hyperparameters, one per row.
        state: updated in place by :meth:`run`.
        examples: the training set.
        compiled: whether to use compiled loops, which know single precision alone; they give the same bits.
    """

    def __init__(
        self,
        architecture: Architecture,
        members: Sequence[Hyperparameters],
        state: PopulationState,
        examples: Examples,
        *,
        compiled: bool = False,
    ) -> None:
        theta = state.theta
        dtype = theta.dtype
        self._architecture, self._state, self._examples = architecture, state, examples
        self._gradient = aligned_empty(theta.shape, dtype)
        self._gradient.fill(0)
        self._optimizer = OPTIMIZERS[members[0].optimizer]
        self.compiled = compiled
        self._step = self._optimizer.compiled if compiled else self._optimizer.update
        self._columns = optimizer_columns(members)
        self._weights = weight_mask(architecture, dtype)
        self._l1 = column([member.l1 for member in members])
        self._l2 = column([member.l2 for member in members])
        self._penalty = _Penalty(self._weights, self._l1, self._l2, examples.m, dtype, compiled=compiled)
        limits = [np.inf if member.clip_norm is None else member.clip_norm for member in members]
        self._clip = column(limits).astype(dtype) if np.isfinite(limits).any() else None
        keep_prob = np.array([member.keep_prob for member in members], dtype).reshape(len(members), -1)
        self._keep_prob = keep_prob[:, :, None, None]
        self._input_keep_prob = column([m.input_keep_prob for m in members]).astype(dtype)[:, :, None]
        self._memory = column([m.batch_norm_momentum for m in members]).astype(dtype)[:, :, None]
        self._drops = [bool((keep_prob[:, layer] < 1).any()) for layer in range(len(architecture.hidden))]
        widths = np.array([member.hidden for member in members], np.int64).reshape(len(members), -1)
        self._stack = Stack(theta, state.running, widths)
        self._size = min(members[0].batch_size, examples.m)
        sizes = {self._size, examples.m % self._size} - {0}
        self._tallies = {size: Tally.of_zeros(len(members), size) for size in sizes}
        self._X: dict[int, FloatArray] = {}
        self.compiled_steps: CompiledSteps | None = None
        self._changes_gradients = self._clip is not None or bool(self._l1.any())
        chunk = min(CHUNK, examples.X_dev.shape[0])
        if compiled and steps_compile(architecture, sizes - {1}, examples.X_train):
            beta1, beta2 = (self._columns[name].astype(dtype) for name in ("beta1", "beta2"))
            rule = Rule(members[0].optimizer, state.moments, beta1, beta2, self._penalty.decay)
            self.compiled_steps = CompiledSteps(
                architecture, theta, self._gradient, rule, keep_prob, self._size, most=max(self._size, chunk)
            )
            # Plain arrays: workers' examples are mapped from a file.
            self._inputs = np.asarray(examples.X_train)
            self._classes = as_classes(examples.y_train, architecture.n_y)
            sizes &= {1}
        self._batches = {
            size: _Batch(architecture, self._stack, size, self._gradient, self._drops, compiled) for size in sizes
        }
        # One pass needs no blocks, and a compiled loop wants contiguous arrays.
        self._blocks = list(self._optimizer_blocks(theta.size if compiled else BLOCK))

    @property
    def steps(self) -> int:
        """Optimizer steps in an epoch."""
        return math.ceil(self._examples.m / self._size)

    def _optimizer_blocks(self, elements: int) -> Iterator[tuple[slice, slice, StepArrays]]:
        """Cut ``(K, P)`` into blocks that stay in cache. Updates are elementwise, so blocks change no bits."""
        theta, state = self._state.theta, self._state
        members, parameters = theta.shape
        width = min(parameters, elements)
        height = max(1, elements // width)
        work: FloatArray = np.empty((0, 0) if self.compiled else (height, width), theta.dtype)
        beta1, beta2 = (self._columns[name].astype(theta.dtype) for name in ("beta1", "beta2"))
        for top in range(0, members, height):
            for left in range(0, parameters, width):
                rows = slice(top, min(top + height, members))
                place = (rows, slice(left, min(left + width, parameters)))
                block = theta[place]
                yield (
                    *place,
                    StepArrays(
                        theta=block,
                        gradient=self._gradient[place],
                        moments=tuple(moment[place] for moment in state.moments),
                        work=work[: block.shape[0], : block.shape[1]],
                        beta1=beta1[rows],
                        beta2=beta2[rows],
                    ),
                )

    def run(
        self,
        epoch: int,
        rates: NDArray[np.float64],
        draws: EpochDraws,
        augment: Augment | None = None,
        *,
        steps: int | None = None,
    ) -> EpochMeasures:
        """Pass once over the training set.

        Args:
            epoch: counted from 0.
            rates: learning rates ``(K, 1)``.
            draws: the epoch's randomness.
            augment: changes a mini-batch's inputs.
            steps: done before, which bias corrections count; ``None`` for as many in each earlier epoch as in this.

        Returns:
            Costs, errors and norms of the epoch.
        """
        last = self.steps - 1
        done = epoch * self.steps if steps is None else steps
        factors, guards = self._optimizer.factors(self._columns, np.arange(done + 1, done + self.steps + 1))
        dtype = self._state.theta.dtype
        plan = _Plan(
            order=draws.order(self._examples.m),
            rates=(factors * rates).astype(dtype),
            guards=guards.astype(dtype),
            dropout=[draws.dropout(layer + 1) if drop else None for layer, drop in enumerate(self._drops)],
            inputs=draws.dropout(0) if self._architecture.input_dropout else None,
            augment=_with_draws(augment, draws),
        )
        for tally in self._tallies.values():
            tally.clear()
        self._do(range(last), plan)
        before = self._state.theta.copy()
        self._do(range(last, last + 1), plan)
        return self._measures(before)

    def _do(self, steps: range, plan: _Plan) -> None:
        """Do steps with mini-batches of one size."""
        examples, size = self._examples, self._size
        m = min(size, examples.m - steps.start * size)
        undisturbed = plan.augment is None and not self._changes_gradients
        if self.compiled_steps is not None and m not in self._batches and undisturbed:
            epoch = Steps(self._inputs, self._classes, plan.order, plan.rates, plan.guards)
            self.compiled_steps.run(epoch, steps, plan.dropout, self._tallies[m])
            return
        for step in steps:
            self._leave_gradient(plan.order[step * size : (step + 1) * size], plan)
            self._update(plan.rates[step], plan.guards[step])

    def _leave_gradient(self, rows: IntArray, plan: _Plan) -> None:
        """Leave the gradient of the cost over one mini-batch in the gradient buffer."""
        tally = self._tallies[len(rows)]
        if len(rows) not in self._X:
            self._X[len(rows)] = aligned_empty((len(rows), self._architecture.n_x + 1), self._state.theta.dtype)
        X = self._X[len(rows)]
        # "clip" lets take write straight into the buffer; the indices are a permutation and always valid.
        np.take(self._examples.X_train, rows, axis=0, out=X, mode="clip")
        if plan.augment is not None:
            X = plan.augment(X)
        if self.compiled_steps is not None and len(X) not in self._batches:
            self.compiled_steps.differentiate(X, self._classes[rows], plan.dropout, tally)
        else:
            self._differentiate(X, self._examples.y_train[rows], plan, tally)
        self._penalty.add_gradient(self._state.theta, self._gradient)
        if self._clip is not None:
            clip_by_global_norm(self._gradient, self._clip)

    def _differentiate(self, X: FloatArray, y: FloatArray | IntArray, plan: _Plan, tally: Tally) -> None:
        batch = self._batches[len(X)]
        if plan.inputs is not None:
            X = self._drop_inputs(X, batch, plan.inputs)
        for layer, random in enumerate(plan.dropout):
            uniforms, mask = batch.uniforms[layer], batch.masks[layer]
            if random is not None and uniforms is not None and mask is not None:
                random.random(out=uniforms, dtype=uniforms.dtype)
                dropout_mask(uniforms, self._keep_prob[:, layer], mask)
        batch.network.differentiate(X, y, batch.masks, self._memory)
        tally.add(batch.network.output.loss, batch.network.output.miss, compiled=self.compiled)

    def _drop_inputs(self, X: FloatArray, batch: _Batch, random: np.random.Generator) -> FloatArray:
        """Return each member's own inputs ``(K, m, n_x + 1)``; the column of ones is never dropped."""
        n_x = self._architecture.n_x
        uniforms = random.random((X.shape[0], n_x), dtype=X.dtype)
        inputs = batch.dropped_X[:, :, :n_x]
        dropout_mask(uniforms, self._input_keep_prob, inputs)
        inputs *= X[:, :n_x]
        return batch.dropped_X

    def _update(self, rate: FloatArray, guard: FloatArray) -> None:
        for rows, _, arrays in self._blocks:
            self._step(arrays, rate[rows], guard[rows])

    def _measures(self, before: FloatArray) -> EpochMeasures:
        examples, theta = self._examples, self._state.theta
        loss = sum(tally.loss.sum(axis=1) for tally in self._tallies.values()) / examples.m
        miss = sum(tally.miss.sum(axis=1) for tally in self._tallies.values()) / examples.m
        cost = loss + penalty(theta, self._weights, self._l1, self._l2, examples.m)
        return EpochMeasures(np.asarray(cost), error_from_misses(miss, examples), self._norms(before))

    def _norms(self, before: FloatArray) -> dict[str, NDArray[np.float64]]:
        """Norms per layer of the last step's gradient and update, layers counted from 1."""
        norms: dict[str, NDArray[np.float64]] = {}
        np.subtract(self._state.theta, before, out=before)
        for index, block in enumerate(self._architecture.blocks, start=1):
            part = slice(block.start, block.stop)
            for name, values in (("gradient", self._gradient), ("update", before)):
                norms[f"{name}_norm_{index}"] = np.sqrt(np.vecdot(values[:, part], values[:, part])).astype(np.float64)
        return norms


_SHRINK = Loop("shrink", add_decay, *[Array(2)] * 3)


class _Penalty:
    """Adds the penalties' gradient: ``dW += lambda_2/m W + lambda_1/m sign(W)``."""

    def __init__(
        self,
        weights: FloatArray,
        l1: NDArray[np.float64],
        l2: NDArray[np.float64],
        m: int,
        dtype: np.dtype[np.floating],
        *,
        compiled: bool = False,
    ) -> None:
        self._compiled = compiled
        self.decay: FloatArray | None = None
        if l2.any():
            self.decay = aligned_empty((l2.shape[0], weights.shape[1]), dtype)
            np.copyto(self.decay, weights * (l2 / m), casting="same_kind")
        self._l1 = (weights * (l1 / m)).astype(dtype) if l1.any() else None
        needed = self._l1 is not None or (self.decay is not None and not compiled)
        shape = (l2.shape[0], weights.shape[1]) if needed else (0, 0)
        self._work: FloatArray = np.empty(shape, dtype)

    def add_gradient(self, theta: FloatArray, gradient: FloatArray) -> None:
        """Add to ``gradient (K, P)`` in place."""
        if self.decay is not None and self._compiled:
            _SHRINK(theta, self.decay, gradient)
        elif self.decay is not None:
            np.multiply(theta, self.decay, out=self._work)
            gradient += self._work
        if self._l1 is not None:
            np.sign(theta, out=self._work)
            self._work *= self._l1
            gradient += self._work


def error_from_misses(miss: NDArray[np.float64], examples: Examples) -> NDArray[np.float64]:
    """Turn mean misses ``(K,)`` into errors: a share for classes, a root mean square in the targets' unit."""
    if examples.output in ("softmax", "sigmoid"):
        return np.asarray(miss, np.float64)
    return np.asarray(np.sqrt(miss) * examples.target_scale, np.float64)
