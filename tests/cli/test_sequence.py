import os
import signal

import pytest

from nnsearch.cli.launching import Launching
from nnsearch.core.paths import Workspace
from nnsearch.search import rounds
from nnsearch.search.launches import read_launch


@pytest.fixture
def other(workspace, tiny_text):
    (workspace / "studies" / "other.toml").write_text(tiny_text)


@pytest.fixture
def two_rounds(workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + "rounds = 2\n")


@pytest.fixture
def before(monkeypatch):
    """Does something before the n-th study is launched."""

    def set_trap(number, act):
        launches, run = [], Launching.run

        def trapped(self, begin):
            launches.append(self.paths.name)
            if len(launches) == number:
                act()
            return run(self, begin)

        monkeypatch.setattr(Launching, "run", trapped)

    return set_trap


@pytest.fixture
def at_its_end(monkeypatch):
    """Asks a launch to stop when its search is over."""
    monkeypatch.setattr(Launching, "_finish", lambda self, stopped: self.stop("terminated"))


def test_several_studies_run_in_order(cli, other):
    result = cli("run", "tiny", "other", "--no-track", "--jobs", 1)
    assert result.code == 0
    assert result.out.index("tiny: moons") < result.out.index("other: moons")


def test_a_study_of_several_that_cannot_be_read_stops_them_before_they_begin(cli, workspace):
    result = cli("run", "tiny", "nosuch", "--no-track")
    assert (result.code, len(result.errors)) == (2, 1)
    assert not (workspace / "studies" / "tiny").exists()


def test_one_that_is_refused_does_not_stop_the_others(cli, workspace, tiny_text):
    text = tiny_text.replace('source = "moons"\nsamples = 100', 'source = "./none.csv"\ntarget = "y"')
    (workspace / "studies" / "other.toml").write_text(text)
    result = cli("run", "other", "tiny", "--no-track", "--jobs", 1)
    assert (result.code, len(result.errors)) == (2, 1)
    assert "tiny: all trials done" in result.out
    assert "not run" not in result.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_between_two_studies_says_which_have_not_run(cli, other, before, number):
    before(2, lambda: signal.raise_signal(number))
    result = cli("run", "tiny", "other", "--no-track", "--jobs", 1)
    assert result.code == 130
    assert result.err == "not run: other; run with: nnsearch run other --jobs 1 --no-track\n"


def test_a_request_that_comes_when_a_study_has_ended_stops_the_next(cli, other, workspace, at_its_end):
    result = cli("run", "tiny", "other", "--no-track", "--jobs", 1)
    assert result.code == 130
    assert "not run: other" in result.err
    assert not (workspace / "studies" / "other").exists()


def test_a_study_elsewhere_that_has_not_run_is_named_by_its_path(cli, workspace, tiny_text, before):
    file = workspace / "far away" / "other.toml"
    file.parent.mkdir()
    file.write_text(tiny_text)
    before(2, lambda: signal.raise_signal(signal.SIGINT))
    result = cli("run", "tiny", "far away/other.toml", "--no-track")
    assert f"run with: nnsearch run '{file}' --no-track" in result.err


def test_the_launch_is_known_by_the_first_round_while_the_second_runs(cli, two_rounds, workspace, before):
    paths, owners = Workspace(workspace).study("tiny"), []
    before(2, lambda: owners.append(read_launch(paths)))
    assert cli("run", "tiny", "--no-track", "--jobs", 1).code == 0
    assert owners[0].pid == os.getpid()
    assert read_launch(paths) is None


def test_between_two_studies_the_launch_is_known_by_the_first(cli, other, workspace, before):
    places, owners = [Workspace(workspace).study(name) for name in ("tiny", "other")], []
    before(2, lambda: owners.extend(map(read_launch, places)))
    assert cli("run", "tiny", "other", "--no-track", "--jobs", 1).code == 0
    assert (owners[0].pid, owners[0].then, owners[1]) == (os.getpid(), ("other",), None)
    assert [read_launch(paths) for paths in places] == [None, None]


def test_a_signal_between_two_rounds_begins_none_and_says_how_to_go_on(cli, two_rounds, workspace, monkeypatch):
    monkeypatch.setattr(rounds, "next_round", lambda *_: signal.raise_signal(signal.SIGTERM))
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert result.code == 130
    assert result.err == "interrupted; the round after tiny has not begun, go on with: nnsearch resume tiny\n"
    assert not (workspace / "studies" / "tiny-zoom").exists()
    monkeypatch.undo()
    assert cli("resume", "tiny", "--no-track", "--jobs", 1, "--workspace", workspace).code == 0
    assert (workspace / "studies" / "tiny-zoom").exists()


def test_a_request_that_comes_when_a_round_has_ended_begins_no_further_one(cli, two_rounds, workspace, at_its_end):
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert result.code == 130
    assert "the round after tiny has not begun, go on with: nnsearch resume tiny" in result.err
    assert not (workspace / "studies" / "tiny-zoom").exists()


def test_a_request_that_comes_when_nothing_is_left_changes_nothing(cli, at_its_end):
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert (result.code, result.err) == (0, "")
