import platform
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from nnsearch.core import compiling
from nnsearch.core.compiling import (
    EXACT_MACHINES,
    FOLDER,
    OUTSIDE,
    WORTH_COMPILING,
    Array,
    Earnings,
    Loop,
    compiling_pays,
)
from nnsearch.nn.losses import _DERIVE, _SHIFT
from nnsearch.training.epoch import _SHRINK

ROOT = Path(__file__).parents[2]
compiled_here = pytest.mark.skipif(
    platform.machine() not in EXACT_MACHINES or find_spec("llvmlite") is None, reason="nothing is compiled here"
)


class Subclass(np.ndarray):
    """Any other type than arrays' own."""


def arrays(count=3, dtype=np.float32):
    return [np.full((2, 3), number + 1, dtype) for number in range(count)]


@compiled_here
def test_this_machine_compiles():
    assert compiling.can_compile()


@compiled_here
def test_a_compiled_loop_does_what_its_python_does():
    compiled, python = arrays(), arrays()
    _SHRINK(*compiled)
    _SHRINK.python(*python)
    assert compiled[2].tolist() == python[2].tolist() == [[5, 5, 5]] * 2


@compiled_here
@pytest.mark.parametrize(
    ("loop", "given"),
    [
        (_SHRINK, arrays(2) + arrays(1, np.float64)),
        (_SHRINK, arrays(2) + arrays(1, ">f4")),
        (_SHRINK, [*arrays(2), np.ones((2, 6), np.float32)[:, ::2]]),
        (_SHRINK, [*arrays(2), np.ones(6, np.float32)]),
        (_SHRINK, [*arrays(2), np.frombuffer(bytes(24), np.float32).reshape(2, 3)]),
        (_SHRINK, [*arrays(2), np.frombuffer(bytearray(25), np.float32, 6, 1).reshape(2, 3)]),
        (_SHIFT, [np.ones((2, 1, 3), np.float32), np.zeros(3, np.int32), *arrays(2)]),
    ],
    ids=["double", "order", "apart", "flat", "read-only", "unaligned", "labels"],
)
def test_arrays_of_another_kind_are_refused_before_they_are_touched(loop, given):
    before = [array.tobytes() for array in given]
    with pytest.raises(TypeError, match=f"loop {loop.name} takes"):
        loop(*given)
    assert [array.tobytes() for array in given] == before


@compiled_here
def test_numbers_must_be_numbers_and_all_must_be_there():
    classes, labels, rows = np.ones((2, 1, 3), np.float32), np.zeros(3, np.int64), np.ones((1, 3), np.float32)
    with pytest.raises(TypeError, match="real number"):
        _DERIVE(classes, labels, rows, "much")
    for wrong in (
        [rows],
        [rows] * 4,
        [rows, rows, None],
        [rows, rows, rows.tolist()],
        [rows, rows, rows.view(Subclass)],
    ):
        with pytest.raises(TypeError, match="loop shrink takes"):
            _SHRINK(*wrong)


@compiled_here
def test_a_function_outlives_its_loop():
    given = arrays()
    function = Loop("shrink", _SHRINK.python, *[Array(2)] * 3)._compiled
    assert [function(*given) for _ in range(3)] == [True] * 3
    assert given[2].tolist() == [[9, 9, 9]] * 2


@compiled_here
def test_threads_compile_one_after_the_other(monkeypatch):
    engine, inside, most = compiling._compiler(), [], []

    def slow():
        inside.append(1)
        time.sleep(0.02)
        most.append(len(inside))
        inside.pop()
        return engine

    monkeypatch.setattr(compiling, "_compiler", slow)
    threads = [Thread(target=compiling._compile, args=(compiling.SPECIMEN, "specimen")) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 4


def test_the_files_are_what_their_loops_make():
    command = [sys.executable, str(ROOT / "docs" / "make_loops.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ll")), ids=lambda file: file.stem)
def test_files_name_no_processor_and_call_only_what_is_known(file):
    text = file.read_text()
    called = {line.partition("@")[2].partition("(")[0] for line in text.splitlines() if line.startswith("declare")}
    of_python = {"PyBool_FromLong", "PyErr_Occurred", "PyFloat_AsDouble", "PyLong_AsLongLong"}
    threads = {"PyEval_SaveThread", "PyEval_RestoreThread"}
    assert called <= {*OUTSIDE, *of_python, *threads, "llvm.sqrt.f32", "llvm.smax.i64"}
    assert ("nnsearch_sgemm" in called) == (threads <= called)
    assert not any(
        word in text for word in ("_ZN", "target", "attributes", " x float>", "fmuladd", " fast ", "contract")
    )
    # Addresses and sums of singles: doubles would be a mixture of signed and unsigned numbers.
    assert ("fadd double" in text or "itofp i64" in text) == (file.stem == "tally" or file.stem.startswith("steps_"))


def test_a_process_compiles_once_it_has_trained_long_enough(monkeypatch):
    monkeypatch.setattr(compiling, "can_compile", lambda: True)
    earnings = Earnings()
    earnings.add(WORTH_COMPILING / 2)
    assert not earnings.use_loops(None)
    earnings.add(WORTH_COMPILING / 2)
    assert not earnings.use_loops(False)
    assert earnings.use_loops(None)
    assert earnings.use_loops(False)  # it has compiled


def test_who_knows_what_follows_decides(monkeypatch):
    monkeypatch.setattr(compiling, "can_compile", lambda: True)
    assert Earnings().use_loops(True)
    monkeypatch.setattr(compiling, "can_compile", lambda: False)
    assert not Earnings().use_loops(True)


@pytest.mark.parametrize(
    ("trained", "expected", "pays"),
    [
        (0, WORTH_COMPILING, True),
        (0.9 * WORTH_COMPILING, 0.9 * WORTH_COMPILING, False),
        (WORTH_COMPILING, 0, True),
    ],
)
def test_compiling_pays_if_much_training_is_expected_or_done(trained, expected, pays):
    assert compiling_pays(trained, expected) == pays


@pytest.fixture
def can_compile():
    """Asks again, whatever has been found out before."""
    compiling.can_compile.cache_clear()
    yield compiling.can_compile
    compiling.can_compile.cache_clear()


@pytest.mark.parametrize(("machine", "found"), [("arm64", object()), ("x86_64", None)])
def test_nothing_is_compiled_where_bits_or_llvm_are_in_doubt(monkeypatch, can_compile, machine, found):
    monkeypatch.setattr(compiling.platform, "machine", lambda: machine)
    monkeypatch.setattr(compiling, "find_spec", lambda name: found)
    assert not can_compile()


@compiled_here
@pytest.mark.parametrize("error", [OSError("forbidden"), AttributeError("too old"), RuntimeError("cannot read")])
def test_an_llvm_that_does_not_work_is_done_without(monkeypatch, can_compile, error):
    def refuse(*_):
        raise error

    monkeypatch.setattr(compiling, "_compile", refuse)
    assert not can_compile()


@compiled_here
@pytest.mark.parametrize(
    "name", ["TYPE", "DATA", "DIMENSIONS", "SHAPE", "STRIDES", "DESCRIPTION", "FLAGS", "BYTE_ORDER", "KIND"]
)
def test_nothing_is_compiled_where_arrays_have_another_layout(monkeypatch, can_compile, name):
    monkeypatch.setattr(compiling, name, getattr(compiling, name) + 4)
    assert not can_compile()


@compiled_here
def test_no_memory_is_read_that_is_not_the_arrays(monkeypatch, can_compile):
    monkeypatch.setattr(compiling, "FLAGS", np.ndarray.__basicsize__)
    assert not can_compile()
