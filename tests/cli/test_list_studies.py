import json

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
