from __future__ import annotations

import numpy as np
import pytest
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV, cross_val_score

from nnsearch.estimators import NetworkRegressor

X, Y = load_diabetes(return_X_y=True)


def test_diabetes_is_predicted():
    network = NetworkRegressor(hidden=(32, 16), l2=10.0, epochs=60, random_state=0)
    assert cross_val_score(network, X, Y, cv=3).mean() > 0.4


def test_no_hidden_layer_is_ridge_regression():
    inputs = (X - X.mean(axis=0)) / X.std(axis=0)
    network = NetworkRegressor(
        hidden=(), l2=3.0, optimizer="momentum", learning_rate=0.4, batch_size=500, epochs=4000, dtype="float64"
    )
    np.testing.assert_allclose(network.fit(X, Y).predict(X), Ridge(alpha=3.0).fit(inputs, Y).predict(inputs), rtol=1e-6)


def test_the_unit_of_the_targets_is_irrelevant():
    first, second = (NetworkRegressor(epochs=3, random_state=0).fit(X, Y * unit) for unit in (1, 2.0**40))
    np.testing.assert_allclose(first.predict(X) * 2.0**40, second.predict(X), rtol=1e-12)


def test_validation_errors_are_in_the_targets_unit():
    errors = [
        NetworkRegressor(epochs=3, early_stopping=True, random_state=0).fit(X, Y * unit).validation_errors_
        for unit in (1, 1024)
    ]
    np.testing.assert_allclose(np.array(errors[0]) * 1024, errors[1], rtol=1e-12)


def test_one_example_is_enough():
    network = NetworkRegressor(epochs=200, learning_rate=0.01, random_state=0).fit(X[:1], Y[:1])
    assert network.predict(X[:1])[0] == pytest.approx(Y[0], abs=0.05)


def test_predictions_do_not_depend_on_their_company():
    network = NetworkRegressor(epochs=3, random_state=0).fit(X, Y)
    alone = np.concatenate([network.predict(X[i : i + 1]) for i in range(20)])
    np.testing.assert_allclose(alone, network.predict(X)[:20], rtol=1e-12)


def test_a_grid_search_finds_the_better_penalty():
    search = GridSearchCV(NetworkRegressor(epochs=30, random_state=0), {"l2": [10.0, 1e6]}, cv=2, error_score="raise")
    assert search.fit(X, Y).best_params_ == {"l2": 10.0}
