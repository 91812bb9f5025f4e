"""Faults other than kills: each ends in one line and exit code 3 or 130, and the study goes on to the same bits."""

from __future__ import annotations

import errno
import os
import random
import signal

import pytest

from tests.torture import faults
from tests.torture.stage import Stage, Tally

STRIDE = 15


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
def test_a_refusing_disk_is_told_in_one_line(stage: Stage, tally: Tally, number: int, lasting: bool):
    faults.refuse(stage, range(3 + lasting, 55, STRIDE), number, lasting=lasting)
    faults.refuse(stage, [2, 7], number, lasting=lasting, when="within")
    assert tally.problems == []


@pytest.mark.parametrize("size", [100, 3000, 12000])
def test_a_limit_on_file_sizes_is_told_in_one_line(stage: Stage, tally: Tally, size: int):
    faults.limit_files(stage, [size])
    assert tally.problems == []


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a file system takes root")
def test_a_full_file_system_is_told_in_one_line(stage: Stage, tally: Tally):
    if not faults.fill_the_disk(stage, [24]):
        pytest.skip("no file system may be mounted here")
    assert tally.problems == []


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_a_study_that_goes_on_later(stage: Stage, tally: Tally, number: signal.Signals, times: int):
    faults.interrupt(stage, range(2 + times, 45, STRIDE), number, times)
    assert tally.problems == []
    assert tally.faults.total() > 0


@pytest.mark.parametrize("kind", list(faults.DAMAGES))
def test_a_damaged_checkpoint_is_told_and_its_trials_are_trained_again(short: Stage, tally: Tally, kind: str):
    faults.damage_checkpoints(short, random.Random(0), kind, 4)
    assert tally.problems == []


def test_a_torn_journal_is_cut_to_what_counts(short: Stage, tally: Tally):
    faults.tear_the_journal(short, random.Random(0), 4)
    assert tally.problems == []


def test_of_four_launches_at_once_one_runs_and_three_name_it(stage: Stage, tally: Tally):
    faults.compete(stage)
    assert tally.problems == []


def test_a_clock_that_steps_back_changes_nothing(stage: Stage, tally: Tally):
    faults.unsettle_the_clock(stage)
    assert tally.problems == []
