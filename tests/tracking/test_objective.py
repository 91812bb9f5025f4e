"""A study that maximizes a score, as MLflow shows it: by its name, the greatest first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.paths import Workspace
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import load_study
from nnsearch.tracking.charts import SHARED_VIEW, share_view
from nnsearch.tracking.database import open_client
from nnsearch.tracking.links import find_study
from nnsearch.tracking.projection import sync_study

TEXT = """
[data]
source = "moons"
samples = 120
[network]
hidden = [{ low = 4, high = 8 }]
[training]
epochs = 3
learning_rate = { low = 1e-4, high = 1e-1 }
[search]
trials = 8
cohort = 8
policy = "full"
objective = "f1"
"""


@pytest.fixture
def synced(tmp_path: Path, fresh: Callable[..., Workspace]) -> Workspace:
    source = Workspace(tmp_path / "source")
    paths = source.study("scored")
    paths.file.parent.mkdir(parents=True)
    paths.file.write_text(TEXT)
    launch(paths, load_study(paths.file), Launch(jobs=1))
    workspace = fresh(source)
    sync_study(workspace, "scored")
    return workspace


def test_the_best_is_the_greatest_and_its_curve_has_its_name(
    synced: Workspace, read: Callable[[Workspace], dict[str, Any]]
) -> None:
    study = Study(synced.study("scored"))
    runs = read(synced)
    _, _, _, tags, params, history, _ = runs.pop("scored")
    assert params["metric"] == "f1"
    assert f"dev f1 {study.best.value:.3g}" in tags["mlflow.note.content"]
    steps = [value for _, _, value in history["best/objective"]]
    values = [record.value for record in study.records]
    assert steps == [max(values[: index + 1]) for index in range(len(values))]
    for name, (*_, metrics, _) in runs.items():
        curve = [value for _, _, value in metrics["dev/f1"]]
        assert metrics["best/dev_f1"][0][2] == max(curve)
        assert f"f1 {metrics['objective'][0][2]:.3g}" in name


def test_its_page_shows_the_greatest_first(synced: Workspace) -> None:
    client = open_client(synced)
    place = find_study(client, "scored")
    assert place is not None
    key = share_view(client, place)
    view = json.loads(client.get_experiment(place.experiment_id).tags[SHARED_VIEW + key])
    assert view["orderByAsc"] is False
    assert view["compareRunCharts"][0]["displayName"] == "dev/f1"
