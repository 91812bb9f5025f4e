"""Studies that have run, and databases to write them to: each made once, then copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import Snapshot, StopRequest
from nnsearch.search.study_file import load_study
from nnsearch.tracking.database import create_database, open_client, prepare_environment
from tests.tracking.reading import read_runs

STUDY = """
[data]
source = "moons"
samples = 120
[network]
hidden = [{ low = 4, high = 8, scale = "log" }]
[training]
epochs = 3
learning_rate = { low = 1e-3, high = 1e-1, scale = "log" }
[search]
trials = 8
cohort = 8
"""


def run_study(workspace: Workspace, stop_after: int | None = None, trials: int | None = None) -> StudyPaths:
    """Run the study, or go on with it; stop at a snapshot with so many steps observed."""
    paths = workspace.study("tiny")
    paths.file.parent.mkdir(parents=True, exist_ok=True)
    paths.file.write_text(STUDY)
    stop = StopRequest()
    seen: list[Snapshot] = []

    def observe(snapshot: Snapshot) -> None:
        seen.append(snapshot)
        if stop_after is not None and len(seen) >= stop_after:
            stop()

    launch(paths, load_study(paths.file), Launch(trials=trials, jobs=1), observer=observe, stop=stop)
    return paths


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "mlflow.db"
    prepare_environment()
    create_database(path)
    return path


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace(tmp_path_factory.mktemp("finished"))
    run_study(workspace)
    return workspace


@pytest.fixture(scope="session")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace(tmp_path_factory.mktemp("interrupted"))
    run_study(workspace, stop_after=2)
    return workspace


@pytest.fixture
def fresh(tmp_path: Path, empty_database: Path) -> Callable[..., Workspace]:
    """Copies a workspace, with an empty database."""
    count = 0

    def copy(source: Workspace) -> Workspace:
        nonlocal count
        count += 1
        target = Workspace(tmp_path / f"workspace-{count}")
        shutil.copytree(source.studies, target.studies)
        target.mlruns.mkdir()
        shutil.copy(empty_database, target.mlruns / "mlflow.db")
        return target

    return copy


@pytest.fixture
def workspace(fresh: Callable[..., Workspace], finished: Workspace) -> Workspace:
    return fresh(finished)


def read_back(workspace: Workspace) -> dict[str, Any]:
    """Everything a workspace's database says of the data set's runs."""
    return read_runs(open_client(workspace))


@pytest.fixture
def read() -> Callable[[Workspace], dict[str, Any]]:
    return read_back


@pytest.fixture
def go_on() -> Callable[..., StudyPaths]:
    return run_study
