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
    """What told trials say of a hyperparameter: the good ones' density, and the others' values."""

    good: Density
    others: NDArray[Any]


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
        self._fits: dict[str, _Fit] = {}
        self._running: tuple[int, list[FrozenTrial]] | None = None  # as the trial of that number sees them

    def _sample(self, study: Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]) -> dict[str, Any]:
        ((name, distribution),) = search_space.items()
        if name not in self._fits:
            self._fits[name] = self._fit(study, name, distribution)
        fit = self._fits[name]
        running = self._values(study, self._running_beside(study, trial), name, distribution)
        others = self._density(np.append(fit.others, running), distribution)
        candidates = fit.good.draw(self._rng.rng, self._n_ei_candidates)
        best = np.argmax(fit.good.log_density(candidates) - others.log_density(candidates))
        return {name: distribution.to_external_repr(candidates[best].item())}

    def _fit(self, study: Study, name: str, distribution: BaseDistribution) -> _Fit:
        if self._parts is None:
            told = study._get_trials(deepcopy=False, states=TOLD)
            self._parts = _split_trials(study, told, default_gamma(len(told)))
        good, others = (self._values(study, part, name, distribution) for part in self._parts)
        return _Fit(self._density(good, distribution), others)

    def _running_beside(self, study: Study, trial: FrozenTrial) -> list[FrozenTrial]:
        """Return the other trials that run, in order; they are the newest."""
        if self._running is None or self._running[0] != trial.number:
            running = study._get_trials(deepcopy=False, states=(TrialState.RUNNING,))
            others = [other for other in running if other.number != trial.number]
            self._running = trial.number, sorted(others, key=lambda other: other.number)
        return self._running[1]

    def _values(
        self, study: Study, trials: list[FrozenTrial], name: str, distribution: BaseDistribution
    ) -> NDArray[Any]:
        """Return the values of the trials that have one, as Optuna represents them, ``(n,)``."""
        values: NDArray[Any] = self._get_internal_repr(trials, {name: distribution}, study)[name]
        return values

    def _density(self, values: NDArray[Any], distribution: BaseDistribution) -> Density:
        return Density(values, distribution, self._parzen_estimator_parameters)
