"""Contracts of every activation, and the derivative each is paired with."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.nn.activations import ACTIVATIONS

NAMES = sorted(ACTIVATIONS)
DTYPES = (np.float32, np.float64)
# Away from 0, where the ReLU family has no derivative.
POINTS = np.array([-30.0, -3.0, -1.0, -0.1, -1e-3, 1e-3, 0.1, 1.0, 3.0, 30.0])
TEXTBOOK = {
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "linear": lambda z: z,
}


def with_slope(name: str, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    A, G = z.copy(), np.full_like(z, np.nan)
    ACTIVATIONS[name].apply_with_slope(A, G)
    return A, G


@pytest.mark.parametrize("name", NAMES)
def test_an_activation_is_the_textbook_function(name: str) -> None:
    A = POINTS.copy()
    ACTIVATIONS[name].apply(A)
    np.testing.assert_allclose(A, TEXTBOOK[name](POINTS), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", NAMES)
def test_training_and_evaluation_activate_alike(name: str, dtype: type) -> None:
    z = POINTS.astype(dtype)
    A = z.copy()
    ACTIVATIONS[name].apply(A)
    np.testing.assert_allclose(A, with_slope(name, z)[0], rtol=2e-7)


@pytest.mark.parametrize("name", NAMES)
def test_the_slope_is_the_derivative(name: str) -> None:
    step = 1e-6
    up, down = with_slope(name, POINTS + step)[0], with_slope(name, POINTS - step)[0]
    np.testing.assert_allclose(with_slope(name, POINTS)[1], (up - down) / (2 * step), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", NAMES)
def test_an_activation_keeps_the_type_and_stays_finite_where_it_saturates(name: str, dtype: type) -> None:
    z = np.array([-1e4, -100, 0, 100, 1e4], dtype)
    A, G = with_slope(name, z)
    assert A.dtype == G.dtype == dtype
    assert np.isfinite(A).all()
    assert np.isfinite(G).all()


@pytest.mark.parametrize("name", NAMES)
def test_an_activation_knows_whether_padding_stays_silent(name: str) -> None:
    A = np.zeros(3)
    ACTIVATIONS[name].apply(A)
    assert bool((A == 0).all()) == ACTIVATIONS[name].zero_at_zero


def test_relu_has_slope_0_at_0() -> None:
    assert with_slope("relu", np.zeros(1))[1] == 0
