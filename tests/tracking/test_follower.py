from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.tracking import follower as module
from nnsearch.tracking.follower import log_path, start_follower
from nnsearch.tracking.processes import NICENESS

Read = Callable[[Workspace], dict[str, Any]]
PYTHON = [sys.executable, "-S", "-c"]
DIES_TWICE = """
import os, pathlib, sys
log = pathlib.Path(sys.argv[1])
print("alive", flush=True)
if log.read_text().count("alive") < 3:
    os.kill(os.getpid(), 9)
print("done")
"""


@pytest.fixture
def paths(workspace: Workspace) -> StudyPaths:
    return workspace.study("tiny")


def test_a_started_follower_brings_mlflow_up_to_date(workspace: Workspace, read: Read) -> None:
    follower = start_follower(workspace, "tiny")
    assert follower.wait(60)
    assert (follower.alive, follower.problem) == (False, None)
    assert len(read(workspace)) == 9
    assert "caught up" in log_path(workspace.study("tiny")).read_text()


def test_a_follower_has_a_session_of_its_own_and_low_priority(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=[*PYTHON, "import signal; signal.pause()"], restarts=0)
    assert follower.pid is not None
    assert os.getsid(follower.pid) == follower.pid
    assert os.getpriority(os.PRIO_PROCESS, follower.pid) >= NICENESS
    shares = Path(f"/proc/{follower.pid}/autogroup")  # Linux's share of a session, where it has such
    assert not shares.exists() or shares.read_text().endswith(f"nice {NICENESS}\n")
    os.kill(follower.pid, signal.SIGKILL)
    follower.wait()


def test_the_address_of_a_server_is_told_where_only_its_user_sees_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def refuse(line: list[str], **how: Any) -> None:
        started.append((line, how["env"]))
        raise OSError("no more processes")

    monkeypatch.setattr(module.subprocess, "Popen", refuse)
    start_follower(workspace, "tiny", tracking_uri="http://me:secret@host")
    monkeypatch.setenv("NNSEARCH_TRACKING_URI", "http://meant.for.another:1")
    start_follower(workspace, "tiny")
    (line, environment), (_, its_own) = started
    assert not any("secret" in word for word in line)
    assert environment["NNSEARCH_TRACKING_URI"] == "http://me:secret@host"
    assert not its_own["NNSEARCH_TRACKING_URI"]


def test_waiting_has_a_limit(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=[*PYTHON, "import signal; signal.pause()"], restarts=0)
    assert not follower.wait(0)
    assert follower.alive
    assert follower.problem is None
    os.kill(follower.pid or 0, signal.SIGKILL)
    assert follower.wait()
    assert follower.problem == "the follower of tiny was killed by SIGKILL"


def test_a_follower_that_fails_tells_its_last_line(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=[*PYTHON, "print('error: it broke'); raise SystemExit(3)"])
    follower.wait()
    assert follower.problem == "it broke"


@pytest.mark.parametrize(
    ("ending", "problem"),
    [
        ("os.kill(os.getpid(), 9)", "was killed by SIGKILL"),
        ("os.kill(os.getpid(), signal.SIGRTMIN + 1)", f"was killed by signal {signal.SIGRTMIN + 1}"),
        ("sys.exit(3)", "ended with 3"),
    ],
)
def test_an_end_without_a_word_is_not_explained_by_an_earlier_followers(
    workspace: Workspace, paths: StudyPaths, ending: str, problem: str
) -> None:
    log_path(paths).write_text("caught up: 9 runs of tiny\n")
    command = [*PYTHON, f"import os, signal, sys; {ending}"]
    follower = start_follower(workspace, "tiny", command=command, restarts=1, pause=0.0)
    assert follower.wait(60)
    assert follower.problem == f"the follower of tiny {problem}"


def test_a_follower_that_cannot_be_started_raises_nothing(workspace: Workspace) -> None:
    follower = start_follower(workspace, "tiny", command=["/nowhere/python"])
    assert follower.wait()
    assert follower.problem == "the follower of tiny cannot be started: No such file or directory"


def test_a_log_that_grew_long_begins_again(workspace: Workspace, paths: StudyPaths) -> None:
    log_path(paths).write_bytes(b"x" * (module.LONGEST_LOG + 1))
    start_follower(workspace, "tiny", command=[*PYTHON, "print('new')"]).wait()
    assert log_path(paths).read_text() == "new\n"


def test_a_follower_that_is_killed_is_started_again(workspace: Workspace, paths: StudyPaths) -> None:
    command = [*PYTHON, DIES_TWICE, str(log_path(paths))]
    follower = start_follower(workspace, "tiny", command=command, pause=0.01)
    assert follower.wait(60)
    assert follower.problem is None
    assert log_path(paths).read_text().split() == ["alive", "alive", "alive", "done"]


@pytest.mark.parametrize(("ending", "starts"), [("os.kill(os.getpid(), 9)", 3), ("sys.exit(1)", 3), ("sys.exit(3)", 1)])
def test_one_that_keeps_dying_is_given_up_and_one_that_was_refused_is_not_asked_again(
    workspace: Workspace, paths: StudyPaths, ending: str, starts: int
) -> None:
    command = [*PYTHON, f"import os, sys; print('its last words', flush=True); {ending}"]
    follower = start_follower(workspace, "tiny", command=command, restarts=2, pause=0.01)
    assert follower.wait(60)
    killed = "the follower of tiny was killed by SIGKILL"
    assert follower.problem == (killed if "kill" in ending else "its last words")
    assert log_path(paths).read_text().count("its last words") == starts
