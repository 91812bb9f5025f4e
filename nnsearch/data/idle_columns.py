"""Columns that teach nothing: constant ones and ids. They are dropped, and said to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.data.raw import Column, listed, quoted
from nnsearch.data.storage import Storage, column_groups, row_blocks

ID_NAME = re.compile(r"((.*[ _.-])?(id|uuid|guid)|index|idx|rownames?|row|unnamed)([ _.:-]*[0-9]*)?", re.IGNORECASE)
KINDS = ("constant", "id", "counting")
FEWEST_ROWS = 10
"""A table of fewer rows says too little about what its columns are."""


def drop_idle(
    columns: Sequence[Column], X: NDArray[np.float64], path: Path, storage: Storage
) -> tuple[tuple[Column, ...], NDArray[np.float64], tuple[str, ...]]:
    """Drop columns without any value and, where there are at least ten rows, those with one value only and ids.

    An id is a category with another level in every row, or a column of different whole numbers that is named like
    one. Whole numbers that just count the rows are kept, and pointed out.

    Args:
        columns: what X holds.
        X: raw inputs ``(m, n)``, NaN where a value is missing.
        path: the file, for messages.
        storage: where large arrays lie.

    Returns:
        The columns that stay, their inputs, and lines a user should read.

    Raises:
        DataError: if no column stays.
    """
    what = _judge(columns, X)
    constant, ids, counting = ([index for index, each in enumerate(what) if each == kind] for kind in KINDS)
    notes = [
        *([f"dropped, the same in every row: {_names(columns, constant)}"] if constant else []),
        *([f"dropped, an id of every row: {_names(columns, ids)}"] if ids else []),
        *(
            [f"counts the rows, leave it out with data.drop if that is all it does: {_names(columns, counting)}"]
            if counting
            else []
        ),
    ]
    kept = [index for index in range(len(columns)) if index not in {*constant, *ids}]
    if not kept:
        gone = quoted(columns[[*constant, *ids][0]].name)
        raise DataError(
            f"a table must have a feature that differs between rows and is no id, got only such as {gone} in {path}"
        )
    return tuple(columns[index] for index in kept), _kept(X, kept, storage), tuple(notes)


def _kept(X: NDArray[np.float64], kept: Sequence[int], storage: Storage) -> NDArray[np.float64]:
    if len(kept) == X.shape[1]:
        return X
    out = storage.allocate("kept", (len(X), len(kept)), np.float64)
    for rows in row_blocks(X):
        out[rows] = X[rows][:, kept]
    return out


def _judge(columns: Sequence[Column], X: NDArray[np.float64]) -> list[str]:
    """Say of each column which of :data:`KINDS` it is, or nothing."""
    what = []
    for group in column_groups(X):
        for column, values in zip(columns[group], np.ascontiguousarray(X[:, group].T), strict=True):
            if values.size < FEWEST_ROWS:
                what.append("constant" if np.isnan(values).all() else "")
                continue
            tests = (_is_constant(values), _is_id(column, values), _counts_rows(column, values))
            what.append(next((kind for kind, true in zip(KINDS, tests, strict=True) if true), ""))
    return what


def _names(columns: Sequence[Column], indices: Sequence[int]) -> str:
    return listed([columns[index].name for index in indices])


def _is_constant(values: NDArray[np.float64]) -> bool:
    there = values[~np.isnan(values)]
    # Present or missing is a difference, unless nothing is ever present.
    return there.size == 0 or (there.size == values.size and bool(there.max() == there.min()))


def _is_id(column: Column, values: NDArray[np.float64]) -> bool:
    if column.kind == "category":
        return len(column.levels) == values.size
    whole = column.kind == "number" and ID_NAME.fullmatch(column.name) and bool((values == np.floor(values)).all())
    return bool(whole) and len(np.unique(values)) == values.size


def _counts_rows(column: Column, values: NDArray[np.float64]) -> bool:
    return column.kind == "number" and bool((np.diff(values) == 1).all())
