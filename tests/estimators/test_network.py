from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import parametrize_with_checks
from threadpoolctl import threadpool_info, threadpool_limits

from nnsearch.estimators import NetworkClassifier, NetworkRegressor, ParameterError
from nnsearch.estimators import network as network_module
from nnsearch.training.examples import Examples, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment
from nnsearch.training.trainer import train


def numbers(m=60, n_x=3, seed=0):
    random = np.random.default_rng(seed)
    X = random.normal(size=(m, n_x)) * 3 + 1
    return X, X[:, 0] - 2 * X[:, 1] ** 2 + 5


def classes(m=60, n_x=3):
    X, y = numbers(m, n_x)
    return X, np.digitize(y, np.quantile(y, [0.3, 0.6]))


@parametrize_with_checks(
    [
        NetworkClassifier(),
        NetworkRegressor(),
        NetworkClassifier(hidden=(), learning_rate=0.03, dtype="float64"),
    ]
)
def test_scikit_learns_own_check_passes(estimator, check):
    check(estimator)


def test_a_fit_is_the_trainers_population_of_one():
    X, y = classes()
    network = NetworkClassifier(hidden=5, epochs=3, batch_size=16, standardize=False, random_state=4).fit(X, y)
    member = Hyperparameters(hidden=(5,), activation=("relu",), output="softmax", batch_size=16)
    rows = with_ones(X, np.dtype(np.float32))
    result = train(Segment((member,), (5,), 4, epochs=3, until=3), Examples(rows, y, rows[:9], y[:9], 3, "softmax"))
    np.testing.assert_array_equal(network.coefs_[0], result.state.theta[0, : 5 * 4].reshape(5, 4)[:, :3].T)


def test_the_trainer_stops_early_by_a_dev_set_only():
    X, y = classes()
    member = Hyperparameters(hidden=(5,), activation=("relu",), output="softmax", patience=2)
    rows = with_ones(X, np.dtype(np.float32))
    result = train(Segment((member,), (5,), 0, epochs=9, until=9), Examples(rows, y, rows[:0], y[:0], 3, "softmax"))
    assert (result.diverged, result.stopped) == ({0: 1}, {})


def test_the_same_seed_gives_the_same_bits():
    X, y = numbers()
    first, second = (
        NetworkRegressor(epochs=3, keep_prob=0.8, early_stopping=True, random_state=1).fit(X, y) for _ in range(2)
    )
    np.testing.assert_array_equal(first.predict(X), second.predict(X))


def test_another_seed_gives_another_network():
    X, y = numbers()
    first, second = (NetworkRegressor(epochs=3, random_state=seed).fit(X, y) for seed in (1, 2))
    assert not np.array_equal(first.coefs_[0], second.coefs_[0])


def test_a_second_fit_forgets_the_first():
    X, y = numbers()
    network = NetworkRegressor(epochs=3, random_state=0).fit(-X, y)
    assert network.fit(X, y).loss_curve_ == clone(network).fit(X, y).loss_curve_


def test_the_loss_curve_has_one_falling_cost_per_epoch():
    X, y = numbers()
    network = NetworkRegressor(epochs=20, learning_rate=0.01, random_state=0).fit(X, y)
    assert (len(network.loss_curve_), network.n_iter_) == (20, 20)
    assert network.loss_ == network.loss_curve_[-1] < network.loss_curve_[0] / 2


def test_as_many_partial_fits_as_epochs_are_one_fit():
    X, y = numbers()
    parameters = {"epochs": 4, "schedule": "cosine", "keep_prob": 0.7, "batch_norm": True, "random_state": 3}
    whole, parts = NetworkRegressor(**parameters).fit(X, y), NetworkRegressor(**parameters)
    for _ in range(4):
        parts.partial_fit(X, y)
    np.testing.assert_array_equal(parts.predict(X), whole.predict(X))
    assert parts.loss_curve_ == whole.loss_curve_


def test_partial_fit_goes_on_after_a_fit():
    X, y = numbers()
    network = NetworkRegressor(epochs=2, random_state=0).fit(X, y)
    assert network.partial_fit(X, y).n_iter_ == 3


def test_partial_fit_keeps_the_scaling_of_its_first_call():
    X, y = numbers()
    network = NetworkRegressor(random_state=0).partial_fit(X, y)
    mean = network.input_mean_
    np.testing.assert_array_equal(network.partial_fit(X + 100, y).input_mean_, mean)


def test_partial_fit_takes_a_new_learning_rate():
    X, y = numbers()
    slow, fast = (NetworkRegressor(random_state=0).partial_fit(X, y) for _ in range(2))
    fast.set_params(learning_rate=0.1)
    assert not np.array_equal(slow.partial_fit(X, y).coefs_[0], fast.partial_fit(X, y).coefs_[0])


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("hidden", (5, 5), r"hidden must stay \(64, 32\)"),
        ("optimizer", "momentum", "optimizer must stay 'adam'"),
        ("batch_norm", True, "batch_norm must stay False"),
        ("dtype", "float64", "dtype must stay float32"),
    ],
)
def test_partial_fit_refuses_a_network_of_another_shape(name, value, rule):
    X, y = numbers()
    network = NetworkRegressor().partial_fit(X, y).set_params(**{name: value})
    with pytest.raises(ParameterError, match=rule):
        network.partial_fit(X, y)


