"""Where output goes: a terminal gets tables and color, a pipe plain lines, ``--json`` one object.

Imports rich, so verbs import it when they have something to print.
"""

from __future__ import annotations

import json

import click
from rich.console import Console, RenderableType

from nnsearch.core.errors import SettingsError
from nnsearch.reports.formats import json_ready

PIPE_WIDTH = 1000
"""Columns of a pipe: wide enough that nothing wraps or is cut off."""


class Output:
    """Standard output as it turns out to be.

    Markup is off: names that come from data are never read as formatting.
    """

    def __init__(self) -> None:
        self.console = Console(highlight=False, markup=False, emoji=False)
        self.plain = not self.console.is_terminal or self.console.is_dumb_terminal
        if self.plain:
            self.console = Console(
                highlight=False, markup=False, emoji=False, width=PIPE_WIDTH, force_terminal=False, no_color=True
            )

    @property
    def width(self) -> int:
        """Characters of a line."""
        return self.console.width

    @property
    def ascii_only(self) -> bool:
        """Whether the other end takes nothing but ASCII."""
        return not self.console.encoding.lower().startswith("utf")

    def show(self, *parts: RenderableType) -> None:
        """Print; a pipe gets no blanks at the ends of lines."""
        for part in parts:
            if self.plain:
                with self.console.capture() as captured:
                    self.console.print(part)
                click.echo("\n".join(line.rstrip() for line in captured.get().split("\n")), nl=False)
            else:
                self.console.print(part)


def choose_format(*, as_csv: bool, as_json: bool) -> None:
    """Refuse two formats at once.

    Raises:
        SettingsError: if both are asked for.
    """
    if as_csv and as_json:
        raise SettingsError("the output must have one format, got both --csv and --json: leave one out")


def show_json(facts: object) -> None:
    """Print facts as one JSON object."""
    click.echo(json.dumps(json_ready(facts), indent=2, ensure_ascii=False))


def say(line: str) -> None:
    """Tell the person something that is not the result: on standard error, so that pipes stay clean."""
    click.echo(line, err=True)
