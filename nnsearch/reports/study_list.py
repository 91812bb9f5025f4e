"""The table of ``nnsearch list``.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from nnsearch.reports.formats import format_duration, format_objective, printable
from nnsearch.reports.tables import bare_table
from nnsearch.search.overview import COMPLETE, DAMAGED, RUNNING, STOPPED, Overview

STYLES = {RUNNING: "bold blue", COMPLETE: "green", STOPPED: "yellow", DAMAGED: "bold red"}


def study_table(glances: Sequence[Overview], *, plain: bool) -> Table:
    """Lay out the studies of a workspace, one a line.

    Args:
        glances: one for each study.
        plain: no lines and no color, for a pipe.
    """
    table = bare_table(plain=plain)
    for heading in ("study", "state", "trials", "best", "data", "time", "run by"):
        right = heading in ("trials", "best", "time")
        # Where it is narrow, only the owner's line may break.
        table.add_column(heading, justify="right" if right else "left", no_wrap=heading != "run by")
    for glance in glances:
        table.add_row(*_cells(glance, plain=plain))
    return table


def _cells(glance: Overview, *, plain: bool) -> list[Text]:
    started = glance.trials_total > 0
    best = f"{format_objective(glance.best, glance.metric)} (#{glance.best_trial})" if glance.best is not None else "-"
    return [
        Text(glance.name, style="" if plain else "cyan") + Text(f" (from {glance.parent})" if glance.parent else ""),
        Text(glance.state, style="" if plain else STYLES.get(glance.state, "")),
        Text(f"{glance.trials_done}/{glance.trials_total}" if started else "-"),
        Text(best),
        Text(printable(glance.data) or "-"),
        Text(format_duration(glance.seconds) if started else "-"),
        Text(glance.owner or "-"),
    ]
