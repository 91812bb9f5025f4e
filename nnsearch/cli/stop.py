"""``nnsearch stop``: end a study that runs elsewhere on this machine, in good order."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.core.paths import StudyPaths
    from nnsearch.search.lock import Owner
    from nnsearch.search.overview import Overview

PAUSE = 0.05
"""Seconds between two looks at the locks."""


@click.command("stop", cls=Verb)
@click.argument("study")
@click.option("--no-wait", is_flag=True, help="Do not wait until it has stopped.")
@json_option
@click.pass_obj
def stop_command(session: Session, study: str, no_wait: bool, as_json: bool) -> None:
    """Stop a running study in good order.

    It finishes the segments in flight, about a second's work, and keeps everything; nnsearch resume goes on with it.
    The command that runs it ends: no further round of the study begins, and no further study.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.search.launches import begun_with, round_at_work
    from nnsearch.search.overview import COMPLETE, overview

    paths = begun_with(session.workspace.existing_study(study))
    owner = find_owner(paths)
    current = round_at_work(paths, owner) or paths
    try:
        os.kill(owner.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass  # it ended this very moment, which is what was wanted
    except PermissionError as error:
        from nnsearch.core.errors import EnvironmentRefusedError

        raise EnvironmentRefusedError(f"study {paths.name!r} is run by {owner} of another user: ask them") from error
    if not no_wait:
        wait_until_free(paths, owner)
    glance = overview(current)
    if as_json:
        show_json({"owner": str(owner), **glance.as_dict(), "not_run": list(owner.then)})
        return
    output = Output()
    has_more = glance.state != COMPLETE or has_rounds(session, current)
    output.show(describe_stop(session, glance, owner.options if has_more else None, has_stopped=not no_wait))
    if owner.then:
        from nnsearch.cli.sequence import not_run_line

        output.show(not_run_line(session, owner.then, owner.options))


def has_rounds(session: Session, paths: StudyPaths) -> bool:
    """Whether a study, as its file is now, goes on with a round that zooms into it."""
    from nnsearch.api import load_found
    from nnsearch.core.errors import NNSearchError
    from nnsearch.search.meta import recorded_places

    try:
        return load_found(session.workspace, recorded_places(paths)).search.rounds > 1
    except NNSearchError:  # with a file that cannot be used it does not go on
        return False


def describe_stop(session: Session, glance: Overview, options: Sequence[str] | None, *, has_stopped: bool) -> str:
    """Say in a line what was stopped, and how to go on with it if there is more to do.

    Args:
        session: this call of the command line.
        glance: the study, or the round of it, that was running.
        options: with which it goes on; ``None`` if there is nothing more to do.
        has_stopped: whether it has been waited for.
    """
    from nnsearch.cli.request import command_words
    from nnsearch.search.overview import NEW

    if glance.state == NEW:
        return f"{glance.name} has stopped before its search began: nothing is on record"
    state = f"has stopped ({glance.state})" if has_stopped else "is stopping"
    line = f"{glance.name} {state} after {glance.trials_done} of {glance.trials_total} trials"
    if options is None:
        return line
    return f"{line}; go on with: {session.command(command_words('resume', [glance.name], options))}"


def find_owner(paths: StudyPaths) -> Owner:
    """Return the process of this machine that runs a study or one of its rounds.

    Args:
        paths: the study's.

    Raises:
        SettingsError: if nobody runs it.
        EnvironmentRefusedError: if its process cannot be reached from here.
    """
    from nnsearch.core.errors import EnvironmentRefusedError, SettingsError
    from nnsearch.search.launches import read_launch

    owner, name = read_launch(paths), paths.name
    if owner is None:
        raise SettingsError(f"study {name!r} is not running: there is nothing to stop")
    if owner.pid <= 0:
        raise EnvironmentRefusedError(f"study {name!r} is being started this very moment: try again")
    if owner.host != socket.gethostname():
        raise EnvironmentRefusedError(f"study {name!r} is run by {owner}: stop it there")
    return owner


def wait_until_free(paths: StudyPaths, owner: Owner) -> None:
    """Wait until a process has let go of a study and its rounds; Ctrl-C ends the waiting only.

    Args:
        paths: the study's.
        owner: the process.
    """
    from nnsearch.search.launches import read_launch
    from nnsearch.search.lock import UNKNOWN_OWNER

    # One that has not signed yet may be the process itself, at its next round.
    while (now := read_launch(paths)) is not None and now.process in (owner.process, UNKNOWN_OWNER.process):
        time.sleep(PAUSE)
