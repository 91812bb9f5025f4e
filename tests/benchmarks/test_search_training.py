import math
from dataclasses import replace

import pytest

from benchmarks import search_training
from benchmarks.search_peers import BUILDERS
from benchmarks.search_training import PEERS, Race, Run, TrainingResult, measure_training
from benchmarks.search_workloads import WORKLOADS, write_study
from benchmarks.workers import WorkerError
from nnsearch.core.paths import Workspace
from nnsearch.data.load import load_data
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import load_study

THEIRS = Run(30.0, 5.0, ((10.0, 0.3), (25.0, 0.1), (29.0, 0.2)), 8)
OURS = Run(6.0, 0.0, ((2.0, 0.2), (5.0, 0.05)), 16)
WARM = Run(5.0, 1.0, ((1.5, 0.2), (3.0, 0.1)), 16)


def test_when_a_peer_found_its_final_error_is_known():
    assert (THEIRS.error, THEIRS.until(0.1)) == (0.1, 25.0)


def test_an_error_that_is_never_reached_takes_for_ever():
    assert THEIRS.until(0.01) == math.inf


def test_startup_is_excluded_on_both_sides_or_on_none():
    race = Race("peer", THEIRS, OURS, WARM)
    assert race.excluded == (25.0, 2.0)
    assert race.included == (30.0, 5.0)
    assert race.found == (20.0, 25.0)


def test_how_much_sooner_is_a_median_over_seeds():
    races = [Race("peer", THEIRS, OURS, replace(WARM, complete=((1.0 + t, 0.1),))) for t in (1.0, 2.5, 40.0)]
    result = TrainingResult(WORKLOADS["digits"], tuple(races))
    assert result.sooner("peer", "excluded") == pytest.approx(10.0)


def test_letters_are_as_many_as_they_say(tmp_path):
    workload = WORKLOADS["letters"]
    data = load_data(workload.spec(workload.source(tmp_path), "letters", 0).data, tmp_path)
    assert (data.train.m + data.dev.m, data.n_x, data.n_y, data.test) == (20_000, 16, 26, None)


def test_a_race_is_run_by_both_to_the_same_error():
    workload = replace(WORKLOADS["digits"].shortened(), trials=8)
    lines = []
    results = measure_training([workload], ["Optuna + scikit-learn"], seeds=1, jobs=2, tell=lines.append)
    (race,) = results[0].races
    assert not results[0].failures
    assert race.theirs.trials in (8, 9)  # both workers may begin a last one
    assert race.ours.complete[-1][0] <= race.ours.seconds
    assert 0 < race.warm.startup < race.warm.seconds
    assert sorted(error for _, error in race.ours.complete) == sorted(error for _, error in race.warm.complete)
    assert "digits, seed 0, Optuna + scikit-learn" in lines[0]


def test_every_peer_has_a_trainer():
    assert {peer.trainer for peer in PEERS.values()} == set(BUILDERS)


def test_a_contender_that_fails_is_told(monkeypatch):
    def fail(arguments):
        raise WorkerError("out of luck")

    monkeypatch.setattr(search_training, "run_process", fail)
    (result,) = measure_training([WORKLOADS["digits"]], ["Optuna + torch"], seeds=1, jobs=1, tell=print)
    assert result.failures == {"seed 0": "out of luck"}


def test_a_process_that_fails_says_why():
    with pytest.raises(WorkerError, match="No module named"):
        search_training.run_process(["no_such_module"])


def test_a_network_of_ours_counts_from_the_end_of_its_training(tmp_path):
    spec = WORKLOADS["digits"].shortened().spec({"source": "digits", "test": 0.0}, "short", 0, policy="full")
    paths = Workspace(tmp_path).study("short")
    launch(paths, load_study(write_study(spec, tmp_path)), Launch(trials=16, jobs=1))
    told = sorted(record.complete.timestamp() for record in Study(paths).records if record.state == "COMPLETE")
    run = search_training._run_of(tmp_path, "short", began=0.0, ready=0.0, ended=told[-1])
    assert len(run.complete) == len(told) == 16
    assert all(trained < of_cohort for (trained, _), of_cohort in zip(run.complete, told, strict=True))
    assert run.error == min(record.value for record in Study(paths).records)
