"""Studies side by side: ranked where that is fair, refused where the numbers mean different things.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from nnsearch.reports.formats import (
    format_duration,
    format_objective,
    format_outcomes,
    format_units,
    metric_name,
    printable,
)
from nnsearch.reports.study_facts import count_outcomes, trial_facts
from nnsearch.reports.summary import format_params
from nnsearch.search.study import Study
from nnsearch.search.study_file import differences


def why_not_ranked(studies: Sequence[Study]) -> str | None:
    """Say why the best values of some studies cannot be compared, or ``None`` if they can.

    The same examples must have been split the same way, and the objective must be the same measure.
    """
    first = studies[0].meta
    for study in studies[1:]:
        meta = study.meta
        if meta["metric"] != first["metric"]:
            return (
                f"{studies[0].name} measures {metric_name(first['metric'])}, {study.name} {metric_name(meta['metric'])}"
            )
        if meta["data"]["fingerprint"] != first["data"]["fingerprint"]:
            names = f"{printable(first['data']['name'])} and {printable(meta['data']['name'])}"
            alike = first["data"]["name"] == meta["data"]["name"]
            same = " of one name, but with other examples or another split" if alike else ""
            return f"{studies[0].name} and {study.name} used different data ({names}{same})"
    missing = [study.name for study in studies if study.overview.best is None]
    return f"{missing[0]} has no trial that was trained to its end" if missing else None


def rank(studies: Sequence[Study]) -> list[Study]:
    """Order comparable studies, the best first; equals in the order given."""
    return sorted(studies, key=lambda study: study.overview.best or 0.0)


def noise_of(error: float, examples: int) -> float:
    """Return the standard error of an error rate.

    Args:
        error: share of wrong predictions, in [0, 1].
        examples: how many were predicted.

    >>> round(noise_of(0.02, 359), 4)
    0.0074
    """
    return math.sqrt(error * (1 - error) / examples)


def verdict(studies: Sequence[Study]) -> list[str]:
    """Say which study is ahead and whether that means much; or why none is."""
    reason = why_not_ranked(studies)
    if reason is not None:
        return [f"not ranked: {reason}"]
    ordered = rank(studies)
    glances = [study.overview for study in ordered]
    metric = glances[0].metric
    places = [f"{glance.name} ({format_objective(glance.best, metric)})" for glance in glances]
    lines = [f"best first: {', '.join(places)}"]
    gap = (glances[1].best or 0.0) - (glances[0].best or 0.0)
    if gap == 0:
        lines.append(f"the first two are equal in {metric_name(metric)}")
    elif metric == "error":
        examples = int(ordered[0].meta["data"]["dev"])
        # Paired on one dev set the noise is somewhat less than that of two independent rates: this is the safe side.
        noise = math.hypot(*(noise_of(glance.best or 0.0, examples) for glance in glances[:2]))
        word = "within" if gap < 2 * noise else "more than"
        lines.append(
            f"{glances[0].name} leads by {100 * gap:.2f} points, {word} what chance does on {examples:,} dev examples "
            f"(±{200 * noise:.2f})"
        )
    return lines


def space_differences(studies: Sequence[Study]) -> dict[str, list[str]]:
    """List what differs between the first study's file and each other one's, defaults filled in."""
    first = studies[0].meta["spec"]
    return {study.name: differences(first, study.meta["spec"]) for study in studies[1:]}


def comparison_facts(studies: Sequence[Study]) -> dict[str, Any]:
    """Return the comparison as JSON-ready facts."""
    reason = why_not_ranked(studies)
    return {
        "comparable": reason is None,
        "reason": reason,
        "ranking": [study.name for study in rank(studies)] if reason is None else None,
        "studies": [
            {
                **study.overview.as_dict(),
                "fingerprint": study.meta["data"]["fingerprint"],
                "outcomes": count_outcomes(study),
                "best_params": None if not study.progress.get("ranking") else study.best.params,
            }
            for study in studies
        ],
        "differences": space_differences(studies),
    }


def render_comparison(studies: Sequence[Study], *, plain: bool) -> RenderableType:
    """Lay out studies as columns, then the verdict and how their files differ.

    Args:
        studies: two or more.
        plain: no lines and no color, for a pipe.
    """
    table = Table(
        box=None if plain else box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        show_edge=False,
        header_style="" if plain else "bold",
    )
    table.add_column("", style="" if plain else "cyan", no_wrap=True)
    for study in studies:
        table.add_column(Text(study.name), overflow="fold")
    for name, cells in _rows(studies):
        table.add_row(Text(name), *(Text(cell) for cell in cells))
    lines: list[RenderableType] = [Text(line, style="" if plain else "bold") for line in verdict(studies)]
    for name, changed in space_differences(studies).items():
        lines.append(Text(f"\n{studies[0].name} -> {name}: {'the same study file' if not changed else ''}".rstrip(" ")))
        lines += [Text(f"  {printable(line)}") for line in changed]
    return Group(table, Text(), *lines)


def _rows(studies: Sequence[Study]) -> list[tuple[str, list[str]]]:
    glances = [study.overview for study in studies]
    best = [
        trial_facts(study, glance.best_trial) if glance.best_trial is not None else {}
        for study, glance in zip(studies, glances, strict=True)
    ]
    return [
        ("data", [printable(glance.data) for glance in glances]),
        ("fingerprint", [str(study.meta["data"]["fingerprint"]) for study in studies]),
        ("state", [glance.state for glance in glances]),
        ("trials", [f"{glance.trials_done}/{glance.trials_total}" for glance in glances]),
        ("outcomes", [format_outcomes(count_outcomes(study)) for study in studies]),
        ("time", [format_duration(glance.seconds) for glance in glances]),
        ("measure", [metric_name(glance.metric) for glance in glances]),
        ("best", [_best_cell(glance) for glance in glances]),
        ("network", [format_units(facts.get("hidden") or ()) if facts else "-" for facts in best]),
        ("with", [format_params(facts["params"]).replace(", ", "\n") if facts else "-" for facts in best]),
    ]


def _best_cell(glance: Any) -> str:
    if glance.best is None:
        return "-"
    return f"{format_objective(glance.best, glance.metric)} (#{glance.best_trial})"
