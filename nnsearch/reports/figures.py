"""The report's figures, as plotly.js takes them: plain dictionaries of JSON, drawn in the reader's browser.

Lines of one look share a trace, with gaps between them: a thousand curves are one path each color, not a thousand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from nnsearch.reports.formats import format_duration, format_objective, format_units, format_value, metric_name
from nnsearch.reports.page_facts import PageTrial, Rung, best_so_far, ranked
from nnsearch.training.objectives import OBJECTIVES, Objective

Figure = dict[str, Any]  # plotly's JSON

LEGEND = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"}
INK, FAINT, GRID = "#1f2933", "#b8c2cc", "#e4e7eb"
BEST_COLORS = ("#d1495b", "#00798c", "#edae49", "#66a182", "#2e4057")
"""Of the best trials, the best first."""
HIGHLIGHTED = len(BEST_COLORS)
SHOWN = 0.8
"""Share of the trials that figures of objectives show; the worst ones are beyond their edge."""
NUMBERS = frozenset(name for name, objective in OBJECTIVES.items() if objective.tasks == ("regression",))
"""Measures of predicted numbers."""
SHOWN_EPOCHS = 0.95
"""Share of the learning curves' values that a linear axis shows."""


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
        "legend": LEGEND,
    }
    return {"data": list(traces), "layout": {**shared, **layout}}


def visible(values: Iterable[float | None], share: float) -> list[float]:
    """Return the range of an axis that shows the lowest ``share`` of some values: a few huge ones squash all others.

    Args:
        values: what is drawn; those that are missing or no numbers do not count.
        share: in (0, 1].

    >>> visible([0.0, 1.0, 2.0, 4.0, 1000.0], 0.8)
    [-0.2, 4.2]
    """
    found = sorted(value for value in values if value is not None and math.isfinite(value))
    if not found:
        return [0.0, 1.0]
    low, high = found[0], found[math.ceil(share * len(found)) - 1]
    margin = 0.05 * (high - low) or 0.05 * abs(high) or 1.0
    return [low - margin, high + margin]


def visible_objectives(trials: Iterable[PageTrial]) -> list[float]:
    """Return the range of an axis of objectives: the worst fifth is left out, at whichever end it is."""
    found = [trial for trial in trials if trial.value is not None]
    low, high = visible((trial.loss for trial in found), SHOWN)
    return [-high, -low] if found and found[0].maximize else [low, high]


def _visible_curves(values: Sequence[float], objective: Objective) -> list[float]:
    low, high = visible((objective.loss(value) for value in values), SHOWN_EPOCHS)
    return [-high, -low] if objective.maximize else [low, high]


def best_figure(trials: Sequence[PageTrial], metric: str) -> Figure:
    """Draw the best objective so far by trial and by seconds of training, over the objectives of the trials."""
    traces: list[dict[str, Any]] = []
    limits = {"range": visible_objectives(trials)}
    by_time = sorted((trial for trial in trials if trial.time is not None), key=lambda trial: trial.time or 0.0)
    for column, order, place in (("", trials, _number), ("2", by_time, _seconds)):
        axes = {"xaxis": f"x{column}", "yaxis": f"y{column}"}
        for trained, name, color in (
            (False, f"stopped (last {metric_name(metric)})", FAINT),
            (True, "trained to the end", "#00798c"),
        ):
            some = [trial for trial in order if trial.trained == trained and trial.value is not None]
            traces.append(_dots(some, place, name, color, metric) | axes | {"showlegend": not column})
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
                "showlegend": not column,
                **axes,
            }
        )
    return figure(
        traces,
        380,
        grid={"rows": 1, "columns": 2, "pattern": "independent"},
        xaxis=axis("trial"),
        xaxis2=axis("seconds of training"),
        yaxis=axis(metric_name(metric), metric) | limits,
        yaxis2=axis("", metric) | limits,
    )


