"""The rows of a table that the best network does worst on, as a table of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.data.spec import Data
from nnsearch.reports.formats import printable
from nnsearch.reports.network_figures import most_wrong
from nnsearch.tracking.winner import raw_table

MOST_ROWS = 10
MOST_COLUMNS = 12
LONGEST_CELL = 40


@dataclass(frozen=True)
class WorstRows:
    """Examples of the dev set.

    Args:
        columns: headings.
        rows: one text per column, the worst example first.
        hidden: features that are not shown.
    """

    columns: list[str]
    rows: list[list[str]]
    hidden: int


def worst_rows(outputs: NDArray[np.float64], data: Data) -> WorstRows | None:
    """List what the network does worst on: wrong with the greatest confidence, or farthest off.

    Args:
        outputs: of the dev set, ``(m, C)`` or ``(m, 1)``.
        data: what the network was trained on.

    Returns:
        The true answer, the prediction, its probability or the residual, and the first raw features; ``None`` if no
        example is wrong.
    """
    chosen, facts = _numbers(outputs[:, 0], data) if data.task == "regression" else _classes(outputs, data)
    if not len(chosen):
        return None
    table = raw_table(data.dev.X[chosen], data)
    names = list(table)[:MOST_COLUMNS]
    rows = [[*facts[index], *(_cell(table[name][index]) for name in names)] for index in range(len(chosen))]
    last = "residual" if data.task == "regression" else "its probability"
    return WorstRows(["true", "predicted", last, *map(_cell, names)], rows, len(table) - len(names))


def _classes(outputs: NDArray[np.float64], data: Data) -> tuple[NDArray[np.int64], list[list[str]]]:
    true = data.dev.y.astype(np.int64)
    chosen = most_wrong(outputs, true)[:MOST_ROWS]
    predicted = outputs.argmax(axis=1)
    return chosen, [
        [_cell(data.classes[true[i]]), _cell(data.classes[predicted[i]]), f"{outputs[i, predicted[i]]:.3f}"]
        for i in chosen
    ]


def _numbers(predicted: NDArray[np.float64], data: Data) -> tuple[NDArray[np.int64], list[list[str]]]:
    true = data.dev.y.astype(np.float64)
    residuals = true - predicted
    chosen = np.argsort(-np.abs(residuals), kind="stable")[:MOST_ROWS]
    return chosen, [[f"{number:.5g}" for number in (true[i], predicted[i], residuals[i])] for i in chosen]


def _cell(value: Any) -> str:
    """Write a raw value: a number or text from data."""
    text = f"{value:.6g}" if isinstance(value, float) else printable(str(value))
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
