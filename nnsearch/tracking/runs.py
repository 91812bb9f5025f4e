"""One MLflow run as it should be, as it is, and the few calls that make the one the other.

Nothing is remembered beside MLflow: what is missing is found by comparing, so that a process killed between two calls
leaves nothing that the next one does not finish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from mlflow import MlflowClient
    from mlflow.entities import Run

Status = Literal["RUNNING", "FINISHED", "FAILED", "KILLED"]
T = TypeVar("T")

LOGGED = "nnsearch.logged"
"""Tag: how many steps (epochs of a trial, trials of a study) of the metrics are written. Set after them."""
MOST_METRICS = 800
"""Metrics per call: MLflow takes 1,000 entities at most, parameters and tags among them."""
MOST_PARAMS = 90
"""Parameters, and tags, per call: MLflow takes 100."""
MOST_TEXT = 8000
"""Letters of a tag's value."""


class Point(NamedTuple):
    """One value of a metric.

    Args:
        key: the metric's name.
        value: finite.
        time: milliseconds since 1970.
        step: epoch or trial.
    """

    key: str
    value: float
    time: int
    step: int


@dataclass(frozen=True)
class RunTarget:
    """A run as the ledger says it should be.

    Args:
        name: what the table shows.
        status: of the run.
        start: milliseconds since 1970.
        end: milliseconds since 1970; ``None`` while it runs.
        tags: by name.
        params: by name; they never change.
        scalars: metrics of one value.
        steps: how many steps the curves have.
        points: gives the curves' points from a step's index on, one list per step.
    """

    name: str
    status: Status
    start: int
    end: int | None
    tags: Mapping[str, str]
    params: Mapping[str, str]
    scalars: Sequence[Point]
    steps: int
    points: Callable[[int], list[list[Point]]]


@dataclass
class KnownRun:
    """A run as MLflow has it.

    Args:
        run_id: MLflow's.
        name: of the run.
        status: of the run.
        end: milliseconds since 1970, or ``None``.
        tags: by name.
        params: by name.
        metrics: latest values by name.
        artifact_uri: where its files are.
        datasets: fingerprints of its inputs.
    """

    run_id: str
    name: str
    status: str = "RUNNING"
    end: int | None = None
    tags: dict[str, str] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    metrics: dict[str, float] = field(default_factory=dict)
    artifact_uri: str = ""
    datasets: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, run: Run) -> KnownRun:
        """Take over what MLflow returned."""
        info, data = run.info, run.data
        return cls(
            run_id=info.run_id,
            name=info.run_name,
            status=info.status,
            end=info.end_time,
            tags=dict(data.tags),
            params=dict(data.params),
            metrics=data.metrics,
            artifact_uri=str(info.artifact_uri),
            datasets={entry.dataset.digest for entry in run.inputs.dataset_inputs} if run.inputs else set(),
        )

    @property
    def logged(self) -> int:
        """How many steps are written for certain."""
        text = self.tags.get(LOGGED, "0")
        return int(text) if text.isdecimal() else 0


@dataclass
class Written:
    """What was written, counted over many runs.

    Args:
        created: runs that are new.
        updated: runs that were there and were changed.
        metrics: values of metrics.
    """

    created: int = 0
    updated: int = 0
    metrics: int = 0


def create_run(client: MlflowClient, experiment_id: str, target: RunTarget, written: Written) -> KnownRun:
    """Create a run with its name, tags and start; the rest is for :func:`update_run`.

    Args:
        client: of the tracking server.
        experiment_id: MLflow's.
        target: the run as it should be.
        written: is counted up.

    Returns:
        The run as it is now.
    """
    tags = {name: value[:MOST_TEXT] for name, value in target.tags.items()}
    run = client.create_run(experiment_id, start_time=target.start, tags=tags, run_name=target.name)
    written.created += 1
    return KnownRun(run.info.run_id, target.name, tags=tags, artifact_uri=str(run.info.artifact_uri))


def update_run(client: MlflowClient, known: KnownRun, target: RunTarget, written: Written) -> bool:
    """Make a run what it should be, with as few calls as that takes.

    The order matters: values before the tag that counts them, everything before the status that ends the run.

    Args:
        client: of the tracking server.
        known: the run as it is; changed in place after each call.
        target: the run as it should be.
        written: is counted up, but for ``updated``.

    Returns:
        Whether anything was written.
    """
    changed = _log(client, known, target, written)
    ended = target.status != "RUNNING"
    if known.name != target.name or (not ended and known.status != target.status):
        status = known.status if ended else target.status
        client.update_run(known.run_id, status=status, name=target.name)
        known.name, known.status = target.name, status
        changed = True
    if ended and (known.status, known.end) != (target.status, target.end):
        client.set_terminated(known.run_id, status=target.status, end_time=target.end)
        known.status, known.end = target.status, target.end
        changed = True
    return changed


def _log(client: MlflowClient, known: KnownRun, target: RunTarget, written: Written) -> bool:
    from mlflow.entities import Metric, Param, RunTag

    wanted = {name: value[:MOST_TEXT] for name, value in target.tags.items()}
    tags = {name: value for name, value in wanted.items() if known.tags.get(name) != value}
    params = {name: value for name, value in target.params.items() if name not in known.params}
    scalars = [point for point in target.scalars if known.metrics.get(point.key) != point.value]
    steps = target.points(known.logged) if known.logged < target.steps else []
    if not (tags or params or scalars or steps):
        return False
    for some in _chunks(list(params.items()), MOST_PARAMS)[:-1]:
        client.log_batch(known.run_id, params=[Param(*item) for item in some])
        known.params.update(some)
    last_params = [item for item in params.items() if item[0] not in known.params]
    batches = list(_by_size(steps, MOST_METRICS - len(scalars)))
    done = known.logged
    for index, batch in enumerate(batches):
        last = index == len(batches) - 1
        done += len(batch)
        points = [point for step in batch for point in step] + (scalars if last else [])
        noted = {**(tags if last else {}), **({LOGGED: str(done)} if batch else {})}
        client.log_batch(
            known.run_id,
            metrics=[Metric(point.key, point.value, point.time, point.step) for point in points],
            params=[Param(*item) for item in last_params],
            tags=[RunTag(*item) for item in noted.items()],
        )
        known.params.update(last_params)
        known.tags.update(noted)
        known.metrics.update({point.key: point.value for point in points})
        written.metrics += len(points)
        last_params = []
    return True


def _chunks(items: list[T], size: int) -> list[list[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _by_size(steps: Sequence[list[Point]], most: int) -> Iterator[list[list[Point]]]:
    """Cut steps into batches of at most ``most`` points, whole steps each; at least one batch, perhaps an empty one."""
    batch: list[list[Point]] = []
    size = 0
    for step in steps:
        if batch and size + len(step) > most:
            yield batch
            batch, size = [], 0
        batch.append(step)
        size += len(step)
    yield batch
