"""A member's curve and weights have the same bits alone, beside others, pruned, restored or cut anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnsearch.core.atomic_files import read_arrays, write_arrays
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import (
    ACTIVATION_NAMES,
    INITIALIZER_NAMES,
    OPTIMIZER_NAMES,
    SCHEDULE_NAMES,
    Hyperparameters,
)
from nnsearch.training.population import container_of
from nnsearch.training.segment import SegmentResult
from nnsearch.training.state import PopulationState, concatenate

Train = Callable[..., SegmentResult]
Bits = Callable[[PopulationState, int], list[bytes]]

METHODS: dict[str, dict[str, Any]] = {
    "softmax regression": {"hidden": ()},
    "gradient descent": {"optimizer": "gradient_descent"},
    "momentum": {"optimizer": "momentum"},
    "rmsprop": {"optimizer": "rmsprop"},
    "adam": {"optimizer": "adam"},
    "relu": {"activation": "relu"},
    "leaky relu": {"activation": "leaky_relu"},
    "sigmoid": {"activation": "sigmoid"},
    "an activation per layer": {"activation": ("relu", "sigmoid")},
    "binary": {"output": "sigmoid"},
    "regression": {"output": "linear"},
    "regression of numbers never negative": {"output": "relu"},
    "batch norm": {"batch_norm": True},
    "batch norm with sigmoid": {"batch_norm": True, "activation": "sigmoid"},
    "input dropout": {"input_keep_prob": 0.8},
    "stochastic": {"batch_size": 1},
    "whole batch": {"batch_size": 1000},
    "early stopping": {"patience": 1},
    "everything": {"batch_norm": True, "input_keep_prob": 0.9, "activation": "sigmoid", "patience": 2},
}
VARIED = {
    "dropout": [(1.0, 1.0), (0.5, 1.0), (0.9, 0.7), (1.0, 0.4), (0.6, 0.6)],
    "clipping": [None, 0.1, 1e-3, None, 1.0],
    "patience": [3, 1, 1, 4, 2],
}


def members_of(population: Callable[..., tuple[Hyperparameters, ...]], method: str) -> list[Hyperparameters]:
    members = population(**METHODS[method])
    if not members[0].hidden:
        return list(members)
    return [
        replace(member, keep_prob=keep_prob, clip_norm=clip_norm, patience=member.patience and patience)
        for member, keep_prob, clip_norm, patience in zip(members, *VARIED.values(), strict=True)
    ]


def same_member(
    bits: Bits, one: tuple[SegmentResult, int], other: tuple[SegmentResult, int], curves: bool = True
) -> None:
    (first, row), (second, other_row) = one, other
    assert bits(first.state, row) == bits(second.state, other_row)
    if curves:
        assert repr(first.curves[row].values) == repr(second.curves[other_row].values)
    assert first.stopped.get(row) == second.stopped.get(other_row)
    assert first.diverged.get(row) == second.diverged.get(other_row)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("method", METHODS)
def test_a_population_of_k_is_k_populations_of_one(
    method: str, dtype: type, population: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    members = members_of(population, method)
    examples: Examples = examples_for(members[0].output, dtype)
    together = trained(members, examples)
    assert together.state.theta.dtype == dtype
    for row, own in enumerate(members):
        alone = trained([own], examples, container=container_of(members))
        same_member(bits, (together, row), (alone, 0))


@pytest.mark.parametrize("method", METHODS)
def test_pruning_midway_changes_nothing_for_those_who_stay(
    method: str, population: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    members = members_of(population, method)
    examples: Examples = examples_for(members[0].output, np.float32)
    whole, container = trained(members, examples, until=4), container_of(members)
    half = trained(members, examples, until=2)
    kept = [3, 0]
    assert not set(kept) & set(half.stopped)
    rest = trained([members[row] for row in kept], examples, state=half.state.take(kept), container=container)
    for position, row in enumerate(kept):
        same_member(bits, (whole, row), (rest, position), curves=False)
        assert rest.curves[position].first == 3
        assert whole.curves[row].values["train_cost"][2:] == rest.curves[position].values["train_cost"]


@pytest.mark.parametrize("method", METHODS)
def test_a_checkpoint_restored_midway_changes_nothing(
    method: str, population: Any, examples_for: Any, trained: Train, bits: Bits, tmp_path: Path
) -> None:
    members = [replace(member, patience=None) for member in members_of(population, method)]
    examples: Examples = examples_for(members[0].output, np.float32)
    whole = trained(members, examples, until=4)
    write_arrays(tmp_path / "state.npz", trained(members, examples, until=2).state.to_arrays())
    restored = PopulationState.from_arrays(read_arrays(tmp_path / "state.npz"))
    rest = trained(members, examples, until=4, state=restored)
    for row in range(len(members)):
        same_member(bits, (whole, row), (rest, row), curves=False)


def test_early_stopping_takes_members_out_while_others_go_on(
    population: Any, examples_for: Any, trained: Train
) -> None:
    members = members_of(population, "early stopping")
    result = trained(members, examples_for("softmax", np.float32))
    assert 0 < len(result.stopped) < len(members)


def test_early_stopping_goes_on_from_a_checkpoint_as_if_never_cut(
    population: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    members, examples = population(patience=3, optimizer="momentum"), examples_for("softmax", np.float32)
    whole = trained(members, examples, until=6)
    half = trained(members, examples, until=2)
    assert not half.stopped
    rest = trained(members, examples, until=6, state=half.state)
    for row in range(len(members)):
        same_member(bits, (whole, row), (rest, row), curves=False)


def test_a_segment_cut_by_seconds_goes_on_with_the_same_bits(
    population: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    members, examples = population(batch_norm=True), examples_for("softmax", np.float32)
    whole = trained(members, examples)
    part = trained(members, examples, seconds=0.0)
    assert part.state.epoch == 1
    while part.state.epoch < 4:
        part = trained(members, examples, state=part.state, seconds=0.0)
    for row in range(len(members)):
        same_member(bits, (whole, row), (part, row), curves=False)


def test_members_may_join_others_midway(population: Any, examples_for: Any, trained: Train, bits: Bits) -> None:
    members, examples = population(), examples_for("softmax", np.float32)
    container = container_of(members)
    halves = [trained(part, examples, until=2, container=container) for part in (members[:2], members[2:])]
    joined = trained(members, examples, state=concatenate([half.state for half in halves]))
    whole = trained(members, examples)
    for row in range(len(members)):
        same_member(bits, (whole, row), (joined, row), curves=False)


def test_rows_longer_than_numpys_buffers_have_the_same_bits(
    member: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    members: Sequence[Hyperparameters] = [
        member((120, 90), clip_norm=limit, l1=0.1, l2=0.1, learning_rate=rate)
        for limit, rate in ((0.5, 0.1), (0.1, 0.01), (None, 0.003))
    ]
    examples: Examples = examples_for("softmax", np.float32)
    together = trained(members, examples, until=2)
    assert together.state.theta.shape[1] > 8192
    for row, own in enumerate(members):
        same_member(bits, (together, row), (trained([own], examples, until=2), 0))


@pytest.mark.parametrize("count", [90])
def test_many_members_do_not_change_each_others_dev_sums(
    count: int, member: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    examples: Examples = examples_for("softmax", np.float32, 40)
    random = np.random.default_rng(0)
    members = [member((3,), learning_rate=float(10 ** random.uniform(-3, 0)), l2=0.01) for _ in range(count)]
    together = trained(members, examples, until=1)
    for row in range(0, count, 7):
        same_member(bits, (together, row), (trained([members[row]], examples, until=1), 0))


EXTREMES = (1e3, 1e7, 1e12, 1e20, 1e30, 1e37)


@pytest.mark.parametrize("optimizer", ["gradient_descent", "momentum", "rmsprop", "adam"])
@pytest.mark.parametrize(("activation", "output"), [("tanh", "sigmoid"), ("tanh", "linear"), ("leaky_relu", "sigmoid")])
def test_members_diverge_alike_alone_and_beside_penalized_and_clipped_ones(
    activation: str, output: str, optimizer: str, member: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    shape = {"activation": activation, "output": output, "optimizer": optimizer}
    tame = member(**shape, l1=0.1, l2=0.1, clip_norm=1.0, keep_prob=(0.5, 1.0))
    members = [*(member(**shape, learning_rate=rate) for rate in EXTREMES), tame]
    examples: Examples = examples_for(output, np.float32)
    together = trained(members, examples)
    assert together.diverged
    for row, own in enumerate(members):
        same_member(bits, (together, row), (trained([own], examples), 0))


@st.composite
def populations(draw: st.DrawFn) -> list[Hyperparameters]:
    """Draw members of one shape that differ in everything else."""
    depth = draw(st.integers(0, 3))
    layers = {"min_size": depth, "max_size": depth}
    shape: dict[str, Any] = {
        "activation": tuple(draw(st.lists(st.sampled_from(ACTIVATION_NAMES), **layers))),
        "output": draw(st.sampled_from(["softmax", "sigmoid", "linear", "relu"])),
        "optimizer": draw(st.sampled_from(OPTIMIZER_NAMES)),
        "batch_norm": draw(st.booleans()),
        "batch_size": draw(st.sampled_from([1, 7, 16, 50])),
    }
    drops_inputs, stops_early = draw(st.booleans()), draw(st.booleans())
    members = []
    for _ in range(draw(st.integers(2, 4))):
        own: dict[str, Any] = {
            "hidden": tuple(draw(st.lists(st.integers(1, 9), **layers))),
            "keep_prob": tuple(draw(st.lists(st.sampled_from([0.3, 0.8, 1.0]), **layers))),
            "input_keep_prob": draw(st.sampled_from([0.5, 0.9])) if drops_inputs else 1.0,
            "initializer": draw(st.sampled_from([None, *INITIALIZER_NAMES])),
            "learning_rate": draw(st.sampled_from([1e-4, 0.01, 1.0, 1e8])),
            "beta1": draw(st.sampled_from([0.0, 0.9, 0.99])),
            "l1": draw(st.sampled_from([0.0, 0.1])),
            "l2": draw(st.sampled_from([0.0, 0.1, 10.0])),
            "clip_norm": draw(st.sampled_from([None, 0.01, 1.0])),
            "schedule": draw(st.sampled_from([name for name in SCHEDULE_NAMES if name != "manual"])),
            "decay": draw(st.sampled_from([0.0, 0.1])),
            "patience": draw(st.integers(1, 3)) if stops_early else None,
        }
        members.append(Hyperparameters(**shape, **own))
    return members


@settings(max_examples=60, deadline=None, derandomize=True)
@given(members=populations(), dtype=st.sampled_from([np.float32, np.float64]))
def test_any_population_of_k_is_k_populations_of_one(
    members: list[Hyperparameters], dtype: type, examples_for: Any, trained: Train, bits: Bits
) -> None:
    examples: Examples = examples_for(members[0].output, dtype, 30)
    together, container = trained(members, examples), container_of(members)
    for row, own in enumerate(members):
        same_member(bits, (together, row), (trained([own], examples, container=container), 0))


def test_training_leaves_the_state_it_starts_from(
    population: Any, examples_for: Any, trained: Train, bits: Bits
) -> None:
    members, examples = population(batch_norm=True, patience=2), examples_for("softmax")
    half = trained(members, examples, until=1).state
    before = [bits(half, row) for row in range(len(members))]
    trained(members, examples, until=3, state=half)
    assert [bits(half, row) for row in range(len(members))] == before


def test_the_same_segment_gives_the_same_bits_twice_and_another_seed_others(
    population: Any, examples_for: Any, trained: Train
) -> None:
    members, examples = population(), examples_for("softmax", np.float32)
    first, second, other = (trained(members, examples, seed=seed).state.theta.tobytes() for seed in (7, 7, 8))
    assert first == second != other
