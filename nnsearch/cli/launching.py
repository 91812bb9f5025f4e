"""One launch of a study from the command line: header, progress, Ctrl-C, summary.

Imports Optuna and rich: imported only where a study runs.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from nnsearch.cli.console import Output, say, show_json
from nnsearch.cli.display import choose_display
from nnsearch.cli.stopping import REASONS, stop_on_signals
from nnsearch.core.paths import StudyPaths
from nnsearch.reports.formats import plural
from nnsearch.reports.preview import round_up_note, searched_rows
from nnsearch.reports.study_facts import data_facts, describe_data, next_advice, study_facts
from nnsearch.reports.summary import render_summary
from nnsearch.search.overview import ENDS, NEW, Overview, overview
from nnsearch.search.requirements import COSTS
from nnsearch.search.run import Launch, Prepared, launch
from nnsearch.search.snapshot import Snapshot, StopRequest
from nnsearch.search.space import Space
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.training.objectives import OBJECTIVES, objective_for

if TYPE_CHECKING:
    from nnsearch.cli.request import Request
    from nnsearch.cli.session import Session


class Launching:
    """Runs one study for a person.

    Args:
        session: this call of the command line.
        request: what was asked for.
        paths: the study's places.
        spec: its checked file.
        stop: set by the first signal.
    """

    def __init__(
        self, session: Session, request: Request, paths: StudyPaths, spec: StudySpec, stop: StopRequest
    ) -> None:
        self.session, self.request, self.paths, self.spec = session, request, paths, spec
        self.output = Output()
        self.before = overview(paths)
        self.stop = stop

    def run(self, begin: Callable[[], None], step: Callable[[], None]) -> str:
        """Search until a limit or a signal.

        Args:
            begin: called once the study's record exists and is locked.
            step: called after each step of the search.

        Returns:
            What stopped it, see :meth:`nnsearch.search.driver.Driver.run`.
        """
        request = self.request
        display = choose_display(self.spec, self.output, quiet=request.as_json)
        how = Launch(request.trials, request.time, request.jobs, request.resume)
        with display, ExitStack() as signals:

            def on_start(prepared: Prepared) -> None:
                # From here on there is something to resume; before, Ctrl-C simply ends the program.
                signals.enter_context(stop_on_signals(self.stop, display.notify))
                begin()
                for line in prepared.repairs:
                    say(f"note: {line}")
                objective = objective_for(prepared.data.task, self.spec.search.objective)
                display.start(objective.name, header_lines(prepared, self.before, request.trials))

            def observe(snapshot: Snapshot) -> None:
                display.update(snapshot)
                step()

            try:
                return launch(self.paths, self.spec, how, observer=observe, stop=self.stop, on_start=on_start).reason
            except KeyboardInterrupt:
                if self.stop.reason is None:  # before there was anything to keep
                    raise
                return self.stop.reason

    def finish(self, stopped: str) -> None:
        """Say what came of it.

        Args:
            stopped: what :meth:`run` returned.
        """
        study = Study(self.paths)
        if self.request.as_json:
            show_json({"reason": stopped, **study_facts(study)})
            return
        steps = self._next_steps(study, stopped)
        self.output.show(
            render_summary(study, stopped, steps, next_advice(study), self.output.width, plain=self.output.plain)
        )
        if stopped in REASONS.values():
            resume = self.request.resume_line(self.session, self.paths.name)
            say(f"interrupted; nothing on record is lost, go on with: {resume}")

    def _next_steps(self, study: Study, stopped: str) -> list[tuple[str, str]]:
        name, best, command = study.name, study.overview.best_trial, self.session.command
        steps = [(command(f"show {name}"), "the best trials")]
        if best is not None:
            steps.append((command(f"show {name} --trial {best}"), "the best one's learning curve"))
        if self.request.track and self.request.tracking_uri is None:
            steps.append((command("ui"), "learning curves in MLflow"))
        return [*steps, *self._going_on(study.overview, stopped)]

    def _going_on(self, glance: Overview, stopped: str) -> list[tuple[str, str]]:
        """Say how the study can go on: where a limit ended it, only once that is another one."""
        limit, search = self._limit(glance, stopped), self.spec.search
        resume = self.request.resume_line(self.session, glance.name)
        if limit not in ENDS:
            rounds = f"; the rounds after {glance.name} wait for them" if search.rounds > 1 else ""
            return [(resume, f"the trials that are left{rounds}")]
        if limit == "exhausted" or search.rounds > 1:  # the next round is made of the trials that there are now
            return []
        if limit == "trials":
            longer = replace(self.request, trials=2 * glance.trials_done)
            return [(longer.resume_line(self.session, glance.name), "as many again")]
        value = search.target if limit == "target" else search.patience
        more = limit == "patience" or OBJECTIVES[glance.metric].maximize
        key = f"search.{limit}, now {value}, is {'higher' if more else 'lower'} in {self.paths.file}"
        return [(resume, f"goes on once {key}")]

    def _limit(self, glance: Overview, stopped: str) -> str:
        """Return what stopped this launch; where a limit did, the one that more trials would not get past."""
        if stopped not in ENDS:
            return stopped
        space, target = Space(self.spec).configurations, self.spec.search.target
        if space is not None and glance.trials_done >= len(space):
            return "exhausted"
        loss = OBJECTIVES[glance.metric].loss
        if target is not None and glance.best is not None and loss(glance.best) <= loss(target):
            return "target"
        return stopped


def header_lines(prepared: Prepared, before: Overview, trials: int | None) -> list[str]:
    """Say what is about to run.

    Args:
        prepared: the study with its data.
        before: the study as it was.
        trials: how many were asked for on the command line, if so.

    Returns:
        The data, the search, and what needs to be known beforehand.
    """
    spec, size = prepared.spec, prepared.spec.search.cohort
    asked = trials or max(spec.search.trials, before.trials_total)
    facts = data_facts(prepared.data)
    names = ", ".join(row["name"] for row in searched_rows(spec)) or "nothing"
    cohorts = plural(-(-asked // size), "cohort")
    lines = [
        f"{spec.name}: {prepared.data.name}, {describe_data(facts)}",
        f"searching {names} in {cohorts} of {size}, up to {plural(spec.training.epochs, 'epoch')} each",
        *(f"note: {note}" for note in facts["notes"]),
    ]
    rounded = round_up_note(asked, size)
    if rounded:
        lines.append(f"note: {rounded}")
    if spec.search.sampler in COSTS:
        lines.append(f"note: sampler {spec.search.sampler} {COSTS[spec.search.sampler]}")
    if before.state != NEW:
        done = f"{before.trials_done} of {plural(-(-asked // size) * size, 'trial')}"
        if before.trials_done >= asked:
            lines.append(f"nothing to do: {plural(before.trials_done, 'trial')} done, --trials counts all of them")
        else:
            lines.append(f"going on after {done}")
    return lines
