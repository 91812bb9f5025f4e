"""The hot loop's promises: its draws, and that nothing allocates with the steps."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest

from nnsearch.training.epoch import EpochDraws, EpochRunner
from nnsearch.training.population import architecture_of, container_of, initial_state, learning_rates, shape_of

METHODS = [
    {"optimizer": "adam", "l2": 0.1, "l1": 0.1, "clip_norm": 1.0},
    {"optimizer": "rmsprop", "batch_norm": True, "activation": "sigmoid"},
    {"optimizer": "momentum", "input_keep_prob": 0.8, "keep_prob": (0.5, 0.9), "activation": "leaky_relu"},
]


@pytest.mark.parametrize("method", METHODS, ids=lambda method: str(method["optimizer"]))
def test_a_thousand_steps_keep_no_more_memory_than_ten(method: dict[str, Any], member: Any, examples_for: Any) -> None:
    members = [member(**{"output": "sigmoid", "batch_size": 5} | method)]
    examples = examples_for("sigmoid", np.float32)
    architecture = architecture_of(shape_of(members[0]), container_of(members), n_x=5, n_y=1)
    state = initial_state(members, architecture, seed=0, dtype=np.dtype(np.float32))
    runner = EpochRunner(architecture, members, state, examples)

    def steps(count: int, first: int) -> int:
        """Return the bytes that are left after some steps, ten an epoch."""
        for epoch in range(first, first + count // 10):
            runner.run(epoch, learning_rates(members, epoch, 200), EpochDraws(0, epoch))
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        few = steps(10, 0)
        tracemalloc.reset_peak()
        few_peak = max(tracemalloc.get_traced_memory()[1], few)
        few = steps(50, 1)
        few_peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        many = steps(1000, 6)
        many_peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert many - few < 4096
    assert many_peak - few_peak < 4096


def test_draws_depend_on_seed_epoch_and_purpose_alone() -> None:
    draws = EpochDraws(3, 5)
    draws.dropout(1).random(100)
    np.testing.assert_array_equal(draws.order(20), EpochDraws(3, 5).order(20))
    assert not np.array_equal(draws.order(20), EpochDraws(3, 6).order(20))
    assert not np.array_equal(draws.order(20), EpochDraws(4, 5).order(20))
    assert draws.dropout(1).random() != draws.dropout(2).random() != draws.augmentation().random()
