from __future__ import annotations

import pytest

from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import Workspace
from nnsearch.search.study import Study
from nnsearch.tracking.artifacts import place_of
from nnsearch.tracking.database import open_client
from nnsearch.tracking.links import StudyPlace, find_study, home_url, study_url, trials_filter
from nnsearch.tracking.projection import sync_study

PLACE = StudyPlace("3", "abc", "tiny", "2026-01-02T03:04:05+00:00")


def test_the_filter_of_a_study_finds_its_trials(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    client = open_client(workspace)
    place = find_study(client, "tiny")
    assert place is not None
    assert len(client.search_runs([place.experiment_id], trials_filter(place))) == 8


def test_all_addresses_open_the_pages_for_training() -> None:
    urls = [home_url(5000), study_url(5000, PLACE, "key")]
    assert all(url.startswith("http://127.0.0.1:5000/#/experiments") for url in urls)
    assert all("workflowType=machine_learning" in url for url in urls)


def test_without_a_name_the_newest_study_is_found(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    found = find_study(open_client(workspace))
    assert found is not None
    assert found.study == "tiny"


def test_a_study_that_mlflow_does_not_have_is_not_found(workspace: Workspace) -> None:
    assert find_study(open_client(workspace), "other") is None


def test_a_study_is_found_beside_newer_ones_of_its_name(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    client, study = open_client(workspace), Study(workspace.study("tiny"))
    own = place_of(client, study)
    tags = {"nnsearch.kind": "study", "nnsearch.study": "tiny", "nnsearch.study_id": "2099-01-01T00:00:00+00:00"}
    client.create_run(own.experiment_id, tags=tags)
    newest = find_study(client, "tiny")
    assert newest is not None
    assert newest.study_id == tags["nnsearch.study_id"]
    assert place_of(client, study) == own
    client.delete_run(own.run_id)
    with pytest.raises(LedgerError, match="MLflow has no run of study 'tiny'"):
        place_of(client, study)
