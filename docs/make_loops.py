"""Write the loops of ``nnsearch/core/llvm`` (``make loops``): numba turns their Python into what LLVM reads.

Arrays come as pointers to NumPy's own records of them (``PyArrayObject``), which a function of Python's around each
loop checks and takes apart. Nothing is left of the processor that this runs on. With ``--check`` nothing is written:
files that are not what they would be are named, and the exit code is 1.
"""

from __future__ import annotations

import hashlib
import inspect
import os
import platform
import re
import sys
from collections.abc import Iterator
from types import FunctionType

os.environ.update(NUMBA_OPT="0", NUMBA_CPU_NAME="generic", NUMBA_CPU_FEATURES="")  # before numba is imported

import numba
import numpy as np
from llvmlite import binding as llvm
from llvmlite import ir
from numba import types

import nnsearch.training.trainer  # noqa: F401 - imports all loops
from nnsearch.core.compiling import (
    ARRAY,
    BYTE_ORDER,
    DATA,
    DESCRIPTION,
    DIMENSIONS,
    EXACT_MACHINES,
    FLAGS,
    FOLDER,
    KIND,
    OUTSIDE,
    SHAPE,
    STRIDES,
    TYPE,
    Array,
    Loop,
)

CONTIGUOUS, ALIGNED, WRITEABLE = 0x1, 0x100, 0x400
"""NumPy's flags."""
KINDS = {"float32": (11,), "float64": (12,), "bool": (0,), "int64": (7, 9)}
"""NumPy's numbers of types; an int64 is a ``long`` or a ``long long``."""
BYTE, SHORT, LONG, SINGLE, DOUBLE = ir.IntType(8), ir.IntType(32), ir.IntType(64), ir.FloatType(), ir.DoubleType()
POINTER = ir.PointerType()
_AT, _MATRIX = types.int64, (types.int64, types.int64)
_PRODUCT = (*[types.int32] * 3, *[types.int64] * 3, types.float32, *_MATRIX, *_MATRIX, types.float32, *_MATRIX)
_COPY = (*[types.int32] * 2, *[types.int64] * 2, types.float32, *_MATRIX, *_MATRIX)
OUTER = {
    "SGEMM": types.ExternalFunction("nnsearch_sgemm", types.void(*_PRODUCT)),
    "SOMATCOPY": types.ExternalFunction("nnsearch_somatcopy", types.void(*_COPY)),
    "EXP": types.ExternalFunction("nnsearch_exp", types.void(_AT, _AT, _AT, _AT)),
    "LOG": types.ExternalFunction("nnsearch_log", types.void(_AT, _AT, _AT, _AT)),
}
"""Functions of others, by the names that loops have for them."""
OPTIONS = {"error_model": "numpy", "nogil": True, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
MAKER = f"; made with Python {sys.version_info[0]}.{sys.version_info[1]} and numba {numba.__version__}"
"""Whose other versions may name and order things otherwise."""
INFERRED = (
    r"; (ModuleID|Function Attrs).*\n|source_filename.*\n|target .*\n|attributes #.*\n|^!.*\n",
    r",? ?!(noalias|alias\.scope|prof|tbaa) !\d+| #\d+(?= \{|$)| local_unnamed_addr| *; preds = .*",
    r" (readonly|writeonly|readnone|noundef|nneg|disjoint|samesign|captures\(none\))(?=[ ,)])",
    r".*@llvm\.lifetime\..*\n",
    r"(?<=getelementptr) nuw|(?<=trunc) (nuw|nsw)|(?<=inbounds) nuw",
)
"""What is about another processor, or LLVM finds out by itself; older versions do not know some of its words."""


def all_loops() -> list[Loop]:
    """Return the loops that modules hold, by name."""
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("nnsearch.")]
    values = [value for module in modules for value in vars(module).values()]
    listed = [own for value in values if isinstance(value, dict) for own in value.values()]
    found = {value.name: value for value in [*values, *listed] if isinstance(value, Loop)}
    return [found[name] for name in sorted(found)]


def make(loop: Loop) -> str:
    """Return a loop as LLVM reads it."""
    python = callable_by_numba(loop.python, loop.name)
    signature = types.void(*map(numba_type, loop.parameters))
    (compiled,) = numba.njit(signature, **OPTIONS)(python).overloads.values()
    inner = compiled.fndesc.llvm_func_name
    module = llvm.parse_assembly(compiled.library.get_llvm_str())
    module.link_in(llvm.parse_assembly(str(Outside(loop, inner).module)))
    for thing in [*module.functions, *module.global_variables]:
        if thing.name != loop.name and not thing.is_declaration:
            thing.linkage = "internal"
    module.get_function(inner).add_function_attribute("alwaysinline")
    simplify(module)
    return f"; {fingerprint(loop)}\n{MAKER}\n{tidy(str(module), inner)}"


