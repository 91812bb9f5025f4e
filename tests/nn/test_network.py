"""Stacked networks: padding, dropout and closed-form gradients."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.initializers import initialize
from nnsearch.nn.network import Network, Stack

M = 9


def rows(n_x: int) -> np.ndarray:
    return np.c_[np.random.default_rng(4).standard_normal((M, n_x)), np.ones(M)]


def differentiated(architecture: Architecture, theta: np.ndarray, X: np.ndarray, y: np.ndarray) -> np.ndarray:
    widths = np.tile(np.array(architecture.hidden, np.int64), (len(theta), 1))
    gradient = np.full_like(theta, np.nan)
    running = np.ones((len(theta), architecture.n_running))
    Network(architecture, Stack(theta, running, widths), len(X), gradient).differentiate(X, y)
    return gradient


def test_logistic_regression_has_its_textbook_gradient() -> None:
    architecture = Architecture(4, (), 1, (), "sigmoid")
    X, y = rows(4), (np.arange(M) % 2).astype(float)
    theta = np.random.default_rng(0).standard_normal((3, 5))
    A = 1 / (1 + np.exp(-theta @ X.T))
    np.testing.assert_allclose(differentiated(architecture, theta, X, y), (A - y) @ X / M, rtol=1e-12)


def test_softmax_regression_has_its_textbook_gradient() -> None:
    architecture = Architecture(4, (), 3, (), "softmax")
    X, y = rows(4), np.arange(M) % 3
    theta = np.random.default_rng(0).standard_normal((2, 15))
    Z = theta.reshape(2, 3, 5) @ X.T
    A = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    expected = ((A - np.eye(3)[y].T) @ X / M).reshape(2, -1)
    np.testing.assert_allclose(differentiated(architecture, theta, X, y), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
def test_padding_never_learns_and_never_speaks(activation: str, batch_norm: bool) -> None:
    wide = Architecture(3, (6, 5), 2, (activation, activation), "softmax", batch_norm)
    theta = initialize(wide, [(4, 2)], [None], [1.0], seed=1, dtype=np.dtype(np.float64))
    padding = theta == 0
    for block in wide.blocks:  # biases and beta of true units start at 0 too
        true = {6: 4, 5: 2, 2: 2}[block.n_out]
        mask = padding[:, block.start : block.stop]
        if block.normalized:
            mask[:, block.n_out * block.columns + block.n_out :][:, :true] = False
        else:
            mask.reshape(1, block.n_out, -1)[:, :true, -1] = False
    gradient = np.full_like(theta, np.nan)
    stack = Stack(theta, np.ones((1, wide.n_running)), np.array([[4, 2]]))
    network = Network(wide, stack, M, gradient)
    network.differentiate(rows(3), np.arange(M) % 2, memory=np.full((1, 1, 1), 0.9))
    assert not gradient[padding].any()
    assert gradient[~padding].any()


def test_a_padded_network_computes_what_the_bare_one_does() -> None:
    bare = Architecture(3, (4,), 2, ("sigmoid",), "softmax")
    wide = Architecture(3, (7,), 2, ("sigmoid",), "softmax")
    small = initialize(bare, [(4,)], ["xavier"], [1.0], seed=1, dtype=np.dtype(np.float64))
    big = np.zeros((1, wide.n_parameters))
    wide.blocks[0].matrix(big)[:, :4] = bare.blocks[0].matrix(small)
    wide.blocks[1].matrix(big)[:, :, [0, 1, 2, 3, 7]] = bare.blocks[1].matrix(small)
    outputs = [
        Network(architecture, Stack(theta, np.ones((1, 0)), np.array([[4]])), M).predict(rows(3))
        for architecture, theta in ((bare, small), (wide, big))
    ]
    np.testing.assert_allclose(outputs[0], outputs[1], rtol=1e-13)


def test_a_dropped_unit_has_no_gradient() -> None:
    architecture = Architecture(3, (4,), 1, ("tanh",), "sigmoid")
    theta = np.random.default_rng(0).standard_normal((1, architecture.n_parameters))
    mask = np.ones((1, 4, M))
    mask[:, 2] = 0
    gradient = np.empty_like(theta)
    network = Network(architecture, Stack(theta, np.ones((1, 0)), np.array([[4]])), M, gradient)
    network.differentiate(rows(3), np.ones(M), [mask])
    silent = ~architecture.blocks[0].matrix(gradient).any(axis=-1)
    assert silent[0].tolist() == [False, False, True, False]


def test_evaluation_and_training_agree_without_dropout_and_batch_norm() -> None:
    architecture = Architecture(3, (4, 4), 1, ("relu", "leaky_relu"), "linear")
    theta = np.random.default_rng(0).standard_normal((2, architecture.n_parameters))
    stack = Stack(theta, np.ones((2, 0)), np.full((2, 2), 4))
    network = Network(architecture, stack, M, np.empty_like(theta))
    network.evaluate(rows(3), np.ones(M))
    evaluated = network.output.loss.copy()
    network.differentiate(rows(3), np.ones(M))
    np.testing.assert_allclose(network.output.loss, evaluated, rtol=1e-13)
