"""The ledger's writer: a study's durable record, in one hand.

The law: *the journal line that names a file is its commit point*. Curves and array files are on the disk before the
journal says so, and files are deleted only after the journal no longer names them. Opening a ledger takes it back to
its last commit, so a step of the search is on record as a whole or not at all.

This module imports Optuna at its top, so import it lazily; to read a ledger use :mod:`nnsearch.search.records`.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import optuna
from numpy.typing import NDArray
from optuna.study import StudyDirection

from nnsearch.core.atomic_files import read_arrays, sync_folder, write_arrays, write_json
from nnsearch.core.closing import Closing
from nnsearch.core.errors import EnvironmentRefusedError, LedgerError
from nnsearch.core.paths import StudyPaths
from nnsearch.core.refusals import reason_and_fix
from nnsearch.search.commits import PROGRESS
from nnsearch.search.journal import AppendFile, CommitPoint, open_storage
from nnsearch.search.lock import StudyLock
from nnsearch.search.quiet_optuna import quiet_optuna
from nnsearch.search.records import CurveSegment, JournalReader

Direction = Literal["minimize", "maximize"]
Arrays = Mapping[str, NDArray[Any]]

_OWN_KEYS = frozenset({"curves", "checkpoints", "best_files"})


class _ArrayFiles:
    """Array files in one folder that commits name by trial.

    Args:
        folder: where they lie; made when first needed.
        named: the file of each trial, as the last commit says.
    """

    def __init__(self, folder: Path, named: Mapping[int, str]) -> None:
        self.folder = folder
        self.named = dict(named)  # as the next commit will say
        self._present = set(self.named.values())

    def stage(self, name: str, arrays: Arrays, trials: Iterable[int]) -> None:
        file, copy = f"{name}.npz", 1
        while file in self._present:  # never overwrite what the last commit names
            file, copy = f"{name}-{copy}.npz", copy + 1
        write_arrays(self.folder / file, arrays)
        self._present.add(file)
        self.named.update(dict.fromkeys(trials, file))

    def drop(self, trials: Iterable[int]) -> None:
        for trial in trials:
            self.named.pop(trial, None)

    def delete_unnamed(self) -> None:
        for file in sorted(self._present - set(self.named.values())):
            _delete(self.folder / file)
            self._present.discard(file)

    def sweep(self) -> list[str]:
        """Delete what no commit names; return the names."""
        found = [*self.folder.glob("*.npz"), *self.folder.glob(".*.tmp")]
        stray = sorted(path for path in found if path.name not in self._present)
        for path in stray:
            _delete(path)
        return [path.name for path in stray]


class Ledger(Closing):
    """The record of one study, open for writing by the process that runs it.

    Use :meth:`create` or :meth:`open`, and close it (or use it in a ``with`` statement). Nothing of what is staged
    or told to Optuna counts before :meth:`commit`.

    Args:
        paths: the study's places.
        lock: held.
        point: the commit to start from.
        repairs: what opening took back, one line each.
    """

    def __init__(self, paths: StudyPaths, lock: StudyLock, point: CommitPoint, repairs: Sequence[str] = ()) -> None:
        self.paths = paths
        self.repairs = tuple(repairs)
        self._lock = lock
        self._checkpoints = _ArrayFiles(paths.checkpoints, point.checkpoints)
        self._best = _ArrayFiles(paths.best, point.best)
        self._curves = AppendFile(paths.curves)
        try:
            self._storage, self._journal = open_storage(paths.journal, create=False)
        except BaseException:
            self._curves.close()
            raise
        try:
            self._study_id = self._storage.get_study_id_from_name(paths.name)
        except KeyError as error:
            self._close_files()
            raise LedgerError(
                f"{paths.journal} must hold study {paths.name!r}, but holds another: restore it"
            ) from error

    @classmethod
    def create(cls, paths: StudyPaths, meta: Mapping[str, Any], direction: Direction = "minimize") -> Ledger:
        """Start a study's record: journal, curves and, last, ``study.json``, which makes it one.

        Args:
            paths: the study's places; its folder need not exist.
            meta: what the study is, for ``study.json``.
            direction: whether the objective is to be minimized or maximized.

        Returns:
            The ledger, locked and committed. If anything fails, nothing is left behind.

        Raises:
            StudyLockedError: if another process is at it.
            LedgerError: if the study has been started already, or its folder holds trials without a ``study.json``.
            EnvironmentRefusedError: if the disk refuses.
        """
        made = _make_folder(paths.folder)
        lock = StudyLock(paths.lock)
        try:
            lock.acquire()
        except BaseException:
            _remove_empty(made)
            raise
        try:
            _refuse_started(paths)
        except BaseException:
            lock.release()
            raise
        try:
            _write_empty_ledger(paths, direction)
            write_json(paths.meta, dict(meta))
            return cls(paths, lock, CommitPoint(0, 0, {}, {}))
        except BaseException:
            for path in (paths.meta, paths.journal, paths.curves, paths.lock):
                with contextlib.suppress(OSError):  # the first error is the one to tell
                    path.unlink(missing_ok=True)
            lock.release()
            _remove_empty(made)
            raise

    @classmethod
    def open(cls, paths: StudyPaths) -> Ledger:
        """Open a study's record and take it back to its last commit.

        Cut are a torn or uncommitted end of the journal and of the curves; deleted are array and temporary files that
        the last commit does not name. :attr:`repairs` says what was done.

        Args:
            paths: the study's places.

        Returns:
            The ledger, locked.

        Raises:
            StudyLockedError: if another process is running the study.
            LedgerError: if the record is missing or damaged.
            EnvironmentRefusedError: if the disk refuses.
        """
        if not paths.meta.is_file():
            raise LedgerError(f"study {paths.name!r} must have been started, but there is no {paths.meta}")
        lock = StudyLock(paths.lock)
        lock.acquire()
        try:
            point, repairs = _take_back(paths)
            return cls(paths, lock, point, repairs)
        except BaseException:
            lock.release()
            raise

    def load_study(self, sampler: optuna.samplers.BaseSampler | None = None) -> optuna.Study:
        """Return the Optuna study, to ask and tell; its operations wait for :meth:`commit`."""
        return optuna.load_study(study_name=self.paths.name, storage=self._storage, sampler=sampler)

    def set_intermediate(self, trial_number: int, values: Mapping[int, float]) -> None:
        """Report a trial's values by epoch to Optuna. Those that are not finite stay in the curves only.

        Args:
            trial_number: a trial that has not been told.
            values: objective by epoch, counted from 1.

        Raises:
            KeyError: if there is no such trial.
        """
        trial_id = self._storage.get_trial_id_from_study_id_trial_number(self._study_id, trial_number)
        for epoch, value in values.items():
            if math.isfinite(value):
                self._storage.set_trial_intermediate_value(trial_id, int(epoch), float(value))

    def annotate(self, trial_number: int, **attributes: object) -> None:
        """Note facts about a trial that has not been told, ready for JSON.

        Raises:
            KeyError: if there is no such trial.
        """
        trial_id = self._storage.get_trial_id_from_study_id_trial_number(self._study_id, trial_number)
        for name, value in attributes.items():
            self._storage.set_trial_user_attr(trial_id, name, value)

    def stage_curves(self, segments: Iterable[CurveSegment]) -> None:
        """Keep segments in memory for the next commit."""
        self._curves.stage(b"".join(segment.to_line() for segment in segments))

    def stage_checkpoint(self, name: str, arrays: Arrays, trials: Sequence[int]) -> None:
        """Write a checkpoint durably; the next commit makes it these trials' own.

        Args:
            name: of the file, without its ending; a number is added if the name is in use.
            arrays: the state.
            trials: numbers of the trials in it. What they had before is deleted after the commit.

        Raises:
            EnvironmentRefusedError: if the disk refuses.
        """
        self._checkpoints.stage(name, arrays, trials)

    def drop_checkpoints(self, trials: Iterable[int]) -> None:
        """Let the next commit name no checkpoint for these trials."""
        self._checkpoints.drop(trials)

    def checkpoints(self) -> dict[int, str]:
        """Return each live trial's checkpoint, by trial number; trials of one population share one."""
        return dict(self._checkpoints.named)

    def read_checkpoint(self, name: str) -> dict[str, NDArray[Any]]:
        """Read a checkpoint by the name :meth:`checkpoints` gave.

        Raises:
            LedgerError: if the file is missing or damaged.
        """
        return read_arrays(self.paths.checkpoints / name)

    def stage_best(self, number: int, arrays: Arrays) -> None:
        """Write the weights of one of the best trials durably; the next commit names them.

        Raises:
            EnvironmentRefusedError: if the disk refuses.
        """
        self._best.stage(str(number), arrays, [number])

    def drop_best(self, number: int) -> None:
        """Let the next commit no longer name a trial's weights."""
        self._best.drop([number])

    def best(self) -> dict[int, str]:
        """Return the file of each kept best trial, by trial number."""
        return dict(self._best.named)

    @property
    def progress(self) -> dict[str, Any]:
        """What the last commit said."""
        return dict(self._storage.get_study_user_attrs(self._study_id)[PROGRESS])

    def commit(self, **progress: object) -> None:
        """Make everything since the last commit durable, as one.

        Args:
            progress: where the search stands, ready for JSON; it replaces what the last commit said. The ledger adds
                ``curves`` (bytes), ``checkpoints`` and ``best_files`` (file names by trial).

        Raises:
            ValueError: if ``progress`` uses one of the ledger's own names.
            TypeError: if it is not JSON.
            EnvironmentRefusedError: if the disk refuses; everything stays staged and a later commit can succeed.
            LedgerError: if another program wrote to the ledger.
        """
        if _OWN_KEYS & progress.keys():
            raise ValueError(f"progress must leave {sorted(_OWN_KEYS)} to the ledger, got {sorted(progress)}")
        self._curves.commit()
        files = {
            "curves": self._curves.offset,
            "checkpoints": {str(trial): file for trial, file in self._checkpoints.named.items()},
            "best_files": {str(trial): file for trial, file in self._best.named.items()},
        }
        self._storage.set_study_user_attr(self._study_id, PROGRESS, {**files, **progress})
        self._journal.commit()
        self._checkpoints.delete_unnamed()
        self._best.delete_unnamed()

    def close(self) -> None:
        """Close the files and give the lock back; what was not committed is dropped."""
        self._close_files()
        self._lock.release()

    def _close_files(self) -> None:
        self._journal.close()
        self._curves.close()


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot delete {path}: {reason_and_fix(error)}") from error


