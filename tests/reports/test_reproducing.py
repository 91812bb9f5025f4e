import shutil
import tomllib

import pytest

import nnsearch
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.reports.comparison import compare
from nnsearch.reports.comparison_page import render_comparison_page
from nnsearch.reports.report_page import render_report
from nnsearch.reports.reproducing import run_commands
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec, load_study, parse_study


@pytest.fixture
def family(study, tmp_path):
    """A study that was extended, and another that began from it."""
    shutil.copytree(study.paths.folder, tmp_path / "tiny")
    paths = StudyPaths("tiny", tmp_path / "tiny.toml", tmp_path / "tiny")
    spec = parse_study(study.meta["text"], file="tiny.toml", name="tiny")
    paths.file.write_text(spec.text)
    launch(paths, spec, Launch(trials=24, resume=True, jobs=1))
    table = {
        "data": {"source": "moons", "samples": 100},
        "training": {"epochs": 3},
        "search": {"trials": 8, "cohort": 8, "sampler": "random", "parent": "tiny"},
    }
    child = StudyPaths("child", tmp_path / "child.toml", tmp_path / "child")
    launch(child, StudySpec.from_dict(table, name="child"), Launch(jobs=1))
    return Study(paths), Study(child)


def test_a_study_as_its_file_says_needs_no_more_than_its_name(study):
    assert run_commands(study) == ["nnsearch run tiny"]


def test_an_extended_study_is_asked_for_all_its_trials(family):
    assert run_commands(family[0]) == ["nnsearch run tiny --trials 24"]


def test_a_child_needs_its_parent_first_and_its_page_holds_both_files(family):
    assert run_commands(family[1]) == ["nnsearch run tiny --trials 24", "nnsearch run child"]
    page = render_report(family[1])
    assert "This study began with the trials of tiny, which must be run first" in page
    assert "<summary>The study file of tiny</summary>" in page


def test_a_parent_that_is_gone_is_named(family):
    shutil.rmtree(family[0].paths.folder)
    assert run_commands(family[1]) == ["nnsearch run tiny", "nnsearch run child"]
    assert "its ledger is not here" in render_report(family[1])


def test_a_comparison_runs_a_parent_once(family):
    page = render_comparison_page(compare(family[::-1]))
    assert "nnsearch run tiny --trials 24\nnnsearch run child\nnnsearch compare child tiny" in page


def test_a_round_is_begun_by_its_first_one_as_long_as_that_was_then(study, tmp_path):
    table = {"name": "tiny", **tomllib.loads(study.meta["text"])}
    table["search"] |= {"rounds": 2}
    child = nnsearch.run(table, tmp_path, track=False, jobs=1)
    parent = Workspace(tmp_path).study("tiny")
    launch(parent, load_study(parent.file), Launch(trials=24, jobs=1))
    assert run_commands(child) == ["nnsearch run tiny", "nnsearch resume tiny-zoom --trials 16"]
    assert run_commands(nnsearch.load("tiny", tmp_path)) == ["nnsearch run tiny --trials 24"]
