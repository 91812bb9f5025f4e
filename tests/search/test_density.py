"""Optuna's own densities are the oracle."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.samplers import TPESampler
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator

from nnsearch.search.density import Density

SPACE = {
    "rate": FloatDistribution(1e-3, 1, log=True),
    "share": FloatDistribution(0, 1),
    "kind": CategoricalDistribution(("a", "b", "c")),
}
RANGES = {name: limits for name, limits in SPACE.items() if isinstance(limits, FloatDistribution)}
PARAMETERS = TPESampler()._parzen_estimator_parameters


def _values(name: str) -> NDArray[Any]:
    draw = np.random.default_rng(3)
    if name == "kind":
        return draw.integers(0, 3, 30).astype(float)
    share = np.append(draw.uniform(size=28), [0.0, 1.0])  # on the edges, too
    return np.asarray(1e-3 ** (1 - share) if name == "rate" else share)


def _densities(name: str) -> tuple[Density, _ParzenEstimator]:
    values = _values(name)
    return Density(values, SPACE[name], PARAMETERS), _ParzenEstimator({name: values}, {name: SPACE[name]}, PARAMETERS)


@pytest.mark.parametrize(
    ("name", "points"),
    [("rate", [1e-3, 0.01, 0.5, 1.0]), ("kind", [0.0, 1.0, 2.0, 0.0]), ("share", [0.0, 0.3, 0.999, 1.0])],
)
def test_its_densities_are_optunas(name: str, points: list[float]) -> None:
    ours, optunas = _densities(name)
    expected = optunas.log_pdf({name: np.array(points)})
    assert ours.log_density(np.array(points)) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("name", RANGES)
def test_it_draws_within_the_range_what_optuna_draws(name: str) -> None:
    ours, optunas = _densities(name)
    drawn = ours.draw(np.random.RandomState(5), 2000)
    assert drawn == pytest.approx(optunas.sample(np.random.RandomState(5), 2000)[name], rel=1e-9)
    assert RANGES[name].low <= drawn.min() <= drawn.max() <= RANGES[name].high


def test_it_draws_the_choices_that_optuna_draws() -> None:
    ours, optunas = _densities("kind")
    expected = optunas.sample(np.random.RandomState(5), 2000)["kind"]
    assert list(ours.draw(np.random.RandomState(5), 2000)) == list(expected)


@pytest.mark.parametrize("name", RANGES)
def test_a_probability_of_nothing_or_everything_is_drawn_from_the_range(name: str) -> None:
    class Extreme(np.random.RandomState):
        """Draws 0 and the largest number below 1."""

        def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
            return np.where(np.arange(size) % 2, np.nextafter(1.0, 0.0), 0.0)

    drawn = _densities(name)[0].draw(Extreme(1), 200)
    assert np.isfinite(drawn).all()
    assert RANGES[name].low <= drawn.min() <= drawn.max() <= RANGES[name].high


def test_steps_are_refused() -> None:
    with pytest.raises(TypeError, match="a distribution must have no steps, got IntDistribution"):
        Density(np.ones(3), IntDistribution(0, 3), PARAMETERS)
