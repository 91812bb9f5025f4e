"""Columns that say which examples belong together, come first, or are in which set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.csv_columns import TextColumn, parse_number
from nnsearch.data.raw import quoted

DRAWN = -1
SETS = ("train", "dev", "test")
"""The sets by their number in ``RawData.assigned``; :data:`DRAWN` stands for train or dev, to be drawn."""


def group_numbers(columns: Sequence[TextColumn]) -> IntArray:
    """Number the groups of a column, that of each file in turn.

    Args:
        columns: one per file, of one name.

    Returns:
        ``(m,)`` int64, equal where the text is equal.

    Raises:
        DataError: if a row has no group.
    """
    _refuse_missing(columns, "group")
    levels = sorted({level for column in columns for level in column.levels})
    return np.concatenate([column.codes_among(levels) for column in columns])


def order_keys(columns: Sequence[tuple[TextColumn, str]]) -> FloatArray:
    """Turn numbers, or dates and times as ISO 8601 writes them, into keys that can be sorted.

    Args:
        columns: one per file, of one name, with the file's name.

    Returns:
        ``(m,)`` float64; for dates seconds since 1970, those without a zone taken as UTC.

    Raises:
        DataError: if a row has none, or something else.
    """
    _refuse_missing([column for column, _ in columns], "time")
    numeric = all(parse_number(level) is not None for column, _ in columns for level in column.levels)
    keys = []
    for column, where in columns:
        by_level = [_key(level, column, where, numeric=numeric) for level in column.levels]
        keys.append(np.asarray(by_level, np.float64)[column.codes()])
    return np.concatenate(keys)


def assigned_sets(split: TextColumn | None, path: Path, m: int, m_test: int = 0) -> IntArray | None:
    """Say which set each example was given to.

    Args:
        split: a column of ``train``, ``dev`` and ``test``, or ``None``.
        path: its file.
        m: rows of that file.
        m_test: rows of a test file behind them.

    Returns:
        ``(m + m_test,)`` int64 as in ``RawData.assigned``, or ``None`` if nothing was given.

    Raises:
        DataError: if the column holds another word, or no example to train on.
    """
    if split is None and not m_test:
        return None
    sets = np.full(m, DRAWN, np.int64)
    if split is not None:
        for level in split.levels:
            if level.casefold() not in SETS:
                raise DataError(
                    f"the column {quoted(split.name)} of data.split must hold train, dev or test, got {quoted(level)} "
                    f"on line {split.first_line(level)} of {path}: {did_you_mean(level[:40], SETS)}"
                )
        found = np.asarray([SETS.index(level.casefold()) for level in split.levels], np.int64)[split.codes()]
        if not (found == 0).any():
            raise DataError(f"the column {quoted(split.name)} of data.split must say train somewhere in {path}")
        sets = found if (found == 1).any() else np.where(found == 2, 2, DRAWN)
    return np.concatenate([sets, np.full(m_test, 2, np.int64)])


def _refuse_missing(columns: Sequence[TextColumn], key: str) -> None:
    for column in columns:
        if column.first_missing is not None:
            raise DataError(
                f"the column {quoted(column.name)} of data.{key} must have no missing values, got {column.missing}, "
                f"the first on line {column.first_missing[0]}"
            )


def _key(level: str, column: TextColumn, where: str, *, numeric: bool) -> float:
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
        f"the column {quoted(column.name)} of data.time must hold finite numbers, or dates such as 2026-01-31, got "
        f"{quoted(level)} on line {column.first_line(level)} of {where}"
    )
