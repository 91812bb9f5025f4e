"""Gradient checks of trials on real examples."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.training.gradient_checking import check_gradients


@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize("output", ["softmax", "sigmoid", "linear", "relu"])
@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
def test_every_network_passes_at_initialization_and_after_training(
    activation: str, output: str, batch_norm: bool, member: Any, examples_for: Any
) -> None:
    one = member(activation=activation, output=output, batch_norm=batch_norm, l1=0.1, l2=0.5, learning_rate=0.01)
    report = check_gradients(one, examples_for(output))
    assert report.trained is not None
    assert report.verdict == "good", report
    assert min(check.checked for check in report.checks) > 0.5 * report.initial.parameters


def test_dropout_clipping_and_patience_are_switched_off(member: Any, examples_for: Any) -> None:
    noisy = member(keep_prob=(0.5, 0.5), input_keep_prob=0.5, clip_norm=1e-6, patience=1)
    plain = member()
    assert check_gradients(noisy, examples_for("softmax")) == check_gradients(plain, examples_for("softmax"))


def test_the_check_after_training_is_made_elsewhere(member: Any, examples_for: Any) -> None:
    report = check_gradients(member(learning_rate=0.1), examples_for("softmax"))
    assert report.trained is not None
    assert report.initial.analytic != report.trained.analytic


def test_a_training_that_diverges_leaves_the_first_check(member: Any, examples_for: Any) -> None:
    wild = member(activation="relu", optimizer="gradient_descent", learning_rate=1e300)
    report = check_gradients(wild, examples_for("softmax"))
    assert report.trained is None
    assert report.verdict == "good"


def test_large_networks_are_sampled(member: Any, examples_for: Any) -> None:
    report = check_gradients(member((30, 30)), examples_for("softmax"), limit=50)
    assert report.initial.checked + report.initial.skipped == 50


def test_examples_in_float32_are_refused(member: Any, examples_for: Any) -> None:
    with pytest.raises(SettingsError, match="float64, got examples in float32"):
        check_gradients(member(), examples_for("softmax", np.float32))


def test_the_penalty_is_divided_by_the_examples_of_the_training_set(member: Any, examples_for: Any) -> None:
    penalized = replace(member(), l2=100.0)
    few, all_of_them = (check_gradients(penalized, examples_for("softmax"), batch=size).initial for size in (10, 50))
    assert few.difference < 1e-7 > all_of_them.difference
