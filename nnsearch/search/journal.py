"""Optuna's journal through a backend that commits in groups: one write and one fsync per step of the search.

This module imports Optuna at its top, so import it lazily. It is for the one process that holds the study's lock:
readers follow the file with :mod:`nnsearch.search.records` or open it with stock Optuna.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from optuna.storages import JournalStorage
from optuna.storages.journal import BaseJournalBackend
from optuna.storages.journal import _storage as optunas_storage

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError
from nnsearch.core.refusals import reason_and_fix
from nnsearch.search.commits import commits_backwards
from nnsearch.search.condensed import condensed
from nnsearch.search.json_lines import parse_lines


class AppendFile:
    """A file that grows by whole commits: after a failed one it ends where the last good one ended.

    Args:
        path: the file.
        create: make it; it must not exist then.

    Raises:
        LedgerError: if it should exist and does not.
        EnvironmentRefusedError: if it cannot be made or opened for writing.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        flags = os.O_RDWR | os.O_CLOEXEC | (os.O_CREAT | os.O_EXCL if create else 0)
        try:
            self._descriptor: int | None = os.open(path, flags, 0o644)
        except FileNotFoundError as error:
            raise LedgerError(f"{path} is missing: restore it, or move the study's folder away") from error
        except OSError as error:
            raise self._refused(error) from error
        self._offset = os.fstat(self._descriptor).st_size
        self._buffer = bytearray()
        self._dirty = False

    @property
    def offset(self) -> int:
        """Bytes that are durable."""
        return self._offset

    def read(self) -> bytes:
        """Return the durable bytes.

        Raises:
            LedgerError: if the file cannot be read in full.
        """
        content = b""
        while len(content) < self._offset:
            chunk = os.pread(self._open(), self._offset - len(content), len(content))
            if not chunk:
                raise LedgerError(
                    f"{self.path} must hold {self._offset} bytes, found {len(content)}: it was cut by another program"
                )
            content = content + chunk if content else chunk  # nearly always all of it at once
        return content

    def cut(self, offset: int) -> None:
        """Shorten the file durably.

        Args:
            offset: its new length in bytes, at most the present one.

        Raises:
            LedgerError: if the file is shorter than that already.
            EnvironmentRefusedError: if the disk refuses.
        """
        if offset > self._offset:
            raise LedgerError(
                f"{self.path} must hold at least {offset} bytes, found {self._offset}: it is damaged, restore it"
            )
        if offset == self._offset:
            return
        try:
            os.ftruncate(self._open(), offset)
            os.fsync(self._open())
        except OSError as error:
            raise self._refused(error) from error
        self._offset = offset

    def stage(self, content: bytes) -> None:
        """Keep ``content`` in memory for the next commit."""
        self._buffer += content

    def commit(self) -> None:
        """Write what is staged in one go and wait until it is on the disk.

        Raises:
            EnvironmentRefusedError: if the disk refuses, or the file is gone; what is staged stays staged, so that a
                later commit can succeed.
            LedgerError: if another program wrote to the file meanwhile.
        """
        if not self._buffer:
            return
        descriptor = self._open()
        self._refuse_strangers(descriptor)
        try:
            if self._dirty:
                os.ftruncate(descriptor, self._offset)
            self._dirty = True  # also if an interrupt arrives before the end: the next commit then starts over
            end = _write_all(descriptor, bytes(self._buffer), self._offset)
            os.fsync(descriptor)
        except OSError as error:
            self._roll_back(descriptor)
            raise self._refused(error) from error
        self._offset, self._buffer = end, bytearray()
        self._dirty = False

    def close(self) -> None:
        """Close the file; what is staged is dropped."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _open(self) -> int:
        if self._descriptor is None:
            raise ValueError(f"{self.path} is closed")
        return self._descriptor

    def _refuse_strangers(self, descriptor: int) -> None:
        status = os.fstat(descriptor)
        if not status.st_nlink:
            raise EnvironmentRefusedError(f"{self.path} was removed while the study runs: restore it and resume")
        if status.st_size != self._offset and not self._dirty:
            raise LedgerError(
                f"{self.path} must be written by one program only, expected {self._offset} bytes, found "
                f"{status.st_size}: resume the study when the other has ended"
            )

    def _roll_back(self, descriptor: int) -> None:
        try:
            os.ftruncate(descriptor, self._offset)
            self._dirty = False
        except OSError:
            self._dirty = True  # the next commit truncates first, and so does the next process that opens the file

    def _refused(self, error: OSError) -> EnvironmentRefusedError:
        return EnvironmentRefusedError(f"cannot write {self.path}: {reason_and_fix(error)}")


def _write_all(descriptor: int, content: bytes, offset: int) -> int:
    view = memoryview(content)
    while view:  # a nearly full disk takes a part and refuses the rest at the next call
        written = os.pwrite(descriptor, view, offset)
        view, offset = view[written:], offset + written
    return offset


class GroupCommitBackend(BaseJournalBackend):
    """A journal whose appends wait in memory, visible to this process, until :meth:`commit`.

    A last line without its newline, torn by a crash, is cut when the journal is opened: the next append would glue
    onto it and spoil both. Stock Optuna's ``JournalFileBackend`` reads the same file.

    Args:
        path: the journal.
        create: make an empty one; it must not exist then.

    Raises:
        LedgerError: if the journal should exist and does not.
        EnvironmentRefusedError: if it cannot be made or opened for writing.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._file = AppendFile(path, create=create)
        content = self._file.read()
        self._file.cut(content.rfind(b"\n") + 1)
        self._committed = content.count(b"\n")  # lines on disk
        self._pending: list[bytes] = []
        self._condensed: list[dict[str, Any]] = []  # instead of the first lines
        self._skipped = 0  # how many lines fewer these are

    def append_logs(self, logs: list[dict[str, Any]]) -> None:
        """Buffer logs for the next commit.

        Args:
            logs: Optuna's operations, ready for JSON.

        Raises:
            TypeError: if a value is not JSON; nothing is buffered then.
        """
        lines = [json.dumps(log, separators=(",", ":")).encode() + b"\n" for log in logs]
        self._pending += lines
        self._file.stage(b"".join(lines))

    def read_logs(self, log_number_from: int) -> Iterable[dict[str, Any]]:
        """Return the committed and the buffered logs from a number on.

        Buffered logs make the same trip through JSON as committed ones, so that a study sees the same values (lists
        for tuples) whether or not it was interrupted.

        Args:
            log_number_from: how many logs to skip.

        Returns:
            The logs in order.

        Raises:
            LedgerError: if a complete line is not an operation, naming file and line.
        """
        first = max(0, log_number_from - self._committed)
        logs = self._parse(self._pending[first:], self._committed + first)
        if log_number_from < self._committed:
            logs = self._condensed[log_number_from:] + self._read_committed(log_number_from) + logs
        return logs

    def _read_committed(self, first: int) -> list[dict[str, Any]]:
        """Read logs from a number on that are on the disk and not condensed."""
        first = max(first, len(self._condensed))
        if first == self._committed:
            return []
        before = first + self._skipped
        return self._parse(self._file.read().splitlines()[before : self._committed + self._skipped], before)

    def condense(self) -> None:
        """Let the committed logs be read in fewer operations that come to the same, see :func:`condensed`.

        To be called before anything is read: logs are numbered as they are read.

        Raises:
            LedgerError: if a complete line is not an operation, naming file and line.
        """
        fewer = condensed(self.read_logs(0))
        if fewer is not None:
            self._condensed, self._skipped = fewer, self._committed - len(fewer)
            self._committed = len(fewer)

    def commit(self) -> None:
        """Put every buffered line on the disk with one write and one fsync.

        Raises:
            EnvironmentRefusedError: if the disk refuses; the file ends at the last good commit and the buffer is kept.
            LedgerError: if another program wrote to the journal.
        """
        self._file.commit()
        self._committed += len(self._pending)
        self._pending = []

    def close(self) -> None:
        """Close the journal; what was not committed is dropped."""
        self._file.close()

    def _parse(self, lines: list[bytes], before: int) -> list[dict[str, Any]]:
        """Parse lines that follow ``before`` others."""
        logs = parse_lines(lines)
        for number, log in enumerate(logs, start=before + 1):
            if not isinstance(log, dict) or not {"op_code", "worker_id"} <= log.keys():
                line = _start(lines[number - before - 1])
                raise LedgerError(f"{self.path} line {number} must be one of Optuna's operations, got {line}")
        return logs


