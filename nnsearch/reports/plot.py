"""Learning curves drawn with characters: small, readable without color, on a log axis where they span decades."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

DECADES_WORTH_A_LOG_AXIS = 0.9
SMALLEST_SHARE = 1e-6
"""What is smaller than this share of the greatest value is drawn as 0."""
SYMBOLS = ("●", "○", "◆", "◇")
ASCII_SYMBOLS = ("o", "x", "*", "+")


@dataclass(frozen=True)
class Axis:
    """The vertical axis.

    Args:
        low: value at the bottom.
        high: value at the top, > low.
        log: whether the axis is logarithmic.
    """

    low: float
    high: float
    log: bool

    def row(self, value: float, height: int) -> int:
        """Return the row of a value, counted from the bottom; what lies outside is drawn at the edge."""
        value = min(max(value, self.low), self.high)
        if self.log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(share * (height - 1))

    def value(self, row: int, height: int) -> float:
        """Return the value at the middle of a row."""
        share = row / (height - 1)
        if self.log:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)


def choose_axis(values: Sequence[float]) -> Axis:
    """Choose an axis on which the values are told apart; a logarithmic one only if none is below 0.

    Args:
        values: finite; at least one.
    """
    low, high = min(values), max(values)
    least = max(min((value for value in values if value > 0), default=high), high * SMALLEST_SHARE)
    if low >= 0 and least > 0 and high / least > 10**DECADES_WORTH_A_LOG_AXIS:
        # What is 0, or next to it, keeps its place below the least value that is shown.
        return Axis(least / (2 if low < least else 1), high, log=True)
    if high > low:
        return Axis(low, high, log=False)
    return Axis(low - (abs(low) or 1) / 2, high + (abs(high) or 1) / 2, log=False)


def plot_curves(
    curves: Mapping[str, Sequence[float]],
    *,
    width: int = 76,
    height: int = 12,
    label: Callable[[float], str] = "{:.4g}".format,
    ascii_only: bool = False,
) -> list[str]:
    """Draw curves over epochs 1, 2, ...

    Args:
        curves: values by name; the first one is drawn on top. What is not finite is left out.
        width: characters of a line.
        height: rows of the drawing, >= 2; two more hold the epochs and the legend.
        label: formats a value of the vertical axis.
        ascii_only: whether only ASCII may be used.

    Returns:
        Lines, none longer than ``width`` as long as that leaves room to draw; empty if there is nothing to draw.

    >>> for line in plot_curves({"dev": [4, 3, 2]}, width=12, height=3, ascii_only=True):
    ...     print(line)
    4 |o
    3 |    o
    2 |       o
      +--------
       1 epoch 3
       o dev
    """
    finite = [value for values in curves.values() for value in values if math.isfinite(value)]
    epochs = max((len(values) for values in curves.values()), default=0)
    if not finite:
        return []
    axis = choose_axis(finite)
    symbols = ASCII_SYMBOLS if ascii_only else SYMBOLS
    marked = {0: label(axis.value(0, height)), height - 1: label(axis.value(height - 1, height))}
    if height > 2:
        marked[height // 2] = label(axis.value(height // 2, height))
    margin = max(len(text) for text in marked.values())
    columns = max(8, width - margin - 3)
    # Epochs are spaced evenly, and a few of them are not stretched over the whole line.
    used = min(columns, max(8, min(3, (columns - 1) // max(1, epochs - 1)) * (epochs - 1) + 1))
    if epochs > columns:
        used = columns
    cells = _draw(axis, dict(zip(symbols, curves.values(), strict=False)), epochs, height, used)
    bar, corner, dash = ("|", "+", "-") if ascii_only else ("│", "└", "─")
    lines = [f"{marked.get(row, ''):>{margin}} {bar}{''.join(cells[row])}".rstrip() for row in reversed(range(height))]
    legend = "  ".join(f"{symbol} {name}" for symbol, name in zip(symbols, curves, strict=False))
    scale = "  (log scale)" if axis.log else ""
    return [
        *lines,
        " " * (margin + 1) + corner + dash * used,
        " " * (margin + 2) + _epoch_line(epochs, used),
        " " * (margin + 2) + legend + scale,
    ]


def _draw(axis: Axis, series: Mapping[str, Sequence[float]], epochs: int, height: int, columns: int) -> list[list[str]]:
    """Return the drawing's rows from the bottom, one character a cell."""
    cells = [[" "] * columns for _ in range(height)]
    for symbol, values in reversed(tuple(series.items())):
        for epoch, value in enumerate(values):
            if math.isfinite(value):
                cells[axis.row(value, height)][_column(epoch, epochs, columns)] = symbol
    return cells


def _column(epoch: int, epochs: int, columns: int) -> int:
    return round(epoch * (columns - 1) / (epochs - 1)) if epochs > 1 else 0


def _epoch_line(epochs: int, columns: int) -> str:
    if epochs < 2:
        return "1 epoch"
    return f"1{'epoch':^{max(7, columns - 1 - len(str(epochs)))}}{epochs}"
