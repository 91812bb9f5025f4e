"""What curves show: flags, bias and variance."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from nnsearch.training.diagnosis import diagnose, flags

HEALTHY = {
    "train_cost": [1 / epoch for epoch in range(1, 13)],
    "dev_cost": [1.1 / epoch for epoch in range(1, 13)],
    "train_error": [0.5 / epoch for epoch in range(1, 13)],
    "gradient_norm_1": [0.5] * 12,
    "gradient_norm_2": [1.0] * 12,
}


def names(**changes: list[float]) -> list[str]:
    return [flag.name for flag in flags(HEALTHY | changes)]


def test_a_healthy_curve_has_no_flags() -> None:
    assert names() == []


def test_an_empty_curve_has_no_flags() -> None:
    assert flags({}) == []


def test_a_tiny_gradient_in_the_first_layer_is_vanishing() -> None:
    (flag,) = flags(HEALTHY | {"gradient_norm_1": [0.5, 0.5] + [1e-4] * 10})
    assert (flag.name, flag.epoch) == ("vanishing", 3)
    assert "1.0e-04 against 1.0e+00" in flag.message


def test_one_tiny_gradient_is_not_vanishing() -> None:
    assert names(gradient_norm_1=[0.5] * 11 + [1e-6]) == []


def test_logistic_regression_cannot_vanish() -> None:
    assert flags({"gradient_norm_1": [1e-9] * 5}) == []


@pytest.mark.parametrize("value", [1e3, math.inf])
def test_a_gradient_that_grows_without_measure_is_exploding(value: float) -> None:
    (flag,) = flags(HEALTHY | {"gradient_norm_1": [0.5] * 8 + [value] + [0.5] * 3})
    assert (flag.name, flag.epoch) == ("exploding", 9)


def test_a_first_layer_far_above_the_last_is_exploding_from_the_start() -> None:
    (flag,) = flags(HEALTHY | {"gradient_norm_1": [500.0] * 12})
    assert (flag.name, flag.epoch) == ("exploding", 1)


def test_noise_around_a_minimum_is_not_exploding() -> None:
    shrinking = [10.0**-k for k in range(10)] + [1e-6, 1e-4]
    assert names(gradient_norm_1=shrinking, gradient_norm_2=shrinking) == []


def test_gradients_that_shrink_as_training_ends_are_fine() -> None:
    assert names(gradient_norm_1=[10.0**-k for k in range(12)], gradient_norm_2=[10.0**-k for k in range(12)]) == []


def test_a_flat_cost_with_a_high_error_is_a_plateau() -> None:
    (flag,) = flags(HEALTHY | {"train_cost": [2.0, 1.5] + [1.0] * 10, "train_error": [0.4] * 12})
    assert (flag.name, flag.epoch) == ("plateau", 9)
    assert "stayed at 1 since epoch 9" in flag.message


def test_a_flat_cost_with_a_low_error_is_the_end() -> None:
    assert names(train_cost=[2.0, 1.5] + [1.0] * 10, train_error=[0.01] * 12) == []


def test_what_error_is_high_can_be_said() -> None:
    curve = {"train_cost": [1.0] * 12, "train_error": [40.0] * 12}
    assert [flag.name for flag in flags(curve)] == ["plateau"]
    assert flags(curve, high_error=50.0) == []


def test_a_short_curve_is_not_judged_for_plateaus() -> None:
    assert flags({"train_cost": [1.0] * 5, "train_error": [0.5] * 5}) == []


def test_a_cost_that_is_no_number_is_divergence_and_comes_first() -> None:
    curve = {"train_cost": [1.0, math.nan], "dev_cost": [1.0, math.nan], "gradient_norm_1": [1.0, math.nan]}
    found = flags(curve)
    assert [flag.name for flag in found] == ["diverged"]
    assert found[0].epoch == 2
    assert "train_cost is nan in epoch 2" in found[0].message


def test_a_curve_without_a_dev_set_has_not_diverged() -> None:
    assert names(dev_cost=[math.nan] * 12) == []


def test_a_deep_sigmoid_network_is_seen_to_vanish(member: Any, examples_for: Any, trained: Any) -> None:
    deep = member((5,) * 8, activation="sigmoid", initializer="xavier", learning_rate=1e-4)
    curve = trained([deep], examples_for("softmax")).curves[0]
    assert "vanishing" in [flag.name for flag in flags(curve.values)]


def test_a_learning_rate_far_too_high_is_seen(member: Any, examples_for: Any, trained: Any) -> None:
    wild = member(activation="relu", optimizer="gradient_descent", learning_rate=1e30)
    curve = trained([wild], examples_for("softmax", np.float32)).curves[0]
    assert flags(curve.values)[0].name == "diverged"


@pytest.mark.parametrize(
    ("train", "dev", "base", "sees"),
    [
        (0.01, 0.11, 0.0, ("variance",)),
        (0.15, 0.16, 0.0, ("bias",)),
        (0.15, 0.16, 0.15, ("variance",)),
        (0.15, 0.30, 0.0, ("bias", "variance")),
        (0.004, 0.006, 0.0, ()),
        (0.15, 0.153, 0.149, ()),
        (0.10, 0.09, 0.0, ("bias",)),
    ],
)
def test_bias_and_variance_are_told_apart_as_in_the_course(
    train: float, dev: float, base: float, sees: tuple[str, ...]
) -> None:
    diagnosis = diagnose(train, dev, base)
    assert diagnosis.sees == sees
    assert diagnosis.advice


def test_bias_is_fought_first() -> None:
    advice = diagnose(0.15, 0.30).advice
    assert advice[0] == "Fight the bias first, then the variance."
    assert "bigger network" in advice[1]
    assert "more data" in advice[2]


def test_the_differences_are_reported() -> None:
    diagnosis = diagnose(0.15, 0.30, 0.05)
    assert (diagnosis.avoidable_bias, diagnosis.variance) == pytest.approx((0.10, 0.15))


def test_a_training_error_below_the_base_error_is_remarked_on() -> None:
    assert "below the base error" in diagnose(0.01, 0.02, 0.05).advice[-1]


def test_what_is_noticeable_can_be_said_in_the_targets_unit() -> None:
    assert diagnose(3.0, 5.0, noticeable=10.0).sees == ()
