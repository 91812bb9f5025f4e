"""Write the loops of ``nnsearch/core/llvm`` (``make loops``): numba turns their Python into what LLVM reads.

Arrays become pointers to NumPy's own records of them (``PyArrayObject``), which a few lines around each loop take
apart. Nothing is left of the processor that this runs on, nor of Python: files hold arithmetic alone.
"""

from __future__ import annotations

import os
import re
from types import FunctionType

os.environ.update(NUMBA_OPT="0", NUMBA_CPU_NAME="generic", NUMBA_CPU_FEATURES="")  # before numba is imported

import numpy as np
from llvmlite import binding as llvm
from numba import njit, types

import nnsearch.training.trainer  # noqa: F401 - imports all loops
from nnsearch.core.compiling import (
    ARRAY,
    DATA,
    DESCRIPTION,
    DIMENSIONS,
    FLAGS,
    FOLDER,
    KIND,
    LOOPS,
    PRODUCT,
    SHAPE,
    STRIDES,
    TYPE,
    Array,
    Loop,
)

ALIGNED, CONTIGUOUS = 0x100, 0x1
"""NumPy's flags."""
KINDS = {"float32": (11,), "float64": (12,), "bool": (0,), "int64": (7, 9)}
"""NumPy's numbers of types; an int64 is a ``long`` or a ``long long``."""
NUMBERS = {"int64": "i64", "float32": "float"}
"""LLVM's words for numbers."""
DECLARED = (
    f"@{ARRAY} = external global i8",
    "declare ptr @PyBool_FromLong(i64)",
    "declare ptr @PyErr_Occurred()",
    "declare i64 @PyLong_AsLongLong(ptr)",
    "declare double @PyFloat_AsDouble(ptr)",
)
"""What the outside of a loop uses of Python and NumPy."""
INFERRED = (
    r"; (ModuleID|Function Attrs).*\n|source_filename.*\n|target .*\n|attributes #.*\n|^!.*\n",
    r",? ?!(noalias|alias\.scope|prof|tbaa) !\d+| #\d+(?= \{|$)| local_unnamed_addr| *; preds = .*",
    r" (readonly|writeonly|readnone|noundef|nneg|disjoint|samesign|captures\(none\)|range\(i32 0, 2\))(?=[ ,)])",
    r"(?<=getelementptr) nuw|(?<=trunc) (nuw|nsw)|(?<=inbounds) nuw",
)
"""What is about another processor, or LLVM finds out by itself; older versions do not know some of its words."""


