"""The report's figures, as plotly.js takes them: plain dictionaries of JSON, drawn in the reader's browser.

Lines of one look share a trace, with gaps between them: a thousand curves are one path each color, not a thousand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from nnsearch.reports.formats import format_duration, format_objective, format_units, format_value, metric_name
from nnsearch.reports.page_facts import PageTrial, Rung, best_so_far, ranked
from nnsearch.reports.scales import Scale

Figure = dict[str, Any]  # plotly's JSON

INK, FAINT, GRID = "#1f2933", "#b8c2cc", "#e4e7eb"
BEST_COLORS = ("#d1495b", "#00798c", "#edae49", "#66a182", "#2e4057")
"""Of the best trials, the best first."""
SHADES = ("#fde725", "#a0da39", "#4ac16d", "#1fa187", "#277f8e", "#365c8d", "#46327e", "#440154")
"""From the worst trials to the best ones (viridis, reversed)."""
HIGHLIGHTED = len(BEST_COLORS)
PER_ROW = 3


def figure(traces: Sequence[Mapping[str, Any]], height: int, **layout: Any) -> Figure:
    """Return a figure with the look that all of them share.

    Args:
        traces: what is drawn.
        height: pixels.
        layout: more of plotly's layout.
    """
    shared = {
        "height": height,
        "margin": {"l": 64, "r": 24, "t": 32, "b": 48},
        "font": {"family": "system-ui, sans-serif", "size": 13, "color": INK},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "hovermode": "closest",
        "legend": {"orientation": "h", "y": 1.12},
    }
    return {"data": list(traces), "layout": {**shared, **layout}}


def best_figure(trials: Sequence[PageTrial], metric: str) -> Figure:
    """Draw the best objective so far by trial and by seconds of training, over the objectives of the trials."""
    traces: list[dict[str, Any]] = []
    by_time = sorted((trial for trial in trials if trial.time is not None), key=lambda trial: trial.time or 0.0)
    for column, (order, place) in enumerate(((trials, _number), (by_time, _seconds)), start=1):
        axes = {"xaxis": f"x{column}", "yaxis": f"y{column}"}
        for trained, name, color in (
            (False, "stopped (last dev error)", FAINT),
            (True, "trained to the end", "#00798c"),
        ):
            some = [trial for trial in order if trial.trained == trained and trial.value is not None]
            traces.append(_dots(some, place, name, color, metric) | axes | {"showlegend": column == 1})
        steps = best_so_far(order)
        end = max(map(place, order), default=0.0)
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": "best so far",
                "x": [place(trial) for trial in steps] + ([end] if steps else []),
                "y": [trial.value for trial in steps] + ([steps[-1].value] if steps else []),
                "line": {"shape": "hv", "color": BEST_COLORS[0], "width": 2.5},
                "hoverinfo": "skip",
                "showlegend": column == 1,
                **axes,
            }
        )
    return figure(
        traces,
        380,
        grid={"rows": 1, "columns": 2, "pattern": "independent"},
        xaxis=_axis("trial"),
        xaxis2=_axis("seconds of training"),
        yaxis=_axis(metric_name(metric), metric),
        yaxis2=_axis("", metric),
    )


def curves_figure(trials: Sequence[PageTrial], what: str, metric: str) -> Figure:
    """Draw all learning curves, training beside dev, the best ones highlighted.

    Args:
        trials: the finished ones.
        what: ``error`` or ``cost``.
        metric: what an error is.
    """
    best = ranked(trials)[:HIGHLIGHTED]
    numbers = {trial.number for trial in best}
    others = [trial for trial in trials if trial.number not in numbers]
    unit = metric if what == "error" else "cost"
    traces = []
    for column, part in enumerate(("train", "dev"), start=1):
        axes = {"xaxis": f"x{column}", "yaxis": "y", "showlegend": column == 1}
        curve = f"{part}_{what}"
        traces.append(_curves(others, curve, "other trials", FAINT, 1.0, unit) | axes)
        for trial, color in reversed(list(zip(best, BEST_COLORS, strict=False))):
            traces.append(_curves([trial], curve, f"#{trial.number}", color, 2.2, unit) | axes)
    word = "RMSE" if unit == "rmse" else unit
    return figure(
        traces,
        440,
        grid={"rows": 1, "columns": 2, "subplots": [["xy", "x2y"]]},
        xaxis=_axis("epoch (training)"),
        xaxis2=_axis("epoch (dev)"),
        yaxis=_axis(word, unit),
    )


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
    names = {"tickvals": list(range(len(scales))), "ticktext": [scale.title for scale in scales], "tickangle": 0}
    labels = [
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
        xaxis={**last, **names, "side": "top", "range": [-0.15, len(scales) - 0.45]},
        yaxis={"visible": False, "range": [-0.12, 1.06], "fixedrange": True},
        margin={"l": 24, "r": 24, "t": 48, "b": 16},
    )


def slice_figure(trials: Sequence[PageTrial], scales: Sequence[Scale], metric: str) -> Figure:
    """Draw the objective over each hyperparameter, later trials darker."""
    rows = max(1, math.ceil(len(scales) / PER_ROW))
    traces, axes = [], {}
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
                "text": [_hover(trial, metric) for trial in some],
                "hoverinfo": "text",
                "marker": {
                    "size": 7,
                    "color": [trial.number for trial in some],
                    "colorscale": "Blues",
                    "cmin": -len(trials) / 3,
                    "cmax": len(trials),
                    "symbol": ["circle" if trial.trained else "x-thin-open" for trial in some],
                },
                "xaxis": f"x{index}",
                "yaxis": f"y{index}",
            }
        )
        ticks = dict(zip(("tickvals", "ticktext"), map(list, zip(*scale.ticks(), strict=True)), strict=True))
        axes[f"xaxis{index}"] = _axis(scale.title) | ticks | {"range": [-0.06, 1.06]}
        axes[f"yaxis{index}"] = _axis(metric_name(metric) if index % PER_ROW == 1 else "", metric)
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
        xaxis=_axis("share of the importance") | {"tickformat": ".0%", "rangemode": "tozero"},
        yaxis={"automargin": True, "type": "category"},
    )


def rungs_figure(rungs: Sequence[Rung]) -> Figure:
    """Draw how many trials reached each rung and how many of them went on."""
    names = [f"epoch {rung.epoch}" for rung in rungs]

    def bars(name: str, values: Iterable[int], color: str) -> dict[str, Any]:
        return {"type": "bar", "name": name, "x": names, "y": list(values), "marker": {"color": color}}

    return figure(
        [
            bars("reached it", (rung.reached for rung in rungs), FAINT),
            bars("trained further", (rung.went_on for rung in rungs), "#00798c"),
        ],
        320,
        barmode="overlay",
        xaxis={"type": "category"},
        yaxis=_axis("trials"),
    )


def _axis(title: str, unit: str = "") -> dict[str, Any]:
    axis: dict[str, Any] = {"title": {"text": title}, "gridcolor": GRID, "zeroline": False, "automargin": True}
    return axis | ({"tickformat": "~%"} if unit == "error" else {})


def _number(trial: PageTrial) -> float:
    return float(trial.number)


def _seconds(trial: PageTrial) -> float:
    return trial.time or 0.0


def _success(trial: PageTrial) -> tuple[bool, float]:
    """Order trials from the best to the worst: those that were trained to their end first."""
    return (not trial.trained, trial.value or 0.0)


def _hover(trial: PageTrial, metric: str) -> str:
    """Describe a trial. Values are numbers or words of the study file's own vocabulary: nothing that needs escaping."""
    head = f"<b>#{trial.number}</b> {format_objective(trial.value, metric)}, {trial.outcome.replace('_', ' ')}"
    time = f" after {format_duration(trial.time)}" if trial.time is not None else ""
    lines = [f"{name} {format_value(value)}" for name, value in trial.params.items()]
    return "<br>".join([head + time, f"hidden layers {format_units(trial.hidden)}", *lines])


