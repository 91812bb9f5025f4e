import gc

import pytest

from nnsearch.core.memory import collector_paused


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
