"""``nnsearch zoom``: from coarse to fine."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from rich.table import Table

    from nnsearch.search.zoom import Zoom


@click.command("zoom", cls=Verb)
@click.argument("study")
@click.option(
    "--top",
    type=click.FloatRange(0, 1, min_open=True),
    default=0.2,
    show_default=True,
    metavar="SHARE",
    help="Draw the new ranges around this share of the trials.",
)
@click.option("--name", metavar="NAME", help="Name of the new study (default: STUDY-zoom).")
@json_option
@click.pass_obj
def zoom_command(session: Session, study: str, top: float, name: str | None, as_json: bool) -> None:
    """Make a study that looks more closely where another did well.

    Ranges are narrowed around the best trials, and widened where those sit at an edge. The new study's file is written,
    not run; its sampler will know those of STUDY's trials that lie inside the new ranges.
    """
    from nnsearch.api import find_places
    from nnsearch.cli.console import Output, show_json
    from nnsearch.core.atomic_files import write_bytes
    from nnsearch.core.errors import SettingsError
    from nnsearch.search.study import Study
    from nnsearch.search.zoom import free_name, zoom

    if math.isnan(top):  # which click's range lets through
        raise SettingsError("--top must be a share in (0, 1], got nan")
    workspace = session.workspace
    workspace.existing_study(study)
    parent = Study(find_places(workspace, study))
    child = workspace.study(name or free_name(parent.name, workspace.study_names()))
    if child.file.exists() or child.folder.exists():
        raise SettingsError(f"there is a study {child.name!r} already ({child.file}): give this one another --name")
    found = zoom(parent, child.name, top, child.file.parent)
    write_bytes(child.file, found.spec.text.encode())
    if as_json:
        show_json(_facts(found, child.file))
        return
    output = Output()
    output.show(f"{found.parent}: the best {found.best} of {found.told} trials decide", "")
    output.show(changes_table(found, plain=output.plain), "")
    output.show(f"{child.file} is written, run it with: {session.command(f'run {child.name}')}")


def _facts(found: Zoom, file: Path) -> dict[str, object]:
    return {
        "study": found.spec.name,
        "file": str(file),
        "parent": found.parent,
        "best": found.best,
        "told": found.told,
        "changes": [
            {"name": change.name, "before": change.before, "after": change.after, "reason": change.reason}
            for change in found.changes
        ],
    }


def changes_table(found: Zoom, *, plain: bool) -> Table:
    """Lay out what becomes of each hyperparameter, and why.

    Args:
        found: the child study.
        plain: no lines and no color, for a pipe.
    """
    from nnsearch.reports.formats import format_setting
    from nnsearch.reports.tables import bare_table

    table = bare_table(plain=plain)
    for heading in ("hyperparameter", "searched", "now", "reason"):
        table.add_column(heading, style="cyan" if heading == "hyperparameter" and not plain else "")
    for change in found.changes:
        after = "dropped" if change.after is None else format_setting(change.after)
        table.add_row(change.name, format_setting(change.before), after, change.reason)
    return table