def _make_folder(folder: Path) -> list[Path]:
    """Make ``folder`` and return what had to be made, innermost first."""
    missing: list[Path] = []
    try:
        missing += [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for path in missing:
            sync_folder(path.parent)
    except OSError as error:
        _remove_empty(missing)
        raise EnvironmentRefusedError(f"cannot make {folder}: {reason_and_fix(error)}") from error
    return missing


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):  # somebody else uses it by now
            folder.rmdir()


def _refuse_started(paths: StudyPaths) -> None:
    if paths.meta.exists():
        raise LedgerError(f"study {paths.name!r} has been started already ({paths.meta}): resume it")
    journal = JournalReader(paths.journal)
    journal.poll()
    if journal.trials:
        raise LedgerError(
            f"{paths.journal} holds {len(journal.trials)} trials but {paths.meta.name} is missing: "
            "restore it, or move the folder away"
        )


def _write_empty_ledger(paths: StudyPaths, direction: Direction) -> None:
    for left in (paths.journal, paths.curves):  # of a creation that was killed: it holds no trials
        _delete(left)
    AppendFile(paths.curves, create=True).close()
    storage, backend = open_storage(paths.journal, create=True)
    try:
        with quiet_optuna():
            study_id = storage.create_new_study([StudyDirection[direction.upper()]], paths.name)
        empty = {"curves": 0, "checkpoints": {}, "best_files": {}}
        storage.set_study_user_attr(study_id, PROGRESS, empty)
        backend.commit()
    finally:
        backend.close()


def _take_back(paths: StudyPaths) -> tuple[CommitPoint, list[str]]:
    """Return the last commit, with files cut back to it, and what was done."""
    repairs = []
    with contextlib.closing(AppendFile(paths.journal)) as journal:
        point = CommitPoint.find(journal)
        if journal.offset > point.journal:
            repairs.append(f"{paths.journal.name}: cut {journal.offset - point.journal} uncommitted bytes")
            journal.cut(point.journal)
    with contextlib.closing(AppendFile(paths.curves)) as curves:
        if curves.offset > point.curves:
            repairs.append(f"{paths.curves.name}: cut {curves.offset - point.curves} uncommitted bytes")
        curves.cut(point.curves)
    for folder, named in ((paths.checkpoints, point.checkpoints), (paths.best, point.best)):
        stray = _ArrayFiles(folder, named).sweep()
        repairs += [f"{folder.name}/{name}: deleted, as no commit names it" for name in stray]
    for path in paths.folder.glob(f".{paths.meta.name}.*.tmp"):
        _delete(path)
    return point, repairs
