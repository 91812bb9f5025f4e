"""What MLflow holds after a sync, read back through MLflow's own client."""

from __future__ import annotations

import json
import platform
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from importlib import metadata
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.errors import EnvironmentRefusedError, StudyNameError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import StudyLock
from nnsearch.search.meta import read_meta
from nnsearch.search.records import JournalReader, read_curves
from nnsearch.tracking.artifacts import log_report
from nnsearch.tracking.database import database_path, database_uri, open_client
from nnsearch.tracking.locks import exclusive
from nnsearch.tracking.models import register_champion
from nnsearch.tracking.projection import Projection, follower_lock, sync_lock, sync_study

Read = Callable[[Workspace], dict[str, Any]]
Fresh = Callable[[Workspace], Workspace]
WRITES = (
    "create_experiment",
    "create_run",
    "log_batch",
    "log_inputs",
    "set_tag",
    "update_run",
    "set_terminated",
    "delete_run",
)


KEPT = ("study.toml", "versions.txt", "report.html", "network.npz", "python_env.yaml", "input_example.json")


class Crash(BaseException):
    """The process is gone."""


class DyingClient:
    """A client that dies at its first write: before it, after it, or in the middle of a batch."""

    def __init__(self, client: Any, when: str) -> None:
        self._client, self._when = client, when

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._client, name)
        if name not in WRITES:
            return method

        def write(*args: Any, **kwargs: Any) -> None:
            if self._when == "within" and name == "log_batch":
                method(*args, **{**kwargs, "tags": ()})  # MLflow writes tags last, in a transaction of their own
                self._when = "after"
                raise Crash
            method(*args, **kwargs)
            raise Crash

        return write


def runs_of(workspace: Workspace, state: str = "ACTIVE_ONLY") -> list[Any]:
    from mlflow.entities import ViewType

    client = open_client(workspace)
    experiment = client.get_experiment_by_name("moons")
    return list(client.search_runs([experiment.experiment_id], run_view_type=getattr(ViewType, state)))


def children(workspace: Workspace) -> list[Any]:
    return [run for run in runs_of(workspace) if run.data.tags["nnsearch.kind"] == "trial"]


def the_study(workspace: Workspace) -> Any:
    (found,) = [run for run in runs_of(workspace) if run.data.tags["nnsearch.kind"] == "study"]
    return found


def test_a_study_becomes_one_run_with_one_child_per_trial(workspace: Workspace) -> None:
    report = sync_study(workspace, "tiny")
    parent = the_study(workspace)
    assert {run.data.tags["mlflow.parentRunId"] for run in children(workspace)} == {parent.info.run_id}
    assert sorted(int(run.data.tags["nnsearch.trial"]) for run in children(workspace)) == list(range(8))
    assert (report.runs, report.runs_created) == (9, 9)


