"""What a user should know of a split data set before trusting its errors: copies across sets, unequal classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from nnsearch.core.types import IntArray
from nnsearch.data.raw import Inputs, quoted
from nnsearch.data.storage import BLOCK

UNEQUAL = 5
"""The largest class is this many times the smallest: accuracy alone misleads."""


Rows = tuple[Inputs, IntArray]
"""Raw inputs ``(m, n)``, and the numbers of the rows that are meant."""


def duplicate_notes(train: Rows, others: Mapping[str, Rows]) -> tuple[str, ...]:
    """Count the examples whose inputs also stand in the training set: they are judged by memory.

    Args:
        train: the training set.
        others: the other sets by name.
    """
    # Hashes of 64 bits, not the rows: a large table must not stand in memory twice.
    known = _hashes(train)
    counts = [(name, int(np.isin(_hashes(rows), known).sum()), len(rows[1])) for name, rows in others.items()]
    found = [f"{count} of {m} {name} examples" for name, count, m in counts if count]
    if not found:
        return ()
    return (f"the inputs of {' and '.join(found)} also stand in the training set: remove copies, or group them",)


def _hashes(rows: Rows) -> IntArray:
    X, numbers = rows
    hashes = np.empty(len(numbers), np.int64)
    step = max(1, BLOCK // X.shape[1])
    for start in range(0, len(numbers), step):
        block = np.asarray(X[numbers[start : start + step]])
        hashes[start : start + step] = [hash(row.tobytes()) for row in block]
    return hashes


def balance_notes(y: IntArray, classes: Sequence[str]) -> tuple[str, ...]:
    """Say that classes are very unequal, and the error of always answering the most common one.

    Args:
        y: class indices of the training set ``(m,)``.
        classes: labels by index.
    """
    counts = np.bincount(y, minlength=len(classes))
    most, least = int(counts.argmax()), int(counts.argmin())
    if counts[most] < UNEQUAL * counts[least]:
        return ()
    share = counts / len(y)
    usual = quoted(classes[most])
    return (
        f"classes are unequal, from {usual} with {100 * share[most]:.1f} % to {quoted(classes[least])} "
        f"with {100 * share[least]:.1f} %: always answering {usual} errs in {100 - 100 * share[most]:.1f} %",
    )
