"""``nnsearch stop``: end a study that runs elsewhere on this machine, in good order."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.search.lock import Owner

PAUSE = 0.05
"""Seconds between two looks at the lock."""


@click.command("stop", cls=Verb)
@click.argument("study")
@click.option("--no-wait", is_flag=True, help="Do not wait until it has stopped.")
@json_option
@click.pass_obj
def stop_command(session: Session, study: str, no_wait: bool, as_json: bool) -> None:
    """Stop a running study in good order.

    It finishes the segments in flight, about a second's work, and keeps everything; nnsearch resume goes on with it.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.search.overview import overview

    paths = session.workspace.existing_study(study)
    owner = find_owner(paths.lock, paths.name)
    try:
        os.kill(owner.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass  # it ended this very moment, which is what was wanted
    except PermissionError as error:
        from nnsearch.core.errors import EnvironmentRefusedError

        raise EnvironmentRefusedError(f"study {paths.name!r} is run by {owner} of another user: ask them") from error
    if not no_wait:
        wait_until_free(paths.lock, owner)
    glance = overview(paths)
    if as_json:
        show_json({"owner": str(owner), **glance.as_dict()})
        return
    done = f"{glance.trials_done} of {glance.trials_total} trials"
    state = "is stopping" if no_wait else f"has stopped ({glance.state})"
    go_on = session.command(f"resume {paths.name}")
    Output().show(f"{paths.name} {state} after {done}; go on with: {go_on}")


def find_owner(lock: Path, name: str) -> Owner:
    """Return the process of this machine that runs a study.

    Args:
        lock: the study's lock file.
        name: the study's.

    Raises:
        SettingsError: if nobody runs it.
        EnvironmentRefusedError: if its process cannot be reached from here.
    """
    from nnsearch.core.errors import EnvironmentRefusedError, SettingsError
    from nnsearch.search.lock import read_owner

    owner = read_owner(lock)
    if owner is None:
        raise SettingsError(f"study {name!r} is not running: there is nothing to stop")
    if owner.pid <= 0:
        raise EnvironmentRefusedError(f"study {name!r} is being started this very moment: try again")
    if owner.host != socket.gethostname():
        raise EnvironmentRefusedError(f"study {name!r} is run by {owner}: stop it there")
    return owner


def wait_until_free(lock: Path, owner: Owner) -> None:
    """Wait until an owner has let go of a study; Ctrl-C ends the waiting only.

    Args:
        lock: the study's lock file.
        owner: who holds it.
    """
    from nnsearch.search.lock import read_owner

    while read_owner(lock) == owner:
        time.sleep(PAUSE)
