import json
import os
import signal

from nnsearch.cli.stop import wait_until_free
from nnsearch.search.lock import Owner, StudyLock, read_owner


def test_stopping_what_does_not_run_is_refused_politely(tiny):
    result = tiny("stop", "tiny")
    assert result.code == 2
    assert result.errors == ["error: study 'tiny' is not running: there is nothing to stop"]


def test_a_study_of_another_machine_is_left_alone(tiny, workspace):
    elsewhere = Owner("elsewhere", 1, "2026-01-01T00:00:00+00:00", "nnsearch run")
    with StudyLock(workspace / "studies/tiny/lock", elsewhere):
        result = tiny("stop", "tiny")
    assert result.code == 3
    assert "is run by pid 1 on elsewhere since 2026-01-01T00:00:00+00:00: stop it there" in result.err


def test_the_owner_gets_a_signal(tiny, workspace, monkeypatch):
    sent = []
    monkeypatch.setattr("nnsearch.cli.stop.os.kill", lambda *signal_sent: sent.append(signal_sent))
    with StudyLock(workspace / "studies/tiny/lock"):
        result = tiny("stop", "tiny", "--no-wait")
    assert sent == [(os.getpid(), signal.SIGTERM)]
    assert result.out.startswith("tiny is stopping after 16 of 16 trials; go on with: nnsearch resume tiny")


def test_an_owner_that_has_just_ended_has_stopped(tiny, workspace, monkeypatch):
    lock = StudyLock(workspace / "studies/tiny/lock")
    lock.acquire()

    def gone(*_):
        lock.release()
        raise ProcessLookupError

    monkeypatch.setattr("nnsearch.cli.stop.os.kill", gone)
    assert "tiny has stopped (complete)" in tiny("stop", "tiny").out


def test_waiting_ends_when_the_lock_is_free(tmp_path):
    lock = StudyLock(tmp_path / "lock")
    lock.acquire()
    owner = read_owner(tmp_path / "lock")
    lock.release()
    wait_until_free(tmp_path / "lock", owner)


def test_json_names_the_owner(tiny, workspace, monkeypatch):
    monkeypatch.setattr("nnsearch.cli.stop.os.kill", lambda *_: None)
    with StudyLock(workspace / "studies/tiny/lock"):
        facts = json.loads(tiny("stop", "tiny", "--no-wait", "--json").out)
    assert str(os.getpid()) in facts["owner"]
