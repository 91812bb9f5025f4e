"""Sums of losses and misses over the mini-batches of an epoch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import Array, Loop
from nnsearch.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class Tally:
    """Sums for one batch size, each example's place by itself.

    Args:
        loss: of losses, ``(K, m)``.
        miss: of misses, ``(K, m)``.
    """

    loss: NDArray[np.float64]
    miss: NDArray[np.float64]

    @classmethod
    def of_zeros(cls, members: int, size: int) -> Tally:
        """Return sums of nothing."""
        return cls(np.zeros((members, size)), np.zeros((members, size)))

    def clear(self) -> None:
        """Begin anew."""
        self.loss.fill(0)
        self.miss.fill(0)

    def add(self, loss: FloatArray, miss: FloatArray, *, compiled: bool = False) -> None:
        """Add a mini-batch's losses and misses ``(K, m)``; compiled loops know single precision alone."""
        if compiled:
            _TALLY(loss, miss, self.loss, self.miss)
            return
        for total, values in ((self.loss, loss), (self.miss, miss)):
            np.add(total, values.astype(np.float64), out=total)


def add_up(loss: FloatArray, miss: FloatArray, losses: NDArray[np.float64], misses: NDArray[np.float64]) -> None:
    """Add to sums of a wider type, ``(K, m)`` all; to be compiled."""
    for k in range(loss.shape[0]):
        for j in range(loss.shape[1]):
            losses[k, j] += loss[k, j]
            misses[k, j] += miss[k, j]


_TALLY = Loop("tally", add_up, Array(2), Array(2), Array(2, "float64"), Array(2, "float64"))
