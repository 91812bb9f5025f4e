"""``nnsearch run --detach``: a study in the background, in a session of its own, so that it survives the terminal."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from nnsearch.core.errors import EnvironmentRefusedError, StudyLockedError
from nnsearch.core.paths import StudyPaths
from nnsearch.search.launches import launch_lock, read_launch
from nnsearch.search.lock import read_owner
from nnsearch.tracking.addresses import address_variable
from nnsearch.tracking.processes import environment, python_module

LOG = "run.log"
"""In the study's folder: what the study would have said on the terminal."""
PAUSE = 0.05
"""Seconds between two looks at the locks."""
PATIENCE = 20.0
"""Seconds after which a study that is still loading its data is left to itself."""


def start_detached(
    arguments: Sequence[str], paths: StudyPaths, tracking_uri: str | None = None
) -> tuple[subprocess.Popen[bytes], Path]:
    """Start the command line in the background.

    Args:
        arguments: verb, studies and options.
        paths: of the first study; its folder takes the log.
        tracking_uri: another tracking server's address.

    Returns:
        The process, leader of a session of its own, and its log.

    Raises:
        StudyLockedError: if the study is running already.
        EnvironmentRefusedError: if the log cannot be written.
    """
    owner = read_launch(paths)
    if owner is not None:
        raise StudyLockedError(f"study {paths.name!r} is being run by {owner} ({paths.lock}): wait, or stop it")
    log = paths.folder / LOG
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as file:
            process = subprocess.Popen(
                python_module("nnsearch", *arguments),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                env=environment(**address_variable(tracking_uri)),
                start_new_session=True,
            )
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot write {log}: {error.strerror or error}") from error
    return process, log


def wait_until_running(
    process: subprocess.Popen[bytes], places: Sequence[StudyPaths], patience: float = PATIENCE
) -> tuple[int | None, StudyPaths | None]:
    """Wait until a background process has begun a study: the first that is not refused.

    Args:
        process: what :func:`start_detached` returned.
        places: of its studies.
        patience: seconds to wait at most.

    Returns:
        Its exit code if it has ended, and the places of the study that it runs; neither while it is loading data.
    """
    end, running = time.monotonic() + patience, None
    while time.monotonic() < end:
        code = process.poll()
        if code is not None:
            return code, None
        running = _find_running(process.pid, places)
        if running is not None:
            break
        time.sleep(PAUSE)
    # It is nobody's child to wait for any more; Popen would complain of that when it is deleted.
    process.returncode = 0
    return None, running


def _find_running(pid: int, places: Sequence[StudyPaths]) -> StudyPaths | None:
    for paths in places:
        owner = read_owner(launch_lock(paths))  # taken when the process listens to signals
        if owner is not None and owner.pid == pid:
            return paths
    return None


def last_lines(log: Path, since: int, *, failed: bool) -> list[str]:
    """Return what a log says of errors.

    Args:
        log: the file.
        since: bytes that were there before.
        failed: whether the process has failed: then its last line is taken where there is none of errors.
    """
    with log.open("rb") as file:
        file.seek(since)
        lines = file.read().decode(errors="replace").splitlines()
    return [line for line in lines if line.startswith("error: ")] or (lines[-1:] if failed else [])
