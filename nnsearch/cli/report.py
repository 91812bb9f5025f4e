"""``nnsearch report``: a study as one page."""

from __future__ import annotations

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("report", cls=Verb)
@click.argument("study")
@click.option("--out", metavar="FILE", help="Where to write the page (default: report.html in the study's folder).")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@json_option
@click.pass_obj
def report_command(session: Session, study: str, out: str | None, open_page: bool, as_json: bool) -> None:
    """Write a study's report: one page that works offline."""
    from nnsearch.cli.console import Output, show_json
    from nnsearch.cli.pages import page_path, write_page
    from nnsearch.reports.formats import format_bytes
    from nnsearch.reports.report_page import render_report
    from nnsearch.search.study import Study

    found = Study(session.workspace.existing_study(study))
    path = page_path(out, found.paths.folder / "report.html", "--out")
    written = write_page(path, render_report(found), open_page=open_page)
    if as_json:
        show_json({"study": found.name, "report": str(path), "bytes": written})
    else:
        Output().show(f"{path} ({format_bytes(written)})")
