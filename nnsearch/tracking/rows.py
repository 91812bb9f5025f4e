"""Rows to predict, read from a CSV file as strictly as training data is: nothing is guessed, shifted or filled in."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean
from nnsearch.data.raw import quoted


def read_rows(path: Path, columns: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Read the columns that a network needs.

    Args:
        path: a comma-separated UTF-8 file with a header.
        columns: names of those that are needed; the file may have more, in any order.

    Returns:
        Cells by column, as text; and the names of the columns that were not used.

    Raises:
        DataError: if the file cannot be read, or a column or a cell is missing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(file, path, columns)
    except UnicodeDecodeError as error:
        raise DataError(f"{path} must be UTF-8 text: convert it, for example with iconv -f latin1 -t utf-8") from error
    except (OSError, csv.Error) as error:
        raise DataError(f"cannot read {path}: {error}") from error


def _read(file: TextIO, path: Path, columns: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    reader = csv.reader(file, strict=True)
    header = [" ".join(name.split()) for name in next((row for row in reader if row), [])]
    place = _places(header, path, columns)
    table: dict[str, list[str]] = {name: [] for name in columns}
    for row in reader:
        if not row:
            continue  # an empty line is no row
        if len(row) != len(header):
            raise DataError(
                f"every row must have {len(header)} cells like the header, got {len(row)} on line {reader.line_num} "
                f"of {path}"
            )
        for name, cells in table.items():
            cells.append(row[place[name]])
    return table, [name for name in header if name not in table]


def _places(header: list[str], path: Path, columns: Sequence[str]) -> dict[str, int]:
    for name in columns:
        if header.count(name) > 1:
            raise DataError(f"column names must differ, got {quoted(name)} {header.count(name)} times in {path}")
    missing = [name for name in columns if name not in header]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        found = did_you_mean(missing[0], header) if header else "the file is empty"
        raise DataError(f"{path} must have the column {quoted(missing[0])}{more}, which the network takes: {found}")
    return {name: header.index(name) for name in columns}
