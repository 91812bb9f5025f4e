"""Many steps of training in one compiled loop, and the dev set in another, to the same bits as NumPy's.

Calls from Python take as long as the arithmetic of a small network. A loop goes through whole mini-batches: it gathers
them, goes up and down each member by itself, whose numbers stay in cache meanwhile, and updates it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.memory import LINE, aligned_empty
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.core.ufuncs import EXP, LOG
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.fused import answer, fusible, go_down, go_up, leaks_of, sizes_of, starts_of, transpose
from nnsearch.nn.losses import add_up_classes, count_misses, derive_softmax, shift_logits
from nnsearch.optim.adam import adam_step
from nnsearch.optim.gradient_descent import gradient_descent_step
from nnsearch.optim.momentum import momentum_step
from nnsearch.optim.rmsprop import rmsprop_step

AT_ONCE = 2**31
"""Additions and multiplications per call, some hundredths of a second, so that the process hears of signals."""
Integers = NDArray[np.int64]
_GRADIENT_DESCENT, _MOMENTUM, _RMSPROP, _ADAM = range(4)
_RULES = {"gradient_descent": _GRADIENT_DESCENT, "momentum": _MOMENTUM, "rmsprop": _RMSPROP, "adam": _ADAM}
_NO_UPDATE = -1
_BYTES = 4
_NUMBERS_IN_A_LINE = LINE // _BYTES


def steps_compile(architecture: Architecture, batches: Collection[int], X: FloatArray) -> bool:
    """Whether the loops know networks like these: see :func:`nnsearch.nn.fused.fusible`; the output is softmax.

    Args:
        architecture: the container.
        batches: examples per call.
        X: the inputs.
    """
    found = EXP is not None and LOG is not None and architecture.output == "softmax" and X.flags.c_contiguous
    return bool(batches) and found and fusible(architecture, batches, X.dtype)


class _Network:
    """Shapes and buffers of one member, which all members use one after the other.

    Args:
        architecture: the container.
        size: examples per call, at most.
    """

    def __init__(self, architecture: Architecture, size: int) -> None:
        hidden, self.n_y = architecture.hidden, architecture.n_y
        leaks = leaks_of(architecture)
        self.shape = sizes_of(architecture), starts_of(architecture)
        self.leaks, self.steps = leaks.astype(np.float32), (1 - leaks).astype(np.float32)
        self.heights = [units * size for units in hidden]
        self.columns = self.empty((architecture.n_x + 1) * size)
        self.units = self.empty(sum(hidden) * size + len(hidden) * size)
        self.output = self.empty(self.n_y * size)
        self.labels: Integers = np.empty(size, np.int64)
        self._rows = [self.empty(size) for _ in range(4)]
        self.call = np.array([0, 0, 0, _BYTES, _BYTES], np.int64)

    @staticmethod
    def empty(size: int) -> FloatArray:
        """Make an array ``(size,)``."""
        return aligned_empty((size,), np.float32)

    def outputs(self, m: int) -> tuple[FloatArray, ...]:
        """Return the output's ``Z (n_y, 1, m)``, and room for sums, true logits, losses and misses, ``(1, m)`` each."""
        return self.output[: self.n_y * m].reshape(self.n_y, 1, m), *(row[:m].reshape(1, m) for row in self._rows)


@dataclass(frozen=True, eq=False)
class Tally:
    """Sums of losses and misses of one batch size, each example's place by itself, ``(K, m)`` float64 both."""

    loss: NDArray[np.float64]
    miss: NDArray[np.float64]

    @classmethod
    def of_zeros(cls, members: int, size: int) -> Tally:
        """Return sums of nothing."""
        return cls(np.zeros((members, size)), np.zeros((members, size)))

    def clear(self) -> None:
        """Begin anew."""
        self.loss.fill(0)
        self.miss.fill(0)


@dataclass(frozen=True, eq=False)
class Rule:
    """How a population is updated.

    Args:
        optimizer: its name.
        moments: its moments, ``(K, P)`` each, updated in place.
        beta1: ``(K, 1)``.
        beta2: ``(K, 1)``.
        decay: share of ``theta`` that is added to the gradient, ``(K, P)``; ``None`` for none.
    """

    optimizer: str
    moments: Sequence[FloatArray]
    beta1: FloatArray
    beta2: FloatArray
    decay: FloatArray | None


