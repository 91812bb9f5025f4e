import errno

import numpy as np
import pytest

from nnsearch.core.atomic_files import (
    read_arrays,
    read_json,
    reason_and_fix,
    write_arrays,
    write_bytes,
    write_json,
)
from nnsearch.core.errors import EnvironmentRefusedError, LedgerError


def test_arrays_come_back_bit_for_bit(tmp_path):
    arrays = {"a/b": np.array([1.5, np.nan, -0.0], np.float32), "empty": np.zeros((0, 3)), "n": np.array(7)}
    write_arrays(tmp_path / "x.npz", arrays)
    read = read_arrays(tmp_path / "x.npz")
    assert {name: (a.dtype, a.shape, a.tobytes()) for name, a in read.items()} == {
        name: (a.dtype, a.shape, a.tobytes()) for name, a in arrays.items()
    }


def test_views_are_written_as_what_they_show(tmp_path):
    array = np.arange(12.0).reshape(3, 4).T[1:]
    write_arrays(tmp_path / "x.npz", {"a": array})
    np.testing.assert_array_equal(read_arrays(tmp_path / "x.npz")["a"], array)


@pytest.mark.parametrize("cut", [0, 10, 200])
def test_a_truncated_file_is_refused(tmp_path, cut):
    path = tmp_path / "x.npz"
    write_arrays(path, {"a": np.arange(50.0)})
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(LedgerError, match=r"x\.npz"):
        read_arrays(path)


def test_a_file_without_our_checksum_is_refused(tmp_path):
    np.savez(tmp_path / "x.npz", a=np.arange(3))
    with pytest.raises(LedgerError, match="damaged"):
        read_arrays(tmp_path / "x.npz")


def test_objects_are_never_unpickled(tmp_path):
    np.savez(tmp_path / "x.npz", a=np.array([{}], object))
    with pytest.raises(LedgerError):
        read_arrays(tmp_path / "x.npz")


def test_a_failing_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "x.json"
    write_json(path, {"a": 1})

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EnvironmentRefusedError, match="No space left"):
        write_json(path, {"a": 2})
    assert read_json(path) == {"a": 1}
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.json"]


def test_a_place_that_is_no_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentRefusedError):
        write_bytes(tmp_path / "file" / "x", b"")


def test_bad_json_is_refused(tmp_path):
    (tmp_path / "x.json").write_text("{")
    with pytest.raises(LedgerError, match=r"x\.json"):
        read_json(tmp_path / "x.json")


def test_a_flipped_bit_anywhere_is_refused_or_harmless(tmp_path):
    path = tmp_path / "x.npz"
    array = np.arange(50.0)
    write_arrays(path, {"a": array})
    intact = path.read_bytes()
    refused = []
    for place in range(0, len(intact), 3):
        path.write_bytes(intact[:place] + bytes([intact[place] ^ 1 << place % 8]) + intact[place + 1 :])
        try:
            read = read_arrays(path)
        except LedgerError as error:
            refused.append(str(error))
        else:
            np.testing.assert_array_equal(read["a"], array)
    assert len(refused) > array.nbytes / 3
    assert all(str(path) in line for line in refused)


def test_a_refusal_says_what_to_do(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EnvironmentRefusedError, match="No space left on device: make room"):
        write_json(tmp_path / "x.json", {"a": 2})


def test_a_reason_without_a_known_fix_is_told_alone():
    assert reason_and_fix(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert reason_and_fix(OSError("no number")) == "no number"