def callable_by_numba(python: FunctionType, name: str) -> FunctionType:
    """Return a function that calls numba's of those that it calls, and others by the names that loops have for them."""
    used = used_by(python)
    called = {own: numba.njit(**OPTIONS)(callable_by_numba(function, own)) for own, function in functions(used)}
    outside = {own: OUTER[own] for own in OUTER if own in used}
    return FunctionType(python.__code__, {**python.__globals__, **called, **outside}, name)


def used_by(python: FunctionType) -> dict[str, object]:
    """Return the globals that a function names, by name."""
    known = {name: python.__globals__.get(name) for name in python.__code__.co_names}
    return {name: known[name] for name in sorted(known)}


def functions(used: dict[str, object]) -> list[tuple[str, FunctionType]]:
    """Return the functions of ours among globals."""
    return [(name, value) for name, value in used.items() if isinstance(value, FunctionType)]


def sources(python: FunctionType) -> str:
    """Return a function's text, its numbers and those of the functions that it calls."""
    used = used_by(python)
    numbers = {name: value for name, value in used.items() if isinstance(value, int | np.number)}
    return "".join([inspect.getsource(python), str(numbers), *(sources(function) for _, function in functions(used))])


def fingerprint(loop: Loop) -> str:
    """Return a digest of what a loop's file is made of."""
    text = f"{sources(loop.python)}{loop.parameters}{inspect.getsource(sys.modules[__name__])}"
    offsets = TYPE, DATA, DIMENSIONS, SHAPE, STRIDES, DESCRIPTION, FLAGS, BYTE_ORDER, KIND
    return hashlib.sha256(f"{text}{offsets}".encode()).hexdigest()


def numba_type(parameter: Array | str) -> types.Type:
    """Return numba's word for what a loop takes."""
    if isinstance(parameter, Array):
        return types.Array(getattr(types, parameter.dtype), parameter.dimensions, "C" if parameter.contiguous else "A")
    return getattr(types, parameter)


class Outside:
    """A function of Python's (``METH_FASTCALL``) that calls numba's, which takes the parts of arrays.

    It returns whether its arguments are of the right kinds, and does nothing where they are not. While a loop calls
    BLAS other threads of Python have their turn.

    Args:
        loop: to be called.
        inner: numba's name of it.
    """

    def __init__(self, loop: Loop, inner: str) -> None:
        self.module = ir.Module()
        outer = ir.Function(self.module, ir.FunctionType(POINTER, [POINTER, POINTER, LONG]), loop.name)
        self._builder = ir.IRBuilder(outer.append_basic_block())
        self._refuse = outer.append_basic_block("refuse")
        _, arguments, count = outer.args
        self._require(self._builder.icmp_signed("==", count, LONG(len(loop.parameters))))
        given = [self._read(arguments, 8 * place, POINTER) for place in range(len(loop.parameters))]
        for argument, parameter in zip(given, loop.parameters, strict=True):
            if isinstance(parameter, Array):
                self._check(argument, parameter)
        taken = [self._taken(*pair) for pair in zip(given, loop.parameters, strict=True)]
        if any(isinstance(parameter, str) for parameter in loop.parameters):
            self._pass_errors_on(outer.append_basic_block("fail"))
        self._call_inside(inner, [value for values in taken for value in values], calls_blas=calls_blas(loop.python))
        self._answer(fits=True)
        self._builder.position_at_end(self._refuse)
        self._answer(fits=False)

    def _read(self, pointer: ir.Value, offset: int, kind: ir.Type) -> ir.Value:
        """Read what is so many bytes behind a pointer."""
        return self._builder.load(self._builder.gep(pointer, [LONG(offset)], source_etype=BYTE), typ=kind)

    def _require(self, condition: ir.Value) -> None:
        """Go on where something is true, else refuse."""
        goes_on = self._builder.append_basic_block()
        self._builder.cbranch(condition, goes_on, self._refuse)
        self._builder.position_at_end(goes_on)

    def _check(self, array: ir.Value, parameter: Array) -> None:
        """Require an array to be one, and of the kind that a loop takes."""
        builder = self._builder
        ndarray = self._outside(ARRAY)
        self._require(builder.icmp_unsigned("==", self._read(array, TYPE, POINTER), ndarray))
        dimensions = self._read(array, DIMENSIONS, SHORT)
        self._require(builder.icmp_signed("==", dimensions, SHORT(parameter.dimensions)))
        wanted = SHORT(ALIGNED | (WRITEABLE if parameter.written else 0) | (CONTIGUOUS if parameter.contiguous else 0))
        self._require(builder.icmp_signed("==", builder.and_(self._read(array, FLAGS, SHORT), wanted), wanted))
        description = self._read(array, DESCRIPTION, POINTER)
        kind = self._read(description, KIND, SHORT)
        known = [builder.icmp_signed("==", kind, SHORT(number)) for number in KINDS[parameter.dtype]]
        self._require(builder.or_(known[0], known[-1]))
        order = self._read(description, BYTE_ORDER, BYTE)
        self._require(builder.icmp_signed("!=", order, BYTE(ord(">"))))

    def _taken(self, argument: ir.Value, parameter: Array | str) -> list[ir.Value]:
        """Return what numba takes for an argument."""
        builder = self._builder
        if parameter == "int64":
            return [builder.call(self._outside("PyLong_AsLongLong", LONG, POINTER), [argument])]
        if parameter == "float32":
            number = builder.call(self._outside("PyFloat_AsDouble", DOUBLE, POINTER), [argument])
            return [builder.fptrunc(number, SINGLE)]
        shape, strides = (self._read(argument, offset, POINTER) for offset in (SHAPE, STRIDES))
        sides, steps = (
            [self._read(pointer, 8 * k, LONG) for k in range(parameter.dimensions)] for pointer in (shape, strides)
        )
        count: ir.Value = LONG(1)
        for side in sides:
            count = builder.mul(count, side)
        size, nobody = LONG(np.dtype(parameter.dtype).itemsize), POINTER(None)
        return [nobody, nobody, count, size, self._read(argument, DATA, POINTER), *sides, *steps]

    def _pass_errors_on(self, fail: ir.Block) -> None:
        """Return nothing where a number was none: Python raises what has been found."""
        error = self._builder.call(self._outside("PyErr_Occurred", POINTER), [])
        goes_on = self._builder.append_basic_block()
        self._builder.cbranch(self._builder.icmp_unsigned("==", error, POINTER(None)), goes_on, fail)
        self._builder.position_at_end(fail)
        self._builder.ret(POINTER(None))
        self._builder.position_at_end(goes_on)

    def _call_inside(self, inner: str, values: list[ir.Value], *, calls_blas: bool) -> None:
        builder = self._builder
        room = [builder.alloca(POINTER), builder.alloca(POINTER)]  # for a result and a problem, of which there is none
        if calls_blas:
            thread = builder.call(self._outside("PyEval_SaveThread", POINTER), [])
        builder.call(self._outside(inner, SHORT, *(value.type for value in (*room, *values))), [*room, *values])
        if calls_blas:
            builder.call(self._outside("PyEval_RestoreThread", ir.VoidType(), POINTER), [thread])

    def _answer(self, *, fits: bool) -> None:
        self._builder.ret(self._builder.call(self._outside("PyBool_FromLong", POINTER, LONG), [LONG(int(fits))]))

    def _outside(self, name: str, *kinds: ir.Type) -> ir.Value:
        """Return a function of others (its result's type first), or something without a type."""
        if name in self.module.globals:
            return self.module.globals[name]
        if not kinds:
            return ir.GlobalVariable(self.module, BYTE, name)
        return ir.Function(self.module, ir.FunctionType(kinds[0], kinds[1:]), name)


