import subprocess
import sys

import pytest

import nnsearch
from nnsearch.api import SHIPPED, find_spec, shipped_text
from nnsearch.core.errors import StudyFileError, StudyNameError
from nnsearch.core.paths import Workspace

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


def test_importing_nnsearch_imports_nothing_heavy():
    code = "import sys, nnsearch; print(sorted({'numpy','optuna','mlflow','pandas','sklearn'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        _ = nnsearch.nothing
    assert set(nnsearch.__all__) == set(dir(nnsearch))
    assert all(getattr(nnsearch, name) is not None for name in nnsearch.__all__)