def _dots(
    trials: Sequence[PageTrial], place: Callable[[PageTrial], float], name: str, color: str, metric: str
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [place(trial) for trial in trials],
        "y": [trial.value for trial in trials],
        "text": [_hover(trial, metric) for trial in trials],
        "hoverinfo": "text",
        "marker": {"color": color, "size": 6},
    }


def _curves(trials: Sequence[PageTrial], curve: str, name: str, color: str, width: float, unit: str) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    numbers: list[int | None] = []
    for trial in trials:
        values = trial.curves.get(curve, ())
        x += [*range(1, len(values) + 1), None]
        y += [short(value) for value in values] + [None]
        numbers += [trial.number] * len(values) + [None]
    shown = "%{y:.2%}" if unit == "error" else "%{y:.4g}"
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": y,
        "customdata": numbers,
        "hovertemplate": f"#%{{customdata}} epoch %{{x}}: {shown}<extra></extra>",
        "line": {"color": color, "width": width},
        "legendgroup": name,
    }


def _lines_over_axes(trials: Sequence[PageTrial], scales: Sequence[Scale], color: str, metric: str) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    texts: list[str | None] = []
    for trial in trials:
        for index, scale in enumerate(scales):
            # What does not act in a trial leaves a gap in its line.
            acts = scale.name in trial.params
            x.append(index if acts else None)
            y.append(round(scale.position(trial.params[scale.name]), 4) if acts else None)
            texts.append(str(trial.number) if acts else None)
        x.append(None)
        y.append(None)
        texts.append(None)
    del metric
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "text": texts,
        "hovertemplate": "#%{text}<extra></extra>",
        "line": {"color": color, "width": 1.2},
        "opacity": 0.8,
    }


def short(value: float) -> float | None:
    """Round to what a picture can show; ``None`` for what is no number.

    >>> short(0.123456789), short(float("inf"))
    (0.12346, None)
    """
    return float(f"{value:.5g}") if math.isfinite(value) else None
