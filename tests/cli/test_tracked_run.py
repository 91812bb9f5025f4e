import json
import os
import signal
import sqlite3
from contextlib import closing

import pytest

from nnsearch.cli import catching_up, detaching
from nnsearch.cli.catching_up import LONGEST_WAIT
from nnsearch.cli.display import LineDisplay
from nnsearch.cli.launching import Launching
from nnsearch.cli.request import Request
from nnsearch.cli.run import command_line
from nnsearch.cli.session import Session
from nnsearch.core.errors import StudyFileError
from nnsearch.core.paths import Workspace
from nnsearch.search import rounds
from nnsearch.tracking import follower

URI = "http://me:secret@host:5000"


class Stub:
    def __init__(self, problem=None, ends=True, interrupted=False):
        self.problem, self.ends, self.interrupted = problem, ends, interrupted
        self.alive = True
        self.waits = []

    def wait(self, timeout=None):
        if self.interrupted:
            raise KeyboardInterrupt
        self.waits.append(timeout)
        self.alive = not self.ends
        return self.ends


@pytest.fixture
def started(monkeypatch):
    calls = []

    def start_follower(workspace, name, **more):
        calls.append((workspace.root, name))
        return Stub(problem="the database is locked" if len(calls) > 1 else None)

    monkeypatch.setattr(follower, "start_follower", start_follower)
    return calls


def test_a_run_starts_a_follower_and_says_what_it_wrote(cli, workspace, started):
    result = cli("run", "tiny")
    assert started == [(workspace, "tiny")]
    assert result.out.endswith("MLflow: tiny in mlruns/mlflow.db\n")


def test_mlflow_that_did_not_catch_up_is_a_warning_and_not_an_error(cli, started):
    cli("run", "tiny")
    result = cli("run", "tiny")
    assert result.code == 0
    assert result.err == ("warning: MLflow did not catch up: the database is locked; later: nnsearch sync tiny\n")


def test_without_tracking_nothing_follows(cli, started):
    assert "MLflow" not in cli("run", "tiny", "--no-track").out
    assert started == []


@pytest.fixture
def other(workspace, tiny_text):
    (workspace / "studies" / "other.toml").write_text(tiny_text)


def test_ctrl_c_while_mlflow_catches_up_leaves_it_to_the_background(cli, workspace, other, monkeypatch):
    monkeypatch.setattr(follower, "start_follower", lambda *_, **__: Stub(interrupted=True))
    result = cli("run", "tiny", "--jobs", 1)
    assert result.code == 0
    log = workspace / "studies/tiny/sync.log"
    assert result.err == (
        f"MLflow catches up with tiny in the background (log: {log}); if it fails: nnsearch sync tiny\n"
    )


def test_ctrl_c_while_mlflow_catches_up_comes_after_the_last_study(cli, other, monkeypatch):
    monkeypatch.setattr(follower, "start_follower", lambda *_, **__: Stub(interrupted=True))
    result = cli("run", "tiny", "other", "--jobs", 1)
    assert "other: all trials done" in result.out
    (line,) = result.err.splitlines()
    assert line.startswith("MLflow catches up with tiny, other in the background (log: ")
    assert line.endswith("; if it fails: nnsearch sync")


def test_mlflow_is_waited_for_once_when_all_studies_have_run(cli, other, monkeypatch):
    events = []

    class Late(Stub):
        def __init__(self, name):
            super().__init__()
            self.name = name

        def wait(self, timeout=None):
            events.append(f"wait {self.name}")
            return super().wait(timeout)

    def start_follower(workspace, name, **more):
        events.append(f"start {name}")
        return Late(name)

    monkeypatch.setattr(follower, "start_follower", start_follower)
    result = cli("run", "tiny", "other", "--jobs", 1)
    assert events == ["start tiny", "start other", "wait tiny", "wait other"]
    assert result.out.splitlines()[-2:] == ["MLflow is catching up ...", "MLflow: tiny, other in mlruns/mlflow.db"]


