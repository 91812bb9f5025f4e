import json
import webbrowser
from pathlib import Path

import pytest


def test_the_report_lies_in_the_studys_folder(tiny, workspace):
    result = tiny("report", "tiny")
    assert result.code == 0
    path = workspace / "studies" / "tiny" / "report.html"
    assert result.out.startswith(f"{path} (")
    assert path.read_text().startswith("<!doctype html>")


def test_the_report_goes_where_it_is_told(tiny, workspace):
    facts = json.loads(tiny("report", "tiny", "--out", "here.html", "--json").out)
    assert Path(facts["report"]) == workspace / "here.html"
    assert (workspace / "here.html").stat().st_size == facts["bytes"]


def test_the_report_opens_in_the_browser_when_asked(tiny, workspace, monkeypatch):
    opened = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", lambda address: not opened.append(address))
    result = tiny("report", "tiny", "--open")
    assert (result.code, "not opened" in result.err) == (0, False)
    assert opened == [(workspace / "studies" / "tiny" / "report.html").as_uri()]


def test_a_page_that_no_browser_shows_is_written_and_said_not_to_be_open(tiny, workspace, monkeypatch):
    monkeypatch.setattr("nnsearch.tracking.ui.has_screen", lambda: False)
    result = tiny("report", "tiny", "--open")
    assert result.code == 0
    assert "not opened: there is no screen here" in result.err
    monkeypatch.setattr("nnsearch.tracking.ui.has_screen", lambda: True)
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert "not opened: no browser was found" in tiny("report", "tiny", "--open").err
    assert (workspace / "studies" / "tiny" / "report.html").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("report", "tiny", "--out", "~nosuch-user/x.html"),
        ("export", "tiny", "~nosuch-user/x"),
        ("predict", "tiny", "~nosuch-user/x.csv"),
        ("predict", "tiny", "moons", "--out", "~nosuch-user/x.csv"),
        ("init", "~nosuch-user/x.csv"),
        ("--workspace", "~nosuch-user/x", "list"),
        ("run", "~nosuch-user/x.toml"),
    ],
    ids=" ".join,
)
def test_a_home_that_nobody_has_is_refused_in_a_line(tiny, words):
    result = tiny(*words)
    assert (result.code, len(result.errors)) == (2, 1)
    assert "no home folder for '~nosuch-user/x" in result.errors[0]


def test_a_folder_that_does_not_exist_is_refused(tiny):
    result = tiny("report", "tiny", "--out", "nowhere/report.html")
    assert result.code == 2
    assert result.errors == ["error: --out must be a file in a folder that exists, got nowhere/report.html"]


def test_a_study_that_has_not_been_started_has_no_report(cli):
    result = cli("report", "tiny")
    assert result.code == 2
    assert "no study 'tiny' has been started" in result.err
