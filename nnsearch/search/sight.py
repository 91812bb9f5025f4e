"""What a cohort's sampler sees: the cohorts that are told by its turn, whenever it is asked, and trials carried over.

With several cohorts in flight, cohort c is asked as soon as cohort ``c - in_flight`` has been told or, where they
overlap, as soon as its last rung begins: then it is seen as it stood at that moment. A study that stopped in between
and goes on later may know more by then; a sampler that saw it would draw other trials (law 2).

Samplers ask for trials several times a trial, so what is finished, and what has been drawn, is looked up once and
remembered: asking costs the same however long a study is.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import copy
import heapq
import math
from collections.abc import Callable, Container, Sequence
from typing import Any

import optuna
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.asked import COHORT, HALFWAY, WHEN_ASKED, Halfway
from nnsearch.search.cohort import EARLY_STOPPED, FAILED

CARRIED = -1
"""Number of every trial carried over from a parent study: it belongs to no cohort of this one."""


Standing = tuple[bool, int, float, int]
"""What finished trials are ordered by."""


class Sight(optuna.Study):
    """A study as the sampler of one cohort sees it. Asking and telling go to the study itself, through this object.

    A trial is drawn whole before the next one is asked. What is noted of a trial after that is seen once :attr:`cohort`
    is set, or a trial told. Until it is set, the first cohort is meant, which sees nothing.

    Args:
        study: over the ledger's storage; nobody else asks or tells it from now on.
        in_flight: cohorts that run at once.
        carried: finished trials of a parent study, which count as the oldest ones.
        most: finished trials that models learn from at most, the best and the newest; ``None`` for all.
    """

    def __init__(
        self, study: optuna.Study, in_flight: int, carried: Sequence[FrozenTrial] = (), most: int | None = None
    ) -> None:
        super().__init__(study.study_name, study._storage, study.sampler)
        self._in_flight = in_flight
        self._carried = list(carried)
        self._most = most
        self._sign = -1 if self.direction == StudyDirection.MAXIMIZE else 1
        known = self._storage.get_all_trials(self._study_id, deepcopy=False)
        self._finished = [trial for trial in known if trial.state.is_finished()]  # cohorts are told in order
        self._live = {trial.number: trial._trial_id for trial in known if not trial.state.is_finished()}
        self._views: dict[object, list[FrozenTrial]] = {}  # what was looked up for this cohort
        self._drawn: dict[int, FrozenTrial] = {}  # live trials but the newest, which is being drawn
        self._standings: dict[tuple[int, TrialState], Standing] = {}  # by number and state; none ever changes
        self._cohort = 0

    @property
    def cohort(self) -> int:
        """The cohort that is being asked."""
        return self._cohort

    @cohort.setter
    def cohort(self, number: int) -> None:
        self._cohort = number
        self._forget()

    def _forget(self) -> None:
        self._views, self._drawn = {}, {}

    def _pop_waiting_trial_id(self) -> int:
        # Where Optuna's ask looks for an enqueued trial, in all there are: there is none, so here the next one is made.
        trial_id = self._storage.create_new_trial(self._study_id)
        self._live[self._storage.get_trial(trial_id).number] = trial_id
        return trial_id

    def tell(self, trial: optuna.Trial | int, *values: Any, **options: Any) -> FrozenTrial:  # Optuna's own
        """See Optuna."""
        told = super().tell(trial, *values, **options)
        trial_id = self._live.pop(told.number)
        self._finished.append(self._storage.get_trial(trial_id))
        self._forget()
        return told

    def get_trials(self, deepcopy: bool = True, states: Container[TrialState] | None = None) -> list[FrozenTrial]:
        """Return carried trials and own ones; those of cohorts whose turn has not come are running still."""
        return self._see(deepcopy, states, None)

    def _get_trials(
        self,
        deepcopy: bool = True,
        states: Container[TrialState] | None = None,
        use_cache: bool = False,  # noqa: ARG002 - Optuna's signature
    ) -> list[FrozenTrial]:
        """Return what :meth:`get_trials` does, without the finished trials that are one too many to learn from.

        This is where the models among Optuna's samplers get trials from.
        """
        return self._see(deepcopy, states, self._most)

    def _see(self, deepcopy: bool, states: Container[TrialState] | None, most: int | None) -> list[FrozenTrial]:
        wanted = states if states is None else tuple(state for state in TrialState if state in states)
        if (None, most) not in self._views:
            self._views[None, most] = self._view(most)
        if (wanted, most) not in self._views:
            self._views[wanted, most] = [trial for trial in self._views[None, most] if trial.state in (wanted or ())]
        seen = list(self._views[wanted, most])
        if wanted is None or TrialState.RUNNING in wanted:
            seen += self._running()
        return copy.deepcopy(seen) if deepcopy else seen

    def seen_by(self, cohort: int) -> list[FrozenTrial]:
        """Return the finished trials that models of a cohort learn from: the same ones, however late this is asked."""
        return self._chosen(self._seen(cohort), self._most)

    def _running(self) -> list[FrozenTrial]:
        """Return the trials that are asked and not yet told."""
        if not self._live:
            return []
        *earlier, newest = self._live
        for number in earlier:
            if number not in self._drawn:
                self._drawn[number] = self._storage.get_trial(self._live[number])
        asked = [*(self._drawn[number] for number in earlier), self._storage.get_trial(self._live[newest])]
        return [trial for trial in asked if not self._is_halfway(trial, self.cohort)]

    def _view(self, most: int | None) -> list[FrozenTrial]:
        """Return the finished trials as this cohort may see them."""
        hidden = [_unfinished(trial) for trial in self._finished[self._told_by(self.cohort) :]]
        return [*self._chosen(self._seen(self.cohort), most), *hidden]

    def _told_by(self, cohort: int) -> int:
        """Return how many trials belong to cohorts that are told, or seen halfway, by a cohort's turn."""
        early = len(self._finished)
        # Only the newest trials can belong to cohorts that are told later.
        while early and self._finished[early - 1].user_attrs.get(COHORT, 0) > cohort - self._in_flight:
            early -= 1
        return early

    def _seen(self, cohort: int) -> list[FrozenTrial]:
        """Return the finished trials that a cohort may see, as it sees them."""
        early = last = self._told_by(cohort)
        while early and self._is_halfway(self._finished[early - 1], cohort):
            early -= 1
        live = (self._storage.get_trial(trial_id) for trial_id in self._live.values())
        training = [trial for trial in live if self._is_halfway(trial, cohort)]
        return [*self._finished[:early], *map(_halfway, [*self._finished[early:last], *training])]

    def _is_halfway(self, trial: FrozenTrial, cohort: int) -> bool:
        """Whether a cohort sees a trial as it stood when its last rung began."""
        return HALFWAY in trial.user_attrs and trial.user_attrs[COHORT] == cohort - self._in_flight

    def _chosen(self, seen: list[FrozenTrial], most: int | None) -> list[FrozenTrial]:
        """Return carried trials and those that are seen, as few of all as are learned from."""
        seen = [*self._carried, *seen]
        return seen if most is None else fewer(seen, most, self._standing)

    def _standing(self, trial: FrozenTrial) -> Standing:
        if trial.number == CARRIED:
            return standing(trial, self._sign)
        key = trial.number, trial.state
        if key not in self._standings:
            self._standings[key] = standing(trial, self._sign)
        return self._standings[key]


