"""One text table: cells between delimiters, a header, every row an example.

The standard library's reader is used rather than pandas: it says on which line a row is too long or too short, and
never shifts, pads, renames or reinterprets anything. Rows are read in blocks, so that a large file never stands in
memory as text.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from nnsearch.core.errors import DataError
from nnsearch.core.names import printable
from nnsearch.data.csv_columns import parse_number
from nnsearch.data.files import DAMAGED, LONGEST_LINE, check_encoding, open_binary, plain_suffix, text_lines
from nnsearch.data.raw import quoted
from nnsearch.data.spec import DataSpec
from nnsearch.data.table import AnyColumn, check_header

CSV_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
BLOCK = 20_000
MOST_CELLS = 2**20
"""Most rows, and cells, that stand in memory as text."""
DELIMITERS = (",", ";", "\t", "|")

Row = tuple[int, list[str]]
"""A row's line in the file (its last line, if a quoted cell spans several), and its cells."""


class _Reader(Protocol):
    """What csv.reader returns: its own type has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


class OpenText:
    """A text table, opened. See :class:`nnsearch.data.table.OpenTable`.

    Args:
        path: the file.
        header: names of its columns.
        rows: the rest of its rows.
    """

    unit = "line"

    def __init__(self, path: Path, header: list[str], rows: Iterator[Row]) -> None:
        self.path, self.header = path, header
        self._rows = rows

    def fill(self, columns: Mapping[str, AnyColumn]) -> Iterator[int]:
        """See :meth:`nnsearch.data.table.OpenTable.fill`."""
        size = max(1, min(BLOCK, MOST_CELLS // len(self.header)))
        while block := list(itertools.islice(self._rows, size)):
            lines = [line for line, _ in block]
            by_column = zip(*(row for _, row in block), strict=True)
            for column, cells in zip(columns.values(), by_column, strict=True):
                column.extend(cells, lines)
            yield len(block)


@contextmanager
def open_csv(path: Path, spec: DataSpec, fewest: int = 2) -> Iterator[OpenText]:
    """Open a text table, compressed or not.

    Args:
        path: the file; ``.gz``, ``.bz2`` and ``.xz`` are unpacked.
        spec: says how the file is written.
        fewest: how many columns there must be.

    Raises:
        DataError: if the file cannot be read, or anything in it would have to be guessed.
    """
    delimiter = delimiter_of(path, spec)
    check_encoding(spec.encoding or "utf-8")
    encoding = "utf-8-sig" if spec.encoding is None else spec.encoding
    try:
        with open_binary(path) as binary, io.TextIOWrapper(binary, encoding=encoding, newline="") as file:
            reader = csv.reader(text_lines(file, path), strict=True, delimiter=delimiter)
            header = _read_header(reader, path, delimiter, fewest)
            yield OpenText(path, header, _rows(reader, header, path))
    except UnicodeError as error:
        raise DataError(_not_text(path, spec.encoding)) from error
    except (*DAMAGED, csv.Error) as error:
        raise DataError(f"cannot read {path}: {printable(error)}") from error


def delimiter_of(path: Path, spec: DataSpec) -> str:
    """Return what separates cells: what is declared, else what the file's name says.

    Raises:
        DataError: if the declared delimiter cannot be one.
    """
    if spec.delimiter is None:
        return "\t" if plain_suffix(path) in (".tsv", ".tab") else ","
    if len(spec.delimiter) != 1 or spec.delimiter in '\0\r\n"\ufeff ':
        raise DataError(
            f'data.delimiter must be one character such as ";" or "\\t", no quote, blank or line break, got '
            f"{quoted(spec.delimiter)}"
        )
    return spec.delimiter


def _read_header(reader: _Reader, path: Path, delimiter: str, fewest: int) -> list[str]:
    row = next((row for row in reader if row), None)
    if row is None:
        raise DataError(f"{path} must hold a header and rows, got an empty file")
    fix = f"; columns are separated by {'commas' if delimiter == ',' else quoted(delimiter)}"
    other = next((mark for mark in DELIMITERS if mark != delimiter and mark in row[0]), None)
    if other is not None:
        escaped = "\\t" if other == "\t" else other
        fix += f', for this file set data.delimiter = "{escaped}"'
    _refuse_data(row, path)
    return check_header(row, path, fix, fewest)


def _refuse_data(header: list[str], path: Path) -> None:
    """Refuse numbers as names, unless they are whole and count up by one, such as years or what pandas writes."""
    names = [text for cell in header if (text := cell.strip()) and parse_number(text) is not None]
    whole = all(name.isdecimal() for name in names)
    counted = [int(name) for name in names] if whole else []
    counting = len(counted) > 1 and all(after - before == 1 for before, after in itertools.pairwise(counted))
    if names and not counting and names != ["0"]:
        raise DataError(
            f"the first line of {path} must be a header with a name for each column, got {quoted(names[0])}: it looks "
            "like data, write a header above it (or words for such names)"
        )


def _rows(reader: _Reader, header: list[str], path: Path) -> Iterator[Row]:
    for row in reader:
        line = reader.line_num
        if not row:
            if len(header) == 1:
                raise DataError(f'lines must not be empty, line {line} of {path} is: write "" for a missing value')
            continue  # an empty line is no row
        if len(row) != len(header):
            raise DataError(
                f"every row must have {len(header)} cells like the header, got {len(row)} on line {line} of {path}"
            )
        yield line, row


def _not_text(path: Path, encoding: str | None) -> str:
    if encoding is not None:
        return f"{path} must be {encoding} text as data.encoding says, some of its bytes are not: declare another"
    with open_binary(path) as file:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
            try:
                line.decode()
            except UnicodeDecodeError as error:
                return (
                    f"{path} must be UTF-8 text, got the byte 0x{line[error.start]:02x} on line {number}: convert it, "
                    'for example with iconv -f latin1 -t utf-8, or declare data.encoding, such as "latin-1" or "utf-16"'
                )
    return f"{path} must be UTF-8 text"
