"""What a user should know of a split data set before trusting its errors: copies across sets, unequal classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from nnsearch.core.types import IntArray
from nnsearch.data.raw import Inputs, quoted

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
    known = set(_hashes(train))
    counts = [(name, sum(each in known for each in _hashes(rows)), len(rows[1])) for name, rows in others.items()]
    found = [f"{count} of {m} {name} examples" for name, count, m in counts if count]
    if not found:
        return ()
    return (f"the inputs of {' and '.join(found)} also stand in the training set: remove copies, or group them",)


def _hashes(rows: Rows) -> Iterator[int]:
    X, numbers = rows
    return (hash(X[number].tobytes()) for number in numbers)


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
