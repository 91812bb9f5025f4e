"""What reaches Optuna of trials: how they ended and, before that, what the next cohort may see of those that train on.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

from dataclasses import asdict

from optuna.trial import TrialState

from nnsearch.search.asked import HALFWAY, Halfway
from nnsearch.search.cohort import DIVERGED, EARLY_STOPPED, FAILED, VALUED, Cohort, LiveTrial
from nnsearch.search.in_process import Executor
from nnsearch.search.ledger import Ledger
from nnsearch.search.sight import Sight


class Teller:
    """Tells a study's trials.

    Args:
        study: what is told.
        ledger: open.
        executor: measures networks that ended before this launch.
    """

    def __init__(self, study: Sight, ledger: Ledger, executor: Executor) -> None:
        self._study, self._ledger, self._executor = study, ledger, executor

    def tell(self, cohort: Cohort) -> None:
        """Tell a finished cohort whole, in trial order."""
        if cohort.overlaps:
            self.show(cohort)
        for trial in cohort.trials:
            self._tell_trial(cohort, trial)

    def show(self, cohort: Cohort) -> None:
        """Show a cohort as it stands, or stood, when its last rung begins; once is enough.

        What is noted does not depend on how far that rung is by now.
        """
        start = cohort.rungs[-2]
        for trial in cohort.trials:
            if trial.shown is not None:
                continue
            over = trial.outcome is not None and not trial.entered(start)
            until = self._reported(cohort, trial) if over else start
            self._report(trial, until)
            outcome = trial.outcome if over else None
            value = trial.score if outcome == EARLY_STOPPED else None
            self._ledger.annotate(trial.number, **{HALFWAY: asdict(Halfway(until, outcome, value))})
            trial.shown = until

    def _tell_trial(self, cohort: Cohort, trial: LiveTrial) -> None:
        # What is said of a failed trial must not depend on where its last checkpoint was.
        epochs = cohort.last_rung(trial.epoch) if trial.outcome == FAILED else trial.epoch
        self._report(trial, self._reported(cohort, trial))
        self._ledger.annotate(trial.number, outcome=trial.outcome, outcome_epoch=trial.outcome_epoch, epochs=epochs)
        if trial.outcome in VALUED:
            self._annotate_metrics(trial)
            self._study.tell(trial.number, trial.score)
        else:
            state = TrialState.FAIL if trial.outcome == FAILED else TrialState.PRUNED
            self._study.tell(trial.number, state=state)

    def _reported(self, cohort: Cohort, trial: LiveTrial) -> int:
        """Return until which epoch a trial that has ended is reported."""
        if trial.outcome == FAILED:
            return cohort.last_rung(trial.epoch)
        if trial.outcome == DIVERGED and trial.outcome_epoch is not None:
            # A diverged trial must not rank above those that the rung before stopped.
            return cohort.last_rung(trial.outcome_epoch - 1)
        return trial.epoch

    def _report(self, trial: LiveTrial, until: int) -> None:
        """Report the values that have not been reported."""
        values = {epoch: trial.values[epoch - 1] for epoch in range(1 + (trial.shown or 0), until + 1)}
        self._ledger.set_intermediate(trial.number, values)

    def _annotate_metrics(self, trial: LiveTrial) -> None:
        metrics = trial.metrics
        if metrics is None and trial.state is not None:  # it had ended before this launch
            state, row = trial.state
            asked = trial.asked
            metrics = self._executor.measure(asked.hyperparameters, asked.container, state.take([row]))
        self._ledger.annotate(trial.number, metrics=metrics)
