import csv
import io
import json

import pytest

from nnsearch.search.lock import StudyLock


def test_an_empty_workspace_says_how_to_begin(cli, tmp_path):
    result = cli("list", "--workspace", tmp_path / "none")
    assert result.code == 0
    assert f"start one with nnsearch run --workspace {tmp_path / 'none'}" in result.out


def test_a_study_that_was_run_shows_its_standing(tiny):
    line = next(line for line in tiny("list").out.splitlines() if line.startswith("tiny"))
    assert line.split()[:3] == ["tiny", "complete", "16/16"]
    assert "%" in line


def test_a_study_that_is_running_names_its_owner(tiny, workspace):
    with StudyLock(workspace / "studies" / "tiny" / "lock"):
        result = tiny("list")
    assert "running" in result.out
    assert "pid" in result.out


def test_a_damaged_study_does_not_hide_the_others(tiny, workspace):
    broken = workspace / "studies" / "broken"
    broken.mkdir()
    (broken / "study.json").write_text("{")
    result = tiny("list")
    assert "damaged" in result.out
    assert "complete" in result.out


def test_a_pipe_gets_plain_text(tiny):
    out = tiny("list").out
    assert out.isascii()
    assert all(line == line.rstrip() for line in out.splitlines())


def test_json_holds_exact_values(tiny):
    (study,) = json.loads(tiny("list", "--json").out)["studies"]
    assert (study["name"], study["state"], study["trials_done"]) == ("tiny", "complete", 16)
    assert isinstance(study["best"], float)


def test_studies_are_filtered_sorted_and_cut(tiny, workspace, tiny_text):
    (workspace / "studies" / "another.toml").write_text(tiny_text)
    assert [study["name"] for study in json.loads(tiny("list", "--json").out)["studies"]] == ["another", "tiny"]
    best = json.loads(tiny("list", "--sort", "best", "--limit", 1, "--json").out)["studies"]
    assert [study["name"] for study in best] == ["tiny"]
    lines = tiny("list", "--state", "new").out.splitlines()
    assert [line.split()[0] for line in lines] == ["study", "another"]


def test_where_no_study_is_left_this_is_said(tiny):
    assert tiny("list", "--state", "running", "--state", "damaged").out == "no study of 1 is running or damaged\n"


def test_csv_has_a_header_and_exact_values(tiny):
    (study,) = csv.DictReader(io.StringIO(tiny("list", "--csv").out))
    facts = json.loads(tiny("list", "--json").out)["studies"][0]
    assert list(study) == list(facts)
    assert (study["name"], float(study["best"])) == ("tiny", facts["best"])


def test_csv_of_no_studies_is_its_header(cli, tmp_path):
    assert cli("list", "--csv", "--workspace", tmp_path / "none").out.startswith("name,state,")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--state", "runing"], "--state must be a word it knows, got 'runing': did you mean 'running'?"),
        (["--sort", "tme"], "--sort must be a word it knows, got 'tme': did you mean 'time'?"),
        (["--limit", "0"], "invalid value for '--limit': 0 is not in the range x>=1"),
        (["--csv", "--json"], "the output must have one format, got both --csv and --json"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(cli, words, error):
    result = cli("list", *words)
    assert result.code == 2
    (line,) = result.errors
    assert error in line
