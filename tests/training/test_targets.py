import numpy as np
import pytest

from nnsearch.training.targets import TargetScaling, target_scaling

Y = np.random.default_rng(0).normal(3, 2, 101)


def test_targets_get_mean_0_and_deviation_1():
    scaled = target_scaling(Y).apply(Y, np.dtype(np.float64))
    np.testing.assert_allclose([scaled.mean(), scaled.std()], [0, 1], atol=1e-12)


def test_a_scaling_has_the_bits_of_the_plain_formula():
    scaling = target_scaling(Y)
    assert (scaling.mean, scaling.scale) == (Y.mean(), Y.std())
    np.testing.assert_array_equal(scaling.apply(Y, np.dtype(np.float32)), ((Y - Y.mean()) / Y.std()).astype(np.float32))


@pytest.mark.parametrize("unit", [1e-300, 1e-200, 1e200, 1e307])
@pytest.mark.parametrize("centered", [True, False])
def test_no_unit_is_too_small_or_too_large(unit, centered):
    y = np.abs(Y)
    plain, scaled = (target_scaling(y * u, centered=centered).apply(y * u, np.dtype(np.float32)) for u in (1, unit))
    np.testing.assert_allclose(scaled, plain, rtol=1e-5, atol=1e-6)


def test_the_whole_range_of_numbers_can_be_scaled():
    y = np.array([-1.7e308, 1.7e308])
    np.testing.assert_array_equal(target_scaling(y).apply(y, np.dtype(np.float32)), [-1, 1])


def test_equal_targets_are_not_divided():
    assert target_scaling(np.full(7, 0.1)) == TargetScaling(0.1, 1.0)


def test_targets_that_are_only_divided_keep_their_zero():
    assert target_scaling(np.array([0.0, 2.0, 4.0]), centered=False) == TargetScaling(0.0, 2.0)


def test_what_the_type_cannot_hold_is_infinite():
    assert np.isinf(TargetScaling().apply(np.array([1e60]), np.dtype(np.float32))).all()
