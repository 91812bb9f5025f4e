"""Penalties on the weights, and inverted dropout. Biases, ``gamma`` and ``beta`` are never penalized."""

from __future__ import annotations

import numpy as np

from nnsearch.core.types import FloatArray
from nnsearch.nn.architecture import Architecture


def weight_mask(architecture: Architecture, dtype: np.dtype[np.floating]) -> FloatArray:
    """Return ``(1, P)`` with 1 where a row of ``theta`` holds a weight ``W``, else 0."""
    mask: FloatArray = np.zeros((1, architecture.n_parameters), dtype)
    for block in architecture.blocks:
        block.weights(mask)[...] = 1
    return mask


def penalty(theta: FloatArray, weights: FloatArray, l1: FloatArray, l2: FloatArray, m: int) -> FloatArray:
    """Compute what the penalties add to the cost: ``lambda_1/m sum |W| + lambda_2/2m sum W^2``.

    Args:
        theta: ``(K, P)``.
        weights: ``(1, P)``, see :func:`weight_mask`.
        l1: lambda of L1, ``(K, 1)``, >= 0.
        l2: lambda of L2, ``(K, 1)``, >= 0.
        m: examples in the training set.

    Returns:
        ``(K,)`` float64.
    """
    if not (l1.any() or l2.any()):
        return np.zeros(theta.shape[0])
    W = theta * weights
    total = _charged(0.5 * l2[:, 0], np.vecdot(W, W).astype(np.float64))
    if l1.any():
        total += _charged(l1[:, 0], np.abs(W).sum(axis=1, dtype=np.float64))
    return np.asarray(total / m, np.float64)


def _charged(price: FloatArray, size: FloatArray) -> FloatArray:
    # A sum of squares that overflows costs a member without penalty nothing, not the NaN of 0 times infinity.
    return np.multiply(price, size, out=np.zeros_like(size), where=price > 0)


def add_decay(theta: FloatArray, share: FloatArray, gradient: FloatArray) -> None:
    """Add ``share * theta`` to the gradient, ``(K, P)`` all; to be compiled."""
    for k in range(theta.shape[0]):
        for p in range(theta.shape[1]):
            gradient[k, p] += theta[k, p] * share[k, p]


def dropout_mask(uniforms: FloatArray, keep_prob: FloatArray, out: FloatArray) -> None:
    """Write inverted dropout's mask: ``1/keep_prob`` with probability ``keep_prob``, else 0 (Srivastava et al., 2014).

    Args:
        uniforms: ``(n, m)`` in [0, 1), the same draws for every member.
        keep_prob: ``(K, 1, 1)`` in (0, 1]; 1 gives exactly 1 everywhere.
        out: ``(K, n, m)``.
    """
    np.copyto(out, uniforms < keep_prob)
    out /= keep_prob
