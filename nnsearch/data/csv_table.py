"""One CSV table with a header and a target column.

The standard library's reader is used rather than pandas: it says on which line a row is too long or too short, and
never shifts, pads, renames or reinterprets anything. Rows are read in blocks, so that a large file never stands in
memory as text.
"""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.names import STUDY_NAME, did_you_mean, nearest
from nnsearch.data.csv_columns import NumberColumn, TextColumn
from nnsearch.data.csv_target import interpret_target
from nnsearch.data.raw import RawData, listed, quoted
from nnsearch.data.spec import DataSpec

BLOCK = 20_000
MOST_LEVELS = 1000
MOST_COLUMNS_LISTED = 12

Row = tuple[int, list[str]]
"""A row's line in the file (its last line, if a quoted cell spans several), and its cells."""


class _Reader(Protocol):
    """What csv.reader returns: its own type has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


def read_csv_table(path: Path, spec: DataSpec) -> RawData:
    """Read a table whose every row is an example.

    Args:
        path: a comma-separated UTF-8 file with a header.
        spec: its ``target``, ``categorical`` and ``task`` are used.

    Returns:
        The features in the file's order, each categorical column as one column of 0 and 1 per level.

    Raises:
        DataError: if the file cannot be read, or anything in it would have to be guessed.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = _read_header(reader, path)
            target, columns = _make_columns(header, spec, path)
            m = _fill([*columns.values()], _rows(reader, header, path))
    except UnicodeDecodeError as error:
        raise DataError(_not_utf8(path)) from error
    except (OSError, csv.Error) as error:
        raise DataError(f"cannot read {path}: {error}") from error
    if m == 0:
        raise DataError(f"{path} must hold at least one row below its header, got none")
    return _assemble(path, spec, columns, target)


def valid_name(stem: str) -> str:
    """Turn a file's stem into a name that may become a folder.

    >>> valid_name("my data (2)"), valid_name("!")
    ('my-data--2', 'table')
    """
    cleaned = "".join(letter if STUDY_NAME.fullmatch("a" + letter) else "-" for letter in stem)
    return cleaned.strip("-_.")[:64] or "table"


def _read_header(reader: _Reader, path: Path) -> list[str]:
    row = next((row for row in reader if row), None)
    if row is None:
        raise DataError(f"{path} must hold a header and rows, got an empty file")
    header = [" ".join(name.split()) for name in row]  # also keeps a name on one line of a message
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
        raise DataError(
            f"a table must have a target and at least one feature, got the one column {quoted(header[0])} in {path}; "
            "columns are separated by commas"
        )
    return header


def _make_columns(
    header: list[str], spec: DataSpec, path: Path
) -> tuple[TextColumn, dict[str, NumberColumn | TextColumn]]:
    columns_are = _describe_columns(spec.target or "", header)
    if spec.target is None:
        raise DataError(f"data.target must name the column of {path} to predict, {columns_are}")
    if spec.target not in header:
        raise DataError(f"data.target {quoted(spec.target)} is no column of {path}: {columns_are}")
    for name in spec.categorical:
        if name not in header:
            raise DataError(
                f"data.categorical {quoted(name)} is no column of {path}: {_describe_columns(name, header)}"
            )
        if name == spec.target:
            raise DataError(f"data.categorical must list features only, got the target {quoted(name)}: leave it out")
    target = TextColumn(spec.target)
    columns: dict[str, NumberColumn | TextColumn] = {
        name: TextColumn(name) if name in spec.categorical else NumberColumn(name) for name in header
    }
    columns[spec.target] = target
    return target, columns


def _describe_columns(name: str, header: list[str]) -> str:
    shown = nearest(name, header)[:MOST_COLUMNS_LISTED] if name else header[:MOST_COLUMNS_LISTED]
    more = f" and {len(header) - len(shown)} more columns" if len(shown) < len(header) else ""
    return (did_you_mean(name, shown) if name else f"one of: {', '.join(shown)}") + more


