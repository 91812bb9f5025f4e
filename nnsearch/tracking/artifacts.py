"""Files beside a study's run in MLflow: where they lie, and the report among them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nnsearch import __version__
from nnsearch.core.atomic_files import write_bytes
from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import Workspace
from nnsearch.search.study import Study
from nnsearch.tracking.database import ARTIFACTS, ARTIFACTS_ROOT, database_uri, one_line_errors, open_client
from nnsearch.tracking.links import StudyPlace, find_study
from nnsearch.tracking.locks import exclusive
from nnsearch.tracking.projection import sync_lock

if TYPE_CHECKING:
    from mlflow import MlflowClient

REPORT = "report.html"
REPORT_TAG = "nnsearch.report"
"""Tag of a study's run: what its report was made of."""


def place_of(client: MlflowClient, study: Study) -> StudyPlace:
    """Return where a study is in MLflow.

    Raises:
        LedgerError: if MLflow does not have it; it may have others of its name.
    """
    place = find_study(client, study.name, str(study.meta["created"]))
    if place is None:
        raise LedgerError(f"MLflow has no run of study {study.name!r} yet: nnsearch sync {study.name}")
    return place


def artifact_folder(workspace: Workspace, client: MlflowClient, run_id: str) -> Path:
    """Return the folder of a run's artifacts in the workspace, made if needed: no server is needed to write there.

    Raises:
        OSError: if it cannot be made.
    """
    place = str(client.get_run(run_id).info.artifact_uri)
    folder = workspace.mlruns / ARTIFACTS / place.removeprefix(ARTIFACTS_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def log_report(
    workspace: Workspace, name: str, render: Callable[[Study], str], *, tracking_uri: str | None = None
) -> bool:
    """Put a study's report among the artifacts of its run, unless one made of the same trials is there.

    Args:
        workspace: where the study is.
        name: of the study, or the path of its file; its runs must have been written to MLflow.
        render: makes the page.
        tracking_uri: another tracking server's address.

    Returns:
        Whether it was written.

    Raises:
        StudyNameError: if no study of that name has been started.
        LedgerError: if MLflow does not have the study's run.
        EnvironmentRefusedError: if MLflow or the disk refuses.
    """
    study = Study(workspace.existing_study(name))
    client = open_client(workspace, tracking_uri)
    content = f"{study.progress.get('told', 0)} cohorts, nnsearch {__version__}"
    with exclusive(sync_lock(study.paths, tracking_uri)), one_line_errors(tracking_uri or database_uri(workspace)):
        run_id = place_of(client, study).run_id
        if client.get_run(run_id).data.tags.get(REPORT_TAG) == content:
            return False
        page = render(study)
        if tracking_uri is None:
            write_bytes(artifact_folder(workspace, client, run_id) / REPORT, page.encode())
        else:
            client.log_text(run_id, page, REPORT)
        client.set_tag(run_id, REPORT_TAG, content)
    return True
