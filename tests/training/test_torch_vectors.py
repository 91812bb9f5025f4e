"""nnsearch against PyTorch, by vectors that ``tests/oracles/make_torch_vectors.py`` has written."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnsearch.nn.architecture import Architecture
from nnsearch.nn.network import Network, Stack
from nnsearch.nn.regularizers import penalty, weight_mask
from nnsearch.training.epoch import _Penalty
from nnsearch.training.examples import Examples, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import architecture_of, column, initial_state, shape_of
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.trainer import train

FILE = Path(__file__).parents[1] / "oracles" / "torch_vectors.npz"
FLOAT64 = np.dtype(np.float64)
TOLERANCE = 1e-10

with np.load(FILE, allow_pickle=False) as _file:
    VECTORS = {name: _file[name] for name in _file.files}


def names(kind: str) -> list[str]:
    return sorted({name.split("/")[1] for name in VECTORS if name.startswith(f"{kind}/")})


def vectors(kind: str, name: str) -> dict[str, np.ndarray]:
    prefix = f"{kind}/{name}/"
    return {key.removeprefix(prefix): values for key, values in VECTORS.items() if key.startswith(prefix)}


def relative_difference(a: np.ndarray, b: np.ndarray) -> float:
    assert np.shape(a) == np.shape(b)
    total = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / total) if total else 0.0


def member_of(case: dict[str, Any]) -> Hyperparameters:
    known = {field.name for field in fields(Hyperparameters)}
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in case.items() if name in known}
    return Hyperparameters(**{"batch_size": 1000} | values)


def examples_of(case: dict[str, Any], found: dict[str, np.ndarray]) -> Examples:
    X, y = with_ones(found["X"], FLOAT64), found["y"]
    return Examples(X, y, X, y, n_y=3 if case["output"] == "softmax" else 1, output=case["output"])


class Differentiated:
    """One network of the vectors, after a training pass of ours."""

    def __init__(self, name: str) -> None:
        self.torch = vectors("network", name)
        case = json.loads(str(self.torch["case"]))
        member = member_of(case)
        self.examples = examples_of(case, self.torch)
        self.architecture: Architecture = architecture_of(
            shape_of(member), member.hidden, n_x=self.examples.n_x, n_y=self.examples.n_y
        )
        state = initial_state((member,), self.architecture, seed=0, dtype=FLOAT64)
        self.running = state.running
        self.theta = self.torch["theta"][None].copy()
        self.gradient = np.empty_like(self.theta)
        self.stack = Stack(self.theta, self.running, np.array([member.hidden], np.int64).reshape(1, -1))
        network = Network(self.architecture, self.stack, self.examples.m, self.gradient)
        network.differentiate(self.examples.X_train, self.examples.y_train, memory=np.full((1, 1, 1), 0.9))
        l1, l2, weights = column([member.l1]), column([member.l2]), weight_mask(self.architecture, FLOAT64)
        _Penalty(weights, l1, l2, self.examples.m, FLOAT64).add_gradient(self.theta, self.gradient)
        self.loss = network.output.loss.mean()
        self.cost = self.loss + penalty(self.theta, weights, l1, l2, self.examples.m)[0]


@pytest.fixture(scope="module", params=names("network"))
def network(request: pytest.FixtureRequest) -> Differentiated:
    """Each network of the vectors."""
    return Differentiated(request.param)


def test_the_cost_is_torchs(network: Differentiated) -> None:
    assert relative_difference(network.cost, network.torch["cost"]) <= TOLERANCE


def test_the_gradient_is_torchs_in_every_part(network: Differentiated) -> None:
    expected = network.torch["gradient"][None]
    assert relative_difference(network.gradient, expected) <= TOLERANCE
    for block in network.architecture.blocks:
        views = [block.weights, block.bias] + ([block.gamma, block.beta] if block.normalized else [])
        for view in views:
            assert relative_difference(view(network.gradient), view(expected)) <= TOLERANCE


def test_outputs_in_evaluation_are_torchs(network: Differentiated) -> None:
    stack = replace(network.stack, running=network.torch["given_running"][None].copy())
    evaluator = Network(network.architecture, stack, network.examples.m)
    outputs = evaluator.predict(network.examples.X_train)
    assert relative_difference(outputs[0].T, network.torch["evaluated_output"]) <= TOLERANCE
    evaluator.evaluate(network.examples.X_train, network.examples.y_train)
    assert relative_difference(evaluator.output.loss.mean(), network.torch["evaluated_loss"]) <= TOLERANCE


def test_running_averages_are_torchs_with_the_batchs_own_variance(network: Differentiated) -> None:
    expected = biased(network.architecture, network.torch["running"], network.examples.m, untouched=0.9)
    assert relative_difference(network.running[0], expected) <= TOLERANCE


def biased(architecture: Architecture, running: np.ndarray, m: int, untouched: float) -> np.ndarray:
    """Turn torch's averages of unbiased variances into averages of the batches' own; they start at 1."""
    converted, start = running.copy(), 0
    for units in architecture.hidden if len(running) else ():
        variances = converted[start + units : start + 2 * units]
        variances[...] = untouched + (variances - untouched) * (m - 1) / m
        start += 2 * units
    return converted


class Stepped:
    """One optimizer's steps of the vectors, done by our trainer: an epoch is one step over the whole batch."""

    def __init__(self, name: str) -> None:
        self.torch = vectors("steps", name)
        case = json.loads(str(self.torch["case"]))
        self.member, self.examples = member_of(case), examples_of(case, self.torch)
        self.architecture = architecture_of(
            shape_of(self.member), self.member.hidden, n_x=self.examples.n_x, n_y=self.examples.n_y
        )

    def run(self, steps: int) -> SegmentResult:
        start = initial_state((self.member,), self.architecture, seed=0, dtype=FLOAT64)
        start = replace(start, theta=self.torch["theta"][None])
        return train(Segment((self.member,), self.member.hidden, 0, steps, steps, state=start), self.examples)


@pytest.fixture(scope="module", params=names("steps"))
def steps(request: pytest.FixtureRequest) -> Stepped:
    """Each optimizer of the vectors, in each of its variants."""
    return Stepped(request.param)


def test_the_first_step_is_torchs(steps: Stepped) -> None:
    assert relative_difference(steps.run(1).state.theta[0], steps.torch["first"]) <= TOLERANCE


def test_ten_steps_are_torchs(steps: Stepped) -> None:
    result = steps.run(10)
    assert relative_difference(result.state.theta[0], steps.torch["last"]) <= TOLERANCE
    assert relative_difference(np.array(result.curves[0].values["train_cost"]), steps.torch["costs"]) <= TOLERANCE


def test_running_averages_after_ten_steps_are_torchs(steps: Stepped) -> None:
    memory, state = steps.member.batch_norm_momentum, steps.run(10).state
    expected = biased(steps.architecture, steps.torch["running"], steps.examples.m, untouched=memory**10)
    assert relative_difference(state.running[0], expected) <= TOLERANCE
