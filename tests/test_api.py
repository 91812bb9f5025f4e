import os
import subprocess
import sys

import numpy as np
import pytest

import nnsearch
from nnsearch.api import SHIPPED, find_spec, shipped_text
from nnsearch.core.atomic_files import read_json, write_json
from nnsearch.core.errors import SettingsError, StudyFileError, StudyNameError
from nnsearch.core.paths import Workspace
from nnsearch.search.launches import read_launch
from nnsearch.tracking import follower

TABLE = {
    "name": "small",
    "data": {"source": "moons", "samples": 200},
    "network": {"hidden": [4]},
    "training": {"epochs": 2, "learning_rate": {"low": 1e-3, "high": 1e-1}},
    "search": {"trials": 8, "cohort": 8},
}


def test_a_study_runs_and_loads(tmp_path):
    study = nnsearch.run(TABLE, tmp_path, track=False, jobs=1)
    assert len(study.trials) == 8
    assert nnsearch.load("small", tmp_path).best == study.best


def test_running_again_goes_on_and_more_trials_extend(tmp_path):
    nnsearch.run(TABLE, tmp_path, track=False, jobs=1)
    assert len(nnsearch.run("small", tmp_path, trials=16, track=False, jobs=1).trials) == 16


def test_a_dictionary_of_the_same_name_but_other_content_is_refused(tmp_path):
    find_spec(Workspace(tmp_path), TABLE)
    with pytest.raises(StudyFileError, match="another study of this name"):
        find_spec(Workspace(tmp_path), {**TABLE, "training": {"epochs": 3}})


def test_limits_of_a_dictionary_may_change_and_numpys_numbers_are_taken(tmp_path):
    table = {**TABLE, "training": {"epochs": np.int64(2), "learning_rate": {"low": np.float64(1e-3), "high": 0.1}}}
    nnsearch.run(table, tmp_path, track=False, jobs=1)
    longer = {**table, "search": {"trials": 16, "cohort": 8}}
    assert len(nnsearch.run(longer, tmp_path, track=False, jobs=1).trials) == 16
    assert len(nnsearch.run("small", tmp_path, track=False, jobs=1).trials) == 16


@pytest.mark.parametrize("limits", [{"trials": -5}, {"trials": 0}, {"jobs": -1}, {"time": 0.0}, {"time": "soon"}])
def test_impossible_limits_are_refused_before_anything_is_written(tmp_path, limits):
    with pytest.raises(SettingsError, match="must be"):
        nnsearch.run(TABLE, tmp_path, track=False, **limits)
    assert not (tmp_path / "studies" / "small").exists()


def test_a_time_may_be_written_as_in_a_study_file(tmp_path):
    assert len(nnsearch.run(TABLE, tmp_path, time="10m", track=False, jobs=1).trials) == 8


def test_mlflow_that_fails_is_told_and_the_study_returned(tmp_path, monkeypatch):
    def broken(workspace, name):
        return follower.Follower(workspace.study(name), None, "no such program")

    monkeypatch.setattr(follower, "start_follower", broken)
    with pytest.warns(UserWarning, match="no such program"):
        study = nnsearch.run(TABLE, tmp_path, jobs=1)
    assert len(study.trials) == 8


def test_mlflow_is_caught_up_with_also_where_the_next_round_is_refused(tmp_path, monkeypatch):
    def refuse(*_):
        raise StudyFileError("another study is there")

    monkeypatch.setattr("nnsearch.search.rounds.next_round", refuse)
    monkeypatch.setattr(
        follower, "start_follower", lambda place, name: follower.Follower(place.study(name), None, "no")
    )
    table = {**TABLE, "search": {**TABLE["search"], "rounds": 2}}
    with pytest.warns(UserWarning, match="MLflow is not up to date: no"), pytest.raises(StudyFileError, match="there"):
        nnsearch.run(table, tmp_path, jobs=1)


def test_going_on_under_another_version_warns(tmp_path):
    paths = nnsearch.run(TABLE, tmp_path, track=False, jobs=1).paths
    meta = read_json(paths.meta)
    meta["machine"]["packages"]["numpy"] = "1.0"
    write_json(paths.meta, meta)
    with pytest.warns(UserWarning, match=r"study 'small' began elsewhere, .*numpy: 1.0 then"):
        nnsearch.run("small", tmp_path, trials=16, track=False, jobs=1)


