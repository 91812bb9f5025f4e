"""Where a hyperparameter's value stands on its true scale (linear, log, log of 1 - value, choices), and the ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nnsearch.reports.formats import format_value
from nnsearch.search.dimension import Dimension

EVEN_TICKS = 5
CLOSE = 0.13
"""Ticks nearer than this share of the axis to an end are left out: their labels would overlap."""


@dataclass(frozen=True)
class Scale:
    """One hyperparameter's axis.

    Args:
        name: of the hyperparameter.
        kind: ``linear``, ``log``, ``1-beta``, ``pow2`` (powers of two) or ``choice``.
        low: least value of a range.
        high: greatest value of a range, > low.
        integer: whether the values are whole numbers.
        choices: the values to choose among.
    """

    name: str
    kind: str
    low: float = 0.0
    high: float = 1.0
    integer: bool = False
    choices: Sequence[Any] = ()

    @classmethod
    def of(cls, dimension: Dimension) -> Scale:
        """Return the axis of a searched hyperparameter."""
        if dimension.choices is not None:
            return cls(dimension.name, "choice", choices=dimension.choices)
        low, high = dimension.low or 0.0, dimension.high or 0.0
        return cls(dimension.name, dimension.scale or "linear", low, high, dimension.kind == "int")

    @property
    def title(self) -> str:
        """The name, and the scale where it is not linear."""
        return f"{self.name} ({self.kind})" if self.kind in {"log", "1-beta"} else self.name

    def position(self, value: Any) -> float:
        """Return where a value stands: 0 at the low end, 1 at the high end.

        >>> Scale("learning_rate", "log", 1e-4, 1e-2).position(1e-3)
        0.5
        >>> round(Scale("beta1", "1-beta", 0.9, 0.999).position(0.99), 6)
        0.5
        """
        if self.kind == "choice":
            return self.choices.index(value) / max(1, len(self.choices) - 1)
        low, high, at = (self._unrolled(number) for number in (self.low, self.high, float(value)))
        return (at - low) / (high - low)

    def ticks(self) -> list[tuple[float, str]]:
        """Return positions and labels of the ticks, from low to high."""
        if self.kind == "choice":
            return [(self.position(value), format_value(value)) for value in self.choices]
        inner = self._even() if self.kind == "linear" else self._powers()
        kept = [value for value in inner if CLOSE < self.position(value) < 1 - CLOSE]
        values = [self.low, *kept, self.high]
        whole = [int(value) for value in values] if self.integer else values
        return [(self.position(value), format_value(value)) for value in whole]

    def _unrolled(self, value: float) -> float:
        if self.kind == "pow2":
            return math.log2(value)
        if self.kind == "log":
            return math.log10(value)
        return -math.log10(1 - value) if self.kind == "1-beta" else value

    def _even(self) -> list[float]:
        step = (self.high - self.low) / (EVEN_TICKS - 1)
        values = [self.low + index * step for index in range(1, EVEN_TICKS - 1)]
        return sorted({float(round(value)) for value in values}) if self.integer else values

    def _powers(self) -> list[float]:
        low, high = self._unrolled(self.low), self._unrolled(self.high)
        powers = range(math.ceil(low), math.floor(high) + 1)
        base = 2.0 if self.kind == "pow2" else 10.0
        return [1 - base**-power if self.kind == "1-beta" else base**power for power in powers]
