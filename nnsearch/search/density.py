"""TPE's densities, as Optuna defines them, in less time: about half of what asking a trial takes was these.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from optuna.distributions import BaseDistribution
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator, _ParzenEstimatorParameters
from optuna.samplers._tpe.probability_distributions import _BatchedCategoricalDistributions

from nnsearch.search.normal import normal_probability, normal_quantile

LEAST_PROBABILITY = 2.0**-60
"""What stands in for a probability of 0 ..."""
LARGEST_PROBABILITY = 1 - 2.0**-53
"""... and of 1: these have no quantile."""


class Density(_ParzenEstimator):
    """A mixture of one kernel for each trial and one for the prior, over the range or choices of one hyperparameter.

    Quantiles come from a formula in C, where Optuna goes by Newton's method in Python, and what all points share is
    worked out once: :meth:`draw` and :meth:`log_density` stand in for Optuna's ``sample`` and ``log_pdf``.

    Args:
        values: the trials', as Optuna represents them, ``(n,)``; choices by their place.
        distribution: of the hyperparameter.
        parameters: Optuna's settings.

    Raises:
        TypeError: if the distribution has steps: numbers in a space of ours are floats underneath.
    """

    def __init__(
        self, values: NDArray[Any], distribution: BaseDistribution, parameters: _ParzenEstimatorParameters
    ) -> None:
        if getattr(distribution, "step", None) is not None:
            raise TypeError(f"a distribution must have no steps, got {distribution}")
        super().__init__({"": values}, {"": distribution}, parameters)
        self._weights = self._mixture_distribution.weights
        (self._kernels,) = self._mixture_distribution.distributions

    @staticmethod
    @lru_cache(maxsize=1024)
    def _call_weights_func(weights_func: Callable[[int], NDArray[Any]], n: int) -> NDArray[Any]:
        # They follow from how many trials there are: making and checking them took a tenth of asking.
        weights: NDArray[Any] = _ParzenEstimator._call_weights_func(weights_func, n)
        weights.setflags(write=False)
        return weights

    def draw(self, rng: np.random.RandomState, size: int) -> NDArray[Any]:
        """Draw from it, with the random numbers that Optuna's takes.

        Args:
            rng: where they come from.
            size: how many.

        Returns:
            Values, ``(size,)``; choices by their place.
        """
        kernels = self._kernels
        chosen = rng.choice(len(self._weights), p=self._weights, size=size)
        if isinstance(kernels, _BatchedCategoricalDistributions):
            upper = np.cumsum(kernels.weights[chosen], axis=1)[:, :-1]
            return np.asarray((upper < rng.rand(size)[:, None]).sum(axis=1))
        limits = kernels.adapted_low, kernels.adapted_high
        values = _truncated_normal(rng.uniform(size=size), kernels.mu[chosen], kernels.sigma[chosen], *limits)
        return np.exp(values) if kernels.is_log else values

    def log_density(self, points: NDArray[Any]) -> NDArray[Any]:
        """Return the density's logarithm at points in the range (choices by their place), ``(n,)`` both."""
        kernels = self._kernels
        if isinstance(kernels, _BatchedCategoricalDistributions):
            by_kernel = self._log_scales + np.log(kernels.weights.T)[points.astype(np.int64)]
        else:
            places = np.log(points) if kernels.is_log else points
            by_kernel = self._log_scales - 0.5 * ((places[:, None] - kernels.mu) / kernels.sigma) ** 2
        most = by_kernel.max(axis=1)
        densities: NDArray[Any] = np.log(np.exp(by_kernel - most[:, None]).sum(axis=1)) + most
        return densities

    @cached_property
    def _log_scales(self) -> NDArray[Any]:
        """Logarithms of what each kernel's density is multiplied with, whatever the point, ``(kernels,)``."""
        kernels = self._kernels
        scales: NDArray[Any] = np.log(self._weights)
        if isinstance(kernels, _BatchedCategoricalDistributions):
            return scales
        limits = kernels.adapted_low, kernels.adapted_high
        first, last = (normal_probability((limit - kernels.mu) / kernels.sigma) for limit in limits)
        scales -= np.log((last - first) * kernels.sigma * math.sqrt(2 * math.pi))
        return scales


def _truncated_normal(
    shares: NDArray[Any], means: NDArray[Any], deviations: NDArray[Any], low: float, high: float
) -> NDArray[Any]:
    """Return quantiles of normal distributions that are cut off outside a range, with means in it, ``(n,)`` all."""
    first, last = (normal_probability((limit - means) / deviations) for limit in (low, high))
    below = np.clip(first + shares * (last - first), LEAST_PROBABILITY, LARGEST_PROBABILITY)
    values: NDArray[Any] = np.clip(means + normal_quantile(below) * deviations, low, high)
    return values
