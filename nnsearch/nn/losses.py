"""Output layers with their matched losses, computed from logits so that any finite ``Z`` gives a finite cost.

For each pair the delta of the cost with respect to ``Z`` is ``A - Y`` (times ``g'`` for a ReLU output). Squared error
on a sigmoid output is non-convex and has no entry here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.nn.activations import ACTIVATIONS


class OutputLoss(ABC):
    """An output activation with its loss, over buffers for one batch size.

    After a call, ``loss (K, m)`` holds each example's loss and ``miss (K, m)`` its contribution to the error: 0 or 1
    for a class (the hardmax of ``A`` against the label), the squared difference for a number.

    Args:
        members: K.
        n_y: output units.
        batch: examples ``m`` per call.
        dtype: of the buffers.
        compiled: whether compiled loops are used, which know single precision alone; they give the same bits.
    """

    def __init__(
        self, members: int, n_y: int, batch: int, dtype: np.dtype[np.floating], *, compiled: bool = False
    ) -> None:
        # Classes lead in memory, so that reducing over them and broadcasting against them run over long rows.
        # A single column must look like one of several, or NumPy multiplies by it in another way, to other bits.
        self._all: FloatArray = np.empty((n_y, max(members, 2) if batch == 1 else members, batch), dtype)
        self._by_class: FloatArray = self._all[:, :members]
        self.Z: FloatArray = self._by_class.transpose(1, 0, 2)
        self.loss: FloatArray = np.empty((members, batch), dtype)
        self.miss: FloatArray = np.empty((members, batch), dtype)
        self._scale = dtype.type(1 / batch)
        self._compiled = compiled

    @abstractmethod
    def evaluate(self, y: FloatArray | IntArray) -> None:
        """Compute ``loss`` and ``miss`` from ``Z``, which may be overwritten.

        Args:
            y: class indices or numbers ``(m,)``.
        """

    @abstractmethod
    def differentiate(self, y: FloatArray | IntArray) -> None:
        """Compute ``loss`` and ``miss``, and replace ``Z`` by ``dZ = dJ/dZ`` where ``J`` is the mean loss."""

    @abstractmethod
    def activate(self) -> None:
        """Replace ``Z`` by the output ``A``: probabilities or numbers."""


def shift_logits(Z: FloatArray, labels: NDArray[np.int64], greatest: FloatArray, true: FloatArray) -> None:
    """Shift logits ``Z (n_y, >= K, m)`` so that the greatest is 0; pick the true class's."""
    n_y, (members, m) = Z.shape[0], greatest.shape
    for k in range(members):
        for j in range(m):
            greatest[k, j] = Z[0, k, j]
        for c in range(1, n_y):
            for j in range(m):
                z = Z[c, k, j]
                # NaN is passed on, as np.maximum does
                greatest[k, j] = z if z > greatest[k, j] or np.isnan(z) else greatest[k, j]
        for c in range(n_y):
            for j in range(m):
                Z[c, k, j] -= greatest[k, j]
        for j in range(m):
            true[k, j] = Z[labels[j], k, j]


def add_up_classes(E: FloatArray, total: FloatArray) -> None:
    """Add up over classes: ``E (n_y, >= K, m)`` to ``(K, m)``."""
    n_y, (members, m) = E.shape[0], total.shape
    for k in range(members):
        for j in range(m):
            total[k, j] = E[0, k, j]
        for c in range(1, n_y):
            for j in range(m):
                total[k, j] += E[c, k, j]


def count_misses(
    E: FloatArray,
    labels: NDArray[np.int64],
    total: FloatArray,
    true: FloatArray,
    loss: FloatArray,
    miss: FloatArray,
) -> None:
    """Turn ``log total (K, m)`` in ``loss`` into the loss, and count misses of ``E = e^Z (n_y, >= K, m)``."""
    members, m = total.shape
    for k in range(members):
        for j in range(m):
            loss[k, j] -= true[k, j]
            wrong = E[labels[j], k, j] != 1
            if total[k, j] >= 2:  # only then can an earlier class tie with the true one
                for c in range(labels[j]):
                    wrong |= E[c, k, j] == 1
            miss[k, j] = wrong


