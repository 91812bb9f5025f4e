"""Where a study stands, as its ledger has committed it, in the terms of MLflow's runs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from nnsearch.core.paths import StudyPaths
from nnsearch.search.asked import COHORT, HIDDEN, REASON, VALUES
from nnsearch.search.cohort import DIVERGED, EARLY_STOPPED
from nnsearch.search.lock import read_owner
from nnsearch.search.meta import read_meta
from nnsearch.search.overview import ENDS
from nnsearch.search.records import CurveReader, CurveSegment, JournalReader, TrialRecord
from nnsearch.search.results import best_first
from nnsearch.tracking.attachments import machine_tags
from nnsearch.tracking.runs import Point, RunTarget, Status
from nnsearch.tracking.text import Best, describe_study, objective_text, study_params, trial_name
from nnsearch.training.objectives import OBJECTIVES, Objective

STUDY, STUDY_ID, KIND = "nnsearch.study", "nnsearch.study_id", "nnsearch.kind"
TRIAL, COHORT_TAG, STATE = "nnsearch.trial", "nnsearch.cohort", "nnsearch.state"
PARENT = "mlflow.parentRunId"
DESCRIPTION = "mlflow.note.content"

CURVE_METRICS = {
    "train_cost": "train/cost",
    "dev_cost": "dev/cost",
    "train_error": "train/error",
    "dev_error": "dev/error",
    "learning_rate": "learning_rate",
}


def metric_name(curve: str) -> str:
    """Return the metric a curve is logged as: MLflow groups them by what stands before the slash.

    >>> metric_name("dev_error"), metric_name("gradient_norm_1"), metric_name("learning_rate")
    ('dev/error', 'gradient/norm_1', 'learning_rate')
    """
    return CURVE_METRICS.get(curve) or curve.replace("_", "/", 1)


class Span(NamedTuple):
    """When a trial trained: milliseconds since 1970."""

    start: int
    end: int


class Standing:
    """A study's ledger, followed.

    Only what a commit covers counts: what a killed run wrote beyond it will be taken back, and be written again when
    the study goes on, at other times of day.

    Args:
        paths: the study's places.

    Raises:
        LedgerError: if ``study.json`` cannot be read.
    """

    def __init__(self, paths: StudyPaths) -> None:
        self.paths = paths
        self.meta: dict[str, Any] = read_meta(paths)
        self.live = False
        self.progress: dict[str, Any] = {}
        self._journal = JournalReader(paths.journal)
        self._curves = CurveReader(paths.curves)
        self._segments: dict[int, dict[int, CurveSegment]] = {}

    @property
    def study_id(self) -> str:
        """Tells this study from an earlier one of its name."""
        return str(self.meta["created"])

    def poll(self) -> bool:
        """Take in what has been committed since the last call, and whether somebody is running the study.

        Returns:
            Whether anything is new.

        Raises:
            LedgerError: if the ledger is damaged.
        """
        # Asked first: if nobody holds the lock now, what is read after this is all there is.
        before, self.live = self.live, read_owner(self.paths.lock) is not None
        new = self._journal.poll()
        self.progress = self._journal.progress
        for segment in self._curves.poll(limit=int(self.progress.get("curves", 0))):
            self._segments.setdefault(segment.trial, {})[segment.first] = segment
        return new or before != self.live

    def trials(self) -> Iterator[TrialRecord]:
        """Go through the trials that have trained or are finished, in order."""
        for trial in self._journal.trials:
            if VALUES in trial.user_attrs and (trial.number in self._segments or self.finished(trial)):
                yield trial

    def finished(self, trial: TrialRecord) -> bool:
        """Whether a commit covers the trial's end."""
        return trial.finished and int(trial.user_attrs.get(COHORT, 0)) < int(self.progress.get("told", 0))

    def segments(self, number: int) -> list[CurveSegment]:
        """Return a trial's committed segments in the order of their epochs."""
        found = self._segments.get(number, {})
        return [found[first] for first in sorted(found)]

    def span(self, trial: TrialRecord) -> Span:
        """Return when a trial trained; without a curve, when it was asked and told."""
        segments = self.segments(trial.number)
        if segments:
            return Span(_milliseconds(segments[0].start), _milliseconds(segments[-1].end))
        start = trial.start.timestamp() if trial.start else 0.0
        end = trial.complete.timestamp() if trial.complete else start
        return Span(_milliseconds(start), _milliseconds(end))

    def outcome(self, trial: TrialRecord) -> str:
        """Return how a trial ended, or ``running`` or ``interrupted``."""
        if self.finished(trial):
            return str(trial.user_attrs.get("outcome") or trial.state.lower())
        return "running" if self.live else "interrupted"


def trial_target(standing: Standing, trial: TrialRecord, parent: str) -> RunTarget:
    """Return the run of one trial as it should be.

    Args:
        standing: the study.
        trial: one of :meth:`Standing.trials`.
        parent: run id of the study.
    """
    attrs, outcome, span = trial.user_attrs, standing.outcome(trial), standing.span(trial)
    values, hidden = attrs[VALUES], attrs.get(HIDDEN, [])
    tags = {
        **_identity(standing, "trial"),
        PARENT: parent,
        TRIAL: str(trial.number),
        COHORT_TAG: str(attrs.get(COHORT, 0)),
        STATE: outcome,
        "nnsearch.hidden": "-".join(map(str, hidden)),
    }
    if outcome in (DIVERGED, EARLY_STOPPED) and attrs.get("outcome_epoch") is not None:
        tags[f"nnsearch.{outcome}_epoch"] = str(attrs["outcome_epoch"])
    if attrs.get(REASON):
        tags["nnsearch.reason"] = str(attrs[REASON])
    segments = standing.segments(trial.number)
    return RunTarget(
        name=trial_name(trial.number, values, hidden, standing.meta["spec"], _ending(standing, trial, outcome)),
        status=_status(outcome),
        start=span.start,
        end=None if outcome == "running" else span.end,
        tags=tags,
        params={name: str(value) for name, value in values.items()},
        scalars=_scalars(trial, segments, OBJECTIVES[standing.meta["metric"]], span.end)
        if standing.finished(trial)
        else (),
        steps=sum(len(segment.epochs) for segment in segments),
        points=lambda first: [step for segment in segments for step in _epochs(segment)][first:],
    )