def test_a_dictionary_must_have_a_name(tmp_path):
    with pytest.raises(StudyFileError, match="name"):
        find_spec(Workspace(tmp_path), {"data": {"source": "digits"}})


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_studies_are_copied_and_valid(tmp_path, name):
    paths, spec = find_spec(Workspace(tmp_path), name)
    assert paths.file.read_text(encoding="utf-8") == shipped_text(name) == spec.text


def test_an_unknown_study_is_refused(tmp_path):
    with pytest.raises(StudyFileError, match="no such study file"):
        nnsearch.run("nothing", tmp_path)
    with pytest.raises(StudyNameError):
        nnsearch.load("nothing", tmp_path)


def test_a_shipped_name_written_wrongly_gets_the_right_one(tmp_path):
    with pytest.raises(StudyFileError, match=r"no such study file: .*digit.toml; did you mean 'digits'\?"):
        nnsearch.run("digit", tmp_path)


def test_a_study_started_from_a_file_elsewhere_is_found_by_its_name_and_finds_its_data(tmp_path):
    away = tmp_path / "away"
    away.mkdir()
    (away / "t.csv").write_text("a,y\n" + "1,p\n2,q\n" * 30)
    (away / "mine.toml").write_text(
        '[data]\nsource = "t.csv"\ntarget = "y"\n[training]\nepochs = 2\n'
        "learning_rate = { low = 1e-3, high = 1e-1 }\n[search]\ntrials = 8\ncohort = 8\n"
    )
    nnsearch.run(away / "mine.toml", tmp_path, track=False, jobs=1)
    assert nnsearch.load("mine", tmp_path).paths.file == away / "mine.toml"
    assert len(nnsearch.run("mine", tmp_path, trials=16, track=False, jobs=1).trials) == 16
    (away / "mine.toml").unlink()
    assert find_spec(Workspace(tmp_path), "mine")[1].search.trials == 8


def test_importing_nnsearch_imports_nothing_heavy():
    code = "import sys, nnsearch; print(sorted({'numpy','optuna','mlflow','pandas','sklearn'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        _ = nnsearch.nothing
    assert set(nnsearch.__all__) == set(dir(nnsearch))
    assert all(getattr(nnsearch, name) is not None for name in nnsearch.__all__)


def test_a_study_with_rounds_returns_the_last_one(tmp_path):
    table = {
        "name": "coarse",
        "data": {"source": "moons", "samples": 100},
        "training": {"epochs": 2, "learning_rate": {"low": 1e-3, "high": 1e-1}},
        "search": {"trials": 8, "cohort": 8, "rounds": 2},
    }
    assert nnsearch.run(table, tmp_path, track=False, jobs=1).name == "coarse-zoom"


def test_a_request_to_stop_begins_no_further_round(tmp_path):
    table = {**TABLE, "search": {"trials": 8, "cohort": 8, "rounds": 2}}
    stop = nnsearch.StopRequest()

    def stop_at_the_end(snapshot):
        if snapshot.trials_done == 8:
            stop()

    assert nnsearch.run(table, tmp_path, track=False, jobs=1, observer=stop_at_the_end, stop=stop).name == "small"


def test_the_launch_of_a_study_with_rounds_is_known_by_the_first(tmp_path):
    table = {**TABLE, "search": {"trials": 8, "cohort": 8, "rounds": 2}}
    first, owners = Workspace(tmp_path).study("small"), {}
    nnsearch.run(
        table, tmp_path, track=False, jobs=1, observer=lambda shot: owners.update({shot.study: read_launch(first)})
    )
    assert {name: owner.pid for name, owner in owners.items()} == {"small": os.getpid(), "small-zoom": os.getpid()}
    assert read_launch(first) is None


def test_a_file_written_by_hand_is_never_rewritten(tmp_path):
    (tmp_path / "studies").mkdir()
    file = tmp_path / "studies" / "mine.toml"
    file.write_text("# my words\n[data]\nsource = 'moons'   # why moons\n[search]\ntrials = 16\n")
    before = file.read_text()
    paths, spec = find_spec(
        Workspace(tmp_path), {"name": "mine", "data": {"source": "moons"}, "search": {"trials": 32}}
    )
    assert (paths.file, file.read_text(), spec.search.trials) == (file, before, 32)


def test_a_name_that_ends_like_a_file_is_refused_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StudyNameError, match=r"must not end in \.toml"):
        find_spec(Workspace(tmp_path), {**TABLE, "name": "x.toml"})
    assert not list(tmp_path.iterdir())
