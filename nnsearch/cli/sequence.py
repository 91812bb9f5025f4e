"""Studies one after the other, each with its rounds; if they are interrupted, what has not run is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from nnsearch.cli.problems import problems_of, say_problems
from nnsearch.cli.request import Request, command_words, known_as
from nnsearch.cli.stopping import REASONS, interrupt_on_termination
from nnsearch.core.errors import NNSearchError
from nnsearch.core.paths import StudyPaths
from nnsearch.search.launches import lock_launch
from nnsearch.search.overview import ENDS
from nnsearch.search.snapshot import StopRequest

if TYPE_CHECKING:
    from nnsearch.cli.catching_up import CatchingUp
    from nnsearch.cli.session import Session
    from nnsearch.search.study_file import StudySpec

EXIT_INTERRUPTED = 130


class StudySequence:
    """What one command runs.

    Args:
        session: this call of the command line.
        requests: what was asked for, one for each study; they differ in that only.
    """

    def __init__(self, session: Session, requests: Sequence[Request]) -> None:
        self.session, self.requests = session, requests
        self._stop = StopRequest()
        self._waiting: list[str] = []  # studies that have not begun
        self._cut_off: str | None = None  # a study whose next round has not begun
        self._catching_up: CatchingUp | None = None
        self._locks = ExitStack()  # of the launch

    def run(self) -> int:
        """Run the studies, and wait for MLflow once, at the end.

        Returns:
            The exit code: 0, 130 if they were interrupted, or that of the first refusal.

        Raises:
            NNSearchError: if a study cannot be used; of several, only before the first one runs.
            KeyboardInterrupt: if the only study is interrupted while it does not search.
        """
        with interrupt_on_termination():
            try:
                with self._locks:
                    code = self._run_one_by_one()
            except KeyboardInterrupt:
                left = self._say_what_is_left()
                self._leave()
                if not left:
                    raise
                return EXIT_INTERRUPTED
            except Exception:  # a bug, too: say where MLflow stands, then let it pass
                self._leave()
                raise
            if code == EXIT_INTERRUPTED:
                self._say_what_is_left()
                self._leave()
            elif self._catching_up is not None:
                self._catching_up.wait()
        return code

    def _run_one_by_one(self) -> int:
        if len(self.requests) == 1:
            return self._run_study(self.requests[0])
        self._waiting = [known_as(self.session, request.find(self.session)[0]) for request in self.requests]
        code = 0
        for request in self.requests:
            left = self._waiting[1:]
            try:
                ended = self._run_study(request)
            except NNSearchError as error:
                say_problems(problems_of(error))
                asked_to_stop = self._stop.reason is not None
                ended, self._cut_off = EXIT_INTERRUPTED if asked_to_stop else error.exit_code, None
            self._waiting = left
            if ended == EXIT_INTERRUPTED:
                return ended
            code = code or ended
        return code

    def _run_study(self, request: Request) -> int:
        """Run a study and, where it has rounds, those that zoom into it; return the exit code."""
        paths, spec = request.find(self.session)
        then = tuple(self._waiting[1:])
        # A lock is a file that others may read: the address stays out of it.
        lock = lock_launch(paths, then, tuple(request.options(address=lambda _: "URI")))

        def on_start() -> None:
            self._waiting = list(then)
            self._locks.pop_all().close()  # held until now, so that the command can be stopped between two studies
            self._locks.enter_context(lock)

        reason = self._run_round(request, paths, spec, on_start)
        # Where the clock cut a round, another launch has another one to zoom into.
        while reason in ENDS and spec.search.rounds > 1:
            if self._stop.reason is not None:
                return EXIT_INTERRUPTED
            paths, spec = _next_round(paths, spec, quiet=request.as_json)
            following = replace(request, study=paths.name, resume=False)
            reason = self._run_round(following, paths, spec)
        stopped_at_its_end = self._stop.reason is not None and bool(then)
        return EXIT_INTERRUPTED if reason in REASONS.values() or stopped_at_its_end else 0

    def _run_round(
        self, request: Request, paths: StudyPaths, spec: StudySpec, on_start: Callable[[], None] = lambda: None
    ) -> str:
        """Run one study and show how it goes; return what stopped it."""
        from nnsearch.cli.console import say

        for line in spec.warnings:
            say(f"warning: {line}")
        # Optuna and the trainer take half a second: what is wrong with the file has been said before.
        from nnsearch.cli.catching_up import CatchingUp
        from nnsearch.cli.launching import Launching
        from nnsearch.search.machine import began_elsewhere

        elsewhere = began_elsewhere(paths)
        if elsewhere is not None:
            say(f"warning: {elsewhere}")
        if self._catching_up is None:
            self._catching_up = CatchingUp(self.session, request.tracking_uri, quiet=request.as_json)
        catching_up = self._catching_up

        def begin() -> None:
            on_start()
            self._cut_off = None
            if request.track:
                catching_up.start(paths)

        launching = Launching(self.session, request, paths, spec, self._stop)
        reason = launching.run(begin, catching_up.go_on)
        if reason in ENDS and spec.search.rounds > 1:  # known before the summary, which may be interrupted
            self._cut_off = paths.name
        launching.finish(reason)
        return reason

    def _say_what_is_left(self) -> bool:
        """Say what has not begun, and how to go on; return whether there is anything."""
        from nnsearch.cli.console import say

        first = self.requests[0]
        if self._cut_off is not None:
            resume = first.resume_line(self.session, self._cut_off)
            say(f"interrupted; the round after {self._cut_off} has not begun, go on with: {resume}")
        if self._waiting:
            say(not_run_line(self.session, self._waiting, first.options()))
        return bool(self._cut_off or self._waiting)

    def _leave(self) -> None:
        if self._catching_up is not None:
            self._catching_up.leave()


def _next_round(paths: StudyPaths, spec: StudySpec, *, quiet: bool) -> tuple[StudyPaths, StudySpec]:
    """Find or make the study that a round goes on with, and say what is narrowed."""
    from nnsearch.search.rounds import next_round

    paths, spec, found = next_round(paths, spec)
    if found is not None and not quiet:
        from nnsearch.cli.console import Output
        from nnsearch.cli.zoom import changes_table

        output = Output()
        output.show("", f"zooming into {found.parent}: the best {found.best} of {found.told} trials decide", "")
        output.show(changes_table(found, plain=output.plain), "")
    return paths, spec


def not_run_line(session: Session, studies: Sequence[str], options: Sequence[str] = ()) -> str:
    """Say which studies of a command have not begun, and how to run them.

    Args:
        session: this call of the command line.
        studies: names or paths.
        options: of the command.
    """
    again = session.command(command_words("run", studies, options))
    return f"not run: {', '.join(studies)}; run with: {again}"