def calls_blas(python: FunctionType) -> bool:
    """Say whether a function calls BLAS, by itself or through others."""
    used = used_by(python)
    return "SGEMM" in used or any(calls_blas(function) for _, function in functions(used))


def simplify(module: llvm.ModuleRef) -> None:
    """Inline everything and leave out what no processor needs; vectors and unrolling are for the one that runs it."""
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    options.loop_vectorization = options.slp_vectorization = options.loop_unrolling = False
    target = llvm.Target.from_default_triple().create_target_machine(cpu="x86-64", features="", codemodel="default")
    passes = llvm.create_pass_builder(target, options)
    passes.getModulePassManager().run(module, passes)


def tidy(text: str, inner: str) -> str:
    """Return assembly without what names a processor, numba or this run of it."""
    others = "|".join(OUTSIDE)
    text = re.sub(rf"(%\S+ = )?(tail )?call ptr @({others})", r"call void @\3", text)
    text = re.sub(rf"declare ptr @({others})", r"declare void @\1", text).replace("@sqrtf(", "@llvm.sqrt.f32(")
    for pattern in INFERRED:
        text = re.sub(pattern, "", text, flags=re.MULTILINE)
    text = re.sub(rf"{re.escape(inner)}[^\s:,]*", "done", text)
    for place, name in enumerate(dict.fromkeys(re.findall(r"_ZN\w+", text))):
        text = re.sub(rf"{name}\b", f"part_{place}", text)
    return re.sub(r"\n{2,}", "\n\n", text).strip() + "\n"


def stale(made: dict[str, str]) -> Iterator[str]:
    """Name the files that are not what they would be; other versions than their makers' only compare what made them."""
    present = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.ll")}
    for name in sorted({*made, *present}):
        old, new = present.get(name, "").splitlines(), made.get(name, "").splitlines()
        if old != new if MAKER in old else old[:1] != new[:1]:
            yield name


if __name__ == "__main__":
    if platform.machine() not in EXACT_MACHINES:
        sys.exit(f"make the loops on {' or '.join(EXACT_MACHINES)}: this is {platform.machine()}")
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    for other in OUTSIDE:
        llvm.add_symbol(other, 1)  # numba looks for it, and nothing is run
    files = {loop.file.name: make(loop) for loop in all_loops()}
    if "--check" in sys.argv:
        sys.exit("\n".join(f"{name} is stale: run make loops" for name in stale(files)) or 0)
    for file in FOLDER.glob("*.ll"):
        file.unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
