"""``nnsearch list``: instant, whatever the studies hold."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, csv_option, json_option


@click.command("list", cls=Verb)
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    help="Only studies in this state: new, running, complete, stopped or damaged; may be given again.",
)
@click.option(
    "--sort",
    default="name",
    show_default=True,
    metavar="WORD",
    help="Order by name, state, trials, best, data or time: the best, longest and largest first.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N.")
@csv_option
@json_option
@click.pass_obj
def list_command(
    session: Session, states: tuple[str, ...], sort: str, limit: int | None, as_csv: bool, as_json: bool
) -> None:
    """List the studies of the workspace."""
    from nnsearch.cli.console import Output, choose_format, show_json
    from nnsearch.reports.selection import csv_text, select_studies
    from nnsearch.search.overview import STUDY_FACTS, overviews

    choose_format(as_csv=as_csv, as_json=as_json)
    workspace = session.workspace
    every = overviews(workspace)
    glances = select_studies(every, states=states, sort=sort, limit=limit)
    facts = [glance.as_dict() for glance in glances]
    if as_json:
        show_json({"workspace": str(workspace.root), "studies": facts})
        return
    if as_csv:
        click.echo(csv_text(facts, STUDY_FACTS), nl=False)
        return
    output = Output()
    if not every:
        output.show(f"no studies in {workspace.root}: start one with {session.command('run')}")
        return
    if not glances:
        output.show(f"no study of {len(every)} is {' or '.join(states)}")
        return
    from nnsearch.reports.study_list import study_table

    output.show(study_table(glances, plain=output.plain))