def fewer(
    trials: list[FrozenTrial], most: int, key: Callable[[FrozenTrial], Standing] | None = None
) -> list[FrozenTrial]:
    """Choose the finished trials to learn from: the newest, and the best of the others, half of each.

    Args:
        trials: finished, in the order of telling.
        most: how many.
        key: orders them, the best first; by default :func:`standing`.

    Returns:
        At most that many, in their order; failed ones are never among them unless all trials are few enough.
    """
    if len(trials) <= most:
        return trials
    told = [trial for trial in trials if trial.state != TrialState.FAIL]
    first = max(0, len(told) - most // 2)
    order = key or standing
    best = heapq.nsmallest(most - most // 2, range(first), key=lambda place: order(told[place]))
    return [told[place] for place in sorted(best)] + told[first:]


def standing(trial: FrozenTrial, sign: int = 1) -> Standing:
    """Return a key that orders finished trials, the best first: complete ones, then those that came furthest.

    Args:
        trial: finished.
        sign: -1 where more is better, else 1.
    """
    if trial.state == TrialState.COMPLETE and trial.value is not None:
        return False, 0, sign * trial.value, trial.number
    last = max(trial.intermediate_values, default=0)
    return True, -last, sign * trial.intermediate_values.get(last, sign * math.inf), trial.number


def _unfinished(trial: FrozenTrial) -> FrozenTrial:
    asked = copy.copy(trial)
    asked.state = TrialState.RUNNING
    asked.values = None
    asked.intermediate_values = {}
    asked.datetime_complete = None
    return asked


def _halfway(trial: FrozenTrial) -> FrozenTrial:
    """Return a trial as it stood when its cohort's last rung began; one that trained on looks as if it stopped."""
    noted = trial.user_attrs
    stood = Halfway(**noted[HALFWAY])
    seen = copy.copy(trial)
    states = {FAILED: TrialState.FAIL, EARLY_STOPPED: TrialState.COMPLETE}
    seen.state = states.get(stood.outcome or "", TrialState.PRUNED)
    seen.values = None if stood.value is None else [stood.value]
    seen.intermediate_values = {e: value for e, value in trial.intermediate_values.items() if e <= stood.until}
    seen.user_attrs = {name: noted[name] for name in WHEN_ASKED if name in noted} | {"outcome": stood.outcome}
    seen.datetime_complete = None
    return seen
