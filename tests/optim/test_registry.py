"""Every optimizer: contracts, and the textbook's loop."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from nnsearch.core.compiling import can_compile
from nnsearch.optim.registry import OPTIMIZERS
from nnsearch.optim.rules import Columns, StepArrays

NAMES = sorted(OPTIMIZERS)
STEPS, P = 12, 5
RATES = np.array([[0.1], [0.003], [0.02]])
COLUMNS: Columns = {
    "beta1": np.array([[0.9], [0.5], [0.0]]),
    "beta2": np.array([[0.999], [0.9], [0.5]]),
    "epsilon": np.array([[1e-8], [1e-3], [1e-1]]),
    "dampening": np.array([[1.0], [1.0], [0.0]]),
    "bias_correction": np.array([[1.0], [0.0], [0.0]]),
}
Member = dict[str, float]
Textbook = Callable[[np.ndarray, list[np.ndarray], float, Member], np.ndarray]


def gradients(dtype: type = np.float64) -> list[np.ndarray]:
    random = np.random.default_rng(2)
    return [random.standard_normal((3, P)).astype(dtype) for _ in range(STEPS)]


def start(dtype: type = np.float64) -> np.ndarray:
    return np.random.default_rng(1).standard_normal((3, P)).astype(dtype)


def stepped(
    name: str, rows: slice = slice(None), dtype: type = np.float64, *, compiled: bool = False
) -> tuple[np.ndarray, StepArrays]:
    """Do all steps with some of the members; return theta and the arrays."""
    optimizer = OPTIMIZERS[name]
    update = optimizer.compiled if compiled else optimizer.update
    columns = {key: values[rows] for key, values in COLUMNS.items()}
    factors, guards = optimizer.factors(columns, np.arange(1, STEPS + 1))
    theta = start(dtype)[rows].copy()
    moments = tuple(np.zeros_like(theta) for _ in range(optimizer.moments))
    betas = [columns[key].astype(dtype) for key in ("beta1", "beta2")]
    arrays = StepArrays(theta, np.empty_like(theta), moments, np.empty_like(theta), *betas)
    for step, gradient in enumerate(gradients(dtype)):
        arrays.gradient[...] = gradient[rows]
        update(arrays, (factors[step] * RATES[rows]).astype(dtype), guards[step].astype(dtype))
    return theta, arrays


def gradient_descent(theta: np.ndarray, steps: list[np.ndarray], alpha: float, h: Member) -> np.ndarray:
    for g in steps:
        theta = theta - alpha * g
    return theta


def momentum(theta: np.ndarray, steps: list[np.ndarray], alpha: float, h: Member) -> np.ndarray:
    v = np.zeros_like(theta)
    for t, g in enumerate(steps, start=1):
        v = h["beta1"] * v + ((1 - h["beta1"]) if h["dampening"] else 1) * g
        theta = theta - alpha * (v / (1 - h["beta1"] ** t) if h["bias_correction"] else v)
    return theta


def rmsprop(theta: np.ndarray, steps: list[np.ndarray], alpha: float, h: Member) -> np.ndarray:
    s = np.zeros_like(theta)
    for g in steps:
        s = h["beta2"] * s + (1 - h["beta2"]) * g**2
        theta = theta - alpha * g / (np.sqrt(s) + h["epsilon"])
    return theta


def adam(theta: np.ndarray, steps: list[np.ndarray], alpha: float, h: Member) -> np.ndarray:
    v, s = np.zeros_like(theta), np.zeros_like(theta)
    for t, g in enumerate(steps, start=1):
        v = h["beta1"] * v + (1 - h["beta1"]) * g
        s = h["beta2"] * s + (1 - h["beta2"]) * g**2
        v_corrected, s_corrected = v / (1 - h["beta1"] ** t), s / (1 - h["beta2"] ** t)
        theta = theta - alpha * v_corrected / (np.sqrt(s_corrected) + h["epsilon"])
    return theta


TEXTBOOK: dict[str, Textbook] = {
    "gradient_descent": gradient_descent,
    "momentum": momentum,
    "rmsprop": rmsprop,
    "adam": adam,
}


@pytest.mark.parametrize("member", range(3))
@pytest.mark.parametrize("name", NAMES)
def test_an_optimizer_does_the_textbooks_steps(name: str, member: int) -> None:
    hyperparameters = {key: float(values[member, 0]) for key, values in COLUMNS.items()}
    own = [gradient[member] for gradient in gradients()]
    expected = TEXTBOOK[name](start()[member], own, float(RATES[member, 0]), hyperparameters)
    np.testing.assert_allclose(stepped(name)[0][member], expected, rtol=1e-11)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", NAMES)
def test_a_member_moves_the_same_alone_and_among_others(name: str, dtype: type) -> None:
    together = stepped(name, dtype=dtype)[0]
    for k in range(3):
        assert stepped(name, slice(k, k + 1), dtype)[0].tobytes() == together[k].tobytes()


@pytest.mark.parametrize("name", NAMES)
def test_an_optimizer_keeps_the_type_of_everything(name: str) -> None:
    theta, arrays = stepped(name, dtype=np.float32)
    assert {array.dtype for array in (theta, *arrays.moments)} == {np.dtype(np.float32)}


@pytest.mark.parametrize("name", NAMES)
def test_an_optimizer_stays_finite_on_gradients_of_zero(name: str) -> None:
    optimizer = OPTIMIZERS[name]
    factors, guards = optimizer.factors(COLUMNS, np.array([1, 100_000]))
    zero = np.zeros((3, P), np.float32)
    betas = [COLUMNS[key].astype(np.float32) for key in ("beta1", "beta2")]
    moments = tuple(zero.copy() for _ in range(optimizer.moments))
    arrays = StepArrays(zero.copy(), zero.copy(), moments, zero.copy(), *betas)
    for factor, guard in zip(factors, guards, strict=True):
        optimizer.update(arrays, (factor * RATES).astype(np.float32), guard.astype(np.float32))
    assert not arrays.theta.any()


@pytest.mark.parametrize("name", NAMES)
def test_what_an_optimizer_does_not_use_has_no_effect(name: str) -> None:
    optimizer, t = OPTIMIZERS[name], np.arange(1, 4)
    others = {key: values if key in optimizer.uses else values * 0.7 for key, values in COLUMNS.items()}
    for usual, changed in zip(optimizer.factors(COLUMNS, t), optimizer.factors(others, t), strict=True):
        np.testing.assert_array_equal(usual, changed)


def test_momentum_without_dampening_only_rescales_the_learning_rate() -> None:
    steps, h = [gradient[0] for gradient in gradients()], {"beta1": 0.9, "bias_correction": 0.0}
    with_dampening = momentum(start()[0], steps, 0.1, h | {"dampening": 1.0})
    without = momentum(start()[0], steps, 0.1 * (1 - 0.9), h | {"dampening": 0.0})
    np.testing.assert_allclose(with_dampening, without, rtol=1e-12)


@pytest.mark.skipif(not can_compile(), reason="nothing is compiled on this machine")
@pytest.mark.parametrize("name", NAMES)
def test_compiled_steps_have_the_same_bits(name: str) -> None:
    (theta, arrays), (fast, others) = stepped(name, dtype=np.float32), stepped(name, dtype=np.float32, compiled=True)
    assert theta.tobytes() == fast.tobytes()
    assert [m.tobytes() for m in arrays.moments] == [m.tobytes() for m in others.moments]
