"""Evaluation: no dropout, running averages, no penalty, and chunks that do not show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import log_loss, zero_one_loss

from nnsearch.nn.network import Network
from nnsearch.training import evaluation
from nnsearch.training.evaluation import CHUNK, Evaluator, logits, predict
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import architecture_of, container_of, shape_of
from nnsearch.training.scores import measure
from nnsearch.training.state import PopulationState


def architecture(members: list[Hyperparameters], examples: Examples) -> Any:
    return architecture_of(shape_of(members[0]), container_of(members), n_x=examples.n_x, n_y=examples.n_y)


def with_dev(examples: Examples, m: int) -> Examples:
    """Repeat training examples as a dev set of a given size."""
    rows = np.arange(m) % examples.m
    return replace(examples, X_dev=examples.X_train[rows], y_dev=examples.y_train[rows])


@pytest.fixture
def learned(
    population: Any, examples_for: Any, trained: Any
) -> tuple[list[Hyperparameters], Examples, PopulationState]:
    """Members with dropout, penalties and batch norm, trained, and a dev set of more than one chunk."""
    members = [replace(member, keep_prob=(0.5, 0.5)) for member in population(batch_norm=True)]
    examples = with_dev(examples_for("softmax"), CHUNK + 37)
    return members, examples, trained(members, examples).state


def test_dev_cost_and_error_are_scikit_learns_of_the_predictions(learned: Any) -> None:
    members, examples, state = learned
    dev = Evaluator(architecture(members, examples), members, state, examples).dev()
    A = predict(architecture(members, examples), members, state, examples.X_dev)
    for k in range(len(members)):
        assert dev.cost[k] == pytest.approx(log_loss(examples.y_dev, A[k].T), rel=1e-10)
        assert dev.error[k] == pytest.approx(zero_one_loss(examples.y_dev, A[k].argmax(axis=0)))


def test_evaluation_changes_nothing(learned: Any, bits: Any) -> None:
    members, examples, state = learned
    before = [bits(state, row) for row in range(state.members)]
    evaluator = Evaluator(architecture(members, examples), members, state, examples)
    np.testing.assert_array_equal(evaluator.dev().cost, evaluator.dev().cost)
    assert [bits(state, row) for row in range(state.members)] == before


def test_predictions_do_not_depend_on_what_is_predicted_beside_them(learned: Any) -> None:
    members, examples, state = learned
    A = predict(architecture(members, examples), members, state, examples.X_dev)
    again = predict(architecture(members, examples), members, state, examples.X_dev[: examples.m])
    np.testing.assert_allclose(A[:, :, : examples.m], again, rtol=1e-12)


@pytest.mark.parametrize("objective", ["auc", "f1"])
def test_an_objective_is_measured_without_a_second_pass(learned: Any, objective: str, monkeypatch: Any) -> None:
    members, examples, state = learned
    passes: list[int] = []
    whole = Network.logits

    def counted(self: Network, X: Any) -> Any:
        passes.append(X.shape[0])
        return whole(self, X)

    monkeypatch.setattr(Network, "logits", counted)
    found = Evaluator(architecture(members, examples), members, state, examples, objective).dev()
    assert passes == [CHUNK, 37]
    Z = logits(architecture(members, examples), members, state, examples.X_dev)
    np.testing.assert_array_equal(found.objective, measure(objective, Z, examples.y_dev, examples))


def test_predictions_of_many_chunks_need_two_networks(learned: Any, monkeypatch: Any) -> None:
    members, examples, state = learned
    sizes: list[int] = []

    class Counted(Network):
        def __init__(self, architecture: Any, stack: Any, batch: int) -> None:
            sizes.append(batch)
            super().__init__(architecture, stack, batch)

    monkeypatch.setattr(evaluation, "Network", Counted)
    predict(architecture(members, examples), members, state, np.tile(examples.X_dev, (3, 1)))
    assert sizes == [CHUNK, (3 * (CHUNK + 37)) % CHUNK]


def test_regression_errors_are_in_the_targets_own_unit(member: Any, examples_for: Any, trained: Any) -> None:
    one, examples = member(output="linear"), examples_for("linear")
    scaled = replace(examples, target_scale=100.0)
    plain, wide = (trained([one], given).curves[0].values for given in (examples, scaled))
    assert wide["dev_error"] == pytest.approx([100 * error for error in plain["dev_error"]])
    assert wide["train_error"] == pytest.approx([100 * error for error in plain["train_error"]])
    assert wide["dev_cost"] == plain["dev_cost"]
