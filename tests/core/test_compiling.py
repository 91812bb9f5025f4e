import sys

import numpy as np
import pytest

import nnsearch.training.trainer  # noqa: F401 - imports all loops
from nnsearch.core import compiling
from nnsearch.core.compiling import FOLDER, LOOPS, OF_PYTHON, PRODUCT, WORTH_COMPILING, Earnings, compiling_pays
from nnsearch.core.products import SGEMM

compiled_here = pytest.mark.skipif(not compiling.can_compile(), reason="nothing is compiled on this machine")


def arrays(count=3, dtype=np.float32):
    return [np.full((2, 3), number + 1, dtype) for number in range(count)]


@compiled_here
def test_a_compiled_loop_does_what_its_python_does():
    loop = LOOPS["shrink"]
    compiled, python = arrays(), arrays()
    loop(*compiled)
    loop.python(*python)
    assert compiled[2].tolist() == python[2].tolist() == [[5, 5, 5]] * 2


@compiled_here
@pytest.mark.parametrize(
    ("loop", "given"),
    [
        ("shrink", arrays(2) + arrays(1, np.float64)),
        ("shrink", [*arrays(2), np.ones((2, 6), np.float32)[:, ::2]]),
        ("shrink", [*arrays(2), np.ones(6, np.float32)]),
        ("softmax_shift", [np.ones((2, 1, 3), np.float32), np.zeros(3, np.int32), *arrays(2)]),
    ],
)
def test_arrays_of_another_kind_are_refused_before_they_are_touched(loop, given):
    before = [array.tobytes() for array in given]
    with pytest.raises(TypeError, match=f"loop {loop} takes"):
        LOOPS[loop](*given)
    assert [array.tobytes() for array in given] == before


@compiled_here
def test_numbers_must_be_numbers_and_all_must_be_there():
    classes, labels, rows = np.ones((2, 1, 3), np.float32), np.zeros(3, np.int64), np.ones((1, 3), np.float32)
    with pytest.raises(TypeError, match="real number"):
        LOOPS["softmax_finish"](classes, labels, rows, rows, rows, rows, "much")
    for wrong in ([rows], [rows, rows, None], [rows, rows, rows.tolist()]):
        with pytest.raises(TypeError, match="loop shrink takes"):
            LOOPS["shrink"](*wrong)


def test_the_files_are_made_of_the_loops_as_they_are():
    assert {file.stem for file in FOLDER.glob("*.ll")} == set(LOOPS)
    for loop in LOOPS.values():
        assert loop.file.read_text().partition("\n")[0] == f"; {loop.fingerprint}", f"{loop.name}: run make loops"


@pytest.mark.parametrize("name", sorted(LOOPS))
def test_files_name_no_processor_and_call_only_what_is_known(name):
    text = LOOPS[name].file.read_text()
    called = {line.partition("@")[2].partition("(")[0] for line in text.splitlines() if line.startswith("declare")}
    assert called <= {PRODUCT, *OF_PYTHON, "llvm.sqrt.f32", "llvm.smax.i64"}
    assert not {"target", "attributes", "x float>"} & set(text.split())
    # Addresses and sums of singles: doubles would be a mixture of signed and unsigned numbers.
    assert ("fadd double" in text or "itofp i64" in text) == (name == "tally")


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


def test_an_llvm_that_cannot_be_imported_is_done_without(monkeypatch, can_compile):
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    assert not can_compile()


@pytest.mark.parametrize("name", ["TYPE", "DATA", "DIMENSIONS", "SHAPE", "STRIDES", "DESCRIPTION", "FLAGS", "KIND"])
def test_nothing_is_compiled_where_arrays_have_another_layout(monkeypatch, can_compile, name):
    monkeypatch.setattr(compiling, name, getattr(compiling, name) + 4)
    assert not can_compile()


@compiled_here
def test_this_numpy_has_the_layout_that_is_known():
    assert compiling._arrays_are_known()
    assert SGEMM is None or compiling.can_compile()