class CompiledSteps:
    """Trains a population in place.

    Args:
        architecture: the container, see :func:`steps_compile`.
        theta: ``(K, P)``, updated.
        gradient: ``(K, P)``, written.
        rule: of the updates.
        keep_prob: of each hidden layer, ``(K, hidden layers)``.
        size: examples per mini-batch.
    """

    def __init__(
        self,
        architecture: Architecture,
        theta: FloatArray,
        gradient: FloatArray,
        rule: Rule,
        keep_prob: FloatArray,
        size: int,
    ) -> None:
        network = _Network(architecture, size)
        self._network, self._rule = network, rule
        self._lent = [theta, gradient, *rule.moments]
        self._own = [_with_aligned_rows(array) for array in self._lent]
        nothing = network.empty(0).reshape(0, 0)
        first, second = (*self._own[2:], nothing, nothing)[:2]
        dropped = np.asarray((keep_prob < 1).any(axis=0))
        self._hidden = architecture.hidden
        self._uniforms = network.empty(sum(network.heights) if dropped.any() else 0)
        decay = nothing if rule.decay is None else _with_aligned_rows(rule.decay)
        self._settings = (*network.shape, network.leaks, network.steps, keep_prob, dropped, self._uniforms)
        self._update = (decay, first, second, rule.beta1, rule.beta2)
        slopes, deltas = network.empty(sum(network.heights)), network.empty(sum(network.heights))
        batch = aligned_empty((size, architecture.n_x + 1), np.float32)
        self._room = (batch, network.labels, network.columns, network.units, slopes, deltas, network.output)
        self._at_once = max(1, AT_ONCE // (6 * size * theta.size))
        self._still = np.ones((1, len(theta), 1), np.float32)

    def run(
        self,
        X: FloatArray,
        y: Integers,
        order: IntArray,
        steps: range,
        rates: FloatArray,
        guards: FloatArray,
        generators: Sequence[np.random.Generator | None],
        tally: Tally,
    ) -> None:
        """Do some steps with mini-batches of one size.

        Args:
            X: all inputs, rows ``(M, n_x + 1)``, laid out as in C, the last column ones.
            y: class indices ``(M,)``.
            order: in which examples come, ``(M,)``.
            steps: which steps, counted from 0.
            rates: of each step, ``(S, K, 1)``.
            guards: of each step, ``(S, K, 1)``.
            generators: of each hidden layer's dropout; ``None`` without.
            tally: of the mini-batches' size.
        """
        rule = _RULES[self._rule.optimizer]
        _copy(self._lent, self._own)
        for part in _parts(steps, 1 if any(generators) else self._at_once):
            self._draw(generators, tally.loss.shape[1])
            self._call(X, y, order, part, rates, guards, rule, tally)
        _copy(self._own, self._lent)

    def differentiate(
        self, X: FloatArray, y: Integers, generators: Sequence[np.random.Generator | None], tally: Tally
    ) -> None:
        """Leave the gradient of the cost over one mini-batch, without penalties, in the gradient buffer.

        Args:
            X: rows ``(m, n_x + 1)``, the last column ones.
            y: class indices ``(m,)``.
            generators: of each hidden layer's dropout; ``None`` without.
            tally: of the mini-batch's size.
        """
        self._draw(generators, len(X))
        order = np.arange(len(X))
        _copy(self._lent, self._own)
        self._call(np.ascontiguousarray(X), y, order, range(1), self._still, self._still, _NO_UPDATE, tally)
        _copy(self._own, self._lent)

    def _draw(self, generators: Sequence[np.random.Generator | None], m: int) -> None:
        """Draw what decides which units are dropped."""
        start = 0
        for units, random in zip(self._hidden, generators, strict=True):
            if random is not None:
                random.random(out=self._uniforms[start : start + units * m].reshape(units, m), dtype=np.float32)
            start += units * m

    def _call(
        self,
        X: FloatArray,
        y: Integers,
        order: IntArray,
        steps: range,
        rates: FloatArray,
        guards: FloatArray,
        rule: int,
        tally: Tally,
    ) -> None:
        data = X, y, order, steps.start, steps.stop, *self._own[:2]
        m = tally.loss.shape[1]
        outputs = (*self._network.outputs(m), self._network.call, tally.loss, tally.miss, 1 / m)
        _STEPS(*data, *self._settings, *self._update, rates, guards, rule, *self._room, *outputs)


def _with_aligned_rows(array: FloatArray) -> FloatArray:
    """Return an array ``(K, P)``, or a wider copy of it whose rows all begin where cache lines do."""
    members, parameters = array.shape
    if members == 1 or parameters % _NUMBERS_IN_A_LINE == 0:
        return array
    wide = aligned_empty((members, -(-parameters // _NUMBERS_IN_A_LINE) * _NUMBERS_IN_A_LINE), array.dtype)
    wide.fill(0)
    wide[:, :parameters] = array
    return wide


def _copy(sources: Sequence[FloatArray], targets: Sequence[FloatArray]) -> None:
    """Copy arrays ``(K, P)`` to wider ones or back."""
    for source, target in zip(sources, targets, strict=True):
        if source is not target:
            parameters = min(source.shape[1], target.shape[1])
            np.copyto(target[:, :parameters], source[:, :parameters])


def _parts(steps: range, size: int) -> Iterator[range]:
    """Cut a range into parts of a size."""
    for start in range(steps.start, steps.stop, size):
        yield range(start, min(start + size, steps.stop))


class CompiledEvaluation:
    """Evaluates a population on a set.

    Args:
        architecture: the container, see :func:`steps_compile`.
        theta: ``(K, P)``, read at each call.
        X: rows ``(M, n_x + 1)``, laid out as in C.
        y: class indices ``(M,)``.
        chunk: examples at once.
    """

    def __init__(self, architecture: Architecture, theta: FloatArray, X: FloatArray, y: Integers, chunk: int) -> None:
        network = _Network(architecture, chunk)
        self._theta, self._data = theta, (X, y)
        self._network, self._chunk = network, chunk
        self._settings = (*network.shape, network.leaks, network.columns, network.units, network.output)
        self.loss: FloatArray = np.empty((len(theta), len(X)), np.float32)
        self.miss: FloatArray = np.empty((len(theta), len(X)), np.float32)

    def run(self) -> None:
        """Compute each example's ``loss`` and ``miss (K, M)``."""
        whole, rest = divmod(len(self._data[0]), self._chunk)
        for first, last, m in ((0, whole, self._chunk), (whole, whole + 1, rest)):
            if m and last > first:
                outputs = (*self._network.outputs(m), self._network.call, self.loss, self.miss)
                _EVALUATE(*self._data, first, last, self._chunk, self._theta, *self._settings, *outputs)


def _steps_loop(
    X: FloatArray,
    y: Integers,
    order: Integers,
    first: int,
    last: int,
    theta: FloatArray,
    gradient: FloatArray,
    widths: Integers,
    starts: Integers,
    leaks: FloatArray,
    slope_steps: FloatArray,
    keep_prob: FloatArray,
    dropped: NDArray[np.bool_],
    uniforms: FloatArray,
    decay: FloatArray,
    first_moment: FloatArray,
    second_moment: FloatArray,
    beta1: FloatArray,
    beta2: FloatArray,
    rates: FloatArray,
    guards: FloatArray,
    rule: int,
    batch: FloatArray,
    labels: Integers,
    columns: FloatArray,
    units: FloatArray,
    slopes: FloatArray,
    deltas: FloatArray,
    output: FloatArray,
    outputs: FloatArray,
    total: FloatArray,
    true: FloatArray,
    loss: FloatArray,
    miss: FloatArray,
    call: Integers,
    losses: NDArray[np.float64],
    misses: NDArray[np.float64],
    scale: np.floating,
) -> None:
    """Do the steps from ``first`` until ``last``; arguments as in :class:`CompiledSteps` and :mod:`nnsearch.nn.fused`.

    ``rule`` says what updates ``theta``, nothing if it is negative. There is room for a mini-batch's rows in ``batch
    (size, n_x + 1)``, for its ``labels``, for sums over classes in ``total (1, m)`` and for logits of the true class in
    ``true (1, m)``; ``outputs (n_y, 1, m)`` is ``output``. ``call`` is what ufuncs' functions take: addresses of input
    and output, how many there are, how many bytes they are apart.
    """
    m, n_y = losses.shape[1], widths[-1]
    for step in range(first, last):
        for j in range(m):
            example = order[step * batch.shape[0] + j]
            labels[j] = y[example]
            for i in range(X.shape[1]):
                batch[j, i] = X[example, i]
        transpose(batch[:m], columns)
        for k in range(theta.shape[0]):
            keep = keep_prob[k]
            go_up(
                theta[k], columns, widths, starts, leaks, slope_steps, keep, dropped, uniforms, units, slopes, output, m
            )
            shift_logits(outputs, labels, total, true)
            _exponentials(output, n_y * m, call)
            add_up_classes(outputs, total)
            _logarithms(total, loss, call)
            count_misses(outputs, labels, total, true, loss, miss)
            derive_softmax(outputs, labels, total, scale)
            for j in range(m):
                losses[k, j] += loss[0, j]
                misses[k, j] += miss[0, j]
            go_down(batch, theta[k], gradient[k], widths, starts, units, slopes, deltas, output, m)
            if rule < 0:
                continue
            W, dW = theta[k : k + 1], gradient[k : k + 1]
            if decay.shape[0]:
                for p in range(theta.shape[1]):
                    gradient[k, p] += theta[k, p] * decay[k, p]
            rate, guard = rates[step, k : k + 1], guards[step, k : k + 1]
            if rule == _GRADIENT_DESCENT:
                gradient_descent_step(W, dW, rate)
            elif rule == _MOMENTUM:
                momentum_step(W, dW, first_moment[k : k + 1], beta1[k : k + 1], rate)
            elif rule == _RMSPROP:
                rmsprop_step(W, dW, first_moment[k : k + 1], beta2[k : k + 1], rate, guard)
            else:
                v, s = first_moment[k : k + 1], second_moment[k : k + 1]
                adam_step(W, dW, v, s, beta1[k : k + 1], beta2[k : k + 1], rate, guard)


def _evaluate_loop(
    X: FloatArray,
    y: Integers,
    first: int,
    last: int,
    chunk: int,
    theta: FloatArray,
    widths: Integers,
    starts: Integers,
    leaks: FloatArray,
    columns: FloatArray,
    units: FloatArray,
    output: FloatArray,
    outputs: FloatArray,
    total: FloatArray,
    true: FloatArray,
    loss: FloatArray,
    miss: FloatArray,
    call: Integers,
    losses: FloatArray,
    misses: FloatArray,
) -> None:
    """Evaluate the chunks from ``first`` until ``last``; arguments as in :func:`_steps_loop`.

    Chunks are ``chunk`` examples apart; this one's are as many as ``total`` has room for. ``losses`` and ``misses`` are
    ``(K, M)``.
    """
    m, n_y = total.shape[1], widths[-1]
    for part in range(first, last):
        start = part * chunk
        labels = y[start : start + m]
        transpose(X[start : start + m], columns)
        for k in range(theta.shape[0]):
            answer(theta[k], columns, widths, starts, leaks, units, output, m)
            shift_logits(outputs, labels, total, true)
            _exponentials(output, n_y * m, call)
            add_up_classes(outputs, total)
            _logarithms(total, loss, call)
            count_misses(outputs, labels, total, true, loss, miss)
            for j in range(m):
                losses[k, start + j] = loss[0, j]
                misses[k, start + j] = miss[0, j]


def _exponentials(values: FloatArray, count: int, call: Integers) -> None:
    """Replace some values by their exponentials."""
    call[0] = call[1] = np.int64(values.ctypes.data)
    call[2] = count
    at = np.int64(call.ctypes.data)
    EXP(at, at + 16, at + 24, 0)


def _logarithms(values: FloatArray, found: FloatArray, call: Integers) -> None:
    """Write the logarithms of ``values (1, m)``."""
    call[0], call[1] = np.int64(values.ctypes.data), np.int64(found.ctypes.data)
    call[2] = values.shape[1]
    at = np.int64(call.ctypes.data)
    LOG(at, at + 16, at + 24, 0)


_FLAT, _MATRIX, _CUBE, _INTEGERS = Array(1), Array(2), Array(3), Array(1, "int64")
_X, _Y = Array(2, written=False), Array(1, "int64", written=False)
_OUTPUTS = _CUBE, _MATRIX, _MATRIX, _MATRIX, _MATRIX, _INTEGERS
_STEPS = Loop(
    "steps",
    _steps_loop,
    *(_X, _Y, _INTEGERS, "int64", "int64", _MATRIX, _MATRIX),
    *(_INTEGERS, _INTEGERS, _FLAT, _FLAT, _MATRIX, Array(1, "bool"), _FLAT),
    *(_MATRIX, _MATRIX, _MATRIX, _MATRIX, _MATRIX, _CUBE, _CUBE, "int64"),
    *(_MATRIX, _INTEGERS, _FLAT, _FLAT, _FLAT, _FLAT, _FLAT),
    *(*_OUTPUTS, Array(2, "float64"), Array(2, "float64"), "float32"),
)
_EVALUATE = Loop(
    "evaluate",
    _evaluate_loop,
    *(_X, _Y, "int64", "int64", "int64", _MATRIX, _INTEGERS, _INTEGERS, _FLAT, _FLAT, _FLAT, _FLAT),
    *(*_OUTPUTS, _MATRIX, _MATRIX),
)
