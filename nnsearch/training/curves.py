"""Learning curves: what one epoch tells of each member."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

EpochRecord = tuple[NDArray[np.int64], Mapping[str, NDArray[np.float64]]]
"""One epoch of a population: the members (by number) that trained in it, and per measure their values, ``(k,)``."""


@dataclass
class Curve:
    """One member's epochs in one segment.

    Every curve has ``train_cost, dev_cost, train_error, dev_error, learning_rate``; per-layer norms follow as
    ``gradient_norm_1`` ..., ``update_norm_1`` ...

    Args:
        first: the first epoch, counted from 1.
        values: per measure, one number per epoch, ``first``, ``first + 1`` ...
    """

    first: int
    values: dict[str, list[float]] = field(default_factory=dict)

    @property
    def epochs(self) -> int:
        """Epochs in this segment."""
        return len(self.values.get("train_cost", ()))


def curves_from(records: Sequence[EpochRecord], *, first: int, members: int) -> tuple[Curve, ...]:
    """Cut a population's records into its members' curves. Who has left does not come back.

    Args:
        records: one per epoch; all have the same measures.
        first: the first epoch, counted from 1.
        members: K.
    """
    curves = tuple(Curve(first) for _ in range(members))
    epochs = np.zeros(members, np.int64)
    for rows, _ in records:
        epochs[rows] += 1
    for name in records[0][1] if records else ():
        table: NDArray[np.float64] = np.empty((members, len(records)))
        for epoch, (rows, measures) in enumerate(records):
            table[rows, epoch] = measures[name]
        for curve, count, values in zip(curves, epochs, table.tolist(), strict=True):
            if count:
                curve.values[name] = values[:count]
    return curves
