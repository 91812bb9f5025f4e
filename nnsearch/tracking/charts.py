"""The charts a study's page in MLflow opens with: learning curves first, then what the hyperparameters did.

MLflow's own choice begins with bars of scalars. This is the state its "share" button stores, as a tag of the
experiment; where MLflow cannot read it, its page opens with its own choice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nnsearch.tracking.links import StudyPlace, trials_filter
from nnsearch.tracking.standing import PARENT, metric_name
from nnsearch.training.objectives import OBJECTIVES, Objective

if TYPE_CHECKING:
    from mlflow import MlflowClient

SHARED_VIEW = "mlflow.sharedViewState."
SHOWN = 10
"""Runs that are drawn: the best ones."""
LAYER_METRICS = ("gradient/", "update/")
MOST_PARAMS = 8
"""Axes of the parallel coordinates."""
MOST_LAYERS = 10
"""Weight layers that are drawn: MLflow takes 20,000 letters of a view, and a chart is 560."""


def share_view(client: MlflowClient, place: StudyPlace) -> str:
    """Store the view of a study, and return the key that its address names it by.

    Args:
        client: of the tracking server.
        place: of the study.
    """
    objective = OBJECTIVES[client.get_run(place.run_id).data.params.get("metric", "error")]
    order = f"metrics.objective {'DESC' if objective.maximize else 'ASC'}"
    trials = client.search_runs(
        [place.experiment_id], f"tags.`{PARENT}` = '{place.run_id}'", order_by=[order], max_results=SHOWN
    )
    curves = {name for run in trials for name in run.data.metrics}
    params = sorted({name for run in trials for name in run.data.params})
    view = json.dumps(study_view(place, sorted(curves), params, objective), sort_keys=True)
    key = hashlib.sha256(view.encode()).hexdigest()[:16]
    if SHARED_VIEW + key not in client.get_experiment(place.experiment_id).tags:
        client.set_experiment_tag(place.experiment_id, SHARED_VIEW + key, view)
    return key


def study_view(
    place: StudyPlace, metrics: Sequence[str], params: Sequence[str], objective: Objective = OBJECTIVES["error"]
) -> dict[str, Any]:
    """Return the state of a study's page, in the words of MLflow's pages.

    Args:
        place: of the study.
        metrics: names of what its trials have logged.
        params: names of their parameters.
        objective: what they are judged by: its curve comes first.
    """
    wanted = [metric_name(objective.curve), "dev/error", "train/error", "dev/cost", "train/cost"]
    curves = [name for name in dict.fromkeys(wanted) if name in metrics]
    norms = sorted((name for name in metrics if name.startswith(LAYER_METRICS)), key=_measure_and_layer)
    layers = sorted({_measure_and_layer(name)[1] for name in norms})
    drawn = _spread(layers, MOST_LAYERS)
    charts = [_line(name, "learning-curves") for name in [*curves, "learning_rate"]]
    charts += [_parallel(params), _bar("objective"), _bar("best/epoch")]
    charts += [_line(name, "layers") for name in norms if _measure_and_layer(name)[1] in drawn]
    told = "Layers" if drawn == layers else f"Layers {', '.join(map(str, drawn))} of {len(layers)}"
    names = {"learning-curves": "Learning curves", "search": "Hyperparameters", "layers": told}
    return {
        "searchFilter": trials_filter(place),
        "orderByKey": "metrics.`objective`",
        "orderByAsc": not objective.maximize,
        "startTime": "ALL",
        "lifecycleFilter": "Active",
        "runsHiddenMode": f"FIRST_{SHOWN}_RUNS",
        "compareRunCharts": charts,
        "compareRunSections": [
            {"uuid": key, "name": name, "display": True, "isReordered": True, "deleted": False, "isGenerated": False}
            for key, name in names.items()
        ],
        "isAccordionReordered": True,
    }


def _measure_and_layer(metric: str) -> tuple[str, int]:
    """Take apart a metric such as ``gradient/norm_1``."""
    measure, _, layer = metric.rpartition("_")
    return measure, int(layer)


def _spread(items: Sequence[int], most: int) -> list[int]:
    """Choose evenly, the first and the last among them."""
    if len(items) <= most:
        return list(items)
    return [items[round(place * (len(items) - 1) / (most - 1))] for place in range(most)]


def _chart(kind: str, key: str, section: str, title: str) -> dict[str, Any]:
    return {
        "uuid": f"nnsearch-{key}",
        "type": kind,
        "runsCountToCompare": SHOWN,
        "metricSectionId": section,
        "deleted": False,
        "isGenerated": False,
        "displayName": title,
    }


def _line(metric: str, section: str) -> dict[str, Any]:
    return {
        **_chart("LINE", metric, section, metric),
        "metricKey": metric,
        "selectedMetricKeys": [metric],
        "lineSmoothness": 0,
        "xAxisScaleType": "linear",
        "scaleType": "log" if metric.endswith("cost") or "/norm_" in metric else "linear",
        "range": {},
        "xAxisKey": "step",
        "selectedXAxisMetricKey": "",
        "yAxisKey": "metric",
        "yAxisExpressions": [],
        "ignoreOutliers": False,
        "useGlobalXaxisKey": True,
        "useGlobalLineSmoothing": True,
    }


def _bar(metric: str) -> dict[str, Any]:
    return {**_chart("BAR", metric, "search", metric), "metricKey": metric}


def _parallel(params: Sequence[str]) -> dict[str, Any]:
    shown = {"selectedParams": list(params[:MOST_PARAMS]), "selectedMetrics": ["objective"], "showAllRuns": True}
    return {**_chart("PARALLEL", "parallel", "search", "hyperparameters and objective"), **shown}
