"""Batch normalization against its definition."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.nn.batch_norm import EPSILON, BatchNorm

K, N, M = 2, 3, 7
MEMORY = np.array([0.9, 0.5])[:, None, None]


@pytest.fixture
def layer() -> BatchNorm:
    """A layer with random gamma and beta and untouched averages."""
    random = np.random.default_rng(0)
    gamma, beta = random.uniform(0.5, 2, (K, N, 1)), random.standard_normal((K, N, 1))
    return BatchNorm(gamma, beta, np.zeros((K, N, 1)), np.ones((K, N, 1)), M)


def batch() -> np.ndarray:
    return 3 + 2 * np.random.default_rng(1).standard_normal((K, N, M))


def normalized(Z: np.ndarray) -> np.ndarray:
    return (Z - Z.mean(axis=-1, keepdims=True)) / np.sqrt(Z.var(axis=-1, keepdims=True) + EPSILON)


def test_training_normalizes_over_the_mini_batch(layer: BatchNorm) -> None:
    Z = batch()
    layer.forward(Z, MEMORY)
    np.testing.assert_allclose(Z, layer.gamma * normalized(batch()) + layer.beta, rtol=1e-12)


def test_the_averages_remember_each_members_own_share(layer: BatchNorm) -> None:
    Z = batch()
    layer.forward(Z, MEMORY)
    np.testing.assert_allclose(layer.running_mean, (1 - MEMORY) * batch().mean(axis=-1, keepdims=True), rtol=1e-12)
    expected = MEMORY + (1 - MEMORY) * batch().var(axis=-1, keepdims=True)
    np.testing.assert_allclose(layer.running_variance, expected, rtol=1e-12)


@pytest.mark.parametrize("compiled", [False, True])
def test_one_example_has_no_variance_to_remember(compiled: bool) -> None:
    gamma, beta, mean, variance = (np.full((K, N, 1), value, np.float32) for value in (1, 0, 0, 1))
    layer = BatchNorm(gamma, beta, mean, variance, 1, compiled=compiled)
    layer.forward(np.full((K, N, 1), 3, np.float32), MEMORY)
    np.testing.assert_array_equal(layer.running_variance, 1)


def test_evaluation_uses_the_averages_and_leaves_them(layer: BatchNorm) -> None:
    layer.running_mean[...], layer.running_variance[...] = 1.5, 4.0
    Z = batch()
    layer.evaluate(Z)
    np.testing.assert_allclose(Z, layer.gamma * (batch() - 1.5) / np.sqrt(4 + EPSILON) + layer.beta, rtol=1e-12)
    assert (layer.running_mean == 1.5).all()


def test_a_unit_that_never_varies_gives_beta() -> None:
    layer = BatchNorm(np.ones((1, 1, 1)), np.full((1, 1, 1), 0.3), np.zeros((1, 1, 1)), np.ones((1, 1, 1)), M)
    Z = np.full((1, 1, M), 5.0)
    layer.forward(Z, np.full((1, 1, 1), 0.9))
    np.testing.assert_allclose(Z, 0.3)


def test_backward_is_the_derivative(layer: BatchNorm) -> None:
    weights = np.random.default_rng(2).standard_normal((K, N, M))

    def cost(Z: np.ndarray) -> np.ndarray:
        return (weights * (layer.gamma * normalized(Z) + layer.beta)).sum(axis=(1, 2))

    Z = batch()
    layer.forward(Z, MEMORY)
    dZ, d_gamma, d_beta = weights.copy(), np.empty((K, N, 1)), np.empty((K, N, 1))
    layer.backward(dZ, d_gamma, d_beta)
    step = 1e-6
    for n, m in np.ndindex(N, M):
        up, down = batch(), batch()
        up[:, n, m] += step
        down[:, n, m] -= step
        np.testing.assert_allclose(dZ[:, n, m], (cost(up) - cost(down)) / (2 * step), atol=1e-8)
    np.testing.assert_allclose(d_gamma, (weights * normalized(batch())).sum(axis=-1, keepdims=True), rtol=1e-12)
    np.testing.assert_allclose(d_beta, weights.sum(axis=-1, keepdims=True), rtol=1e-12)


def test_float32_stays_float32() -> None:
    gamma = np.ones((1, 2, 1), np.float32)
    layer = BatchNorm(gamma, gamma * 0, gamma * 0, gamma.copy(), 4)
    Z = np.random.default_rng(0).standard_normal((1, 2, 4)).astype(np.float32)
    layer.forward(Z, np.full((1, 1, 1), 0.9, np.float32))
    assert Z.dtype == layer.running_mean.dtype == np.float32
