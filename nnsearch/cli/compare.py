"""``nnsearch compare``: studies side by side."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("compare", cls=Verb)
@click.argument("studies", nargs=-1, required=True, metavar="STUDY STUDY...")
@click.option("--html", "page", metavar="FILE", help="Also write the comparison as a page that works offline.")
@click.option(
    "--open",
    "open_page",
    is_flag=True,
    help="Open the page in the browser (without --html it is compare.html in the first study's folder).",
)
@json_option
@click.pass_obj
def compare_command(
    session: Session, studies: tuple[str, ...], page: str | None, open_page: bool, as_json: bool
) -> None:
    """Put studies side by side.

    They are ranked only if they share data, split and measure.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.cli.pages import page_path, write_page
    from nnsearch.core.errors import SettingsError
    from nnsearch.reports.comparison import compare, comparison_facts
    from nnsearch.reports.comparison_table import render_comparison
    from nnsearch.reports.formats import format_bytes
    from nnsearch.search.study import Study

    if len(studies) < 2:
        raise SettingsError(f"compare must have at least 2 studies, got 1: {studies[0]}")
    workspace = session.workspace
    places = [workspace.existing_study(word) for word in studies]
    if len({paths.name for paths in places}) < len(places):
        raise SettingsError(f"compare must have different studies, got {', '.join(paths.name for paths in places)}")
    wanted = page is not None or open_page
    path = page_path(page, places[0].folder / "compare.html", "--html") if wanted else None
    found = compare([Study(paths) for paths in places])
    written = 0
    if path is not None:
        from nnsearch.reports.comparison_page import render_comparison_page

        written = write_page(path, render_comparison_page(found), open_page=open_page)
    if as_json:
        show_json(comparison_facts(found) | ({"page": str(path), "bytes": written} if path else {}))
        return
    output = Output()
    output.show(render_comparison(found, plain=output.plain))
    if path is not None:
        output.show("", f"{path} ({format_bytes(written)})")
