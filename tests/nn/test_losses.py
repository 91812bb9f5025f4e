"""Contracts of every output with its matched loss."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.nn.losses import OUTPUT_LOSSES, OutputLoss, predicted_classes

DTYPES = (np.float32, np.float64)
NAMES = sorted(OUTPUT_LOSSES)
MEMBERS, EXAMPLES = 3, 8


def outputs(name: str) -> int:
    return 4 if name == "softmax" else 1


def labels(name: str, dtype: type = np.float64) -> np.ndarray:
    random = np.random.default_rng(5)
    if name == "softmax":
        return random.integers(0, outputs(name), EXAMPLES)
    if name == "sigmoid":
        return random.integers(0, 2, EXAMPLES).astype(dtype)
    return random.uniform(0.5, 2, EXAMPLES).astype(dtype)


def loss_at(name: str, Z: np.ndarray) -> OutputLoss:
    loss = OUTPUT_LOSSES[name](Z.shape[0], Z.shape[1], Z.shape[2], Z.dtype)
    loss.Z[...] = Z
    return loss


def logits(name: str, scale: float = 2.0) -> np.ndarray:
    return scale * np.random.default_rng(1).standard_normal((MEMBERS, outputs(name), EXAMPLES))


def losses(name: str, Z: np.ndarray) -> np.ndarray:
    loss = loss_at(name, Z)
    loss.evaluate(labels(name))
    return loss.loss


def activated(name: str, Z: np.ndarray) -> np.ndarray:
    loss = loss_at(name, Z)
    loss.activate()
    return loss.Z


@pytest.mark.parametrize("name", NAMES)
def test_dz_is_the_derivative_of_the_mean_loss(name: str) -> None:
    Z, step = logits(name), 1e-6
    loss = loss_at(name, Z)
    loss.differentiate(labels(name))
    for place in np.ndindex(Z.shape):
        up, down = Z.copy(), Z.copy()
        up[place] += step
        down[place] -= step
        slope = (losses(name, up) - losses(name, down))[place[0]].sum() / (2 * step) / EXAMPLES
        assert loss.Z[place] == pytest.approx(slope, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_training_and_evaluation_see_the_same_losses_and_misses(name: str) -> None:
    trained, evaluated = loss_at(name, logits(name)), loss_at(name, logits(name))
    trained.differentiate(labels(name))
    evaluated.evaluate(labels(name))
    np.testing.assert_array_equal(trained.loss, evaluated.loss)
    np.testing.assert_array_equal(trained.miss, evaluated.miss)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", NAMES)
def test_a_loss_keeps_the_type_and_is_finite_for_huge_logits(name: str, dtype: type) -> None:
    Z = np.where(logits(name) > 0, 1e4, -1e4).astype(dtype)
    loss = loss_at(name, Z)
    loss.differentiate(labels(name, dtype))
    for array in (loss.Z, loss.loss, loss.miss, activated(name, Z)):
        assert array.dtype == dtype
        assert np.isfinite(array).all()


@pytest.mark.parametrize("z", [1e4, -1e4])
def test_cross_entropy_of_a_sure_mistake_is_the_logit(z: float) -> None:
    wrong = np.array([0.0 if z > 0 else 1.0])
    loss = loss_at("sigmoid", np.full((1, 1, 1), z))
    loss.evaluate(wrong)
    assert loss.loss[0, 0] == 1e4


@pytest.mark.parametrize("name", ["softmax", "sigmoid"])
def test_cross_entropy_is_minus_the_log_of_the_true_class_probability(name: str) -> None:
    A, y = activated(name, logits(name)), labels(name)
    if name == "softmax":
        expected = -np.log(A[:, y, np.arange(EXAMPLES)])
    else:
        expected = -(y * np.log(A[:, 0]) + (1 - y) * np.log(1 - A[:, 0]))
    np.testing.assert_allclose(losses(name, logits(name)), expected, rtol=1e-10)


def test_softmax_probabilities_sum_to_one() -> None:
    np.testing.assert_allclose(activated("softmax", logits("softmax", 50.0)).sum(axis=1), 1, rtol=1e-14)


def test_softmax_misses_are_those_of_the_hardmax() -> None:
    Z, y = logits("softmax"), labels("softmax")
    loss = loss_at("softmax", Z)
    loss.evaluate(y)
    np.testing.assert_array_equal(loss.miss, Z.argmax(axis=1) != y)


def test_equal_logits_predict_the_first_class_and_miss_the_others() -> None:
    loss = loss_at("softmax", np.zeros((2, 4, EXAMPLES)))
    loss.evaluate(labels("softmax"))
    np.testing.assert_array_equal(loss.miss[1], labels("softmax") != 0)


def test_sigmoid_misses_are_those_of_a_threshold_at_one_half() -> None:
    Z, y = logits("sigmoid"), labels("sigmoid")
    loss = loss_at("sigmoid", Z)
    loss.evaluate(y)
    np.testing.assert_array_equal(loss.miss, (activated("sigmoid", Z)[:, 0] > 0.5) != y)


@pytest.mark.parametrize(("dtype", "compiled"), [*((dtype, False) for dtype in DTYPES), (np.float32, True)])
@pytest.mark.parametrize("name", ["softmax", "sigmoid"])
def test_near_ties_are_missed_where_another_class_is_predicted(name: str, compiled: bool, dtype: type) -> None:
    random = np.random.default_rng(0)
    Z = (random.standard_normal((2, outputs(name), 2000)) * np.finfo(dtype).eps).astype(dtype)
    y = random.integers(0, max(2, outputs(name)), 2000)
    loss = OUTPUT_LOSSES[name](*Z.shape, np.dtype(dtype), compiled=compiled)
    for count in (loss.evaluate, loss.differentiate):
        loss.Z[...] = Z
        count(y if name == "softmax" else y.astype(dtype))
        np.testing.assert_array_equal(loss.miss, predicted_classes(Z) != y)


@pytest.mark.parametrize("name", ["linear", "relu"])
def test_regression_loses_half_the_squared_error_and_misses_all_of_it(name: str) -> None:
    loss = loss_at(name, logits(name))
    loss.evaluate(labels(name))
    squared = np.square(activated(name, logits(name))[:, 0] - labels(name))
    np.testing.assert_allclose(loss.loss, squared / 2, rtol=1e-12)
    np.testing.assert_allclose(loss.miss, squared, rtol=1e-12)


def test_there_is_no_squared_error_on_a_sigmoid_output() -> None:
    assert set(OUTPUT_LOSSES) == {"softmax", "sigmoid", "linear", "relu"}
    sure_mistake = loss_at("sigmoid", np.full((1, 1, 1), 50.0))
    sure_mistake.evaluate(np.zeros(1))
    assert sure_mistake.loss[0, 0] > 1  # a squared error could not exceed 1