def study_target(standing: Standing) -> RunTarget:
    """Return the run of the study itself as it should be."""
    meta, progress = standing.meta, standing.progress
    trials = list(standing.trials())
    stopped = progress.get("stopped")
    over = not standing.live and stopped in ENDS and all(map(standing.finished, trials))
    status: Status = "RUNNING" if standing.live else ("FINISHED" if over else "KILLED")
    best = _best(progress, trials)
    created = _milliseconds(_timestamp(meta["created"]))
    tags = {
        **_identity(standing, "study"),
        STATE: {"RUNNING": "running", "FINISHED": "complete"}.get(status, "interrupted"),
        **machine_tags(meta),
        "nnsearch.metric": str(meta["metric"]),
        "nnsearch.data_fingerprint": str(meta["data"]["fingerprint"]),
        "mlflow.source.name": f"nnsearch run {meta['name']}",
        DESCRIPTION: describe_study(meta, _sentence(standing, status), best, progress.get("counts", {})),
    }
    done = [trial for trial in trials if standing.finished(trial)]
    return RunTarget(
        name=str(meta["name"]),
        status=status,
        start=created,
        end=None if standing.live else max((standing.span(trial).end for trial in trials), default=created),
        tags=tags,
        params=study_params(meta),
        scalars=(),
        steps=len(done),
        points=lambda first: _best_so_far(standing, done)[first:],
    )


def _identity(standing: Standing, kind: str) -> dict[str, str]:
    return {STUDY: str(standing.meta["name"]), STUDY_ID: standing.study_id, KIND: kind}


def _status(outcome: str) -> Status:
    by_name: dict[str, Status] = {"running": "RUNNING", "interrupted": "KILLED", "failed": "FAILED", "fail": "FAILED"}
    return by_name.get(outcome, "FINISHED")


def _ending(standing: Standing, trial: TrialRecord, outcome: str) -> str:
    if outcome == DIVERGED:
        return "diverged"
    if not standing.finished(trial) or trial.value is None or not math.isfinite(trial.value):
        return ""
    return objective_text(str(standing.meta["metric"]), trial.value)


def _scalars(trial: TrialRecord, segments: list[CurveSegment], objective: Objective, time: int) -> list[Point]:
    # Step 0, as MLflow draws metrics that have no other step as bars to compare rather than as lines.
    values: dict[str, float] = {}
    if trial.value is not None and trial.user_attrs.get("outcome") != DIVERGED:
        values["objective"] = trial.value
    curve = objective.curve
    seen = [(value, epoch) for part in segments for epoch, value in zip(part.epochs, part.curves[curve], strict=True)]
    seen = [(value, epoch) for value, epoch in seen if math.isfinite(value)]
    if seen:
        values[f"best/{curve}"], values["best/epoch"] = min(
            seen, key=lambda found: (objective.loss(found[0]), found[1])
        )
    return [Point(key, float(value), time, 0) for key, value in values.items() if math.isfinite(value)]


def _epochs(segment: CurveSegment) -> Iterator[list[Point]]:
    """Give each epoch's finite values; the epochs are taken to have lasted equally long."""
    names = {curve: metric_name(curve) for curve in segment.curves}
    each = (segment.end - segment.start) / max(1, len(segment.epochs))
    for index, epoch in enumerate(segment.epochs):
        time = _milliseconds(segment.start + (index + 1) * each)
        values = ((names[curve], series[index]) for curve, series in segment.curves.items())
        yield [Point(name, value, time, epoch) for name, value in values if math.isfinite(value)]


def _best_so_far(standing: Standing, done: list[TrialRecord]) -> list[list[Point]]:
    """Return the best objective and trial after each finished trial, at the time the last one of them ended."""
    steps = []
    objective = OBJECTIVES[standing.meta["metric"]]
    best: tuple[float, int] | None = None
    time = 0
    for trial in done:
        time = max(time, standing.span(trial).end)
        if trial.state == "COMPLETE" and trial.value is not None and math.isfinite(trial.value):
            found = (trial.value, trial.number)
            best = found if best is None else best_first([best, found], objective)[0]
        steps.append(
            [Point("best/objective", best[0], time, trial.number), Point("best/trial", best[1], time, trial.number)]
            if best
            else []
        )
    return steps


def _best(progress: dict[str, Any], trials: list[TrialRecord]) -> Best | None:
    if not progress.get("ranking"):
        return None
    value, number = progress["ranking"][0]
    values: dict[str, Any] = next((trial.user_attrs[VALUES] for trial in trials if trial.number == number), {})
    return Best(int(number), float(value), values)


def _sentence(standing: Standing, status: Status) -> str:
    progress, name = standing.progress, standing.meta["name"]
    told = sum(progress.get("counts", {}).values())
    done = f"{told} of {max(told, int(progress.get('trials', told)))} trials"
    if status == "RUNNING":
        return f"running, {done} so far."
    seconds = f"{float(progress.get('seconds', 0)):.3g} seconds of search"
    if status == "FINISHED":
        return f"{done} in {seconds}; stopped by: {progress['stopped']}."
    return f"interrupted after {done} and {seconds}; `nnsearch resume {name}` goes on."


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _timestamp(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
