"""A table with a header: which column is read how.

Readers of single formats (``csv_table``, ``parquet_table``) fill the columns made here; ``assembly`` turns them into
examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.names import STUDY_NAME, did_you_mean, nearest
from nnsearch.data.csv_columns import NumberColumn, TextColumn, UnreadColumn
from nnsearch.data.raw import quoted
from nnsearch.data.spec import DataSpec

MOST_COLUMNS_LISTED = 12

AnyColumn = NumberColumn | TextColumn | UnreadColumn


class OpenTable(Protocol):
    """A table's file, opened: its header is known, its rows come block by block.

    Attributes:
        path: the file.
        unit: what the rows of messages are counted in: ``line`` or ``row``.
        header: names of the columns.
    """

    path: Path
    unit: str
    header: list[str]

    def fill(self, columns: Mapping[str, AnyColumn]) -> Iterator[int]:
        """Add the rows to the columns that the mapping then has, and say after each block how many there were.

        Args:
            columns: one for each name of the header, in its order.

        Raises:
            DataError: if the rest of the file is no such table.
        """
        ...


def place(unit: str, line: int, path: Path) -> str:
    """Say where a row stands."""
    return f"on {unit} {line} of {path}"


@dataclass(frozen=True, eq=False)
class Table:
    """One file, read.

    Args:
        path: the file.
        unit: what the rows of its messages are counted in: ``line`` or ``row``.
        columns: by name, in the file's order.
        m: number of rows.
        X: the numbers of :attr:`features` ``(m, n)`` where they lie in a file rather than in the columns; categories
            as indices of their column's levels.
    """

    path: Path
    unit: str
    columns: dict[str, AnyColumn]
    m: int
    X: NDArray[np.float64] | None = None

    def text(self, name: str) -> TextColumn:
        """Return a column that was read as text."""
        column = self.columns[name]
        if not isinstance(column, TextColumn):
            raise TypeError(f"the column {name!r} was not read as text")
        return column

    def at(self, line: int) -> str:
        """Say where a row stands."""
        return place(self.unit, line, self.path)


def valid_name(stem: str) -> str:
    """Turn a file's stem into a name that may become a folder.

    >>> valid_name("my data (2)"), valid_name("!")
    ('my-data--2', 'table')
    """
    cleaned = "".join(letter if STUDY_NAME.fullmatch("a" + letter) else "-" for letter in stem)
    return cleaned.strip("-_.")[:64] or "table"


def check_header(names: Sequence[str], path: Path, fix: str = "", fewest: int = 2) -> list[str]:
    """Return the column names with white space made plain.

    Args:
        names: as the file has them.
        path: the file.
        fix: said if there are too few columns.
        fewest: how many there must be.

    Raises:
        DataError: if a name is missing, twice there or not printable, or there are too few.
    """
    header = [" ".join(name.split()) for name in names]  # also keeps a name on one line of a message
    first_position: dict[str, int] = {}
    for position, name in enumerate(header, start=1):
        if not name:
            raise DataError(
                f"every column must have a name, column {position} of {path} has none: name it, or drop it "
                "(pandas writes it without index=False)"
            )
        if not name.isprintable():
            raise DataError(f"column names must be printable, got {quoted(name)} in {path}")
        if (first := first_position.setdefault(name, position)) < position:
            raise DataError(f"column names must differ, got {quoted(name)} as columns {first} and {position} of {path}")
    if len(header) < fewest:
        column = f"the one column {quoted(header[0])}" if header else "no column"
        raise DataError(f"a table must have a target and at least one feature, got {column} in {path}{fix}")
    return header


def feature_names(columns: Mapping[str, AnyColumn], spec: DataSpec) -> list[str]:
    """Return the names of the columns that become inputs, in their order."""
    return [name for name, each in columns.items() if isinstance(each, NumberColumn) or name in spec.categorical]


def make_columns(header: Sequence[str], spec: DataSpec, path: Path) -> dict[str, AnyColumn]:
    """Make an empty column for each name, of the kind that the study asks for.

    Raises:
        DataError: if the study names a column that is not there, or one for two things.
    """
    if spec.target is None:
        raise DataError(f"data.target must name the column of {path} to predict, {_describe_columns('', header)}")
    roles = {"target": spec.target, "group": spec.group, "time": spec.time, "split": spec.split}
    used: dict[str, str] = {}
    for key, name in roles.items():
        if name is not None:
            _require(name, key, header, path)
            _use_once(name, key, used, path)
    for key, names in (("categorical", spec.categorical), ("drop", spec.drop or ())):
        for name in names:
            _require(name, key, header, path)
            _use_once(name, key, used, path)
    columns: dict[str, AnyColumn] = {}
    for name in header:
        role = used.get(name)
        columns[name] = NumberColumn(name) if role is None else _special_column(name, role)
    return columns


def _special_column(name: str, role: str) -> AnyColumn:
    return UnreadColumn(name) if role == "drop" else TextColumn(name)


def _require(name: str, key: str, header: Sequence[str], path: Path) -> None:
    if name not in header:
        raise DataError(f"data.{key} {quoted(name)} is no column of {path}: {_describe_columns(name, header)}")


def _use_once(name: str, key: str, used: dict[str, str], path: Path) -> None:
    if (before := used.setdefault(name, key)) != key:
        what = f"got the target {quoted(name)}" if before == "target" else f"got {quoted(name)} of data.{before}"
        raise DataError(f"data.{key} must name other columns of {path} than data.{before}, {what}: leave it out")


def _describe_columns(name: str, header: Sequence[str]) -> str:
    shown = nearest(name, header)[:MOST_COLUMNS_LISTED] if name else header[:MOST_COLUMNS_LISTED]
    more = f" and {len(header) - len(shown)} more columns" if len(shown) < len(header) else ""
    return (did_you_mean(name, shown) if name else f"one of: {', '.join(shown)}") + more
