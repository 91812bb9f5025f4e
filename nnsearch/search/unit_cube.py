"""A study's space as the unit cube, one axis for each hyperparameter: what a model of the objective sees of a trial.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from optuna.distributions import CategoricalDistribution, FloatDistribution

from nnsearch.search.dimension import Dimension
from nnsearch.search.gaussian_process import Floats
from nnsearch.search.settings import Scalar
from nnsearch.search.space import Space
from nnsearch.search.startup import place, share_below

CHOICE = math.sqrt(0.5)
"""What stands for a choice that is taken: two different ones are as far apart as the ends of a range."""

LENGTHS = {1: 1 / 3, 2: 1.5, 3: 2.0, 4: 3.0}
"""By priority of a hyperparameter: over which part of its range results are expected to be alike, more or less. What is
usually tuned first is what matters most, and that is the learning rate."""


class Axis:
    """A hyperparameter as quantiles of its distribution.

    Args:
        dimension: the hyperparameter.
    """

    def __init__(self, dimension: Dimension) -> None:
        self.name = dimension.internal_name
        self._dimension = dimension
        self._limits = dimension.internal_distribution()
        values = dimension.values
        # Where there is no continuum: the quantiles that stand for a value each, ascending.
        self._steps = None if values is None else self._places([dimension.internal_value(value) for value in values])

    @property
    def choices(self) -> int:
        """How many choices there are; 0 for a range."""
        return len(self._limits.choices) if isinstance(self._limits, CategoricalDistribution) else 0

    @property
    def lengths(self) -> list[float]:
        """Over which distances results are expected to be alike, for each of :meth:`features`.

        Any two choices are as far apart as the ends of a range, and still tell something of each other.
        """
        length = LENGTHS[self._dimension.rule.priority]
        return [max(length, 1.0)] * self.choices if self.choices else [length]

    def value(self, quantile: float) -> Any:  # Optuna's values
        """Return Optuna's value at a quantile."""
        return place(min(quantile, 1 - 2**-53), self._limits)

    def true_value(self, quantile: float) -> Scalar:
        """Return the value that is meant."""
        return self._dimension.true_value(self.value(quantile))

    def quantiles(self, values: Sequence[Any]) -> Floats:
        """Return the quantiles ``(n,)`` of Optuna's values, the same one for all that mean the same value."""
        if self._steps is None:
            return self._places(values)
        dimension = self._dimension
        return self._places([dimension.internal_value(dimension.true_value(value)) for value in values])

    def snapped(self, quantiles: Floats) -> Floats:
        """Return the nearest quantiles that stand for a value each; all do where there is a continuum."""
        if self._steps is None:
            return quantiles
        middles = (self._steps[1:] + self._steps[:-1]) / 2
        found: Floats = self._steps[np.searchsorted(middles, quantiles)]
        return found

    def features(self, quantiles: Floats) -> Floats:
        """Return ``(n, 1)`` columns of a range, one for each choice else; NaN, which does not act, is in the middle."""
        if not self.choices:
            return np.where(np.isnan(quantiles), 0.5, quantiles)[:, None]
        taken = np.floor(quantiles * self.choices)[:, None] == np.arange(self.choices)
        return np.where(taken, CHOICE, 0.0)

    def _places(self, values: Sequence[Any]) -> Floats:
        """Return where values lie on the scale, in [0, 1]; the inverse of :func:`nnsearch.search.startup.place`."""
        limits = self._limits
        if isinstance(limits, CategoricalDistribution):
            return (np.array([limits.choices.index(value) for value in values]) + 0.5) / len(limits.choices)
        if not isinstance(limits, FloatDistribution):
            raise TypeError(f"a searched hyperparameter must be a float or a choice inside Optuna, got {limits}")
        if limits.single():
            return np.full(len(values), 0.5)
        return np.array([min(max(share_below(value, limits), 0.0), 1.0) for value in values], np.float64)


class UnitCube:
    """Trials as points: a quantile for each hyperparameter, NaN where it does not act.

    Args:
        space: the study's.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self.axes = tuple(Axis(dimension) for dimension in space.dimensions)
        deciders = {d.decider for d in space.dimensions} | {"layers"}
        self._deciders = [position for position, d in enumerate(space.dimensions) if d.name in deciders]

    def points(self, parameters: Sequence[Mapping[str, Any]]) -> Floats:
        """Return trials as points.

        Args:
            parameters: Optuna's, of each trial.

        Returns:
            ``(n, axes)``.
        """
        points = np.full((len(parameters), len(self.axes)), np.nan)
        for column, axis in zip(points.T, self.axes, strict=True):
            acts = np.array([axis.name in trial for trial in parameters], dtype=bool)
            column[acts] = axis.quantiles([trial[axis.name] for trial in parameters if axis.name in trial])
        return points

    def points_at(self, values: Sequence[Mapping[str, Scalar]]) -> Floats:
        """Return trials as points ``(n, axes)``, see :meth:`points`.

        Args:
            values: true values by study-file name, of each.
        """
        dimensions = self._space.dimensions
        return self.points(
            [{d.internal_name: d.internal_value(own[d.name]) for d in dimensions if d.name in own} for own in values]
        )

    def trials(self, quantiles: Floats) -> Floats:
        """Return the points of the trials that quantiles stand for, both ``(n, axes)``.

        Where there is no continuum quantiles are moved to the nearest one that stands for a value; what does not act
        beside the others becomes NaN.
        """
        snapped = np.column_stack([axis.snapped(column) for axis, column in zip(self.axes, quantiles.T, strict=True)])
        alike: dict[tuple[float, ...], NDArray[np.bool_]] = {}
        idle = np.zeros(snapped.shape, dtype=bool)
        for row, point in enumerate(snapped):
            deciding = tuple(point[self._deciders].tolist())
            if deciding not in alike:
                alike[deciding] = self._idle(point)
            idle[row] = alike[deciding]
        return np.where(idle, np.nan, snapped)

    def _idle(self, point: Floats) -> NDArray[np.bool_]:
        """Return what does not act in a trial, ``(axes,)``."""
        idle = np.ones(len(point), dtype=bool)
        values: dict[str, Scalar] = {}
        for position, (dimension, axis) in enumerate(zip(self._space.dimensions, self.axes, strict=True)):
            if self._space.is_active(dimension, values):
                values[dimension.name] = axis.true_value(float(point[position]))
                idle[position] = False
        return idle

    def features(self, points: Floats) -> Floats:
        """Return what a model sees of points ``(n, axes)``: ``(n, d)``, in [0, 1]."""
        return np.column_stack([axis.features(column) for axis, column in zip(self.axes, points.T, strict=True)])

    @property
    def lengths(self) -> list[float]:
        """Over which distances results are expected to be alike, for each feature."""
        return [length for axis in self.axes for length in axis.lengths]

    def parameters(self, point: Floats) -> dict[str, Any]:
        """Return Optuna's parameters of one point ``(axes,)``, without what does not act."""
        quantiles = zip(self.axes, point.tolist(), strict=True)
        return {axis.name: axis.value(quantile) for axis, quantile in quantiles if not np.isnan(quantile)}
