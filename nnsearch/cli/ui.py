"""``nnsearch ui``: MLflow's pages for a workspace."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb


@click.command("ui", cls=Verb)
@click.argument("study", required=False)
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Port (default: one that is free).")
@click.option("--host", metavar="ADDRESS", help="Listen at this address of the machine (default: 127.0.0.1).")
@click.option(
    "--allow-remote", is_flag=True, help="Answer other machines: whoever reaches this one rules over all runs."
)
@click.option("--no-browser", "browser", is_flag=True, default=True, flag_value=False, help="Only print the address.")
@click.pass_obj
def ui_command(
    session: Session, study: str | None, port: int | None, host: str | None, allow_remote: bool, browser: bool
) -> None:
    """Browse the studies in MLflow.

    Serves this machine only unless --allow-remote is given, until Ctrl-C. With STUDY, the address is that of its
    learning curves.
    """
    from nnsearch.cli.console import say
    from nnsearch.tracking.hosts import RISK, check_host, is_loopback
    from nnsearch.tracking.ui import serve

    workspace = session.workspace
    name = workspace.existing_study(study).name if study is not None else None
    listened = check_host(host, allow_remote=allow_remote)
    if not is_loopback(listened):
        say(f"warning: MLflow will listen at {listened}: {RISK}")
    say("starting MLflow's server, this takes some seconds ...")
    serve(
        workspace,
        port=port,
        study=name,
        host=host,
        allow_remote=allow_remote,
        open_browser=browser,
        on_ready=lambda address: click.echo(f"MLflow: {address}  (Ctrl-C to stop)"),
    )
