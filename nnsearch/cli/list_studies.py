"""``nnsearch list``: instant, whatever the studies hold."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("list", cls=Verb)
@json_option
@click.pass_obj
def list_command(session: Session, as_json: bool) -> None:
    """List the studies of the workspace."""
    from nnsearch.search.overview import overviews

    workspace = session.workspace
    glances = overviews(workspace)
    from nnsearch.cli.console import Output, show_json

    if as_json:
        show_json({"workspace": str(workspace.root), "studies": [glance.as_dict() for glance in glances]})
        return
    output = Output()
    if not glances:
        output.show(f"no studies in {workspace.root}: start one with {session.command('run')}")
        return
    from nnsearch.reports.study_list import study_table

    output.show(study_table(glances, plain=output.plain))
