from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.errors import EnvironmentRefusedError, StudyNameError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import Owner, StudyLock
from nnsearch.tracking import following as module
from nnsearch.tracking.following import follow
from nnsearch.tracking.processes import environment
from nnsearch.tracking.projection import Projection, follower_lock

Read = Callable[[Workspace], dict[str, Any]]


@pytest.fixture
def paths(workspace: Workspace) -> StudyPaths:
    return workspace.study("tiny")


@pytest.fixture(autouse=True)
def no_head_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HEAD_START", 0.0)


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


def test_a_second_follower_stands_by_until_the_first_has_ended(
    workspace: Workspace, paths: StudyPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = StudyLock(follower_lock(paths))
    first.acquire()
    looks: list[float] = []
    monkeypatch.setattr(module.time, "sleep", lambda s: (looks.append(s), len(looks) > 2 and first.release()))
    assert follow(workspace, "tiny", log=str).runs == 9
    assert len(looks) == 3


@pytest.mark.parametrize(("age", "waits"), [(1, True), (20, False), (-1000, False)])
def test_a_study_that_has_just_begun_has_the_machine_to_itself(
    workspace: Workspace, paths: StudyPaths, monkeypatch: pytest.MonkeyPatch, age: float, waits: bool
) -> None:
    monkeypatch.setattr(module, "HEAD_START", 10.0)
    since = (datetime.now(UTC) - timedelta(seconds=age)).isoformat(timespec="seconds")
    lock = StudyLock(paths.lock, Owner("here", 1, since))
    lock.acquire()
    order: list[str] = []
    real = Projection.open
    monkeypatch.setattr(module.time, "sleep", lambda _: (order.append("sleep"), lock.release()))
    monkeypatch.setattr(Projection, "open", lambda *args: (order.append("open"), real(*args))[1])
    follow(workspace, "tiny", log=str)
    assert order == (["sleep", "open"] if waits else ["open", "sleep"])


def test_a_follower_of_another_server_is_not_waited_for(
    workspace: Workspace, paths: StudyPaths, pauses: list[float]
) -> None:
    with StudyLock(follower_lock(paths, "http://host:5000")):
        assert follow(workspace, "tiny", log=str).runs == 9
    assert pauses == []


def test_a_follower_ends_when_its_study_is_deleted(
    workspace: Workspace, paths: StudyPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = StudyLock(paths.lock)
    lock.acquire()
    monkeypatch.setattr(module.time, "sleep", lambda _: shutil.rmtree(paths.folder))
    with pytest.raises(StudyNameError, match="no study 'tiny' has been started"):
        follow(workspace, "tiny", log=str)
    lock.release()
    assert not paths.folder.exists()


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
    with pytest.raises(EnvironmentRefusedError, match=r"failed: no$"):
        follow(workspace, "tiny", log=str)
    assert len(pauses) == module.RETRIES


def test_while_the_run_lasts_a_follower_does_not_give_up(
    workspace: Workspace, paths: StudyPaths, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Projection, "open", refusing(1100))
    lock = StudyLock(paths.lock)
    lock.acquire()
    monkeypatch.setattr(module.time, "sleep", lambda s: (pauses.append(s), len(pauses) >= 1100 and lock.release()))
    follow(workspace, "tiny", log=str)
    assert max(pauses) == module.LONGEST_PAUSE


def test_a_study_that_was_not_started_is_refused(workspace: Workspace) -> None:
    with pytest.raises(StudyNameError, match="tiny"):
        follow(workspace, "tony")


def test_the_log_says_when(capsys: pytest.CaptureFixture[str]) -> None:
    module._print_line("something")
    assert capsys.readouterr().out.split(" ", 1)[1] == "something\n"


def test_low_priority_ends_with_the_study_even_in_the_middle_of_a_sync(
    workspace: Workspace, paths: StudyPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised = threading.Event()
    lock = StudyLock(paths.lock)
    lock.acquire()
    real = Projection.open

    def open_projection(*args: Any) -> Projection:
        assert not raised.is_set()
        lock.release()
        assert raised.wait(60)
        return real(*args)

    monkeypatch.setattr(module, "LOOK", 0.01)
    monkeypatch.setattr(module, "share_processors_fully", raised.set)
    monkeypatch.setattr(Projection, "open", open_projection)
    assert follow(workspace, "tiny", log=str).runs == 9


@pytest.mark.parametrize("name", ["lock", "launch.lock"])
def test_low_priority_lasts_while_the_command_is_at_its_next_study(
    workspace: Workspace, paths: StudyPaths, name: str
) -> None:
    other = workspace.study("other").folder
    other.mkdir()
    with StudyLock(other / name):
        assert module._anything_runs(paths)
    assert not module._anything_runs(paths)


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="Linux shares processors among sessions so")
def test_a_process_that_has_stepped_back_can_come_forward_again() -> None:
    code = (
        "import os; from nnsearch.tracking.processes import *; step_back(os.getpid());"
        "before = os.getpriority(os.PRIO_PROCESS, 0); share_processors_fully();"
        "print(before, os.getpriority(os.PRIO_PROCESS, 0), open('/proc/self/autogroup').read().split()[-1])"
    )
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, env=environment(), capture_output=True, text=True, check=True, start_new_session=True)
    assert done.stdout.split() == ["10", "0" if os.geteuid() == 0 else "10", "0"]
