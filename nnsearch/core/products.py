"""NumPy's own OpenBLAS, for compiled loops: its product, so the same bits, and its transposing copy.

NumPy's wheels bring an OpenBLAS whose functions have names of their own and take 64-bit sizes. Where NumPy was built
with another library there are no such functions, and products stay NumPy's.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

ROW_MAJOR, AS_IT_IS, TRANSPOSED = 101, 111, 112
"""CBLAS's words for the order of arrays and for what is to be done to a factor."""
LOADED_ONLY = getattr(os, "RTLD_NOW", 0) | getattr(os, "RTLD_NOLOAD", 0)
"""Opens a library only if the process has it: one that an earlier NumPy left behind would give other bits."""


def find_openblas(package: Path) -> ctypes.CDLL | None:
    """Find the OpenBLAS that came with NumPy.

    Args:
        package: NumPy's folder; the library lies in it or beside it.

    Returns:
        The library; ``None`` where there is none, or NumPy does not use it.
    """
    found = chain(
        package.parent.glob("numpy.libs/libscipy_openblas64_*"), package.glob(".dylibs/libscipy_openblas64_*")
    )
    for path in found:
        with suppress(OSError):
            return ctypes.CDLL(str(path), mode=LOADED_ONLY)
    return None


def _function(name: str, *arguments: type) -> Any:
    """Return one of OpenBLAS's functions, one without a result; ``None`` where there is none."""
    function = getattr(_OPENBLAS, f"scipy_cblas_{name}64_", None)
    if function is not None:
        function.argtypes, function.restype = arguments, None
    return function


_OPENBLAS = find_openblas(Path(np.__file__).parent)
_FLAG, _SIZE, _NUMBER = ctypes.c_int, ctypes.c_int64, ctypes.c_float
_MATRIX = ctypes.c_int64, _SIZE
"""An address, and how many numbers rows are apart."""
# ``Any``, as loops that call them are made where they are.
SGEMM: Any = _function("sgemm", *[_FLAG] * 3, *[_SIZE] * 3, _NUMBER, *_MATRIX, *_MATRIX, _NUMBER, *_MATRIX)
"""Multiplies matrices, ``C = A B``, as NumPy's ``matmul`` does those of at least two rows and columns; or ``None``."""
SOMATCOPY: Any = _function("somatcopy", *[_FLAG] * 2, *[_SIZE] * 2, _NUMBER, *_MATRIX, *_MATRIX)
"""Copies a matrix or its transpose; or ``None``."""
