"""``nnsearch compare``: studies side by side."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("compare", cls=Verb)
@click.argument("studies", nargs=-1, required=True, metavar="STUDY STUDY...")
@json_option
@click.pass_obj
def compare_command(session: Session, studies: tuple[str, ...], as_json: bool) -> None:
    """Put studies side by side.

    They are ranked only if they share data, split and measure.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.core.errors import SettingsError
    from nnsearch.reports.comparison import comparison_facts, render_comparison
    from nnsearch.search.study import Study

    if len(studies) < 2:
        raise SettingsError(f"compare must have at least 2 studies, got 1: {studies[0]}")
    workspace = session.workspace
    places = [workspace.existing_study(word) for word in studies]
    if len({paths.name for paths in places}) < len(places):
        raise SettingsError(f"compare must have different studies, got {', '.join(paths.name for paths in places)}")
    found = [Study(paths) for paths in places]
    if as_json:
        show_json(comparison_facts(found))
        return
    output = Output()
    output.show(render_comparison(found, plain=output.plain))
