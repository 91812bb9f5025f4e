"""States as rows: taking, stacking, and the way through arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nnsearch.core.errors import LedgerError
from nnsearch.training.state import PopulationState, concatenate


@pytest.fixture
def state(population: Any, examples_for: Any, trained: Any) -> PopulationState:
    """Five members after an epoch of Adam with batch norm and early stopping."""
    return trained(population(batch_norm=True, patience=5), examples_for("softmax"), until=1).state


def test_taking_copies_rows_in_the_order_given(state: PopulationState, bits: Any) -> None:
    taken = state.take([3, 0, 3])
    assert [bits(taken, row) for row in range(3)] == [bits(state, row) for row in (3, 0, 3)]
    taken.theta[...] = 0
    assert state.theta.any()


def test_stacking_undoes_taking(state: PopulationState, bits: Any) -> None:
    again = concatenate([state.take([0, 1]), state.take([2]), state.take([3, 4])])
    assert again.epoch == state.epoch
    assert [bits(again, row) for row in range(5)] == [bits(state, row) for row in range(5)]


def test_arrays_hold_everything(state: PopulationState, bits: Any) -> None:
    again = PopulationState.from_arrays(state.to_arrays())
    assert again.epoch == state.epoch
    assert [bits(again, row) for row in range(5)] == [bits(state, row) for row in range(5)]
    assert len(again.moments) == 2


def test_a_missing_array_is_named(state: PopulationState) -> None:
    arrays = state.to_arrays()
    del arrays["running"]
    with pytest.raises(LedgerError, match="lacks the array 'running'"):
        PopulationState.from_arrays(arrays)


def test_before_the_first_epoch_nothing_is_best(state: PopulationState) -> None:
    assert np.isfinite(state.best_error).all()
    assert (state.best_epoch == 1).all()
