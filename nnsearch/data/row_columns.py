"""The columns of a table to predict: each read as its coding needs it, whatever training read beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.data.csv_columns import NumberColumn, TextColumn, UnreadColumn, is_missing
from nnsearch.data.preprocessing import Coding
from nnsearch.data.raw import Column, quoted
from nnsearch.data.table import AnyColumn, OpenTable, place


def make_row_columns(header: Sequence[str], codings: Sequence[Coding]) -> dict[str, AnyColumn]:
    """Make an empty column for each name: numbers, text, or one that is not read.

    Args:
        header: names of the table's columns.
        codings: what becomes of those that are used.
    """
    kinds = {coding.name: coding.kind for coding in codings}
    columns: dict[str, AnyColumn] = {}
    for name in header:
        kind = kinds.get(name)
        columns[name] = (
            UnreadColumn(name) if kind is None else NumberColumn(name) if kind == "number" else TextColumn(name)
        )
    return columns


def encode_columns(columns: dict[str, AnyColumn], codings: Sequence[Coding], opened: OpenTable) -> NDArray[np.float64]:
    """Turn filled columns into a network's inputs.

    Args:
        columns: by name, of :func:`make_row_columns`.
        codings: what becomes of them.
        opened: their table, for messages.

    Returns:
        ``(m, n_x)``, not scaled.

    Raises:
        DataError: if a cell is not what it must be, naming its column and place.
    """
    return np.concatenate([_encode(coding, columns[coding.name], opened) for coding in codings], axis=1)


def _encode(coding: Coding, column: AnyColumn, opened: OpenTable) -> NDArray[np.float64]:
    if isinstance(column, NumberColumn):
        _refuse(coding, column.not_number() or column.first_infinite, "finite numbers up to 3.4e38", opened)
        values, levels = column.values(), Column(coding.name)
        gone = column.first_missing
    elif isinstance(column, TextColumn) and coding.kind == "boolean":
        values, levels = _truths(coding, column, opened), Column(coding.name, "boolean")
        gone = _first(column, values)
    elif isinstance(column, TextColumn):
        levels = Column(coding.name, "category", tuple(level for level in column.levels if level))
        codes = column.codes_among(levels.levels).astype(np.float64)
        values, gone = np.where(codes < 0, np.nan, codes), column.first_missing
    else:
        raise TypeError(f"the column {coding.name!r} was not read")
    if gone is not None and coding.fill is None and not (coding.indicator and coding.kind == "category"):
        raise DataError(
            f"the column {quoted(coding.name)} must have no missing values, got one {_at(gone[0], opened)}: fill it "
            "(the training set had none, or data.missing was not set)"
        )
    return coding.encode(values, levels)


def _truths(coding: Coding, column: TextColumn, opened: OpenTable) -> NDArray[np.float64]:
    truths = np.empty(len(column.levels))
    for code, level in enumerate(column.levels):
        word = level.casefold()
        if word not in coding.words and not is_missing(level):
            _refuse(coding, (column.first_line(level), level), f"one of {', '.join(coding.words)}", opened)
        truths[code] = coding.words.index(word) if word in coding.words else np.nan
    return np.asarray(truths[column.codes()])


def _first(column: TextColumn, values: NDArray[np.float64]) -> tuple[int, str] | None:
    lines = [column.first_line(level) for level in column.levels if is_missing(level)]
    return (min(lines), "") if lines and np.isnan(values).any() else None


def _refuse(coding: Coding, cell: tuple[int, str] | None, rule: str, opened: OpenTable) -> None:
    if cell is not None:
        raise DataError(
            f"the column {quoted(coding.name)} must hold {rule} as in training, got {quoted(cell[1])} "
            f"{_at(cell[0], opened)}"
        )


def _at(line: int, opened: OpenTable) -> str:
    return place(opened.unit, line, opened.path)
