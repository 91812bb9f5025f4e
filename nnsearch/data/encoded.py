"""Raw examples of a set as a network's inputs, encoded a block at a time: the whole set stands in memory only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from nnsearch.core.types import IntArray
from nnsearch.data.preprocessing import Coding, encode
from nnsearch.data.raw import Column, Inputs
from nnsearch.data.storage import BLOCK


@dataclass(frozen=True, eq=False)
class Encoded:
    """The inputs of a set, not scaled; to be gone through as often as needed.

    Args:
        X: raw inputs of all examples ``(m, n)``.
        rows: numbers of the set's rows; ``None`` for all.
        codings: what becomes of each column.
        columns: what the columns of X hold.
    """

    X: Inputs
    rows: IntArray | None
    codings: Sequence[Coding]
    columns: Sequence[Column]

    @property
    def shape(self) -> tuple[int, int]:
        """Number of examples and of inputs."""
        m = len(self.X) if self.rows is None else len(self.rows)
        return m, sum(len(coding.features) for coding in self.codings)

    def __iter__(self) -> Iterator[Inputs]:
        """Give inputs ``(some, n_x)``, the examples in their order."""
        m, n_x = self.shape
        step = max(1, BLOCK // n_x)
        for start in range(0, m, step):
            part = slice(start, start + step)
            block = self.X[part] if self.rows is None else self.X[self.rows[part]]
            # One layout, so that sums over it have the same bits wherever X lies.
            yield encode(self.codings, self.columns, cast("Inputs", np.ascontiguousarray(block)))
