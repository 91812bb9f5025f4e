"""Augmentation in a study: searched, pruned, interrupted, replayed; refused where it makes no sense."""

from __future__ import annotations

import pytest

from nnsearch.core.errors import SettingsError, StudyFileError
from nnsearch.search import executor as executor_module
from nnsearch.search.replay import Replay
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study
from nnsearch.search.study_file import parse_study

TEXT = """
[data]
source = "digits"
normalize = "unit"
[network]
hidden = [{ low = 4, high = 12 }]
[training]
epochs = 4
batch_size = 128
augment_flip = { choices = [true, false] }
augment_shift = { low = 0, high = 2 }
augment_rotation = { low = 0.0, high = 20.0 }
[search]
trials = 16
cohort = 8
group = 4
keep = 2
rungs = 2
"""


@pytest.fixture
def reference(make_study, content):
    paths, spec = make_study("reference", TEXT)
    launch(paths, spec, Launch(jobs=1))
    return content(paths)


def test_groups_share_their_augmentation_and_values_are_searched(make_study):
    paths, spec = make_study("a", TEXT)
    launch(paths, spec, Launch(jobs=1))
    study = Study(paths)
    values = [
        tuple(study.params(record)[f"augment_{name}"] for name in ("flip", "shift", "rotation"))
        for record in study.records
    ]
    groups = [set(values[start : start + 4]) for start in range(0, 16, 4)]
    assert all(len(group) == 1 for group in groups)
    assert len(set().union(*groups)) > 2


def test_workers_and_interruptions_change_no_bit(make_study, content, reference, monkeypatch):
    monkeypatch.setattr(executor_module, "WORTH_STARTING_WORKERS", 0.0)
    paths, spec = make_study("b", TEXT)
    stop = StopRequest()
    launch(paths, spec, Launch(jobs=2), stop=stop, observer=lambda snapshot: stop() if snapshot.epochs > 6 else None)
    launch(paths, spec, Launch(jobs=2))
    assert content(paths) == reference


def test_every_trial_replays(make_study):
    paths, spec = make_study("a", TEXT)
    launch(paths, spec, Launch(jobs=1))
    replay = Replay(paths)
    done = list(replay.run(replay.numbers()))
    assert [replayed.difference for replayed in done] == [None] * 16


@pytest.mark.parametrize(
    "line", ["augment_flip = true", "augment_shift = 1", "augment_rotation = { low = 0, high = 9 }"]
)
def test_data_that_is_no_picture_is_refused_before_anything_is_written(make_study, line):
    text = TEXT.replace('"digits"', '"iris"').split("augment_flip")[0] + line + "\n"
    paths, spec = make_study("a", text)
    name = line.split(" = ")[0]
    with pytest.raises(
        SettingsError, match=rf"^{name} must be left out where examples are no pictures \(training\.{name}\)$"
    ):
        launch(paths, spec, Launch(jobs=1))
    assert not paths.folder.exists()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("augment_rotation = 200", r"augment_rotation must be in \[0, 180\], got 200"),
        ("augment_shift = 1.5", r"augment_shift must be a whole number in \[0, inf\), got 1.5"),
        ("augment_rotate = 5", r"unknown key augment_rotate: did you mean 'augment_rotation'"),
    ],
)
def test_impossible_values_are_refused(line, message):
    with pytest.raises(StudyFileError, match=message):
        parse_study(f'[data]\nsource = "digits"\n[training]\n{line}\n', name="x")
