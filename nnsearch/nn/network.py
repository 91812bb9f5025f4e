"""Forward and backward passes of K stacked networks over buffers made once per batch size.

Members lead and examples are columns: ``A (K, n, m)``. The input is shared by all members and comes as rows with a
column of ones, ``X (m, n_x + 1)``: its transpose is the course's ``X (n_x, m)`` with the row that multiplies ``b``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.nn.activations import ACTIVATIONS, Activation
from nnsearch.nn.architecture import Architecture, Block
from nnsearch.nn.batch_norm import BatchNorm
from nnsearch.nn.losses import OUTPUT_LOSSES, OutputLoss


@dataclass(frozen=True, eq=False)
class Stack:
    """The arrays a network works on; rows are members.

    Args:
        theta: parameters ``(K, P)``.
        running: batch normalization's averages ``(K, R)``, means then variances layer by layer.
        widths: units each member really has, ``(K, hidden layers)``; the rest is padding.
    """

    theta: FloatArray
    running: FloatArray
    widths: IntArray


class _Hidden:
    """Views and buffers of one hidden layer."""

    def __init__(
        self, block: Block, activation: Activation, full: FloatArray, padding: FloatArray | None, compiled: bool
    ) -> None:
        self.block = block
        self.activation = activation
        self.A = full[:, : block.n_out]
        self.full = full
        self._compiled = activation.compiled if compiled else None
        self.padding = padding
        self.norm: BatchNorm | None = None

    def activate(self, slope: FloatArray) -> None:
        """Replace ``Z`` by ``A`` and write ``g'(Z)`` to ``slope (K, n, m)``."""
        if self._compiled is not None:
            self._compiled(self.full, slope)
        else:
            self.activation.apply_with_slope(self.A, slope)


