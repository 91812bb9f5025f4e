"""One launch of a study from the command line: header, progress, Ctrl-C, summary, MLflow catching up.

Imports Optuna and rich: imported only where a study runs.
"""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING, Any

from nnsearch.cli.console import Output, say, show_json
from nnsearch.cli.display import choose_display
from nnsearch.cli.stopping import REASONS, stop_on_signals
from nnsearch.core.paths import StudyPaths
from nnsearch.reports.formats import plural
from nnsearch.reports.preview import round_up_note, searched_rows
from nnsearch.reports.study_facts import data_facts, describe_data, next_advice, study_facts
from nnsearch.reports.summary import render_summary
from nnsearch.search.overview import NEW, Overview, overview
from nnsearch.search.run import Launch, Prepared, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.tracking.addresses import shown_uri
from nnsearch.training.objectives import objective_for

if TYPE_CHECKING:
    from nnsearch.cli.run import Request
    from nnsearch.cli.session import Session
    from nnsearch.tracking.follower import Follower

EXIT_INTERRUPTED = 130
LONGEST_WAIT = 30.0
"""Seconds to wait for a tracking server that is not the workspace's own database: it may be slow, or down."""


class Launching:
    """Runs one study for a person.

    Args:
        session: this call of the command line.
        request: what was asked for.
        paths: the study's places.
        spec: its checked file.
    """

    def __init__(self, session: Session, request: Request, paths: StudyPaths, spec: StudySpec) -> None:
        self.session, self.request, self.paths, self.spec = session, request, paths, spec
        self.output = Output()
        self.before = overview(paths)
        self.stop = StopRequest()
        self.follower: Follower | None = None

    def run(self) -> int:
        """Search until a limit or a signal, then say what came of it.

        Returns:
            The exit code.
        """
        request = self.request
        display = choose_display(self.spec, self.output, quiet=request.as_json)
        how = Launch(request.trials, request.time, request.jobs, request.resume)
        with display, ExitStack() as signals:

            def on_start(prepared: Prepared) -> None:
                # From here on there is something to resume; before, Ctrl-C simply ends the program.
                signals.enter_context(stop_on_signals(self.stop, display.notify))
                for line in prepared.repairs:
                    say(f"note: {line}")
                objective = objective_for(prepared.data.task, self.spec.search.objective)
                display.start(objective.name, header_lines(prepared, self.before, request.trials))
                self._start_follower()

            try:
                outcome = launch(self.paths, self.spec, how, observer=display.update, stop=self.stop, on_start=on_start)
                stopped = outcome.reason
            except KeyboardInterrupt:
                if self.stop.reason is None:  # before there was anything to keep
                    raise
                stopped = self.stop.reason
        self._finish(stopped)
        return EXIT_INTERRUPTED if stopped in REASONS.values() else 0

    def _start_follower(self) -> None:
        if self.request.track:
            from nnsearch.tracking.follower import start_follower

            uri = self.request.tracking_uri
            self.follower = start_follower(self.session.workspace, self.paths.name, tracking_uri=uri)

    def _finish(self, stopped: str) -> None:
        interrupted = stopped in REASONS.values()
        study = Study(self.paths)
        if self.request.as_json:
            self._catch_up(interrupted)
            show_json({"reason": stopped, **study_facts(study)})
            return
        self.output.show(
            render_summary(
                study, stopped, self._next_steps(study), next_advice(study), self.output.width, plain=self.output.plain
            )
        )
        if interrupted:
            resume = self.session.command(f"resume {self.paths.name}")
            say(f"interrupted; nothing on record is lost, go on with: {resume}")
        self._catch_up(interrupted)

    def _next_steps(self, study: Study) -> list[tuple[str, str]]:
        name, glance, command = study.name, study.overview, self.session.command
        steps = [(command(f"show {name}"), "the best trials")]
        if glance.best_trial is not None:
            steps.append((command(f"show {name} --trial {glance.best_trial}"), "the best one's learning curve"))
        if self.request.track and self.request.tracking_uri is None:
            steps.append((command("ui"), "learning curves in MLflow"))
        if glance.trials_done < glance.trials_total:
            steps.append((command(f"resume {name}"), "the trials that are left"))
        else:
            steps.append((command(f"resume {name} --trials {2 * glance.trials_done}"), "as many again"))
        return steps

    def _catch_up(self, interrupted: bool) -> None:
        """Wait until MLflow has everything; it never needs us for that."""
        follower, quiet = self.follower, self.request.as_json
        if follower is None:
            return
        later = later_line(self.paths)
        if interrupted:
            say(later)
            return
        try:
            self._wait(follower, quiet=quiet)
        except KeyboardInterrupt:
            say(later)

    def _wait(self, follower: Follower, *, quiet: bool) -> None:
        told = "MLflow is catching up ..."
        waiting: Any = nullcontext()  # rich's Status, or nothing
        if follower.alive and not quiet:
            if self.output.plain:
                self.output.show(told)
            else:
                waiting = self.output.console.status(told)
        uri = self.request.tracking_uri
        with waiting:
            ended = follower.wait(None if uri is None else LONGEST_WAIT)
        if follower.problem is not None:
            later = self.session.command(
                f"sync {self.paths.name}" + (f" --tracking-uri {shown_uri(uri)}" if uri else "")
            )
            say(f"warning: MLflow did not catch up: {follower.problem}; later: {later}")
        elif not ended:
            say(later_line(self.paths))
        elif not quiet:
            runs = plural(len(Study(self.paths).records) + 1, "run")
            where = "in mlruns/mlflow.db" if uri is None else f"at {shown_uri(uri)}"
            self.output.show(f"MLflow: {runs} of {self.paths.name} {where}")


def later_line(paths: StudyPaths) -> str:
    """Say that MLflow is not there yet, and where one can see how it goes."""
    return f"MLflow catches up in the background (log: {paths.folder / 'sync.log'})"


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
    if before.state != NEW:
        done = f"{before.trials_done} of {plural(-(-asked // size) * size, 'trial')}"
        if before.trials_done >= asked:
            lines.append(f"nothing to do: {plural(before.trials_done, 'trial')} done, --trials counts all of them")
        else:
            lines.append(f"going on after {done}")
    return lines
