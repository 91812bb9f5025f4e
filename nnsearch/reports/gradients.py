"""Gradient checks as facts and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from nnsearch.nn.gradient_check import GradientCheck
from nnsearch.search.gradients import NetworkCheck

MEANING = "relative difference of backpropagation and two-sided differences: 1e-7 good, 1e-5 look closer, 1e-3 a bug"


def gradient_facts(study: str, checks: Sequence[NetworkCheck]) -> dict[str, Any]:
    """Return the checks, ready for JSON."""
    return {
        "study": study,
        "networks": [
            {
                "hidden": list(check.hidden),
                "params": check.values,
                "verdict": check.report.verdict,
                "checks": [
                    {"after_epochs": epochs, **asdict(result), "verdict": result.verdict}
                    for epochs, result in _stages(check)
                ],
            }
            for check in checks
        ],
    }


def render_gradients(study: str, checks: Sequence[NetworkCheck], *, plain: bool) -> RenderableType:
    """Return a table with a row per network and stage.

    Args:
        study: its name.
        checks: what was found.
        plain: without rules and colors.
    """
    table = Table(box=None, pad_edge=False, header_style="" if plain else "bold")
    for name in ("network", "epochs", "difference", "verdict", "worst component", "checked"):
        table.add_column(name, no_wrap=name != "worst component")
    for check in checks:
        widths = "-".join(map(str, check.hidden)) or "none hidden"
        for epochs, result in _stages(check):
            worst = f"{result.worst} {result.analytic:.3g} against {result.numeric:.3g}" if result.worst else "-"
            count = f"{result.checked} of {result.parameters}"
            skipped = f", {result.skipped} at kinks" if result.skipped else ""
            table.add_row(
                widths, str(epochs), f"{result.difference:.1e}", result.verdict, Text(worst), f"{count}{skipped}"
            )
    return Group(Text(f"gradients of {study} in float64, penalties included, dropout off"), Text(MEANING), table)


def _stages(check: NetworkCheck) -> list[tuple[int, GradientCheck]]:
    return list(zip((0, check.report.epochs), check.report.checks, strict=False))
