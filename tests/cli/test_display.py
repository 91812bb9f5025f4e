import io

import pytest
from rich.console import Console

from nnsearch.cli.console import Output
from nnsearch.cli.display import LineDisplay, LiveDisplay, QuietDisplay, choose_display
from nnsearch.search.snapshot import Snapshot, TrialSummary
from nnsearch.search.study_file import StudySpec

SPEC = StudySpec.from_dict({"data": {"source": "moons"}}, name="tiny")
BEST = (TrialSummary(3, 0.025, {"learning_rate": 0.003}),)


def snapshot(done, best=()):
    return Snapshot("tiny", done, 64, 1, 16, 40, 900, 1.5, 21.4, 2.1, best, {"complete": done})


@pytest.fixture
def pipe():
    return Output()


@pytest.fixture
def screen():
    """A terminal of 80 by 24 that is a file."""
    output = Output()
    output.console = Console(file=io.StringIO(), force_terminal=True, width=80, height=24, color_system=None)
    output.plain = False
    return output


def test_lines_are_printed_once_per_told_cohort(pipe, capsys):
    display = LineDisplay(SPEC, pipe)
    for done in (0, 0, 16, 16, 32):
        display.update(snapshot(done, BEST))
    assert capsys.readouterr().out.splitlines() == [
        "16/64 trials  best 2.50 % (#3)  21.4 networks/s  2.1 s left",
        "32/64 trials  best 2.50 % (#3)  21.4 networks/s  2.1 s left",
    ]


def test_a_study_that_goes_on_does_not_print_what_was_told_before(pipe, capsys):
    display = LineDisplay(SPEC, pipe)
    display.update(snapshot(32))
    assert capsys.readouterr().out == ""


def test_a_reader_that_goes_away_silences_the_lines(pipe, monkeypatch):
    display = LineDisplay(SPEC, pipe)

    def broken(*_):
        raise BrokenPipeError

    monkeypatch.setattr(pipe, "show", broken)
    display.start("error", ["header"])
    monkeypatch.setattr(pipe, "show", pytest.fail)
    display.update(snapshot(0))
    display.update(snapshot(16))


def test_the_live_display_shows_the_header_the_standing_and_the_notice(screen):
    with LiveDisplay(SPEC, screen) as display:
        display.start("error", ["what is about to run"])
        display.update(snapshot(16, BEST))
        display.notify("stopping")
    shown = screen.console.file.getvalue()
    for text in ("reading the data", "what is about to run", "16/64 trials", "#3", "3.0e-03", "stopping"):
        assert text in shown


def test_frames_are_not_drawn_faster_than_they_can_be_seen(screen):
    with LiveDisplay(SPEC, screen) as display:
        display.update(snapshot(16))
        drawn = len(screen.console.file.getvalue())
        display.update(snapshot(17))
        assert len(screen.console.file.getvalue()) == drawn


def test_the_last_frame_is_always_drawn(screen):
    with LiveDisplay(SPEC, screen) as display:
        display.update(snapshot(16))
        display.update(snapshot(64))
    assert "64/64 trials" in screen.console.file.getvalue()


def test_a_signal_in_the_middle_of_a_frame_waits_for_the_next_one(screen):
    with LiveDisplay(SPEC, screen) as display:
        display._drawing = True
        before = screen.console.file.getvalue()
        display.notify("stopping")
        assert screen.console.file.getvalue() == before


@pytest.mark.parametrize(("quiet", "kind"), [(True, QuietDisplay), (False, LineDisplay)])
def test_a_pipe_gets_lines_and_json_gets_silence(pipe, quiet, kind):
    assert type(choose_display(SPEC, pipe, quiet=quiet)) is kind


def test_a_terminal_gets_the_live_display(screen):
    assert type(choose_display(SPEC, screen, quiet=False)) is LiveDisplay
