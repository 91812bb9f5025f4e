"""MLflow catching up after a run: waited for once, when everything that was asked for has run."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from nnsearch.cli.console import Output, say
from nnsearch.core.paths import StudyPaths
from nnsearch.reports.formats import plural
from nnsearch.search.study import Study
from nnsearch.tracking.addresses import shown_uri

if TYPE_CHECKING:
    from nnsearch.cli.session import Session
    from nnsearch.tracking.follower import Follower

LONGEST_WAIT = 30.0
"""Seconds to wait for a tracking server that is not the workspace's own database: it may be slow, or down."""


class CatchingUp:
    """The followers of the studies that a command has run.

    Args:
        session: this call of the command line.
        tracking_uri: another tracking server than the workspace's database.
        quiet: whether standard output is for JSON.
    """

    def __init__(self, session: Session, tracking_uri: str | None, *, quiet: bool) -> None:
        self.session, self.uri, self.quiet = session, tracking_uri, quiet
        self._followed: list[tuple[StudyPaths, Follower]] = []

    def start(self, paths: StudyPaths) -> None:
        """Start the follower of a study that has begun."""
        from nnsearch.tracking.follower import start_follower

        self._followed.append((paths, start_follower(self.session.workspace, paths.name, tracking_uri=self.uri)))

    def wait(self) -> None:
        """Wait until MLflow has everything; Ctrl-C ends the waiting only, as MLflow never needs us for that."""
        output = Output()
        told = "MLflow is catching up ..."
        waiting: Any = nullcontext()  # rich's Status, or nothing
        if not self.quiet and any(follower.alive for _, follower in self._followed):
            if output.plain:
                output.show(told)
            else:
                waiting = output.console.status(told)
        latest = None if self.uri is None else time.monotonic() + LONGEST_WAIT
        try:
            with waiting:
                for _, follower in self._followed:
                    follower.wait(None if latest is None else max(0.0, latest - time.monotonic()))
        except KeyboardInterrupt:
            self.leave()
            return
        self._report(output)

    def leave(self) -> None:
        """Say that MLflow is not there yet, where one can see how it goes, and how to bring it there."""
        late = [paths for paths, follower in self._followed if follower.alive]
        if not late:
            return
        names = ", ".join(paths.name for paths in late)
        logs = ", ".join(str(paths.folder / "sync.log") for paths in late)
        verb = self._sync(late[0].name if len(late) == 1 else "")
        say(f"MLflow catches up with {names} in the background (log: {logs}); if it fails: {verb}")

    def _report(self, output: Output) -> None:
        for paths, follower in self._followed:
            if follower.problem is not None:
                say(f"warning: MLflow did not catch up: {follower.problem}; later: {self._sync(paths.name)}")
            elif not (follower.alive or self.quiet):
                runs = plural(len(Study(paths).records) + 1, "run")
                where = "in mlruns/mlflow.db" if self.uri is None else f"at {shown_uri(self.uri)}"
                output.show(f"MLflow: {runs} of {paths.name} {where}")
        self.leave()

    def _sync(self, name: str) -> str:
        words = ["sync", name, f"--tracking-uri {shown_uri(self.uri)}" if self.uri else ""]
        return self.session.command(" ".join(filter(None, words)))
