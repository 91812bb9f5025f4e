"""A table with a header: which column is read how.

Readers of single formats (``csv_table``, ``parquet_table``) fill the columns made here; ``assembly`` turns them into
examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nnsearch.core.errors import DataError
from nnsearch.core.names import STUDY_NAME, did_you_mean, nearest
from nnsearch.data.csv_columns import NumberColumn, TextColumn, UnreadColumn
from nnsearch.data.raw import quoted
from nnsearch.data.spec import DataSpec

MOST_COLUMNS_LISTED = 12

AnyColumn = NumberColumn | TextColumn | UnreadColumn


@dataclass(frozen=True, eq=False)
class Table:
    """One file, read.

    Args:
        path: the file.
        unit: what the rows of its messages are counted in: ``line`` or ``row``.
        columns: by name, in the file's order.
        m: number of rows.
    """

    path: Path
    unit: str
    columns: dict[str, AnyColumn]
    m: int

    def text(self, name: str) -> TextColumn:
        """Return a column that was read as text."""
        column = self.columns[name]
        if not isinstance(column, TextColumn):
            raise TypeError(f"the column {name!r} was not read as text")
        return column

    def at(self, line: int) -> str:
        """Say where a row stands."""
        return f"on {self.unit} {line} of {self.path}"


def valid_name(stem: str) -> str:
    """Turn a file's stem into a name that may become a folder.

    >>> valid_name("my data (2)"), valid_name("!")
    ('my-data--2', 'table')
    """
    cleaned = "".join(letter if STUDY_NAME.fullmatch("a" + letter) else "-" for letter in stem)
    return cleaned.strip("-_.")[:64] or "table"


def check_header(names: Sequence[str], path: Path, fix: str = "") -> list[str]:
    """Return the column names with white space made plain.

    Args:
        names: as the file has them.
        path: the file.
        fix: said if there is one column only.

    Raises:
        DataError: if a name is missing, twice there or not printable, or there is one column only.
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
    if len(header) < 2:
        column = f"the one column {quoted(header[0])}" if header else "no column"
        raise DataError(f"a table must have a target and at least one feature, got {column} in {path}{fix}")
    return header


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
