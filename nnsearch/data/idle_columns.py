"""Columns that teach nothing: constant ones and ids. They are dropped, and said to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.data.raw import Column, listed, quoted

ID_NAME = re.compile(r"(.*[ _.-])?(id|uuid|guid|index|idx|rownames?|row|unnamed)([ _.:-]*[0-9]*)?", re.IGNORECASE)
FEWEST_ROWS = 10
"""A table of fewer rows says too little about what its columns are."""


def drop_idle(
    columns: Sequence[Column], X: NDArray[np.float64], path: Path
) -> tuple[tuple[Column, ...], NDArray[np.float64], tuple[str, ...]]:
    """Drop columns with one value only and ids, where there are at least ten rows.

    An id is a category with another level in every row, or a column of different whole numbers that is named like
    one. Whole numbers that just count the rows are kept, and pointed out.

    Args:
        columns: what X holds.
        X: raw inputs ``(m, n)``, NaN where a value is missing.
        path: the file, for messages.

    Returns:
        The columns that stay, their inputs, and lines a user should read.

    Raises:
        DataError: if no column stays.
    """
    if X.shape[0] < FEWEST_ROWS:
        return tuple(columns), X, ()
    constant = [index for index in range(len(columns)) if _is_constant(X[:, index])]
    ids = [index for index in range(len(columns)) if index not in constant and _is_id(columns[index], X[:, index])]
    counting = [
        column.name
        for index, column in enumerate(columns)
        if index not in constant and index not in ids and _counts_rows(column, X[:, index])
    ]
    notes = [
        *([f"dropped, the same in every row: {_names(columns, constant)}"] if constant else []),
        *([f"dropped, an id of every row: {_names(columns, ids)}"] if ids else []),
        *(
            [f"counts the rows, leave it out with data.drop if that is all it does: {listed(counting)}"]
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
    return tuple(columns[index] for index in kept), X if len(kept) == len(columns) else X[:, kept], tuple(notes)


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
