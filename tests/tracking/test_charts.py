from __future__ import annotations

import json

import pytest
from mlflow.utils.validation import MAX_EXPERIMENT_TAG_VAL_LENGTH

from nnsearch.core.paths import Workspace
from nnsearch.tracking.charts import SHARED_VIEW, share_view, study_view
from nnsearch.tracking.database import open_client
from nnsearch.tracking.links import StudyPlace, find_study, study_url
from nnsearch.tracking.projection import sync_study

PLACE = StudyPlace("3", "abc", "tiny", "2026-01-02T03:04:05+00:00")


@pytest.fixture
def place(workspace: Workspace) -> StudyPlace:
    sync_study(workspace, "tiny")
    found = find_study(open_client(workspace), "tiny")
    assert found is not None
    return found


def test_learning_curves_come_first() -> None:
    view = study_view(PLACE, ["best/epoch", "dev/error", "gradient/norm_1", "train/cost"], ["l2"])
    assert view["compareRunSections"][0]["name"] == "Learning curves"
    assert [chart["displayName"] for chart in view["compareRunCharts"][:2]] == ["dev/error", "train/cost"]


def test_every_chart_has_a_section_and_a_name_of_its_own() -> None:
    view = study_view(PLACE, ["dev/error", "gradient/norm_1", "update/norm_1"], ["l2"])
    charts = view["compareRunCharts"]
    sections = {section["uuid"] for section in view["compareRunSections"]}
    assert {chart["metricSectionId"] for chart in charts} == sections
    assert len({chart["uuid"] for chart in charts}) == len(charts)


def test_the_view_of_a_deep_network_is_short_enough_for_mlflow_and_says_what_it_leaves_out() -> None:
    layers = [str(layer) for layer in range(1, 65)]
    norms = [f"{measure}/norm_{layer}" for layer in sorted(layers) for measure in ("gradient", "update")]
    place = StudyPlace("3", "a" * 32, "s" * 64, PLACE.study_id)
    curves = ["dev/error", "train/error", "dev/cost", "train/cost", "dev/accuracy"]
    view = study_view(place, [*curves, *norms], ["p" * 40] * 30)
    drawn = [chart["displayName"] for chart in view["compareRunCharts"] if chart["metricSectionId"] == "layers"]
    assert len(json.dumps(view)) < MAX_EXPERIMENT_TAG_VAL_LENGTH
    assert drawn[:3] == ["gradient/norm_1", "gradient/norm_8", "gradient/norm_15"]
    assert drawn[-1] == "update/norm_64"
    assert view["compareRunSections"][-1]["name"] == "Layers 1, 8, 15, 22, 29, 36, 43, 50, 57, 64 of 64"


def test_a_view_is_stored_once_under_the_key_that_is_returned(workspace: Workspace, place: StudyPlace) -> None:
    client = open_client(workspace)
    keys = {share_view(client, place), share_view(client, place)}
    tags = client.get_experiment(place.experiment_id).tags
    (key,) = keys
    assert [name for name in tags if name.startswith(SHARED_VIEW)] == [SHARED_VIEW + key]
    drawn = json.loads(tags[SHARED_VIEW + key])["compareRunCharts"]
    assert {"dev/error", "gradient/norm_1", "objective"} <= {chart["displayName"] for chart in drawn}


def test_an_address_with_a_view_has_no_filter_of_its_own_which_would_win() -> None:
    assert study_url(5000, PLACE, "key").endswith("compareRunsMode=CHART&viewStateShareKey=key")
