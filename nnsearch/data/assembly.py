"""From the columns of a table to raw examples: what cannot be used is refused, nothing is fitted.

What depends on the training set (levels, medians) is ``preprocessing``'s.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.data.csv_columns import NumberColumn, TextColumn, is_date, natural_order
from nnsearch.data.csv_target import Target, interpret_target
from nnsearch.data.files import plain_stem
from nnsearch.data.idle_columns import drop_idle
from nnsearch.data.raw import Column, RawData, listed, quoted
from nnsearch.data.roles import assigned_sets, group_numbers, order_keys
from nnsearch.data.spec import DataSpec
from nnsearch.data.storage import Storage, row_blocks
from nnsearch.data.table import AnyColumn, Table, feature_names, valid_name

MOST_LEVELS = 1000


def assemble(table: Table, spec: DataSpec, test: Table | None = None, storage: Storage | None = None) -> RawData:
    """Turn columns into raw examples.

    Args:
        table: train and dev examples, and those of the test set unless it is apart.
        spec: the study's data section.
        test: the test set's examples, if they stand in a file of their own.
        storage: where large arrays lie; by default in memory.

    Raises:
        DataError: if anything in a column cannot be used, or no feature is left.
    """
    tables = [table] if test is None else [table, test]
    if test is not None and list(test.columns) != list(table.columns):
        odd = sorted(set(table.columns) ^ set(test.columns)) or list(table.columns)
        raise DataError(
            f"{test.path} must have the columns of {table.path} in their order, these differ: {listed(odd)}"
        )
    for each in tables:
        if each.m == 0:
            raise DataError(f"{each.path} must hold at least one row below its header, got none")
        _refuse_bad_cells(each, spec)
    target = _target(tables, spec)
    place = storage or Storage()
    columns, X, idle = drop_idle(*_features(tables, spec, place), table.path, place)
    used = {column.name for column in columns}
    return RawData(
        name=valid_name(plain_stem(table.path)),
        task=target.task,
        X=X,
        y=target.y,
        classes=target.classes,
        features=tuple(column.name for column in columns),
        notes=(*target.notes, *_inexact_notes(tables), *idle),
        columns=columns,
        groups=None if spec.group is None else group_numbers(tables, spec.group),
        order=None if spec.time is None else order_keys(tables, spec.time),
        assigned=assigned_sets(table, spec.split, 0 if test is None else test.m),
        ignored=tuple(name for name in table.columns if name not in used),
    )


def _refuse_bad_cells(table: Table, spec: DataSpec) -> None:
    numbers = [column for column in table.columns.values() if isinstance(column, NumberColumn)]
    _refuse_text(table, numbers, spec)
    categories = [table.text(name) for name in spec.categorical]
    order = {name: position for position, name in enumerate(table.columns)}
    if spec.missing is None:
        _refuse_missing(table, sorted([*numbers, *categories], key=lambda column: order[column.name]))
    for column in numbers:
        if column.first_infinite:
            line, text = column.first_infinite
            raise DataError(
                f"the feature column {quoted(column.name)} must hold finite numbers up to 3.4e38, got {quoted(text)} "
                f"{table.at(line)}"
            )


def _refuse_text(table: Table, columns: Sequence[NumberColumn], spec: DataSpec) -> None:
    bad = [(column.name, *found) for column in columns if (found := column.text_found())]
    dates = [name for name, _, text in bad if is_date(text)]
    if dates:
        name, line, text = next(each for each in bad if each[0] == dates[0])
        dropped = json.dumps([*(spec.drop or ()), *dates], ensure_ascii=False)
        raise DataError(
            f"the feature column {quoted(name)} must hold numbers, got the date {quoted(text)} {table.at(line)}: "
            f"leave it out with data.drop = {dropped}, split by it with data.time = {json.dumps(name)}, or write "
            "numbers such as an age or a month in its place"
        )
    if bad:
        name, line, text = bad[0]
        declared = json.dumps([*spec.categorical, *(each for each, _, _ in bad)], ensure_ascii=False)
        raise DataError(
            f"the feature column {quoted(name)} must hold numbers, got {quoted(text)} {table.at(line)}: "
            f"correct it, or declare the column as categories with data.categorical = {declared}"
        )


def _refuse_missing(table: Table, columns: Sequence[NumberColumn | TextColumn]) -> None:
    bad = [column for column in columns if column.missing]
    if bad:
        counts = ", ".join(f"{quoted(column.name)} {column.missing}" for column in bad[:5])
        more = f" and {len(bad) - 5} more columns" if len(bad) > 5 else ""
        line = min(column.first_missing[0] for column in bad if column.first_missing)
        raise DataError(
            f"features must have no missing values, got {counts}{more}, the first {table.at(line)}: fill them, say how "
            'with data.missing = "median", "most_frequent" or "indicator", or drop those rows or columns'
        )


def _target(tables: Sequence[Table], spec: DataSpec) -> Target:
    column = tables[0].text(spec.target or "")
    for each in tables[1:]:
        column = column.joined(each.text(column.name))
    return interpret_target(column, spec.task, " or ".join(str(each.path) for each in tables), tables[0].unit)


def _features(tables: Sequence[Table], spec: DataSpec, storage: Storage) -> tuple[list[Column], NDArray[np.float64]]:
    names = feature_names(tables[0].columns, spec)
    if not names:
        raise DataError(f"a table must have a feature beside its target, none is left in {tables[0].path}")
    columns = [_describe([each.columns[name] for each in tables], tables) for name in names]
    if len(tables) == 1 and tables[0].X is not None:
        X = tables[0].X
    else:
        # Filled in place: a large table must not stand in memory once more.
        X = storage.allocate("joined", (sum(each.m for each in tables), len(names)), np.float64)
        _fill(X, tables, names)
    start = 0
    for table in tables:
        _recode(X[start : start + table.m], table, columns)
        start += table.m
    return columns, X


def _fill(X: NDArray[np.float64], tables: Sequence[Table], names: Sequence[str]) -> None:
    start = 0
    for table in tables:
        out = X[start : start + table.m]
        if table.X is None:
            for index, name in enumerate(names):
                out[:, index] = table.columns[name].take()
        else:
            for rows in row_blocks(out):
                out[rows] = table.X[rows]
        start += table.m


def _recode(X: NDArray[np.float64], table: Table, columns: Sequence[Column]) -> None:
    """Turn indices of the table's own levels into those of all levels in order, NaN for a missing one."""
    ranks = {
        index: each.ranks_among(column.levels).astype(np.float64)
        for index, column in enumerate(columns)
        if isinstance(each := table.columns[column.name], TextColumn)
    }
    for rank in ranks.values():
        rank[rank < 0] = np.nan
    for rows in row_blocks(X) if ranks else ():
        for index, rank in ranks.items():
            X[rows, index] = rank[X[rows, index].astype(np.int64)]


