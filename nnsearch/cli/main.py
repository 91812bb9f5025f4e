"""The command line's entry: finds the verb, runs it, and turns what goes wrong into one line and an exit code.

Imports click and nothing else that takes time: a verb's module is imported when the verb is called.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from nnsearch import __version__
from nnsearch.cli.problems import problems_of, say_problems
from nnsearch.cli.session import Session, shared_options
from nnsearch.core.errors import NNSearchError
from nnsearch.core.names import did_you_mean

EXIT_BUG, EXIT_USAGE, EXIT_ENVIRONMENT, EXIT_INTERRUPTED = 1, 2, 3, 130

VERBS: dict[str, tuple[str, str]] = {
    "init": ("nnsearch.cli.init", "Look at your data and write a study file for it."),
    "run": ("nnsearch.cli.run", "Run a study, or go on with one."),
    "resume": ("nnsearch.cli.run", "Go on with a study that was started."),
    "list": ("nnsearch.cli.list_studies", "List the studies of the workspace."),
    "show": ("nnsearch.cli.show", "Show a study's best trials, a list of its trials, or one trial's learning curve."),
    "watch": ("nnsearch.cli.watch", "Show a running study, from any terminal."),
    "stop": ("nnsearch.cli.stop", "Stop a running study in good order."),
    "zoom": ("nnsearch.cli.zoom", "Make a study that looks more closely where another did well."),
    "replay": ("nnsearch.cli.replay", "Train trials again and compare every bit with the record."),
    "compare": ("nnsearch.cli.compare", "Put studies side by side."),
    "report": ("nnsearch.cli.report", "Write a study's report: one page that works offline."),
    "predict": ("nnsearch.cli.predict", "Predict the rows of a source with a study's best network."),
    "export": ("nnsearch.cli.export", "Write a study's best network as an MLflow model."),
    "check": ("nnsearch.cli.check", "Check a study file and its data, and say what it will do."),
    "ui": ("nnsearch.cli.ui", "Browse the studies in MLflow."),
    "sync": ("nnsearch.cli.sync", "Bring MLflow up to date with the studies on disk."),
}
"""By verb: the module whose ``<verb>_command`` it is, and its line in ``--help``."""


class Verbs(click.Group):
    """The verbs, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs in the order of ``--help``."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a verb."""
        if cmd_name not in VERBS:
            return None
        found: click.Command = getattr(import_module(VERBS[cmd_name][0]), f"{cmd_name}_command")
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that is meant.

        Raises:
            click.UsageError: if there is none, with the nearest one.
        """
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            raise click.UsageError(f"there is no verb {args[0]!r}: {did_you_mean(args[0], VERBS)}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the verbs without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, line) for name, (_, line) in VERBS.items()])


@click.group(
    cls=Verbs,
    params=shared_options(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="VERB [ARGS]...",
)
@click.version_option(__version__, prog_name="nnsearch")
def cli() -> None:
    """Search the hyperparameters of a neural network on your data, and keep every experiment.

    Start with: nnsearch run. A study is named by its name or by the path of its file, everywhere.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    Exit codes: 0 done, 2 bad input or usage, 3 the environment refused, 130 interrupted, 1 only for a bug.

    Args:
        arguments: without the program's name; by default those of this process.
    """
    # A terminal that lacks a character shows an escape instead of ending the program.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stream has none
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    session = Session()
    try:
        code = _invoke(list(sys.argv[1:] if arguments is None else arguments), session)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - the one place where whatever escapes becomes an exit code
        if session.debug and not isinstance(error, (SystemExit, KeyboardInterrupt)):
            import traceback

            traceback.print_exc()
        code = _report(error)
    sys.exit(code)


def _invoke(arguments: list[str], session: Session) -> int:
    if "_NNSEARCH_COMPLETE" in os.environ:  # a shell asks which words could follow
        cli.main(arguments, prog_name="nnsearch")
    try:
        with cli.make_context("nnsearch", arguments, obj=session) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    return 0


def _report(error: BaseException) -> int:
    """Say on standard error what went wrong; return the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else EXIT_BUG
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        click.echo("interrupted: give the command again to go on", err=True)
        return EXIT_INTERRUPTED
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return EXIT_USAGE
    if isinstance(error, OSError) and error.errno == errno.EPIPE:
        # Whoever read our output has enough of it. Python must not fail again on flushing what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    lines, code = _explain(error)
    say_problems(lines)
    return code


def _explain(error: BaseException) -> tuple[list[str], int]:
    if isinstance(error, NNSearchError):
        return problems_of(error), error.exit_code
    if isinstance(error, click.ClickException):
        return [_usage_line(error)], EXIT_USAGE
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return [f"the system refused: {place}{error.strerror or error}"], EXIT_ENVIRONMENT
    if isinstance(error, MemoryError):
        return ["the system refused: not enough memory"], EXIT_ENVIRONMENT
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return [f"{what}; this is a bug in nnsearch, nothing on record is lost (--debug shows the traceback)"], EXIT_BUG


def _usage_line(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split())
    message = message[:1].lower() + message[1:].rstrip(".")
    context = getattr(error, "ctx", None)
    return f"{message} (see {context.command_path} --help)" if context is not None else message
