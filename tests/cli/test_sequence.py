import os
import signal

import pytest

from nnsearch.cli.launching import Launching
from nnsearch.core.errors import EnvironmentRefusedError, StudyFileError
from nnsearch.core.paths import Workspace
from nnsearch.search import rounds
from nnsearch.search.launches import read_launch
from nnsearch.tracking import follower
from nnsearch.tracking.follower import Follower

RESUME = "nnsearch resume tiny --jobs 1 --no-track"


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

        def trapped(self, *callbacks):
            launches.append(self.paths.name)
            if len(launches) == number:
                act()
            return run(self, *callbacks)

        monkeypatch.setattr(Launching, "run", trapped)

    return set_trap


@pytest.fixture
def at_its_end(monkeypatch):
    """Asks a launch to stop when its search is over."""
    monkeypatch.setattr(Launching, "finish", lambda self, stopped: self.stop("terminated"))


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
    assert result.err == f"interrupted; the round after tiny has not begun, go on with: {RESUME}\n"
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


def test_a_signal_in_the_summary_of_a_round_says_which_has_not_begun(cli, two_rounds, workspace, monkeypatch):
    monkeypatch.setattr(Launching, "finish", lambda *_: signal.raise_signal(signal.SIGTERM))
    result = cli("run", "tiny", "--no-track", "--jobs", 1)
    assert result.code == 130
    assert f"the round after tiny has not begun, go on with: {RESUME}" in result.err


def test_an_error_after_a_request_to_stop_begins_no_further_study(cli, other, workspace, monkeypatch):
    def fail(self, stopped):
        self.stop("terminated")
        raise EnvironmentRefusedError("the disk is full")

    monkeypatch.setattr(Launching, "finish", fail)
    result = cli("run", "tiny", "other", "--no-track", "--jobs", 1)
    assert result.code == 130
    assert result.err.splitlines() == [
        "error: the disk is full",
        "not run: other; run with: nnsearch run other --jobs 1 --no-track",
    ]
    assert not (workspace / "studies" / "other").exists()


def test_details_of_an_error_are_indented_below_it(cli, other, monkeypatch):
    def fail(self, stopped):
        raise StudyFileError(["the file has changed", "  search.eta: 2 -> 3"])

    monkeypatch.setattr(Launching, "finish", fail)
    lines = cli("run", "tiny", "other", "--no-track", "--jobs", 1).err.splitlines()
    assert lines == ["error: the file has changed", "  search.eta: 2 -> 3"] * 2


@pytest.mark.parametrize("limit", ["", "target = 0.9\n", "patience = 1\n"])
def test_a_study_whose_rounds_follow_is_not_advised_to_grow(cli, two_rounds, workspace, limit):
    file = workspace / "studies" / "tiny.toml"
    file.write_text(file.read_text() + limit)
    out = cli("run", "tiny", "--no-track", "--jobs", 1).out
    assert "nnsearch resume tiny " not in out
    assert "nnsearch resume tiny-zoom" in out


def test_time_that_is_up_says_that_the_rounds_have_not_begun(cli, two_rounds, workspace):
    result = cli("run", "tiny", "--no-track", "--jobs", 1, "--time", "0.001s")
    assert result.code == 0
    assert "nnsearch resume tiny --time 0.001s --jobs 1 --no-track" in result.out
    assert "the trials that are left; the rounds after tiny wait for them" in result.out


def test_the_options_of_a_launch_are_known_without_the_address(cli, workspace, before, monkeypatch):
    monkeypatch.setattr(follower, "start_follower", lambda *_, **__: Follower(Workspace(workspace).study("tiny"), None))
    owners, finish = [], Launching.finish
    monkeypatch.setattr(
        Launching, "finish", lambda self, stopped: (owners.append(read_launch(self.paths)), finish(self, stopped))
    )
    assert cli("run", "tiny", "--jobs", 1, "--tracking-uri", "http://me:secret@host").code == 0
    assert owners[0].options == ("--jobs", "1", "--tracking-uri", "URI")
