import errno
import io

import numpy as np
import pytest

from nnsearch.search import parcels
from nnsearch.search.parcels import ALIGNMENT, LEAST_BYTES, discard, pack, unpack


def arrays(elements):
    return {"a": np.arange(elements, dtype=np.float32), "b": np.arange(3), "empty": np.empty((2, 0)), "text": "x"}


def assert_same(found, sent):
    assert found.keys() == sent.keys()
    for name, value in sent.items():
        if isinstance(value, np.ndarray):
            assert found[name].dtype == value.dtype
            assert found[name].shape == value.shape
            assert found[name].flags.writeable
            assert found[name].flags.aligned
        assert np.array_equal(found[name], value)


def test_large_arrays_travel_in_a_file_that_opening_removes(tmp_path):
    sent = arrays(LEAST_BYTES)
    parcel = pack(sent, tmp_path)
    assert [parcel.file] == list(tmp_path.iterdir())
    assert len(parcel.content) < 2000
    assert all(start % ALIGNMENT == 0 for start, _ in parcel.places)
    assert_same(unpack(parcel), sent)
    assert list(tmp_path.iterdir()) == []


def test_small_ones_need_no_file(tmp_path):
    sent = arrays(10)
    parcel = pack(sent, tmp_path)
    assert parcel.file is None
    assert list(tmp_path.iterdir()) == []
    assert_same(unpack(parcel), sent)


@pytest.mark.parametrize("where", ["making", "writing"])
def test_a_full_disk_is_done_without(tmp_path, monkeypatch, where):
    def refuse(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    class Full(io.FileIO):
        write = refuse

    if where == "making":
        monkeypatch.setattr(parcels.tempfile, "mkstemp", refuse)
    else:
        monkeypatch.setattr(parcels.os, "fdopen", Full)
    sent = arrays(LEAST_BYTES)
    parcel = pack(sent, tmp_path)
    assert parcel.file is None
    assert list(tmp_path.iterdir()) == []
    assert_same(unpack(parcel), sent)


def test_a_parcel_can_be_thrown_away_opened_or_not(tmp_path):
    for sent in (arrays(LEAST_BYTES), arrays(10)):
        discard(pack(sent, tmp_path))
        parcel = pack(sent, tmp_path)
        unpack(parcel)
        discard(parcel)
    assert list(tmp_path.iterdir()) == []


def test_what_is_sent_is_copied(tmp_path):
    sent = arrays(LEAST_BYTES)
    parcel = pack(sent, tmp_path)
    sent["a"][:] = 0
    assert unpack(parcel)["a"][1] == 1
