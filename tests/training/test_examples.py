from dataclasses import replace

import numpy as np
import pytest

from nnsearch.core.errors import SettingsError
from nnsearch.data.load import load_data
from nnsearch.data.spec import Data, DataSpec, Split
from nnsearch.training.examples import examples_from


def regression(y):
    split = Split(np.zeros((len(y), 2), np.float32), np.array(y, np.float32))
    ones = np.ones(2, np.float32)
    return Data("t", "regression", split, split, None, (), ("a", "b"), 0 * ones, ones, None, "0")


@pytest.mark.parametrize(("source", "output"), [("moons", "sigmoid"), ("iris", "softmax"), ("diabetes", "linear")])
def test_the_output_fits_the_task(source, output):
    examples = examples_from(load_data(DataSpec(source)))
    assert examples.output == output
    assert examples.X_train.dtype == np.float32
    assert (examples.X_train[:, -1] == 1).all()


def test_numbers_are_standardized_and_scaled_back_by_what_is_recorded():
    examples = examples_from(regression([10.0, 20.0, 30.0]))
    np.testing.assert_allclose(examples.y_train.mean(), 0, atol=1e-6)
    np.testing.assert_allclose(examples.y_train * examples.target_scale + examples.target_mean, [10, 20, 30])


@pytest.mark.parametrize("unit", [1e-200, 1e200])
@pytest.mark.parametrize("output", ["linear", "relu"])
def test_numbers_are_scaled_before_they_lose_their_range(unit, output):
    data = regression([10.0, 20.0, 30.0])
    split = replace(data.train, y=np.array([10.0, 20.0, 30.0]) * unit)
    plain, scaled = (examples_from(d, output=output) for d in (data, replace(data, train=split, dev=split)))
    np.testing.assert_allclose(scaled.y_train, plain.y_train, rtol=1e-6)
    back = scaled.y_dev.astype(np.float64) * scaled.target_scale + scaled.target_mean
    np.testing.assert_allclose(back, split.y, rtol=1e-6)


def test_a_relu_output_keeps_targets_positive():
    examples = examples_from(regression([0.0, 2.0, 4.0]), output="relu")
    assert examples.target_mean == 0
    assert examples.y_train.min() == 0


def test_a_constant_target_is_left_alone():
    examples = examples_from(regression([0.1] * 5))
    assert examples.target_scale == 1
    np.testing.assert_array_equal(examples.y_train, 0)


@pytest.mark.parametrize(
    ("source", "output", "words"),
    [
        ("diabetes", "sigmoid", "not convex"),
        ("diabetes", "softmax", "linear or relu"),
        ("iris", "linear", "must be softmax for 3 classes"),
        ("moons", "softmax", "must be sigmoid for 2 classes"),
    ],
)
def test_outputs_that_do_not_fit_are_refused(source, output, words):
    with pytest.raises(SettingsError, match=words):
        examples_from(load_data(DataSpec(source)), output=output)


def test_a_relu_output_refuses_negative_targets():
    with pytest.raises(SettingsError, match="reach -1"):
        examples_from(regression([-1.0, 1.0]), output="relu")
