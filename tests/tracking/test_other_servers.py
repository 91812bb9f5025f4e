"""Tracking servers other than the workspace's database: a real one, and what may stand between us and it."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.paths import Workspace
from nnsearch.tracking import following
from nnsearch.tracking.database import open_client
from nnsearch.tracking.following import follow
from nnsearch.tracking.projection import sync_study
from nnsearch.tracking.ui import Server
from tests.tracking.unsteady_server import KINDS, UnsteadyServer

Read = Callable[..., dict[str, Any]]
Fresh = Callable[[Workspace], Workspace]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Server]:
    """A real server with a database of its own."""
    workspace = Workspace(tmp_path_factory.mktemp("server"))
    workspace.mlruns.mkdir()
    (workspace.mlruns / "mlflow.db").write_bytes(empty_database.read_bytes())
    with socket.create_server(("127.0.0.1", 0)) as probe:  # not MLflow's usual port, which others may take meanwhile
        port = probe.getsockname()[1]
    with Server(workspace, port) as server:
        assert server.wait_until_ready(threading.Event())
        yield server


@pytest.fixture
def uri(server: Server) -> Iterator[str]:
    yield f"http://127.0.0.1:{server.port}"
    client = open_client(server.workspace)
    experiment = client.get_experiment_by_name("moons")
    for run in client.search_runs([experiment.experiment_id]) if experiment else []:
        client.delete_run(run.info.run_id)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "HEAD_START", 0.0)
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_TIMEOUT", "1")


def test_another_server_holds_what_the_own_database_would(
    workspace: Workspace, server: Server, uri: str, read: Read
) -> None:
    report = sync_study(workspace, "tiny", tracking_uri=uri)
    assert report.runs_created == 9
    sync_study(workspace, "tiny")
    assert read(server.workspace) == read(workspace)
    assert sync_study(workspace, "tiny", tracking_uri=uri).up_to_date
    client = open_client(workspace, uri)
    experiment = client.get_experiment_by_name("moons")
    (study,) = client.search_runs([experiment.experiment_id], "tags.`nnsearch.kind` = 'study'")
    assert [entry.path for entry in client.list_artifacts(study.info.run_id)] == ["study.toml", "versions.txt"]


def test_a_server_whose_database_was_replaced_serves_the_new_one(
    workspace: Workspace, server: Server, uri: str, read: Read
) -> None:
    sync_study(workspace, "tiny", tracking_uri=uri)
    shutil.rmtree(server.workspace.mlruns)
    open_client(server.workspace)
    assert sync_study(workspace, "tiny", tracking_uri=uri).runs_created == 9
    assert len(read(server.workspace)) == 9


def test_whatever_a_network_does_nothing_is_lost_or_doubled(
    workspace: Workspace, server: Server, uri: str, read: Read
) -> None:
    told: list[str] = []
    with UnsteadyServer(server.port, share=0.3) as unsteady:
        follow(workspace, "tiny", tracking_uri=unsteady.uri, log=told.append, pause=0.0)
    assert set(unsteady.failures) == {*KINDS, "none"}
    assert told[0].endswith("trying again")
    assert told[-1] == "caught up: 9 runs of tiny"
    sync_study(workspace, "tiny")
    assert read(server.workspace) == read(workspace)


@pytest.mark.parametrize("kind", ["unavailable", "lost request", "nonsense", "silent"])
def test_a_server_that_never_answers_sensibly_is_refused_in_one_line(workspace: Workspace, kind: str) -> None:
    with (
        UnsteadyServer(0, share=1.0, kinds=(kind,), delay=1.5) as unsteady,
        pytest.raises(EnvironmentRefusedError, match=f"^MLflow at {unsteady.uri} failed: [^\n]*$"),
    ):
        sync_study(workspace, "tiny", tracking_uri=unsteady.uri)


def test_a_server_that_is_not_there_is_refused_in_one_line_without_its_password(workspace: Workspace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    with pytest.raises(EnvironmentRefusedError, match=r"^MLflow at http://me:\*\*\*@127.0.0.1[^\n]*$") as refused:
        sync_study(workspace, "tiny", tracking_uri=f"http://me:secret@127.0.0.1:{port}")
    assert "secret" not in str(refused.value)
