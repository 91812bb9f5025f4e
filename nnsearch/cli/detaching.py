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
from nnsearch.tracking.processes import environment, python_module

LOG = "run.log"
"""In the study's folder: what the study would have said on the terminal."""
PAUSE = 0.05
"""Seconds between two looks at the locks."""
PATIENCE = 20.0
"""Seconds after which a study that is still loading its data is left to itself."""


def start_detached(arguments: Sequence[str], paths: StudyPaths) -> tuple[subprocess.Popen[bytes], Path]:
    """Start the command line in the background.

    Args:
        arguments: verb, studies and options.
        paths: of the first study; its folder takes the log.

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
                env=environment(),
                start_new_session=True,
            )
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot write {log}: {error.strerror or error}") from error
    return process, log


def wait_until_running(process: subprocess.Popen[bytes], paths: StudyPaths, patience: float = PATIENCE) -> int | None:
    """Wait until a background process has begun its study.

    Args:
        process: what :func:`start_detached` returned.
        paths: the study's.
        patience: seconds to wait at most.

    Returns:
        ``None`` if it runs (or is still loading its data), else its exit code.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        code = process.poll()
        if code is not None:
            return code
        owner = read_owner(launch_lock(paths))  # taken when it listens to signals
        if owner is not None and owner.pid == process.pid:
            break
        time.sleep(PAUSE)
    # It is nobody's child to wait for any more; Popen would complain of that when it is deleted.
    process.returncode = 0
    return None


def last_lines(log: Path, since: int) -> list[str]:
    """Return what a log says of errors, or its last line.

    Args:
        log: the file.
        since: bytes that were there before.
    """
    with log.open("rb") as file:
        file.seek(since)
        lines = file.read().decode(errors="replace").splitlines()
    return [line for line in lines if line.startswith("error: ")] or lines[-1:]
