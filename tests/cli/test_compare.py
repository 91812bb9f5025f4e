import json
import webbrowser

import pytest


def another(cli, workspace, name, text):
    (workspace / "studies" / f"{name}.toml").write_text(text)
    assert cli("run", name, "--no-track", "--jobs", 1).code == 0


def test_studies_of_one_data_set_are_ranked(tiny, workspace, tiny_text):
    another(tiny, workspace, "other", tiny_text + "seed = 1\n")
    result = tiny("compare", "tiny", "other")
    assert result.code == 0
    assert "best first: " in result.out
    assert "  search.seed: 0 -> 1" in result.out


def test_studies_of_different_data_are_not_ranked(tiny, workspace, tiny_text):
    another(tiny, workspace, "other", tiny_text.replace('"moons"', '"circles"'))
    result = tiny("compare", "tiny", "other")
    assert result.code == 0
    assert "not ranked: tiny and other used different data (moons and circles)" in result.out
    assert "best first" not in result.out


def test_studies_of_different_measures_are_not_ranked(tiny, workspace, tiny_text):
    text = tiny_text.replace('source = "moons"\nsamples = 100', 'source = "diabetes"')
    another(tiny, workspace, "other", text)
    facts = json.loads(tiny("compare", "tiny", "other", "--json").out)
    assert facts["comparable"] is False
    assert facts["ranking"] is None
    assert facts["reason"] == "tiny measures dev error, other dev RMSE"


@pytest.mark.parametrize(("words", "reason"), [(["tiny"], "at least 2 studies"), (["tiny", "tiny"], "different")])
def test_fewer_than_two_different_studies_are_refused(tiny, words, reason):
    result = tiny("compare", *words)
    assert result.code == 2
    (line,) = result.errors
    assert reason in line


def test_the_comparison_is_written_as_a_page_too(tiny, workspace, tiny_text):
    another(tiny, workspace, "other", tiny_text + "seed = 1\n")
    result = tiny("compare", "tiny", "other", "--html", "both.html")
    assert result.code == 0
    assert "best first: " in result.out
    assert result.out.splitlines()[-1].startswith(f"{workspace / 'both.html'} (")
    assert "<h1>tiny / other</h1>" in (workspace / "both.html").read_text()


def test_the_page_opens_in_the_browser_when_asked(tiny, workspace, tiny_text, monkeypatch):
    another(tiny, workspace, "other", tiny_text + "seed = 1\n")
    opened = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", lambda address: not opened.append(address))
    facts = json.loads(tiny("compare", "tiny", "other", "--open", "--json").out)
    path = workspace / "studies" / "tiny" / "compare.html"
    assert opened == [path.as_uri()]
    assert (facts["page"], facts["bytes"]) == (str(path), path.stat().st_size)


def test_without_being_asked_no_page_is_written(tiny, workspace, tiny_text):
    another(tiny, workspace, "other", tiny_text + "seed = 1\n")
    assert "page" not in json.loads(tiny("compare", "tiny", "other", "--json").out)
    assert not list(workspace.rglob("*.html"))


def test_a_page_needs_a_folder_that_exists(tiny, workspace, tiny_text):
    another(tiny, workspace, "other", tiny_text + "seed = 1\n")
    result = tiny("compare", "tiny", "other", "--html", "nowhere/both.html")
    assert result.code == 2
    assert result.errors == ["error: --html must be a file in a folder that exists, got nowhere/both.html"]
