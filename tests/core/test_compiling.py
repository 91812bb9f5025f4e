import sys

import numpy as np
import pytest

from nnsearch.core import compiling
from nnsearch.core.compiling import (
    BEYOND_ESTIMATES,
    EARNED_SECONDS,
    FIRST_RESULTS,
    WORTH_COMPILING,
    Earnings,
    Loop,
    compiling_pays,
)


def test_a_compiled_loop_does_what_its_python_does():
    def double(values):
        for i in range(values.shape[0]):
            values[i] *= 2

    loop = Loop(double)
    compiled, python = np.arange(3.0), np.arange(3.0)
    loop(compiled)
    loop.python(python)
    assert compiled.tolist() == python.tolist() == [0, 2, 4]


def test_a_process_compiles_once_it_has_trained_long_enough(monkeypatch):
    monkeypatch.setattr(compiling, "can_compile", lambda: True)
    earnings = Earnings()
    earnings.add(EARNED_SECONDS / 2)
    assert not earnings.use_loops(None)
    earnings.add(EARNED_SECONDS / 2)
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
        (0, WORTH_COMPILING, False),
        (FIRST_RESULTS, WORTH_COMPILING, True),
        (BEYOND_ESTIMATES - 1, WORTH_COMPILING - 1, False),
        (BEYOND_ESTIMATES, 0, True),
    ],
)
def test_compiling_pays_if_much_training_is_expected_or_done(trained, expected, pays):
    assert compiling_pays(trained, expected) == pays


@pytest.mark.parametrize(("machine", "found"), [("arm64", object()), ("x86_64", None)])
def test_nothing_is_compiled_where_bits_or_numba_are_in_doubt(monkeypatch, machine, found):
    monkeypatch.setattr(compiling.platform, "machine", lambda: machine)
    monkeypatch.setattr(compiling, "find_spec", lambda name: found)
    compiling.can_compile.cache_clear()
    try:
        assert not compiling.can_compile()
    finally:
        compiling.can_compile.cache_clear()


def test_a_numba_that_cannot_be_imported_is_done_without(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    compiling.can_compile.cache_clear()
    try:
        assert not compiling.can_compile()
    finally:
        compiling.can_compile.cache_clear()
