import gc

import numpy as np
import pytest

from nnsearch.core.memory import APART, LINE, aligned_empty, aligned_rows, collector_paused


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_pauses_and_is_what_it_was_afterwards(before):
    assert gc.isenabled()
    try:
        if not before:
            gc.disable()
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is before
    finally:
        gc.enable()


@pytest.mark.parametrize("shape", [(3, 5), (1, 100_000), (0, 7), (2, 3, 4)])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_arrays_begin_where_a_line_does(shape, dtype):
    arrays = [aligned_empty(shape, dtype) for _ in range(4)]
    assert {array.ctypes.data % LINE for array in arrays if array.size} <= {0}
    assert {(array.shape, array.dtype, array.flags.c_contiguous, array.flags.writeable) for array in arrays} == {
        (shape, np.dtype(dtype), True, True)
    }
    for number, array in enumerate(arrays):
        array.fill(number)
    assert [set(array.ravel().tolist()) for array in arrays] == [{n} if arrays[0].size else set() for n in range(4)]


def test_large_arrays_do_not_all_begin_at_the_same_place_of_a_page():
    arrays = [aligned_empty((1_000_000,), np.float32) for _ in APART]  # so large that each has pages of its own
    assert len({array.ctypes.data % 4096 for array in arrays}) == len(APART)


def test_rows_are_copied_in_the_order_given():
    array = np.arange(12, dtype=np.float32).reshape(6, 2)[::2]
    copy = aligned_rows(array, np.array([2, 0]))
    copy[1] = 7
    assert array.tolist() == [[0, 1], [4, 5], [8, 9]]
    assert copy.tolist() == [[8, 9], [7, 7]]
    assert copy.ctypes.data % LINE == 0


def test_rows_that_do_not_exist_are_refused():
    with pytest.raises(IndexError):
        aligned_rows(np.zeros((2, 3), np.float32), np.array([0, 2]))
