"""``nnsearch report``: a study as one page."""

from __future__ import annotations

from pathlib import Path

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
    from nnsearch.core.atomic_files import write_bytes
    from nnsearch.core.errors import SettingsError
    from nnsearch.reports.formats import format_bytes
    from nnsearch.reports.report_page import render_report
    from nnsearch.search.study import Study

    found = Study(session.workspace.existing_study(study))
    path = Path(out).expanduser().absolute() if out is not None else found.paths.folder / "report.html"
    if path.is_dir() or not path.parent.is_dir():
        raise SettingsError(f"--out must be a file in a folder that exists, got {out}")
    content = render_report(found).encode()
    write_bytes(path, content)
    if open_page:
        import webbrowser

        webbrowser.open(path.as_uri())
    if as_json:
        show_json({"study": found.name, "report": str(path), "bytes": len(content)})
    else:
        Output().show(f"{path} ({format_bytes(len(content))})")
