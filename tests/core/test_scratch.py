import os
import tempfile

import pytest

from nnsearch.core import scratch
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.scratch import LOCK, PREFIX, ScratchFolder


@pytest.fixture(autouse=True)
def _own_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def abandoned(parent):
    """Leave a folder as a killed launch does."""
    folder = parent / f"{PREFIX}old"
    folder.mkdir()
    (folder / LOCK).touch()
    (folder / "X_train.npy").write_bytes(b"data")
    return folder


def test_a_closed_folder_is_gone(tmp_path):
    folder = ScratchFolder()
    (folder.path / "file").write_text("text")
    folder.close()
    folder.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_launch_left_is_removed_by_the_next(tmp_path):
    old = abandoned(tmp_path)
    folder = ScratchFolder()
    assert not old.exists()
    folder.close()


def test_what_cannot_be_removed_whole_is_found_by_the_next(tmp_path, monkeypatch):
    old = abandoned(tmp_path)
    (old / "part").mkdir()
    with monkeypatch.context() as refusing:
        refusing.setattr(scratch.shutil, "rmtree", refuse)
        ScratchFolder().close()
        assert [folder.name for folder in tmp_path.iterdir()] == [f"{old.name}-gone"]
    ScratchFolder().close()
    assert list(tmp_path.iterdir()) == []


def refuse(*_):
    raise PermissionError


def test_the_folder_of_a_living_launch_stays(tmp_path):
    first = ScratchFolder()
    second = ScratchFolder()
    assert first.path.is_dir()
    assert first.path != second.path
    first.close()
    second.close()


def test_folders_of_others_are_left_alone(tmp_path, monkeypatch):
    old = abandoned(tmp_path)
    foreign = tmp_path / f"{PREFIX}without-lock"
    foreign.mkdir()
    monkeypatch.setattr(os, "getuid", lambda: old.stat().st_uid + 1)
    ScratchFolder().close()
    assert old.is_dir()
    assert foreign.is_dir()


def test_no_room_for_a_folder_is_an_error_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(EnvironmentRefusedError, match="cannot make a folder"):
        ScratchFolder()