def derive_softmax(E: FloatArray, labels: NDArray[np.int64], total: FloatArray, scale: np.floating) -> None:
    """Turn ``E = e^Z (n_y, >= K, m)`` into ``dZ``, and ``total (K, m)`` into what it was multiplied by."""
    n_y, (members, m) = E.shape[0], total.shape
    for k in range(members):
        for j in range(m):
            total[k, j] = scale / total[k, j]
        for c in range(n_y):
            for j in range(m):
                E[c, k, j] *= total[k, j]
        for j in range(m):
            E[labels[j], k, j] -= scale


_CLASSES, _LABELS, _ROWS = Array(3), Array(1, "int64"), Array(2)
_SHIFT = Loop("softmax_shift", shift_logits, _CLASSES, _LABELS, _ROWS, _ROWS)
_ADD_UP = Loop("softmax_add_up", add_up_classes, _CLASSES, _ROWS)
_COUNT = Loop("softmax_count", count_misses, _CLASSES, _LABELS, *[_ROWS] * 4)
_DERIVE = Loop("softmax_derive", derive_softmax, _CLASSES, _LABELS, _ROWS, "float32")


class Softmax(OutputLoss):
    """Softmax with categorical cross-entropy ``-log a[y]``, ``y`` the index of the true class."""

    def __init__(
        self, members: int, n_y: int, batch: int, dtype: np.dtype[np.floating], *, compiled: bool = False
    ) -> None:
        super().__init__(members, n_y, batch, dtype, compiled=compiled)
        self._row: FloatArray = np.empty((members, batch), dtype)
        self._true: FloatArray = np.empty((members, batch), dtype)
        self._flat = self._all.reshape(-1)
        self._places = np.arange(members * batch).reshape(members, batch)
        self._classes = np.arange(n_y)[:, None, None]
        self._correct: NDArray[np.bool_] = np.empty((members, batch), np.bool_)
        self._tied: NDArray[np.bool_] = np.empty((members, batch), np.bool_)

    def _shift(self) -> None:
        """Shift the logits so that the greatest is 0."""
        np.maximum.reduce(self._by_class, axis=0, out=self._row)
        self._by_class -= self._row

    def _add_up(self) -> None:
        """Add up over classes, one after the other, whatever K and m are."""
        if self._row.size > 1:
            np.add.reduce(self._by_class, axis=0, out=self._row)
            return
        # NumPy would take a single column for a row and add it up in pairs: to other bits than among others.
        np.copyto(self._row, self._by_class[0])
        for values in self._by_class[1:]:
            self._row += values

    def evaluate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.evaluate`: ``log sum e^z - z[y]`` with shifted logits."""
        labels = np.asarray(y, np.int64)
        self._shift()
        # mode="clip" lets take write straight to its buffer; labels are valid.
        np.take(self._flat, labels * self._all[0].size + self._places, out=self._true, mode="clip")
        np.exp(self._by_class, out=self._by_class)
        self._add_up()
        np.log(self._row, out=self.loss)
        self.loss -= self._true
        self._count_misses(labels)

    def _count_misses(self, labels: NDArray[np.int64]) -> None:
        """Write ``miss``, by the rule of :func:`predicted_classes`."""
        np.exp(self._true, out=self.miss)
        np.equal(self.miss, 1, out=self._correct)
        # Others can tie with the true class only where the sum reaches 2: rare, so looked at only then.
        np.greater_equal(self._row, 2, out=self._tied)
        self._tied &= self._correct
        if self._tied.any():
            earlier = (self._by_class == 1) & (self._classes < labels)
            self._correct &= ~earlier.any(axis=0)
        np.copyto(self.miss, ~self._correct)

    def differentiate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.differentiate`; ``dZ = (A - Y) / m``."""
        if self._compiled:
            self._differentiate_compiled(np.asarray(y, np.int64))
            return
        self.evaluate(y)
        np.divide(self._scale, self._row, out=self._row)
        self._by_class *= self._row
        self._by_class -= (self._classes == y) * self._scale

    def _differentiate_compiled(self, labels: NDArray[np.int64]) -> None:
        # Exponentials and logarithms stay NumPy's, which rounds them in its own way.
        _SHIFT(self._all, labels, self._row, self._true)
        np.exp(self._by_class, out=self._by_class)
        _ADD_UP(self._all, self._row)
        np.log(self._row, out=self.loss)
        _COUNT(self._all, labels, self._row, self._true, self.loss, self.miss)
        _DERIVE(self._all, labels, self._row, self._scale)

    def activate(self) -> None:
        """See :meth:`OutputLoss.activate`."""
        self._shift()
        np.exp(self._by_class, out=self._by_class)
        self._add_up()
        self._by_class /= self._row


class Sigmoid(OutputLoss):
    """Sigmoid with binary cross-entropy ``-y log a - (1 - y) log(1 - a)``, ``y`` 0 or 1."""

    def evaluate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.evaluate`: ``log(1 + e^-|z|) + max(z, 0) - y z``."""
        z = self.Z[:, 0]
        np.copyto(self.miss, z > 0)
        self.miss -= y
        np.abs(self.miss, out=self.miss)
        np.abs(z, out=self.loss)
        np.negative(self.loss, out=self.loss)
        np.exp(self.loss, out=self.loss)
        np.log1p(self.loss, out=self.loss)
        # max(z, 0) - y z is 0 or |z|: nothing cancels, where z times (1 - y) or -y is taken.
        self.loss += np.maximum(z, 0) - z * y

    def differentiate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.differentiate`; ``dZ = (A - Y) / m``."""
        self.evaluate(y)
        self.activate()
        self.Z[:, 0] -= y
        self.Z *= self._scale

    def activate(self) -> None:
        """See :meth:`OutputLoss.activate`."""
        ACTIVATIONS["sigmoid"].apply(self.Z)


class Linear(OutputLoss):
    """Linear output with squared error ``(a - y)^2 / 2``, ``y`` a number."""

    def evaluate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.evaluate`."""
        self.activate()
        np.subtract(self.Z[:, 0], y, out=self.loss)
        np.multiply(self.loss, self.loss, out=self.miss)
        np.multiply(self.miss, self.loss.dtype.type(0.5), out=self.loss)

    def differentiate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.differentiate`; ``dZ = (A - Y) / m``."""
        self.evaluate(y)
        self.Z[:, 0] -= y
        self.Z *= self._scale

    def activate(self) -> None:
        """See :meth:`OutputLoss.activate`: ``a = z``."""


