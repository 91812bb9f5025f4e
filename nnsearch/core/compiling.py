"""Loops that are compiled where a process trains long enough to earn that back.

A loop does the arithmetic of the NumPy expressions it stands in for, operation by operation, in the same order and
precision: no reassociation, no fused multiply-add. Both give the same bits, so nobody needs to know which one ran, and
a machine that cannot compile only takes longer.

What is compiled lies beside this module, in ``llvm/``: LLVM's assembly language, which numba makes of the Python that
is read here (``make loops``) and which knows no processor yet. LLVM turns it into machine code for the one it finds,
within hundredths of a second, or tenths for whole steps; nothing of that is kept on disk.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np

from nnsearch.core.products import SGEMM, SOMATCOPY
from nnsearch.core.ufuncs import EXP, LOG

WORTH_COMPILING = 1.0
"""Seconds of training in a process, done or expected, from which compiling pays: it takes 0.4, and saves half."""
EXACT_MACHINES = ("x86_64",)
"""Where LLVM is known not to fuse a multiplication and an addition by itself, and how arrays lie in memory is known."""
FOLDER = Path(__file__).parent / "llvm"
"""Of the loops' files."""
TYPE, DATA, DIMENSIONS, SHAPE, STRIDES, DESCRIPTION, FLAGS = 8, 16, 24, 32, 40, 56, 64
"""Where an array's parts are in its ``PyArrayObject``, in bytes (NumPy's C API)."""
BYTE_ORDER, KIND = 26, 28
"""Where its type's byte order and number are in its description, ``PyArray_Descr``."""
OUTSIDE = {"nnsearch_sgemm": SGEMM, "nnsearch_somatcopy": SOMATCOPY, "nnsearch_exp": EXP, "nnsearch_log": LOG}
"""What loops call functions of others, which may be missing."""
ARRAY = "nnsearch_ndarray"
"""What they call ``numpy.ndarray``."""
FASTCALL = 0x80
"""How Python calls them, ``METH_FASTCALL``."""
SPECIMEN = "define ptr @specimen(ptr %self) {\n  ret ptr %self\n}\n"
"""The least that LLVM must be able to read."""
_ONE_AT_A_TIME = RLock()
"""For threads that compile."""


@dataclass(frozen=True)
class Array:
    """An array that a loop takes.

    Args:
        dimensions: how many.
        dtype: of its elements.
        contiguous: whether rows must follow one another as in C; else they may lie anywhere.
        written: whether the loop writes to it.
    """

    dimensions: int
    dtype: str = "float32"
    contiguous: bool = True
    written: bool = True


class _Method(ctypes.Structure):
    """Python's record of a function that is not written in Python, ``PyMethodDef``."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("address", ctypes.c_void_p),
        ("flags", ctypes.c_int),
        ("documentation", ctypes.c_char_p),
    )


class Loop:
    """A function of arrays and numbers, written as plain loops and compiled when it is first called.

    Args:
        name: of its file.
        python: what it does; it returns nothing and writes to its arguments.
        parameters: what it takes: arrays, and numbers by their type, ``"int64"`` or ``"float32"``.
    """

    def __init__(self, name: str, python: Callable[..., None], *parameters: Array | str) -> None:
        self.name, self.python, self.parameters = name, python, parameters

    @property
    def file(self) -> Path:
        """Of the form that LLVM reads."""
        return FOLDER / f"{self.name}.ll"

    @cached_property
    def _compiled(self) -> Callable[..., bool]:
        address = _compile(self.file.read_text(encoding="utf-8"), self.name)
        method = _Method(self.name.encode(), address, FASTCALL, None)
        make = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.POINTER(_Method), ctypes.py_object, ctypes.c_void_p)
        # As the function's ``self`` its record lives as long as it does.
        function: Callable[..., bool] = make(("PyCFunction_NewEx", ctypes.pythonapi))(method, method, None)
        return function

    def __call__(self, *arguments: Any) -> None:
        """Run the compiled loop. The sides of arrays must match: nothing checks them.

        Raises:
            TypeError: if an argument is not of the kind it was compiled for; then nothing has been written.
        """
        if not self._compiled(*arguments):
            given = [(v.shape, v.dtype.str) if isinstance(v, np.ndarray) else type(v) for v in arguments]
            raise TypeError(f"loop {self.name} takes {self.parameters}, got {given}")


@cache
def _compiler() -> tuple[Any, Any]:
    """Return LLVM's description of this processor and an engine that keeps machine code."""
    from llvmlite import binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    processor = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        reloc="default",
        codemodel="jitdefault",
    )
    llvm.add_symbol(ARRAY, id(np.ndarray))
    for name, function in OUTSIDE.items():
        if function is not None:
            llvm.add_symbol(name, _address(function))
    return processor, llvm.create_mcjit_compiler(llvm.parse_assembly(""), processor)


