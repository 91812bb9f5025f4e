"""What the report's page shows of a study, gathered in one pass over its ledger. Facts only; no layout."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nnsearch.reports.scales import Scale
from nnsearch.reports.study_facts import deciding_epoch
from nnsearch.reports.trial_table import by_priority
from nnsearch.search.asked import COHORT, HIDDEN
from nnsearch.search.begun import begun
from nnsearch.search.cohort import DIVERGED
from nnsearch.search.records import CurveSegment, TrialRecord
from nnsearch.search.space import Space
from nnsearch.search.study import Study, joined_curves
from nnsearch.search.study_file import StudySpec
from nnsearch.training.objectives import OBJECTIVES

TRAINED = frozenset({"complete", "early_stopped"})
"""Outcomes of trials whose objective counts."""


@dataclass(frozen=True)
class PageTrial:
    """One finished trial.

    Args:
        number: its number.
        cohort: its cohort's number.
        outcome: how it ended.
        value: the objective of a trial that was trained to its end, else of its last epoch; ``None`` if neither is
            a number.
        epochs: how many were trained.
        params: its searched values by study-file name.
        hidden: its widths.
        curves: by name, one value per epoch; not always finite.
        epoch: the epoch whose network counts.
        time: seconds of searching until its last epoch was trained.
        maximize: whether more of the objective is better.
    """

    number: int
    cohort: int
    outcome: str
    value: float | None
    epochs: int
    params: Mapping[str, Any]
    hidden: Sequence[int]
    curves: Mapping[str, Sequence[float]] = field(default_factory=dict)
    epoch: int | None = None
    time: float | None = None
    maximize: bool = False

    @property
    def loss(self) -> float:
        """A number of which less is better; infinite without a value."""
        if self.value is None:
            return math.inf
        return -self.value if self.maximize else self.value

    @property
    def trained(self) -> bool:
        """Whether it was trained to its end, so that its value is the objective."""
        return self.outcome in TRAINED and self.value is not None


@dataclass(frozen=True)
class Rung:
    """An epoch at which weak trials stop.

    Args:
        epoch: its budget.
        reached: trials that trained that far.
        went_on: of these, those that trained further; 0 at the last rung.
        diverged: trials that diverged on the way to it.
    """

    epoch: int
    reached: int
    went_on: int
    diverged: int


def page_trials(study: Study) -> list[PageTrial]:
    """Gather the finished trials in their order.

    Raises:
        LedgerError: if the learning curves are damaged.
    """
    segments = study.segments()
    by_trial: dict[int, list[CurveSegment]] = {}
    for segment in segments:
        by_trial.setdefault(segment.trial, []).append(segment)
    clock = BusyClock((segment.start, segment.end) for segment in segments)
    return [
        _page_trial(study, record, by_trial.get(record.number, []), clock)
        for record in study.records
        if record.finished
    ]


def _page_trial(study: Study, record: TrialRecord, segments: Sequence[CurveSegment], clock: BusyClock) -> PageTrial:
    curves = joined_curves(sorted(segments, key=lambda segment: segment.first))
    dev_error = curves.get("dev_error", [])
    objective = OBJECTIVES[study.meta["metric"]]
    scores = curves.get(objective.curve, [])
    value = record.value if record.value is not None else (scores[-1] if scores else None)
    return PageTrial(
        number=record.number,
        cohort=int(record.user_attrs.get(COHORT, 0)),
        outcome=str(record.user_attrs.get("outcome") or record.state.lower()),
        value=value if value is not None and math.isfinite(value) else None,
        epochs=len(dev_error),
        params=study.params(record),
        hidden=tuple(record.user_attrs.get(HIDDEN, ())),
        curves=curves,
        epoch=deciding_epoch(record, dev_error),
        time=clock.elapsed(max(segment.end for segment in segments)) if segments else None,
        maximize=objective.maximize,
    )


class BusyClock:
    """Seconds of training, pauses between launches left out.

    Args:
        spans: starts and ends of what was trained, in seconds of one clock; they may overlap.
    """

    def __init__(self, spans: Iterable[tuple[float, float]]) -> None:
        self._spans: list[tuple[float, float]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def elapsed(self, time: float) -> float:
        """Return the seconds in which something was trained until a time.

        >>> BusyClock([(10, 12), (11, 13), (100, 101)]).elapsed(100.5)
        3.5
        """
        return sum(max(0.0, min(time, end) - start) for start, end in self._spans)


def best_so_far(trials: Iterable[PageTrial]) -> list[PageTrial]:
    """Return the trials that were better than all before them, in the order given."""
    found: list[PageTrial] = []
    for trial in trials:
        if trial.trained and (not found or trial.loss < found[-1].loss):
            found.append(trial)
    return found


def ranked(trials: Iterable[PageTrial]) -> list[PageTrial]:
    """Return the trials that were trained to their end, the best first."""
    return sorted((t for t in trials if t.trained), key=lambda trial: (trial.loss, trial.number))


def spec_of(study: Study) -> StudySpec:
    """Return the study file a study was started with.

    Raises:
        StudyFileError: if this version cannot read it any more.
    """
    return begun(study.meta, study.paths)


def scales(spec: StudySpec) -> list[Scale]:
    """Return the axes of the searched hyperparameters, in their display order."""
    found = {dimension.name: Scale.of(dimension) for dimension in Space(spec).dimensions}
    return [found[name] for name in by_priority(found)]


def rungs(trials: Sequence[PageTrial], epochs: Sequence[int]) -> list[Rung]:
    """Count who reached and who survived each rung.

    Args:
        trials: the finished ones.
        epochs: at which the rungs end, ascending.
    """
    found: list[Rung] = []
    before = 0
    for epoch in epochs:
        reached = sum(trial.epochs >= epoch for trial in trials)
        went_on = sum(trial.epochs > epoch for trial in trials)
        diverged = sum(trial.outcome == DIVERGED and before < trial.epochs <= epoch for trial in trials)
        found.append(Rung(epoch, reached, went_on, diverged))
        before = epoch
    return found