def curves_figure(trials: Sequence[PageTrial], what: str, metric: str) -> Figure:
    """Draw all learning curves, training beside dev, the best ones highlighted.

    Args:
        trials: the finished ones.
        what: ``error``, ``cost``, or an objective that is measured on the dev set only; a regression's error is its
            RMSE.
        metric: the study's objective.
    """
    best = ranked(trials)[:HIGHLIGHTED]
    numbers = {trial.number for trial in best}
    others = [trial for trial in trials if trial.number not in numbers]
    unit = "rmse" if what == "error" and metric in NUMBERS else what
    traces = []
    for column, part in (("", "train"), ("2", "dev")):
        axes = {"xaxis": f"x{column}", "yaxis": "y", "showlegend": not column}
        curve = f"{part}_{what}"
        traces.append(_curves(others, curve, "other trials", FAINT, 1.0, unit) | axes)
        for trial, color in reversed(list(zip(best, BEST_COLORS, strict=False))):
            traces.append(_curves([trial], curve, f"#{trial.number}", color, 2.2, unit) | axes)
    values = [
        value for trial in trials for part in ("train", "dev") for value in trial.curves.get(f"{part}_{what}", ())
    ]
    return figure(
        traces,
        440,
        grid={"rows": 1, "columns": 2, "subplots": [["xy", "x2y"]]},
        xaxis=axis("epoch (training)"),
        xaxis2=axis("epoch (dev)"),
        yaxis=axis(OBJECTIVES[unit].words, unit),
        legend={**LEGEND, "traceorder": "reversed"},  # the best one is drawn last, and is named first
        meta={"linear": _visible_curves(values, OBJECTIVES[unit])},  # the page sets it while the axis is linear
    )


def gradients_figure(best: PageTrial) -> Figure | None:
    """Draw the norm of each layer's gradient by epoch; ``None`` where there is none on record.

    Args:
        best: the trial.
    """
    traces: list[dict[str, Any]] = []
    while norms := best.curves.get(f"gradient_norm_{len(traces) + 1}"):
        color = BEST_COLORS[len(traces) % len(BEST_COLORS)]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": f"layer {len(traces) + 1}",
                "x": list(range(1, len(norms) + 1)),
                "y": [short(value) for value in norms],
                "hovertemplate": "epoch %{x}: %{y:.2e}<extra>%{fullData.name}</extra>",
                "line": {"color": color, "width": 2},
            }
        )
    if not traces:
        return None
    norm = axis("norm of the gradient") | {"type": "log", "exponentformat": "power", "dtick": 1}
    return figure(traces, 300, showlegend=True, xaxis=axis("epoch"), yaxis=norm)


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
        yaxis=axis("trials"),
    )


def axis(title: str, unit: str = "") -> dict[str, Any]:
    """Return an axis.

    Args:
        title: text beside it.
        unit: the name of an objective that is a share, shown in percent; anything else for plain numbers.
    """
    plain: dict[str, Any] = {
        "title": {"text": title, "standoff": 8},
        "gridcolor": GRID,
        "zeroline": False,
        "automargin": True,
    }
    return plain | ({"tickformat": "~%"} if _is_share(unit) else {})


def _is_share(unit: str) -> bool:
    return unit in OBJECTIVES and OBJECTIVES[unit].share


def _number(trial: PageTrial) -> float:
    return float(trial.number)


def _seconds(trial: PageTrial) -> float:
    return trial.time or 0.0


def hover(trial: PageTrial, metric: str) -> str:
    """Describe a trial in the figures' few tags.

    Values are numbers or words of the study file's own vocabulary: nothing that needs escaping.
    """
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
        "text": [hover(trial, metric) for trial in trials],
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
    shown = "%{y:.2%}" if _is_share(unit) else "%{y:.4g}"
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


def short(value: float) -> float | None:
    """Round to what a picture can show; ``None`` for what is no number.

    >>> short(0.123456789), short(float("inf"))
    (0.12346, None)
    """
    return float(f"{value:.5g}") if math.isfinite(value) else None
