"""``nnsearch watch``: the display of a study that runs in another process, off its ledger."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb

if TYPE_CHECKING:
    from nnsearch.cli.display import Display
    from nnsearch.search.study import Study

PAUSE = 0.5
"""Seconds between two looks at the ledger."""


@click.command("watch", cls=Verb)
@click.argument("study")
@click.pass_obj
def watch_command(session: Session, study: str) -> None:
    """Show a running study, from any terminal.

    Reads the study's record only: the study neither notices nor slows down. Ends when the study ends; Ctrl-C ends the
    watching, not the study.
    """
    from nnsearch.api import find_places
    from nnsearch.cli.console import Output
    from nnsearch.cli.display import choose_display
    from nnsearch.reports.summary import state_line
    from nnsearch.search.study import Study
    from nnsearch.search.study_file import parse_study

    session.workspace.existing_study(study)
    found = Study(find_places(session.workspace, study))
    spec = parse_study(str(found.meta["text"]), file=str(found.paths.file), name=found.name)
    output = Output()
    try:
        with choose_display(spec, output, quiet=False) as display:
            follow(found, display)
    except KeyboardInterrupt:  # how one leaves
        pass
    glance = found.overview
    done = f"{glance.trials_done} of {glance.trials_total} trials"
    output.show(f"{found.name}: {state_line(glance.state, glance.stopped, glance.owner)}, {done}")


def follow(study: Study, display: Display, pause: Callable[[float], None] = time.sleep) -> None:
    """Show where a study stands until nobody runs it.

    Args:
        study: the study.
        display: where to show it.
        pause: waits for some seconds.
    """
    from nnsearch.search.lock import read_owner
    from nnsearch.search.standing import standing

    owner = read_owner(study.paths.lock)
    display.start(study.meta["metric"], [f"{study.name}: run by {owner}" if owner else f"{study.name}: not running"])
    while True:
        running = read_owner(study.paths.lock) is not None  # looked at first, so that the last commit is seen
        study.refresh()
        display.update(standing(study))
        if not running:
            return
        pause(PAUSE)
