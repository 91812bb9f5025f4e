"""Optuna's own densities are the oracle."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.samplers import TPESampler
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator

from nnsearch.search.density import Density

RANGES = {"rate": FloatDistribution(1e-3, 1, log=True), "share": FloatDistribution(0, 1)}
SPACE = {**RANGES, "kind": CategoricalDistribution(("a", "b", "c"))}


def _densities() -> tuple[Density, _ParzenEstimator]:
    draw = np.random.default_rng(3)
    values = {
        "rate": np.exp(draw.uniform(np.log(1e-3), 0, 30)),
        "kind": draw.integers(0, 3, 30).astype(float),
        "share": np.append(draw.uniform(size=28), [0.0, 1.0]),  # on the edges, too
    }
    parameters = TPESampler()._parzen_estimator_parameters
    return Density(values, SPACE, parameters), _ParzenEstimator(values, SPACE, parameters)


def test_its_densities_are_optunas() -> None:
    ours, optunas = _densities()
    points = {
        "rate": np.array([1e-3, 0.01, 0.5, 1.0]),
        "kind": np.array([0.0, 1.0, 2.0, 0.0]),
        "share": np.array([0.0, 0.3, 0.999, 1.0]),
    }
    assert ours.log_pdf(points) == pytest.approx(optunas.log_pdf(points), rel=1e-9)


def test_it_draws_within_the_ranges_what_optuna_draws() -> None:
    ours, optunas = (density.sample(np.random.RandomState(5), 2000) for density in _densities())
    assert list(ours["kind"]) == list(optunas["kind"])
    for name, limits in RANGES.items():
        assert ours[name] == pytest.approx(optunas[name], rel=1e-9)
        assert limits.low <= ours[name].min() <= ours[name].max() <= limits.high


def test_a_probability_of_nothing_or_everything_is_drawn_from_the_range() -> None:
    class Extreme(np.random.RandomState):
        """Draws 0 and the largest number below 1."""

        def uniform(self, size: tuple[int, int]) -> Any:
            return np.where(np.arange(size[1]) % 2, np.nextafter(1.0, 0.0), 0.0) * np.ones(size)

    drawn = _densities()[0].sample(Extreme(1), 200)
    for name, limits in RANGES.items():
        assert np.isfinite(drawn[name]).all()
        assert limits.low <= drawn[name].min() <= drawn[name].max() <= limits.high


def test_steps_are_refused() -> None:
    with pytest.raises(TypeError, match="the distribution of 'n' must have no steps, got IntDistribution"):
        Density({"n": np.ones(3)}, {"n": IntDistribution(0, 3)}, TPESampler()._parzen_estimator_parameters)
