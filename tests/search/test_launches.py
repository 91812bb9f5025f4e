"""Who runs a study: also between its rounds, and in a later one."""

from __future__ import annotations

import pytest

from nnsearch.core.errors import StudyLockedError
from nnsearch.core.paths import Workspace
from nnsearch.search.launches import begun_with, lock_launch, read_launch, round_at_work
from nnsearch.search.lock import Owner, StudyLock


@pytest.fixture
def rounds(tmp_path):
    """Places of a study and two rounds of it that have begun."""
    found = [Workspace(tmp_path).study(name) for name in ("a", "a-zoom", "a-zoom2")]
    for paths in found:
        paths.folder.mkdir(parents=True)
        paths.meta.write_text("{}")
    return found


def test_a_study_that_nobody_runs_has_no_launch(rounds):
    assert read_launch(rounds[0]) is None


def test_a_study_is_run_by_who_holds_its_lock(rounds):
    with StudyLock(rounds[0].lock):
        owner = read_launch(rounds[0])
        assert owner.process == Owner.here().process
        assert round_at_work(rounds[0], owner) == rounds[0]


@pytest.mark.parametrize("number", [1, 2])
def test_a_launch_is_at_the_round_whose_lock_it_holds(rounds, number):
    with lock_launch(rounds[0], then=("b",)), StudyLock(rounds[number].lock):
        owner = read_launch(rounds[0])
        assert owner.then == ("b",)
        assert round_at_work(rounds[0], owner) == rounds[number]


def test_between_two_rounds_a_launch_is_at_none(rounds):
    elsewhere = Owner("elsewhere", 1, "2026-01-01T00:00:00+00:00")
    with lock_launch(rounds[0]), StudyLock(rounds[1].lock, elsewhere):
        assert round_at_work(rounds[0], read_launch(rounds[0])) is None


def test_a_name_too_long_for_rounds_has_none(tmp_path):
    paths = Workspace(tmp_path).study("a" * 64)
    paths.folder.mkdir(parents=True)
    paths.meta.write_text("{}")
    assert round_at_work(paths, Owner.here()) is None


def test_a_second_launch_is_refused_while_a_later_round_runs(rounds):
    with lock_launch(rounds[0]), pytest.raises(StudyLockedError, match="study 'a' is being run by pid"):
        lock_launch(rounds[0]).acquire()


def test_a_later_round_that_runs_belongs_to_the_launch_of_the_first(rounds):
    elsewhere = Owner("elsewhere", 1, "2026-01-01T00:00:00+00:00")
    other = Workspace(rounds[0].folder.parents[1]).study("Z")
    other.folder.mkdir()
    with StudyLock(other.folder / "launch.lock", elsewhere), lock_launch(rounds[0]), StudyLock(rounds[2].lock):
        assert [begun_with(paths) for paths in rounds] == [rounds[0], rounds[1], rounds[0]]


def test_a_study_that_is_run_by_itself_or_not_at_all_is_its_own_first_round(rounds):
    with StudyLock(rounds[1].lock):
        assert [begun_with(paths) for paths in rounds] == rounds
