import json
import os
import signal

import pytest

from nnsearch.cli.stop import wait_until_free
from nnsearch.core.paths import Workspace
from nnsearch.search.launches import lock_launch
from nnsearch.search.lock import UNKNOWN_OWNER, Owner, StudyLock, read_owner


@pytest.fixture
def answer(monkeypatch):
    """Takes what is to be done instead of sending a signal; whether a process lives is still asked of the system."""
    kill = os.kill

    def with_action(action):
        monkeypatch.setattr(os, "kill", lambda pid, number: action(pid, number) if number else kill(pid, number))

    return with_action


@pytest.fixture
def sent(answer):
    """The signals that are sent."""
    found = []
    answer(lambda *signal_sent: found.append(signal_sent))
    return found


def test_stopping_what_does_not_run_is_refused_politely(tiny):
    result = tiny("stop", "tiny")
    assert result.code == 2
    assert result.errors == ["error: study 'tiny' is not running: there is nothing to stop"]


def test_a_study_of_another_machine_is_left_alone(tiny, workspace):
    elsewhere = Owner("elsewhere", 1, "2026-01-01T00:00:00+00:00")
    with StudyLock(workspace / "studies/tiny/lock", elsewhere):
        result = tiny("stop", "tiny")
    assert result.code == 3
    assert "is run by pid 1 on elsewhere since 2026-01-01T00:00:00+00:00: stop it there" in result.err


def test_the_owner_gets_a_signal(tiny, workspace, sent):
    with StudyLock(workspace / "studies/tiny/lock"):
        result = tiny("stop", "tiny", "--no-wait")
    assert sent == [(os.getpid(), signal.SIGTERM)]
    assert result.out.startswith("tiny is stopping after 16 of 16 trials; go on with: nnsearch resume tiny")


def test_an_owner_that_has_just_ended_has_stopped(tiny, workspace, answer):
    lock = StudyLock(workspace / "studies/tiny/lock")
    lock.acquire()

    def gone(*_):
        lock.release()
        raise ProcessLookupError

    answer(gone)
    assert tiny("stop", "tiny").out == "tiny has stopped (complete) after 16 of 16 trials\n"


def test_waiting_ends_when_the_locks_are_free(tiny, workspace):
    paths = Workspace(workspace).study("tiny")
    with StudyLock(paths.lock):
        owner = read_owner(paths.lock)
    wait_until_free(paths, owner)


def test_waiting_goes_on_while_the_owner_is_unknown(tiny, workspace, monkeypatch):
    owner, pauses = Owner.here(), []
    seen = iter([owner, UNKNOWN_OWNER, owner, None])
    monkeypatch.setattr("nnsearch.search.launches.read_launch", lambda _: next(seen))
    monkeypatch.setattr("nnsearch.cli.stop.time.sleep", pauses.append)
    wait_until_free(Workspace(workspace).study("tiny"), owner)
    assert len(pauses) == 3


@pytest.mark.usefixtures("sent")
def test_what_follows_is_read_from_the_file_as_it_is_now(tiny, workspace, tiny_text):
    file = workspace / "studies" / "tiny.toml"
    file.write_text(tiny_text + "rounds = 2\n")
    paths = Workspace(workspace).study("tiny")
    with lock_launch(paths):
        assert "go on with: nnsearch resume tiny" in tiny("stop", "tiny", "--no-wait").out
        file.write_text("no study any more")
        assert "go on with" not in tiny("stop", "tiny", "--no-wait").out


@pytest.mark.usefixtures("sent")
def test_json_names_the_owner(tiny, workspace):
    with StudyLock(workspace / "studies/tiny/lock"):
        facts = json.loads(tiny("stop", "tiny", "--no-wait", "--json").out)
    assert str(os.getpid()) in facts["owner"]


@pytest.fixture
def second_round(cli, workspace, tiny_text, sent):
    """A study whose second round is being run, with another study to follow; what signals are sent."""
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + "rounds = 2\n")
    assert cli("run", "tiny", "--no-track", "--jobs", 1).code == 0
    launch = lock_launch(Workspace(workspace).study("tiny"), ("other",), ("--jobs", "1", "--no-track"))
    with launch, StudyLock(workspace / "studies/tiny-zoom/lock"):
        yield sent


@pytest.mark.parametrize("name", ["tiny", "tiny-zoom"])
def test_the_round_that_runs_is_stopped_by_the_name_of_the_first_or_its_own(second_round, cli, name):
    result = cli("stop", name, "--no-wait")
    assert result.code == 0
    assert second_round == [(os.getpid(), signal.SIGTERM)]
    assert result.out.splitlines() == [
        "tiny-zoom is stopping after 16 of 16 trials; go on with: nnsearch resume tiny-zoom --jobs 1 --no-track",
        "not run: other; run with: nnsearch run other --jobs 1 --no-track",
    ]


def test_json_says_what_is_not_run(second_round, cli):
    facts = json.loads(cli("stop", "tiny", "--no-wait", "--json").out)
    assert (facts["name"], facts["not_run"]) == ("tiny-zoom", ["other"])


def test_between_two_rounds_the_launch_is_stopped(tiny, workspace, sent):
    with lock_launch(Workspace(workspace).study("tiny")):
        assert tiny("stop", "tiny", "--no-wait").code == 0
    assert sent == [(os.getpid(), signal.SIGTERM)]