def test_partial_fit_refuses_early_stopping():
    with pytest.raises(ParameterError, match="partial_fit needs early_stopping=False"):
        NetworkRegressor(early_stopping=True).partial_fit(*numbers())


def test_early_stopping_ends_before_the_last_epoch():
    X, y = numbers()
    noise = np.random.default_rng(1).normal(size=len(y))
    network = NetworkRegressor(early_stopping=True, patience=5, learning_rate=0.01, epochs=500, random_state=0)
    network.fit(X, noise)
    assert len(network.loss_curve_) == len(network.validation_errors_) == network.n_iter_ < 500
    assert network.n_iter_ == np.argmin(network.validation_errors_) + 1 + 5


def test_early_stopping_restores_the_best_weights():
    X, y = numbers()
    parameters = {"learning_rate": 0.01, "early_stopping": True, "patience": 5, "random_state": 0}
    stopped = NetworkRegressor(epochs=500, **parameters).fit(X, np.random.default_rng(1).normal(size=len(y)))
    best = int(np.argmin(stopped.validation_errors_)) + 1
    shorter = NetworkRegressor(epochs=best, **parameters).fit(X, np.random.default_rng(1).normal(size=len(y)))
    np.testing.assert_array_equal(stopped.coefs_[0], shorter.coefs_[0])


def test_scaling_is_that_of_the_examples_that_are_not_held_out(monkeypatch):
    X, y = numbers()
    X[:, 0] **= 3
    seen = []
    monkeypatch.setattr(
        network_module, "train", lambda segment, examples: seen.append(examples) or train(segment, examples)
    )
    network = NetworkRegressor(early_stopping=True, validation_fraction=0.4, epochs=1, random_state=0).fit(X, y)
    examples = seen[0]
    np.testing.assert_allclose(examples.X_train.mean(axis=0), [0, 0, 0, 1], atol=1e-6)
    np.testing.assert_allclose(examples.y_train.std(), 1, rtol=1e-6)
    trained_on = examples.y_train * network.target_scale_ + network.target_mean_
    assert network.target_mean_ == pytest.approx(trained_on.mean()) != pytest.approx(y.mean())


def test_partial_fit_after_early_stopping_holds_nothing_out():
    X, y = numbers()
    network = NetworkRegressor(epochs=3, early_stopping=True, random_state=0).fit(X, y)
    errors = list(network.validation_errors_)
    network.set_params(early_stopping=False).partial_fit(X, y)
    assert network.validation_errors_ == errors
    assert len(network.loss_curve_) == len(errors) + 1


def test_steps_are_counted_whatever_the_calls_sizes(monkeypatch):
    X, y = numbers()
    before = []
    monkeypatch.setattr(
        network_module, "train", lambda segment, examples: before.append(segment.steps) or train(segment, examples)
    )
    network = NetworkRegressor(batch_size=10, epochs=2, random_state=0).fit(X, y)
    for m in (25, 5, 60):
        network.partial_fit(X[:m], y[:m])
    assert before == [0, 12, 15, 16]


def test_the_first_large_call_after_small_ones_takes_steps_like_another():
    X, y = numbers(m=100)
    moved = []
    for calls in ((100, 100), (100, *(10,) * 10)):  # twenty steps each
        network = NetworkRegressor(hidden=(), batch_size=10, learning_rate=1e-9, random_state=0)
        for m in calls:
            network.partial_fit(X[:m], y[:m])
        before = network.coefs_[0].copy()
        network.partial_fit(X, y)
        moved.append(np.abs(network.coefs_[0] - before).max())
    assert moved[0] == pytest.approx(moved[1], rel=0.3)


def test_without_early_stopping_nothing_is_held_out():
    X, y = numbers()
    assert NetworkRegressor(epochs=1).fit(X, y).validation_errors_ is None


def test_coefs_and_intercepts_are_the_network():
    X, y = numbers()
    network = NetworkRegressor(hidden=(4,), epochs=3, random_state=0).fit(X, y)
    A = (X - network.input_mean_) / network.input_scale_
    A = np.maximum(A @ network.coefs_[0] + network.intercepts_[0], 0) @ network.coefs_[1] + network.intercepts_[1]
    np.testing.assert_allclose(network.predict(X), A[:, 0] * network.target_scale_ + network.target_mean_, rtol=1e-12)


def test_coefs_are_views():
    X, y = numbers()
    network = NetworkRegressor(hidden=(4,), epochs=1).fit(X, y)
    network.coefs_[1][...] = 0
    network.intercepts_[1][...] = 0
    np.testing.assert_array_equal(network.predict(X), network.target_mean_)


def test_a_normalized_layers_intercept_is_its_beta():
    X, y = numbers()
    network = NetworkRegressor(hidden=(4,), batch_norm=True, epochs=3).fit(X, y)
    assert [intercept.shape for intercept in network.intercepts_] == [(4,), (1,)]


