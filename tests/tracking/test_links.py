from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from nnsearch.core.paths import Workspace
from nnsearch.tracking.database import open_client
from nnsearch.tracking.links import StudyPlace, find_study, home_url, run_url, study_url, table_url
from nnsearch.tracking.projection import sync_study

PLACE = StudyPlace("3", "abc", "tiny", "2026-01-02T03:04:05+00:00")


def test_the_address_of_the_curves_selects_the_studys_trials_best_first() -> None:
    path, _, query = urlsplit(study_url(5000, PLACE)).fragment.partition("?")
    found = {name: value for name, (value,) in parse_qs(query).items()}
    assert path == "/experiments/3/runs"
    assert "'2026-01-02T03:04:05+00:00'" in found["searchFilter"]
    assert (found["orderByKey"], found["orderByAsc"]) == ("metrics.`objective`", "true")
    assert found["compareRunsMode"] == "CHART"


def test_the_filter_of_that_address_finds_the_trials(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    client = open_client(workspace)
    place = find_study(client, "tiny")
    assert place is not None
    query = urlsplit(study_url(5000, place)).fragment.partition("?")[2]
    runs = client.search_runs(
        [place.experiment_id], parse_qs(query)["searchFilter"][0], order_by=["metrics.`objective` ASC"]
    )
    assert len(runs) == 8


def test_all_addresses_open_the_pages_for_training() -> None:
    urls = [home_url(5000), study_url(5000, PLACE), table_url(5000, PLACE), run_url(5000, PLACE)]
    assert all(url.startswith("http://127.0.0.1:5000/#/experiments") for url in urls)
    assert all("workflowType=machine_learning" in url for url in urls)


def test_without_a_name_the_newest_study_is_found(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    found = find_study(open_client(workspace))
    assert found is not None
    assert found.study == "tiny"


def test_a_study_that_mlflow_does_not_have_is_not_found(workspace: Workspace) -> None:
    assert find_study(open_client(workspace), "other") is None
