"""Everything MLflow says of the runs on a data set, in a form that two databases can be compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mlflow import MlflowClient


def read_runs(client: MlflowClient, experiment: str = "moons") -> dict[str, Any]:
    """Return runs by name: status, times, tags, parameters, every metric's history, inputs. Ids become names."""
    found = client.get_experiment_by_name(experiment)
    if found is None:
        return {}
    runs: list[Any] = []
    token = None
    while token is not None or not runs:
        page = client.search_runs([found.experiment_id], max_results=1000, page_token=token)
        runs += page
        token = page.token
        if not token:
            break
    names = {run.info.run_id: run.info.run_name for run in runs}
    assert len(set(names.values())) == len(runs), "a run is there twice"
    return {run.info.run_name: _content(client, run, names) for run in runs}


def _content(client: MlflowClient, run: Any, names: dict[str, str]) -> tuple[Any, ...]:
    tags = dict(run.data.tags)
    tags["mlflow.parentRunId"] = names.get(tags.get("mlflow.parentRunId", ""), "")
    history = {
        key: sorted((m.step, m.timestamp, m.value) for m in client.get_metric_history(run.info.run_id, key))
        for key in run.data.metrics
    }
    inputs = [
        (entry.dataset.to_dictionary(), sorted((tag.key, tag.value) for tag in entry.tags))
        for entry in run.inputs.dataset_inputs
    ]
    info = run.info
    return info.status, info.start_time, info.end_time, tags, run.data.params, history, inputs
