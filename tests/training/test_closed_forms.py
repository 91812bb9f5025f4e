"""Training against answers known without training."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from nnsearch.training.evaluation import predict
from nnsearch.training.population import architecture_of, shape_of


def test_linear_regression_by_gradient_descent_finds_the_least_squares(
    member: Any, examples_for: Any, trained: Any
) -> None:
    examples = examples_for("linear")
    descent = member((), output="linear", optimizer="gradient_descent", learning_rate=0.3, batch_size=50)
    theta = trained([descent], examples, until=400, epochs=400).state.theta[0]
    solution = np.linalg.lstsq(examples.X_train, examples.y_train, rcond=None)[0]
    np.testing.assert_allclose(theta, solution, rtol=1e-9)


def test_l2_regularized_linear_regression_finds_the_ridge_solution(
    member: Any, examples_for: Any, trained: Any
) -> None:
    examples, lambd = examples_for("linear"), 5.0
    descent = member((), output="linear", optimizer="gradient_descent", learning_rate=0.3, batch_size=50, l2=lambd)
    theta = trained([descent], examples, until=400, epochs=400).state.theta[0]
    X, penalized = examples.X_train, np.diag([lambd] * 5 + [0.0])
    np.testing.assert_allclose(theta, np.linalg.solve(X.T @ X + penalized, X.T @ examples.y_train), rtol=1e-9)


@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_penalized_logistic_and_softmax_regression_agree_with_scikit_learn(
    output: str, member: Any, examples_for: Any, trained: Any
) -> None:
    examples, lambd = examples_for(output), 1.0
    one = member((), output=output, optimizer="momentum", learning_rate=1.0, batch_size=50, l2=lambd)
    state = trained([one], examples, until=1500, epochs=1500).state
    oracle = LogisticRegression(C=1 / lambd, tol=1e-12, max_iter=10_000)
    oracle.fit(examples.X_train[:, :-1], examples.y_train)
    probabilities = predict(architecture_of(shape_of(one), (), n_x=5, n_y=examples.n_y), [one], state, examples.X_dev)
    expected = oracle.predict_proba(examples.X_dev[:, :-1])
    np.testing.assert_allclose(probabilities[0].T, expected[:, -examples.n_y :], atol=1e-7)
