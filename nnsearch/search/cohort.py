"""A cohort between ask and tell: where its trials stand, who trains next, who stops. Pure logic, no files."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Container, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nnsearch.core.seeds import derived_seed
from nnsearch.search.asked import Asked
from nnsearch.search.halving import contenders, forecast, survivors
from nnsearch.search.policies import Plan
from nnsearch.search.records import CURVES, CurveSegment
from nnsearch.training.objectives import OBJECTIVES, Objective
from nnsearch.training.population import Shape, shape_of
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState, concatenate

if TYPE_CHECKING:
    from nnsearch.search.prospects import Prospects

COMPLETE, EARLY_STOPPED, PRUNED, DIVERGED, FAILED = "complete", "early_stopped", "pruned", "diverged", "failed"
"""How a trial can end; a failed one cannot be trained, because its worker dies of it."""
VALUED = (COMPLETE, EARLY_STOPPED)
"""Outcomes of trials that were trained to their end, and have an objective."""
LEAST_UNJUDGED = 2
"""Trials that go on at least where a model will judge rungs and knows too little yet: one end says nothing of how ends
differ, and beside a single network workers would wait."""


@dataclass(eq=False)
class LiveTrial:
    """A trial that has been asked and not yet told.

    Args:
        asked: what it is.
        objective: what it is judged by.
        values: its objective by epoch, from the first.
        outcome: how it ended; ``None`` while it may go on.
        outcome_epoch: the epoch that decided it (the diverging one, or the one whose weights were restored).
        state: where its row is: a population's state and the row's index; ``None`` before the first epoch.
        recorded: epochs whose curves were on record before this launch.
        shown: epochs that Optuna knows of before the trial is told; ``None`` until it is shown.
        metrics: of its final weights, once they have been measured.
    """

    asked: Asked
    objective: Objective = OBJECTIVES["error"]
    values: list[float] = field(default_factory=list)
    outcome: str | None = None
    outcome_epoch: int | None = None
    state: tuple[PopulationState, int] | None = None
    recorded: int = 0
    shown: int | None = None
    metrics: dict[str, float] | None = None

    @property
    def number(self) -> int:
        """Its number in the study."""
        return self.asked.number

    @property
    def epoch(self) -> int:
        """Epochs done."""
        return len(self.values)

    @property
    def score(self) -> float:
        """Its objective so far, see :meth:`score_at`."""
        return self.score_at(self.epoch)

    def go_back_to(self, epoch: int) -> None:
        """Forget what came after an epoch, to train it again: to the same bits, as a trial is a pure function."""
        del self.values[epoch:]
        self.outcome = self.outcome_epoch = self.metrics = None

    def entered(self, start: int) -> bool:
        """Return whether it trained, or failed to train, for the rung that begins after an epoch.

        A failed trial may have ended anywhere in its rung: whether the rung counts it must not depend on where its
        last checkpoint was.
        """
        return self.epoch > start or (self.outcome == FAILED and self.epoch == start)

    def score_at(self, epoch: int) -> float:
        """Its objective after an epoch, or after its last one if it ended before.

        That is the one of that epoch, or the best one until then where early stopping restores the best weights; the
        worst there is (``inf`` for an error) once it has diverged, and where it failed before.
        """
        diverged = self.outcome == DIVERGED and self.outcome_epoch is not None and self.outcome_epoch <= epoch
        failed = self.outcome == FAILED and self.epoch < epoch
        seen = self.values[:epoch]
        if diverged or failed or not seen:
            return self.objective.worst
        return min(seen, key=self.objective.loss) if self.asked.hyperparameters.patience is not None else seen[-1]


@dataclass(frozen=True, eq=False)
class Batch:
    """Trials that train together next.

    Args:
        trials: in trial order; all of one shape, container and epoch.
        segment: the task.
    """

    trials: tuple[LiveTrial, ...]
    segment: Segment


def training_seed(seed: int, cohort: int) -> int:
    """Return the seed of all draws that train a cohort: initial weights, orders of examples, dropout.

    Trials of a cohort share it, so that a rung compares hyperparameters and not luck; each cohort has another, so that
    a long study does not depend on one draw.

    Args:
        seed: the study's.
        cohort: its number.
    """
    return derived_seed(seed, "training", cohort)


class Cohort:
    """The trials that see the same results, and the rungs they climb.

    Args:
        number: of the cohort.
        asked: its trials so far, in order.
        plan: the rungs, and how many go on after each.
        seed: the study's.
        objective: what trials are judged by.
        size: how many trials it has once all are asked; ``None`` if all are.
        prospects: knows what a start is worth; ``None`` where curves alone decide who goes on.
        overlaps: whether the next cohort in turn is asked when its last rung begins.
    """

    def __init__(
        self,
        number: int,
        asked: Sequence[Asked],
        plan: Plan,
        seed: int,
        objective: Objective = OBJECTIVES["error"],
        size: int | None = None,
        prospects: Prospects | None = None,
        *,
        overlaps: bool = False,
    ) -> None:
        self.number = number
        self.objective = objective
        self.trials: list[LiveTrial] = []
        self.add(asked)
        self._size = len(asked) if size is None else size
        self.plan = plan
        self.rungs = plan.rungs
        self.seed = training_seed(seed, number)
        self.rung = 0
        self.prospects = prospects
        self.overlaps = overlaps

    def add(self, asked: Sequence[Asked]) -> None:
        """Take in trials in order; they may train although the cohort is not whole."""
        self.trials += [LiveTrial(trial, self.objective) for trial in asked]

    @property
    def whole(self) -> bool:
        """Whether all its trials have been asked."""
        return len(self.trials) == self._size

    @property
    def target(self) -> int:
        """The epoch at which the current rung ends."""
        return self.rungs[self.rung]

    @property
    def in_last_rung(self) -> bool:
        """Whether every rung but the last has been closed."""
        return self.rung == len(self.rungs) - 1

    @property
    def finished(self) -> bool:
        """Whether every trial has been asked and has an outcome."""
        return self.whole and all(trial.outcome is not None for trial in self.trials)

    @property
    def rung_done(self) -> bool:
        """Whether no trial has to train, or to be asked, for the current rung."""
        return self.whole and not self.waiting()

    def last_rung(self, epoch: int) -> int:
        """Return the last rung's end that is not after an epoch, or 0."""
        return max((rung for rung in self.rungs if rung <= epoch), default=0)

    @property
    def trained(self) -> list[LiveTrial]:
        """Trials that have been trained to their end, complete or stopped early, whether or not their rung is done."""
        return [t for t in self.trials if t.outcome in VALUED or (t.outcome is None and t.epoch == self.rungs[-1])]

    def waiting(self) -> list[LiveTrial]:
        """Trials that have not reached the current rung's end."""
        return [trial for trial in self.trials if trial.outcome is None and trial.epoch < self.target]

    def advance(self) -> None:
        """Close every rung that is done: weak trials stop, the others go on; at the last rung they are complete.

        Who goes on without its state begins anew: another version may have stopped it at this rung.
        """
        while not self.finished and self.rung_done:
            if self.in_last_rung:
                for trial in self.trials:
                    if trial.outcome is None:
                        trial.outcome = COMPLETE
                return
            self._prune()
            self.rung += 1
            for trial in self.waiting():
                if trial.state is None:
                    trial.go_back_to(0)

    def _prune(self) -> None:
        start = self.rungs[self.rung - 1] if self.rung else 0
        climbers = [trial for trial in self.trials if trial.outcome != PRUNED and trial.entered(start)]
        going_on = self._going_on(climbers, self.plan.keep(len(climbers)))
        for trial in climbers:
            if trial.outcome is None and trial.number not in going_on:
                trial.outcome = PRUNED

    def _going_on(self, climbers: Sequence[LiveTrial], count: int) -> Collection[int]:
        """Choose among the trials that were trained for a rung that ends."""
        scores = {trial.number: self.objective.loss(trial.score_at(self.target)) for trial in climbers}
        # Where early stopping restores the best weights a curve's end is no epoch's.
        if any(trial.asked.hyperparameters.patience is not None for trial in climbers):
            return survivors(scores, count)
        alive = [trial for trial in climbers if math.isfinite(scores[trial.number])]
        shown = [(trial.asked.values, trial.values[: self.target]) for trial in alive]
        judge = self.prospects if self.plan.top is None else None
        margins = judge.margins(shown) if judge is not None and shown else None
        if margins is not None:
            return contenders({trial.number: own for trial, own in zip(alive, margins, strict=True)}, count)
        if judge is not None:
            count = max(count, LEAST_UNJUDGED)
        if not self.objective.maximize:  # more may be better
            curves = {trial.number: values for trial, (_, values) in zip(alive, shown, strict=True)}
            scores |= forecast(curves, self.rungs[-1])
        return survivors(scores, count)

    def batches(
        self,
        split: Callable[[Sequence[Sequence[LiveTrial]]], list[list[LiveTrial]]],
        seconds: float,
        busy: Container[int] = (),
    ) -> list[Batch]:
        """Return the tasks that bring waiting trials to the rung's end.

        Args:
            split: cuts groups of trials that may train together into populations; where it cuts changes no bit.
            seconds: soft limit per task.
            busy: numbers of trials that are in a task already.
        """
        groups: dict[tuple[Shape, tuple[int, ...], int], list[LiveTrial]] = {}
        for trial in self.waiting():
            if trial.number in busy:
                continue
            key = (shape_of(trial.asked.hyperparameters), trial.asked.container, trial.epoch)
            groups.setdefault(key, []).append(trial)
        return [
            Batch(tuple(part), self._segment(part, part[0].asked.container, seconds))
            for part in split(list(groups.values()))
        ]

    def _segment(self, trials: Sequence[LiveTrial], container: tuple[int, ...], seconds: float) -> Segment:
        states = [trial.state for trial in trials]
        rows = [state.take([row]) for state, row in (pair for pair in states if pair is not None)]
        return Segment(
            members=tuple(trial.asked.hyperparameters for trial in trials),
            container=container,
            seed=self.seed,
            epochs=self.rungs[-1],
            until=self.target,
            state=concatenate(rows) if rows else None,
            seconds=seconds,
            objective=self.objective.name,
        )

    def record(self, batch: Batch, result: SegmentResult) -> None:
        """Take in what a task returned."""
        for index, trial in enumerate(batch.trials):
            trial.values.extend(result.curves[index].values[self.objective.curve])
            trial.state = (result.state, index)
            trial.metrics = result.metrics.get(index)
            if index in result.diverged:
                trial.outcome, trial.outcome_epoch = DIVERGED, result.diverged[index]
            elif index in result.stopped:
                trial.outcome, trial.outcome_epoch = EARLY_STOPPED, result.stopped[index]


def new_curves(batch: Batch, result: SegmentResult, end: float) -> list[CurveSegment]:
    """Return what a result adds to the curves on record: not the epochs trained again after a lost checkpoint.

    Args:
        batch: the trials.
        result: of their task.
        end: when it ended, seconds since 1970.
    """
    segments = []
    for trial, curve in zip(batch.trials, result.curves, strict=True):
        known = max(0, trial.recorded + 1 - curve.first)
        if curve.epochs > known:
            more = {name: column[known:] for name, column in curve.values.items()}
            own = {name: more.pop(name) for name in CURVES}
            start, first = end - result.seconds, curve.first + known
            segments.append(CurveSegment(trial=trial.number, first=first, start=start, end=end, more=more, **own))
    return segments
