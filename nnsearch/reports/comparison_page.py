"""Studies side by side as one HTML page that works offline. Made from their ledgers; writes no file."""

from __future__ import annotations

from collections.abc import Sequence

from nnsearch.reports.comparison import (
    Comparison,
    Row,
    data_rows,
    setting_rows,
    standing_rows,
    verdict,
    version_rows,
)
from nnsearch.reports.comparison_figures import importances_figure, overlay_figure
from nnsearch.reports.formats import plural, printable
from nnsearch.reports.html_page import render_page
from nnsearch.reports.page_facts import page_trials
from nnsearch.reports.reproducing import run_commands
from nnsearch.search.study import Study

SECTIONS = [
    ("verdict", "Verdict"),
    ("progress", "Best so far"),
    ("standing", "Side by side"),
    ("importance", "What mattered"),
    ("differences", "What differs"),
    ("reproduce", "How to reproduce"),
]
"""Ids and titles."""


def render_comparison_page(comparison: Comparison) -> str:
    """Make the page of a comparison.

    Args:
        comparison: of two or more studies.

    Returns:
        The HTML of one self-contained page.

    Raises:
        LedgerError: if the learning curves of a study are damaged.
        EnvironmentRefusedError: if Jinja or plotly is not installed.
    """
    from nnsearch.search.importance import CAVEAT

    studies = comparison.studies
    names = [study.name for study in studies]
    figures = {"overlay": overlay_figure([(s.name, s.meta["metric"], page_trials(s)) for s in studies])}
    if any(comparison.importance.values()):
        figures["importance"] = importances_figure(comparison.importance)
    return render_page(
        "compare.html",
        (),
        {
            "heading": " / ".join(names),
            "kind": "comparison",
            "lead": f"{plural(len(names), 'study', 'studies')} side by side",
            "sections": SECTIONS,
            "names": names,
            "ranked": comparison.reason is None,
            "verdict": [line[0].upper() + line[1:] for line in verdict(comparison)],
            "standing": standing_rows(comparison),
            "importance": "importance" in figures,
            "caveat": CAVEAT,
            "differences": _differences(comparison),
            "notes": [
                (study.name, [printable(note) for note in study.meta["data"].get("notes", ())]) for study in studies
            ],
            "commands": "\n".join([*_run_all(studies), f"nnsearch compare {' '.join(names)} --html compare.html"]),
        },
        figures,
    )


def _run_all(studies: Sequence[Study]) -> list[str]:
    """Return the commands that give every study again, each once: one may be another one's parent."""
    return list(dict.fromkeys(command for study in studies for command in run_commands(study)))


def _differences(comparison: Comparison) -> list[tuple[str, str, list[Row]]]:
    """Return title, what to say where nothing differs, and the rows of each table."""
    studies = comparison.studies
    return [
        ("Study files", "The study files say the same.", setting_rows(studies)),
        ("Data", "The same examples, split the same way.", data_rows(studies)),
        ("Code and machine", "The same versions on the same kind of machine.", version_rows(studies)),
    ]
