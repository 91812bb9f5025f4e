from __future__ import annotations

import json

import numpy as np
import pytest

from nnsearch.core.atomic_files import read_arrays, read_json, write_arrays, write_json
from nnsearch.core.blas import recorded_kernel
from nnsearch.core.errors import EnvironmentRefusedError, SettingsError, StudyFileError
from nnsearch.search.executor import Workers
from nnsearch.search.in_process import InProcess, Lost
from nnsearch.search.machine import describe_machine, machine_differences
from nnsearch.search.replay import Replay, first_difference
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study


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


def test_all_of_sixty_four_trials_have_the_bits_on_record(make_study, tiny_text):
    text = tiny_text.replace("trials = 24", "trials = 64").replace("samples = 300", "samples = 100")
    paths, spec = make_study("a", f"{text}in_flight = 2\n".replace("epochs = 9", "epochs = 6"))
    launch(paths, spec, Launch(jobs=1))
    replay = Replay(paths)
    done = list(replay.run(replay.numbers()))
    assert [(replayed.number, replayed.difference) for replayed in done] == [(number, None) for number in range(64)]
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
    assert [replayed.number for replayed in found] == [json.loads(first)["trial"]]
    assert "dev_cost at epoch 1" in str(found[0].difference)


def test_one_changed_weight_is_found_in_its_trial(ran):
    number, name = sorted(Study(ran).progress["best_files"].items())[1]
    arrays = read_arrays(ran.best / name)
    arrays["W1"][0, 0] = np.nextafter(arrays["W1"][0, 0], np.float32(np.inf))
    write_arrays(ran.best / name, arrays)
    replay = Replay(ran)
    found = [replayed for replayed in replay.run(replay.numbers()) if replayed.difference is not None]
    assert [replayed.number for replayed in found] == [int(number)]
    assert f"1 of {arrays['W1'].size} numbers differ" in str(found[0].difference)


def test_changed_data_is_refused(ran):
    meta = ran.meta.read_text()
    fingerprint = read_json(ran.meta)["data"]["fingerprint"]
    ran.meta.write_text(meta.replace(fingerprint, "0" * len(fingerprint)))
    with pytest.raises(StudyFileError, match="has changed since it began"):
        Replay(ran)


def test_a_trial_without_a_record_is_refused(ran):
    with pytest.raises(SettingsError, match="no learning curve of trial 99"):
        list(Replay(ran).run([99]))


def test_a_worker_that_dies_of_a_trial_is_told_with_what_to_do(ran, monkeypatch):
    class Deadly(InProcess):
        def next(self):
            return self._queue.popleft()[0], Lost(alone=True, how="SIGKILL(-9)")

    monkeypatch.setattr("nnsearch.search.replay.choose_executor", lambda examples, *_: Deadly(examples))
    with pytest.raises(EnvironmentRefusedError, match=r"trial 3: its worker died of SIGKILL\(-9\): .* Try again"):
        list(Replay(ran).run([3]))


def test_a_missing_epoch_is_a_difference():
    short, long = {"dev_error": [0.5]}, {"dev_error": [0.5, 0.25]}
    assert str(first_difference(short, long)) == "epochs: 1 on record, 2 now"


def test_nan_equals_itself():
    assert first_difference({"dev_error": [float("nan")]}, {"dev_error": [float("nan")]}) is None


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
