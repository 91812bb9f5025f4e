"""What members share and where they differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnsearch.training.population import architecture_of, initial_state, learning_rate, shape_of


@pytest.mark.parametrize(
    "changes",
    [
        {"learning_rate": 0.5},
        {"hidden": (2, 9)},
        {"keep_prob": (0.5, 0.5)},
        {"l1": 1.0, "l2": 1.0, "clip_norm": 1.0},
        {"beta1": 0.5, "beta2": 0.5, "epsilon": 1e-3},
        {"initializer": "small", "init_scale": 2.0},
        {"schedule": "cosine", "warmup": 3.0},
    ],
)
def test_members_may_differ_in_this_and_share_a_shape(changes: dict[str, Any], member: Any) -> None:
    assert shape_of(replace(member(), **changes)) == shape_of(member())


@pytest.mark.parametrize(
    "changes",
    [
        {"activation": ("relu", "tanh")},
        {"batch_size": 64},
        {"optimizer": "rmsprop"},
        {"batch_norm": True},
        {"input_keep_prob": 0.9},
        {"patience": 3},
        {"output": "linear"},
        {"augment_flip": True},
        {"augment_shift": 1},
        {"augment_rotation": 5.0},
    ],
)
def test_members_that_differ_in_this_differ_in_shape(changes: dict[str, Any], member: Any) -> None:
    assert shape_of(replace(member(), **changes)) != shape_of(member())


def test_members_of_two_depths_differ_in_shape(member: Any) -> None:
    assert shape_of(member((4,), activation=("tanh",))) != shape_of(member())


def test_a_new_state_has_averages_of_zero_and_one(member: Any) -> None:
    one = member((3, 2), batch_norm=True, patience=2)
    architecture = architecture_of(shape_of(one), (3, 2), n_x=4, n_y=3)
    state = initial_state([one], architecture, seed=0, dtype=np.dtype(np.float32))
    assert state.running[0].tolist() == [0, 0, 0, 1, 1, 1, 0, 0, 1, 1]
    assert state.best_error.tolist() == [np.inf]
    assert state.best_theta.shape == state.theta.shape


def test_without_early_stopping_no_best_weights_are_kept(member: Any) -> None:
    architecture = architecture_of(shape_of(member()), (6, 4), n_x=4, n_y=3)
    assert initial_state([member()], architecture, seed=0, dtype=np.dtype(np.float32)).best_theta.shape == (1, 0)


def test_warm_up_and_schedule_multiply(member: Any) -> None:
    one = member(learning_rate=0.4, schedule="inverse_time", decay=1.0, warmup=1.0)
    assert [learning_rate(one, epoch, 9) for epoch in range(3)] == pytest.approx([0.2, 0.2, 0.4 / 3])


def test_the_manual_schedule_takes_its_own_rates(member: Any) -> None:
    one = member(learning_rate=0.4, schedule="manual", learning_rates=((1, 0.3), (2, 0.1)))
    assert [learning_rate(one, epoch, 9) for epoch in range(3)] == [0.4, 0.3, 0.1]
