import json

import pytest
from rich.text import Text

from nnsearch.cli.console import Output, show_json


@pytest.fixture(autouse=True)
def no_forced_color(monkeypatch):
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def test_a_pipe_is_plain_and_wide():
    output = Output()
    assert output.plain
    assert output.width >= 500


def test_a_pipe_gets_neither_color_nor_blanks_at_the_ends_of_lines(capsys):
    Output().show(Text("warm  ", style="red"), "[bold]as it is[/bold]")
    assert capsys.readouterr().out == "warm\n[bold]as it is[/bold]\n"


@pytest.mark.parametrize(("term", "plain"), [("xterm-256color", False), ("dumb", True)])
def test_a_dumb_terminal_is_treated_like_a_pipe(term, plain, monkeypatch):
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    assert Output().plain is plain


def test_no_color_leaves_a_terminal_its_layout_without_color(monkeypatch, capsys):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    output = Output()
    output.show(Text("warm", style="red"))
    assert not output.plain
    assert capsys.readouterr().out == "warm\n"


def test_json_has_no_numbers_that_json_does_not_have(capsys):
    show_json({"curve": [1.5, float("nan"), float("inf")]})
    assert json.loads(capsys.readouterr().out) == {"curve": [1.5, None, None]}