class Network:
    """K networks of one architecture, ready for batches of one size.

    Args:
        architecture: the container.
        stack: parameters and averages; the network keeps views of them, so updates in place are seen.
        batch: examples per call, >= 1.
        gradient: ``(K, P)`` to be written by :meth:`differentiate`; ``None`` for evaluation only.
        compiled: whether :meth:`differentiate` uses compiled loops, which know single precision alone; they give the
            same bits.
    """

    def __init__(
        self,
        architecture: Architecture,
        stack: Stack,
        batch: int,
        gradient: FloatArray | None = None,
        *,
        compiled: bool = False,
    ) -> None:
        self.architecture = architecture
        self.batch = batch
        theta = stack.theta
        members, dtype = theta.shape[0], theta.dtype
        blocks = architecture.blocks
        self.output: OutputLoss = OUTPUT_LOSSES[architecture.output](
            members, architecture.n_y, batch, dtype, compiled=compiled
        )
        self._matrices = [block.matrix(theta) for block in blocks]
        self._columns: FloatArray = np.empty((blocks[0].columns, batch), dtype)
        # One row of ones below each layer's units multiplies the next layer's b; one width serves all layers' use.
        self._inputs: list[FloatArray] = []
        self._hidden: list[_Hidden] = []
        for index, block in enumerate(blocks[:-1]):
            full: FloatArray = np.ones((members, block.n_out + 1, batch), dtype)
            padding = _padding_mask(
                stack.widths[:, index], block.n_out, ACTIVATIONS[architecture.activation[index]], dtype
            )
            layer = _Hidden(block, ACTIVATIONS[architecture.activation[index]], full, padding, compiled)
            if block.normalized:
                mean, variance = _running_views(architecture, stack.running, index)
                gamma, beta = block.gamma(theta), block.beta(theta)
                layer.norm = BatchNorm(gamma, beta, mean, variance, batch, compiled=compiled)
            self._hidden.append(layer)
            self._inputs.append(full[:, : blocks[index + 1].columns])
        if gradient is not None:
            self._gradient_parts(blocks, theta, gradient)

    def _gradient_parts(self, blocks: Sequence[Block], theta: FloatArray, gradient: FloatArray) -> None:
        self._d_matrices = [block.matrix(gradient) for block in blocks]
        self._d_norm = [(block.gamma(gradient), block.beta(gradient)) if block.normalized else None for block in blocks]
        self._transposed_inputs = [A.transpose(0, 2, 1) for A in self._inputs]
        self._transposed_weights = [block.weights(theta).transpose(0, 2, 1) for block in blocks]
        sizes = [(theta.shape[0], units, self.batch) for units in self.architecture.hidden]
        self._slopes: list[FloatArray] = [np.empty(size, theta.dtype) for size in sizes]
        self._dA: list[FloatArray] = [np.empty(size, theta.dtype) for size in sizes]

    def logits(self, X: FloatArray) -> FloatArray:
        """Compute the output layer's ``Z (K, n_y, m)``, without dropout and with running averages.

        Args:
            X: rows ``(m, n_x + 1)``, the last column ones.

        Returns:
            ``Z``, in a buffer that the next call reuses.
        """
        below = self._below(X)
        for matrix, layer, above in zip(self._matrices, self._hidden, self._inputs, strict=False):
            np.matmul(matrix, below, out=layer.A)
            if layer.norm is not None:
                layer.norm.evaluate(layer.A)
            layer.activation.apply(layer.A)  # padding may be active, but nothing weighs it
            below = above
        np.matmul(self._matrices[-1], below, out=self.output.Z)
        return self.output.Z

    def _below(self, X: FloatArray) -> FloatArray:
        """The first layer's input ``(columns, m)`` or, where members drop inputs, ``(K, columns, m)``."""
        transposed = X[..., : self.architecture.blocks[0].columns].swapaxes(-1, -2)
        if transposed.ndim == 3:
            return transposed
        # BLAS multiplies by the transpose of a row-major matrix at half its speed; one copy serves all members.
        np.copyto(self._columns, transposed)
        return self._columns

    def evaluate(self, X: FloatArray, y: FloatArray | IntArray, logits: FloatArray | None = None) -> None:
        """Compute each example's loss and miss (``output.loss``, ``output.miss``).

        Args:
            X: rows ``(m, n_x + 1)``, the last column ones.
            y: labels ``(m,)`` as the output loss takes them.
            logits: ``(K, n_y, m)``, to be written: the loss overwrites the network's own.
        """
        Z = self.logits(X)
        if logits is not None:
            np.copyto(logits, Z)
        self.output.evaluate(y)

    def predict(self, X: FloatArray) -> FloatArray:
        """Compute the output ``A (K, n_y, m)``: probabilities or numbers, in a buffer that the next call reuses."""
        self.logits(X)
        self.output.activate()
        return self.output.Z

    def differentiate(
        self,
        X: FloatArray,
        y: FloatArray | IntArray,
        masks: Sequence[FloatArray | None] = (),
        memory: FloatArray | None = None,
    ) -> None:
        """Compute losses and misses as in training, and the gradient of the mean loss.

        Args:
            X: rows ``(m, n_x + 1)``, the last column ones; ``(K, m, n_x + 1)`` where members drop inputs.
            y: labels ``(m,)``.
            masks: per hidden layer ``(K, n, m)``, inverted dropout's mask divided by keep_prob, or ``None``.
            memory: ``(K, 1, 1)``, batch normalization's share of the old average.
        """
        below = self._below(X)
        for index, layer in enumerate(self._hidden):
            np.matmul(self._matrices[index], below, out=layer.A)
            if layer.norm is not None and memory is not None:
                layer.norm.forward(layer.full, memory)
            layer.activate(self._slopes[index])
            mask = masks[index] if masks else None
            for factor in (mask, layer.padding):
                if factor is not None:
                    layer.A *= factor
                    self._slopes[index] *= factor
            below = self._inputs[index]
        np.matmul(self._matrices[-1], below, out=self.output.Z)
        self.output.differentiate(y)
        self._backward(X)

    def _backward(self, X: FloatArray) -> None:
        dZ = self.output.Z
        for index in range(len(self._hidden), 0, -1):
            np.matmul(dZ, self._transposed_inputs[index - 1], out=self._d_matrices[index])
            dA = self._dA[index - 1]
            np.matmul(self._transposed_weights[index], dZ, out=dA)
            dA *= self._slopes[index - 1]
            norm, d_norm = self._hidden[index - 1].norm, self._d_norm[index - 1]
            if norm is not None and d_norm is not None:
                norm.backward(dA, *d_norm)
            dZ = dA
        np.matmul(dZ, X[..., : self.architecture.blocks[0].columns], out=self._d_matrices[0])


def _padding_mask(
    widths: IntArray, units: int, activation: Activation, dtype: np.dtype[np.floating]
) -> FloatArray | None:
    """Return ``(K, n, 1)`` with 0 for padding, where it would not be silent by itself; else ``None``."""
    if activation.zero_at_zero or bool((widths == units).all()):
        return None
    mask: FloatArray = (np.arange(units)[None, :, None] < widths[:, None, None]).astype(dtype)
    return mask


def _running_views(architecture: Architecture, running: FloatArray, index: int) -> tuple[FloatArray, FloatArray]:
    start = 2 * sum(architecture.hidden[:index])
    units = architecture.hidden[index]
    return running[:, start : start + units, None], running[:, start + units : start + 2 * units, None]
