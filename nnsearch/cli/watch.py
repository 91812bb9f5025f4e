"""``nnsearch watch``: the display of a study that runs in another process, off its ledger."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb

if TYPE_CHECKING:
    from nnsearch.cli.console import Output
    from nnsearch.cli.display import Display
    from nnsearch.core.paths import StudyPaths
    from nnsearch.search.study import Study

PAUSE = 0.5
"""Seconds between two looks at the ledger."""


@click.command("watch", cls=Verb)
@click.argument("study")
@click.pass_obj
def watch_command(session: Session, study: str) -> None:
    """Show a running study, from any terminal.

    Reads the study's record only: the study neither notices nor slows down. Ends when the study and its rounds end;
    Ctrl-C ends the watching, not the study.
    """
    with suppress(KeyboardInterrupt):  # how one leaves, at any time
        _watch(session, study)


def _watch(session: Session, study: str) -> None:
    from nnsearch.api import find_places
    from nnsearch.cli.console import Output
    from nnsearch.search.launches import begun_with

    session.workspace.existing_study(study)
    output = Output()
    for paths in rounds_as_they_run(begun_with(find_places(session.workspace, study))):
        if not watch_round(paths, output):
            return


def rounds_as_they_run(paths: StudyPaths, pause: Callable[[float], None] = time.sleep) -> Iterator[StudyPaths]:
    """Find the round of a study that runs, and the next one as soon as it does.

    Args:
        paths: the study's places.
        pause: waits for some seconds.

    Yields:
        The places of each round; those of the study where none runs.
    """
    from nnsearch.search.launches import read_launch, round_at_work

    seen: set[str] = set()
    while True:
        owner = read_launch(paths)
        found = None if owner is None else round_at_work(paths, owner)
        if found is None and not seen:
            found = paths
        if found is not None and found.name not in seen:
            seen.add(found.name)
            yield found
        elif owner is None:
            return
        else:
            pause(PAUSE)


def watch_round(paths: StudyPaths, output: Output) -> bool:
    """Show a study until nobody runs it, then say how it stands; return whether it was watched to its end."""
    from nnsearch.cli.display import choose_display
    from nnsearch.reports.summary import state_line
    from nnsearch.search.begun import begun
    from nnsearch.search.study import Study

    study, to_its_end = Study(paths), True
    try:
        with choose_display(begun(study.meta, paths), output, quiet=False) as display:
            follow(study, display)
    except KeyboardInterrupt:  # how one leaves
        to_its_end = False
    glance = study.overview
    done = f"{glance.trials_done} of {glance.trials_total} trials"
    output.show(f"{study.name}: {state_line(glance.state, glance.stopped, glance.owner)}, {done}")
    return to_its_end


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
