"""What a source hands over before anything is split or scaled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.spec import Task

Inputs = NDArray[np.float64] | NDArray[np.uint8]
"""Raw inputs ``(m, n_x)``: numbers of tables as float64, pixels as bytes."""


@dataclass(frozen=True, eq=False)
class RawData:
    """All examples of a source as it gave them.

    Args:
        name: a valid file name for the data set.
        task: what is predicted.
        X: inputs ``(m, n_x)``, finite.
        y: class indices ``(m,)`` int64, or targets ``(m,)`` float64.
        classes: class labels as text, by index; empty for regression.
        features: names of the ``n_x`` inputs.
        image_shape: height and width if the inputs are the pixels of a grey picture.
        brightest: the largest value a pixel can take: what ``unit`` divides by.
        given_test: inputs and targets of the test set, where the source comes with one.
        notes: lines a user should read.
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

    @property
    def m(self) -> int:
        """Number of examples, those of a given test set not counted."""
        return int(self.X.shape[0])


def pixel_names(height: int, width: int) -> tuple[str, ...]:
    """Name the pixels of a picture row by row.

    >>> pixel_names(1, 2)
    ('pixel_0_0', 'pixel_0_1')
    """
    return tuple(f"pixel_{row}_{column}" for row in range(height) for column in range(width))


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
