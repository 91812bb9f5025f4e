"""The objective on the command line: named wherever a value is shown."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def scored(cli, workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + 'objective = "f1"\n')
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert result.code == 0
    return result


def test_run_show_list_and_check_name_it(scored, cli):
    assert "dev F1" in scored.out
    assert "dev F1" in cli("show", "tiny").out
    assert "objective  dev F1, the more the better" in cli("check", "tiny").out
    listed = next(row for row in json.loads(cli("list", "--json").out)["studies"] if row["name"] == "tiny")
    facts = json.loads(cli("show", "tiny", "--json").out)
    assert listed["metric"] == facts["metric"] == "f1"
    top = [row["value"] for row in facts["top"]]
    assert top == sorted(top, reverse=True)
    assert listed["best"] == top[0]


def test_the_page_of_a_trial_draws_it(scored, cli):
    assert "dev F1" in cli("show", "tiny", "--trial", 0).out


def test_the_report_has_it(scored, cli, workspace):
    assert cli("report", "tiny").code == 0
    assert "dev F1" in (workspace / "studies" / "tiny" / "report.html").read_text()


def test_a_study_of_another_objective_is_not_ranked_against_it(scored, cli, workspace, tiny_text):
    (workspace / "studies" / "plain.toml").write_text(tiny_text)
    assert cli("run", "plain", "--no-track", "--jobs", 1).code == 0
    assert "tiny measures dev F1, plain dev error" in cli("compare", "tiny", "plain").out


def test_one_that_does_not_suit_the_data_is_one_line_and_nothing_is_written(cli, workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + 'objective = "mae"\n')
    for verb in (("check", "tiny"), ("run", "tiny", "--no-track")):
        result = cli(*verb)
        assert (result.code, len(result.err.splitlines())) == (2, 1)
        assert "objective must be a measure of predicted classes, got 'mae'" in result.err
    assert not (workspace / "studies" / "tiny").exists()
