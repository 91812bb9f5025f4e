"""The rules values obey, and the way through JSON."""

from __future__ import annotations

from typing import Any

import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.nn.initializers import INITIALIZERS
from nnsearch.nn.losses import OUTPUT_LOSSES
from nnsearch.optim.registry import OPTIMIZERS
from nnsearch.optim.schedules import SCHEDULES
from nnsearch.training import hyperparameters as rules
from nnsearch.training.hyperparameters import HYPERPARAMETERS, Hyperparameters


@pytest.mark.parametrize(
    ("names", "registry"),
    [
        (rules.ACTIVATION_NAMES, ACTIVATIONS),
        (rules.OUTPUT_NAMES, OUTPUT_LOSSES),
        (rules.INITIALIZER_NAMES, INITIALIZERS),
        (rules.OPTIMIZER_NAMES, OPTIMIZERS),
        (rules.SCHEDULE_NAMES, SCHEDULES),
    ],
)
def test_the_names_a_user_may_choose_are_those_there_are(names: tuple[str, ...], registry: dict[str, Any]) -> None:
    assert set(names) == set(registry)


def test_every_rule_is_for_a_field_and_allows_its_default() -> None:
    defaults = Hyperparameters(hidden=(3,), activation=("relu",), output="softmax")
    for name in HYPERPARAMETERS:
        assert hasattr(defaults, name)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"keep_prob": (1.2,)}, r"keep_prob must be in \(0, 1\], got 1.2"),
        ({"keep_prob": (0.0,)}, r"keep_prob must be in \(0, 1\], got 0"),
        ({"beta1": 1.0}, r"beta1 must be in \[0, 1\), got 1"),
        ({"beta2": -0.1}, r"beta2 must be in \[0, 1\)"),
        ({"learning_rate": 0.0}, "learning_rate must be in"),
        ({"learning_rate": float("nan")}, "learning_rate must be in"),
        ({"l2": float("inf")}, "l2 must be in"),
        ({"batch_size": 0}, "batch_size must be in"),
        ({"clip_norm": 0.0}, "clip_norm must be in"),
        ({"optimizer": "adm"}, "optimizer 'adm' is unknown: did you mean 'adam'"),
        ({"activation": ("rely",)}, "did you mean 'relu'"),
        ({"output": "softmx"}, "did you mean 'softmax'"),
        ({"hidden": (0,)}, "at least 1 unit"),
        ({"activation": ("relu", "relu")}, r"one value per hidden layer \(1\)"),
        ({"keep_prob": (0.5, 0.5)}, r"one value per hidden layer \(1\)"),
    ],
)
def test_impossible_values_are_refused_with_rule_and_value(changes: dict[str, Any], message: str) -> None:
    values: dict[str, Any] = {"hidden": (3,), "activation": ("relu",), "output": "softmax"}
    with pytest.raises(SettingsError, match=message):
        Hyperparameters(**values | changes)


def test_keeping_everything_is_the_default_of_each_layer() -> None:
    assert Hyperparameters((5, 3), ("relu", "relu"), "sigmoid").keep_prob == (1.0, 1.0)
