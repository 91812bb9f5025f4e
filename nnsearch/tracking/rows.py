"""Rows to predict, read from a CSV file as strictly as training data is: nothing is guessed, shifted or filled in."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean
from nnsearch.data.csv_columns import parse_number
from nnsearch.data.raw import listed, quoted

Columns = Sequence[Mapping[str, Any]]
"""Name, and levels or ``None`` for numbers, of each column a network needs."""


def read_rows(path: Path, columns: Columns) -> tuple[dict[str, list[Any]], list[str]]:
    """Read the columns that a network needs.

    Args:
        path: a comma-separated UTF-8 file with a header.
        columns: what is needed; the file may have more, in any order.

    Returns:
        Cells by column, as numbers or text; and the names of the columns that were not used.

    Raises:
        DataError: if the file cannot be read, a column is missing or a cell is not what it must be.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(file, path, columns)
    except UnicodeDecodeError as error:
        raise DataError(f"{path} must be UTF-8 text: convert it, for example with iconv -f latin1 -t utf-8") from error
    except (OSError, csv.Error) as error:
        raise DataError(f"cannot read {path}: {error}") from error


def _read(file: TextIO, path: Path, columns: Columns) -> tuple[dict[str, list[Any]], list[str]]:
    reader = csv.reader(file, strict=True)
    header = [" ".join(name.split()) for name in next((row for row in reader if row), [])]
    place = _places(header, path, columns)
    table: dict[str, list[Any]] = {str(column["name"]): [] for column in columns}
    for row in reader:
        if not row:
            continue  # an empty line is no row
        if len(row) != len(header):
            raise DataError(
                f"every row must have {len(header)} cells like the header, got {len(row)} on line {reader.line_num} "
                f"of {path}"
            )
        for column in columns:
            name = str(column["name"])
            where = f"on line {reader.line_num} of {path}"
            table[name].append(_cell(row[place[name]].strip(), name, column["levels"], where))
    return table, [name for name in header if name not in table]


def _places(header: list[str], path: Path, columns: Columns) -> dict[str, int]:
    names = [str(column["name"]) for column in columns]
    for name in names:
        if header.count(name) > 1:
            raise DataError(f"column names must differ, got {quoted(name)} {header.count(name)} times in {path}")
    missing = [name for name in names if name not in header]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        found = did_you_mean(missing[0], header) if header else "the file is empty"
        raise DataError(f"{path} must have the column {quoted(missing[0])}{more}, which the network takes: {found}")
    return {name: header.index(name) for name in names}


def _cell(text: str, name: str, levels: Sequence[str] | None, where: str) -> float | str:
    if levels is None:
        number = parse_number(text)
        if number is None or abs(number) == float("inf"):
            raise DataError(f"the column {quoted(name)} must hold numbers, got {quoted(text)} {where}")
        return number
    if text not in levels:
        known = listed(levels)
        raise DataError(
            f"the column {quoted(name)} must hold a category seen in training ({known}), got {quoted(text)} {where}"
        )
    return text
