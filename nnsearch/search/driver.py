"""The driver of a study: ask a cohort, train its rungs, tell it, and commit after each step. One process, one writer.

Nothing here depends on how many workers there are, how populations are split or which of them is done first: cohorts
are asked and told in order, and a trial's values reach Optuna only when its cohort is told or, up to its last rung,
shown.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from optuna.trial import FrozenTrial

from nnsearch.search.asked import REASON, Asked
from nnsearch.search.checkpoints import pack_states
from nnsearch.search.cohort import DIVERGED, EARLY_STOPPED, FAILED, VALUED, Batch, Cohort, LiveTrial, new_curves
from nnsearch.search.executor import DEATHS
from nnsearch.search.in_process import Executor, Lost
from nnsearch.search.ledger import Ledger
from nnsearch.search.limits import Limits
from nnsearch.search.policies import overlaps, plan_of
from nnsearch.search.populations import cut_populations, seconds_left
from nnsearch.search.results import Results, best_first
from nnsearch.search.sampling import MOST_SEEN, ask_in_parts, judging_prospects
from nnsearch.search.sight import Sight
from nnsearch.search.snapshot import SHOWN, Observer, Snapshot, StopRequest, TrialSummary
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec
from nnsearch.search.suspects import Suspects
from nnsearch.search.teller import Teller
from nnsearch.search.weights import weights_of
from nnsearch.training.examples import Examples
from nnsearch.training.objectives import objective_for
from nnsearch.training.segment import SegmentResult

COMMIT_AFTER = 2.0
"""Seconds after which results are committed although their rung is not done; a cohort is asked first."""
SEGMENT_SECONDS = 1.0
"""Soft limit of a task, so that checkpoints and curves stay recent."""
RANKED = 20
"""Best trials that each commit names, for whoever looks at the end of the journal only."""
KEPT = (None, *VALUED)
"""Outcomes of trials whose states are still needed."""


class Driver:
    """Runs one study until a limit.

    Args:
        spec: the study.
        examples: its data.
        ledger: open.
        executor: where populations train.
        limits: when to stop.
        observer: told after each step.
        stop: asked before each step.
        carried: finished trials of a parent study, for the sampler.
    """

    def __init__(
        self,
        spec: StudySpec,
        examples: Examples,
        ledger: Ledger,
        executor: Executor,
        limits: Limits,
        observer: Observer | None = None,
        stop: StopRequest | None = None,
        carried: Sequence[FrozenTrial] = (),
    ) -> None:
        self.spec, self.examples, self.ledger, self.executor, self.limits = spec, examples, ledger, executor, limits
        self.space = Space(spec)
        self.observer = observer
        self.stop = stop or StopRequest()
        self.study = Sight(ledger.load_study(), spec.search.in_flight, carried, MOST_SEEN.get(spec.search.sampler))
        self.cohorts: dict[int, Cohort] = {}
        self.objective = objective_for(examples.task, spec.search.objective)
        self.results = Results(self.objective)
        self.params: dict[int, dict[str, object]] = {}
        self.outcomes: Counter[str] = Counter()
        self.told = 0
        self.seconds_before = 0.0
        self.busy = self.capacity_before = 0.0  # seconds that workers trained, and that they were up
        self.reason: str | None = None
        self._teller = Teller(self.study, ledger, executor)
        self._tasks: dict[int, tuple[Cohort, Batch]] = {}
        self._next_key = 0
        self._suspects = Suspects()
        self._staged: list[LiveTrial] = []
        self._best_on_record: list[tuple[float, int]] = []
        self._started = self._committed = time.monotonic()
        self._epochs = 0
        self._told_before = 0

    def restore_standing(self, facts: Mapping[str, Any]) -> None:
        """Take over what the last commit's progress says of the cohorts that have been told."""
        self.told = int(facts["told"])
        self.seconds_before = float(facts["seconds"])
        self.busy, self.capacity_before = float(facts["busy"]), float(facts["capacity"])
        self.outcomes = Counter(facts["counts"])

    @property
    def elapsed(self) -> float:
        """Seconds since this launch began to search."""
        return time.monotonic() - self._started

    @property
    def _up(self) -> float:
        """Seconds in which workers were up."""
        ready = self.executor.ready
        return 0.0 if ready is None else time.monotonic() - max(self._started, ready)

    def run(self) -> str:
        """Search until a limit or a request.

        Returns:
            What stopped it: ``trials``, ``exhausted`` (every configuration of a small space has been tried),
            ``target``, ``patience``, ``time`` or the request's reason.
        """
        self._started = self._committed = time.monotonic()
        self._told_before = self.told
        for cohort in self.cohorts.values():
            cohort.advance()  # to where it stood: who stopped at a rung is decided again
        self._best_on_record = self._best[:1]  # all that is known now was read from there
        self._tell_finished()
        for cohort in self.cohorts.values():
            self._submit(cohort)
        self._observe()
        while self._tasks:
            if self.stop.reason is not None:
                for key in self.executor.cancel_waiting():
                    del self._tasks[key]
                if not self._tasks:
                    break
            key, result = self.executor.next()
            cohort, batch = self._tasks.pop(key)
            if isinstance(result, Lost):
                self._suspect(cohort, batch, result)
            else:
                self._record(cohort, batch, result)
            if self.stop.reason is None:
                self._go_on(cohort)
            self._observe()
        if self.stop.reason is not None and (self.cohorts or self._limit_met() is None):
            self.reason = self.stop.reason
        elif self.reason is None:  # a request that came when nothing was left to stop
            self.reason = self._limit_met()
        self._commit()
        return self.reason or "trials"

    def _go_on(self, cohort: Cohort) -> None:
        """Take the next steps that a result makes possible."""
        rung_done = cohort.rung_done
        if rung_done:
            cohort.advance()
        if not cohort.finished:
            self._submit(cohort)  # first, so that no worker waits for the disk
        found = self._best[:1] != self._best_on_record
        overdue = time.monotonic() - self._committed > COMMIT_AFTER
        if found or overdue or (rung_done and not cohort.finished):
            self._commit()
        if found:
            self._observe()  # before the next cohort is asked
        if rung_done:
            self._tell_finished()

    def _tell_finished(self) -> None:
        """Tell finished cohorts in order, ask the cohort that each telling allows, and commit it all as one step."""
        before = self.told, len(self.cohorts)
        finished: list[LiveTrial] = []
        self._ask_due()
        while self.told in self.cohorts and self.cohorts[self.told].finished:
            cohort = self.cohorts.pop(self.told)
            self._tell(cohort)
            finished += cohort.trials
            self._ask_due()
        if before != (self.told, len(self.cohorts)) or finished:
            self._keep_best(finished)  # after the next cohort has gone to the workers
            self._commit()

    def _ask_due(self) -> None:
        while self.stop.reason is None and self._may_ask:
            number = self.told + len(self.cohorts)
            self.reason = self._limit_met()
            if self.reason is not None:
                return
            if not self._has_room:  # and no earlier, so that operations have the same order whoever was done first
                self._teller.show(self.cohorts[self.told])
            self.study.cohort = number
            cohort = self.cohorts[number] = self.new_cohort(number, [])
            asked_of = self.study, self.spec, self.space, self.examples, number
            for part in ask_in_parts(*asked_of, prospects=cohort.prospects, meanwhile=self._keep_workers_busy):
                cohort.add(part)
                if self.stop.reason is None:
                    self._submit(cohort)

    @property
    def _has_room(self) -> bool:
        return len(self.cohorts) < self.spec.search.in_flight

    @property
    def _may_ask(self) -> bool:
        """Whether the next cohort can be asked: where cohorts overlap, one more beside the last rung of the oldest."""
        if self._has_room:
            return True
        oldest = self.cohorts[self.told]
        return len(self.cohorts) == self.spec.search.in_flight and oldest.overlaps and oldest.in_last_rung

    def _keep_workers_busy(self) -> None:
        """Take in results while a cohort is asked, and queue what follows; they are told and committed afterwards."""
        for _ in range(self.executor.jobs):  # no more, so that the cohort is asked, too
            done = self.executor.next_if_done()
            if done is None:
                return
            key, result = done
            cohort, batch = self._tasks.pop(key)
            self._record(cohort, batch, result)
            if self.stop.reason is None:
                cohort.advance()
                self._submit(cohort)

    def new_cohort(self, number: int, asked: Sequence[Asked]) -> Cohort:
        """Make a cohort of this study; it closes its first rung once it is whole."""
        search, prospects = self.spec.search, judging_prospects(self.study, self.spec, self.space, number)
        plan = plan_of(search, self.spec.training.epochs, number)
        overlap = self._overlaps(number)
        return Cohort(number, asked, plan, search.seed, self.objective, search.cohort, prospects, overlaps=overlap)

    def _overlaps(self, number: int) -> bool:
        return overlaps(self.spec.search, self.spec.training.epochs, number)

    def _limit_met(self) -> str | None:
        number, size = self.told + len(self.cohorts), self.spec.search.cohort
        # What the next cohort may see does not depend on how many in flight have been told by now.
        newest = number - self.spec.search.in_flight
        visible = max(0, newest if self._overlaps(newest) else newest + 1)
        space = self.space.configurations
        return self.limits.met(
            number * size, self.results, visible, self.elapsed, None if space is None else len(space)
        )

    @property
    def _trained(self) -> list[LiveTrial]:
        """Trials that are as good as they will be, while others of their cohort train on."""
        return [trial for cohort in self.cohorts.values() for trial in cohort.trained]

    @property
    def _best(self) -> list[tuple[float, int]]:
        """The best few so far, told or not."""
        return best_first([*self.results.top(SHOWN), *_scores(self._trained)], self.objective)[:SHOWN]

    def _submit(self, cohort: Cohort) -> None:
        """Queue tasks for the cohort's trials that wait and are not in a task already."""
        busy = {trial.number for _, batch in self._tasks.values() for trial in batch.trials}
        batches = cohort.batches(partial(self._split, cohort.target), SEGMENT_SECONDS, busy)
        # The oldest cohort first, as others wait for it; in it, what takes longest, so that all end together.
        timed = [(seconds_left(batch, self.examples), batch) for batch in batches]
        for seconds, batch in sorted(timed, key=itemgetter(0), reverse=True):
            self._tasks[self._next_key] = (cohort, batch)
            alone = self._suspects.involved([trial.number for trial in batch.trials])
            self.executor.submit(self._next_key, batch.segment, alone=alone, turn=cohort.number, seconds=seconds)
            self._next_key += 1

    def _split(self, until: int, groups: Sequence[Sequence[LiveTrial]]) -> list[list[LiveTrial]]:
        """Cut trials that may train together into populations that suit cache, workers and what is suspected."""
        if not groups:
            return []
        by_number = {trial.number: trial for group in groups for trial in group}
        parts = [part for group in groups for part in self._suspects.parts([trial.number for trial in group])]
        apart = [[by_number[number] for number in part] for part in parts]
        elsewhere = sum(seconds_left(batch, self.examples) for _, batch in self._tasks.values())
        return cut_populations(apart, until, self.examples, self.executor.jobs, elsewhere)

    def _record(self, cohort: Cohort, batch: Batch, result: SegmentResult) -> None:
        """Take in a result and stage it for the next commit."""
        cohort.record(batch, result)
        self._suspects.acquit([trial.number for trial in batch.trials])
        self.busy += result.seconds
        self._epochs += sum(curve.epochs for curve in result.curves)
        self.ledger.stage_curves(new_curves(batch, result, time.time()))
        self._staged += [trial for trial in batch.trials if trial not in self._staged]

    def _suspect(self, cohort: Cohort, batch: Batch, lost: Lost) -> None:
        """Look for the trial that killed a population's workers; once it is found, it has failed, on record."""
        if not self._suspects.accuse([trial.number for trial in batch.trials], alone=lost.alone):
            return
        trial = batch.trials[0]
        trial.outcome = FAILED
        how = f" ({lost.how})" if lost.how else ""
        rung = cohort.last_rung(trial.epoch)  # where in the rung depends on the clock
        reason = f"its worker died {DEATHS} times{how} with nothing else training, in the rung after epoch {rung}"
        self.ledger.annotate(trial.number, **{REASON: reason})
        self._staged += [trial] if trial not in self._staged else []
        self._commit()

    def _tell(self, cohort: Cohort) -> None:
        """Tell a finished cohort whole, in trial order."""
        self._teller.tell(cohort)
        for trial in cohort.trials:
            self.outcomes[str(trial.outcome)] += 1
            self.params[trial.number] = dict(trial.asked.values)
        complete = [trial for trial in cohort.trials if trial.outcome in VALUED]
        self.results.add_cohort((trial.score, trial.number) for trial in complete)
        self.ledger.drop_checkpoints([trial.number for trial in cohort.trials])
        self._staged = [trial for trial in self._staged if trial not in cohort.trials]
        self.told += 1

    def _keep_best(self, told: Sequence[LiveTrial]) -> None:
        """Keep the weights of the best trials, those just told among them."""
        kept = {number for _, number in self.results.top(self.spec.search.keep)}
        for trial in told:
            if trial.number in kept and trial.state is not None:
                state, row = trial.state
                self.ledger.stage_best(trial.number, weights_of(trial.asked, state, row, self.examples))
        for number in self.ledger.best().keys() - kept:
            self.ledger.drop_best(number)

    def _commit(self) -> None:
        """Commit curves, checkpoints and journal as one step."""
        self._stage_checkpoints()
        live = [trial for cohort in self.cohorts.values() for trial in cohort.trials]
        self.ledger.commit(
            told=self.told,
            trials=max(self.limits.trials, self.told * self.spec.search.cohort),
            ranking=self.results.top(RANKED),
            trained=_scores(self._trained),
            seconds=round(self.seconds_before + self.elapsed, 3),
            busy=round(self.busy, 3),
            capacity=round(self.capacity_before + self._up * self.executor.jobs, 3),
            # While cohorts train the study has not stopped, even if no further one will be asked.
            stopped=None if self.cohorts and self.stop.reason is None else self.reason,
            outcomes={
                str(trial.number): [trial.outcome, trial.outcome_epoch]
                for trial in live
                if trial.outcome in (DIVERGED, EARLY_STOPPED, FAILED)
            },
            counts=dict(self.outcomes),
            target=self._target,
            epochs=self._epochs,
        )
        self._committed, self._best_on_record = time.monotonic(), self._best[:1]

    def _stage_checkpoints(self) -> None:
        """Write the states of trials that got new ones, all in one file; those that stopped need none."""
        arrays, trials = pack_states(trial for trial in self._staged if trial.outcome in KEPT)
        if trials:
            self.ledger.stage_checkpoint(f"trial-{min(trials)}", arrays, trials)
        gone = [trial.number for trial in self._staged if trial.outcome not in KEPT]
        self.ledger.drop_checkpoints(gone)
        self._staged = []

    def _observe(self) -> None:
        if self.observer is not None:
            self.observer(self.snapshot())

    @property
    def _target(self) -> int:
        """The epoch at which the newest cohort's rung ends."""
        return self.cohorts[max(self.cohorts)].target if self.cohorts else self.spec.training.epochs

    def snapshot(self) -> Snapshot:
        """Say where the study stands."""
        size = self.spec.search.cohort
        done, total = self.told * size, -(-self.limits.trials // size) * size
        in_launch = (self.told - self._told_before) * size
        rate = in_launch / self.elapsed if self.elapsed > 0 else 0.0
        newest = max(self.cohorts, default=max(0, self.told - 1))
        live = {trial.number: trial.asked.values for trial in self._trained}
        return Snapshot(
            study=self.spec.name,
            trials_done=done,
            trials_total=max(total, done),
            cohort=newest,
            training=sum(len(cohort.waiting()) for cohort in self.cohorts.values()),
            target_epoch=self._target,
            epochs=self._epochs,
            elapsed=self.elapsed,
            networks_per_second=rate,
            seconds_left=max(0, total - done) / rate if rate > 0 else None,
            best=tuple(
                TrialSummary(number, value, dict(live.get(number, self.params.get(number, {}))))
                for value, number in self._best
            ),
            outcomes=dict(self.outcomes),
        )


def _scores(trials: Sequence[LiveTrial]) -> list[tuple[float, int]]:
    return [(trial.score, trial.number) for trial in trials]
