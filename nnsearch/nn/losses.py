"""Output layers with their matched losses, computed from logits so that any finite ``Z`` gives a finite cost.

For each pair the delta of the cost with respect to ``Z`` is ``A - Y`` (times ``g'`` for a ReLU output). Squared error
on a sigmoid output is non-convex and has no entry here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray, IntArray


class OutputLoss(ABC):
    """An output activation with its loss, over buffers for one batch size.

    After a call, ``loss (K, m)`` holds each example's loss and ``miss (K, m)`` its contribution to the error: 0 or 1
    for a class (the hardmax of ``A`` against the label), the squared difference for a number.

    Args:
        members: K.
        n_y: output units.
        batch: examples ``m`` per call.
        dtype: of the buffers.
    """

    def __init__(self, members: int, n_y: int, batch: int, dtype: np.dtype[np.floating]) -> None:
        self.Z: FloatArray = np.empty((members, n_y, batch), dtype)
        self.loss: FloatArray = np.empty((members, batch), dtype)
        self.miss: FloatArray = np.empty((members, batch), dtype)
        self._scale = dtype.type(1 / batch)

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


class Softmax(OutputLoss):
    """Softmax with categorical cross-entropy ``-log a[y]``, ``y`` the index of the true class."""

    def __init__(self, members: int, n_y: int, batch: int, dtype: np.dtype[np.floating]) -> None:
        super().__init__(members, n_y, batch, dtype)
        self._row: FloatArray = np.empty((members, 1, batch), dtype)
        self._true: FloatArray = np.empty((members, batch), dtype)
        self._flat = self.Z.reshape(members, n_y * batch)
        self._examples = np.arange(batch)
        self._classes = np.arange(n_y)[:, None]
        self._one_hot: FloatArray = np.empty((n_y, batch), dtype)
        self._greatest: NDArray[np.bool_] = np.empty((members, n_y, batch), np.bool_)
        self._tied: NDArray[np.bool_] = np.empty((members, batch), np.bool_)

    def _exponentiate(self, y: FloatArray | IntArray | None) -> None:
        """Leave ``exp(z - max z)`` in ``Z`` and its sum over classes in ``_row``; keep the true class's logit."""
        np.maximum.reduce(self.Z, axis=1, out=self._row, keepdims=True)
        self.Z -= self._row
        if y is not None:
            labels = np.asarray(y, np.int64)
            np.take(self._flat, labels * len(self._examples) + self._examples, axis=1, out=self._true, mode="clip")
            self._count_misses(labels)
        np.exp(self.Z, out=self.Z)
        np.add.reduce(self.Z, axis=1, out=self._row, keepdims=True)

    def _count_misses(self, labels: NDArray[np.int64]) -> None:
        """Write ``miss`` from the shifted logits: the greatest is 0, and of equal ones the first is predicted."""
        np.equal(self.Z, 0, out=self._greatest)
        # Without the rule for ties a network whose logits are all equal would never miss.
        self._greatest &= self._classes < labels
        np.logical_or.reduce(self._greatest, axis=1, out=self._tied)
        np.less(self._true, 0, out=self.miss, casting="unsafe")
        np.maximum(self.miss, self._tied, out=self.miss)

    def evaluate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.evaluate`."""
        self._exponentiate(y)
        np.log(self._row[:, 0], out=self.loss)
        self.loss -= self._true

    def differentiate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.differentiate`; ``dZ = (A - Y) / m``."""
        self.evaluate(y)
        np.divide(self._scale, self._row, out=self._row)
        self.Z *= self._row
        np.equal(self._classes, y, out=self._one_hot, casting="unsafe")
        self._one_hot *= self._scale
        self.Z -= self._one_hot

    def activate(self) -> None:
        """See :meth:`OutputLoss.activate`."""
        self._exponentiate(None)
        self.Z /= self._row


class Sigmoid(OutputLoss):
    """Sigmoid with binary cross-entropy ``-y log a - (1 - y) log(1 - a)``, ``y`` 0 or 1."""

    def evaluate(self, y: FloatArray | IntArray) -> None:
        """See :meth:`OutputLoss.evaluate`: ``log(1 + e^-|z|) + max(z, 0) - y z``."""
        z = self.Z[:, 0]
        np.greater(z, 0, out=self.miss, casting="unsafe")
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
        self.Z *= self.Z.dtype.type(0.5)
        np.tanh(self.Z, out=self.Z)
        self.Z += 1
        self.Z *= self.Z.dtype.type(0.5)


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


OUTPUT_LOSSES: dict[str, type[OutputLoss]] = {
    "softmax": Softmax,
    "sigmoid": Sigmoid,
    "linear": Linear,
    "relu": Relu,
}
"""Each output activation with the one loss it is matched to."""
