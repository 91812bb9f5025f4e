"""Small examples and populations whose members differ in everything that may differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from nnsearch.training.examples import Examples, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import container_of
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState
from nnsearch.training.trainer import train


def make_examples(output: str = "softmax", dtype: type = np.float64, m: int = 50, n_x: int = 5) -> Examples:
    """Make examples that a small network can learn but not at once; the last mini-batch is a smaller one."""
    random = np.random.default_rng(11)
    X = random.standard_normal((m + 20, n_x))
    score = X @ random.standard_normal(n_x) + 0.3 * random.standard_normal(m + 20)
    kind = np.dtype(dtype)
    y = {
        "softmax": np.digitize(score, [-1, 1]),
        "sigmoid": (score > 0).astype(kind),
        "linear": score.astype(kind),
        "relu": np.abs(score).astype(kind),
    }[output]
    rows = with_ones(X, kind)
    return Examples(rows[:m], y[:m], rows[m:], y[m:], n_y=3 if output == "softmax" else 1, output=output)


def make_member(hidden: Sequence[int] = (6, 4), **changes: object) -> Hyperparameters:
    """Make one member; ``activation`` may be one name for all layers."""
    values: dict[str, object] = {"activation": "tanh", "output": "softmax", "batch_size": 16} | changes
    if isinstance(values["activation"], str):
        values["activation"] = (values["activation"],) * len(hidden)
    return Hyperparameters(hidden=tuple(hidden), **values)


def make_population(**shared: object) -> tuple[Hyperparameters, ...]:
    """Make five members that differ in every column, two of them narrower than the container."""
    base = make_member(**shared)
    columns = [
        {"learning_rate": 0.01, "l2": 0.5, "beta1": 0.5, "init_scale": 0.5},
        {"learning_rate": 0.003, "l1": 0.1, "beta2": 0.9, "epsilon": 1e-3, "schedule": "exponential", "decay": 0.2},
        {"learning_rate": 0.02, "warmup": 2.0, "initializer": "small", "batch_norm_momentum": 0.5},
        {"learning_rate": 0.001, "dampening": False, "schedule": "cosine"},
        {"learning_rate": 0.01, "bias_correction": True, "schedule": "inverse_time", "decay": 1.0},
    ]
    members = [replace(base, **{**values, **shared_columns(shared)}) for values in columns]
    if base.hidden:
        members[1] = replace(members[1], hidden=tuple(max(1, units - 1) for units in base.hidden))
        members[3] = replace(members[3], hidden=(1, *base.hidden[1:]))
    return tuple(members)


def shared_columns(shared: dict[str, object]) -> dict[str, object]:
    """Leave to the columns what they set themselves; the shape's fields are shared."""
    return {name: value for name, value in shared.items() if name not in {"hidden", "activation"}}


def make_segment(members: Sequence[Hyperparameters], until: int = 4, **changes: object) -> Segment:
    """Make a segment of a training of six epochs."""
    values: dict[str, object] = {"container": container_of(members), "seed": 7, "epochs": 6} | changes
    return Segment(members=tuple(members), until=until, **values)


def run(members: Sequence[Hyperparameters], examples: Examples, until: int = 4, **changes: object) -> SegmentResult:
    """Train."""
    return train(make_segment(members, until, **changes), examples)


def state_bytes(state: PopulationState, row: int) -> list[bytes]:
    """Return everything a state holds of one member."""
    return [array.tobytes() for name, array in sorted(state.take([row]).to_arrays().items()) if name != "epoch"]


@pytest.fixture(scope="session")
def examples_for() -> Callable[..., Examples]:
    """Make examples for an output and a type."""
    return make_examples


@pytest.fixture(scope="session")
def member() -> Callable[..., Hyperparameters]:
    """Make one member."""
    return make_member


@pytest.fixture(scope="session")
def population() -> Callable[..., tuple[Hyperparameters, ...]]:
    """Make members that differ in every column."""
    return make_population


@pytest.fixture(scope="session")
def trained() -> Callable[..., SegmentResult]:
    """Train members."""
    return run


@pytest.fixture(scope="session")
def bits() -> Callable[[PopulationState, int], list[bytes]]:
    """Return everything a state holds of one member, as bytes."""
    return state_bytes
