import html
import re

import pytest

from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import Workspace
from nnsearch.reports import report_page
from nnsearch.reports.report_page import render_report
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec

NASTY = "<script>alert(1)</script>"
LIMIT = 8_000_000


@pytest.fixture(scope="module")
def page(study):
    return render_report(study)


def visible_text(page):
    """The page without plotly's code, which holds addresses and tags of its own."""
    return re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_the_page_has_every_section(page):
    for name in (
        "summary",
        "progress",
        "curves",
        "space",
        "slices",
        "importance",
        "network",
        "rungs",
        "trials",
        "use",
        "reproduce",
    ):
        assert f'<section id="{name}">' in page


def test_the_page_loads_nothing(page):
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=\"(?!#|data:)", visible_text(page))


def test_the_page_stays_small(page):
    assert len(page.encode()) < LIMIT


def test_every_trial_has_a_row(page, study):
    assert len(re.findall(r'<tr><td data-key="\d+">#\d+</td>', page)) == len(study.records)


def test_the_study_file_and_the_versions_are_in_the_page_and_no_path_of_this_machine(page, study):
    assert f"<summary>The study file</summary><pre>{html.escape(study.meta['text'])}</pre>" in page.replace(
        "&#34;", "&quot;"
    )
    assert f'<th scope="row">numpy</th><td>{study.meta["machine"]["packages"]["numpy"]}</td>' in page
    assert str(study.paths.folder.parent) not in page


@pytest.fixture(scope="module")
def nasty_study(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("nasty"))
    workspace.studies.mkdir()
    rows = [f"{index},{index % 3},1,{NASTY if index % 2 else 'b'}" for index in range(60)]
    (workspace.studies / "table.csv").write_text("\n".join([f"a,{NASTY},constant {NASTY},label", *rows]) + "\n")
    table = {
        "data": {"source": "table.csv", "target": "label"},
        "network": {"hidden": [4]},
        "training": {"epochs": 2},
        "search": {"trials": 8, "cohort": 8},
    }
    spec = StudySpec.from_dict(table, name="nasty")
    paths = workspace.study("nasty")
    paths.file.write_text(f"# {NASTY}\n" + spec.text)
    launch(paths, spec, Launch(jobs=1))
    return Study(paths)


def test_names_from_data_stay_text(nasty_study):
    page = render_report(nasty_study)
    assert "alert(1)" in page
    assert NASTY not in page


def test_a_study_that_searches_nothing_has_a_page_too(nasty_study):
    page = render_report(nasty_study)
    assert '<section id="curves">' in page
    assert '<section id="space">' not in page


def test_a_regression_has_a_page(run_study):
    found = run_study("regression", data={"source": "diabetes"}, search={"trials": 8})
    assert "dev RMSE" in render_report(found)


def test_a_study_of_another_objective_shows_its_curves_too(run_study):
    found = run_study("f1", search={"trials": 8, "objective": "f1"})
    page = render_report(found)
    assert "dev F1" in page
    assert '<option value="curves-f1">F1 (dev only)</option>' in page
    assert '<option value="curves-error">error</option>' in page


def test_how_to_use_the_network_is_said(page):
    assert "mlflow models serve -m models:/tiny@champion --env-manager local" in page
    assert "nnsearch export tiny DIR --onnx" in page


def test_a_study_without_a_complete_trial_says_so(study, monkeypatch):
    monkeypatch.setattr("nnsearch.reports.report_page.page_trials", lambda _: [])

    def refuse(_):
        raise LedgerError("study 'tiny' has no complete trial yet")

    monkeypatch.setattr("nnsearch.reports.report_page.serve_best", refuse)
    text = visible_text(render_report(study))
    assert "It cannot be drawn: study &#39;tiny&#39; has no complete trial yet" in text
    assert "No trial has been trained to its end yet." in text
    assert 'id="use"' not in text


def test_a_table_has_its_worst_rows(page, study):
    (table,) = re.findall(r'<table class="plain" id="worst-rows">.*?</table>', page, flags=re.DOTALL)
    assert re.findall(r'<th scope="col">(.*?)</th>', table) == ["true", "predicted", "its probability", "x1", "x2"]
    assert "Wrong with the greatest confidence, on the dev set" in visible_text(page)


def test_too_many_classes_for_a_matrix_are_said_to_be_so(study, monkeypatch):
    monkeypatch.setattr("nnsearch.reports.report_page.MOST_CLASSES", 1)
    assert "A confusion matrix of more than 1 classes could not be read" in render_report(study)


def test_scanned_digits_are_dark_on_white_and_other_pictures_as_they_are(run_study, monkeypatch):
    found = run_study("scanned", data={"source": "digits"}, search={"trials": 8})
    negative, rows, _ = report_page._network(found)
    monkeypatch.setattr(report_page, "NEGATIVES", frozenset())
    plain, _, _ = report_page._network(found)
    scales = [figures["worst"]["data"][0]["colorscale"] for figures in (negative, plain)]
    assert scales == [[[0, "#ffffff"], [1, "#000000"]], [[0, "#000000"], [1, "#ffffff"]]]
    assert rows is None
