"""Columns that say which examples belong together, come first, or are in which set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.csv_columns import parse_number
from nnsearch.data.raw import listed, quoted
from nnsearch.data.table import Table

DRAWN = -1
SETS = ("train", "dev", "test")
"""The sets by their number in ``RawData.assigned``; :data:`DRAWN` stands for train or dev, to be drawn."""


def group_numbers(tables: Sequence[Table], name: str) -> IntArray:
    """Number the groups of a column, that of each file in turn.

    Args:
        tables: that of the examples and, if it is apart, that of the test set.
        name: the column's name.

    Returns:
        ``(m,)`` int64, equal where the text is equal.

    Raises:
        DataError: if a row has no group, or a group stands in two files.
    """
    _refuse_missing(tables, name, "group")
    columns = [table.text(name) for table in tables]
    levels = sorted({level for column in columns for level in column.levels})
    if len(tables) > 1 and (both := sorted(set(columns[0].levels) & set(columns[1].levels))):
        raise DataError(
            f"a group of data.group must be in one set, {listed(both)} of {quoted(name)} in {tables[1].path} also in "
            f"{tables[0].path}: move their rows into one file, or leave data.group out"
        )
    return np.concatenate([column.codes_among(levels) for column in columns])


def order_keys(tables: Sequence[Table], name: str) -> FloatArray:
    """Turn numbers, or dates and times as ISO 8601 writes them, into keys that can be sorted.

    Args:
        tables: that of the examples and, if it is apart, that of the test set.
        name: the column's name.

    Returns:
        ``(m,)`` float64; for dates seconds since 1970, those without a zone taken as UTC.

    Raises:
        DataError: if a row has none, or something else.
    """
    _refuse_missing(tables, name, "time")
    numeric = all(parse_number(level) is not None for table in tables for level in table.text(name).levels)
    keys = []
    for table in tables:
        column = table.text(name)
        by_level = [_key(level, name, table, numeric=numeric) for level in column.levels]
        keys.append(np.asarray(by_level, np.float64)[column.codes()])
    return np.concatenate(keys)


def assigned_sets(table: Table, name: str | None, m_test: int = 0) -> IntArray | None:
    """Say which set each example was given to.

    Args:
        table: the examples.
        name: of a column of ``train``, ``dev`` and ``test``, or ``None``.
        m_test: rows of a test file behind them.

    Returns:
        ``(m + m_test,)`` int64 as in ``RawData.assigned``, or ``None`` if nothing was given.

    Raises:
        DataError: if the column holds another word, or no example to train on.
    """
    if name is None and not m_test:
        return None
    sets = np.full(table.m, DRAWN, np.int64)
    if name is not None:
        split = table.text(name)
        for level in split.levels:
            if level.casefold() not in SETS:
                raise DataError(
                    f"the column {quoted(name)} of data.split must hold train, dev or test, got {quoted(level)} "
                    f"{table.at(split.first_line(level))}: {did_you_mean(level[:40], SETS)}"
                )
        found = np.asarray([SETS.index(level.casefold()) for level in split.levels], np.int64)[split.codes()]
        if not (found == 0).any():
            raise DataError(f"the column {quoted(name)} of data.split must say train somewhere in {table.path}")
        sets = found if (found == 1).any() else np.where(found == 2, 2, DRAWN)
    return np.concatenate([sets, np.full(m_test, 2, np.int64)])


def _refuse_missing(tables: Sequence[Table], name: str, key: str) -> None:
    for table in tables:
        column = table.text(name)
        if column.first_missing is not None:
            raise DataError(
                f"the column {quoted(name)} of data.{key} must have no missing values, got {column.missing}, the "
                f"first {table.at(column.first_missing[0])}: fill them or drop those rows"
            )


def _key(level: str, name: str, table: Table, *, numeric: bool) -> float:
    if numeric:
        key = float(level)
        if np.isfinite(key):
            return key
    else:
        try:
            moment = datetime.fromisoformat(level)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            pass  # worded below, together with impossible numbers
    raise DataError(
        f"the column {quoted(name)} of data.time must hold finite numbers, or dates such as 2026-01-31, got "
        f"{quoted(level)} {table.at(table.text(name).first_line(level))}"
    )
