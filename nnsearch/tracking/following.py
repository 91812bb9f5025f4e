"""What a follower does: keep MLflow up to date beside a running study, and end when all of it is written.

MLflow missing, slow or broken never stops or slows a search: whatever fails here is tried again.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError, NNSearchError, StudyLockedError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import Owner, StudyLock, read_owner
from nnsearch.tracking.processes import share_processors_fully
from nnsearch.tracking.projection import Projection, SyncReport, follower_lock

INTERVAL = 0.25
"""Seconds between two looks at the ledger."""
LOOK = 0.5
"""Seconds between two looks at whether somebody runs the study."""
HEAD_START = 4.0
"""Seconds a study has to itself. Importing MLflow and making its database take seconds of processor time: a study that
is over by then never feels them."""
RETRIES = 5
"""Failures in a row with nothing written, after which a follower gives up if nobody runs the study any more."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds after a failure; they double."""
DOUBLINGS = 16
"""Of a pause, at most: after thousands of failures it would be no float any more."""

Log = Callable[[str], None]


def follow(
    workspace: Workspace,
    name: str,
    *,
    tracking_uri: str | None = None,
    log: Log | None = None,
    interval: float = INTERVAL,
    pause: float = FIRST_PAUSE,
) -> SyncReport:
    """Keep MLflow up to date until nobody runs the study any more and everything is written.

    While another follower writes the study to the same place this one stands by: that of an earlier launch may still be
    at it.

    Args:
        workspace: where the study is.
        name: of the study, or the path of its file; it must have been started.
        tracking_uri: another tracking server's address.
        log: takes a line per event; by default they are printed with the time.
        interval: seconds between two looks at the ledger.
        pause: seconds after a first failure; they double, up to half a minute.

    Returns:
        The last sync.

    Raises:
        StudyNameError: if no study of that name has been started, or it has been deleted.
        LedgerError: if the ledger stays unreadable after the run's end.
        EnvironmentRefusedError: if MLflow keeps failing after the run's end; ``nnsearch sync`` catches up later.
    """
    paths = workspace.existing_study(name)
    tell = log or _print_line
    with _turn(follower_lock(paths, tracking_uri), interval), _out_of_the_way(paths):
        _wait_for_head_start(paths, interval)
        return _follow(workspace, paths, tracking_uri, tell, interval, pause)


@contextlib.contextmanager
def _turn(path: Path, interval: float) -> Iterator[None]:
    lock = StudyLock(path)
    while True:
        try:
            lock.acquire()
            break
        except StudyLockedError:
            time.sleep(interval)
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _out_of_the_way(paths: StudyPaths) -> Iterator[None]:
    """Stay at low priority only while a study runs: after that nobody is disturbed, and somebody may be waiting."""
    over = threading.Event()

    def watch() -> None:  # beside the work: on a busy machine one import alone may take minutes
        while _anything_runs(paths):  # the command that ran this study may be at its next one
            if over.wait(LOOK):
                return
        share_processors_fully()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _wait_for_head_start(paths: StudyPaths, interval: float) -> None:
    while (owner := _owner(paths)) is not None and _age(owner) < HEAD_START:
        time.sleep(interval)


def _age(owner: Owner) -> float:
    """Return how many seconds ago a launch began; endless if that cannot be told."""
    try:
        age = (datetime.now(UTC) - datetime.fromisoformat(owner.since)).total_seconds()
    except (ValueError, TypeError):
        return float("inf")
    return age if age >= 0 else float("inf")  # the clock was set back: nothing to wait for


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
            progress = projection is not None and projection.wrote
            failures = 1 if progress else failures + 1
            if failures > RETRIES and _owner(paths) is None:
                raise
            tell(f"{error}; trying again")
            time.sleep(min(LONGEST_PAUSE, pause * 2 ** min(failures - 1, DOUBLINGS)))
            continue
        failures = 0
        if not report.live:
            tell(f"caught up: {report.runs} runs of {paths.name}")
            return report
        time.sleep(interval)


def _anything_runs(paths: StudyPaths) -> bool:
    with contextlib.suppress(NNSearchError):
        beside = paths.folder.parent
        return any(
            read_owner(lock) is not None for name in ("lock", "launch.lock") for lock in beside.glob(f"*/{name}")
        )
    return False


def _owner(paths: StudyPaths) -> Owner | None:
    with contextlib.suppress(NNSearchError):
        return read_owner(paths.lock)
    return None


def _print_line(line: str) -> None:
    print(f"{datetime.now(UTC).isoformat(timespec='seconds')} {line}", flush=True)