class Relu(Linear):
    """ReLU output with squared error, for numbers that are never negative."""

    def differentiate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.differentiate`; ``dZ = (A - Y) g'(Z) / m``."""
        slope = self.Z > 0
        super().differentiate(y)
        self.Z *= slope

    def activate(self) -> None:
        """See :meth:`OutputLoss.activate`: ``a = max(0, z)``."""
        np.maximum(self.Z, 0, out=self.Z)


def predicted_classes(Z: FloatArray) -> IntArray:
    """Decide on classes as losses count misses.

    Of two classes the second is predicted where ``z > 0``. Of more it is the first whose shifted logit has
    ``e^z = 1``: logits that are apart by less than their type tells of 1 are equal. Probabilities could not decide, as
    they round once more.

    Args:
        Z: logits ``(K, n_y, m)``.

    Returns:
        Class indices ``(K, m)``.
    """
    if Z.shape[1] == 1:
        return (Z[:, 0] > 0).astype(np.int64)
    shifted = Z - Z.max(axis=1, keepdims=True)
    np.exp(shifted, out=shifted)
    return np.asarray((shifted == 1).argmax(axis=1), np.int64)


OUTPUT_LOSSES: dict[str, type[OutputLoss]] = {
    "softmax": Softmax,
    "sigmoid": Sigmoid,
    "linear": Linear,
    "relu": Relu,
}
"""Each output activation with the one loss it is matched to."""
