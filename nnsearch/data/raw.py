"""What a source hands over before anything is split or scaled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.spec import Task

Inputs = NDArray[np.float64] | NDArray[np.uint8]
"""Raw inputs ``(m, n_x)``: numbers of tables as float64, pixels as bytes."""

Kind = Literal["number", "boolean", "category"]


@dataclass(frozen=True)
class Column:
    """What a column of raw inputs holds.

    Args:
        name: the column's name.
        kind: ``number``, ``boolean`` (0 and 1) or ``category`` (indices of levels).
        levels: the levels as text, by index; empty unless it is a category.
        words: how false and true are written, for a boolean.
    """

    name: str
    kind: Kind = "number"
    levels: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class RawData:
    """All examples of a source as it gave them.

    Args:
        name: a valid file name for the data set.
        task: what is predicted.
        X: inputs ``(m, n)``, finite or, where a table's value is missing, NaN.
        y: class indices ``(m,)`` int64, or targets ``(m,)`` float64.
        classes: class labels as text, by index; empty for regression.
        features: names of the ``n`` columns of X.
        image_shape: height and width if the inputs are the pixels of a picture.
        brightest: the largest value a pixel can take: what ``unit`` divides by.
        given_test: inputs and targets of the test set, where the source comes with one.
        notes: lines a user should read.
        columns: what the columns of X hold; empty if all are numbers.
        channels: numbers per pixel.
        groups: equal numbers for examples that must stay in one set ``(m,)`` int64, or ``None``.
        order: keys that order the examples from old to new ``(m,)`` float64, or ``None``.
        assigned: the set each example was given to ``(m,)`` int64: 0 train, 1 dev, 2 test, or -1 where it is to be
            drawn from train and dev; ``None`` if nothing was given.
        ignored: a table's other columns: target, dropped, those that only split.
    """

    name: str
    task: Task
    X: Inputs
    y: FloatArray | IntArray
    classes: tuple[str, ...]
    features: tuple[str, ...]
    image_shape: tuple[int, int] | None = None
    brightest: float = 255.0
    given_test: tuple[Inputs, IntArray] | None = None
    notes: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    channels: int = 1
    groups: IntArray | None = None
    order: FloatArray | None = None
    assigned: IntArray | None = None
    ignored: tuple[str, ...] = ()

    @property
    def m(self) -> int:
        """Number of examples, those of a given test set not counted."""
        return int(self.X.shape[0])


def pixel_names(height: int, width: int, channels: int = 1) -> tuple[str, ...]:
    """Name the pixels of a picture row by row, and in color the three numbers of each.

    >>> pixel_names(1, 2)
    ('pixel_0_0', 'pixel_0_1')
    >>> pixel_names(1, 1, 3)
    ('pixel_0_0_r', 'pixel_0_0_g', 'pixel_0_0_b')
    """
    endings = ("",) if channels == 1 else ("_r", "_g", "_b")
    return tuple(f"pixel_{row}_{column}{end}" for row in range(height) for column in range(width) for end in endings)


def quoted(value: str, limit: int = 40) -> str:
    r"""Show a value from a file inside an error line: quoted, on one line, not endless.

    >>> quoted("a\nb")
    "'a\\nb'"
    """
    return repr(value if len(value) <= limit else value[:limit] + "...")


def listed(names: Sequence[str], limit: int = 5) -> str:
    """List names in a message without letting it grow endless.

    >>> listed(["a", "b", "c"], limit=2)
    "'a', 'b' and 1 more"
    """
    shown = ", ".join(quoted(name) for name in names[:limit])
    return shown if len(names) <= limit else f"{shown} and {len(names) - limit} more"
