import json
import os
import signal
import subprocess
import sys

import pytest

from nnsearch.cli.detaching import last_lines, start_detached, wait_until_running
from nnsearch.core.paths import Workspace
from nnsearch.search.lock import StudyLock, read_owner


@pytest.fixture
def endless(workspace, tiny_text):
    """A study that only a signal ends."""
    (workspace / "studies" / "tiny.toml").write_text(tiny_text.replace("trials = 16", "trials = 80000"))
    return Workspace(workspace).study("tiny")


@pytest.fixture
def environment(process_environment, monkeypatch):
    for name, value in process_environment.items():
        monkeypatch.setenv(name, value)


def test_a_detached_study_runs_in_a_session_of_its_own_until_it_is_stopped(endless, environment, cli):
    started = cli("run", "tiny", "--detach", "--no-track", "--jobs", 1, "--json")
    facts = json.loads(started.out)
    try:
        owner = read_owner(endless.lock)
        assert owner.pid == facts["pid"]
        assert os.getsid(owner.pid) == owner.pid
        assert cli("run", "tiny", "--detach").code == 3  # a second one is refused at once
        assert json.loads(cli("list", "--json").out)["studies"][0]["state"] == "running"
        stopped = cli("stop", "tiny")
        assert stopped.out.startswith("tiny has stopped (stopped) after ")
        assert read_owner(endless.lock) is None
        os.waitpid(facts["pid"], 0)
    finally:
        if read_owner(endless.lock) is not None:
            os.kill(facts["pid"], signal.SIGKILL)
    assert json.loads((endless.folder / "run.log").read_text().split("\n", 1)[1])["reason"] == "terminated"


def test_stopping_the_first_of_several_says_what_is_not_run(endless, environment, cli, workspace, tiny_text):
    for name in ("b", "c"):
        (workspace / "studies" / f"{name}.toml").write_text(tiny_text)
    started = cli("run", "tiny", "b", "c", "--detach", "--no-track", "--jobs", 1)
    pid = read_owner(endless.lock).pid
    try:
        assert f"tiny runs in the background (pid {pid}), then b, c, log: " in started.out
        assert "end them all, by the name of the one that runs: nnsearch stop tiny" in started.out
        stopped = cli("stop", "tiny")
        assert stopped.out.splitlines()[1] == "not run: b, c; run with: nnsearch run b c --jobs 1 --no-track"
        os.waitpid(pid, 0)
    finally:
        if read_owner(endless.lock) is not None:
            os.kill(pid, signal.SIGKILL)
    log = (endless.folder / "run.log").read_text().splitlines()
    assert log[-1].startswith("not run: b, c; run with: nnsearch run b c --jobs 1 --no-track --workspace ")
    assert not (workspace / "studies" / "b").exists()


def test_what_is_wrong_is_said_before_anything_is_started(cli, workspace):
    (workspace / "studies" / "bad.toml").write_text("[data]\n")
    result = cli("run", "bad", "--detach")
    assert result.code == 2
    assert not (workspace / "studies" / "bad").exists()


def test_a_process_that_ends_at_once_hands_on_its_error_and_code(cli, workspace, tiny_text, environment):
    text = tiny_text.replace('source = "moons"\nsamples = 100', 'source = "./none.csv"\ntarget = "y"')
    (workspace / "studies" / "tiny.toml").write_text(text)
    result = cli("run", "tiny", "--detach", "--no-track")
    assert result.code == 2
    assert len(result.errors) == 1
    assert "none.csv" in result.errors[0]


def test_a_running_study_is_not_started_again(endless):
    endless.folder.mkdir()
    with StudyLock(endless.lock), pytest.raises(Exception, match="is being run by pid"):
        start_detached(["run", "tiny"], endless)


def test_a_study_that_loads_for_long_is_left_to_itself(endless):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert wait_until_running(process, [endless], patience=0.0) == (None, None)
        process.stdin.close()
        os.waitpid(process.pid, 0)


def test_a_process_that_has_ended_is_known_by_its_code(endless):
    with subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"]) as process:
        assert wait_until_running(process, [endless]) == (3, None)


def test_only_new_lines_of_the_log_are_read(tmp_path):
    log = tmp_path / "run.log"
    log.write_text("error: old\n")
    size = log.stat().st_size
    with log.open("a") as file:
        file.write("going\nerror: new\n  more\n")
    assert last_lines(log, size, failed=True) == ["error: new"]


def test_the_last_line_is_read_only_of_a_process_that_failed(tmp_path):
    log = tmp_path / "run.log"
    log.write_text("going\n")
    assert [last_lines(log, 0, failed=failed) for failed in (True, False)] == [["going"], []]


def test_the_study_that_runs_is_named_where_the_first_is_refused(endless, environment, cli, workspace, tiny_text):
    text = tiny_text.replace('source = "moons"\nsamples = 100', 'source = "./none.csv"\ntarget = "y"')
    for name in ("bad", "last"):
        (workspace / "studies" / f"{name}.toml").write_text(text if name == "bad" else tiny_text)
    started = cli("run", "bad", "tiny", "last", "--detach", "--no-track", "--jobs", 1)
    pid = read_owner(endless.lock).pid
    try:
        assert (started.code, len(started.errors)) == (0, 1)
        assert "none.csv" in started.errors[0]
        assert f"tiny runs in the background (pid {pid}), then last, log: " in started.out
        assert "nnsearch watch tiny" in started.out
        assert cli("stop", "tiny").code == 0
        os.waitpid(pid, 0)
    finally:
        if read_owner(endless.lock) is not None:
            os.kill(pid, signal.SIGKILL)
