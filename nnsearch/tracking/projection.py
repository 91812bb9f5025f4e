"""The projection of a ledger into MLflow: one run per study, one below it per trial, written from the ledger alone."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.records import TrialRecord
from nnsearch.tracking.addresses import destination_key
from nnsearch.tracking.attachments import log_data, log_files
from nnsearch.tracking.database import (
    ARTIFACTS,
    ARTIFACTS_ROOT,
    database_path,
    database_uri,
    file_identity,
    one_line_errors,
    open_client,
)
from nnsearch.tracking.locks import HeldLock, exclusive
from nnsearch.tracking.runs import KnownRun, Written, create_run, update_run
from nnsearch.tracking.standing import KIND, STUDY, STUDY_ID, TRIAL, Standing, study_target, trial_target

if TYPE_CHECKING:
    from mlflow import MlflowClient

PAGE = 1000
"""Runs per search, MLflow's choice for one page of its own."""
EXPERIMENT_TAGS = {"mlflow.experimentKind": "custom_model_development"}
"""Opens the page of training runs rather than the one for language models."""


@dataclass(frozen=True)
class SyncReport:
    """What a sync found and did.

    Args:
        study: its name.
        runs: runs MLflow now has of it, the study's own among them.
        runs_created: of these, written for the first time.
        runs_updated: of these, those that were there and changed.
        metrics_written: values of metrics.
        live: whether somebody was running the study.
        seconds: how long it took.
    """

    study: str
    runs: int
    runs_created: int
    runs_updated: int
    metrics_written: int
    live: bool
    seconds: float

    @property
    def runs_written(self) -> int:
        """Runs that were created or changed."""
        return self.runs_created + self.runs_updated

    @property
    def up_to_date(self) -> bool:
        """Whether there was nothing to write."""
        return not self.runs_written


def sync_lock(paths: StudyPaths, tracking_uri: str | None = None) -> Path:
    """Return the file that whoever writes a study's runs to a tracking server holds a lock on.

    Args:
        paths: the study's places.
        tracking_uri: another tracking server's address; by default the workspace's database is meant.
    """
    return _lock(paths, "sync", tracking_uri)


def follower_lock(paths: StudyPaths, tracking_uri: str | None = None) -> Path:
    """Return the file that a study's follower holds a lock on; see :func:`sync_lock`."""
    return _lock(paths, "follower", tracking_uri)


def _lock(paths: StudyPaths, what: str, tracking_uri: str | None) -> Path:
    if tracking_uri in (None, f"sqlite:///{database_path(Workspace(paths.folder.parents[1]))}"):
        return paths.folder / f"{what}.lock"
    return paths.folder / f"{what}-{destination_key(str(tracking_uri))}.lock"