def test_layers_are_counted_with_input_and_output():
    assert NetworkRegressor(hidden=(4, 4), epochs=1).fit(*numbers()).n_layers_ == 4


@pytest.mark.parametrize("name", ["coefs_", "intercepts_", "n_layers_"])
def test_an_unfitted_network_has_no_fitted_attributes(name):
    assert not hasattr(NetworkRegressor(), name)


def test_a_pickled_network_predicts_and_goes_on_alike():
    X, y = numbers()
    network = NetworkRegressor(epochs=3, random_state=0).fit(X, y)
    copy = pickle.loads(pickle.dumps(network))
    np.testing.assert_array_equal(copy.predict(X), network.predict(X))
    np.testing.assert_array_equal(copy.partial_fit(X, y).predict(X), network.partial_fit(X, y).predict(X))


def test_a_clone_is_untrained():
    network = clone(NetworkRegressor(hidden=[4, 4], epochs=3).fit(*numbers()))
    with pytest.raises(NotFittedError):
        network.predict(numbers()[0])


def test_column_names_are_remembered():
    X, y = numbers()
    table = pd.DataFrame(X, columns=["a", "b", "c"])
    network = NetworkRegressor(epochs=1).fit(table, y)
    assert list(network.feature_names_in_) == ["a", "b", "c"]


def test_standardized_inputs_make_the_unit_irrelevant():
    X, y = numbers()
    first, second = (NetworkRegressor(epochs=5, random_state=0).fit(X * unit, y) for unit in (1, 1024))
    np.testing.assert_allclose(first.predict(X), second.predict(X * 1024), rtol=1e-5)


def test_inputs_are_left_as_they_are_if_asked():
    network = NetworkRegressor(standardize=False, epochs=1).fit(*numbers())
    assert (network.input_mean_.tolist(), network.input_scale_.tolist()) == ([0, 0, 0], [1, 1, 1])


def test_a_large_mean_does_not_drown_its_small_differences():
    X, y = numbers()
    far, near = (NetworkRegressor(epochs=30, random_state=0).fit(X + shift, y) for shift in (1e9, 0))
    np.testing.assert_allclose(far.predict(X + 1e9), near.predict(X), rtol=1e-3, atol=1e-3)


def test_a_constant_input_and_target_are_no_trouble():
    X = np.full((7, 2), 0.1, np.float32)
    network = NetworkRegressor(epochs=30, random_state=0).fit(X, np.full(7, 0.1))
    assert (network.input_scale_.tolist(), network.target_scale_) == ([1, 1], 1)
    np.testing.assert_allclose(network.predict(X), 0.1, atol=0.05)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_weights_have_the_type_asked_for(dtype):
    assert NetworkRegressor(dtype=dtype, epochs=1).fit(*numbers()).coefs_[0].dtype == dtype


def test_numbers_too_large_for_the_type_are_refused():
    X, y = numbers()
    with pytest.raises(ValueError, match="scaled inputs must fit into float32, got magnitudes up to"):
        NetworkRegressor(standardize=False).fit(X * 1e60, y)


@pytest.mark.parametrize("exponent", [-680, 680, 1015])
def test_targets_of_any_unit_are_learned_alike(exponent):
    X, y = numbers()
    plain, scaled = (NetworkRegressor(epochs=3, random_state=0).fit(X, np.ldexp(y, e)) for e in (0, exponent))
    np.testing.assert_array_equal(scaled.predict(X), np.ldexp(plain.predict(X), exponent))


def test_later_targets_out_of_all_proportion_are_refused():
    X, y = numbers()
    with pytest.raises(ValueError, match=r"scaled targets must fit into float32, got magnitudes up to .* spread of"):
        NetworkRegressor().partial_fit(X, y).partial_fit(X, y * 1e60)


def test_a_diverging_fit_says_when_and_what_to_do():
    X, y = numbers()
    network = NetworkRegressor(optimizer="gradient_descent", learning_rate=1e6, random_state=0)
    with pytest.raises(ValueError, match=r"training diverged in epoch \d+: lower learning_rate \(now 1e\+06\)"):
        network.fit(X, y)


def test_a_diverging_partial_fit_leaves_the_network_as_it_was():
    X, y = numbers()
    network = NetworkRegressor(optimizer="gradient_descent", random_state=0).partial_fit(X, y)
    before = network.predict(X)
    with pytest.raises(ValueError, match="training diverged"):
        network.set_params(learning_rate=1e300, dtype="float32").partial_fit(X, y)
    np.testing.assert_array_equal(network.predict(X), before)


def test_a_fit_uses_one_blas_thread(monkeypatch):
    seen = []

    def watched(segment, examples):
        seen.extend(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
        return train(segment, examples)

    monkeypatch.setattr(network_module, "train", watched)
    with threadpool_limits(2, user_api="blas"):
        NetworkRegressor(epochs=1).fit(*numbers())
    assert set(seen) == {1}
