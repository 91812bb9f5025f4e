"""Batch normalization of ``Z`` before the activation (Ioffe and Szegedy, 2015), for K members at once.

Training normalizes with the mini-batch's own mean and (biased) variance and keeps exponentially weighted averages of
both; evaluation uses the averages.
"""

from __future__ import annotations

import numpy as np

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray

EPSILON = 1e-5
"""Added to the variance before its root."""


def _center_loop(Z: FloatArray, mean: FloatArray, z_hat: FloatArray, squares: FloatArray) -> None:
    for k in range(z_hat.shape[0]):
        for i in range(z_hat.shape[1]):
            for j in range(z_hat.shape[2]):
                z_hat[k, i, j] = Z[k, i, j] - mean[k, i, 0]
                squares[k, i, j] = z_hat[k, i, j] * z_hat[k, i, j]


def _scale_loop(Z: FloatArray, z_hat: FloatArray, deviation: FloatArray, gamma: FloatArray, beta: FloatArray) -> None:
    for k in range(z_hat.shape[0]):
        for i in range(z_hat.shape[1]):
            for j in range(z_hat.shape[2]):
                z_hat[k, i, j] /= deviation[k, i, 0]
                Z[k, i, j] = z_hat[k, i, j] * gamma[k, i, 0] + beta[k, i, 0]


def _backward_loop(
    dZ: FloatArray, z_hat: FloatArray, mean: FloatArray, mean_with_z_hat: FloatArray, factor: FloatArray
) -> None:
    for k in range(dZ.shape[0]):
        for i in range(dZ.shape[1]):
            for j in range(dZ.shape[2]):
                without = z_hat[k, i, j] * mean_with_z_hat[k, i, 0]
                dZ[k, i, j] = (dZ[k, i, j] - mean[k, i, 0] - without) * factor[k, i, 0]


_ROWS, _COLUMN, _VIEW = Array(3), Array(3), Array(3, contiguous=False)
_CENTER = Loop("batch_norm_center", _center_loop, _ROWS, _COLUMN, _ROWS, _ROWS)
_SCALE = Loop("batch_norm_scale", _scale_loop, _ROWS, _ROWS, _COLUMN, _VIEW, _VIEW)
_BACKWARD = Loop("batch_norm_backward", _backward_loop, _ROWS, _ROWS, _COLUMN, _COLUMN, _COLUMN)


class BatchNorm:
    """One normalized layer over buffers for one batch size.

    Args:
        gamma: view ``(K, n, 1)`` of the parameters.
        beta: view ``(K, n, 1)`` of the parameters.
        running_mean: view ``(K, n, 1)`` of the averages, updated in place while training.
        running_variance: view ``(K, n, 1)``, likewise.
        batch: examples per call.
        compiled: whether compiled loops are used, which know single precision alone; they give the same bits.
    """

    def __init__(
        self,
        gamma: FloatArray,
        beta: FloatArray,
        running_mean: FloatArray,
        running_variance: FloatArray,
        batch: int,
        *,
        compiled: bool = False,
    ) -> None:
        members, units, _ = gamma.shape
        dtype = gamma.dtype
        self.gamma, self.beta = gamma, beta
        self.running_mean, self.running_variance = running_mean, running_variance
        self._z_hat: FloatArray = np.empty((members, units, batch), dtype)
        self._work: FloatArray = np.empty((members, units, batch), dtype)
        self._mean: FloatArray = np.empty((members, units, 1), dtype)
        self._deviation: FloatArray = np.empty((members, units, 1), dtype)
        self._per_example = dtype.type(1 / batch)
        self._compiled = compiled

    def _average(self, values: FloatArray, out: FloatArray) -> None:
        np.add.reduce(values, axis=-1, out=out, keepdims=True)
        out *= self._per_example

    def forward(self, full: FloatArray, memory: FloatArray) -> None:
        """Normalize ``Z (K, n, m)`` in place with the mini-batch's statistics and update the running averages.

        Args:
            full: ``(K, >= n, m)``, C-contiguous; its first n rows are ``Z`` and become ``gamma z_hat + beta``.
            memory: ``(K, 1, 1)``, the share of the old average that is kept, in [0, 1).
        """
        Z = full[:, : self.gamma.shape[1]]
        self._average(Z, self._mean)
        if self._compiled:
            _CENTER(full, self._mean, self._z_hat, self._work)
        else:
            np.subtract(Z, self._mean, out=self._z_hat)
            np.multiply(self._z_hat, self._z_hat, out=self._work)
        variance = self._deviation
        self._average(self._work, variance)
        if Z.shape[-1] > 1:  # one example has no variance, and averaging its 0 in would spoil evaluation
            self.running_mean *= memory
            self.running_mean += (1 - memory) * self._mean
            self.running_variance *= memory
            self.running_variance += (1 - memory) * variance
        variance += variance.dtype.type(EPSILON)
        np.sqrt(variance, out=self._deviation)
        if self._compiled:
            _SCALE(full, self._z_hat, self._deviation, self.gamma, self.beta)
        else:
            self._z_hat /= self._deviation
            np.multiply(self._z_hat, self.gamma, out=Z)
            Z += self.beta

    def evaluate(self, Z: FloatArray) -> None:
        """Normalize ``Z (K, n, m)`` in place with the running averages."""
        Z -= self.running_mean
        Z *= self.gamma / np.sqrt(self.running_variance + self.gamma.dtype.type(EPSILON))
        Z += self.beta

    def backward(self, dZ: FloatArray, d_gamma: FloatArray, d_beta: FloatArray) -> None:
        """Turn the gradient of the normalized output into that of its input, in place.

        ``dz = gamma / deviation * (dz~ - mean(dz~) - z_hat mean(dz~ z_hat))`` over the mini-batch.

        Args:
            dZ: ``(K, n, m)``, gradient with respect to ``gamma z_hat + beta``; becomes that of ``Z``.
            d_gamma: ``(K, n, 1)``, written.
            d_beta: ``(K, n, 1)``, written.
        """
        np.multiply(dZ, self._z_hat, out=self._work)
        np.add.reduce(self._work, axis=-1, out=d_gamma, keepdims=True)
        np.add.reduce(dZ, axis=-1, out=d_beta, keepdims=True)
        mean, mean_with_z_hat = d_beta * self._per_example, d_gamma * self._per_example
        factor = self.gamma / self._deviation
        if self._compiled:
            _BACKWARD(dZ, self._z_hat, mean, mean_with_z_hat, factor)
            return
        np.multiply(self._z_hat, mean_with_z_hat, out=self._work)
        dZ -= mean
        dZ -= self._work
        dZ *= factor
