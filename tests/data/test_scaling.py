import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sklearn.preprocessing import StandardScaler

from nnsearch.data import scaling as module
from nnsearch.data.scaling import CHUNK, Scaling, measure


def fit_scaling(X, normalization) -> Scaling:
    return module.fit_scaling(normalization, X.shape[1], measure([X]))


def test_standard_agrees_with_scikit_learn() -> None:
    X = np.random.default_rng(0).normal(3.0, [0.1, 5.0, 100.0], (CHUNK // 3 + 100, 3))
    ours = fit_scaling(X, "standard").apply(X)
    np.testing.assert_allclose(ours, StandardScaler().fit_transform(X), atol=1e-5)


def test_unit_divides_bytes_by_the_brightest() -> None:
    X = np.array([[0, 51, 255]], np.uint8)
    np.testing.assert_array_equal(fit_scaling(X, "unit").apply(X), np.float32([[0.0, 0.2, 1.0]]))


def test_none_leaves_numbers_as_they_are() -> None:
    X = np.array([[1.5, -2.0]])
    np.testing.assert_array_equal(fit_scaling(X, "none").apply(X), X)


@pytest.mark.parametrize("normalization", ["standard", "unit", "none"])
def test_the_output_is_contiguous_float32(normalization: str) -> None:
    X = np.asfortranarray(np.random.default_rng(0).normal(size=(7, 3)))
    scaled = fit_scaling(X, normalization).apply(X)
    assert scaled.dtype == np.float32
    assert scaled.flags.c_contiguous


def test_a_constant_feature_whose_deviation_rounds_above_zero_gets_scale_one() -> None:
    X = np.full((1000, 1), np.float32(0.1)).astype(np.float64)
    X[:, 0] += 0.2
    assert fit_scaling(X, "standard").scale[0] == 1
    assert measure([X]).constant.tolist() == [True]


def test_a_constant_pixel_gets_scale_one() -> None:
    X = np.array([[0, 1], [0, 3]], np.uint8)
    scaling = fit_scaling(X, "standard")
    assert scaling.scale.tolist() == [1.0, 1.0]
    assert scaling.mean.tolist() == [0.0, 2.0]


def test_a_deviation_below_float32_never_becomes_a_scale_of_zero() -> None:
    X = np.array([[0.0], [1e-300]])
    assert fit_scaling(X, "standard").scale[0] == 1


def test_a_value_far_outside_the_training_range_becomes_infinite_without_a_warning() -> None:
    scaling = fit_scaling(np.array([[0.0], [1e-30]]), "standard")
    assert np.isinf(scaling.apply(np.array([[1e30]]))[0, 0])


def test_small_steps_around_a_huge_number_are_lost_precision() -> None:
    X = np.array([[1e9, 1e3], [1e9 + 1, 1e3 + 1], [1e9 + 2, 1e3 + 2]])
    assert measure([X]).lost_precision.tolist() == [True, False]


def test_a_huge_constant_is_not_lost_precision() -> None:
    assert measure([np.full((3, 1), 1e9 + 30)]).lost_precision.tolist() == [False]


@given(
    hnp.arrays(
        np.float64,
        hnp.array_shapes(min_dims=2, max_dims=2, max_side=6),
        elements=st.floats(-3e38, 3e38, allow_nan=False),
    )
)
def test_the_scale_is_never_zero_and_everything_stays_finite(X: np.ndarray) -> None:
    scaling = fit_scaling(X, "standard")
    assert (scaling.scale > 0).all()
    assert np.isfinite(scaling.mean).all()
    assert np.isfinite(scaling.scale).all()
