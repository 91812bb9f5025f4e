"""``nnsearch run`` and ``nnsearch resume``: the same thing, but that a resumed study must have been started."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from nnsearch.cli.session import Session, Verb, json_option

Function = TypeVar("Function", bound=Callable[..., Any])

MOST_TRIALS, MOST_JOBS = 1_000_000, 1024


def read_duration(context: click.Context, option: click.Parameter, text: str | None) -> float | None:
    """Turn ``90s``, ``10m`` or ``2h``, as in a study file, into seconds.

    Raises:
        click.BadParameter: if it is none.
    """
    if text is None:
        return None
    from nnsearch.search.flat_sections import DURATION, SECONDS

    match = DURATION.fullmatch(text)
    if match is None or not float(match[1]):
        raise click.BadParameter(f'must be a duration such as "90s", "10m" or "2h", got {text!r}', context, option)
    return float(match[1]) * SECONDS[match[2]]


@dataclass(frozen=True)
class Request:
    """What was asked for.

    Args:
        study: name or path.
        trials: in total.
        time: seconds for this launch.
        jobs: worker processes.
        track: whether MLflow follows.
        as_json: whether facts are wanted instead of a summary.
        resume: whether the study must have been started.
    """

    study: str
    trials: int | None
    time: float | None
    jobs: int | None
    track: bool
    as_json: bool
    resume: bool


def launch_options(function: Function) -> Function:
    """Add what both verbs take."""
    options = [
        click.option("--trials", type=click.IntRange(1, MOST_TRIALS), metavar="N", help="Networks in total."),
        click.option(
            "--time", callback=read_duration, metavar="T", help='Stop after this long, such as "90s" or "10m".'
        ),
        click.option("--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help="Processes (default: cores)."),
        click.option("--no-track", "track", is_flag=True, default=True, flag_value=False, help="Leave MLflow out."),
        json_option,
    ]
    for option in reversed(options):
        function = option(function)
    return function


@click.command("run", cls=Verb)
@click.argument("study", default="digits")
@launch_options
@click.pass_context
def run_command(context: click.Context, /, study: str, **options: Any) -> None:  # the launch options
    """Run a study, or go on with one.

    STUDY is a name or the path of a study file; by default the digits study that comes with nnsearch.
    """
    context.exit(run_study(context.obj, Request(study, resume=False, **options)))


@click.command("resume", cls=Verb)
@click.argument("study")
@launch_options
@click.pass_context
def resume_command(context: click.Context, /, study: str, **options: Any) -> None:  # the launch options
    """Go on with a study that was started.

    Without --trials it goes on to the number it was to reach; with it, to that number in total.
    """
    context.exit(run_study(context.obj, Request(study, resume=True, **options)))


def run_study(session: Session, request: Request) -> int:
    """Run a study and show how it goes.

    Returns:
        The exit code: 0, or 130 if it was interrupted.

    Raises:
        NNSearchError: one of its kinds, see :func:`nnsearch.search.run.launch`.
    """
    from nnsearch.core.blas import keep_kernel

    workspace = session.workspace
    keep_kernel(workspace.study(request.study).meta)  # before anything imports NumPy
    from nnsearch.cli.console import say
    from nnsearch.cli.studies import find_for_running

    if request.resume:
        workspace.existing_study(request.study)
    paths, spec = find_for_running(workspace, request.study)
    for line in spec.warnings:
        say(f"warning: {line}")
    # Optuna and the trainer take half a second: what is wrong with the file has been said before.
    from nnsearch.cli.launching import Launching

    return Launching(session, request, paths, spec).run()
