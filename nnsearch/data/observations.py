"""What a user should know of a split data set before trusting its errors: copies across sets, unequal classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnsearch.core.types import IntArray
from nnsearch.data.raw import Inputs, quoted

UNEQUAL = 5
"""The largest class is this many times the smallest: accuracy alone misleads."""


def duplicate_notes(train_X: Inputs, others: Sequence[tuple[str, Inputs]]) -> tuple[str, ...]:
    """Count the examples whose inputs also stand in the training set: they are judged by memory.

    Args:
        train_X: raw inputs ``(m, n)``.
        others: the other sets' name and raw inputs.
    """
    known = {row.tobytes() for row in np.ascontiguousarray(train_X)}
    counts = [(name, sum(row.tobytes() in known for row in np.ascontiguousarray(X)), len(X)) for name, X in others]
    found = [f"{count} of {m} {name} examples" for name, count, m in counts if count]
    if not found:
        return ()
    return (f"the inputs of {' and '.join(found)} also stand in the training set: remove copies, or group them",)


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
