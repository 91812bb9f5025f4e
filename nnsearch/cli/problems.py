"""How an expected error reads on standard error: a line for each problem, details indented below it."""

from __future__ import annotations

from collections.abc import Iterable

import click

from nnsearch.core.errors import NNSearchError, StudyFileError


def problems_of(error: NNSearchError) -> list[str]:
    """Return an error's problems, one line each."""
    problems = error.problems if isinstance(error, StudyFileError) else (str(error),)
    return [" ".join(line.split("\n")) for line in problems]


def say_problems(lines: Iterable[str]) -> None:
    """Tell the person what went wrong; an indented line belongs to the problem above it."""
    for line in lines:
        click.echo(line if line.startswith("  ") else f"error: {line}", err=True)
