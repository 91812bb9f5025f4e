from dataclasses import replace

import numpy as np
import pytest

from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.training.evaluation import Evaluator, predict
from nnsearch.training.examples import examples_from
from nnsearch.training.final_metrics import final_metrics, train_and_measure
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import architecture_of, initial_state, shape_of
from nnsearch.training.segment import Segment
from nnsearch.training.trainer import train


def trained(source, keep_prob=1.0):
    examples = examples_from(load_data(DataSpec(source)))
    member = Hyperparameters(
        hidden=(8,), activation=("relu",), output=examples.output, keep_prob=(keep_prob,), learning_rate=0.01
    )
    result = train(Segment((member,), (8,), 0, 20, 20), examples)
    return member, result, examples


@pytest.mark.parametrize("source", ["iris", "moons"])
def test_the_dev_error_is_the_curves_last(source):
    member, result, examples = trained(source)
    metrics = final_metrics(member, (8,), result.state, examples)
    assert metrics["dev_error"] == pytest.approx(result.curves[0].values["dev_error"][-1])


@pytest.mark.parametrize("source", ["iris", "moons"])
def test_near_ties_are_missed_as_the_curve_misses_them(source):
    examples = examples_from(load_data(DataSpec(source)))
    member = Hyperparameters(hidden=(), activation=(), output=examples.output)
    architecture = architecture_of(shape_of(member), (), n_x=examples.n_x, n_y=examples.n_y)
    state = initial_state([member], architecture, seed=0, dtype=np.dtype(np.float32))
    random, by_probability, by_metrics, by_curve = np.random.default_rng(0), [], [], []
    for _ in range(50):
        state.theta[...] = random.standard_normal(state.theta.shape) * 1e-7
        A = predict(architecture, [member], state, examples.X_dev)[0]
        by_probability.append(((A[0] > 0.5 if len(A) == 1 else A.argmax(axis=0)) != examples.y_dev).mean())
        by_metrics.append(final_metrics(member, (), state, examples)["dev_error"])
        by_curve.append(Evaluator(architecture, [member], state, examples).dev().error[0])
    assert by_metrics == by_curve != by_probability


def test_the_training_error_is_that_of_the_whole_network():
    member, result, examples = trained("moons", keep_prob=0.5)
    whole = final_metrics(member, (8,), result.state, examples)["train_error"]
    assert whole < result.curves[0].values["train_error"][-1]


def test_regression_has_rmse_mae_and_r2_in_the_targets_unit():
    member, result, examples = trained("diabetes")
    metrics = final_metrics(member, (8,), result.state, examples)
    assert metrics["dev_rmse"] == pytest.approx(result.curves[0].values["dev_error"][-1], rel=1e-5)
    assert metrics["dev_mae"] < metrics["dev_rmse"] < float(np.std(examples.y_dev)) * examples.target_scale * 1.1
    assert 0.2 < metrics["dev_r2"] < 1


def test_only_members_that_have_ended_with_weights_to_keep_are_measured():
    examples = examples_from(load_data(DataSpec("moons")))
    member = Hyperparameters(hidden=(8,), activation=("relu",), output=examples.output, learning_rate=0.01)
    diverging = replace(member, optimizer="gradient_descent", learning_rate=1e30)
    steady = replace(diverging, learning_rate=0.1)
    segment = Segment((steady, diverging, steady), (8,), 0, 4, 2)
    half = train_and_measure(segment, examples)
    assert half.metrics == {}

    rest = replace(segment, until=4, state=half.state)
    whole = train_and_measure(rest, examples)
    assert set(whole.metrics) == {0, 2} - set(whole.diverged)
    assert whole.metrics[2] == final_metrics(steady, (8,), whole.state.take([2]), examples)


def test_a_member_that_stops_early_is_measured_with_its_best_weights():
    examples = examples_from(load_data(DataSpec("moons")))
    member = Hyperparameters(hidden=(8,), activation=("relu",), output=examples.output, learning_rate=0.3, patience=2)
    segment = Segment((member,), (8,), 0, 200, 100)
    result = train_and_measure(segment, examples)
    assert result.state.epoch < 100
    best = result.curves[0].values["dev_error"][result.stopped[0] - 1]
    assert result.metrics[0]["dev_error"] == pytest.approx(best)
