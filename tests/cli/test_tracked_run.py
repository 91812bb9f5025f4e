import sqlite3
from contextlib import closing

import pytest

from nnsearch.cli.launching import Launching
from nnsearch.tracking import follower


class Stub:
    alive = False

    def __init__(self, problem=None):
        self.problem = problem

    def wait(self, timeout=None):
        return True


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
    assert result.out.endswith("MLflow: 17 runs of tiny in mlruns/mlflow.db\n")


def test_mlflow_that_did_not_catch_up_is_a_warning_and_not_an_error(cli, started):
    cli("run", "tiny")
    result = cli("run", "tiny")
    assert result.code == 0
    assert result.err == ("warning: MLflow did not catch up: the database is locked; later: nnsearch sync tiny\n")


def test_without_tracking_nothing_follows(cli, started):
    assert "MLflow" not in cli("run", "tiny", "--no-track").out
    assert started == []


def test_ctrl_c_while_mlflow_catches_up_leaves_it_to_the_background(cli, started, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Launching, "_wait", interrupted)
    result = cli("run", "tiny")
    assert result.code == 0
    assert "MLflow catches up in the background" in result.err


def test_a_real_run_is_in_mlflow_when_the_command_ends(spawn, workspace):
    result = spawn("run", "tiny")
    assert (result.code, result.err) == (0, "")
    with closing(sqlite3.connect(workspace / "mlruns" / "mlflow.db")) as database:
        assert database.execute("select count(*) from runs where status = 'FINISHED'").fetchone() == (17,)
