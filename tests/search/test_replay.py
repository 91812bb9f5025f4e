from __future__ import annotations

from importlib.util import find_spec

import pytest

from nnsearch.core.atomic_files import read_json, write_json
from nnsearch.core.blas import recorded_kernel
from nnsearch.core.errors import SettingsError, StudyFileError
from nnsearch.search.executor import Workers
from nnsearch.search.machine import describe_machine
from nnsearch.search.replay import Replay, first_difference, machine_differences
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest


@pytest.fixture
def ran(make_study):
    paths, spec = make_study()
    launch(paths, spec, Launch(jobs=1))
    return paths


def test_every_trial_trained_alone_has_the_bits_on_record(ran):
    replay = Replay(ran)
    done = list(replay.run(replay.numbers()))
    assert len(done) == 24
    assert [replayed.difference for replayed in done] == [None] * 24
    assert sum(replayed.weights for replayed in done) == 3


def test_early_stopped_and_diverged_trials_replay_too(make_study, tiny_text):
    text = tiny_text.replace("low = 1e-3, high = 1e-1", "low = 1e-1, high = 1e30").replace(
        "[training]", "[training]\npatience = 1"
    )
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(jobs=1))
    replay = Replay(paths)
    outcomes = {record.user_attrs["outcome"] for record in replay.study.records}
    assert {"diverged", "early_stopped"} <= outcomes
    assert all(replayed.difference is None for replayed in replay.run(replay.numbers()))


def test_a_stopped_study_replays_what_is_on_record_of_its_live_trials(make_study):
    paths, spec = make_study()
    stop = StopRequest()
    launch(paths, spec, Launch(jobs=1), stop=stop, observer=lambda snapshot: stop() if snapshot.epochs else None)
    replay = Replay(paths)
    done = list(replay.run(replay.numbers()))
    assert done
    assert all(replayed.difference is None for replayed in done)


def test_a_changed_curve_is_found_with_its_epoch(ran):
    text = ran.curves.read_text()
    first = text.splitlines()[0]
    number = first.split('"dev_cost":[')[1].split(",")[0].rstrip("]")
    ran.curves.write_text(text.replace(number, f"{number[:-1]}{(int(number[-1]) + 1) % 10}", 1))
    replay = Replay(ran)
    found = [replayed for replayed in replay.run(replay.numbers()) if replayed.difference is not None]
    assert len(found) == 1
    assert "dev_cost at epoch 1" in str(found[0].difference)


def test_changed_data_is_refused(ran):
    meta = ran.meta.read_text()
    fingerprint = read_json(ran.meta)["data"]["fingerprint"]
    ran.meta.write_text(meta.replace(fingerprint, "0" * len(fingerprint)))
    with pytest.raises(StudyFileError, match="has changed since it began"):
        Replay(ran)


def test_a_trial_without_a_record_is_refused(ran):
    with pytest.raises(SettingsError, match="no learning curve of trial 99"):
        list(Replay(ran).run([99]))


def test_a_missing_epoch_is_a_difference():
    short, long = {"dev_error": [0.5]}, {"dev_error": [0.5, 0.25]}
    assert str(first_difference(short, long)) == "epochs: 1 on record, 2 now"


def test_nan_equals_itself():
    assert first_difference({"dev_error": [float("nan")]}, {"dev_error": [float("nan")]}) is None


def test_the_same_machine_has_no_differences():
    assert machine_differences(describe_machine()) == []


def test_a_study_replays_with_the_kernel_it_began_with(make_study, tiny_text, monkeypatch):
    own = recorded_kernel(describe_machine()["blas"])
    other = "Haswell" if own != "Haswell" else "Nehalem"
    paths, spec = make_study("a", tiny_text.replace("trials = 24", "trials = 8"))
    monkeypatch.setattr("nnsearch.search.run.choose_executor", lambda examples, *_: Workers(examples, 1, other))
    launch(paths, spec, Launch())
    meta = read_json(paths.meta)
    meta["machine"]["blas"] = [line.replace(own, other) for line in meta["machine"]["blas"]]
    write_json(paths.meta, meta)
    replay = Replay(paths)
    assert [replayed.difference for replayed in replay.run(replay.numbers())] == [None] * 8
    assert machine_differences(meta["machine"]) == []


def test_another_machine_is_described_blas_first():
    now = {"blas": ["openblas 2 B"], "processor": "x", "system": "s", "python": "3", "packages": {"numpy": "2"}}
    then = {**now, "blas": ["openblas 1 A"], "packages": {"numpy": "1"}}
    assert machine_differences(then, now) == [
        "blas: openblas 1 A then, openblas 2 B now",
        "numpy: 1 then, 2 now",
    ]


def test_packages_that_a_sampler_may_need_are_compared_where_they_were_installed():
    now = {"packages": {"cmaes": "2", "torch": "2"}}
    assert machine_differences({"packages": {"cmaes": "1", "numba": "1"}}, now) == [
        "cmaes: 1 then, 2 now",
        "numba: 1 then, unknown now",
    ]
    assert machine_differences({"packages": {}}, now) == []


def test_packages_that_a_sampler_may_need_are_recorded_where_they_are_installed():
    recorded = describe_machine()["packages"]
    for name in ("cmaes", "torch", "numba"):
        assert (name in recorded) == (find_spec(name) is not None)


def test_a_blas_that_is_not_loaded_yet_is_no_difference():
    now = {**describe_machine(), "blas": ["openblas 1 A"]}
    assert machine_differences({**now, "blas": ["openblas 0 A", "openblas 1 A"]}, now) == []
