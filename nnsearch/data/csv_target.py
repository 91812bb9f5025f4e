"""The target column of a table: what is to be predicted, and whether that is a class or a number."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.csv_columns import TextColumn, is_missing, parse_number
from nnsearch.data.raw import listed, quoted
from nnsearch.data.spec import Task

MOST_DETECTED_CLASSES = 20


@dataclass(frozen=True, eq=False)
class Target:
    """A target column understood.

    Args:
        task: what is predicted.
        y: class indices ``(m,)`` int64, or numbers ``(m,)`` float64.
        classes: class labels in natural order; empty for regression.
        notes: lines a user should read.
    """

    task: Task
    y: FloatArray | IntArray
    classes: tuple[str, ...]
    notes: tuple[str, ...]


def interpret_target(column: TextColumn, task: Task | None, where: str, unit: str = "line") -> Target:
    """Decide the task, and turn the column into class indices or numbers.

    Text means classification, and so do at most 20 distinct whole numbers; other numbers mean regression.

    Args:
        column: the target as text.
        task: what the user says it is; ``None`` to detect it.
        where: the file, for messages.
        unit: what its rows are counted in, for messages.

    Raises:
        DataError: if values are missing, there is one value only, or numbers are needed and text is there.
    """
    if column.missing:
        raise DataError(
            f"the target column {quoted(column.name)} must have no missing values, got {column.missing}, the first "
            f"on {unit} {column.first_missing and column.first_missing[0]} of {where}: fill them or drop those rows"
        )
    if len(column.levels) == 1:
        raise DataError(
            f"the target column {quoted(column.name)} must have at least two different values, "
            f"got only {quoted(column.levels[0])} in {where}"
        )
    chosen = task or _detect_task(column, where, unit)
    if chosen == "regression":
        return Target("regression", _numbers(column, where, unit), (), ())
    ordered, y = column.sorted_levels()
    notes = _notes(column, ordered, detected=task is None)
    return Target("classification", y, tuple(ordered), notes)


def _detect_task(column: TextColumn, where: str, unit: str) -> Task:
    numbers = [parse_number(level) for level in column.levels]
    if None not in numbers:
        whole = all(number is not None and number.is_integer() for number in numbers)
        return "classification" if whole and len(numbers) <= MOST_DETECTED_CLASSES else "regression"
    not_numbers = [level for level, number in zip(column.levels, numbers, strict=True) if number is None]
    if len(not_numbers) < len(numbers) and all(is_missing(level) for level in not_numbers):
        raise DataError(
            f"the target column {quoted(column.name)} has {listed(not_numbers)} among its numbers, first on {unit} "
            f"{column.first_line(not_numbers[0])} of {where}: drop those rows, or say that it is a class with "
            'data.task = "classification"'
        )
    return "classification"


def _numbers(column: TextColumn, where: str, unit: str) -> FloatArray:
    values = np.empty(len(column.levels))
    for index, level in enumerate(column.levels):
        number = parse_number(level)
        if number is None or not math.isfinite(number):  # their unit may be any: they are scaled in float64
            raise DataError(
                f"the target column {quoted(column.name)} must hold finite numbers for regression, got "
                f"{quoted(level)} on {unit} {column.first_line(level)} of {where}"
            )
        values[index] = number
    return np.asarray(values[column.codes()])


def _notes(column: TextColumn, ordered: list[str], detected: bool) -> tuple[str, ...]:
    numbers = [number for level in ordered if (number := parse_number(level)) is not None]
    notes = []
    if detected and len(numbers) == len(ordered):
        notes.append(
            f"the target {quoted(column.name)} has {len(ordered)} distinct whole numbers, taken as classes; "
            'for numbers to predict set data.task = "regression"'
        )
    if len(set(numbers)) < len(numbers):
        notes.append(
            f"the target {quoted(column.name)} writes one number in several ways, kept apart: {listed(ordered)}"
        )
    return tuple(notes)
