import io

import pytest
from rich.console import Console

from nnsearch.reports.comparison import compare
from nnsearch.reports.comparison_table import render_comparison


@pytest.fixture(scope="module")
def elsewhere(run_study):
    return run_study("elsewhere-too", data={"source": "circles", "samples": 200})


def shown(studies, *, plain=True, width=200):
    console = Console(file=io.StringIO(), width=width, markup=False, color_system=None, force_terminal=not plain)
    console.print(render_comparison(compare(studies), plain=plain))
    return console.file.getvalue()


def test_each_study_has_a_column(study, elsewhere):
    lines = {line.split()[0]: line.split()[1:] for line in shown([study, elsewhere]).splitlines() if line.strip()}
    assert lines["data"] == ["moons", "circles"]
    assert lines["trials"] == ["16/16", "16/16"]
    assert lines["dev"] == ["20", "40"]


def test_what_is_the_same_in_the_data_has_no_line(study, elsewhere):
    assert "\nfeatures" not in shown([study, elsewhere])


def test_the_verdict_and_the_differences_follow(study, elsewhere):
    text = shown([study, elsewhere])
    assert "not ranked: tiny and elsewhere-too used different data" in text
    assert "tiny -> elsewhere-too:\n  data.samples: 100 -> 200\n  data.source: moons -> circles" in text


def test_names_from_data_are_no_formatting(study, elsewhere, monkeypatch):
    monkeypatch.setitem(elsewhere.meta["data"], "classes", ["[bold]a", "\x1b[31mb"])
    text = shown([study, elsewhere])
    assert "[bold]a" in text
    assert "\x1b" not in text
