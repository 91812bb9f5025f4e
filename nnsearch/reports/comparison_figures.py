"""The figures of several studies together: best so far, one over the other, and importance side by side."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from nnsearch.reports.figures import BEST_COLORS, LEGEND, Figure, axis, figure, visible_objectives
from nnsearch.reports.formats import format_objective, metric_name
from nnsearch.reports.page_facts import PageTrial, best_so_far, ranked

DASHES = ("solid", "dash", "dot", "dashdot")
"""Beyond as many studies as there are colors, the next dash."""
PANEL = 340
"""Pixels of a row of panels."""
EDGE = 0.05
"""Share of the axis that is left beyond a best value at its end."""

StudyTrials = tuple[str, str, Sequence[PageTrial]]
"""A study's name, its objective, and its finished trials."""


def overlay_figure(studies: Sequence[StudyTrials]) -> Figure:
    """Draw each study's best objective so far by trials and by seconds of training, over those of its trials.

    Args:
        studies: two or more; those with another measure get a row of panels of their own.
    """
    metrics = list(dict.fromkeys(metric for _, metric, _ in studies))
    traces: list[dict[str, Any]] = []
    dots: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    for row, metric in enumerate(metrics):
        left, right = 2 * row + 1, 2 * row + 2
        limits = {"range": _visible([trials for _, own, trials in studies if own == metric])}
        axes |= {
            f"xaxis{left}": axis("trials") | {"rangemode": "tozero"},
            f"xaxis{right}": axis("seconds of training") | {"rangemode": "tozero"},
            f"yaxis{left}": axis(metric_name(metric), metric) | limits,
            f"yaxis{right}": axis("", metric) | limits,
        }
        for index, (name, own, trials) in enumerate(studies):
            if own == metric:
                # Earlier studies are drawn wider: a line that lies on another one does not hide it.
                look = _look(index, width=2.0 + 1.5 * min(2, len(studies) - 1 - index))
                by_time = sorted((t for t in trials if t.time is not None), key=lambda trial: trial.time or 0.0)
                numbered = [(float(trial.number + 1), trial) for trial in trials]
                timed = [(trial.time or 0.0, trial) for trial in by_time]
                traces.append(_steps(name, numbered, metric, left) | look)
                traces.append(_steps(name, timed, metric, right) | look | {"showlegend": False})
                dots += [_dots(name, numbered, metric, left, index), _dots(name, timed, metric, right, index)]
    rows = len(metrics)
    return figure(
        [*traces, *dots],
        60 + PANEL * rows,
        grid={"rows": rows, "columns": 2, "pattern": "independent", "ygap": 0.3},
        **axes,
    )


def _visible(studies: Sequence[Sequence[PageTrial]]) -> list[float]:
    """Return the range of the axis of studies with one measure: where each one's best is, and most trials of all."""
    low, high = visible_objectives(trial for trials in studies for trial in trials if trial.trained)
    bests = [found[0].value or 0.0 for found in map(ranked, studies) if found]
    margin = EDGE * (max([high, *bests]) - min([low, *bests]))
    return [
        low if all(best >= low for best in bests) else min(bests) - margin,
        high if all(best <= high for best in bests) else max(bests) + margin,
    ]


def importances_figure(importance: Mapping[str, Mapping[str, float]]) -> Figure:
    """Draw the measured importance of each hyperparameter, a bar per study; what matters most anywhere on top.

    Args:
        importance: shares by hyperparameter, by study; at least one study has some.
    """
    most: dict[str, float] = {}
    for shares in importance.values():
        for name, share in shares.items():
            most[name] = max(share, most.get(name, 0.0))
    names = sorted(most, key=lambda name: most[name])
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "name": html.escape(study, quote=False),
            "x": [shares.get(name) for name in names],
            "y": names,
            "marker": {"color": BEST_COLORS[index % len(BEST_COLORS)]},
            "hovertemplate": "%{y}: %{x:.0%}<extra>%{fullData.name}</extra>",
        }
        for index, (study, shares) in enumerate(importance.items())
    ][::-1]
    return figure(
        bars,
        110 + (16 + 14 * len(bars)) * len(names),
        barmode="group",
        # Bars are stacked upwards: drawn in reverse, the first study's is on top, and first in the legend.
        legend={**LEGEND, "traceorder": "reversed"},
        xaxis=axis("share of the importance") | {"tickformat": ".0%", "rangemode": "tozero"},
        yaxis={"automargin": True, "type": "category"},
    )


def _look(index: int, width: float) -> dict[str, Any]:
    color, dash = BEST_COLORS[index % len(BEST_COLORS)], DASHES[index // len(BEST_COLORS) % len(DASHES)]
    return {"line": {"shape": "hv", "color": color, "width": width, "dash": dash}}


def _dots(name: str, placed: Sequence[tuple[float, PageTrial]], metric: str, number: int, index: int) -> dict[str, Any]:
    """Return the trials that were trained to their end."""
    shown = [(x, trial) for x, trial in placed if trial.trained]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": html.escape(name, quote=False),
        "x": [round(x, 3) for x, _ in shown],
        "y": [trial.value for _, trial in shown],
        "text": [f"#{trial.number} {format_objective(trial.value, metric)}" for _, trial in shown],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
        "marker": {"color": BEST_COLORS[index % len(BEST_COLORS)], "size": 6, "opacity": 0.45},
        "legendgroup": name,
        "showlegend": False,
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
    }


def _steps(name: str, placed: Sequence[tuple[float, PageTrial]], metric: str, number: int) -> dict[str, Any]:
    """Return a line of steps from the first network that was trained to its end to the study's end."""
    better = {trial.number for trial in best_so_far(trial for _, trial in placed)}
    steps = [(x, trial) for x, trial in placed if trial.number in better]
    if steps:
        steps.append((placed[-1][0], steps[-1][1]))
    return {
        "type": "scatter",
        "mode": "lines",
        "name": html.escape(name, quote=False),
        "x": [round(x, 3) for x, _ in steps],
        "y": [trial.value for _, trial in steps],
        "text": [f"#{trial.number} {format_objective(trial.value, metric)}" for _, trial in steps],
        "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
        "legendgroup": name,
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
    }
