"""Samplers that need no results: points spread evenly over the space, alone or until there is something to learn from.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from optuna import Study
from optuna.distributions import BaseDistribution, CategoricalDistribution, FloatDistribution
from optuna.samplers import BaseSampler
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.halton import halton
from nnsearch.search.one_by_one import OneByOne
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec

ENOUGH_TO_LEARN = 10
"""Finished trials below which most samplers' models of the objective are worth less than an even spread."""

FINISHED = (TrialState.COMPLETE, TrialState.PRUNED)


def enough_to_learn(trials: Iterable[FrozenTrial], least: int = ENOUGH_TO_LEARN) -> bool:
    """Return whether so many of the trials are finished that a model of them is worth more than an even spread."""
    return sum(trial.state in FINISHED for trial in trials) >= least


class EvenSpread(OneByOne):
    """Spreads trials by a scrambled Halton sequence; each hyperparameter is a coordinate, each trial a point.

    What the members of a group share is a sequence of its own, with one point for each group: every fourth point of
    one sequence would lie in a corner. Optuna's own quasi-random sampler knows neither choices nor hyperparameters
    that act in some trials only, and keeps its place in the storage.

    Args:
        spec: its seed scrambles, its cohort and group say which point is whose.
        space: its hyperparameters.
    """

    def __init__(self, spec: StudySpec, space: Space) -> None:
        self._search = spec.search
        self._below = "" if spec.search.parent is None else f" below {spec.search.parent}"
        structural = set(space.structural)
        self._shared = [d.internal_name for d in space.dimensions if d.name in structural]
        self._own = [d.internal_name for d in space.dimensions if d.name not in structural]

    def sample_independent(
        self,
        study: Study,  # noqa: ARG002 - Optuna's signature
        trial: FrozenTrial,
        param_name: str,
        param_distribution: BaseDistribution,
    ) -> Any:  # Optuna's values
        """Return the trial's coordinate on the distribution's scale."""
        return place(self._coordinate(trial.number, param_name), param_distribution)

    def _coordinate(self, number: int, name: str) -> float:
        size, group, seed = self._search.cohort, self._search.group, self._search.seed
        if name in self._own:
            return halton(number, self._own.index(name), seed, f"halton{self._below}")
        cohort, position = divmod(number, size)
        point = cohort * -(-size // group) + position // group
        return halton(point, self._shared.index(name), seed, f"halton groups{self._below}")


def place(quantile: float, distribution: BaseDistribution) -> Any:  # Optuna's values
    """Return the value below which a share of a distribution lies.

    Args:
        quantile: the share, in [0, 1).
        distribution: floats or choices; Optuna is asked for nothing else.

    >>> place(0.5, FloatDistribution(1e-4, 1e-2, log=True)), place(0.99, CategoricalDistribution(("a", "b")))
    (0.001, 'b')
    """
    if isinstance(distribution, CategoricalDistribution):
        return distribution.choices[int(quantile * len(distribution.choices))]
    if not isinstance(distribution, FloatDistribution):
        raise TypeError(f"a searched hyperparameter must be a float or a choice inside Optuna, got {distribution}")
    low, high = distribution.low, distribution.high
    value = low * (high / low) ** quantile if distribution.log else low + (high - low) * quantile
    return min(max(value, low), high)


def share_below(value: float, distribution: FloatDistribution) -> float:
    """Return the share of a distribution that lies below a value, the inverse of :func:`place`.

    >>> share_below(0.001, FloatDistribution(1e-4, 1e-2, log=True))
    0.5
    """
    low, high = distribution.low, distribution.high
    if distribution.log:
        return math.log(value / low) / math.log(high / low)
    return (value - low) / (high - low)


class SpreadFirst(BaseSampler):
    """Spreads trials evenly until enough have been told, then leaves them to a sampler that learns.

    To be made anew for each cohort: none of its trials is told before all are asked.

    Args:
        spread: for the first trials.
        learner: for the others.
        least: how many it needs.
    """

    def __init__(self, spread: EvenSpread, learner: BaseSampler, least: int = ENOUGH_TO_LEARN) -> None:
        self._spread, self._learner, self._least = spread, learner, least
        self._chosen: BaseSampler | None = None

    def _current(self, study: Study) -> BaseSampler:
        if self._chosen is None:
            told = study.get_trials(deepcopy=False, states=FINISHED)
            self._chosen = self._learner if enough_to_learn(told, self._least) else self._spread
        return self._chosen

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:
        """See Optuna."""
        return self._current(study).infer_relative_search_space(study, trial)

    def sample_relative(
        self, study: Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]
    ) -> dict[str, Any]:  # Optuna's values
        """See Optuna."""
        return self._current(study).sample_relative(study, trial, search_space)

    def sample_independent(
        self, study: Study, trial: FrozenTrial, param_name: str, param_distribution: BaseDistribution
    ) -> Any:  # Optuna's values
        """See Optuna."""
        return self._current(study).sample_independent(study, trial, param_name, param_distribution)

    def before_trial(self, study: Study, trial: FrozenTrial) -> None:
        """See Optuna."""
        self._current(study).before_trial(study, trial)
