from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.errors import EnvironmentRefusedError, StudyNameError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import StudyLock
from nnsearch.tracking import follower as module
from nnsearch.tracking.follower import follow, follower_lock, log_path, read_follower, start_follower
from nnsearch.tracking.projection import Projection

Read = Callable[[Workspace], dict[str, Any]]


@pytest.fixture
def paths(workspace: Workspace) -> StudyPaths:
    return workspace.study("tiny")


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were asked for; none is made."""
    found: list[float] = []
    monkeypatch.setattr(module.time, "sleep", found.append)
    return found


def refusing(failures: int) -> Callable[..., Projection]:
    left = [failures]
    real = Projection.open

    def open_projection(*args: Any) -> Projection:
        if left[0]:
            left[0] -= 1
            raise EnvironmentRefusedError("MLflow at its server failed: no")
        return real(*args)

    return open_projection


def test_a_follower_ends_when_nobody_runs_the_study_and_all_is_written(workspace: Workspace, read: Read) -> None:
    lines: list[str] = []
    report = follow(workspace, "tiny", log=lines.append)
    assert report is not None
    assert len(read(workspace)) == report.runs == 9
    assert lines == ["caught up: 9 runs of tiny"]


def test_a_follower_stays_as_long_as_the_run_does(
    workspace: Workspace, paths: StudyPaths, monkeypatch: pytest.MonkeyPatch, read: Read
) -> None:
    lock = StudyLock(paths.lock)
    lock.acquire()
    seen: list[str] = []

    def third_time_lucky(_: float) -> None:
        seen.append(read(workspace)["tiny"][0])
        if len(seen) == 3:
            lock.release()

    monkeypatch.setattr(module.time, "sleep", third_time_lucky)
    follow(workspace, "tiny", log=seen.append)
    assert seen[:3] == ["RUNNING"] * 3
    assert read(workspace)["tiny"][0] == "FINISHED"


def test_a_second_follower_leaves_quietly(workspace: Workspace, paths: StudyPaths) -> None:
    lines: list[str] = []
    with StudyLock(follower_lock(paths)):
        assert follow(workspace, "tiny", log=lines.append) is None
    assert lines == []


def test_who_follows_can_be_asked(paths: StudyPaths) -> None:
    with StudyLock(follower_lock(paths)) as lock:
        assert read_follower(paths) == lock.owner
    assert read_follower(paths) is None


def test_a_failure_is_told_in_a_line_and_tried_again(
    workspace: Workspace, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Projection, "open", refusing(3))
    lines: list[str] = []
    follow(workspace, "tiny", log=lines.append)
    assert lines == ["MLflow at its server failed: no; trying again"] * 3 + ["caught up: 9 runs of tiny"]
    assert pauses == [1.0, 2.0, 4.0]


def test_when_the_run_is_over_and_mlflow_keeps_failing_a_follower_gives_up(
    workspace: Workspace, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Projection, "open", refusing(1000))
    with pytest.raises(EnvironmentRefusedError, match=r"failed: no; catch up with: nnsearch sync tiny$"):
        follow(workspace, "tiny", log=str)
    assert len(pauses) == module.RETRIES


def test_while_the_run_lasts_a_follower_does_not_give_up(
    workspace: Workspace, paths: StudyPaths, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Projection, "open", refusing(40))
    lock = StudyLock(paths.lock)
    lock.acquire()
    monkeypatch.setattr(module.time, "sleep", lambda s: (pauses.append(s), len(pauses) > 40 and lock.release()))
    follow(workspace, "tiny", log=str)
    assert max(pauses) == module.LONGEST_PAUSE


def test_a_study_that_was_not_started_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StudyNameError, match="tiny"):
        follow(workspace, "tony")


def test_a_started_follower_brings_mlflow_up_to_date(workspace: Workspace, read: Read) -> None:
    follower = start_follower(workspace, "tiny")
    assert follower.wait(60)
    assert (follower.alive, follower.problem) == (False, None)
    assert len(read(workspace)) == 9
    assert "caught up" in log_path(workspace.study("tiny")).read_text()


def test_a_follower_has_a_session_of_its_own_and_low_priority(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=[sys.executable, "-c", "import signal; signal.pause()"])
    assert follower.pid is not None
    assert os.getsid(follower.pid) == follower.pid
    assert os.getpriority(os.PRIO_PROCESS, follower.pid) >= module.NICENESS
    shares = Path(f"/proc/{follower.pid}/autogroup")  # Linux's share of a session, where it has such
    assert not shares.exists() or shares.read_text().endswith(f"nice {module.NICENESS}\n")
    os.kill(follower.pid, signal.SIGKILL)
    follower.wait()


def test_waiting_has_a_limit(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=[sys.executable, "-c", "import signal; signal.pause()"])
    assert not follower.wait(0)
    assert follower.alive
    assert follower.problem is None
    os.kill(follower.pid or 0, signal.SIGKILL)
    assert follower.wait()
    assert follower.problem == "the follower of tiny ended with -9"


def test_a_follower_that_fails_tells_its_last_line(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=[sys.executable, "-c", "raise SystemExit('it broke')"])
    follower.wait()
    assert follower.problem == "it broke"


def test_a_follower_that_cannot_be_started_raises_nothing(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=["/nowhere/python"])
    assert follower.wait()
    assert follower.problem == "the follower of tiny cannot be started: No such file or directory"


def test_a_log_that_grew_long_begins_again(workspace: Workspace, paths: StudyPaths) -> None:
    log_path(paths).write_bytes(b"x" * (module.LONGEST_LOG + 1))
    start_follower(workspace, "tiny", command=[sys.executable, "-c", "print('new')"]).wait()
    assert log_path(paths).read_text() == "new\n"


def test_the_log_says_when(capsys: pytest.CaptureFixture[str]) -> None:
    module._print_line("something")
    assert capsys.readouterr().out.split(" ", 1)[1] == "something\n"
