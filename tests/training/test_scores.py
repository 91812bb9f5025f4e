"""Objectives of populations against scikit-learn's functions, member by member."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest
from scipy.special import logit, logsumexp, softmax
from sklearn import metrics

from nnsearch.training.objectives import OBJECTIVES
from nnsearch.training.scores import SCORES, _log_odds, measure

MEMBERS, M = 5, 211


def logits_of(classes: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Logits of populations with many ties and unbalanced labels: of more classes, the same examples twice."""
    random = np.random.default_rng(seed)
    shares = np.arange(1, classes + 1) / np.arange(1, classes + 1).sum()
    y = random.choice(classes, M, p=shares)
    Z = random.standard_normal((MEMBERS, classes, M)) + 1.2 * (y == np.arange(classes)[:, None])
    if classes == 2:
        return np.round(Z[:, 1:] - Z[:, :1], 1).astype(np.float32), y
    Z[:, :, M // 2 :] = Z[:, :, : M - M // 2]
    return Z.astype(np.float32), y


BINARY = {
    "f1": lambda y, z: metrics.f1_score(y, z[0] > 0),
    "auc": lambda y, z: metrics.roc_auc_score(y, z[0]),
    "balanced_error": lambda y, z: 1 - metrics.balanced_accuracy_score(y, z[0] > 0),
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
    Z, y = logits_of(2)
    found = measure(name, Z, y.astype(np.float32), examples_for("sigmoid"))
    np.testing.assert_allclose(found, [BINARY[name](y, Z[k]) for k in range(MEMBERS)], rtol=1e-12)


@pytest.mark.parametrize("name", MANY)
def test_many_classes_are_judged_as_scikit_learn_does(name: str, examples_for: Any) -> None:
    Z, y = logits_of(4)
    A = softmax(Z.astype(np.float64), axis=1)
    found = measure(name, Z, y, examples_for("softmax"))
    np.testing.assert_allclose(found, [MANY[name](y, A[k]) for k in range(MEMBERS)], rtol=1e-12)


def test_auc_is_scikit_learns_one_against_the_rest(examples_for: Any) -> None:
    Z, y = logits_of(3)
    A = softmax(Z.astype(np.float64), axis=1)
    wanted = [metrics.roc_auc_score(y, A[k].T, multi_class="ovr", average="macro") for k in range(MEMBERS)]
    np.testing.assert_allclose(measure("auc", Z, y, examples_for("softmax")), wanted, rtol=1e-12)


def test_auc_tells_examples_apart_whose_probabilities_are_1(examples_for: Any) -> None:
    z, y = np.arange(40, 50, dtype=np.float32), np.arange(10) >= 5
    assert measure("auc", z[None, None], y, examples_for("sigmoid")) == [1.0]
    Z = np.stack([z, -z, np.zeros_like(z)])[None]
    assert measure("auc", Z, np.where(y, 0, 2), examples_for("softmax")) == [1.0]


def test_log_odds_are_those_of_softmax_probabilities() -> None:
    Z = np.random.default_rng(0).standard_normal((5, 30))
    np.testing.assert_allclose(_log_odds(Z), logit(softmax(Z, axis=0)), rtol=1e-12)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e3, 1e6])
def test_log_odds_neither_vanish_nor_cancel(scale: float) -> None:
    Z = scale * np.random.default_rng(0).standard_normal((5, 30))
    wanted = [Z[c] - logsumexp(np.delete(Z, c, axis=0), axis=0) for c in range(5)]
    np.testing.assert_allclose(_log_odds(Z), wanted, rtol=1e-12)


@pytest.mark.parametrize("name", ["auc", "f1"])
def test_a_population_is_judged_in_a_share_of_its_logits_memory(name: str, examples_for: Any) -> None:
    Z = np.random.default_rng(0).standard_normal((64, 1, 20_000)).astype(np.float32)
    y, examples = (np.arange(20_000) % 2).astype(np.float32), examples_for("sigmoid")
    tracemalloc.start()
    try:
        measure(name, Z, y, examples)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < Z.nbytes / 2


def test_a_relu_output_is_judged_by_what_it_puts_out(examples_for: Any) -> None:
    y = np.array([0.0, 1.0, 2.0])
    Z = np.array([[[-5.0, 1.0, 2.0]]])
    assert measure("mae", Z, y, examples_for("relu")) == [0.0]
    assert measure("mae", Z, y, examples_for("linear")) == [5 / 3]


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
    Z, y = logits_of(2 if regression else 4)
    examples = examples_for("linear" if regression else "softmax")
    together = measure(name, Z, y, examples)
    alone = [measure(name, Z[k : k + 1], y, examples)[0] for k in range(MEMBERS)]
    assert together.tobytes() == np.array(alone).tobytes()


def test_every_objective_beside_cost_and_error_can_be_measured() -> None:
    assert {name for name, objective in OBJECTIVES.items() if objective.measured} == set(SCORES)
