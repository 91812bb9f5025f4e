"""Many steps of training in one compiled loop, which also goes through the dev set, to the same bits as NumPy's.

Calls from Python take as long as the arithmetic of a small network. A loop goes through whole mini-batches: it gathers
them, goes up and down each member by itself, whose numbers stay in cache meanwhile, and updates it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from types import FunctionType

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.memory import LINE, aligned_empty
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.core.ufuncs import EXP, LOG
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.fused import backward, forward, fusible, leaks_of, sizes_of, starts_of, transpose
from nnsearch.nn.losses import add_up_classes, count_misses, derive_softmax, shift_logits
from nnsearch.nn.regularizers import add_decay
from nnsearch.optim.adam import adam_step
from nnsearch.optim.gradient_descent import gradient_descent_step
from nnsearch.optim.momentum import momentum_step
from nnsearch.optim.rmsprop import rmsprop_step
from nnsearch.training.tally import Tally, add_up

AT_ONCE = 2**31
"""Additions and multiplications per call, some hundredths of a second, so that the process hears of signals."""
Integers = NDArray[np.int64]
_GRADIENT_DESCENT, _MOMENTUM, _RMSPROP, _ADAM = range(4)
_RULES = {"gradient_descent": _GRADIENT_DESCENT, "momentum": _MOMENTUM, "rmsprop": _RMSPROP, "adam": _ADAM}
_RULE = -1
"""What updates parameters: another one in each of the loops that are made of :func:`_steps_loop`."""
_EVALUATE, _DIFFERENTIATE, _TRAIN = range(3)
"""How far a step goes."""
_BYTES = 4
_NUMBERS_IN_A_LINE = LINE // _BYTES


def steps_compile(architecture: Architecture, batches: Collection[int], X: FloatArray) -> bool:
    """Whether the loops know networks like these: see :func:`nnsearch.nn.fused.fusible`; the output is softmax.

    Args:
        architecture: the container.
        batches: examples per call.
        X: the inputs, and all that are to be evaluated must be like them: see :func:`is_plain`.
    """
    found = EXP is not None and LOG is not None and architecture.output == "softmax" and is_plain(X)
    return bool(batches) and found and fusible(architecture, batches, X.dtype)


def is_plain(X: FloatArray) -> bool:
    """Whether inputs are in single precision and lie as the loops go through them."""
    return X.dtype == np.float32 and X.flags.c_contiguous and X.flags.aligned


def as_classes(y: FloatArray | IntArray, n_y: int) -> Integers:
    """Return class indices ``(m,)`` as the loops read them, which look up what they say.

    Raises:
        ValueError: if one is no class.
    """
    classes = np.ascontiguousarray(y, np.int64)
    if classes.size and not (classes.min() >= 0 and classes.max() < n_y):
        raise ValueError(f"classes must be in [0, {n_y}), got {classes.min()} to {classes.max()}")
    return classes


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


@dataclass(frozen=True, eq=False)
class Steps:
    """What steps take of an epoch.

    Args:
        X: all inputs, rows ``(M, n_x + 1)``, laid out as in C, the last column ones.
        y: class indices ``(M,)``.
        order: in which examples come, ``(M,)``.
        rates: of each step, ``(S, K, 1)``.
        guards: of each step, ``(S, K, 1)``.
    """

    X: FloatArray
    y: Integers
    order: IntArray
    rates: FloatArray
    guards: FloatArray


class CompiledSteps:
    """Trains a population in place, and evaluates it.

    Args:
        architecture: the container, see :func:`steps_compile`.
        theta: ``(K, P)``, updated.
        gradient: ``(K, P)``, written.
        rule: of the updates.
        keep_prob: of each hidden layer, ``(K, hidden layers)``.
        size: examples per mini-batch.
        most: examples per call, at most.
    """

    def __init__(
        self,
        architecture: Architecture,
        theta: FloatArray,
        gradient: FloatArray,
        rule: Rule,
        keep_prob: FloatArray,
        size: int,
        most: int,
    ) -> None:
        self._hidden, self._n_y, self._size = architecture.hidden, architecture.n_y, size
        self._loop = _STEPS[rule.optimizer]
        self._lent = [theta, gradient, *rule.moments]
        self._own = [_with_aligned_rows(array) for array in self._lent]
        nothing = _line(0).reshape(0, 0)
        moments = (*self._own[2:], nothing, nothing)[:2]
        decay = nothing if rule.decay is None else _with_aligned_rows(rule.decay)
        self._update = (decay, *moments, rule.beta1, rule.beta2)
        self._at_once = max(1, AT_ONCE // (6 * size * theta.size))
        self._no_rates = np.ones((1, len(theta), 1), np.float32)
        units = sum(self._hidden)
        dropped = np.asarray((keep_prob < 1).any(axis=0))
        self._uniforms = _line(units * size if dropped.any() else 0)
        leaks = leaks_of(architecture)
        activations = leaks.astype(np.float32), (1 - leaks).astype(np.float32)
        self._network = sizes_of(architecture), starts_of(architecture), *activations
        self._dropout = keep_prob, dropped, self._uniforms
        self._output, self._rows = _line(self._n_y * most), [_line(most) for _ in range(4)]
        batch = aligned_empty((most, architecture.n_x + 1), np.float32)
        layers = _line((units + len(self._hidden)) * most), _line(units * most), _line(units * most)
        self._room = batch, np.empty(most, np.int64), _line((architecture.n_x + 1) * most), *layers
        self._ufunc = np.array([0, 0, 0, _BYTES, _BYTES], np.int64)

    def run(self, epoch: Steps, steps: range, generators: Sequence[np.random.Generator | None], tally: Tally) -> None:
        """Do some steps with mini-batches of one size.

        Args:
            epoch: whose steps.
            steps: which of them, counted from 0.
            generators: of each hidden layer's dropout; ``None`` without.
            tally: of the mini-batches' size.
        """
        _copy(self._lent, self._own)
        for part in _parts(steps, 1 if any(generators) else self._at_once):
            self._draw(generators, tally.loss.shape[1])
            self._call(_TRAIN, epoch, part, tally)
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
        _copy(self._lent[:1], self._own[:1])
        self._call_once(_DIFFERENTIATE, np.ascontiguousarray(X, np.float32), y, tally)
        _copy(self._own[1:2], self._lent[1:2])

    def evaluate(self, X: FloatArray, y: Integers, tally: Tally) -> None:
        """Add up losses and misses without dropout.

        Args:
            X: rows ``(m, n_x + 1)``, laid out as in C, the last column ones.
            y: class indices ``(m,)``.
            tally: ``(K, m)``.
        """
        _copy(self._lent[:1], self._own[:1])
        self._call_once(_EVALUATE, X, y, tally)

    def _draw(self, generators: Sequence[np.random.Generator | None], m: int) -> None:
        """Draw what decides which units are dropped."""
        start = 0
        for units, random in zip(self._hidden, generators, strict=True):
            if random is not None:
                random.random(out=self._uniforms[start : start + units * m].reshape(units, m), dtype=np.float32)
            start += units * m

    def _call_once(self, kind: int, X: FloatArray, y: Integers, tally: Tally) -> None:
        self._call(kind, Steps(X, y, np.arange(len(X)), self._no_rates, self._no_rates), range(1), tally)

    def _call(self, kind: int, epoch: Steps, steps: range, tally: Tally) -> None:
        m = tally.loss.shape[1]
        data = kind, epoch.X, epoch.y, epoch.order, self._size, steps.start, steps.stop, *self._own[:2]
        settings = *self._network, *self._dropout, *self._update, epoch.rates, epoch.guards
        outputs = self._output, self._output[: self._n_y * m].reshape(self._n_y, 1, m)
        rows = (row[:m].reshape(1, m) for row in self._rows)
        self._loop(*data, *settings, *self._room, *outputs, *rows, self._ufunc, tally.loss, tally.miss, 1 / m)


def _line(size: int) -> FloatArray:
    """Make an array ``(size,)``."""
    return aligned_empty((size,), np.float32)


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


def _steps_loop(
    kind: int,
    X: FloatArray,
    y: Integers,
    order: Integers,
    size: int,
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
    ufunc: Integers,
    losses: NDArray[np.float64],
    misses: NDArray[np.float64],
    scale: np.floating,
) -> None:
    """Do the steps from ``first`` until ``last``; arguments as in :class:`CompiledSteps` and :mod:`nnsearch.nn.fused`.

    There is room for a mini-batch's rows in ``batch (>= m, n_x + 1)``, for its ``labels``, for sums over classes in
    ``total (1, m)`` and for logits of the true class in ``true (1, m)``; ``outputs (n_y, 1, m)`` is ``output``.
    ``ufunc`` is what ufuncs' functions take: addresses of input and output, how many there are, how many bytes they are
    apart.
    """
    m, n_y = losses.shape[1], widths[-1]
    for step in range(first, last):
        _gather(X, y, order[step * size : step * size + m], batch, labels)
        transpose(batch, columns, m)
        for k in range(theta.shape[0]):
            W, dW = theta[k : k + 1], gradient[k : k + 1]
            forward(
                kind == _EVALUATE,
                theta[k],
                columns,
                widths,
                starts,
                leaks,
                slope_steps,
                keep_prob[k],
                dropped,
                uniforms,
                units,
                slopes,
                output,
                m,
            )
            shift_logits(outputs, labels, total, true)
            _exponentials(output, n_y * m, ufunc)
            add_up_classes(outputs, total)
            _logarithms(total, loss, ufunc)
            count_misses(outputs, labels, total, true, loss, miss)
            add_up(loss, miss, losses[k : k + 1], misses[k : k + 1])
            if kind == _EVALUATE:
                continue
            derive_softmax(outputs, labels, total, scale)
            backward(batch, theta[k], gradient[k], widths, starts, units, slopes, deltas, output, m)
            if kind == _DIFFERENTIATE:
                continue
            if decay.shape[0]:
                add_decay(W, decay[k : k + 1], dW)
            rate, guard = rates[step, k : k + 1], guards[step, k : k + 1]
            if _RULE == _GRADIENT_DESCENT:
                gradient_descent_step(W, dW, rate)
            elif _RULE == _MOMENTUM:
                momentum_step(W, dW, first_moment[k : k + 1], beta1[k : k + 1], rate)
            elif _RULE == _RMSPROP:
                rmsprop_step(W, dW, first_moment[k : k + 1], beta2[k : k + 1], rate, guard)
            else:
                v, s = first_moment[k : k + 1], second_moment[k : k + 1]
                adam_step(W, dW, v, s, beta1[k : k + 1], beta2[k : k + 1], rate, guard)


def _gather(X: FloatArray, y: Integers, examples: Integers, batch: FloatArray, labels: Integers) -> None:
    """Copy some examples."""
    for j in range(examples.shape[0]):
        example = examples[j]
        labels[j] = y[example]
        for i in range(X.shape[1]):
            batch[j, i] = X[example, i]


def _exponentials(values: FloatArray, count: int, ufunc: Integers) -> None:
    """Replace some values by their exponentials."""
    ufunc[0] = ufunc[1] = np.int64(values.ctypes.data)
    ufunc[2] = count
    at = np.int64(ufunc.ctypes.data)
    EXP(at, at + 16, at + 24, 0)


def _logarithms(values: FloatArray, found: FloatArray, ufunc: Integers) -> None:
    """Write the logarithms of ``values (1, m)``."""
    ufunc[0], ufunc[1] = np.int64(values.ctypes.data), np.int64(found.ctypes.data)
    ufunc[2] = values.shape[1]
    at = np.int64(ufunc.ctypes.data)
    LOG(at, at + 16, at + 24, 0)


_FLAT, _MATRIX, _CUBE, _PLACES = Array(1), Array(2), Array(3), Array(1, "int64")
_KINDS = (
    *("int64", Array(2, written=False), Array(1, "int64", written=False), _PLACES, "int64", "int64", "int64"),
    *(_MATRIX, _MATRIX, _PLACES, _PLACES, _FLAT, _FLAT, _MATRIX, Array(1, "bool"), _FLAT),
    *(_MATRIX, _MATRIX, _MATRIX, _MATRIX, _MATRIX, _CUBE, _CUBE),
    *(_MATRIX, _PLACES, _FLAT, _FLAT, _FLAT, _FLAT),
    *(_FLAT, _CUBE, _MATRIX, _MATRIX, _MATRIX, _MATRIX, _PLACES),
    *(Array(2, "float64"), Array(2, "float64"), "float32"),
)


def _with_rule(optimizer: str) -> Loop:
    """Return the loop that updates by one rule: to compile all of them would take a fifth longer."""
    python = FunctionType(_steps_loop.__code__, {**globals(), "_RULE": _RULES[optimizer]}, _steps_loop.__name__)
    return Loop(f"steps_{optimizer}", python, *_KINDS)


_STEPS = {optimizer: _with_rule(optimizer) for optimizer in _RULES}
