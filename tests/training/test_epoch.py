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

    def memory_after(steps: int, first: int) -> tuple[int, int]:
        """Return the bytes that are left after some steps, ten an epoch, and the most there were meanwhile."""
        tracemalloc.reset_peak()
        for epoch in range(first, first + steps // 10):
            runner.run(epoch, learning_rates(members, epoch, 200), EpochDraws(0, epoch))
        return tracemalloc.get_traced_memory()

    tracemalloc.start()
    try:
        memory_after(50, 0)  # what is made once
        few, few_at_most = memory_after(50, 5)
        many, many_at_most = memory_after(1000, 10)
    finally:
        tracemalloc.stop()
    assert many - few < 4096
    assert many_at_most - few_at_most < 4096


def test_an_epoch_of_many_steps_needs_no_more_memory_than_one_of_few(member: Any, examples_for: Any) -> None:
    """The buffers are those of a batch: a step's share of the epoch's own bookkeeping is a few numbers."""
    peaks = []
    for m in (100, 1100):
        members, examples = [member((20, 20), output="sigmoid", batch_size=1)], examples_for("sigmoid", np.float32, m)
        architecture = architecture_of(shape_of(members[0]), (20, 20), n_x=5, n_y=1)
        state = initial_state(members, architecture, seed=0, dtype=np.dtype(np.float32))
        runner = EpochRunner(architecture, members, state, examples)
        runner.run(0, learning_rates(members, 0, 2), EpochDraws(0, 0))
        tracemalloc.start()
        try:
            runner.run(1, learning_rates(members, 1, 2), EpochDraws(0, 1))
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    bytes_per_step = (peaks[1] - peaks[0]) / 1000
    assert bytes_per_step < 100  # one array of a layer's units, kept at each step, would be more


def test_draws_depend_on_seed_epoch_and_purpose_alone() -> None:
    draws = EpochDraws(3, 5)
    draws.dropout(1).random(100)
    np.testing.assert_array_equal(draws.order(20), EpochDraws(3, 5).order(20))
    assert not np.array_equal(draws.order(20), EpochDraws(3, 6).order(20))
    assert not np.array_equal(draws.order(20), EpochDraws(4, 5).order(20))
    for seed, epoch in ((3, 6), (4, 5)):
        others = EpochDraws(seed, epoch)
        assert draws.augmentation().random() != others.augmentation().random()
        assert draws.dropout(2).random() != others.dropout(2).random()
    assert draws.dropout(1).random() != draws.dropout(2).random() != draws.augmentation().random()
