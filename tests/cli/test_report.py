import json
import webbrowser
from pathlib import Path


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
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert tiny("report", "tiny", "--open").code == 0
    assert opened == [(workspace / "studies" / "tiny" / "report.html").as_uri()]


def test_a_folder_that_does_not_exist_is_refused(tiny):
    result = tiny("report", "tiny", "--out", "nowhere/report.html")
    assert result.code == 2
    assert result.errors == ["error: --out must be a file in a folder that exists, got nowhere/report.html"]


def test_a_study_that_has_not_been_started_has_no_report(cli):
    result = cli("report", "tiny")
    assert result.code == 2
    assert "no study 'tiny' has been started" in result.err
