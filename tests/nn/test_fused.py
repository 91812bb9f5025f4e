"""Compiled passes as networks call them; tests/training/test_compiled_loops.py compares whole trainings."""

import numpy as np
import pytest

from nnsearch.core import compiling
from nnsearch.core.products import SGEMM
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.fused import Layers, fusible
from nnsearch.nn.network import Network, Stack
from nnsearch.training.examples import with_ones

pytestmark = pytest.mark.skipif(not compiling.can_compile() or SGEMM is None, reason="no compiled passes here")


def test_a_mask_is_forgotten_after_its_call():
    hidden, m = (3,), 4
    architecture = Architecture(2, hidden, 2, ("relu",), "softmax")
    theta = np.random.default_rng(0).standard_normal((1, architecture.n_parameters)).astype(np.float32)
    stack = Stack(theta, np.zeros((1, 0), np.float32), np.array([hidden]))
    X, y = with_ones(np.ones((m, 2)), np.dtype(np.float32)), np.zeros(m, np.int64)
    gradients = []
    for masks in ([np.zeros((1, 3, m), np.float32)], [None], []):
        gradient = np.zeros_like(theta)
        network = Network(architecture, stack, m, gradient, compiled=True)
        network.differentiate(X, y, [np.full((1, 3, m), 2, np.float32)])
        network.differentiate(X, y, masks)
        gradients.append(gradient.tobytes())
    assert gradients[0] != gradients[1] == gradients[2]


def test_inputs_that_lie_otherwise_get_numpys_passes():
    architecture = Architecture(2, (3,), 2, ("relu",), "softmax")
    theta = np.random.default_rng(0).standard_normal((1, architecture.n_parameters)).astype(np.float32)
    stack = Stack(theta, np.zeros((1, 0), np.float32), np.array([[3]]))
    X = with_ones(np.random.default_rng(1).standard_normal((4, 2)), np.dtype(np.float32))
    apart = np.zeros((4, 5), np.float32)[:, :3]
    apart[...] = X
    gradients = []
    for inputs in (X, apart, np.asfortranarray(X)):
        gradient = np.zeros_like(theta)
        Network(architecture, stack, 4, gradient, compiled=True).differentiate(inputs, np.arange(4) % 2)
        gradients.append(gradient.tobytes())
    assert gradients[0] == gradients[1] == gradients[2]


def test_inputs_of_another_size_are_refused_and_not_written_beyond():
    architecture = Architecture(2, (3,), 2, ("relu",), "softmax")
    theta = np.zeros((1, architecture.n_parameters), np.float32)
    network = Network(
        architecture, Stack(theta, np.zeros((1, 0), np.float32), np.array([[3]])), 4, theta.copy(), compiled=True
    )
    with pytest.raises(ValueError, match="shape"):
        network.differentiate(with_ones(np.ones((8, 2)), np.dtype(np.float32)), np.zeros(8, np.int64))


def theta_of(dtype=np.float32):
    return np.zeros((2, 20), dtype)


def test_what_the_passes_know():
    architecture = Architecture(2, (3, 4), 2, ("relu", "leaky_relu"), "softmax")
    assert fusible(architecture, 8, theta_of())
    assert not fusible(architecture, 1, theta_of())
    assert not fusible(architecture, 8, theta_of(np.float64))
    assert not fusible(architecture, 8, theta_of()[:, :10])
    assert not fusible(Architecture(2, (3, 1), 2, ("relu", "relu"), "softmax"), 8, theta_of())
    assert not fusible(Architecture(2, (3, 4), 1, ("relu", "relu"), "sigmoid"), 8, theta_of())
    assert not fusible(Architecture(2, (3, 4), 2, ("relu", "sigmoid"), "softmax"), 8, theta_of())
    assert not fusible(Architecture(2, (), 2, (), "softmax"), 8, theta_of())


def test_layers_are_views_of_one_piece():
    layers = Layers.of_ones(2, (3, 4), 5, np.dtype(np.float32))
    assert [view.shape for view in layers.views] == [(2, 3, 5), (2, 4, 5)]
    assert layers.starts.tolist() == [0, 30, 70]
    layers.views[1][0, 0, 0] = 7
    assert layers.flat[30] == 7
