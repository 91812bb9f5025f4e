"""One writer per study: a lock that dies with its process, also on kill -9.

The lock is ``flock`` on a small file that names its owner. The file stays when the lock goes: who holds it is asked
of the kernel, never of the file's age or content.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import json
import os
import socket
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from nnsearch.core.errors import EnvironmentRefusedError, StudyLockedError
from nnsearch.core.refusals import reason_and_fix

ATTEMPTS = 100
PAUSE = 0.01  # seconds

_held: set[int] = set()


@dataclass(frozen=True)
class Owner:
    """Who runs a study.

    Args:
        host: the machine's name.
        pid: process id on that machine; 0 if unknown.
        since: ISO 8601 time at which the lock was taken, with its UTC offset.
        then: studies that the same command runs afterwards.
        options: with which the command can be given again, without addresses: one may hold a password.
    """

    host: str
    pid: int
    since: str
    then: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @classmethod
    def here(cls, then: tuple[str, ...] = (), options: tuple[str, ...] = ()) -> Owner:
        """Describe this process."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(socket.gethostname(), os.getpid(), since, then, options)

    @property
    def process(self) -> tuple[str, int]:
        """Tells one process from another, whichever of its locks this is."""
        return self.host, self.pid

    def __str__(self) -> str:
        if not self.pid:
            return "another process"
        return f"pid {self.pid} on {self.host} since {self.since}"


UNKNOWN_OWNER = Owner(host="", pid=0, since="")


class StudyLock:
    """The exclusive right to write one study's ledger.

    Args:
        path: the lock file, ``studies/<name>/lock``; its folder must exist.
        owner_info: who takes it, for the message a second launch gets; by default this process.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with StudyLock(Path(folder, "lock")):
    ...         held = read_owner(Path(folder, "lock")).pid == os.getpid()
    ...     (held, read_owner(Path(folder, "lock")))
    (True, None)
    """

    def __init__(self, path: Path, owner_info: Owner | None = None) -> None:
        self.path = path
        self.owner = owner_info or Owner.here()
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def acquire(self) -> None:
        """Take the lock, or fail at once.

        Raises:
            StudyLockedError: if another holder has it; the message names it.
            EnvironmentRefusedError: if the file cannot be made or locked here.
        """
        _close_in_forked_children()
        try:
            descriptor = self._claim()
            _held.add(descriptor)
            self._descriptor = descriptor
            _write_owner(descriptor, self.owner)
        except OSError as error:
            self.release()
            raise EnvironmentRefusedError(f"cannot lock {self.path}: {reason_and_fix(error)}") from error

    def release(self) -> None:
        """Give the lock back; the file stays. Nothing happens if it is not held by this process."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor in _held:
            _held.discard(descriptor)
            with contextlib.suppress(OSError):  # the next holder must not look like this one before it has signed
                os.ftruncate(descriptor, 0)
            os.close(descriptor)

    def _claim(self) -> int:
        study = f"study {self.path.parent.name!r}"
        for _ in range(ATTEMPTS):
            descriptor = _try_exclusive(self.path)
            if descriptor is not None:
                return descriptor
            owner = read_owner(self.path)
            if owner is not None and owner != UNKNOWN_OWNER:
                break
            # Somebody's look at the lock was in the way, or its holder has not signed yet: either lasts microseconds.
            time.sleep(PAUSE)
        if owner is None:
            raise StudyLockedError(f"{study} cannot be locked ({self.path}): try again")
        raise StudyLockedError(f"{study} is being run by {owner} ({self.path}): wait, or stop it")

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def read_owner(path: Path) -> Owner | None:
    """Tell who holds a study's lock at this moment, without writing anything.

    Args:
        path: the lock file; it need not exist.

    Returns:
        The holder, or ``None`` if nobody holds it; :data:`UNKNOWN_OWNER` if the holder has not signed yet.

    Raises:
        EnvironmentRefusedError: if the file cannot be opened or probed.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot look at {path}: {error.strerror or error}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = _parse_owner(os.pread(descriptor, 1 << 16, 0))
        return UNKNOWN_OWNER if _has_ended(owner) else owner  # a process that was killed left its name
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot look at {path}: {error.strerror or error}") from error
    finally:
        os.close(descriptor)
    return None


def _try_exclusive(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Between open and flock a failed creation may have removed the file: a lock on it would exclude nobody.
        locked = os.fstat(descriptor).st_nlink > 0
    except BlockingIOError:
        locked = False
    except OSError:
        os.close(descriptor)
        raise
    if locked:
        return descriptor
    os.close(descriptor)
    return None


def _write_owner(descriptor: int, owner: Owner) -> None:
    content = json.dumps(asdict(owner)).encode()
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, content, 0)


def _parse_owner(content: bytes) -> Owner:
    try:
        found = json.loads(content)
        then, options = (tuple(map(str, found.get(key, ()))) for key in ("then", "options"))
        return Owner(str(found["host"]), int(found["pid"]), str(found["since"]), then, options)
    except (ValueError, KeyError, TypeError, AttributeError):
        return UNKNOWN_OWNER  # taken this very moment, and not signed yet


def _has_ended(owner: Owner) -> bool:
    """Whether a process is none of this machine's any more; of another machine's nobody here knows."""
    return owner.host == socket.gethostname() and not psutil.pid_exists(owner.pid)


@functools.cache
def _close_in_forked_children() -> None:
    # Close-on-exec covers programs that are started; a plain fork would share, and so prolong, the lock.
    os.register_at_fork(after_in_child=_forget_held)


def _forget_held() -> None:
    while _held:
        os.close(_held.pop())
