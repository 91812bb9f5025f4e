"""CMA-ES over cohorts: a cohort is a generation (Hansen and Ostermeier, 2001; the ``cmaes`` package).

The strategy's state is rebuilt from the cohorts that have been told each time a cohort is asked. That takes
milliseconds, and nothing is stored: Optuna's own sampler keeps a pickle in the storage, which must not be unpickled.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from optuna import Study
from optuna.distributions import BaseDistribution, FloatDistribution
from optuna.samplers import BaseSampler
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.asked import COHORT
from nnsearch.search.sight import CARRIED, Standing, standing
from nnsearch.search.space import Space
from nnsearch.search.startup import FINISHED, EvenSpread, place, share_below

SIGMA = 0.25
"""Standard deviation at the beginning, as a share of each range."""


class Evolution(BaseSampler):
    """Samples one cohort from a normal distribution that earlier cohorts have shaped.

    Args:
        space: ranges only, all of them acting in every trial.
        size: trials of a cohort.
        seed: of this cohort's draws.
        spread: draws what is left to draw alone.
    """

    def __init__(self, space: Space, size: int, seed: int, spread: EvenSpread) -> None:
        self._space: dict[str, FloatDistribution] = {}
        for dimension in space.dimensions:
            distribution = dimension.internal_distribution()
            if isinstance(distribution, FloatDistribution):
                self._space[dimension.internal_name] = distribution
        self._size, self._seed, self._spread = size, seed, spread
        self._strategy: Any = None  # cmaes.CMA; the package is optional

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:  # noqa: ARG002 - Optuna's signature
        """Return every hyperparameter."""
        return dict(self._space)

    def sample_relative(
        self,
        study: Study,
        trial: FrozenTrial,  # noqa: ARG002 - Optuna's signature
        search_space: dict[str, BaseDistribution],
    ) -> dict[str, Any]:  # Optuna's values
        """Draw a point; hyperparameters that a group's first trial decided are left out."""
        if self._strategy is None:
            self._strategy = self._rebuild(study)
        point = dict(zip(self._space, self._strategy.ask(), strict=True))
        return {name: place(float(point[name]), self._space[name]) for name in self._space if name in search_space}

    def sample_independent(
        self, study: Study, trial: FrozenTrial, param_name: str, param_distribution: BaseDistribution
    ) -> Any:  # Optuna's values
        """See Optuna."""
        return self._spread.sample_independent(study, trial, param_name, param_distribution)

    def _rebuild(self, study: Study) -> Any:  # cmaes.CMA
        from cmaes import CMA

        told = study.get_trials(deepcopy=False, states=(*FINISHED, TrialState.FAIL))
        key = partial(_place, sign=-1 if study.direction == StudyDirection.MAXIMIZE else 1)
        carried = sorted((trial for trial in told if trial.number == CARRIED), key=key)
        mean = self._point(carried[0]) if carried else np.full(len(self._space), 0.5)
        bounds = np.tile([0.0, 1.0], (len(self._space), 1))
        strategy = CMA(mean, SIGMA, bounds=bounds, seed=self._seed, population_size=self._size)
        generations: dict[int, list[FrozenTrial]] = {}
        for trial in told:
            if trial.number != CARRIED:
                generations.setdefault(int(trial.user_attrs[COHORT]), []).append(trial)
        for _, members in sorted(generations.items()):
            if len(members) == self._size:
                # Only the order counts, so trials that a rung stopped, or that failed, have their place in it.
                ranked = sorted(members, key=key)
                strategy.tell([(self._point(trial), float(rank)) for rank, trial in enumerate(ranked)])
        return strategy

    def _point(self, trial: FrozenTrial) -> NDArray[np.float64]:
        return np.array([share_below(trial.params[name], limits) for name, limits in self._space.items()])


def _place(trial: FrozenTrial, sign: int) -> tuple[bool, Standing]:
    """Return a key that orders finished trials, the best first; those that could not be trained come last."""
    return trial.state == TrialState.FAIL, standing(trial, sign)
