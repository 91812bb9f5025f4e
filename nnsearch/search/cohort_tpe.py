"""TPE for a cohort: its trials see the same results, so what follows from these alone is worked out once.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from optuna import Study
from optuna.distributions import BaseDistribution
from optuna.samplers import TPESampler
from optuna.samplers._tpe.sampler import _split_trials, default_gamma
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.density import Density

TOLD = (TrialState.COMPLETE, TrialState.PRUNED)


@dataclass(frozen=True, eq=False)
class _Fit:
    """What told trials say of some hyperparameters: the good ones' density, and the others' values by name."""

    good: Density
    others: dict[str, NDArray[Any]]


class CohortTPE(TPESampler):
    """Optuna's TPE, one hyperparameter at a time, with the same draws, but for rounding; made anew for each cohort.

    Optuna's default draws all hyperparameters at once from kernels around the few best trials, so a cohort keeps close
    to these: too close, as it cannot learn from its own trials (docs/design.md has figures of both).

    Optuna sorts and reads all told trials again for each draw, which takes about as long as drawing. Only trials that
    run, those of the cohort among them, are new from trial to trial; it takes them for bad ones.

    Args:
        seed: of the draws.
        n_startup_trials: finished trials below which it draws at random.
    """

    def __init__(self, seed: int, n_startup_trials: int) -> None:
        super().__init__(seed=seed, n_startup_trials=n_startup_trials, multivariate=False)
        self._parts: tuple[list[FrozenTrial], list[FrozenTrial]] | None = None
        self._fits: dict[tuple[str, ...], _Fit] = {}
        self._running: tuple[int, list[FrozenTrial]] | None = None  # as the trial of that number sees them

    def _sample(self, study: Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]) -> dict[str, Any]:
        names = tuple(search_space)
        if names not in self._fits:
            self._fits[names] = self._fit(study, search_space)
        fit = self._fits[names]
        others = self._density(search_space, self._with_running(study, trial, search_space, fit.others))
        candidates = fit.good.sample(self._rng.rng, self._n_ei_candidates)
        best = self._compare(candidates, self._compute_acquisition_func(candidates, fit.good, others))
        return {name: search_space[name].to_external_repr(value) for name, value in best.items()}

    def _fit(self, study: Study, space: dict[str, BaseDistribution]) -> _Fit:
        if self._parts is None:
            told = study._get_trials(deepcopy=False, states=TOLD)
            self._parts = _split_trials(study, told, default_gamma(len(told)))
        good, others = (self._get_internal_repr(part, space, study) for part in self._parts)
        return _Fit(self._density(space, good), others)

    def _with_running(
        self, study: Study, trial: FrozenTrial, space: dict[str, BaseDistribution], told: dict[str, NDArray[Any]]
    ) -> dict[str, NDArray[Any]]:
        """Add the values of running trials, which are the newest, to those of told ones."""
        if self._running is None or self._running[0] != trial.number:
            running = study._get_trials(deepcopy=False, states=(TrialState.RUNNING,))
            others = [other for other in running if other.number != trial.number]
            self._running = trial.number, sorted(others, key=lambda other: other.number)
        values = self._get_internal_repr(self._running[1], space, study)
        return {name: np.append(told[name], values[name]) for name in space}

    def _density(self, space: dict[str, BaseDistribution], values: dict[str, NDArray[Any]]) -> Density:
        return Density(values, space, self._parzen_estimator_parameters)
