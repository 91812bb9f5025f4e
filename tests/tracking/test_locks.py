from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.tracking.locks import exclusive


def taken(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_a_lock_is_held_inside_and_free_outside(tmp_path: Path) -> None:
    with exclusive(tmp_path / "lock"):
        inside = taken(tmp_path / "lock")
    assert (inside, taken(tmp_path / "lock")) == (True, False)


def test_a_word_is_left_for_the_next_holder(tmp_path: Path) -> None:
    with exclusive(tmp_path / "lock") as lock:
        first = lock.read()
        lock.write("a longer word")
        lock.write("word")
    with exclusive(tmp_path / "lock") as lock:
        assert (first, lock.read()) == ("", "word")


def test_a_place_that_refuses_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(EnvironmentRefusedError, match=r"^cannot lock [^\n]*: [^\n]+$"),
        exclusive(tmp_path / "file" / "lock"),
    ):
        pass
