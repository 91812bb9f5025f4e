"""A hand-made ledger, in the terms of MLflow's runs: what the driver's studies seldom show."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import optuna
import pytest
from optuna.trial import TrialState

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.ledger import Ledger
from nnsearch.search.records import CurveSegment
from nnsearch.tracking.runs import RunTarget
from nnsearch.tracking.standing import Standing, study_target, trial_target

META = {
    "name": "made",
    "created": "2026-01-02T03:04:05+00:00",
    "metric": "error",
    "text": "",
    "machine": {"blas": []},
    "spec": {"network": {"activation": "relu"}, "training": {"epochs": 4}, "search": {"seed": 0}},
    "data": {
        "name": "moons",
        "task": "classification",
        "fingerprint": "abc",
        "train": 6,
        "dev": 2,
        "test": 2,
        "features": 2,
        "classes": ["0", "1"],
        "notes": [],
    },
}
SEGMENT = CurveSegment(
    0, 1, [0.5, 0.4], [0.6, 0.5], [0.3, 0.2], [0.4, 0.3], [0.1, 0.1], 100.0, 102.0, {"gradient_norm_1": [1.0, 2.0]}
)


@pytest.fixture
def paths(tmp_path: Path) -> StudyPaths:
    return Workspace(tmp_path).study("made")


@pytest.fixture
def ledger(paths: StudyPaths) -> Iterator[Ledger]:
    with Ledger.create(paths, META) as ledger:
        yield ledger


def ask(ledger: Ledger, count: int, cohort: int = 0) -> optuna.Study:
    study = ledger.load_study(optuna.samplers.RandomSampler(0))
    for _ in range(count):
        number = study.ask().number
        ledger.annotate(number, values={"learning_rate": 0.0032}, hidden=[8, 4], container=[8, 4], cohort=cohort)
    return study


def tell(ledger: Ledger, study: optuna.Study, number: int, outcome: str, value: float | None, **attrs: object) -> None:
    ledger.annotate(number, outcome=outcome, **attrs)
    if value is None:
        study.tell(number, state=TrialState.FAIL if outcome == "failed" else TrialState.PRUNED)
    else:
        study.tell(number, value)


def polled(paths: StudyPaths) -> Standing:
    standing = Standing(paths)
    standing.poll()
    return standing


def targets(standing: Standing) -> list[RunTarget]:
    return [trial_target(standing, trial, "parent") for trial in standing.trials()]


def values(target: RunTarget) -> dict[str, float]:
    return {point.key: point.value for point in target.scalars}


def test_a_diverged_trial_is_a_finished_run_that_says_when_and_has_no_objective(
    ledger: Ledger, paths: StudyPaths
) -> None:
    study = ask(ledger, 1)
    ledger.stage_curves([replace(SEGMENT, train_cost=[0.5, math.inf], dev_error=[0.4, math.nan])])
    tell(ledger, study, 0, "diverged", None, outcome_epoch=2, epochs=2)
    ledger.commit(told=1)
    (target,) = targets(polled(paths))
    assert (target.status, target.tags["nnsearch.state"]) == ("FINISHED", "diverged")
    assert target.tags["nnsearch.diverged_epoch"] == "2"
    assert values(target) == {"best/dev_error": 0.4, "best/epoch": 1}
    assert target.name == "#000 8-4 relu lr 3.2e-3 diverged"


def test_values_that_are_not_finite_are_left_out_of_the_curves(ledger: Ledger, paths: StudyPaths) -> None:
    ask(ledger, 1)
    ledger.stage_curves([replace(SEGMENT, train_cost=[0.5, math.inf], dev_error=[0.4, math.nan])])
    ledger.commit()
    (target,) = targets(polled(paths))
    second = {point.key for point in target.points(1)[0]}
    assert second == {"dev/cost", "train/error", "learning_rate", "gradient/norm_1"}


def test_epochs_lie_evenly_within_the_time_of_their_segment(ledger: Ledger, paths: StudyPaths) -> None:
    ask(ledger, 1)
    ledger.stage_curves([SEGMENT, replace(SEGMENT, first=3, start=110.0, end=111.0)])
    ledger.commit()
    (target,) = targets(polled(paths))
    assert [(step[0].step, step[0].time) for step in target.points(0)] == [
        (1, 101_000),
        (2, 102_000),
        (3, 110_500),
        (4, 111_000),
    ]
    assert (target.start, target.steps) == (100_000, 4)


def test_points_are_given_from_the_step_that_is_asked_for(ledger: Ledger, paths: StudyPaths) -> None:
    ask(ledger, 1)
    ledger.stage_curves([SEGMENT])
    ledger.commit()
    (target,) = targets(polled(paths))
    assert target.points(1) == target.points(0)[1:]


def test_a_failed_trial_is_a_failed_run(ledger: Ledger, paths: StudyPaths) -> None:
    study = ask(ledger, 1)
    ledger.stage_curves([SEGMENT])
    tell(ledger, study, 0, "failed", None, reason="its worker died")
    ledger.commit(told=1)
    (target,) = targets(polled(paths))
    assert (target.status, target.tags["nnsearch.reason"]) == ("FAILED", "its worker died")


def test_a_complete_trial_has_its_objective_and_best_epoch(ledger: Ledger, paths: StudyPaths) -> None:
    study = ask(ledger, 1)
    ledger.stage_curves([SEGMENT])
    tell(ledger, study, 0, "complete", 0.3)
    ledger.commit(told=1)
    (target,) = targets(polled(paths))
    assert values(target) == {"objective": 0.3, "best/dev_error": 0.3, "best/epoch": 2}
    assert target.name == "#000 8-4 relu lr 3.2e-3 err 30 %"


def test_a_trial_without_a_committed_curve_has_no_run_yet(ledger: Ledger, paths: StudyPaths) -> None:
    ask(ledger, 1)
    ledger.commit()
    assert targets(polled(paths)) == []


def test_curves_beyond_the_last_commit_do_not_count(ledger: Ledger, paths: StudyPaths) -> None:
    ask(ledger, 1)
    ledger.stage_curves([SEGMENT])
    ledger.commit()
    with paths.curves.open("ab") as file:
        file.write(replace(SEGMENT, first=3).to_line())
    assert targets(polled(paths))[0].steps == 2


def test_a_trial_whose_cohorts_end_is_not_committed_still_runs(ledger: Ledger, paths: StudyPaths) -> None:
    study = ask(ledger, 1)
    ledger.stage_curves([SEGMENT])
    tell(ledger, study, 0, "complete", 0.3)
    ledger.commit(told=0)
    (target,) = targets(polled(paths))
    assert (target.status, target.end, target.scalars) == ("RUNNING", None, ())


def test_the_best_so_far_passes_over_trials_that_are_not_complete(ledger: Ledger, paths: StudyPaths) -> None:
    study = ask(ledger, 4)
    ledger.stage_curves([replace(SEGMENT, trial=number) for number in range(4)])
    tell(ledger, study, 0, "pruned", None)
    tell(ledger, study, 1, "complete", 0.3)
    tell(ledger, study, 2, "diverged", None)
    tell(ledger, study, 3, "complete", 0.2)
    ledger.commit(told=1)
    points = study_target(polled(paths)).points(0)
    assert [[(point.key, point.value, point.step) for point in step] for step in points] == [
        [],
        [("best/objective", 0.3, 1), ("best/trial", 1, 1)],
        [("best/objective", 0.3, 2), ("best/trial", 1, 2)],
        [("best/objective", 0.2, 3), ("best/trial", 3, 3)],
    ]


@pytest.mark.parametrize(
    ("stopped", "status"),
    [("trials", "FINISHED"), ("time", "KILLED"), ("interrupted", "KILLED"), (None, "KILLED")],
)
def test_a_study_that_nobody_runs_is_finished_or_killed(
    stopped: str | None, status: str, ledger: Ledger, paths: StudyPaths
) -> None:
    study = ask(ledger, 1)
    ledger.stage_curves([SEGMENT])
    tell(ledger, study, 0, "complete", 0.3)
    ledger.commit(told=1, stopped=stopped, trials=1, counts={"complete": 1}, seconds=1.5)
    ledger.close()
    target = study_target(polled(paths))
    assert (target.status, target.end) == (status, 102_000)


def test_a_poll_says_whether_anything_is_new(ledger: Ledger, paths: StudyPaths) -> None:
    standing = Standing(paths)
    news = [standing.poll(), standing.poll()]
    ask(ledger, 1)
    ledger.commit()
    news += [standing.poll(), standing.poll()]
    ledger.close()
    assert [*news, standing.poll()] == [True, False, True, False, True]


def test_a_description_has_room_for_any_study_file(ledger: Ledger, paths: StudyPaths) -> None:
    meta: dict[str, Any] = json.loads(paths.meta.read_text())
    meta["text"] = "# long\n" * 5000
    meta["data"]["notes"] = ["<script>alert(1)</script>| " * 2000]
    paths.meta.write_text(json.dumps(meta))
    note = study_target(polled(paths)).tags["mlflow.note.content"]
    assert len(note) <= 8000
    assert "<script>" not in note
    assert "nnsearch run made" in note
