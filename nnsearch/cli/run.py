"""``nnsearch run`` and ``nnsearch resume``: the same thing, but that a resumed study must have been started."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from nnsearch.cli.request import Request
from nnsearch.cli.session import Session, Verb, json_option
from nnsearch.cli.tracking_option import named_by_option, tracking_uri_option
from nnsearch.core.errors import SettingsError

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


def launch_options(function: Function) -> Function:
    """Add what both verbs take."""
    options = [
        click.option("--trials", type=click.IntRange(1, MOST_TRIALS), metavar="N", help="Networks in total."),
        click.option(
            "--time", callback=read_duration, metavar="T", help='Stop after this long, such as "90s" or "10m".'
        ),
        click.option("--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help="Processes (default: cores)."),
        click.option("--no-track", "track", is_flag=True, default=True, flag_value=False, help="Leave MLflow out."),
        tracking_uri_option,
        click.option("--detach", is_flag=True, help="Run in the background; it survives the terminal."),
        json_option,
    ]
    for option in reversed(options):
        function = option(function)
    return function


@click.command("run", cls=Verb)
@click.argument("studies", nargs=-1, metavar="[STUDY]...")
@launch_options
@click.pass_context
def run_command(context: click.Context, /, studies: tuple[str, ...], **options: Any) -> None:  # the launch options
    """Run a study, or go on with one.

    STUDY is a name or the path of a study file; by default the digits study that comes with nnsearch. Several run one
    after the other: one that is refused is reported and the others go on, Ctrl-C ends them all.
    """
    context.exit(run_studies(context.obj, studies or ("digits",), resume=False, **options))


@click.command("resume", cls=Verb)
@click.argument("study")
@launch_options
@click.pass_context
def resume_command(context: click.Context, /, study: str, **options: Any) -> None:  # the launch options
    """Go on with a study that was started.

    Without --trials it goes on to the file's number, or to a larger one that an earlier launch was given; with it, to
    that number in total.
    """
    context.exit(run_studies(context.obj, (study,), resume=True, **options))


def run_studies(session: Session, words: Sequence[str], *, detach: bool, **options: Any) -> int:  # the launch options
    """Run studies one after the other, or start a process that does.

    Args:
        session: this call of the command line.
        words: which studies.
        detach: whether they run in the background.
        options: fields of :class:`Request`.

    Returns:
        The exit code: 0, 130 if one was interrupted, or that of the first refusal.

    Raises:
        NNSearchError: if a study cannot be used; of several, only before the first one runs.
    """
    if not options["track"]:
        if named_by_option(click.get_current_context()):
            raise SettingsError("--tracking-uri must not be given with --no-track: leave one of them out")
        options["tracking_uri"] = None
    requests = [Request(word, **options) for word in words]
    if detach:
        return detach_studies(session, requests)
    from nnsearch.cli.sequence import StudySequence

    return StudySequence(session, requests).run()


def detach_studies(session: Session, requests: Sequence[Request]) -> int:
    """Start a process that runs studies in the background, and say how to look at it.

    Returns:
        0 once a study runs, else the process's exit code.

    Raises:
        NNSearchError: if a study cannot be used or is running.
    """
    from nnsearch.cli.detaching import LOG, last_lines, start_detached, wait_until_running

    places = [request.find(session)[0] for request in requests]
    log = places[0].folder / LOG
    before = log.stat().st_size if log.exists() else 0
    process, log = start_detached(command_line(session, requests), places[0], requests[0].tracking_uri)
    code, running = wait_until_running(process, places)
    for line in last_lines(log, before, failed=bool(code)):
        click.echo(line, err=True)
    if code:
        return code
    name, *then = [paths.name for paths in places[0 if running is None else places.index(running) :]]
    facts = {"study": name, "then": then, "pid": process.pid, "log": str(log)}
    if requests[0].as_json:
        from nnsearch.cli.console import show_json

        show_json(facts)
        return 0
    state = "has run" if code == 0 else "is being started" if running is None else "runs"
    after = f", then {', '.join(then)}" if then else ""
    click.echo(f"{name} {state} in the background (pid {process.pid}){after}, log: {log}")
    end = "end them all, by the name of the one that runs" if then else "end it"
    click.echo(f"look at it: {session.command(f'watch {name}')}, {end}: {session.command(f'stop {name}')}")
    return 0


def command_line(session: Session, requests: Sequence[Request]) -> list[str]:
    """Return the arguments that ask for the same in another process; a tracking server's address is told apart."""
    first = requests[0]
    words = ["resume" if first.resume else "run", *(request.study for request in requests)]
    words += ["--workspace", str(session.workspace.root), *first.options(address=None)]
    words += ["--json"] if first.as_json else []
    return words + (["--debug"] if session.debug else [])
