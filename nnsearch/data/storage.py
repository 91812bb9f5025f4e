"""Where a data set's large arrays lie: in memory, or in files that are mapped into it.

The same code fills both, so both hold the same bits.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.refusals import reason_and_fix
from nnsearch.core.scratch import ScratchFolder
from nnsearch.data.spec import DataSpec
from nnsearch.data.table import AnyColumn, OpenTable, Table, feature_names, make_columns

LARGE = 2**27
"""Bytes of a table's raw numbers from which they lie in a file."""
BLOCK = 2**18
"""Numbers handled at once: what is made of them stays in the cache."""
GROUP = 2**24
"""Numbers of a few whole columns handled at once."""


class Storage:
    """Arrays in memory, and in files once they are many. Closing it removes the files that are still there.

    Args:
        parent: where a folder for files may be made once it is needed; ``None`` to keep everything in memory.
    """

    def __init__(self, parent: Path | None = None) -> None:
        self._parent = parent
        self._scratch: ScratchFolder | None = None

    @property
    def folder(self) -> Path | None:
        """Where files are made; ``None`` as long as everything is in memory."""
        return None if self._scratch is None else self._scratch.path

    def is_large(self, size: int) -> bool:
        """Whether something of so many bytes should lie in a file; what follows it then does too.

        Raises:
            EnvironmentRefusedError: if there is no place for files.
        """
        if self._scratch is None and self._parent is not None and size >= LARGE:
            self._scratch = ScratchFolder(self._parent)
        return self._scratch is not None

    def close(self) -> None:
        """Remove the files."""
        if self._scratch is not None:
            self._scratch.close()

    def allocate(self, name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
        """Make an array to be filled.

        Args:
            name: of its file, ``<name>.npy``.
            shape: of the array.
            dtype: of its values.

        Raises:
            EnvironmentRefusedError: if the disk has no room.
        """
        kind = np.dtype(dtype)
        size = int(np.prod(shape)) * kind.itemsize
        if not self.is_large(size) or not size or self.folder is None:
            return np.empty(shape, kind)
        path = self.folder / f"{name}.npy"
        try:
            array: NDArray[Any] = np.lib.format.open_memmap(path, mode="w+", dtype=kind, shape=shape)
            # Room first: a full disk that is met by writing to mapped memory kills the process.
            if hasattr(os, "posix_fallocate"):  # not on macOS
                with path.open("r+b") as file:
                    os.posix_fallocate(file.fileno(), 0, path.stat().st_size)
            return array
        except OSError as error:
            raise EnvironmentRefusedError(f"cannot write {path}: {reason_and_fix(error)}") from error


class Spool:
    """The numbers of a table's features, row by row, on their way to a file if there are many.

    Args:
        storage: says where files are made.
        name: of this table.
        features: names of the columns whose numbers are kept.
    """

    def __init__(self, storage: Storage, name: str, features: Sequence[str]) -> None:
        self._storage, self._features = storage, features
        self._name = f"{name}.raw"
        self._path: Path | None = None
        self._rows = 0

    def collect(self, columns: Mapping[str, AnyColumn], rows: int) -> None:
        """Take what was added to the columns, once it is too much for memory.

        Args:
            columns: by name.
            rows: how many rows were added.

        Raises:
            EnvironmentRefusedError: if the disk refuses.
        """
        self._rows += rows
        large = self._storage.is_large(8 * self._rows * len(self._features))
        if not large or self._storage.folder is None or not self._features:
            return
        taken = [columns[name].take() for name in self._features]
        self._path = self._storage.folder / self._name
        try:
            with self._path.open("ab") as file:
                file.write(np.column_stack(taken).data)
        except OSError as error:
            raise EnvironmentRefusedError(f"cannot write {self._path}: {reason_and_fix(error)}") from error

    def finish(self) -> NDArray[np.float64] | None:
        """Return the numbers ``(m, features)``, to be changed in place, if they lie in a file.

        Raises:
            EnvironmentRefusedError: if the disk refuses.
        """
        if self._path is None:
            return None
        try:
            shape = (self._rows, len(self._features))
            return np.memmap(self._path, np.float64, "r+", shape=shape)
        except OSError as error:
            raise EnvironmentRefusedError(f"cannot write {self._path}: {reason_and_fix(error)}") from error


def read_table(opened: OpenTable, spec: DataSpec, storage: Storage, name: str = "table") -> Table:
    """Read the columns of a table.

    Args:
        opened: its file.
        spec: says which columns are what.
        storage: takes numbers that are too many for memory.
        name: of their file.

    Raises:
        DataError: if the file is no such table.
        EnvironmentRefusedError: if the disk refuses.
    """
    columns = make_columns(opened.header, spec, opened.path)
    spool = Spool(storage, name, feature_names(columns, spec))
    m = 0
    for rows in opened.fill(columns):
        spool.collect(columns, rows)
        m += rows
    return Table(opened.path, opened.unit, columns, m, spool.finish())


def row_blocks(X: NDArray[np.generic]) -> Iterator[slice]:
    """Cut the rows of an array ``(m, n)`` or ``(m,)`` into blocks that stay in the cache."""
    step = max(1, BLOCK * len(X) // max(1, X.size))
    return (slice(start, start + step) for start in range(0, X.shape[0], step))


def column_groups(X: NDArray[np.generic]) -> Iterator[slice]:
    """Cut the columns of an array ``(m, n)`` into groups small enough to be copied."""
    step = max(1, GROUP // max(1, X.shape[0]))
    return (slice(start, start + step) for start in range(0, X.shape[1], step))