def test_a_real_run_is_in_mlflow_when_the_command_ends(spawn, workspace):
    result = spawn("run", "tiny")
    assert (result.code, result.err) == (0, "")
    with closing(sqlite3.connect(workspace / "mlruns" / "mlflow.db")) as database:
        assert database.execute("select count(*) from runs where status = 'FINISHED'").fetchone() == (17,)


@pytest.fixture
def stubs(monkeypatch):
    """Followers by the name of their study; a test says how each is."""
    by_name, started = {}, []

    def start_follower(workspace, name, **more):
        started.append(name)
        return by_name.setdefault(name, Stub())

    monkeypatch.setattr(follower, "start_follower", start_follower)
    return by_name, started


def test_a_follower_that_failed_before_ctrl_c_is_told(cli, other, stubs):
    failed = Stub(problem="the database is locked")
    failed.alive = False
    stubs[0].update(tiny=failed, other=Stub(interrupted=True))
    lines = cli("run", "tiny", "other", "--jobs", 1).err.splitlines()
    assert lines[0] == "warning: MLflow did not catch up: the database is locked; later: nnsearch sync tiny"
    assert lines[1].startswith("MLflow catches up with other in the background")


def test_no_more_than_two_follow_at_once_and_the_others_when_these_are_done(cli, workspace, tiny_text, stubs):
    by_name, started = stubs
    names = ["tiny", "b", "c", "d"]
    for name in names[1:]:
        (workspace / "studies" / f"{name}.toml").write_text(tiny_text)
    at_once = []

    class Counted(Stub):
        def wait(self, timeout=None):
            at_once.append(sum(stub.alive for name, stub in by_name.items() if name in started))
            return super().wait(timeout)

    by_name.update({name: Counted() for name in names})
    result = cli("run", *names, "--jobs", 1)
    assert started == names
    assert at_once == [2, 2, 2, 1]
    assert result.out.endswith("MLflow: tiny, b, c, d in mlruns/mlflow.db\n")


def test_what_was_put_off_begins_in_the_middle_of_a_search(cli, workspace, tiny_text, stubs, monkeypatch):
    by_name, started = stubs
    for name in "bc":
        (workspace / "studies" / f"{name}.toml").write_text(tiny_text)
    seen = []

    def update(self, snapshot):
        if snapshot.study == "c":
            seen.append(list(started))
            by_name["tiny"].alive = False

    monkeypatch.setattr(LineDisplay, "update", update)
    assert cli("run", "tiny", "b", "c", "--jobs", 1).code == 0
    assert seen[:2] == [["tiny", "b"], ["tiny", "b", "c"]]


def test_what_mlflow_has_not_begun_with_is_named(cli, workspace, tiny_text, stubs):
    for name in "bc":
        (workspace / "studies" / f"{name}.toml").write_text(tiny_text)
    stubs[0].update(tiny=Stub(interrupted=True))
    lines = cli("run", "tiny", "b", "c", "--jobs", 1).err.splitlines()
    assert lines[0].startswith("MLflow catches up with tiny, b in the background")
    assert lines[1] == "MLflow has not begun with c; later: nnsearch sync c"


def test_an_error_in_the_middle_leaves_mlflow_to_the_background(cli, workspace, tiny_text, stubs, monkeypatch):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + "rounds = 2\n")

    def refuse(*_):
        raise StudyFileError("another study is there")

    monkeypatch.setattr(rounds, "next_round", refuse)
    result = cli("run", "tiny", "--jobs", 1)
    assert result.code == 2
    assert result.err.splitlines()[0].startswith("MLflow catches up with tiny in the background")
    assert result.errors == ["error: another study is there"]


def test_ctrl_c_in_the_last_summary_leaves_mlflow_to_the_background(cli, stubs, monkeypatch):
    monkeypatch.setattr(Launching, "finish", lambda *_: signal.raise_signal(signal.SIGINT))
    result = cli("run", "tiny", "--jobs", 1)
    assert result.code == 130
    assert "MLflow catches up with tiny in the background" in result.err


@pytest.fixture
def elsewhere(monkeypatch):
    """A follower of another server that never catches up, and what it was asked for."""
    stub, asked = Stub(ends=False), []
    monkeypatch.setattr(follower, "start_follower", lambda *_, **more: (asked.append(more), stub)[1])
    return stub, asked


