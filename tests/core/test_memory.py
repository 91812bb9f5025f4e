import gc

import numpy as np
import pytest

from nnsearch.core.memory import LINE, aligned_copy, aligned_empty, collector_paused


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
def test_arrays_begin_where_a_line_does_but_not_all_at_the_same_place_of_a_page(shape, dtype):
    arrays = [aligned_empty(shape, dtype) for _ in range(4)]
    assert {array.ctypes.data % LINE for array in arrays if array.size} <= {0}
    assert {(array.shape, array.dtype, array.flags.c_contiguous, array.flags.writeable) for array in arrays} == {
        (shape, np.dtype(dtype), True, True)
    }
    for number, array in enumerate(arrays):
        array.fill(number)
    assert [set(array.ravel().tolist()) for array in arrays] == [{n} if arrays[0].size else set() for n in range(4)]


def test_a_copy_is_one_and_is_aligned():
    array = np.arange(15, dtype=np.float32)[::2]
    copy = aligned_copy(array)
    copy[0] = 7
    assert array.tolist() == [0, 2, 4, 6, 8, 10, 12, 14]
    assert copy.tolist() == [7, 2, 4, 6, 8, 10, 12, 14]
    assert copy.ctypes.data % LINE == 0