def _describe(columns: Sequence[AnyColumn], tables: Sequence[Table]) -> Column:
    numbers = [column for column in columns if isinstance(column, NumberColumn)]
    if numbers:
        return _describe_numbers(numbers, tables)
    return _describe_category([column for column in columns if isinstance(column, TextColumn)], tables)


def _describe_numbers(columns: Sequence[NumberColumn], tables: Sequence[Table]) -> Column:
    first = columns[0]
    for column, table in zip(columns, tables, strict=True):
        if not first.is_boolean and column.first_word is not None:
            line, text = column.first_word
            raise DataError(
                f"the column {quoted(first.name)} must hold numbers as in {tables[0].path}, got {quoted(text)} "
                f"{table.at(line)}"
            )
        if first.is_boolean and column.words != first.words and not column.is_empty:
            raise DataError(
                f"the column {quoted(first.name)} must hold {listed(first.words or ())} in {table.path} too"
            )
    return Column(first.name, "boolean", words=first.words or ()) if first.is_boolean else Column(first.name)


def _describe_category(columns: Sequence[TextColumn], tables: Sequence[Table]) -> Column:
    levels = natural_order(sorted({level for column in columns for level in column.levels if level}))
    there = sum(table.m - column.missing for column, table in zip(columns, tables, strict=True))
    if len(levels) > MOST_LEVELS and len(levels) < there:  # one level per row is an id, which is dropped later
        raise DataError(
            f"a categorical column must have at most {MOST_LEVELS} levels, {quoted(columns[0].name)} has {len(levels)} "
            f"({listed(levels, 3)}) in {tables[0].path}: drop the column or group its levels"
        )
    return Column(columns[0].name, "category", tuple(levels))


def _inexact_notes(tables: Sequence[Table]) -> tuple[str, ...]:
    bad = [
        f"{quoted(column.name)} ({column.first_inexact[1]} {table.at(column.first_inexact[0])})"
        for table in tables
        for column in table.columns.values()
        if isinstance(column, NumberColumn) and column.first_inexact
    ]
    if not bad:
        return ()
    return (f"whole numbers beyond 2^53 lose digits, got some in {bad[0]}: leave ids out with data.drop",)