def _rows(reader: _Reader, header: list[str], path: Path) -> Iterator[Row]:
    for row in reader:
        line = reader.line_num
        if not row:
            continue  # an empty line is no row
        if len(row) != len(header):
            raise DataError(
                f"every row must have {len(header)} cells like the header, got {len(row)} on line {line} of {path}"
            )
        yield line, row


def _fill(columns: Sequence[NumberColumn | TextColumn], rows: Iterator[Row]) -> int:
    m = 0
    while block := list(itertools.islice(rows, BLOCK)):
        lines = [line for line, _ in block]
        for column, cells in zip(columns, zip(*(row for _, row in block), strict=True), strict=True):
            column.extend(cells, lines)
        m += len(block)
    return m


def _not_utf8(path: Path) -> str:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError as error:
                byte = line[error.start]
                return (
                    f"{path} must be UTF-8 text, got the byte 0x{byte:02x} on line {number}: "
                    "convert it, for example with iconv -f latin1 -t utf-8"
                )
    return f"{path} must be UTF-8 text"


def _assemble(path: Path, spec: DataSpec, columns: dict[str, NumberColumn | TextColumn], target: TextColumn) -> RawData:
    features = [column for column in columns.values() if column is not target]
    numbers = [column for column in features if isinstance(column, NumberColumn)]
    _refuse_text(numbers, path, spec)
    _refuse_missing(features, path)
    _refuse_infinite(numbers, path)
    understood = interpret_target(target, spec.task, str(path))
    names: list[str] = []
    blocks: list[NDArray[np.float64]] = []
    for column in features:
        if isinstance(column, NumberColumn):
            names.append(column.name)
            blocks.append(column.values()[:, None])
        else:
            one_hot_names, one_hot = _one_hot(column, path)
            names += one_hot_names
            blocks.append(one_hot)
    return RawData(
        name=valid_name(path.stem),
        task=understood.task,
        X=np.concatenate(blocks, axis=1),
        y=understood.y,
        classes=understood.classes,
        features=tuple(names),
        notes=understood.notes,
    )


def _refuse_text(columns: Sequence[NumberColumn], path: Path, spec: DataSpec) -> None:
    bad = [(column.name, *column.first_text) for column in columns if column.first_text]
    if bad:
        name, line, text = bad[0]
        declared = json.dumps([*spec.categorical, *(each for each, _, _ in bad)], ensure_ascii=False)
        raise DataError(
            f"the feature column {quoted(name)} must hold numbers, got {quoted(text)} on line {line} of {path}: "
            f"correct it, or declare the column as categories with data.categorical = {declared}"
        )


def _refuse_missing(columns: Sequence[NumberColumn | TextColumn], path: Path) -> None:
    bad = [column for column in columns if column.missing]
    if bad:
        counts = ", ".join(f"{quoted(column.name)} {column.missing}" for column in bad[:5])
        more = f" and {len(bad) - 5} more columns" if len(bad) > 5 else ""
        line = min(column.first_missing[0] for column in bad if column.first_missing)
        raise DataError(
            f"features must have no missing values, got {counts}{more}, the first on line {line} of {path}: "
            "fill them, or drop those rows or columns"
        )


def _refuse_infinite(columns: Sequence[NumberColumn], path: Path) -> None:
    for column in columns:
        if column.first_infinite:
            line, text = column.first_infinite
            raise DataError(
                f"the feature column {quoted(column.name)} must hold finite numbers up to 3.4e38, got {quoted(text)} "
                f"on line {line} of {path}"
            )


def _one_hot(column: TextColumn, path: Path) -> tuple[list[str], NDArray[np.float64]]:
    levels, codes = column.sorted_levels()
    if len(levels) > MOST_LEVELS:
        raise DataError(
            f"a categorical column must have at most {MOST_LEVELS} levels, {quoted(column.name)} has {len(levels)} "
            f"({listed(levels, 3)}) in {path}: drop the column or group its levels"
        )
    return [f"{column.name}={level}" for level in levels], (codes[:, None] == np.arange(len(levels))).astype(np.float64)