def make(loop: Loop) -> str:
    """Return a loop as LLVM reads it."""
    signature = types.void(*map(numba_type, loop.parameters))
    factor, size = (types.int64, types.int64), types.int64
    arguments = [*[types.int32] * 3, *[size] * 3, types.float32, *factor, *factor, types.float32, *factor]
    product = types.ExternalFunction(PRODUCT, types.void(*arguments))
    python = FunctionType(loop.python.__code__, {**loop.python.__globals__, "SGEMM": product}, loop.name)
    options = {"error_model": "numpy", "nogil": True, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
    (compiled,) = njit(signature, **options)(python).overloads.values()
    inner = compiled.fndesc.llvm_func_name
    module = llvm.parse_assembly(compiled.library.get_llvm_str())
    module.link_in(llvm.parse_assembly(wrapper(loop, inner)))
    for thing in [*module.functions, *module.global_variables]:
        if thing.name != loop.name and not thing.is_declaration:
            thing.linkage = "internal"
    module.get_function(inner).add_function_attribute("alwaysinline")
    simplify(module)
    return f"; {loop.fingerprint}\n; Made of {loop.python.__module__}.{loop.python.__name__} by make loops.\n" + tidy(
        str(module), inner
    )


def numba_type(parameter: Array | str) -> types.Type:
    """Return numba's word for what a loop takes."""
    if isinstance(parameter, Array):
        return types.Array(getattr(types, parameter.dtype), parameter.dimensions, "C" if parameter.contiguous else "A")
    return getattr(types, parameter)


def wrapper(loop: Loop, inner: str) -> str:
    """Return a function of Python's (``METH_FASTCALL``) that calls numba's, which takes the parts of arrays.

    It returns whether its arguments fit, and does nothing where they do not.
    """
    count = len(loop.parameters)
    arguments, checks, parts, given, numbers = [], [], [], ["ptr %result", "ptr %problem"], []
    for place, parameter in enumerate(loop.parameters):
        a = f"%a{place}"
        arguments += load(a, "ptr", "%arguments", 8 * place)
        if isinstance(parameter, Array):
            arguments += [*load(f"{a}.type", "ptr", a, TYPE), f"%array.{place} = icmp eq ptr {a}.type, @{ARRAY}"]
            checks += check(a, parameter)
            taken, lines = taken_apart(a, parameter)
            parts += lines
            given += taken
        else:
            numbers += number(a, parameter)
            given.append(f"{NUMBERS[parameter]} {a}.number")
    arrays, fits = conjunction(arguments, "%array."), conjunction(checks, "%fit.")
    if numbers:
        numbers += ["%error = call ptr @PyErr_Occurred()", "%failed = icmp ne ptr %error, null"]
        numbers += ["br i1 %failed, label %fail, label %run"]
    kinds = ", ".join(argument.split()[0] for argument in given)
    return "\n".join(
        [
            *DECLARED,
            f"declare i32 @{inner}({kinds})",
            f"define ptr @{loop.name}(ptr %self, ptr %arguments, i64 %count) {{",
            *("%result = alloca ptr", "%problem = alloca ptr"),
            f"%enough = icmp eq i64 %count, {count}",
            "br i1 %enough, label %look, label %refuse",
            *("look:", *arguments, f"br i1 {arrays}, label %check, label %refuse"),
            *("check:", *checks, f"br i1 {fits}, label %{'convert' if numbers else 'run'}, label %refuse"),
            *(("convert:", *numbers, "fail:", "ret ptr null") if numbers else ()),
            *("run:", *parts, f"call i32 @{inner}({', '.join(given)})"),
            *("%yes = call ptr @PyBool_FromLong(i64 1)", "ret ptr %yes"),
            *("refuse:", "%no = call ptr @PyBool_FromLong(i64 0)", "ret ptr %no", "}"),
        ]
    )


def conjunction(lines: list[str], names: str) -> str:
    """Add lines that say whether all is true whose name begins so; return the last one's name."""
    everything = "true"
    for line in [line for line in lines if line.startswith(names)]:
        name = line.split()[0]
        lines.append(f"{name}.too = and i1 {everything}, {name}")
        everything = f"{name}.too"
    return everything


def taken_apart(a: str, parameter: Array) -> tuple[list[str], list[str]]:
    """Return what numba takes for an array, and the lines that read it."""
    lines, count, sides = load(f"{a}.data", "ptr", a, DATA), "1", []
    for name, offset in (("shape", SHAPE), ("strides", STRIDES)):
        lines += load(f"{a}.{name}", "ptr", a, offset)
        for k in range(parameter.dimensions):
            lines += load(f"{a}.{name}.{k}", "i64", f"{a}.{name}", 8 * k)
            sides.append(f"i64 {a}.{name}.{k}")
    for k in range(parameter.dimensions):
        lines.append(f"{a}.count.{k} = mul i64 {count}, {a}.shape.{k}")
        count = f"{a}.count.{k}"
    size = np.dtype(parameter.dtype).itemsize
    return ["ptr null", "ptr null", f"i64 {count}", f"i64 {size}", f"ptr {a}.data", *sides], lines


def number(a: str, kind: str) -> list[str]:
    """Return lines that read a number of Python's or NumPy's."""
    if kind == "int64":
        return [f"{a}.number = call i64 @PyLong_AsLongLong(ptr {a})"]
    double = f"{a}.double = call double @PyFloat_AsDouble(ptr {a})"
    return [double, f"{a}.number = fptrunc double {a}.double to float"]


def load(name: str, kind: str, pointer: str, offset: int) -> list[str]:
    """Return lines that read a part of a record."""
    return [f"{name}.at = getelementptr i8, ptr {pointer}, i64 {offset}", f"{name} = load {kind}, ptr {name}.at"]


def check(a: str, parameter: Array) -> list[str]:
    """Return lines that find out whether an array is of the kind that a loop takes; names begin with ``%fit.``."""
    wanted = ALIGNED | (CONTIGUOUS if parameter.contiguous else 0)
    lines = [*load(f"{a}.dimensions", "i32", a, DIMENSIONS), *load(f"{a}.flags", "i32", a, FLAGS)]
    lines += [*load(f"{a}.description", "ptr", a, DESCRIPTION), *load(f"{a}.kind", "i32", f"{a}.description", KIND)]
    name = f"%fit.{a[1:]}"
    first, *others = KINDS[parameter.dtype]
    lines += [
        f"{name} = icmp eq i32 {a}.dimensions, {parameter.dimensions}",
        f"{a}.wanted = and i32 {a}.flags, {wanted}",
        f"{name}.flags = icmp eq i32 {a}.wanted, {wanted}",
        f"{a}.kind.0 = icmp eq i32 {a}.kind, {first}",
        f"{name}.kind = or i1 {a}.kind.0, {f'{a}.kind.1' if others else 'false'}",
    ]
    if others:
        lines.insert(-1, f"{a}.kind.1 = icmp eq i32 {a}.kind, {others[0]}")
    return lines


def simplify(module: llvm.ModuleRef) -> None:
    """Inline everything and leave out what no processor needs; vectors and unrolling are for the one that runs it."""
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    options.loop_vectorization = options.slp_vectorization = options.loop_unrolling = False
    target = llvm.Target.from_default_triple().create_target_machine(cpu="x86-64", features="", codemodel="default")
    passes = llvm.create_pass_builder(target, options)
    passes.getModulePassManager().run(module, passes)


def tidy(text: str, inner: str) -> str:
    """Return assembly without what names a processor, numba or this run of it."""
    text = re.sub(rf"(%\S+ = )?(tail )?call ptr @{PRODUCT}", f"call void @{PRODUCT}", text)
    text = text.replace(f"declare ptr @{PRODUCT}", f"declare void @{PRODUCT}").replace("@sqrtf(", "@llvm.sqrt.f32(")
    for pattern in INFERRED:
        text = re.sub(pattern, "", text, flags=re.MULTILINE)
    text = re.sub(rf"{re.escape(inner)}\S*(?=[:,\s])", "done", text)
    return re.sub(r"\n{2,}", "\n\n", text).strip() + "\n"


if __name__ == "__main__":
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    llvm.add_symbol(PRODUCT, 1)  # numba looks for it, and nothing is run
    FOLDER.mkdir(exist_ok=True)
    for loop in LOOPS.values():
        loop.file.write_text(make(loop), encoding="utf-8")
    for file in set(FOLDER.glob("*.ll")) - {loop.file for loop in LOOPS.values()}:
        file.unlink()