def test_no_run_is_left_running_after_a_finished_study(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    assert Counter(run.info.status for run in runs_of(workspace)) == {"FINISHED": 9}


def test_states_and_parameters_are_the_ledgers(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    journal = JournalReader(workspace.study("tiny").journal)
    journal.poll()
    for run in children(workspace):
        trial = journal.trials[int(run.data.tags["nnsearch.trial"])]
        assert run.data.tags["nnsearch.state"] == trial.user_attrs["outcome"]
        assert run.data.params == {name: str(value) for name, value in trial.user_attrs["values"].items()}
        assert run.data.metrics["objective"] == trial.value


def test_every_committed_epoch_of_every_curve_is_there_at_its_time(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    client = open_client(workspace)
    segments = read_curves(workspace.study("tiny").curves)
    for run in children(workspace):
        own = [part for part in segments if part.trial == int(run.data.tags["nnsearch.trial"])]
        history = sorted(client.get_metric_history(run.info.run_id, "dev/error"), key=lambda metric: metric.step)
        assert [(m.step, m.value) for m in history] == [
            pair for part in own for pair in zip(part.epochs, part.dev_error, strict=True)
        ]
        times = [metric.timestamp for metric in history]
        assert run.info.start_time <= times[0]
        assert times == sorted(times)
        assert times[-1] == run.info.end_time == round(own[-1].end * 1000)


def test_the_studys_run_has_the_best_objective_by_trial(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    journal = JournalReader(workspace.study("tiny").journal)
    journal.poll()
    best, expected = float("inf"), {}
    for trial in journal.trials:
        if trial.state == "COMPLETE" and trial.value is not None:
            best = min(best, trial.value)
        if best < float("inf"):
            expected[trial.number] = best
    parent = the_study(workspace)
    history = open_client(workspace).get_metric_history(parent.info.run_id, "best/objective")
    assert {metric.step: metric.value for metric in history} == expected
    assert parent.data.metrics["best/trial"] == journal.progress["ranking"][0][1]


def test_the_studys_run_says_what_it_is(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    parent = the_study(workspace)
    assert parent.info.run_name == "tiny"
    assert "8 of 8 trials" in parent.data.tags["mlflow.note.content"]
    assert parent.data.params["space/learning_rate"] == "0.001 .. 0.1 log"
    assert parent.data.params["sampler"] == "tpe"


def test_the_experiment_is_named_after_the_data_and_holds_no_absolute_path(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    experiment = open_client(workspace).get_experiment_by_name("moons")
    assert experiment.artifact_location == "mlflow-artifacts:/moons"
    assert experiment.tags["mlflow.experimentKind"] == "custom_model_development"


def test_a_second_sync_writes_nothing(workspace: Workspace, read: Read) -> None:
    sync_study(workspace, "tiny")
    before = read(workspace)
    report = sync_study(workspace, "tiny")
    assert report.up_to_date
    assert report.metrics_written == 0
    assert read(workspace) == before


@pytest.mark.parametrize("when", ["after", "within"])
def test_a_sync_killed_at_every_single_write_ends_as_an_undisturbed_one(
    when: str, workspace: Workspace, fresh: Fresh, finished: Workspace, read: Read
) -> None:
    deaths = 0
    while True:
        try:
            # The client of a new process; "within" dies in a batch, and after it when the batch is tried again.
            client: Any = DyingClient(open_client(workspace), when if deaths % 2 else "after")
            sync_study(workspace, "tiny", client)
        except Crash:
            deaths += 1
        else:
            break
    undisturbed = fresh(finished)
    sync_study(undisturbed, "tiny")
    assert deaths >= 9 * 3
    assert read(workspace) == read(undisturbed)


def test_a_rebuild_gives_the_same_runs_under_new_ids(workspace: Workspace, read: Read) -> None:
    sync_study(workspace, "tiny")
    before, ids = read(workspace), {run.info.run_id for run in runs_of(workspace)}
    report = sync_study(workspace, "tiny", rebuild=True)
    assert report.runs_created == 9
    assert read(workspace) == before
    assert ids.isdisjoint(run.info.run_id for run in runs_of(workspace))


@pytest.mark.parametrize("replaced", [False, True])
def test_a_projection_begins_again_where_the_database_was_deleted_or_replaced(
    workspace: Workspace, read: Read, empty_database: Path, replaced: bool
) -> None:
    projection = Projection.open(workspace, "tiny")
    projection.sync()
    before = read(workspace)
    shutil.rmtree(workspace.mlruns)
    if replaced:
        workspace.mlruns.mkdir()
        shutil.copy(empty_database, database_path(workspace))
    assert projection.sync().runs_created == 9
    assert projection.sync().up_to_date
    assert read(workspace) == before
    with closing(sqlite3.connect(database_path(workspace))) as file:
        assert file.execute("select count(*) from runs").fetchone() == (9,)


def test_a_database_that_is_deleted_in_the_middle_of_a_sync_is_made_again_by_the_next(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    client = open_client(workspace)
    projection = Projection(workspace.study("tiny"), client, database_uri(workspace))
    with monkeypatch.context() as patch:
        log_batch, calls = client.log_batch, count()

        def delete_first(*args: Any, **more: Any) -> None:
            if next(calls) == 3:
                shutil.rmtree(workspace.mlruns)
                workspace.mlruns.mkdir()
            log_batch(*args, **more)

        patch.setattr(client, "log_batch", delete_first)
        with pytest.raises(EnvironmentRefusedError, match=r"mlflow.db failed: mlflow.db was deleted$"):
            projection.sync()
    assert projection.sync().runs_created == 9
    assert len(runs_of(workspace)) == 9
    assert "Traceback" not in "".join(capfd.readouterr())


def test_an_empty_file_in_the_place_of_the_database_becomes_one(workspace: Workspace) -> None:
    projection = Projection.open(workspace, "tiny")
    projection.sync()
    database_path(workspace).unlink()
    database_path(workspace).touch()
    assert projection.sync().runs_created == 9


def test_a_study_that_was_deleted_does_not_come_back_as_a_folder(workspace: Workspace) -> None:
    projection = Projection.open(workspace, "tiny")
    projection.sync()
    shutil.rmtree(workspace.study("tiny").folder)
    with pytest.raises(StudyNameError, match="no study 'tiny' has been started"):
        projection.sync()
    assert not workspace.study("tiny").folder.exists()


def test_every_destination_has_locks_of_its_own_that_tell_no_secret(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    paths = workspace.study("tiny")
    uris = [None, "http://me:secret@host:5000", "http://host:5001", "postgresql://host:5000"]
    locks = [lock(paths, uri) for uri in uris for lock in (sync_lock, follower_lock)]
    assert len(set(locks)) == len(locks)
    assert {lock.parent for lock in locks} == {paths.folder}
    assert sync_lock(paths, "http://you:other@HOST:5000/") == sync_lock(paths, uris[1])
    assert sync_lock(paths, database_uri(workspace)) == sync_lock(paths)


def test_somebody_who_writes_elsewhere_is_not_waited_for(workspace: Workspace, tmp_path: Path) -> None:
    with exclusive(sync_lock(workspace.study("tiny"), "http://host:5000")):
        assert sync_study(workspace, "tiny").runs_created == 9


def test_what_a_user_deleted_by_hand_comes_back(workspace: Workspace, read: Read) -> None:
    sync_study(workspace, "tiny")
    before = read(workspace)
    client = open_client(workspace)
    client.delete_run(the_study(workspace).info.run_id)
    client.delete_run(children(workspace)[0].info.run_id)
    assert sync_study(workspace, "tiny").runs_created == 2
    assert read(workspace) == before


def test_a_run_that_was_created_twice_is_kept_once(workspace: Workspace, read: Read) -> None:
    sync_study(workspace, "tiny")
    before = read(workspace)
    twin = children(workspace)[0]
    tags = {name: value for name, value in twin.data.tags.items() if name != "nnsearch.logged"}
    open_client(workspace).create_run(twin.info.experiment_id, tags=tags)
    sync_study(workspace, "tiny")
    assert read(workspace) == before


def test_a_deleted_experiment_is_taken_back(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    client = open_client(workspace)
    client.delete_experiment(client.get_experiment_by_name("moons").experiment_id)
    sync_study(workspace, "tiny")
    assert client.get_experiment_by_name("moons").lifecycle_stage == "active"
    assert len(runs_of(workspace)) == 9


def test_an_interrupted_study_is_killed_and_so_are_its_trials(fresh: Fresh, interrupted: Workspace) -> None:
    workspace = fresh(interrupted)
    sync_study(workspace, "tiny")
    assert the_study(workspace).info.status == "KILLED"
    unfinished = [run for run in children(workspace) if run.data.tags["nnsearch.state"] == "interrupted"]
    assert unfinished
    assert {run.info.status for run in unfinished} == {"KILLED"}


def test_while_somebody_holds_the_lock_unfinished_runs_are_running(fresh: Fresh, interrupted: Workspace) -> None:
    workspace = fresh(interrupted)
    with StudyLock(workspace.study("tiny").lock):
        report = sync_study(workspace, "tiny")
    assert report.live
    assert {run.info.status for run in runs_of(workspace)} == {"RUNNING"}
    assert the_study(workspace).data.tags["nnsearch.state"] == "running"


def test_after_a_resume_the_same_runs_go_on_and_equal_a_rebuild(
    fresh: Fresh, interrupted: Workspace, go_on: Callable[[Workspace], StudyPaths], read: Read
) -> None:
    workspace = fresh(interrupted)
    sync_study(workspace, "tiny")
    ids = {run.info.run_id for run in runs_of(workspace)}
    with StudyLock(workspace.study("tiny").lock):
        sync_study(workspace, "tiny")
    go_on(workspace)
    sync_study(workspace, "tiny")
    again = fresh(workspace)
    sync_study(again, "tiny")
    assert ids <= {run.info.run_id for run in runs_of(workspace)}
    assert {run.info.status for run in runs_of(workspace)} == {"FINISHED"}
    assert read(workspace) == read(again)


def test_a_longer_study_adds_runs_to_those_there_are(
    workspace: Workspace, go_on: Callable[..., StudyPaths], read: Read, fresh: Fresh
) -> None:
    projection = Projection.open(workspace, "tiny")
    projection.sync()
    go_on(workspace, trials=16)
    report = projection.sync()
    again = fresh(workspace)
    sync_study(again, "tiny")
    assert (report.runs_created, report.runs_updated) == (8, 1)
    assert read(workspace) == read(again)


def test_a_projection_notices_that_somebody_else_has_rebuilt(workspace: Workspace, read: Read) -> None:
    projection = Projection.open(workspace, "tiny")
    projection.sync()
    before = read(workspace)
    sync_study(workspace, "tiny", rebuild=True)
    assert projection.sync().up_to_date
    assert read(workspace) == before


def test_a_projection_goes_on_after_a_call_that_failed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from mlflow.exceptions import MlflowException

    client = open_client(workspace)
    projection = Projection(workspace.study("tiny"), client, "sqlite")
    with monkeypatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise MlflowException("database is locked\nand a long story")

        patch.setattr(client, "log_batch", refuse)
        with pytest.raises(EnvironmentRefusedError, match=r"^MLflow at sqlite failed: database is locked$"):
            projection.sync()
    projection.sync()
    assert len(runs_of(workspace)) == 9


def test_a_failure_right_after_a_foreign_sync_doubles_nothing(
    workspace: Workspace, go_on: Callable[..., StudyPaths], monkeypatch: pytest.MonkeyPatch
) -> None:
    from mlflow.exceptions import MlflowException

    client = open_client(workspace)
    projection = Projection(workspace.study("tiny"), client)
    projection.sync()
    go_on(workspace, trials=16)
    sync_study(workspace, "tiny")
    with monkeypatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise MlflowException("database is locked")

        patch.setattr(client, "get_experiment_by_name", refuse)
        with pytest.raises(EnvironmentRefusedError, match="locked"):
            projection.sync()
    assert projection.sync().up_to_date
    assert len(runs_of(workspace)) == 17


def test_two_studies_on_the_same_data_share_an_experiment(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    other = workspace.study("other")
    shutil.copytree(workspace.study("tiny").folder, other.folder)
    other.meta.write_text(other.meta.read_text().replace('"name": "tiny"', '"name": "other"'))
    sync_study(workspace, "other")
    assert Counter(run.data.tags["nnsearch.study"] for run in runs_of(workspace)) == {"tiny": 9, "other": 9}


def test_an_unknown_study_is_refused_with_the_nearest_name(workspace: Workspace) -> None:
    with pytest.raises(StudyNameError, match="did you mean 'tiny'"):
        sync_study(workspace, "tinny")


def test_the_data_set_is_an_input_of_the_studys_run(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    meta = read_meta(workspace.study("tiny"))
    (entry,) = the_study(workspace).inputs.dataset_inputs
    profile = json.loads(entry.dataset.profile)
    assert (entry.dataset.name, entry.dataset.digest) == ("moons", meta["data"]["fingerprint"])
    assert (profile["num_rows"], profile["num_columns"], profile["num_classes"]) == (120, 2, 2)
    assert [(tag.key, tag.value) for tag in entry.tags] == [("mlflow.data.context", "training")]


def test_the_study_file_and_the_versions_are_artifacts_of_the_studys_run(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    folder = workspace.mlruns / "artifacts/moons" / the_study(workspace).info.run_id / "artifacts"
    assert (folder / "study.toml").read_text() == workspace.study("tiny").file.read_text()
    versions = (folder / "versions.txt").read_text().splitlines()
    assert f"numpy=={metadata.version('numpy')}" in versions
    assert versions[0].startswith("# Python 3.")


def test_the_machine_is_told_in_tags(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    tags = the_study(workspace).data.tags
    assert tags["nnsearch.python"] == platform.python_version()
    assert tags["nnsearch.host"] == platform.node()
    assert {"nnsearch.blas", "nnsearch.processor", "nnsearch.cores", "nnsearch.numpy"} <= set(tags)


def test_a_deleted_mlruns_comes_back_whole_with_a_rebuild(workspace: Workspace, read: Read) -> None:
    def everything() -> tuple[Any, ...]:
        folder = workspace.mlruns / "artifacts/moons" / the_study(workspace).info.run_id / "artifacts"
        files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.name in KEPT}
        version = open_client(workspace).get_model_version_by_alias("tiny", "champion")
        return read(workspace), files, version.tags, version.version

    def write(*, rebuild: bool = False) -> None:
        sync_study(workspace, "tiny", rebuild=rebuild)
        log_report(workspace, "tiny", lambda study: f"report of {study.name}")
        register_champion(workspace, "tiny")

    write()
    before = everything()
    shutil.rmtree(workspace.mlruns)
    write(rebuild=True)
    assert everything() == before
    assert len(before[1]) == len(KEPT)
