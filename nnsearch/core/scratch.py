"""A folder for one launch's own files, such as the examples that workers map, which no launch leaves for good.

A killed launch cannot clean up: the next one removes what it finds unlocked. The lock dies with its process.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.refusals import reason_and_fix

PREFIX = "nnsearch-"
LOCK = "lock"


class ScratchFolder:
    """A new folder among the system's temporary files, or elsewhere; those of dead launches are removed.

    Args:
        parent: the folder to make it in, which is made too.

    Raises:
        EnvironmentRefusedError: if it cannot be made.
    """

    def __init__(self, parent: Path | None = None) -> None:
        place = parent or Path(tempfile.gettempdir())
        try:
            if parent is not None:
                parent.mkdir(parents=True, exist_ok=True)
            _remove_abandoned(place)
            self._descriptor: int | None = None
            while self._descriptor is None:
                self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
                self._descriptor = _lock(self.path / LOCK)
        except OSError as error:
            raise EnvironmentRefusedError(f"cannot make a folder in {place}: {reason_and_fix(error)}") from error

    def close(self) -> None:
        """Remove the folder and everything in it."""
        _remove(self.path)
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def _lock(path: Path) -> int | None:
    """Make and lock a file; return its descriptor, or ``None`` if another launch took it for abandoned meanwhile."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    if os.fstat(descriptor).st_nlink:
        return descriptor
    os.close(descriptor)
    return None


def _remove(folder: Path) -> None:
    """Remove a folder, the lock last: what is not removed whole, the next launch finds and removes."""
    with contextlib.suppress(OSError):
        folder = folder.rename(f"{folder}-gone")  # where a worker that outlives its launch by a moment does not write
        for entry in folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != LOCK:
                entry.unlink()
        (folder / LOCK).unlink()
        folder.rmdir()


def _remove_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{PREFIX}*"):
        try:
            if folder.lstat().st_uid != os.getuid():
                continue
            descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CLOEXEC)
        except OSError:  # being made at this moment, removed meanwhile, or not ours
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(folder)
        except OSError:  # its launch is alive
            continue
        finally:
            os.close(descriptor)
