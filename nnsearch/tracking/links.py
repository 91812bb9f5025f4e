"""Addresses inside MLflow's pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from nnsearch.tracking.hosts import LOOPBACK
from nnsearch.tracking.standing import KIND, STUDY, STUDY_ID

if TYPE_CHECKING:
    from mlflow import MlflowClient


@dataclass(frozen=True)
class StudyPlace:
    """Where a study is in MLflow.

    Args:
        experiment_id: of its data set.
        run_id: of the study's own run.
        study: its name.
        study_id: tells it from others of its name.
    """

    experiment_id: str
    run_id: str
    study: str
    study_id: str


def home_url(port: int) -> str:
    """Return the address of the list of experiments."""
    return f"http://{LOOPBACK}:{port}/#/experiments?workflowType=machine_learning"


def trials_filter(place: StudyPlace) -> str:
    """Return MLflow's search expression for a study's trials."""
    identity = f"tags.`{STUDY}` = '{place.study}' AND tags.`{STUDY_ID}` = '{place.study_id}'"
    return f"{identity} AND tags.`{KIND}` = 'trial'"


def study_url(port: int, place: StudyPlace, view: str) -> str:
    """Return the address that shows a study's learning curves, the best trials first.

    Args:
        port: of the server.
        place: of the study.
        view: key of a stored view (:func:`nnsearch.tracking.charts.share_view`). It holds the filter and the order, and
            is ignored where the address has its own.
    """
    query = {"workflowType": "machine_learning", "compareRunsMode": "CHART", "viewStateShareKey": view}
    return f"http://{LOOPBACK}:{port}/#/experiments/{place.experiment_id}/runs?{urlencode(query)}"


def find_study(client: MlflowClient, study: str | None = None, study_id: str | None = None) -> StudyPlace | None:
    """Find a study, or the newest of all.

    Args:
        client: of the tracking server.
        study: its name; by default any.
        study_id: tells it from others of its name; by default the newest one is meant.

    Returns:
        Where it is; ``None`` if MLflow has none.
    """
    experiments = [experiment.experiment_id for experiment in client.search_experiments()]
    tags = {KIND: "study", STUDY: study, STUDY_ID: study_id}
    wanted = " AND ".join(f"tags.`{tag}` = '{value}'" for tag, value in tags.items() if value)
    runs = client.search_runs(experiments, wanted, order_by=["attributes.start_time DESC"], max_results=1)
    if not runs:
        return None
    run = runs[0]
    return StudyPlace(run.info.experiment_id, run.info.run_id, run.data.tags[STUDY], run.data.tags[STUDY_ID])
