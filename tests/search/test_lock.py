"""One writer per study, for as long as its process lives."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nnsearch.core.errors import EnvironmentRefusedError, StudyLockedError
from nnsearch.search.lock import UNKNOWN_OWNER, Owner, StudyLock, read_owner

HOLD = """
import os, sys
from pathlib import Path
from nnsearch.search.lock import StudyLock
with StudyLock(Path(sys.argv[1])):
    {child}
    print(os.getpid(), flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(path: Path, child: str = "pass") -> Iterator[subprocess.Popen[str]]:
    """Run a process that holds the lock until its input ends."""
    command = [sys.executable, "-c", HOLD.format(child=child), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert int(process.stdout.readline()) == process.pid
            yield process
        finally:
            process.kill()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "digits"
    folder.mkdir()
    return folder / "lock"


def test_a_second_holder_is_told_who_runs_the_study(path: Path) -> None:
    owner = Owner("ada", 123, "2026-11-21T04:00:00+00:00")
    with (
        StudyLock(path, owner),
        pytest.raises(StudyLockedError, match=r"study 'digits' is being run by pid 123 on ada since 2026-11-21T04"),
    ):
        StudyLock(path).acquire()


def test_the_message_is_one_line(path: Path) -> None:
    with StudyLock(path), pytest.raises(StudyLockedError) as caught:
        StudyLock(path).acquire()
    assert "\n" not in str(caught.value)


def test_a_refused_holder_leaves_the_owner_in_place(path: Path) -> None:
    with StudyLock(path):
        with pytest.raises(StudyLockedError):
            StudyLock(path, Owner("eve", 9, "now")).acquire()
        owner = read_owner(path)
    assert owner is not None
    assert owner.pid == os.getpid()


def test_the_lock_can_be_taken_again_after_it_was_released(path: Path) -> None:
    for _ in range(2):
        with StudyLock(path):
            pass
    assert read_owner(path) is None


def test_releasing_twice_does_no_harm(path: Path) -> None:
    lock = StudyLock(path)
    lock.acquire()
    lock.release()
    lock.release()
    assert read_owner(path) is None


def test_nobody_owns_a_study_without_a_lock_file(path: Path) -> None:
    assert read_owner(path) is None
    assert not path.exists()


def test_the_owner_in_another_process_is_named(path: Path) -> None:
    with holder(path) as process:
        owner = read_owner(path)
    assert owner is not None
    assert owner.pid == process.pid


def test_the_lock_dies_with_a_killed_process(path: Path) -> None:
    with holder(path) as process:
        process.kill()
        process.wait()
        assert read_owner(path) is None
        with StudyLock(path):
            pass


@pytest.mark.parametrize(
    "child",
    [
        "import subprocess; subprocess.Popen(['cat'], stdout=2, close_fds=False)",
        "r, w = os.pipe(); os.fork() or (os.write(w, b'x'), os.dup2(2, 1), os.execvp('cat', ['cat'])); os.read(r, 1)",
        "r, w = os.pipe(); os.fork() or (os.close(1), os.write(w, b'x'), os.read(0, 1), os._exit(0)); os.read(r, 1)",
    ],
    ids=["subprocess", "fork and exec", "fork"],
)
def test_children_of_the_holder_do_not_hold_the_lock(path: Path, child: str) -> None:
    with holder(path, child) as process:
        process.kill()
        process.wait()
        assert read_owner(path) is None


def test_a_look_at_the_lock_does_not_refuse_the_next_holder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.touch()
    looking = os.open(path, os.O_RDONLY)
    fcntl.flock(looking, fcntl.LOCK_SH)
    monkeypatch.setattr("nnsearch.search.lock.time.sleep", lambda _: os.close(looking))
    with StudyLock(path):
        owner = read_owner(path)
    assert owner is not None


@pytest.fixture(params=["nothing", "a dead owner"])
def unsigned(path: Path, request: pytest.FixtureRequest) -> bytes:
    """What a lock file holds whose new holder has not signed yet."""
    if request.param == "nothing":
        return b""
    with holder(path) as killed:
        pass
    content = path.read_bytes()
    assert str(killed.pid).encode() in content
    return content


def test_a_holder_that_never_signs_is_still_a_holder(
    path: Path, unsigned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nnsearch.search.lock.time.sleep", lambda _: None)
    with StudyLock(path):
        path.write_bytes(unsigned)
        assert read_owner(path) == UNKNOWN_OWNER
        with pytest.raises(StudyLockedError, match="being run by another process"):
            StudyLock(path).acquire()


def test_a_holder_that_is_about_to_sign_is_waited_for(
    path: Path, unsigned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StudyLock(path):
        signed = path.read_bytes()
        path.write_bytes(unsigned)
        monkeypatch.setattr("nnsearch.search.lock.time.sleep", lambda _: path.write_bytes(signed))
        with pytest.raises(StudyLockedError, match=f"being run by pid {os.getpid()} on"):
            StudyLock(path).acquire()


def test_the_lock_file_holds_nothing_of_the_command_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["nnsearch", "run", "--tracking-uri", "http://me:secret@host"])
    with StudyLock(path, Owner.here(then=("next",), options=("--jobs", "1"))):
        assert b"secret" not in path.read_bytes()
        owner = read_owner(path)
    assert owner is not None
    assert (owner.then, owner.options) == (("next",), ("--jobs", "1"))


def test_an_owner_that_an_older_version_wrote_is_read(path: Path) -> None:
    with StudyLock(path):
        path.write_text('{"host": "ada", "pid": 1, "since": "then", "command": "nnsearch run"}')
        assert read_owner(path) == Owner("ada", 1, "then")


def test_a_lock_on_a_removed_file_does_not_count(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flock = fcntl.flock

    def remove_then_lock(descriptor: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", flock)
        path.unlink()
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", remove_then_lock)
    monkeypatch.setattr("nnsearch.search.lock.time.sleep", lambda _: None)
    with StudyLock(path), pytest.raises(StudyLockedError):
        StudyLock(path).acquire()


def test_a_folder_that_cannot_hold_the_file_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentRefusedError, match=r"cannot lock .*absent/lock: No such file or directory"):
        StudyLock(tmp_path / "absent" / "lock").acquire()


def test_a_full_disk_gives_the_lock_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, content: bytes, offset: int) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", refuse)
    with pytest.raises(EnvironmentRefusedError, match="No space left"):
        StudyLock(path).acquire()
    assert read_owner(path) is None


def test_a_lock_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentRefusedError, match="cannot look at"):
        read_owner(tmp_path / "file" / "lock")


def test_a_lock_that_was_given_back_names_nobody(path: Path) -> None:
    with StudyLock(path):
        assert path.read_bytes() != b""
    assert path.read_bytes() == b""  # or the next holder would look like this one until it has signed
