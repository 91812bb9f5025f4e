"""What a cohort's sampler sees: the cohorts that are told by its turn, whenever it is asked, and trials carried over.

With several cohorts in flight, cohort c is asked as soon as cohort ``c - in_flight`` has been told. A study that
stopped in between and goes on later may know more by then; a sampler that saw it would draw other trials (law 2).

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import copy
from collections.abc import Container, Sequence

import optuna
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.asked import COHORT

CARRIED = -1
"""Number of every trial carried over from a parent study: it belongs to no cohort of this one."""


class Sight(optuna.Study):
    """A study as the sampler of one cohort sees it. Asking and telling go to the study itself.

    Args:
        study: over the ledger's storage.
        in_flight: cohorts that run at once.
        carried: finished trials of a parent study, which count as the oldest ones.
        most: complete trials that are shown at most, the best and the newest; ``None`` for all.
    """

    def __init__(
        self, study: optuna.Study, in_flight: int, carried: Sequence[FrozenTrial] = (), most: int | None = None
    ) -> None:
        super().__init__(study.study_name, study._storage, study.sampler)
        self._in_flight = in_flight
        self._carried = list(carried)
        self._most = most
        self.cohort = 0

    def _get_trials(
        self,
        deepcopy: bool = True,
        states: Container[TrialState] | None = None,
        use_cache: bool = False,
    ) -> list[FrozenTrial]:
        """Return carried trials and own ones; those of cohorts whose turn has not come are running still.

        This is where Optuna's samplers get trials from; ``get_trials`` and ``trials`` come here, too.
        """
        own = super()._get_trials(deepcopy=False, use_cache=use_cache)
        if self._in_flight > 1:
            # Only the newest trials can belong to such cohorts, and trials are in the order of cohorts.
            hidden = next((i for i in range(len(own), 0, -1) if not self._is_early(own[i - 1])), 0)
            own = own[:hidden] + [_unfinished(trial) for trial in own[hidden:]]
        seen = [trial for trial in [*self._carried, *own] if states is None or trial.state in states]
        if self._most is not None:
            seen = _fewer(seen, self._most)
        return copy.deepcopy(seen) if deepcopy else seen

    def _is_early(self, trial: FrozenTrial) -> bool:
        return bool(trial.user_attrs.get(COHORT, self.cohort) > self.cohort - self._in_flight)


def _fewer(trials: list[FrozenTrial], most: int) -> list[FrozenTrial]:
    """Keep the best and the newest complete trials, half of each, and all that are not complete."""
    complete = [trial for trial in trials if trial.state == TrialState.COMPLETE]
    if len(complete) <= most:
        return trials
    newest = complete[-(most // 2) :]
    best = sorted(complete[: -len(newest)], key=lambda trial: trial.value or 0.0)[: most - len(newest)]
    kept = {id(trial) for trial in (*newest, *best)}
    return [trial for trial in trials if trial.state != TrialState.COMPLETE or id(trial) in kept]


def _unfinished(trial: FrozenTrial) -> FrozenTrial:
    if not trial.state.is_finished():
        return trial
    asked = copy.copy(trial)
    asked.state = TrialState.RUNNING
    asked.values = None
    asked.intermediate_values = {}
    asked.datetime_complete = None
    return asked
