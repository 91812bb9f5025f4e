"""Contracts of every initializer."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nnsearch.nn.architecture import Architecture
from nnsearch.nn.initializers import INITIALIZERS, initialize

NAMES = sorted(INITIALIZERS)
ARCHITECTURE = Architecture(n_x=200, hidden=(300, 100), n_y=5, activation=("relu", "tanh"), output="softmax")


def theta_of(rule: str | None, dtype: type = np.float64, scale: float = 1.0) -> np.ndarray:
    return initialize(ARCHITECTURE, [(300, 100)], [rule], [scale], seed=3, dtype=np.dtype(dtype))


@pytest.mark.parametrize("name", NAMES)
def test_weights_have_the_rules_standard_deviation(name: str) -> None:
    for block in ARCHITECTURE.blocks[:2]:
        deviation = block.weights(theta_of(name)).std()
        assert deviation == pytest.approx(INITIALIZERS[name](block.n_in, block.n_out), rel=0.03)


@pytest.mark.parametrize("name", NAMES)
def test_biases_start_at_zero(name: str) -> None:
    assert all((block.bias(theta_of(name)) == 0).all() for block in ARCHITECTURE.blocks)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", NAMES)
def test_an_initializer_keeps_the_type(name: str, dtype: type) -> None:
    assert theta_of(name, dtype).dtype == dtype


def test_the_rules_are_the_literatures() -> None:
    deviations = {name: rule(50, 200) for name, rule in INITIALIZERS.items()}
    assert deviations == {
        "zeros": 0.0,
        "small": 0.01,
        "he": math.sqrt(2 / 50),
        "xavier": math.sqrt(1 / 50),
        "glorot": math.sqrt(2 / 250),
    }


def test_without_a_rule_each_layer_follows_its_activation() -> None:
    blocks, theta = ARCHITECTURE.blocks, theta_of(None)
    np.testing.assert_array_equal(blocks[0].weights(theta), blocks[0].weights(theta_of("he")))
    np.testing.assert_array_equal(blocks[1].weights(theta), blocks[1].weights(theta_of("xavier")))


def test_init_scale_multiplies_the_weights() -> None:
    np.testing.assert_allclose(theta_of("he", scale=0.5), 0.5 * theta_of("he"), rtol=1e-15)


def test_padding_starts_at_zero_and_true_units_at_the_same_draws() -> None:
    narrow = initialize(ARCHITECTURE, [(7, 4)], ["small"], [1.0], seed=3, dtype=np.dtype(np.float64))
    W, wide = ARCHITECTURE.blocks[1].weights(narrow)[0], ARCHITECTURE.blocks[1].weights(theta_of("small"))[0]
    np.testing.assert_array_equal(W[:4, :7], wide[:4, :7])
    assert np.count_nonzero(W) == 28


def test_gamma_starts_at_one_for_true_units_only() -> None:
    normalized = Architecture(n_x=2, hidden=(4,), n_y=1, activation=("relu",), output="sigmoid", batch_norm=True)
    theta = initialize(normalized, [(3,)], [None], [1.0], seed=0, dtype=np.dtype(np.float64))
    block = normalized.blocks[0]
    assert block.gamma(theta)[0, :, 0].tolist() == [1, 1, 1, 0]
    assert not block.beta(theta).any()


@pytest.mark.parametrize(("rule", "own", "container"), [("he", 7, 300), ("xavier", 7, 300), (None, 7, 300)])
def test_deviations_follow_true_widths_and_not_the_containers(rule: str | None, own: int, container: int) -> None:
    narrow = initialize(ARCHITECTURE, [(own, 100)], [rule], [1.0], seed=3, dtype=np.dtype(np.float64))
    W = ARCHITECTURE.blocks[1].weights(narrow)[0, :, :own]
    wide = ARCHITECTURE.blocks[1].weights(theta_of(rule))[0, :, :own]
    np.testing.assert_allclose(W, wide * math.sqrt(container / own), rtol=1e-12)
