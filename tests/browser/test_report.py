import pytest

from nnsearch.core.paths import Workspace
from nnsearch.reports.report_page import render_report
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec

TABLE = {
    "data": {"source": "moons", "samples": 200},
    "network": {
        "hidden": {"layers": [1, 2], "units": {"low": 4, "high": 16, "scale": "log"}},
        "activation": {"choices": ["relu", "tanh"]},
    },
    "training": {
        "epochs": 27,
        "learning_rate": {"low": 1e-3, "high": 1e-1, "scale": "log"},
        "beta1": {"low": 0.8, "high": 0.99, "scale": "1-beta"},
    },
    "search": {"trials": 200, "cohort": 16, "sampler": "random"},
}
TRIALS = 208
LIMIT = 8_000_000


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report of a study of 200 trials (13 cohorts of 16)."""
    workspace = Workspace(tmp_path_factory.mktemp("browser"))
    paths = workspace.study("moons")
    launch(paths, StudySpec.from_dict(TABLE, name="moons"), Launch(jobs=1))
    path = workspace.root / "report.html"
    path.write_text(render_report(Study(paths)))
    return path


@pytest.fixture
def opened(watched, report):
    watched.page.goto(report.as_uri())
    watched.page.wait_for_selector(".figure .main-svg")
    return watched


def draw_all(page):
    for figure in page.query_selector_all(".figure"):
        figure.scroll_into_view_if_needed()
        figure.wait_for_selector(".main-svg")


def cells(page, column):
    return page.eval_on_selector_all(
        f"#trial-table tbody tr:not([hidden]) td:nth-child({column})", "cells => cells.map(cell => cell.textContent)"
    )


def test_every_figure_is_drawn_with_no_request_and_no_error(opened, report):
    draw_all(opened.page)
    assert len(opened.page.query_selector_all(".figure .main-svg")) >= 7
    assert opened.page.query_selector_all(".figure path.js-line")
    assert opened.requests == [report.as_uri()]
    assert opened.errors == []


def test_the_report_of_200_trials_is_small(report):
    assert report.stat().st_size < LIMIT


def test_curves_switch_between_error_and_cost_and_between_axes(opened):
    page = opened.page
    axis = "document.getElementById('curves-figure').layout.yaxis"
    page.locator("#curves-figure").scroll_into_view_if_needed()
    page.wait_for_selector("#curves-figure .main-svg")
    assert page.evaluate(f"[{axis}.title.text, {axis}.type]") == ["error", "linear"]
    page.select_option("#curve-what", "curves-cost")
    page.select_option("#curve-scale", "log")
    page.wait_for_function(f"{axis}.title.text === 'cost' && {axis}.type === 'log'")
    page.select_option("#curve-scale", "linear")
    page.wait_for_function(f"{axis}.type === 'linear' && {axis}.range[0] < {axis}.range[1]")
    assert opened.errors == []


def test_the_table_sorts_by_number_both_ways_with_missing_cells_last(opened):
    page = opened.page
    page.click("#trial-table th:nth-child(2) button")
    errors = [float(text.removesuffix(" %")) for text in cells(page, 2) if text != "-"]
    assert len(errors) > 10
    assert errors == sorted(errors)
    page.click("#trial-table th:nth-child(2) button")
    assert page.get_attribute("#trial-table th:nth-child(2)", "aria-sort") == "descending"
    heads = page.eval_on_selector_all("#trial-table th", "heads => heads.map(head => head.textContent)")
    column = heads.index("units_2") + 1
    for _ in range(2):
        page.click(f"#trial-table th:nth-child({column}) button")
        units = cells(page, column)
        assert "-" in units
        assert units.index("-") == len([text for text in units if text != "-"])


def test_the_table_filters_by_words(opened):
    page = opened.page
    assert page.inner_text("#trial-count") == f"{TRIALS} of {TRIALS}"
    page.fill("#trial-filter", "pruned relu")
    outcomes = cells(page, 3)
    assert set(outcomes) == {"pruned"}
    assert page.inner_text("#trial-count") == f"{len(outcomes)} of {TRIALS}"


def test_markup_in_names_from_data_is_shown_as_text(watched, tmp_path):
    workspace = Workspace(tmp_path)
    workspace.studies.mkdir()
    nasty = "<img src=x onerror=alert(1)>"
    rows = [f"{index},1,{nasty if index % 2 else 'b'}" for index in range(60)]
    (workspace.studies / "table.csv").write_text("\n".join([f"a,{nasty},label", *rows]) + "\n")
    table = {
        "data": {"source": "table.csv", "target": "label"},
        "network": {"hidden": [4]},
        "training": {"epochs": 2},
        "search": {"trials": 8, "cohort": 8},
    }
    paths = workspace.study("nasty")
    launch(paths, StudySpec.from_dict(table, name="nasty"), Launch(jobs=1))
    (tmp_path / "report.html").write_text(render_report(Study(paths)))
    watched.page.goto((tmp_path / "report.html").as_uri())
    draw_all(watched.page)
    assert nasty in watched.page.inner_text("#summary")
    assert watched.page.query_selector_all("img") == []
    assert watched.errors == []


def test_a_narrow_window_scrolls_figures_and_not_the_page(watched, report):
    watched.page.set_viewport_size({"width": 390, "height": 800})
    watched.page.goto(report.as_uri())
    draw_all(watched.page)
    assert watched.page.evaluate("document.documentElement.scrollWidth") == 390
    assert watched.page.eval_on_selector('[data-figure="slices"]', "figure => figure.offsetWidth") >= 720
    assert watched.errors == []
