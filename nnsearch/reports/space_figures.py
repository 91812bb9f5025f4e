"""The report's figures of the search space: parallel coordinates, a slice per hyperparameter, importance."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from nnsearch.reports.figures import INK, Figure, axis, figure, hover, visible_objectives
from nnsearch.reports.formats import format_objective, metric_name
from nnsearch.reports.page_facts import PageTrial
from nnsearch.reports.scales import Scale

SHADES = ("#fde725", "#a0da39", "#4ac16d", "#1fa187", "#277f8e", "#365c8d", "#46327e", "#440154")
"""From the worst trials to the best ones (viridis, reversed)."""
PER_ROW = 3


def parallel_figure(trials: Sequence[PageTrial], scales: Sequence[Scale], metric: str) -> Figure:
    """Draw each trial as a line over the hyperparameters' axes, colored by how well it did."""
    order = sorted((t for t in trials if t.value is not None), key=_success, reverse=True)
    size = max(1, math.ceil(len(order) / len(SHADES)))
    traces = []
    for index in range(0, len(order), size):
        shade = SHADES[min(index // size, len(SHADES) - 1)]
        some = order[index : index + size]
        traces.append(_lines_over_axes(some, scales, shade, metric))
    last = {"showgrid": True, "gridcolor": INK, "zeroline": False, "fixedrange": True}
    names = {"tickvals": list(range(len(scales))), "ticktext": [""] * len(scales)}
    labels = [
        {"x": index, "y": 1.06, "text": scale.title.replace(" ", "<br>"), "showarrow": False, "yanchor": "bottom"}
        for index, scale in enumerate(scales)
    ]
    labels += [
        {"x": index, "y": position, "text": text, "showarrow": False, "xanchor": "left", "xshift": 4,
         "font": {"size": 11}, "bgcolor": "rgba(255,255,255,0.75)"}
        for index, scale in enumerate(scales)
        for position, text in scale.ticks()
    ]  # fmt: skip
    return figure(
        traces,
        460,
        showlegend=False,
        annotations=labels,
        xaxis={**last, **names, "range": [-0.15, len(scales) - 0.45]},
        yaxis={"visible": False, "range": [-0.12, 1.06], "fixedrange": True},
        margin={"l": 40, "r": 24, "t": 56, "b": 16},
    )


def slice_figure(trials: Sequence[PageTrial], scales: Sequence[Scale], metric: str) -> Figure:
    """Draw the objective over each hyperparameter, later trials darker."""
    rows = max(1, math.ceil(len(scales) / PER_ROW))
    traces, axes = [], {}
    limits = {"range": visible_objectives(trials)}
    for index, scale in enumerate(scales, start=1):
        some = [trial for trial in trials if scale.name in trial.params and trial.value is not None]
        # Trials that were trained to their end come last: they are what counts, and are drawn on top.
        some.sort(key=lambda trial: trial.trained)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [scale.position(trial.params[scale.name]) for trial in some],
                "y": [trial.value for trial in some],
                "text": [hover(trial, metric) for trial in some],
                "hoverinfo": "text",
                "marker": {
                    "size": 7,
                    "color": [trial.number for trial in some],
                    "colorscale": [[0, "#d0e1f2"], [1, "#08306b"]],
                    "cmin": -len(trials) / 3,
                    "cmax": len(trials),
                    "symbol": ["circle" if trial.trained else "x-thin-open" for trial in some],
                },
                "xaxis": f"x{index}",
                "yaxis": f"y{index}",
            }
        )
        ticks = dict(zip(("tickvals", "ticktext"), map(list, zip(*scale.ticks(), strict=True)), strict=True))
        axes[f"xaxis{index}"] = axis(scale.title) | ticks | {"range": [-0.06, 1.06], "tickangle": 0}
        axes[f"yaxis{index}"] = axis(metric_name(metric) if index % PER_ROW == 1 else "", metric) | limits
    return figure(
        traces,
        80 + 250 * rows,
        showlegend=False,
        grid={"rows": rows, "columns": PER_ROW, "pattern": "independent", "ygap": 0.35},
        **axes,
    )


def importance_figure(shares: Mapping[str, float]) -> Figure:
    """Draw the measured importance as bars, the greatest on top."""
    names = list(shares)[::-1]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [shares[name] for name in names],
        "y": names,
        "marker": {"color": "#00798c"},
        "hovertemplate": "%{y}: %{x:.0%}<extra></extra>",
    }
    return figure(
        [bars],
        90 + 30 * len(names),
        xaxis=axis("share of the importance") | {"tickformat": ".0%", "rangemode": "tozero"},
        yaxis={"automargin": True, "type": "category"},
    )


def _success(trial: PageTrial) -> tuple[bool, float]:
    """Order trials from the best to the worst: those that were trained to their end first."""
    return (not trial.trained, trial.loss)


def _lines_over_axes(trials: Sequence[PageTrial], scales: Sequence[Scale], color: str, metric: str) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    texts: list[str | None] = []
    for trial in trials:
        label = f"#{trial.number} {format_objective(trial.value, metric)}"
        for index, scale in enumerate(scales):
            # What does not act in a trial leaves a gap in its line.
            acts = scale.name in trial.params
            x.append(index if acts else None)
            y.append(round(scale.position(trial.params[scale.name]), 4) if acts else None)
            texts.append(label if acts else None)
        x.append(None)
        y.append(None)
        texts.append(None)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "text": texts,
        "hoverinfo": "text",
        "line": {"color": color, "width": 1.2},
        "opacity": 0.8,
    }