@dataclass(frozen=True)
class CommitPoint:
    """What a journal's last commit named, and where it ends.

    Args:
        journal: bytes of the journal up to the commit's end.
        curves: bytes of curves that belong to it.
        checkpoints: file names by trial.
        best: file names by trial.
    """

    journal: int
    curves: int
    checkpoints: dict[int, str]
    best: dict[int, str]

    @classmethod
    def find(cls, journal: AppendFile) -> CommitPoint:
        """Find the last commit of a journal.

        Raises:
            LedgerError: if there is none.
        """
        for progress, end in commits_backwards(journal.read()):
            with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):  # not one of ours
                files = (
                    {int(trial): Path(file).name for trial, file in progress[key].items()}
                    for key in ("checkpoints", "best_files")
                )
                return cls(end, int(progress["curves"]), *files)
        raise LedgerError(f"{journal.path} must hold a commit, found none: it is damaged, restore it")


def _start(line: bytes) -> str:
    text = line.decode(errors="replace").strip()
    return repr(text if len(text) <= 40 else text[:40] + "...")


def open_storage(path: Path, *, create: bool) -> tuple[JournalStorage, GroupCommitBackend]:
    """Open a journal for writing; the caller holds the study's lock.

    Args:
        path: the journal.
        create: make an empty one; it must not exist then.

    Returns:
        Optuna's storage, replayed, and the backend whose ``commit`` makes its operations durable.

    Raises:
        LedgerError: if the journal is missing or damaged.
        EnvironmentRefusedError: if it cannot be made or opened for writing.
    """
    backend = GroupCommitBackend(path, create=create)
    try:
        backend.condense()
        with _distributions_parsed_once():
            return JournalStorage(backend), backend
    except LedgerError:
        backend.close()
        raise
    except (KeyError, ValueError, TypeError, AttributeError, AssertionError) as error:
        # A well-formed line that Optuna cannot apply: a field is missing, or an operation is newer than this Optuna.
        backend.close()
        raise LedgerError(f"{path} cannot be replayed: {type(error).__name__}: {error}") from error


@contextlib.contextmanager
def _distributions_parsed_once() -> Iterator[None]:
    """Let Optuna parse equal distributions once; a journal holds one for each trial and hyperparameter."""
    names, name = vars(optunas_storage), "json_to_distribution"
    parse = names.get(name)
    if parse is None:  # an Optuna that does it otherwise
        yield
        return
    names[name] = cache(parse)
    try:
        yield
    finally:
        names[name] = parse
