"""The quick part of the torture: a hundred kills. ``make torture`` is the full one."""

from __future__ import annotations

from tests.torture.faults import kill_driver_of_workers, kill_workers
from tests.torture.kills import kill_at_every_step
from tests.torture.run import kill
from tests.torture.stage import Setting, Stage


def test_a_hundred_kills_lose_nothing_and_change_nothing(nursery, tmp_path, tally):
    kill(nursery, tmp_path, tally, kills=100, seed=0, spawned=8)
    assert tally.problems == []
    assert tally.total == 100
    assert tally.kills["python -m nnsearch"] == 8


def test_a_kill_before_or_within_a_step_of_the_first_commits_loses_nothing(nursery, tmp_path, tally):
    stage = Stage(nursery, tmp_path, Setting(trials=8), tally)
    kill_at_every_step(stage, stride=3)
    assert tally.problems == []
    assert tally.total > 10


def test_killed_workers_change_nothing(stage, tally):
    kill_workers(stage, [2])
    assert tally.problems == []
    assert tally.kills["a worker"] >= 1


def test_workers_end_when_their_driver_is_killed(stage, tally):
    kill_driver_of_workers(stage, [25])
    assert tally.problems == []
    assert tally.total == 1
