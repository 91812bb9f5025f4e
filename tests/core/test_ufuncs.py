import numpy as np
import pytest

from nnsearch.core import ufuncs
from nnsearch.core.ufuncs import EXP, LOG, find_inner_loop

found_here = pytest.mark.skipif(EXP is None or LOG is None, reason="NumPy's own functions are not found here")


def call(function, numbers):
    found = np.empty_like(numbers)
    at = np.array([numbers.ctypes.data, found.ctypes.data, len(numbers), 4, 4])
    function(at.ctypes.data, at.ctypes.data + 16, at.ctypes.data + 24, 0)
    return found


@found_here
@pytest.mark.parametrize(("function", "ufunc"), [(EXP, np.exp), (LOG, np.log)])
@pytest.mark.parametrize("size", [1, 2, 7, 8, 15, 16, 17, 31, 33, 64, 100])
def test_functions_give_the_bits_of_their_ufuncs_wherever_a_number_stands(function, ufunc, size):
    odd = [0.0, -0.0, 1.0, np.inf, -np.inf, np.nan, 1e-42, -1e-42, 88.7, -103.9, 3.4e38, -3.4e38]
    numbers = np.resize(np.concatenate([odd, np.random.default_rng(size).normal(size=88) * 30]), 100)
    for start in range(len(numbers) - size + 1):
        part = numbers[start : start + size].astype(np.float32)
        with np.errstate(all="ignore"):
            assert call(function, part).tobytes() == ufunc(part).tobytes()


@pytest.mark.parametrize("ufunc", [np.add, np.isnan, np.matmul, np.divmod, np.frompyfunc(abs, 1, 1), np.gcd])
def test_other_ufuncs_have_no_such_function(ufunc):
    assert find_inner_loop(ufunc) is None


@found_here
def test_a_function_that_does_something_else_is_not_taken(monkeypatch):
    assert find_inner_loop(np.sqrt) is not None
    monkeypatch.setattr(ufuncs, "_is", lambda inner, ufunc: ufuncs.__dict__["np"].array_equal(call(inner, ONES), [2.0]))
    assert find_inner_loop(np.sqrt) is None


ONES = np.ones(1, np.float32)


@pytest.mark.parametrize(
    ("name", "value"), [("byteorder", "big"), ("implementation", type("Other", (), {"name": "pypy"}))]
)
def test_no_memory_is_read_where_it_lies_otherwise(monkeypatch, name, value):
    monkeypatch.setattr(ufuncs.sys, name, value)
    monkeypatch.setattr(ufuncs.ctypes, "string_at", lambda *_: pytest.fail("memory was read"))
    assert find_inner_loop(np.exp) is None
