"""The matrix product that NumPy calls, for compiled loops: the same function of the same library, so the same bits.

NumPy's wheels bring an OpenBLAS whose functions have names of their own and take 64-bit sizes. Where NumPy was built
with another library there is no such function, and products stay NumPy's.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

ROW_MAJOR, AS_IT_IS, TRANSPOSED = 101, 111, 112
"""CBLAS's words for the order of arrays and for what is to be done to a factor."""
LOADED_ONLY = getattr(os, "RTLD_NOW", 0) | getattr(os, "RTLD_NOLOAD", 0)
"""Opens a library only if the process has it: one that an earlier NumPy left behind would give other bits."""


def find_sgemm(package: Path) -> Callable[..., None] | None:
    """Find single precision ``C = A B`` of the OpenBLAS that came with NumPy.

    Args:
        package: NumPy's folder; the library lies in it or beside it.

    Returns:
        ``cblas_sgemm``, which takes addresses for arrays; ``None`` where there is none, or NumPy does not use it.
    """
    found = chain(
        package.parent.glob("numpy.libs/libscipy_openblas64_*"), package.glob(".dylibs/libscipy_openblas64_*")
    )
    for path in found:
        try:
            sgemm = ctypes.CDLL(str(path), mode=LOADED_ONLY).scipy_cblas_sgemm64_
        except (OSError, AttributeError):
            continue
        flag, size, number, address = ctypes.c_int, ctypes.c_int64, ctypes.c_float, ctypes.c_int64
        factor = [address, size]
        sgemm.argtypes = [flag, flag, flag, size, size, size, number, *factor, *factor, number, *factor]
        sgemm.restype = None
        function: Callable[..., None] = sgemm
        return function
    return None


SGEMM: Any = find_sgemm(Path(np.__file__).parent)
"""Multiplies matrices at addresses, as NumPy's ``matmul`` does those of at least two rows and columns; or ``None``.

``Any``, as loops that call it are made where there is one.
"""
