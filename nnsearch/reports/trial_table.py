"""Tables of trials: what fits the width, the hyperparameters that matter most first.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich.table import Table
from rich.text import Text

from nnsearch.reports.formats import format_objective, format_units, format_value, metric_name, printable
from nnsearch.reports.tables import GAP, bare_table
from nnsearch.training.hyperparameters import HYPERPARAMETERS, LAYERS, UNITS

STYLES = ("cyan", "bold green")
"""Of the trial's number and its objective."""
LEFT = frozenset({"network", "outcome"})
WIDTHS = re.compile(r"layers|units_\d+")
"""Searched values that the network column shows already."""
LAYER_SUFFIX = re.compile(r"_\d+$")


@dataclass(frozen=True)
class TrialRow:
    """One trial, as a table shows it.

    Args:
        number: its number.
        value: its objective.
        params: its searched hyperparameters by study-file name.
        hidden: its widths; ``None`` if they are the same for all trials.
        outcome: how it ended, if the table is to say so.
    """

    number: int
    value: float | None
    params: Mapping[str, Any] = field(default_factory=dict)
    hidden: Sequence[int] | None = None
    outcome: str = ""


def priority(name: str) -> int:
    """Return a hyperparameter's priority, 1 to 4, also of one layer's; the course's own order is :mod:`.course`'s."""
    rule = {"layers": LAYERS, "units": UNITS, **HYPERPARAMETERS}.get(LAYER_SUFFIX.sub("", name))
    return 4 if rule is None else rule.priority


def by_priority(names: Iterable[str]) -> list[str]:
    """Order hyperparameters for display: what is usually tuned first comes first, equals as they came."""
    return sorted(dict.fromkeys(names), key=priority)


def trial_table(rows: Sequence[TrialRow], metric: str, width: int, *, plain: bool = False) -> Table:
    """Lay out trials, one a line.

    Args:
        rows: the trials, in the order to show.
        metric: what their objective is.
        width: characters there are; columns that do not fit are left out, the least important ones first.
        plain: no color and no wrapped headings, for a pipe.

    Returns:
        A table for a console that has markup switched off.
    """
    names = by_priority(name for row in rows for name in row.params if not WIDTHS.fullmatch(name))
    columns: list[tuple[str, list[str]]] = [
        ("trial", [f"#{row.number}" for row in rows]),
        (metric_name(metric), [format_objective(row.value, metric) for row in rows]),
    ]
    if any(row.outcome for row in rows):
        columns.append(("outcome", [row.outcome.replace("_", " ") for row in rows]))
    if any(row.hidden is not None for row in rows):
        columns.append(("network", [format_units(row.hidden or ()) for row in rows]))
    columns += [(printable(name), [format_value(row.params.get(name)) for row in rows]) for name in names]
    table = bare_table(plain=plain)
    shown = _that_fit(columns, width, plain)
    for (heading, _), style in zip(shown, STYLES + ("",) * len(shown), strict=False):
        table.add_column(
            Text(heading if plain else _wrapped(heading)),
            justify="left" if heading in LEFT else "right",
            style="" if plain else style,
            no_wrap=True,
            vertical="bottom",
        )
    for index in range(len(rows)):
        table.add_row(*(Text(cells[index]) for _, cells in shown))
    return table


def _wrapped(heading: str) -> str:
    # learning_rate would make a column of 13 characters for values of 7
    return heading.replace("_", "_\n") if len(heading) > 6 else heading


def _that_fit(columns: Sequence[tuple[str, list[str]]], width: int, plain: bool) -> list[tuple[str, list[str]]]:
    kept: list[tuple[str, list[str]]] = []
    used = 0
    for heading, cells in columns:
        lines = [heading] if plain else _wrapped(heading).split("\n")
        used += max(map(len, [*lines, *cells])) + GAP
        if used > width and kept:
            break
        kept.append((heading, cells))
    return kept
