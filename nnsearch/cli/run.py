"""``nnsearch run`` and ``nnsearch resume``: the same thing, but that a resumed study must have been started."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from nnsearch.cli.session import Session, Verb, json_option
from nnsearch.cli.tracking_option import tracking_uri_option
from nnsearch.core.errors import NNSearchError, SettingsError
from nnsearch.core.paths import StudyPaths

if TYPE_CHECKING:
    from nnsearch.search.study_file import StudySpec

Function = TypeVar("Function", bound=Callable[..., Any])

MOST_TRIALS, MOST_JOBS = 1_000_000, 1024
EXIT_INTERRUPTED = 130


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
        tracking_uri: another tracking server than the workspace's database.
        as_json: whether facts are wanted instead of a summary.
        resume: whether the study must have been started.
    """

    study: str
    trials: int | None
    time: float | None
    jobs: int | None
    track: bool
    tracking_uri: str | None
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
    requests = [Request(word, **options) for word in words]
    if requests[0].tracking_uri is not None and not requests[0].track:
        raise SettingsError("--tracking-uri must not be given with --no-track: leave one of them out")
    if detach:
        return detach_studies(session, requests)
    if len(requests) == 1:
        return run_study(session, requests[0])
    for request in requests:
        find_study(session, request)
    code = 0
    for request in requests:
        try:
            ended = run_study(session, request)
        except NNSearchError as error:
            for line in str(error).splitlines():
                click.echo(f"error: {line}", err=True)
            ended = error.exit_code
        if ended == EXIT_INTERRUPTED:
            return ended
        code = code or ended
    return code


def detach_studies(session: Session, requests: Sequence[Request]) -> int:
    """Start a process that runs studies in the background, and say how to look at it.

    Returns:
        0 once the first study runs, else the process's exit code.

    Raises:
        NNSearchError: if a study cannot be used or is running.
    """
    from nnsearch.cli.detaching import LOG, last_lines, start_detached, wait_until_running

    places = [find_study(session, request)[0] for request in requests]
    log = places[0].folder / LOG
    before = log.stat().st_size if log.exists() else 0
    process, log = start_detached(command_line(session, requests), places[0])
    code = wait_until_running(process, places[0])
    if code:
        for line in last_lines(log, before):
            click.echo(line, err=True)
        return code
    name = places[0].name
    facts = {"study": name, "pid": process.pid, "log": str(log)}
    if requests[0].as_json:
        from nnsearch.cli.console import show_json

        show_json(facts)
        return 0
    state = "has run" if code == 0 else "runs"
    click.echo(f"{name} {state} in the background (pid {process.pid}), log: {log}")
    click.echo(f"look at it: {session.command(f'watch {name}')}, end it: {session.command(f'stop {name}')}")
    return 0


def command_line(session: Session, requests: Sequence[Request]) -> list[str]:
    """Return the arguments that ask for the same in another process."""
    first = requests[0]
    words = ["resume" if first.resume else "run", *(request.study for request in requests)]
    words += ["--workspace", str(session.workspace.root)]
    words += ["--trials", str(first.trials)] if first.trials is not None else []
    words += ["--time", f"{first.time / 60:.3f}m"] if first.time is not None else []
    words += ["--jobs", str(first.jobs)] if first.jobs is not None else []
    words += [] if first.track else ["--no-track"]
    words += ["--tracking-uri", first.tracking_uri] if first.tracking_uri is not None else []
    words += ["--json"] if first.as_json else []
    return words + (["--debug"] if session.debug else [])


def find_study(session: Session, request: Request) -> tuple[StudyPaths, StudySpec]:
    """Find and check the study that is meant.

    Raises:
        NNSearchError: if it cannot be used.
    """
    from nnsearch.api import find_spec

    workspace = session.workspace
    if request.resume:
        workspace.existing_study(request.study)
    return find_spec(workspace, request.study)


def run_study(session: Session, request: Request) -> int:
    """Run a study and, where it has rounds, those that zoom into it.

    Returns:
        The exit code: 0, or 130 if one was interrupted.

    Raises:
        NNSearchError: one of its kinds, see :func:`nnsearch.search.run.launch`.
    """
    paths, spec = find_study(session, request)
    code = run_round(session, request, paths, spec)
    while code == 0 and _came_to_its_end(paths):
        from nnsearch.search.rounds import next_round

        following = next_round(paths, spec)
        if following is None:
            break
        paths, spec, found = following
        if found is not None and not request.as_json:
            from nnsearch.cli.console import Output
            from nnsearch.cli.zoom import changes_table

            output = Output()
            output.show("", f"zooming into {found.parent}: the best {found.best} of {found.told} trials decide", "")
            output.show(changes_table(found, plain=output.plain), "")
        code = run_round(session, replace(request, study=paths.name, resume=False), paths, spec)
    return code


def _came_to_its_end(paths: StudyPaths) -> bool:
    """Whether a round is whole: where the clock cut it, another launch has another one to zoom into."""
    from nnsearch.search.overview import COMPLETE, overview

    return overview(paths).state == COMPLETE


def run_round(session: Session, request: Request, paths: StudyPaths, spec: StudySpec) -> int:
    """Run one study and show how it goes.

    Returns:
        The exit code: 0, or 130 if it was interrupted.

    Raises:
        NNSearchError: one of its kinds, see :func:`nnsearch.search.run.launch`.
    """
    from nnsearch.cli.console import say

    for line in spec.warnings:
        say(f"warning: {line}")
    # Optuna and the trainer take half a second: what is wrong with the file has been said before.
    from nnsearch.cli.launching import Launching

    warn_of_another_machine(paths)
    return Launching(session, request, paths, spec).run()


def warn_of_another_machine(paths: StudyPaths) -> None:
    """Say in what this machine is not the one that a study began on: its bits are promised for that one only.

    Args:
        paths: of a study that may have been started.

    Raises:
        LedgerError: if its record cannot be read.
    """
    if not paths.meta.is_file():
        return
    from nnsearch.cli.console import say
    from nnsearch.core.atomic_files import read_json
    from nnsearch.search.replay import machine_differences

    differences = machine_differences(read_json(paths.meta).get("machine", {}))
    if differences:
        what = "; ".join(differences)
        say(f"warning: study {paths.name!r} began elsewhere, its next trials may differ in their last bits: {what}")