class Projection:
    """One study's runs in MLflow, kept up to date.

    Args:
        paths: the study's places; it must have been started.
        client: of the tracking server.
        server: how it is called in messages.
        own: whether the server is the workspace's database, where artifacts have their place already.

    Raises:
        LedgerError: if the ledger cannot be read.
    """

    def __init__(
        self, paths: StudyPaths, client: MlflowClient, server: str = "its server", *, own: bool = True
    ) -> None:
        self._client, self._server, self._own = client, server, own
        self._workspace = Workspace(paths.folder.parents[1])
        self._artifacts = self._workspace.mlruns / ARTIFACTS if own else None
        self._database = file_identity(database_path(self._workspace)) if own else None
        self._standing = Standing(paths)
        self._paths = paths
        self._token = uuid.uuid4().hex
        self._experiment = ""
        self._study: KnownRun | None = None
        self._trials: dict[int, KnownRun] = {}
        self._settled: set[int] = set()
        self._trusted = False
        self._written = Written()

    @property
    def wrote(self) -> bool:
        """Whether the last sync has written something, even if it failed then."""
        return self._written != Written()

    @classmethod
    def open(cls, workspace: Workspace, name: str, tracking_uri: str | None = None) -> Projection:
        """Connect to a workspace's database, made if needed, or to another tracking server.

        Args:
            workspace: where the study is.
            name: of the study, or the path of its file.
            tracking_uri: another tracking server's address.

        Returns:
            The projection; nothing has been written yet.

        Raises:
            StudyNameError: if no study of that name has been started.
            LedgerError: if its ledger cannot be read.
            EnvironmentRefusedError: if MLflow or the disk refuses.
        """
        paths = workspace.existing_study(name)
        server = tracking_uri or database_uri(workspace)
        return cls(paths, open_client(workspace, tracking_uri), server, own=tracking_uri is None)

    def sync(self, *, rebuild: bool = False) -> SyncReport:
        """Write what the ledger has and MLflow has not.

        Args:
            rebuild: delete the study's runs first (MLflow keeps them among the deleted ones).

        Returns:
            What was done.

        Raises:
            StudyNameError: if the study has been deleted.
            LedgerError: if the ledger is damaged.
            EnvironmentRefusedError: if MLflow fails; what was written stays, and another sync goes on from there.
        """
        began = time.monotonic()
        written = self._written = Written()
        self._workspace.existing_study(self._paths.name)
        place = sync_lock(self._paths, None if self._own else self._server)
        with exclusive(place) as lock, one_line_errors(self._server):
            self._reopen_if_replaced()
            looked = self._refresh(lock, rebuild)
            self._trusted = False  # until the end is reached: a call that failed may have been carried out
            if self._standing.poll() or looked:
                self._write(written)
            self._trusted = True
        return SyncReport(
            study=self._paths.name,
            runs=len(self._trials) + 1,
            runs_created=written.created,
            runs_updated=written.updated,
            metrics_written=written.metrics,
            live=self._standing.live,
            seconds=time.monotonic() - began,
        )

    def _reopen_if_replaced(self) -> None:
        """Begin again where the workspace's database was deleted or another one has taken its place."""
        path = database_path(self._workspace)
        if self._own and file_identity(path) != self._database:
            self._trusted = False
            self._client = open_client(self._workspace)
            self._database = file_identity(path)

    def _refresh(self, lock: HeldLock, rebuild: bool) -> bool:
        """Look again at what MLflow has, if somebody else may have written, or an earlier sync has failed."""
        if self._trusted and lock.read() == self._token and not rebuild:
            return False
        self._trusted = False  # the word that is left says only who looks: the next sync looks again if this one fails
        lock.write(self._token)
        self._standing = Standing(self._paths)
        self._settled.clear()
        self._experiment = _experiment(self._client, str(self._standing.meta["data"]["name"]), own=self._own)
        self._study, self._trials = self._find(rebuild)
        return True

    def _find(self, rebuild: bool) -> tuple[KnownRun | None, dict[int, KnownRun]]:
        studies: list[KnownRun] = []
        trials: dict[int, list[KnownRun]] = {}
        for run in self._search():
            if rebuild:
                self._client.delete_run(run.run_id)
            elif run.tags.get(KIND) == "study":
                studies.append(run)
            elif run.tags.get(TRIAL, "").isdecimal():
                trials.setdefault(int(run.tags[TRIAL]), []).append(run)
        study = self._only(studies) if studies else None
        return study, {number: self._only(runs) for number, runs in trials.items()}

    def _only(self, runs: list[KnownRun]) -> KnownRun:
        """Keep the fullest of runs of one thing: a server whose answer was lost has been asked twice."""
        ordered = sorted(runs, key=lambda run: (-run.logged, run.run_id))
        for run in ordered[1:]:
            self._client.delete_run(run.run_id)
        return ordered[0]

    def _search(self) -> list[KnownRun]:
        meta = self._standing.meta
        wanted = f"tags.`{STUDY}` = '{meta['name']}' AND tags.`{STUDY_ID}` = '{self._standing.study_id}'"
        found: list[KnownRun] = []
        token = None
        while True:
            page = self._client.search_runs([self._experiment], wanted, max_results=PAGE, page_token=token)
            found += map(KnownRun.of, page)
            token = page.token
            if not token:
                return found

    def _write(self, written: Written) -> None:
        standing, study = self._standing, self._study
        fresh = study is None
        if study is None:  # only begun: its end waits for the trials below it
            study = self._study = create_run(self._client, self._experiment, study_target(standing), written)
        for trial in standing.trials():
            if trial.number not in self._settled:
                self._write_trial(trial, study.run_id, written)
        changed = log_data(self._client, study, standing.meta)
        changed |= update_run(self._client, study, study_target(standing), written)
        if self._artifacts is not None or not standing.live:  # a foreign store of files may fail: last
            changed |= log_files(self._client, study, standing.meta, self._artifacts)
        if changed and not fresh:
            written.updated += 1

    def _write_trial(self, trial: TrialRecord, parent: str, written: Written) -> None:
        target = trial_target(self._standing, trial, parent)
        known = self._trials.get(trial.number)
        fresh = known is None
        if known is None:
            known = self._trials[trial.number] = create_run(self._client, self._experiment, target, written)
        if update_run(self._client, known, target, written) and not fresh:
            written.updated += 1
        if self._standing.finished(trial):
            self._settled.add(trial.number)


def sync_study(
    workspace: Workspace,
    name: str,
    client: MlflowClient | None = None,
    *,
    rebuild: bool = False,
    tracking_uri: str | None = None,
) -> SyncReport:
    """Write one study's ledger to MLflow: what is missing, once.

    Args:
        workspace: where the study and, unless told otherwise, MLflow's database are.
        name: of the study, or the path of its file.
        client: of the tracking server; by default one is made.
        rebuild: delete the study's runs first and write them anew.
        tracking_uri: another tracking server's address.

    Returns:
        What was done.

    Raises:
        StudyNameError: if no study of that name has been started.
        LedgerError: if its ledger is damaged.
        EnvironmentRefusedError: if MLflow or the disk refuses.
    """
    paths = workspace.existing_study(name)
    server = tracking_uri or database_uri(workspace)
    return Projection(paths, client or open_client(workspace, tracking_uri), server, own=tracking_uri is None).sync(
        rebuild=rebuild
    )


def _experiment(client: MlflowClient, name: str, *, own: bool) -> str:
    """Return the id of a data set's experiment, made or taken back from the deleted ones if needed."""
    from mlflow.exceptions import MlflowException

    found = client.get_experiment_by_name(name)
    if found is None:
        try:
            return client.create_experiment(
                name, artifact_location=f"{ARTIFACTS_ROOT}{name}" if own else None, tags=EXPERIMENT_TAGS
            )
        except MlflowException as error:
            found = client.get_experiment_by_name(name)  # another study's follower may have been first
            if found is None:
                raise error from None
    if found.lifecycle_stage == "deleted":
        client.restore_experiment(found.experiment_id)
    return str(found.experiment_id)
