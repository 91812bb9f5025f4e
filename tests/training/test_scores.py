"""Objectives of populations against scikit-learn's functions, member by member."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn import metrics

from nnsearch.training.objectives import OBJECTIVES
from nnsearch.training.scores import SCORES, measure

MEMBERS, M = 5, 211


def outputs_of(classes: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of populations with many ties and unbalanced labels."""
    random = np.random.default_rng(seed)
    shares = np.arange(1, classes + 1) / np.arange(1, classes + 1).sum()
    y = random.choice(classes, M, p=shares)
    raw = np.exp(random.standard_normal((MEMBERS, classes, M)) + 1.2 * (y == np.arange(classes)[:, None]))
    A = np.round(raw / raw.sum(axis=1, keepdims=True), 2).astype(np.float32)
    return (A if classes > 2 else A[:, 1:]), y


BINARY = {
    "f1": lambda y, a: metrics.f1_score(y, a[0] > 0.5),
    "auc": lambda y, a: metrics.roc_auc_score(y, a[0]),
    "balanced_error": lambda y, a: 1 - metrics.balanced_accuracy_score(y, a[0] > 0.5),
}
MANY = {
    "f1": lambda y, a: metrics.f1_score(y, a.argmax(axis=0), average="macro"),
    "auc": lambda y, a: np.mean([metrics.roc_auc_score(y == c, a[c]) for c in range(len(a))]),
    "balanced_error": lambda y, a: 1 - metrics.balanced_accuracy_score(y, a.argmax(axis=0)),
}
NUMBERS = {
    "mae": lambda y, a: metrics.mean_absolute_error(y, a[0]),
    "r2": lambda y, a: metrics.r2_score(y, a[0]),
}


@pytest.mark.parametrize("name", BINARY)
def test_two_classes_are_judged_as_scikit_learn_does(name: str, examples_for: Any) -> None:
    A, y = outputs_of(2)
    found = measure(name, A, y.astype(np.float32), examples_for("sigmoid"))
    np.testing.assert_allclose(found, [BINARY[name](y, A[k]) for k in range(MEMBERS)], rtol=1e-12)


@pytest.mark.parametrize("name", MANY)
def test_many_classes_are_judged_as_scikit_learn_does(name: str, examples_for: Any) -> None:
    A, y = outputs_of(4)
    found = measure(name, A, y, examples_for("softmax"))
    np.testing.assert_allclose(found, [MANY[name](y, A[k]) for k in range(MEMBERS)], rtol=1e-12)


def test_auc_is_scikit_learns_one_against_the_rest_where_probabilities_add_up(examples_for: Any) -> None:
    A, y = outputs_of(3)
    P = A.astype(np.float64) / A.sum(axis=1, keepdims=True, dtype=np.float64)
    wanted = [metrics.roc_auc_score(y, P[k].T, multi_class="ovr", average="macro") for k in range(MEMBERS)]
    np.testing.assert_allclose(measure("auc", P, y, examples_for("softmax")), wanted, rtol=1e-12)


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_are_judged_as_scikit_learn_does(name: str, examples_for: Any) -> None:
    random = np.random.default_rng(0)
    y = random.standard_normal(M)
    A = (y + 0.3 * random.standard_normal((MEMBERS, 1, M))).astype(np.float64)
    found = measure(name, A, y, examples_for("linear"))
    np.testing.assert_allclose(found, [NUMBERS[name](y, A[k]) for k in range(MEMBERS)], rtol=1e-12)


def test_r2_of_equal_targets_is_one_only_if_they_are_met(examples_for: Any) -> None:
    y = np.full(4, 2.0)
    found = measure("r2", np.stack([y, y + 1])[:, None], y, examples_for("linear"))
    assert found.tolist() == [1.0, 0.0]


def test_f1_of_a_class_that_is_neither_there_nor_predicted_does_not_count(examples_for: Any) -> None:
    A = np.zeros((1, 3, 4), np.float32)
    A[0, [0, 0, 1, 1], range(4)] = 1
    y = np.array([0, 0, 1, 0])
    wanted = metrics.f1_score(y, [0, 0, 1, 1], average="macro")
    assert measure("f1", A, y, examples_for("softmax"))[0] == pytest.approx(wanted)


def test_auc_of_a_single_class_is_not_a_number(examples_for: Any) -> None:
    A = np.random.default_rng(0).random((2, 1, 5)).astype(np.float32)
    assert np.isnan(measure("auc", A, np.ones(5, np.float32), examples_for("sigmoid"))).all()


@pytest.mark.parametrize("name", SCORES)
def test_a_members_value_has_the_same_bits_alone(name: str, examples_for: Any) -> None:
    regression = name in NUMBERS
    A, y = outputs_of(2 if regression else 4)
    examples = examples_for("linear" if regression else "softmax")
    together = measure(name, A, y, examples)
    alone = [measure(name, A[k : k + 1], y, examples)[0] for k in range(MEMBERS)]
    assert together.tobytes() == np.array(alone).tobytes()


def test_every_objective_beside_cost_and_error_can_be_measured() -> None:
    assert {name for name, objective in OBJECTIVES.items() if objective.measured} == set(SCORES)
