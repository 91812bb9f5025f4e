"""Studies side by side on a terminal.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from nnsearch.reports.comparison import (
    Comparison,
    data_rows,
    space_differences,
    standing_rows,
    verdict,
    version_rows,
)
from nnsearch.reports.formats import printable
from nnsearch.reports.tables import bare_table


def render_comparison(comparison: Comparison, *, plain: bool) -> RenderableType:
    """Lay out studies as columns, then the verdict and how their files differ.

    Args:
        comparison: of two or more studies.
        plain: no lines and no color, for a pipe.
    """
    studies = comparison.studies
    table = bare_table(plain=plain)
    table.add_column("", style="" if plain else "cyan", no_wrap=True)
    for study in studies:
        table.add_column(Text(study.name), overflow="fold")
    rows = standing_rows(comparison)
    shown = {name for name, _ in rows} | {"name"}
    rows += [row for row in data_rows(studies) if row[0] not in shown]
    for name, cells in rows + version_rows(studies):
        table.add_row(Text(name), *(Text(cell) for cell in cells))
    lines: list[RenderableType] = [Text(line, style="" if plain else "bold") for line in verdict(comparison)]
    for name, changed in space_differences(studies).items():
        lines.append(Text(f"\n{studies[0].name} -> {name}: {'the same study file' if not changed else ''}".rstrip(" ")))
        lines += [Text(f"  {printable(line)}") for line in changed]
    return Group(table, Text(), *lines)
