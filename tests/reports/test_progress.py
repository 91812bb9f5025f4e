import io
from dataclasses import replace

import pytest
from rich.console import Console

from nnsearch.reports.progress import progress_line, render_progress
from nnsearch.search.snapshot import Snapshot, TrialSummary

BEST = TrialSummary(15, 0.0195, {"units_1": 4, "keep_prob": 0.9, "learning_rate": 0.003})
SNAPSHOT = Snapshot("tiny", 32, 64, 2, 16, 40, 900, 1.5, 21.4, 2.1, (BEST,), {"pruned": 27, "complete": 5})


def shown(snapshot, spec, width, notice=None):
    console = Console(file=io.StringIO(), width=width, markup=False, color_system=None, force_terminal=True)
    console.print(render_progress(snapshot, spec, "error", width, notice))
    return console.file.getvalue()


def test_a_line_holds_the_standing():
    assert progress_line(SNAPSHOT, "error") == "32/64 trials  best 1.95 % (#15)  21.4 networks/s  2.1 s left"


def test_nothing_is_left_at_the_end():
    assert "left" not in progress_line(replace(SNAPSHOT, trials_done=64, seconds_left=0.0), "error")


def test_before_the_first_cohort_there_is_no_speed():
    line = progress_line(replace(SNAPSHOT, trials_done=0, best=(), networks_per_second=0, seconds_left=None), "rmse")
    assert line == "0/64 trials  no best yet  starting"


def test_a_wide_display_holds_everything(spec):
    text = shown(SNAPSHOT, spec, 120)
    for part in ("32/64 trials", "best dev error 1.95 % (#15)", "21.4 networks/s", "2.1 s left", "3.0e-03"):
        assert part in text
    assert "ended: 5 complete, 27 pruned   cohort 3   training 16 networks to epoch 40   1.5 s" in text


@pytest.mark.parametrize("width", [30, 50, 80, 120])
def test_no_line_fills_the_terminal_and_none_is_wrapped(spec, width):
    lines = shown(SNAPSHOT, spec, width, "stopping after the segments in flight").splitlines()
    assert max(map(len, lines)) <= width
    footer = next(line for line in lines if line.startswith("ended"))
    assert len(footer) <= width - 3


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_display_keeps_its_height(spec, width):
    assert len(shown(SNAPSHOT, spec, width).splitlines()) == len(shown(SNAPSHOT, spec, 200).splitlines())


def test_the_notice_comes_last(spec):
    assert shown(SNAPSHOT, spec, 80, "stopping").splitlines()[-1] == "stopping"
