"""One text table: cells between delimiters, a header, every row an example.

The standard library's reader is used rather than pandas: it says on which line a row is too long or too short, and
never shifts, pads, renames or reinterprets anything. Rows are read in blocks, so that a large file never stands in
memory as text.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from nnsearch.core.errors import DataError
from nnsearch.data.assembly import assemble
from nnsearch.data.files import DAMAGED, LONGEST_LINE, check_encoding, open_binary, plain_suffix, text_lines
from nnsearch.data.raw import RawData, quoted
from nnsearch.data.spec import DataSpec
from nnsearch.data.table import AnyColumn, Table, check_header, make_columns

CSV_SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
BLOCK = 20_000
DELIMITERS = (",", ";", "\t", "|")

Row = tuple[int, list[str]]
"""A row's line in the file (its last line, if a quoted cell spans several), and its cells."""


class _Reader(Protocol):
    """What csv.reader returns: its own type has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


def read_csv_table(path: Path, spec: DataSpec) -> RawData:
    """Read a text table whose every row is an example.

    Args:
        path: the file, with a header.
        spec: the study's data section.

    Returns:
        The features in the file's order.

    Raises:
        DataError: if the file cannot be read, or anything in it would have to be guessed.
    """
    return assemble(read_csv_columns(path, spec), spec)


def read_csv_columns(path: Path, spec: DataSpec) -> Table:
    """Read the columns of a text table, compressed or not.

    Args:
        path: the file; ``.gz``, ``.bz2`` and ``.xz`` are unpacked.
        spec: says how the file is written, and which columns are what.

    Raises:
        DataError: if the file is no such table.
    """
    with _opened(path, spec) as (reader, header):
        columns = make_columns(header, spec, path)
        return Table(path, "line", columns, _fill([*columns.values()], _rows(reader, header, path)))


def read_csv_header(path: Path, spec: DataSpec) -> list[str]:
    """Return the names of a text table's columns.

    Raises:
        DataError: if the file has no usable header.
    """
    with _opened(path, spec) as (_, header):
        return header


@contextmanager
def _opened(path: Path, spec: DataSpec) -> Iterator[tuple[_Reader, list[str]]]:
    delimiter = delimiter_of(path, spec)
    check_encoding(spec.encoding or "utf-8")
    encoding = "utf-8-sig" if spec.encoding is None else spec.encoding
    try:
        with open_binary(path) as binary, io.TextIOWrapper(binary, encoding=encoding, newline="") as file:
            reader = csv.reader(text_lines(file, path), strict=True, delimiter=delimiter)
            yield reader, _read_header(reader, path, delimiter)
    except UnicodeError as error:
        raise DataError(_not_text(path, spec.encoding)) from error
    except (*DAMAGED, csv.Error) as error:
        raise DataError(f"cannot read {path}: {error}") from error


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


def _read_header(reader: _Reader, path: Path, delimiter: str) -> list[str]:
    row = next((row for row in reader if row), None)
    if row is None:
        raise DataError(f"{path} must hold a header and rows, got an empty file")
    fix = f"; columns are separated by {'commas' if delimiter == ',' else quoted(delimiter)}"
    other = next((mark for mark in DELIMITERS if mark != delimiter and mark in row[0]), None)
    if other is not None:
        escaped = "\\t" if other == "\t" else other
        fix += f', for this file set data.delimiter = "{escaped}"'
    return check_header(row, path, fix)


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


def _fill(columns: Sequence[AnyColumn], rows: Iterator[Row]) -> int:
    m = 0
    while block := list(itertools.islice(rows, BLOCK)):
        lines = [line for line, _ in block]
        for column, cells in zip(columns, zip(*(row for _, row in block), strict=True), strict=True):
            column.extend(cells, lines)
        m += len(block)
    return m


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
