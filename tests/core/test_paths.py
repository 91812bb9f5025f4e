from pathlib import Path

import pytest

from nnsearch.core.errors import SettingsError, StudyNameError
from nnsearch.core.paths import WORKSPACE_VARIABLE, Workspace, expand_home


def test_a_workspace_is_named_by_argument_then_environment_then_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Workspace.find().root == tmp_path
    monkeypatch.setenv(WORKSPACE_VARIABLE, str(tmp_path / "there"))
    assert Workspace.find().root == tmp_path / "there"
    assert Workspace.find(tmp_path / "here").root == tmp_path / "here"


def test_a_study_is_found_by_name_or_path(tmp_path):
    workspace = Workspace(tmp_path)
    by_name = workspace.study("digits")
    by_path = workspace.study(tmp_path / "studies" / "digits.toml")
    assert by_name == by_path
    assert by_name.folder == tmp_path / "studies" / "digits"


def test_a_study_file_elsewhere_keeps_its_ledger_in_the_workspace(tmp_path):
    paths = Workspace(tmp_path).study("/elsewhere/mine.toml")
    assert paths.file == Path("/elsewhere/mine.toml")
    assert paths.folder == tmp_path / "studies" / "mine"


@pytest.mark.parametrize("name", ["../x", "a/b", "../../etc/passwd", "x/../../y.tom"])
def test_a_name_with_a_path_in_it_is_refused(tmp_path, name):
    with pytest.raises(StudyNameError):
        Workspace(tmp_path).study(name)


def test_studies_are_listed_by_file_and_by_ledger(tmp_path):
    (tmp_path / "studies" / "old").mkdir(parents=True)
    (tmp_path / "studies" / "old" / "study.json").write_text("{}")
    (tmp_path / "studies" / "new.toml").write_text("")
    assert Workspace(tmp_path).study_names() == ["new", "old"]
    assert Workspace(tmp_path / "nowhere").study_names() == []


def test_a_study_that_was_never_started_is_refused_with_those_that_were(tmp_path):
    (tmp_path / "studies" / "digits").mkdir(parents=True)
    (tmp_path / "studies" / "digits" / "study.json").write_text("{}")
    with pytest.raises(StudyNameError, match="did you mean 'digits'"):
        Workspace(tmp_path).existing_study("digit")
    with pytest.raises(StudyNameError, match="nnsearch run"):
        Workspace(tmp_path / "empty").existing_study("digits")


def test_a_home_that_nobody_has_is_refused():
    with pytest.raises(SettingsError, match="no home folder for '~nosuch-user/x'"):
        expand_home("~nosuch-user/x")
