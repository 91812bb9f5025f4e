"""MLflow catching up after a run: waited for once, when everything that was asked for has run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from nnsearch.cli.console import Output, say
from nnsearch.cli.request import command_words
from nnsearch.core.paths import StudyPaths
from nnsearch.tracking.addresses import shown_uri

if TYPE_CHECKING:
    from nnsearch.cli.session import Session
    from nnsearch.tracking.follower import Follower

LONGEST_WAIT = 30.0
"""Seconds to wait for a tracking server that is not the workspace's own database: it may be slow, or down."""
MOST_AT_ONCE = 2
"""Followers that are at it together: each imports MLflow, and short studies would pile them up."""


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
        self._later: list[StudyPaths] = []  # whose followers have not been started

    def start(self, paths: StudyPaths) -> None:
        """Start the follower of a study that has begun, as soon as few enough are at it."""
        self._later.append(paths)
        self.go_on()

    def go_on(self) -> None:
        """Start followers that have been put off."""
        from nnsearch.tracking.follower import start_follower

        while self._later and sum(follower.alive for _, follower in self._followed) < MOST_AT_ONCE:
            paths = self._later.pop(0)
            self._followed.append((paths, start_follower(self.session.workspace, paths.name, tracking_uri=self.uri)))

    def wait(self) -> None:
        """Wait until MLflow has everything; Ctrl-C ends the waiting only, as MLflow never needs us for that."""
        self.go_on()
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
                for _, follower in self._followed:  # which grows
                    follower.wait(None if latest is None else max(0.0, latest - time.monotonic()))
                    self.go_on()
        except KeyboardInterrupt:
            self.leave()
            return
        self._report(output)

    def leave(self) -> None:
        """Say where MLflow is not there yet, where one can see how it goes, and how to bring it there."""
        for paths, follower in self._followed:
            if follower.problem is not None:
                say(f"warning: MLflow did not catch up: {follower.problem}; later: {self._sync([paths])}")
        late = [paths for paths, follower in self._followed if follower.alive]
        if late:
            logs = ", ".join(str(paths.folder / "sync.log") for paths in late)
            fix = self._sync(late)
            say(f"MLflow catches up with {_names(late)} in the background (log: {logs}); if it fails: {fix}")
        if self._later:
            say(f"MLflow has not begun with {_names(self._later)}; later: {self._sync(self._later)}")

    def _report(self, output: Output) -> None:
        done = [paths for paths, follower in self._followed if not follower.alive and follower.problem is None]
        if done and not self.quiet:
            where = "in mlruns/mlflow.db" if self.uri is None else f"at {shown_uri(self.uri)}"
            output.show(f"MLflow: {_names(done)} {where}")
        self.leave()

    def _sync(self, places: Sequence[StudyPaths]) -> str:
        options = [] if self.uri is None else ["--tracking-uri", shown_uri(self.uri)]
        return self.session.command(command_words("sync", [places[0].name] if len(places) == 1 else [], options))


def _names(places: Sequence[StudyPaths]) -> str:
    return ", ".join(paths.name for paths in places)
