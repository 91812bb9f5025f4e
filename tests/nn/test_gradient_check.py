"""Gradient checking, and through it every kernel over drawn networks."""

from __future__ import annotations

import re
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnsearch.core.errors import SettingsError
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.gradient_check import GradientCheck, Penalties, check_gradient, component_name
from nnsearch.nn.network import Network

SMOOTH = Architecture(3, (4, 3), 2, ("tanh", "sigmoid"), "softmax", batch_norm=True)


def problem(architecture: Architecture, seed: int = 0, m: int = 12) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    theta = random.standard_normal((1, architecture.n_parameters)) / 2
    X = np.c_[random.standard_normal((m, architecture.n_x)), np.ones(m)]
    if architecture.output == "softmax":
        return theta, X, random.integers(0, architecture.n_y, m)
    y = random.integers(0, 2, m).astype(float) if architecture.output == "sigmoid" else random.uniform(0.5, 2, m)
    return theta, X, y


@st.composite
def architectures(draw: st.DrawFn) -> Architecture:
    depth = draw(st.integers(0, 3))
    output = draw(st.sampled_from(["softmax", "sigmoid", "linear", "relu"]))
    return Architecture(
        n_x=draw(st.integers(1, 5)),
        hidden=tuple(draw(st.lists(st.integers(1, 6), min_size=depth, max_size=depth))),
        n_y=draw(st.integers(2, 4)) if output == "softmax" else 1,
        activation=tuple(draw(st.lists(st.sampled_from(sorted(ACTIVATIONS)), min_size=depth, max_size=depth))),
        output=output,
        batch_norm=draw(st.booleans()),
    )


LAMBDAS = st.sampled_from([0.0, 0.01, 1.0])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(architectures(), LAMBDAS, LAMBDAS, st.integers(0, 2**16), st.integers(3, 20))
def test_backpropagation_agrees_with_differences(
    architecture: Architecture, l1: float, l2: float, seed: int, m: int
) -> None:
    theta, X, y = problem(architecture, seed, m)
    check = check_gradient(architecture, theta, X, y, penalties=Penalties(l1, l2, m))
    assert check.difference < 1e-7, check
    assert check.checked >= 0.5 * check.parameters


def broken(factor: float) -> mock._patch:
    """Every gradient of the last layer's first weight comes out wrong by a factor."""
    differentiate = Network.differentiate

    def wrong(network: Network, *args: object, **kwargs: object) -> None:
        differentiate(network, *args, **kwargs)
        network._d_matrices[-1][:, 0, 1] *= factor

    return mock.patch.object(Network, "differentiate", wrong)


def test_a_wrong_gradient_is_a_bug_and_is_named() -> None:
    with broken(2.0):
        check = check_gradient(SMOOTH, *problem(SMOOTH))
    assert (check.verdict, check.worst) == ("bug", "W3[0,1]")
    assert check.analytic == pytest.approx(2 * check.numeric, rel=1e-6)


def test_a_slightly_wrong_gradient_asks_for_a_closer_look() -> None:
    with broken(1 + 1e-5):
        assert check_gradient(SMOOTH, *problem(SMOOTH)).verdict == "look closer"


def test_a_missing_penalty_is_found() -> None:
    theta, X, y = problem(SMOOTH)
    with mock.patch("nnsearch.nn.gradient_check.np.sign", np.zeros_like):
        check = check_gradient(SMOOTH, theta, X, y, penalties=Penalties(l1=1.0, m=len(y)))
    assert check.verdict == "bug"


@pytest.mark.parametrize(
    ("difference", "verdict"), [(1e-8, "good"), (1e-6, "look closer"), (1e-4, "suspicious"), (1e-2, "bug")]
)
def test_verdicts_follow_the_courses_thresholds(difference: float, verdict: str) -> None:
    assert GradientCheck(difference, "", 0, 0, 1, 0, 1).verdict == verdict


def test_components_at_a_kink_are_skipped_and_counted() -> None:
    architecture = Architecture(2, (3,), 1, ("relu",), "linear")
    theta, X, y = problem(architecture)
    architecture.blocks[0].matrix(theta)[:, 1] = 0  # unit 1 stands at 0 for every example
    check = check_gradient(architecture, theta, X, y)
    assert (check.checked, check.skipped) == (10, 3)
    assert check.difference < 1e-7


def test_every_component_has_a_name_of_its_own() -> None:
    names = [component_name(SMOOTH, index) for index in range(SMOOTH.n_parameters)]
    assert len(set(names)) == SMOOTH.n_parameters
    kinds = {re.sub(r"\[.*", "", name) for name in names}
    assert kinds == {"W1", "gamma1", "beta1", "W2", "gamma2", "beta2", "W3", "b3"}


def test_names_point_at_what_they_name() -> None:
    theta = np.zeros((1, SMOOTH.n_parameters))
    SMOOTH.blocks[1].weights(theta)[0, 2, 3] = 1
    SMOOTH.blocks[1].beta(theta)[0, 1] = 1
    assert [component_name(SMOOTH, int(index)) for index in np.flatnonzero(theta)] == ["W2[2,3]", "beta2[1]"]


def test_large_networks_are_sampled_and_say_so() -> None:
    check = check_gradient(SMOOTH, *problem(SMOOTH), limit=10)
    assert (check.checked, check.parameters) == (10, SMOOTH.n_parameters)


def test_a_flat_cost_is_no_bug() -> None:
    architecture = Architecture(1, (), 2, (), "softmax")
    check = check_gradient(architecture, np.zeros((1, 4)), np.zeros((2, 2)), np.array([0, 1]))
    assert (check.difference, check.verdict) == (0.0, "good")


def test_float32_is_refused() -> None:
    theta, X, y = problem(SMOOTH)
    with pytest.raises(SettingsError, match="float64, got float32 parameters"):
        check_gradient(SMOOTH, theta.astype(np.float32), X, y)


def test_weights_that_are_not_finite_are_refused() -> None:
    theta, X, y = problem(SMOOTH)
    theta[0, 0] = np.nan
    with pytest.raises(SettingsError, match="diverged"):
        check_gradient(SMOOTH, theta, X, y)
