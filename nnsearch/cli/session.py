"""What every verb shares: the workspace, ``--debug``, ``--json``, and how a verb is declared."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.paths import WORKSPACE_VARIABLE, Workspace

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass
class Session:
    """One call of the command line.

    Args:
        root: the workspace as given, or ``None``.
        debug: whether an error shows its traceback.
    """

    root: str | None = None
    debug: bool = False

    @property
    def workspace(self) -> Workspace:
        """The workspace.

        Raises:
            EnvironmentRefusedError: if there is something else than a folder.
        """
        found = Workspace.find(self.root)
        if found.root.exists() and not found.root.is_dir():
            raise EnvironmentRefusedError(f"the workspace must be a folder, got the file {found.root}")
        return found

    def command(self, words: str) -> str:
        """Return a command line to suggest: one that works where this one worked."""
        return f"{program()} {words}" + (f" --workspace {shlex.quote(self.root)}" if self.root else "")


def program() -> str:
    """Return what to type for ``nnsearch``: the name if it is on the path, else where this one was started from."""
    name = "nnsearch"
    started = Path(sys.argv[0])
    if shutil.which(name) or started.name != name or not started.is_file():
        return name
    near = os.path.relpath(started)
    return shlex.quote(near if not near.startswith("..") else str(started))


def _set_root(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Session).root = value


def _set_debug(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Session).debug = True


def shared_options() -> list[click.Option]:
    """Return the options that may stand before and after the verb."""
    return [
        click.Option(
            ["--workspace"],
            metavar="DIR",
            expose_value=False,
            callback=_set_root,
            help=f"Folder of studies/ and mlruns/ (default: ${WORKSPACE_VARIABLE}, else the current folder).",
        ),
        click.Option(
            ["--debug"], is_flag=True, expose_value=False, callback=_set_debug, help="Show the traceback of an error."
        ),
    ]


class Verb(click.Command):
    """A verb: a command that also takes the shared options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # click's own arguments, passed through
        super().__init__(*args, **kwargs)
        self.params.extend(shared_options())


def csv_option(function: Function) -> Function:
    """Add ``--csv``: a table with a header on standard output, nothing else."""
    return click.option("--csv", "as_csv", is_flag=True, help="Print the table as CSV.")(function)


def json_option(function: Function) -> Function:
    """Add ``--json``: facts as one JSON object on standard output, nothing else."""
    return click.option("--json", "as_json", is_flag=True, help="Print facts as JSON.")(function)