@pytest.mark.parametrize("verb", ["run", "resume"])
def test_another_server_is_told_to_the_follower(tiny, elsewhere, verb):
    stub, asked = elsewhere
    stub.ends = True
    result = tiny(verb, "tiny", "--trials", 24, "--tracking-uri", URI)
    assert asked == [{"tracking_uri": URI}]
    assert result.out.endswith("MLflow: tiny at http://me:***@host:5000\n")
    assert "nnsearch ui" not in result.out


def test_another_server_that_is_slow_is_not_waited_for_long(cli, elsewhere):
    stub, _ = elsewhere
    result = cli("run", "tiny", "--tracking-uri", URI)
    assert result.code == 0
    assert 0 < stub.waits[0] <= LONGEST_WAIT
    assert "MLflow catches up with tiny in the background (log: " in result.err
    assert result.err.endswith("if it fails: nnsearch sync tiny --tracking-uri 'http://me:***@host:5000'\n")


def test_an_address_that_can_be_none_is_refused_before_anything_trains(cli, workspace):
    result = cli("run", "tiny", "--tracking-uri", "htp://host:5000")
    assert result.code == 2
    assert "did you mean 'http'" in result.errors[0]
    assert not (workspace / "studies" / "tiny").exists()


def test_tracking_elsewhere_and_not_at_all_is_a_contradiction(cli):
    result = cli("run", "tiny", "--no-track", "--tracking-uri", URI)
    assert (result.code, len(result.errors)) == (2, 1)


def test_a_server_may_be_named_in_the_environment(cli, elsewhere, monkeypatch):
    stub, asked = elsewhere
    stub.ends = True
    monkeypatch.setenv("NNSEARCH_TRACKING_URI", URI)
    untracked = cli("run", "tiny", "--no-track")
    assert (untracked.code, asked) == (0, [])
    assert "--tracking-uri" not in untracked.out + untracked.err  # what it suggests can be run
    assert cli("resume", "tiny", "--trials", 24).code == 0
    assert cli("resume", "tiny", "--trials", 32, "--tracking-uri", "http://other").code == 0
    assert asked == [{"tracking_uri": URI}, {"tracking_uri": "http://other"}]


def test_an_address_in_the_environment_that_can_be_none_is_said_to_be_there(cli, monkeypatch):
    monkeypatch.setenv("NNSEARCH_TRACKING_URI", "htp://host:5000")
    result = cli("sync")
    assert result.code == 2
    assert result.errors[0].startswith("error: NNSEARCH_TRACKING_URI: a tracking server's address must begin with")


def test_a_study_in_the_background_is_told_the_server_where_only_its_user_sees_it(monkeypatch, workspace):
    session, options = Session(), {"trials": None, "time": None, "jobs": None, "as_json": False, "resume": False}
    request = Request("tiny", track=True, tracking_uri=URI, **options)
    arguments = command_line(session, [request])
    assert "--tracking-uri" not in arguments
    started = []
    monkeypatch.setattr(detaching.subprocess, "Popen", lambda line, **how: started.append((line, how["env"])))
    detaching.start_detached(arguments, Workspace.find(workspace).study("tiny"), URI)
    ((line, environment),) = started
    assert not any("secret" in word for word in line)
    assert environment["NNSEARCH_TRACKING_URI"] == URI
    assert request.options() == ["--tracking-uri", "http://me:***@host:5000"]


def test_a_server_that_is_down_costs_a_search_nothing_but_a_note(cli, workspace, monkeypatch):
    monkeypatch.setattr(catching_up, "LONGEST_WAIT", 0.0)
    started = []
    start = follower.start_follower
    monkeypatch.setattr(
        follower, "start_follower", lambda *a, **k: (started.append(start(*a, restarts=0, **k)), started[0])[1]
    )
    result = cli("run", "tiny", "--tracking-uri", "http://127.0.0.1:1")
    os.kill(started[0].pid, signal.SIGKILL)
    started[0].wait()
    assert result.code == 0
    assert "MLflow catches up with tiny in the background" in result.err
    assert json.loads(cli("list", "--json").out)["studies"][0]["trials_done"] == 16
