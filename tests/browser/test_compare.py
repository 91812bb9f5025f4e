import pytest

from nnsearch.core.paths import Workspace
from nnsearch.reports.comparison import compare
from nnsearch.reports.comparison_page import render_comparison_page
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec

TABLE = {
    "data": {"source": "moons", "samples": 200},
    "network": {"hidden": [{"low": 4, "high": 16, "scale": "log"}]},
    "training": {"epochs": 9, "learning_rate": {"low": 1e-3, "high": 1e-1, "scale": "log"}},
    "search": {"trials": 32, "cohort": 16, "sampler": "random"},
}
NASTY = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    found = Workspace(tmp_path_factory.mktemp("compare"))
    found.studies.mkdir()
    return found


def run(workspace, name, **data):
    table = TABLE | {"data": data} if data else TABLE | {"search": TABLE["search"] | {"seed": len(name)}}
    launch(workspace.study(name), StudySpec.from_dict(table, name=name), Launch(jobs=1))
    return Study(workspace.study(name))


@pytest.fixture(scope="module")
def studies(workspace):
    return [run(workspace, name) for name in ("one", "three")]


def draw(watched, path, studies):
    path.write_text(render_comparison_page(compare(studies)))
    watched.page.goto(path.as_uri())
    for figure in watched.page.query_selector_all(".figure"):
        figure.scroll_into_view_if_needed()
        figure.wait_for_selector(".main-svg")


def test_every_figure_is_drawn_with_no_request_and_no_error(watched, studies, tmp_path):
    path = tmp_path / "compare.html"
    draw(watched, path, studies)
    lines = watched.page.query_selector_all('[data-figure="overlay"] .scatterlayer path.js-line')
    assert len(lines) == 4  # two studies, by trials and by seconds
    assert len(watched.page.query_selector_all('[data-figure="importance"] .barlayer .point')) == 4
    assert watched.requests == [path.as_uri()]
    assert watched.errors == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_as_wide_as_the_window(watched, studies, tmp_path, width):
    watched.page.set_viewport_size({"width": width, "height": 800})
    draw(watched, tmp_path / "compare.html", studies)
    assert watched.page.evaluate("document.documentElement.scrollWidth") == width


def test_markup_in_names_from_data_is_shown_as_text(watched, workspace, studies, tmp_path):
    rows = [f"{index},{index % 7},{NASTY if index % 2 else 'b'}" for index in range(60)]
    (workspace.studies / "table.csv").write_text("\n".join(["a,b,label", *rows]) + "\n")
    nasty = run(workspace, "nasty", source="table.csv", target="label")
    draw(watched, tmp_path / "compare.html", [studies[0], nasty])
    assert NASTY in watched.page.inner_text("#differences")
    assert "Not ranked: one and nasty used different data" in watched.page.inner_text("#verdict")
    assert watched.page.query_selector_all("img") == []
    assert watched.errors == []
