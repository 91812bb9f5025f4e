import json

import pytest


@pytest.fixture
def zoomed(tiny):
    result = tiny("zoom", "tiny")
    assert result.code == 0
    return result


def test_zoom_writes_a_file_and_shows_each_new_range_with_its_reason(zoomed, workspace):
    assert (workspace / "studies/tiny-zoom.toml").is_file()
    lines = zoomed.out.splitlines()
    assert lines[0] == "tiny: the best 4 of 16 trials decide"
    assert lines[2].split() == ["hyperparameter", "searched", "now", "reason"]
    assert {line.split()[0] for line in lines[3:5]} == {"units_1", "learning_rate"}
    assert lines[-1].endswith("run it with: nnsearch run tiny-zoom")


def test_the_child_runs_and_says_where_it_comes_from(zoomed, cli):
    assert cli("run", "tiny-zoom", "--no-track", "--jobs", 1).code == 0
    assert "tiny-zoom (from tiny)" in cli("list").out
    assert "of it known to the sampler" in cli("show", "tiny-zoom").out


def test_a_name_that_is_taken_is_refused(zoomed, cli):
    result = cli("zoom", "tiny", "--name", "tiny-zoom")
    assert (result.code, len(result.errors)) == (2, 1)


def test_the_next_child_gets_the_next_name(zoomed, cli):
    assert json.loads(cli("zoom", "tiny", "--json").out)["study"] == "tiny-zoom2"


def test_rounds_zoom_inside_one_launch(cli, workspace, tiny_text):
    (workspace / "studies/tiny.toml").write_text(f"{tiny_text}rounds = 2\n")
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert result.code == 0
    assert "zooming into tiny: the best 4 of 16 trials decide" in result.out
    names = [
        study["name"] for study in json.loads(cli("list", "--json").out)["studies"] if study["state"] == "complete"
    ]
    assert names == ["tiny", "tiny-zoom"]
    again = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert again.out.count("nothing to do") == 2


def test_a_share_that_is_no_number_is_refused_in_a_line(tiny):
    result = tiny("zoom", "tiny", "--top", "nan")
    assert (result.code, result.errors) == (2, ["error: --top must be a share in (0, 1], got nan"])


def test_a_round_that_the_clock_cut_is_not_zoomed_into(cli, workspace, tiny_text):
    text = f"{tiny_text}rounds = 2\n".replace("trials = 24", "trials = 240")
    (workspace / "studies/tiny.toml").write_text(text)
    assert cli("run", "tiny", "--no-track", "--jobs", "1", "--time", "0.001s").code == 0
    assert [path.name for path in (workspace / "studies").glob("tiny-*")] == []
