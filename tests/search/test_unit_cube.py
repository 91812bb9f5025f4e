from __future__ import annotations

import numpy as np
import pytest

from nnsearch.search.space import Space
from nnsearch.search.study_file import parse_study
from nnsearch.search.unit_cube import LENGTHS, Axis, UnitCube
from nnsearch.training.hyperparameters import HYPERPARAMETERS, LAYERS, UNITS

TEXT = """
[data]
source = "moons"
samples = 100
[network]
hidden = { layers = { low = 1, high = 3 }, units = { low = 4, high = 64, scale = "pow2" } }
[training]
batch_size = { choices = [16, 32, 64] }
optimizer = { choices = ["gradient_descent", "adam"] }
learning_rate = { low = 1e-4, high = 1e-1, scale = "log" }
beta1 = { low = 0.8, high = 0.99, scale = "1-beta" }
l2 = { low = 0.0, high = 2.0, scale = "linear" }
"""


@pytest.fixture
def space():
    return Space(parse_study(TEXT, name="x"))


@pytest.fixture
def cube(space):
    return UnitCube(space)


def axis_of(space, name):
    return Axis(next(dimension for dimension in space.dimensions if dimension.name == name))


@pytest.mark.parametrize("name", ["learning_rate", "beta1", "l2"])
def test_a_value_of_a_continuum_has_its_quantile(space, name):
    axis = axis_of(space, name)
    quantiles = np.linspace(0.01, 0.99, 9)
    assert axis.quantiles([axis.value(q) for q in quantiles]) == pytest.approx(quantiles)
    assert axis.snapped(quantiles) is quantiles


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("layers", (1, 2, 3)),
        ("units_1", (4, 8, 16, 32, 64)),
        ("batch_size", (16, 32, 64)),
        ("optimizer", ("gradient_descent", "adam")),
    ],
)
def test_quantiles_of_the_same_value_are_one(space, name, values):
    axis = axis_of(space, name)
    quantiles = np.linspace(0, 1, 200)
    snapped = axis.snapped(quantiles)
    assert len(set(snapped.tolist())) == len(values)
    assert [axis.true_value(q) for q in np.unique(snapped)] == list(values)
    assert axis.quantiles([axis.value(q) for q in snapped]) == pytest.approx(snapped)
    # Ends count as much as what lies between them, and rounding does not change what is meant.
    inside = np.abs(quantiles * len(values) % 1 - 0.5) < 0.45
    assert [axis.true_value(q) for q in snapped[inside]] == [axis.true_value(q) for q in quantiles[inside]]


@pytest.mark.parametrize("name", ["layers", "units_1"])
def test_a_whole_number_on_a_log_scale_is_where_it_is_rounded_to(name):
    text = TEXT.replace('scale = "pow2"', 'scale = "log"').replace("high = 3 }", 'high = 4, scale = "log" }')
    axis = axis_of(Space(parse_study(text, name="x")), name)
    drawn = np.linspace(0, 1, 999)
    places = axis.quantiles([axis.value(q) for q in drawn])
    assert [axis.true_value(q) for q in places] == [axis.true_value(q) for q in drawn]


def test_what_does_not_act_is_nothing(space, cube):
    names = [dimension.name for dimension in space.dimensions]
    points = cube.trials(np.random.default_rng(0).random((200, len(names))))
    for point in points:
        values = space.true_values(cube.parameters(point))
        assert set(values) == {name for name, quantile in zip(names, point, strict=True) if not np.isnan(quantile)}
        assert ("units_3" in values) == (values["layers"] == 3)
        assert ("beta1" in values) == (values["optimizer"] == "adam")


def test_trials_and_points_are_two_words_for_the_same(cube):
    points = cube.trials(np.random.default_rng(1).random((100, len(cube.axes))))
    again = cube.points([cube.parameters(point) for point in points])
    assert np.allclose(again, points, equal_nan=True)


def test_true_values_have_the_points_of_what_was_sampled(space, cube):
    points = cube.trials(np.random.default_rng(1).random((50, len(cube.axes))))
    parameters = [cube.parameters(point) for point in points]
    values = [space.true_values(own) for own in parameters]
    assert any("beta1" not in own for own in values)
    assert cube.points_at(values) == pytest.approx(cube.points(parameters), abs=1e-12, nan_ok=True)


def test_no_trials_are_no_points(cube):
    assert cube.points([]).shape == (0, len(cube.axes))


def test_features_are_within_0_and_1_and_choices_as_far_apart_as_ends(space, cube):
    points = cube.trials(np.random.default_rng(2).random((50, len(cube.axes))))
    features = cube.features(points)
    assert features.shape == (50, 4 + 3 + 2 + 3)
    assert features.min() >= 0
    assert features.max() <= 1
    kinds = axis_of(space, "batch_size").features(np.array([1 / 6, 5 / 6, np.nan]))
    assert np.linalg.norm(kinds[0] - kinds[1]) == pytest.approx(1)
    assert not kinds[2].any()
    assert axis_of(space, "l2").features(np.array([0.25, np.nan])).tolist() == [[0.25], [0.5]]


def test_lengths_go_with_features_and_are_least_for_the_learning_rate(cube):
    lengths = cube.lengths
    assert len(lengths) == cube.features(cube.points([{}])).shape[1]
    names = [axis.name for axis in cube.axes for _ in axis.lengths]
    assert names.count("batch_size") == 3
    assert names[int(np.argmin(lengths))] == "learning_rate"
    assert sorted(lengths)[1] > 1


def test_every_hyperparameter_has_a_length_and_what_is_tuned_first_the_least():
    rules = [*HYPERPARAMETERS.values(), LAYERS, UNITS]
    assert {rule.priority for rule in rules} == set(LENGTHS)
    assert sorted(LENGTHS.values()) == [LENGTHS[priority] for priority in sorted(LENGTHS)]


def test_learning_rates_to_choose_among_tell_something_of_each_other():
    text = TEXT.replace('{ low = 1e-4, high = 1e-1, scale = "log" }', "{ choices = [1e-3, 1e-2] }")
    assert axis_of(Space(parse_study(text, name="x")), "learning_rate").lengths == [1.0, 1.0]
