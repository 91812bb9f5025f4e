"""What a study optimizes: every objective, both directions, through the whole search."""

from __future__ import annotations

import math

import pytest

from nnsearch.core.errors import SettingsError, StudyFileError
from nnsearch.search.importance import importances
from nnsearch.search.replay import Replay
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study
from nnsearch.search.study_file import parse_study
from nnsearch.search.zoom import zoom
from nnsearch.training.objectives import OBJECTIVES


@pytest.fixture
def ran(make_study, tiny_text):
    """Return a function that runs a small study with an objective."""

    def run(objective: str, place: str = "a", jobs: int = 1) -> Study:
        text = tiny_text + f'objective = "{objective}"\n'
        if objective in ("rmse", "mae", "r2"):
            text = text.replace('source = "moons"\nsamples = 300', 'source = "diabetes"')
        paths, spec = make_study(place, text)
        launch(paths, spec, Launch(jobs=jobs))
        return Study(paths)

    return run


@pytest.mark.parametrize("name", OBJECTIVES)
def test_the_best_trial_is_the_best_by_the_objective(ran, name):
    study, objective = ran(name), OBJECTIVES[name]
    complete = [record for record in study.records if record.state == "COMPLETE"]
    best = min(complete, key=lambda record: (objective.loss(record.value), record.number))
    assert study.best.number == best.number
    assert study.overview.metric == name
    curve = study.curve(best.number)[objective.curve]
    assert curve.iloc[-1] == best.value


@pytest.mark.parametrize("name", ["f1", "mae"])
def test_halving_keeps_the_best_by_the_objective(ran, name):
    study, objective = ran(name), OBJECTIVES[name]
    first = [record for record in study.records if record.user_attrs["cohort"] == 0]
    at_first_rung = {record.number: study.curve(record.number)[objective.curve].iloc[1] for record in first}
    went_on = {record.number for record in first if record.user_attrs["epochs"] > 2}
    ranked = sorted(at_first_rung, key=lambda number: (objective.loss(at_first_rung[number]), number))
    assert went_on == set(ranked[: math.ceil(len(first) / 2)])


def test_a_score_is_maximized_in_the_journal_and_in_stock_optuna(ran):
    study = ran("f1")
    assert study.optuna().direction.name == "MAXIMIZE"
    assert study.optuna().best_value == study.best.value
    assert sum(importances(study).values()) == pytest.approx(1)


def test_the_final_metrics_agree_with_the_objective(ran):
    study = ran("balanced_error")
    metrics = study.records[study.best.number].user_attrs["metrics"]
    assert metrics["dev_balanced_error"] == pytest.approx(study.best.value)
    assert {"train_f1", "dev_auc"} <= metrics.keys()


def test_the_same_study_has_the_same_bits_with_workers_and_replays(ran, content, monkeypatch):
    study = ran("auc")
    monkeypatch.setattr("nnsearch.search.executor.WORTH_STARTING_WORKERS", 0.0)
    again = ran("auc", "b", jobs=2)
    assert content(again.paths) == content(study.paths)
    replay = Replay(study.paths)
    assert all(replayed.difference is None for replayed in replay.run(replay.numbers()))


@pytest.mark.parametrize("patience", ["", "patience = 2"])
def test_an_interrupted_study_goes_on_to_the_same_bits(make_study, tiny_text, content, patience):
    text = tiny_text.replace("[training]", f"[training]\n{patience}") + 'objective = "f1"\n'
    whole, spec = make_study("a", text)
    launch(whole, spec, Launch(jobs=1))
    paths, spec = make_study("b", text)
    for least in (3, 20, 60):
        stop = StopRequest()
        seen = []

        def observe(snapshot, least=least, stop=stop, seen=seen):
            seen.append(snapshot)
            if len(seen) * 4 > least:
                stop()

        launch(paths, spec, Launch(jobs=1), stop=stop, observer=observe)
    launch(paths, spec, Launch(jobs=1))
    assert content(paths) == content(whole)


def test_early_stopping_follows_the_objective(make_study, tiny_text):
    text = tiny_text.replace("[training]", "[training]\npatience = 2") + 'objective = "f1"\n'
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(jobs=1))
    study = Study(paths)
    stopped = [record for record in study.records if record.user_attrs["outcome"] == "early_stopped"]
    assert stopped
    for record in stopped:
        curve = list(study.curve(record.number)["dev_f1"])
        assert record.value == max(curve)
        assert record.user_attrs["outcome_epoch"] == curve.index(max(curve)) + 1


def test_a_target_of_a_score_is_reached_from_below(make_study, tiny_text):
    for place, target, reason in (("a", 0.5, "target"), ("b", 1.1, "trials")):
        paths, spec = make_study(place, tiny_text + f'objective = "f1"\ntarget = {target}\n')
        assert launch(paths, spec, Launch(jobs=1)).reason == reason


@pytest.mark.parametrize("sampler", ["cmaes", "tpe"])
def test_samplers_learn_in_the_objectives_direction(make_study, sampler):
    text = f"""
[data]
source = "moons"
samples = 200
[network]
hidden = [8]
[training]
epochs = 3
learning_rate = {{ low = 1e-5, high = 1e-1 }}
[search]
trials = 48
cohort = 8
policy = "full"
objective = "f1"
sampler = "{sampler}"
"""
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(jobs=1))
    study = Study(paths)
    values = [record.value for record in study.records]
    assert sum(values[-16:]) > sum(values[:16])


def test_a_zoom_keeps_the_best_by_the_objective(ran):
    child = zoom(ran("f1"), "child")
    assert child.spec.search.objective == "f1"
    assert child.spec.search.parent == "tiny"


def test_another_objective_is_another_study(make_study, tiny_text):
    paths, spec = make_study("a", tiny_text)
    launch(paths, spec, Launch(jobs=1, trials=8))
    other = parse_study(tiny_text + 'objective = "f1"\n', file="tiny.toml", name="tiny")
    with pytest.raises(StudyFileError, match=r"search\.objective: unset -> f1"):
        launch(paths, other, Launch(jobs=1))


def test_an_objective_that_does_not_suit_the_data_is_refused_before_anything_is_written(make_study, tiny_text):
    paths, spec = make_study("a", tiny_text + 'objective = "r2"\n')
    with pytest.raises(SettingsError, match=r"^objective must be a measure of predicted classes, got 'r2'"):
        launch(paths, spec, Launch(jobs=1))
    assert not paths.folder.exists()


def test_a_misspelt_objective_is_refused_with_the_nearest_name():
    with pytest.raises(
        StudyFileError, match=r"objective \"balanced-error\" is unknown: did you mean 'balanced_error'\?"
    ):
        parse_study('[data]\nsource = "moons"\n[search]\nobjective = "balanced-error"\n', name="x")
