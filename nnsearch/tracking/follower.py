"""The process that keeps MLflow up to date beside a running study.

It has a process of its own, at low priority: MLflow missing, slow or broken never stops or slows a search.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError, NNSearchError, StudyLockedError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import Owner, StudyLock, read_owner
from nnsearch.tracking.processes import environment, python_module
from nnsearch.tracking.projection import Projection, SyncReport

INTERVAL = 0.25
"""Seconds between two looks at the ledger."""
RETRIES = 5
"""Failures in a row, with nobody running the study any more, after which a follower gives up."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds after a failure; they double."""
NICENESS = 10
LONGEST_LOG = 1 << 20

Log = Callable[[str], None]


def log_path(paths: StudyPaths) -> Path:
    """Return where a study's follower writes what it did."""
    return paths.folder / "sync.log"


def follower_lock(paths: StudyPaths) -> Path:
    """Return the file that a study's follower holds a lock on."""
    return paths.folder / "follower.lock"


def read_follower(paths: StudyPaths) -> Owner | None:
    """Tell which process follows a study at this moment, or ``None``."""
    return read_owner(follower_lock(paths))


class Follower:
    """A follower that was started here.

    Args:
        paths: the study's places.
        process: its process; ``None`` if it could not be started.
        reason: why not.
    """

    def __init__(self, paths: StudyPaths, process: subprocess.Popen[bytes] | None, reason: str = "") -> None:
        self._paths, self._process, self._reason = paths, process, reason

    @property
    def pid(self) -> int | None:
        """Its process id, also after its end."""
        return self._process.pid if self._process else None

    @property
    def alive(self) -> bool:
        """Whether it is still at it."""
        return self._process is not None and self._process.poll() is None

    @property
    def problem(self) -> str | None:
        """Why MLflow is not up to date, in one line; ``None`` while it runs and after success."""
        if self._process is None:
            return self._reason
        if self.alive or self._process.returncode == 0:
            return None
        last = _last_line(log_path(self._paths))
        return last or f"the follower of {self._paths.name} ended with {self._process.returncode}"

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for it to catch up and end.

        Args:
            timeout: seconds; ``None`` waits as long as it takes.

        Returns:
            Whether it has ended.
        """
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout)
        return not self.alive


def start_follower(
    workspace: Workspace, name: str, *, tracking_uri: str | None = None, command: Sequence[str] | None = None
) -> Follower:
    """Start a follower as a process of its own, and return at once.

    It survives this process and the closing of its terminal. If one is at it already, the new one ends at once.

    Args:
        workspace: where the study is.
        name: of the study; it must have been started.
        tracking_uri: another tracking server's address.
        command: what to run; by default ``nnsearch sync NAME --follow``.

    Returns:
        The follower. A failure to start it is told by :attr:`Follower.problem`, not raised: the search goes on.

    Raises:
        StudyNameError: if the name is not allowed.
    """
    paths = workspace.study(name)
    line = list(command or python_module("nnsearch", "sync", paths.name, "--follow"))
    if command is None:
        line += ["--workspace", str(workspace.root)]
        line += ["--tracking-uri", tracking_uri] if tracking_uri else []
    single = environment(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    try:
        with _open_log(log_path(paths)) as log:
            process = subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=single, start_new_session=True
            )
    except OSError as error:
        return Follower(paths, None, f"the follower of {paths.name} cannot be started: {error.strerror or error}")
    _step_back(process.pid)
    return Follower(paths, process)


def _step_back(pid: int) -> None:
    """Give a process that leads a session low priority."""
    with contextlib.suppress(OSError):  # it may have ended already
        os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
    # Where Linux shares the processors among sessions (autogroups), niceness counts within a session only: a
    # follower in one of its own would get as much as the search and all its workers together.
    with contextlib.suppress(OSError):
        Path(f"/proc/{pid}/autogroup").write_text(str(NICENESS), encoding="ascii")


def follow(
    workspace: Workspace,
    name: str,
    *,
    tracking_uri: str | None = None,
    log: Log | None = None,
    interval: float = INTERVAL,
    pause: float = FIRST_PAUSE,
) -> SyncReport | None:
    """Keep MLflow up to date until nobody runs the study any more and everything is written.

    Args:
        workspace: where the study is.
        name: of the study, or the path of its file; it must have been started.
        tracking_uri: another tracking server's address.
        log: takes a line per event; by default they are printed with the time.
        interval: seconds between two looks at the ledger.
        pause: seconds after a first failure; they double, up to half a minute.

    Returns:
        The last sync; ``None`` if somebody else follows the study.

    Raises:
        StudyNameError: if no study of that name has been started.
        LedgerError: if the ledger stays unreadable after the run's end.
        EnvironmentRefusedError: if MLflow keeps failing after the run's end; ``nnsearch sync`` catches up later.
    """
    paths = workspace.existing_study(name)
    tell = log or _print_line
    lock = StudyLock(follower_lock(paths))
    try:
        lock.acquire()
    except StudyLockedError:
        return None
    try:
        return _follow(workspace, paths, tracking_uri, tell, interval, pause)
    finally:
        lock.release()


def _follow(
    workspace: Workspace, paths: StudyPaths, tracking_uri: str | None, tell: Log, interval: float, pause: float
) -> SyncReport:
    projection: Projection | None = None
    failures = 0
    while True:
        try:
            projection = projection or Projection.open(workspace, paths.name, tracking_uri)
            report = projection.sync()
        except (EnvironmentRefusedError, LedgerError) as error:
            failures += 1
            if failures > RETRIES and not _is_live(paths):
                raise type(error)(f"{error}; catch up with: nnsearch sync {paths.name}") from error
            tell(f"{error}; trying again")
            time.sleep(min(LONGEST_PAUSE, pause * 2 ** (failures - 1)))
            continue
        failures = 0
        if not report.live:
            tell(f"caught up: {report.runs} runs of {paths.name}")
            return report
        time.sleep(interval)


def _is_live(paths: StudyPaths) -> bool:
    try:
        return read_owner(paths.lock) is not None
    except NNSearchError:
        return False


def _print_line(line: str) -> None:
    print(f"{datetime.now(UTC).isoformat(timespec='seconds')} {line}", flush=True)


def _open_log(path: Path) -> IO[bytes]:
    if path.exists() and path.stat().st_size > LONGEST_LOG:
        path.unlink()
    return path.open("ab")


def _last_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""
