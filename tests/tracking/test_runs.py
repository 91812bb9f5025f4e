"""How a run's values are cut into calls."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nnsearch.tracking.runs import LOGGED, KnownRun, Point, RunTarget, Written, update_run


class Recorder:
    """A client that remembers its calls."""

    def __init__(self) -> None:
        self.batches: list[SimpleNamespace] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def log_batch(self, run_id: str, metrics: Any = (), params: Any = (), tags: Any = ()) -> None:
        self.calls.append(("log_batch", {}))
        self.batches.append(SimpleNamespace(metrics=metrics, params=params, tags={tag.key: tag.value for tag in tags}))

    def update_run(self, run_id: str, **values: Any) -> None:
        self.calls.append(("update_run", values))

    def set_terminated(self, run_id: str, **values: Any) -> None:
        self.calls.append(("set_terminated", values))


def target(steps: int = 0, curves: int = 1, **changes: Any) -> RunTarget:
    def points(first: int) -> list[list[Point]]:
        return [[Point(f"c{i}", 1.0, step, step) for i in range(curves)] for step in range(first, steps)]

    given: dict[str, Any] = {"tags": {}, "params": {}, "scalars": (), "status": "FINISHED", "end": 9} | changes
    return RunTarget(name="name", start=0, steps=steps, points=points, **given)


def test_no_call_has_more_than_mlflow_takes_and_none_cuts_a_step() -> None:
    client = Recorder()
    scalars = [Point("objective", 0.1, 9, 0)]
    params = {f"p{i}": "1" for i in range(250)}
    update_run(client, KnownRun("id", "name"), target(500, 13, params=params, scalars=scalars), Written())
    assert all(len(b.metrics) + len(b.params) + len(b.tags) <= 1000 for b in client.batches)
    assert all(len(b.params) <= 100 for b in client.batches)
    assert sum(len(b.params) for b in client.batches) == 250
    assert sum(len(b.metrics) for b in client.batches) == 500 * 13 + 1
    assert all(sum(m.key != "objective" for m in b.metrics) % 13 == 0 for b in client.batches)


def test_each_batch_counts_the_steps_it_completes() -> None:
    client = Recorder()
    update_run(client, KnownRun("id", "name"), target(1000, 1), Written())
    assert [batch.tags[LOGGED] for batch in client.batches] == ["800", "1000"]


def test_only_what_is_missing_is_written() -> None:
    client = Recorder()
    known = KnownRun("id", "name", tags={LOGGED: "3", "a": "1"}, params={"p": "1"})
    update_run(client, known, target(5, tags={"a": "1", "b": "2"}, params={"p": "1", "q": "2"}), Written())
    (batch,) = client.batches
    assert [metric.step for metric in batch.metrics] == [3, 4]
    assert [param.key for param in batch.params] == ["q"]
    assert batch.tags == {"b": "2", LOGGED: "5"}


def test_a_run_that_is_what_it_should_be_costs_no_call() -> None:
    client = Recorder()
    known = KnownRun("id", "name", "FINISHED", 9, {LOGGED: "5"})
    assert not update_run(client, known, target(5), Written())
    assert client.calls == []


def test_a_run_is_ended_after_everything_else() -> None:
    client = Recorder()
    update_run(client, KnownRun("id", "old"), target(2), Written())
    assert [name for name, _ in client.calls] == ["log_batch", "update_run", "set_terminated"]
    assert client.calls[-1][1] == {"status": "FINISHED", "end_time": 9}


def test_a_run_that_was_killed_can_run_again() -> None:
    client = Recorder()
    known = KnownRun("id", "name", "KILLED", 5)
    update_run(client, known, target(status="RUNNING", end=None), Written())
    assert client.calls == [("update_run", {"status": "RUNNING", "name": "name"})]


@pytest.mark.parametrize("text", ["", "x", "-3", "1.5"])
def test_a_count_that_somebody_has_spoilt_counts_as_none(text: str) -> None:
    assert KnownRun("id", "name", tags={LOGGED: text}).logged == 0
