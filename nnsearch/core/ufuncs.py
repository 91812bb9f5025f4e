"""What NumPy's universal functions call for single precision, for compiled loops: the same function, so the same bits.

NumPy rounds exponentials and logarithms in its own way, another one on each kind of processor.
"""

from __future__ import annotations

import ctypes
import struct
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

_RECORD = struct.Struct("@4i2Q2i2Q")
"""Of a ``PyUFuncObject`` behind its head (NumPy's C API): ``nin``, ``nout``, ``nargs``, ``identity``, ``functions``,
``data``, ``ntypes``, a reserved number, ``name`` and ``types``."""
_HEAD = object.__basicsize__
_ADDRESS = struct.calcsize("Q")


def find_inner_loop(ufunc: np.ufunc) -> Callable[..., None] | None:
    """Find the function of C's that a universal function of one argument calls for single precision.

    Args:
        ufunc: such as ``np.exp``.

    Returns:
        A function of four addresses: those of the addresses of input and output, of how many there are, of how many
        bytes they are apart, and 0. ``None`` where it is not found, or does not do what the universal function does.
    """
    known = sys.implementation.name == "cpython" and sys.byteorder == "little" and struct.calcsize("P") == _ADDRESS
    if not known or np.ufunc.__basicsize__ < _HEAD + _RECORD.size:
        return None
    record = ctypes.string_at(id(ufunc), _HEAD + _RECORD.size)
    nin, nout, nargs, _, functions, data, ntypes, _, _, types = _RECORD.unpack_from(record, _HEAD)
    if (nin, nout, nargs, ntypes) != (ufunc.nin, ufunc.nout, ufunc.nargs, ufunc.ntypes) or nargs != 2:
        return None
    if 0 in (functions, data, types):
        return None
    kind = bytes([np.dtype(np.float32).num] * 2)
    kinds = [ctypes.string_at(types + 2 * place, 2) for place in range(ntypes)]
    if kind not in kinds:
        return None
    place = kinds.index(kind)
    function, given = (int.from_bytes(ctypes.string_at(at + _ADDRESS * place, 8), "little") for at in (functions, data))
    inner: Callable[..., None] = ctypes.CFUNCTYPE(None, *[ctypes.c_int64] * 4)(function)
    return inner if function and not given and _is(inner, ufunc) else None


def _is(inner: Callable[..., None], ufunc: np.ufunc) -> bool:
    """Whether a function does what a universal function does, to the last bit."""
    numbers = np.concatenate([np.linspace(-90, 90, 1001), np.geomspace(1e-30, 1e30, 1002)]).astype(np.float32)
    found = np.empty_like(numbers)
    call = np.array([numbers.ctypes.data, found.ctypes.data, len(numbers), 4, 4])
    inner(call.ctypes.data, call.ctypes.data + 2 * 8, call.ctypes.data + 3 * 8, 0)
    with np.errstate(all="ignore"):
        return found.tobytes() == np.asarray(ufunc(numbers)).tobytes()


EXP: Any = find_inner_loop(np.exp)
"""What ``np.exp`` calls; or ``None``."""
LOG: Any = find_inner_loop(np.log)
"""What ``np.log`` calls; or ``None``."""
