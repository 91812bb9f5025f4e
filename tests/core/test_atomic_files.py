import numpy as np
import pytest

from nnsearch.core.atomic_files import read_arrays, read_json, write_arrays, write_bytes, write_json
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