def _compile(assembly: str, name: str) -> int:
    """Compile a function for this processor and return its address."""
    from llvmlite import binding as llvm

    with _ONE_AT_A_TIME:
        processor, engine = _compiler()
        module = llvm.parse_assembly(assembly)
        module.triple, module.data_layout = processor.triple, str(processor.target_data)
        for function in module.functions:
            if function.name.startswith("Py"):
                llvm.add_symbol(function.name, _address(getattr(ctypes.pythonapi, function.name)))
        options = llvm.create_pipeline_tuning_options(speed_level=3)
        options.loop_unrolling = False  # a third of the time to compile, and loops run as fast without
        passes = llvm.create_pass_builder(processor, options)
        passes.getModulePassManager().run(module, passes)
        engine.add_module(module)
        engine.finalize_object()
        return int(engine.get_function_address(name))


def _address(function: Any) -> int | None:
    return ctypes.cast(function, ctypes.c_void_p).value


@cache
def can_compile() -> bool:
    """Say whether LLVM works here, is known to be exact on this machine, and arrays lie where loops look for them."""
    if platform.machine() not in EXACT_MACHINES or find_spec("llvmlite") is None or not _arrays_are_known():
        return False
    try:
        from llvmlite import binding as llvm

        llvm.check_jit_execution()
        return _compile(SPECIMEN, "specimen") != 0
    except (AttributeError, ImportError, OSError, RuntimeError):  # too old, for another machine, or forbidden here
        return False


def _arrays_are_known() -> bool:
    """Whether an array's parts are in memory where NumPy's C API says; no pointer is followed before that is likely."""
    size = np.ndarray.__basicsize__
    if size < FLAGS + 4:
        return False
    probe = np.zeros((2, 3), np.float32)
    record = ctypes.string_at(id(probe), size)

    def read(place: int, size: int) -> int:
        return int.from_bytes(record[place : place + size], sys.byteorder)

    shape, strides = read(SHAPE, 8), read(STRIDES, 8)
    objects, found = (read(TYPE, 8), read(DESCRIPTION, 8)), (read(DATA, 8), read(DIMENSIONS, 4), read(FLAGS, 4))
    if objects != (id(np.ndarray), id(probe.dtype)) or strides - shape != 2 * 8:
        return False
    if found != (probe.ctypes.data, 2, probe.flags.num):
        return False
    sides = struct.unpack("4q", ctypes.string_at(shape, 4 * 8))
    order, kind = (ctypes.string_at(id(probe.dtype) + place, 4) for place in (BYTE_ORDER, KIND))
    if (order[:1], int.from_bytes(kind, sys.byteorder)) != (b"=", probe.dtype.num):
        return False
    return sides == (*probe.shape, *probe.strides)


def compiling_pays(trained: float, expected: float) -> bool:
    """Say whether processes that share a study's training should compile by now.

    Args:
        trained: seconds that each has trained so far.
        expected: seconds that each was expected to train.
    """
    return max(trained, expected) >= WORTH_COMPILING


class Earnings:
    """Adds up what a process has spent training, to say whether it uses compiled loops."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._compiled = False

    def add(self, seconds: float) -> None:
        """Count time spent training."""
        self.seconds += seconds

    def use_loops(self, wanted: bool | None) -> bool:
        """Say whether to use compiled loops; once they are used there is nothing to gain from going back.

        Args:
            wanted: whether somebody who knows what follows wants them; ``None`` if nobody knows.
        """
        if wanted is None:
            wanted = self.seconds >= WORTH_COMPILING
        self._compiled = (self._compiled or wanted) and can_compile()
        return self._compiled


EARNINGS = Earnings()
"""Of this process."""
