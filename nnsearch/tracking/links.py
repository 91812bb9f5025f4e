"""Addresses inside MLflow's pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from nnsearch.tracking.standing import KIND, STUDY, STUDY_ID

if TYPE_CHECKING:
    from mlflow import MlflowClient

HOST = "127.0.0.1"


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
    return f"http://{HOST}:{port}/#/experiments?workflowType=machine_learning"


def trials_filter(place: StudyPlace) -> str:
    """Return MLflow's search expression for a study's trials."""
    identity = f"tags.`{STUDY}` = '{place.study}' AND tags.`{STUDY_ID}` = '{place.study_id}'"
    return f"{identity} AND tags.`{KIND}` = 'trial'"


def study_url(port: int, place: StudyPlace, view: str | None = None) -> str:
    """Return the address that shows a study's learning curves, the best trials first.

    Args:
        port: of the server.
        place: of the study.
        view: key of a stored view (:func:`nnsearch.tracking.charts.share_view`); by default MLflow chooses the charts.
    """
    query = {"workflowType": "machine_learning", "compareRunsMode": "CHART"}
    if view is not None:  # it holds the filter and the order too, and is ignored where the address has its own
        query["viewStateShareKey"] = view
    else:
        query |= {
            "searchFilter": trials_filter(place),
            "orderByKey": "metrics.`objective`",
            "orderByAsc": "true",
        }
    return _url(port, f"/experiments/{place.experiment_id}/runs", query)


def table_url(port: int, place: StudyPlace) -> str:
    """Return the address of the table of all studies on the same data."""
    return _url(port, f"/experiments/{place.experiment_id}/runs", {"workflowType": "machine_learning"})


def run_url(port: int, place: StudyPlace) -> str:
    """Return the address of the study's own run: its description and the best objective by trial."""
    path = f"/experiments/{place.experiment_id}/runs/{place.run_id}"
    return _url(port, path, {"workflowType": "machine_learning"})


def find_study(client: MlflowClient, study: str | None = None) -> StudyPlace | None:
    """Find a study, or the newest of all.

    Args:
        client: of the tracking server.
        study: its name; by default any.

    Returns:
        Where it is; ``None`` if MLflow has none.
    """
    experiments = [experiment.experiment_id for experiment in client.search_experiments()]
    named = f" AND tags.`{STUDY}` = '{study}'" if study else ""
    runs = client.search_runs(
        experiments, f"tags.`{KIND}` = 'study'{named}", order_by=["attributes.start_time DESC"], max_results=1
    )
    if not runs:
        return None
    run = runs[0]
    return StudyPlace(run.info.experiment_id, run.info.run_id, run.data.tags[STUDY], run.data.tags[STUDY_ID])


def _url(port: int, path: str, query: Mapping[str, str]) -> str:
    return f"http://{HOST}:{port}/#{path}?{urlencode(query)}"
