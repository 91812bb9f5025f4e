"""File locks of this layer: who creates the database, who writes one study's runs. They die with their process."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from nnsearch.core.errors import EnvironmentRefusedError


class HeldLock:
    """A lock file that is held: a word can be left in it for the next holder.

    Args:
        descriptor: of the open, locked file.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def read(self) -> str:
        """Return the word that was left last; empty if there is none."""
        return os.pread(self._descriptor, 1 << 10, 0).decode(errors="replace")

    def write(self, word: str) -> None:
        """Leave a word for the next holder."""
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, word.encode(), 0)


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[HeldLock]:
    """Hold ``flock`` on a file, waiting for it if somebody else has it. The file stays.

    Args:
        path: the lock file; its folder must exist.

    Yields:
        The held lock.

    Raises:
        EnvironmentRefusedError: if the file cannot be made or locked here.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot lock {path}: {error.strerror or error}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError as error:
            raise EnvironmentRefusedError(f"cannot lock {path}: {error.strerror or error}") from error
        yield HeldLock(descriptor)
    finally:
        os.close(descriptor)
