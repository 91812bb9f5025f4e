"""Where arrays lie in memory, and Python's garbage collector where it gets in the way."""

from __future__ import annotations

import contextlib
import gc
import math
from collections.abc import Iterator
from itertools import cycle

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnsearch.core.types import FloatArray

LINE = 64
"""Bytes of a cache line."""
APART = [places * 3 * LINE for places in range(5)]
"""Where arrays that are made one after the other begin in their pages: an optimizer step goes through five at once."""
_places = cycle(APART)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector while much is made that stays: it would look through all of it again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def aligned_empty(shape: tuple[int, ...], dtype: DTypeLike) -> FloatArray:
    """Make an array that begins where a cache line does.

    Loops go through several large arrays at once, vector by vector. Where vectors lie across lines, as they do in what
    NumPy makes, this takes up to three times as long; a fifth longer where arrays begin at the same place of a page.

    Args:
        shape: of the array.
        dtype: its type.
    """
    size = math.prod(shape) * np.dtype(dtype).itemsize
    room = np.empty(size + LINE + max(APART), np.uint8)
    start = -room.ctypes.data % LINE + next(_places)
    return room[start : start + size].view(dtype).reshape(shape)


def aligned_rows(array: FloatArray, rows: NDArray[np.int64]) -> FloatArray:
    """Copy some rows as :func:`aligned_empty` makes arrays.

    Raises:
        IndexError: if there is no such row.
    """
    copy = aligned_empty((len(rows), *array.shape[1:]), array.dtype)
    np.copyto(copy, array[rows])
    return copy
