"""Regression metrics against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

from nnsearch.core.errors import DataError
from nnsearch.training.metrics import regression_metrics


def test_metrics_are_scikit_learns() -> None:
    random = np.random.default_rng(0)
    y, predicted = random.standard_normal(50), random.standard_normal(50)
    metrics = regression_metrics(y, predicted)
    assert metrics.rmse == pytest.approx(root_mean_squared_error(y, predicted))
    assert metrics.mae == pytest.approx(mean_absolute_error(y, predicted))
    assert metrics.r2 == pytest.approx(r2_score(y, predicted))


@pytest.mark.parametrize("predicted", [1.0, 2.0])
def test_equal_targets_are_met_or_not(predicted: float) -> None:
    y, guess = np.ones(3), np.full(3, predicted)
    assert regression_metrics(y, guess).r2 == r2_score(y, guess)


@pytest.mark.parametrize("exponent", [-700, 700])
def test_no_unit_is_too_small_or_too_large(exponent: int) -> None:
    random = np.random.default_rng(0)
    y, predicted = random.standard_normal(50), random.standard_normal(50)
    plain, scaled = (regression_metrics(np.ldexp(y, e), np.ldexp(predicted, e)) for e in (0, exponent))
    assert scaled.r2 == plain.r2
    assert (scaled.rmse, scaled.mae) == (np.ldexp(plain.rmse, exponent), np.ldexp(plain.mae, exponent))


def test_metrics_of_float32_are_computed_in_float64() -> None:
    y = np.full(10_000, 1e4, np.float32)
    assert regression_metrics(y, y + 1).rmse == 1.0


@pytest.mark.parametrize("predicted", [np.zeros(0), np.zeros(4)])
def test_predictions_that_do_not_fit_the_targets_are_refused(predicted: np.ndarray) -> None:
    with pytest.raises(DataError, match="as many predictions as targets"):
        regression_metrics(predicted[:3], predicted)
