from __future__ import annotations

import numpy as np
import pytest
from sklearn.datasets import load_digits, load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler

from nnsearch.estimators import NetworkClassifier
from nnsearch.estimators import network as network_module
from nnsearch.training.trainer import train

X, Y = load_iris(return_X_y=True)
NAMES = np.array(["setosa", "versicolor", "virginica"])


def test_digits_are_recognized():
    X_train, X_test, y_train, y_test = train_test_split(*load_digits(return_X_y=True), random_state=0, test_size=0.3)
    assert NetworkClassifier(epochs=40, random_state=0).fit(X_train, y_train).score(X_test, y_test) >= 0.96


@pytest.mark.parametrize("classes", [2, 3])
def test_no_hidden_layer_is_the_regression_scikit_learn_solves(classes):
    rows = classes > Y
    inputs = (X[rows] - X[rows].mean(axis=0)) / X[rows].std(axis=0)
    network = NetworkClassifier(
        hidden=(), l2=1.0, optimizer="momentum", learning_rate=0.5, batch_size=150, epochs=3000, dtype="float64"
    )
    oracle = LogisticRegression(C=1.0, tol=1e-10, max_iter=1000).fit(inputs, Y[rows])
    probabilities = network.fit(X[rows], Y[rows]).predict_proba(X[rows])
    np.testing.assert_allclose(probabilities, oracle.predict_proba(inputs), atol=1e-6)


@pytest.mark.parametrize(
    "labels",
    [NAMES, NAMES.astype(object), np.array([-1, 5, 700]), np.array([0.0, 1.0, 2.0])],
    ids=["text", "objects", "integers", "whole floats"],
)
def test_labels_of_any_type_come_back(labels):
    network = NetworkClassifier(epochs=5, random_state=0).fit(X, labels[Y])
    assert network.classes_.tolist() == labels.tolist()
    assert set(network.predict(X)) <= set(labels)


def test_true_and_false_are_labels():
    network = NetworkClassifier(epochs=30, random_state=0).fit(X, Y == 0)
    np.testing.assert_array_equal(network.predict(X), Y == 0)


@pytest.mark.parametrize(("labels", "output", "units"), [(Y == 0, "sigmoid", 1), (Y, "softmax", 3)])
def test_the_output_follows_the_number_of_classes(labels, output, units):
    network = NetworkClassifier(epochs=1).fit(X, labels)
    assert (network.out_activation_, network.n_outputs_) == (output, units)


@pytest.mark.parametrize("labels", [Y == 0, Y])
def test_probabilities_sum_to_one(labels):
    probabilities = NetworkClassifier(epochs=5, random_state=0).fit(X, labels).predict_proba(X)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, rtol=1e-12)


def test_the_columns_of_probabilities_are_in_the_order_of_classes():
    network = NetworkClassifier(epochs=60, random_state=0).fit(X, NAMES[Y])
    assert (network.predict_proba(X)[Y == 0].argmax(axis=1) == 0).all()


def test_log_probabilities_are_logarithms():
    network = NetworkClassifier(epochs=5, random_state=0).fit(X, Y)
    np.testing.assert_allclose(np.exp(network.predict_log_proba(X)), network.predict_proba(X), rtol=1e-12)


def test_a_probability_of_zero_has_no_warning():
    network = NetworkClassifier(hidden=(), epochs=1).fit(X, Y == 0)
    network.intercepts_[0][...] = 1e9
    assert network.predict_log_proba(X)[0].tolist() == [-np.inf, 0]


def test_one_class_is_refused():
    with pytest.raises(ValueError, match=r"a classifier needs at least 2 classes, got 1 class: \['a'\]"):
        NetworkClassifier().fit(X, ["a"] * len(X))


def test_numbers_to_regress_on_are_refused():
    with pytest.raises(ValueError, match="continuous"):
        NetworkClassifier().fit(X, X[:, 0])


def test_the_first_partial_fit_needs_all_classes():
    with pytest.raises(ValueError, match="classes must name all labels in the first call of partial_fit"):
        NetworkClassifier().partial_fit(X, Y)


def test_partial_fit_learns_classes_that_come_later():
    network = NetworkClassifier(random_state=0, batch_size=16, learning_rate=0.01)
    network.partial_fit(X[Y < 2], Y[Y < 2], classes=[0, 1, 2])
    for _ in range(40):
        network.partial_fit(X, Y)
    assert network.score(X, Y) > 0.95


def test_partial_fit_refuses_other_classes():
    network = NetworkClassifier().partial_fit(X, Y, classes=[0, 1, 2])
    with pytest.raises(ValueError, match=r"classes must be the same in every call .* \[0, 1, 2\], got \[0, 1, 2, 3\]"):
        network.partial_fit(X, Y, classes=[0, 1, 2, 3])


def test_partial_fit_refuses_a_label_outside_the_classes():
    network = NetworkClassifier().partial_fit(X, Y, classes=[0, 1, 2])
    with pytest.raises(ValueError, match="previously unseen labels"):
        network.partial_fit(X, Y + 1)


def test_partial_fit_of_a_fitted_classifier_knows_its_classes():
    network = NetworkClassifier(epochs=2).fit(X, NAMES[Y])
    assert network.partial_fit(X[:5], NAMES[Y[:5]]).n_iter_ == 3


def test_early_stopping_holds_out_a_share_of_every_class(monkeypatch):
    held_out = []

    def watched(segment, examples):
        held_out.extend(examples.y_dev.tolist())
        return train(segment, examples)

    monkeypatch.setattr(network_module, "train", watched)
    rare = (np.arange(len(X)) < 20).astype(int)
    NetworkClassifier(early_stopping=True, epochs=1, random_state=0).fit(X, rare)
    assert (len(held_out), sum(held_out)) == (15, 2)


def test_a_class_of_one_example_cannot_be_held_out():
    with pytest.raises(ValueError, match="only 1 member"):
        NetworkClassifier(early_stopping=True).fit(X, np.arange(len(X)) == 0)


def test_cross_validation_works():
    scores = cross_val_score(NetworkClassifier(epochs=60, learning_rate=0.01, random_state=0), X, NAMES[Y], cv=3)
    assert scores.min() > 0.9


def test_a_grid_search_tries_every_parameter():
    grid = {"hidden": [(), (8,), (8, 8)], "keep_prob": [0.8, 1.0], "learning_rate": [0.01]}
    search = GridSearchCV(NetworkClassifier(epochs=10, random_state=0), grid, cv=2, error_score="raise").fit(X, Y)
    assert len(search.cv_results_["params"]) == 6
    assert search.best_score_ > 0.8


def test_it_is_the_last_step_of_a_pipeline():
    pipeline = make_pipeline(MinMaxScaler(), NetworkClassifier(random_state=0))
    pipeline.set_params(networkclassifier__epochs=60, networkclassifier__learning_rate=0.005)
    assert pipeline.fit(X, Y).score(X, Y) > 0.95
