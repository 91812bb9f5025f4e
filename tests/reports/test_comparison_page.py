import re

import pytest

from nnsearch.reports.comparison import compare
from nnsearch.reports.comparison_page import render_comparison_page

NASTY = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def other(run_study):
    return run_study("other-page", search={"seed": 1})


@pytest.fixture(scope="module")
def page(study, other):
    return render_comparison_page(compare([study, other]))


def words(page):
    """The page without plotly's code, which holds addresses and tags of its own."""
    return re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_the_page_has_every_section(page):
    for name in ("verdict", "progress", "standing", "importance", "differences", "reproduce"):
        assert f'<section id="{name}">' in page


def test_the_page_loads_nothing(page):
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=\"(?!#|data:)", words(page))


def test_the_verdict_and_what_differs_are_on_it(page):
    assert "Best first: " in page
    assert "exact McNemar test" in page
    assert '<th scope="row">search.seed</th><td>0</td><td>1</td>' in page
    assert "The same examples, split the same way." in page


def test_studies_that_cannot_be_ranked_are_not(study, run_study):
    elsewhere = run_study("elsewhere-page", data={"source": "circles", "samples": 100})
    text = words(render_comparison_page(compare([study, elsewhere])))
    assert '<p class="warning">Not ranked: tiny and elsewhere-page used different data' in text
    assert "These studies are not ranked" in text
    assert "Best first" not in text


def test_names_from_data_stay_text(study, other, monkeypatch):
    monkeypatch.setitem(other.meta["data"], "classes", [NASTY, "b"])
    monkeypatch.setitem(other.meta["data"], "notes", [NASTY])
    page = render_comparison_page(compare([study, other]))
    assert NASTY not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2
