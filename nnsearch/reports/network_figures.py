"""The report's figures of the best network: its mistakes on the dev set, its first layer, its decision boundary."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.data.spec import Data
from nnsearch.reports.figures import BEST_COLORS, GRID, Figure, axis, figure
from nnsearch.reports.formats import printable
from nnsearch.tracking.served_model import ServedNetwork
from nnsearch.tracking.winner import dev_outputs, raw_inputs

MOST_CLASSES = 40
"""A confusion matrix of more cannot be read."""
MOST_POINTS = 2000
MOST_PICTURES = 24
MOST_UNITS = 48
GRID_POINTS = 120
MARGIN = 0.08
"""Share of a feature's range that the decision boundary's picture goes beyond it."""
LONGEST_LABEL = 24
WHITE = (1.0, 16.0, 255.0)
"""Usual greatest values of a pixel: shares, those of the digits that come with scikit-learn, bytes."""
DIGITS = 4
"""Decimals, after the first digit, of what is drawn."""

DIVERGING = [[0, BEST_COLORS[0]], [0.5, "#ffffff"], [1, BEST_COLORS[1]]]
"""From the first class, or negative, to the second, or positive."""

Numbers = NDArray[np.float64]


def network_figures(
    network: ServedNetwork, data: Data, outputs: Numbers | None = None, *, negative: bool = False
) -> dict[str, Figure]:
    """Draw what fits the data, by the name the page gives it.

    Args:
        network: the best one.
        data: what it was trained on.
        outputs: what the network says of the dev set, ``(m, C)`` or ``(m, 1)``; by default it is asked.
        negative: whether pictures are drawn dark on white though they are bright on black, as scanned digits are.

    Returns:
        Some of ``confusion`` or ``residuals``, ``worst``, ``weights``, ``boundary``.
    """
    if outputs is None:
        outputs = dev_outputs(network, data)
    figures: dict[str, Figure] = {}
    if data.task == "regression":
        figures["residuals"] = residuals_figure(outputs[:, 0], data.dev.y.astype(np.float64))
    elif len(data.classes) <= MOST_CLASSES:
        figures["confusion"] = confusion_figure(outputs.argmax(axis=1), data.dev.y.astype(np.int64), data.classes)
    if data.image_shape is not None:
        figures["weights"] = weights_figure(network.arrays["W1"].astype(np.float64), data)
        if data.task == "classification" and (outputs.argmax(axis=1) != data.dev.y).any():
            figures["worst"] = worst_figure(outputs, data, negative=negative)
    elif data.n_x == 2:
        figures["boundary"] = boundary_figure(network, data)
    return figures


def confusion_figure(predicted: NDArray[np.int64], true: NDArray[np.int64], classes: Sequence[str]) -> Figure:
    """Draw how often each class was taken for each; colors are shares of the true class.

    Args:
        predicted: class indices ``(m,)``.
        true: class indices ``(m,)``.
        classes: labels by index.
    """
    counts = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(counts, (true, predicted), 1)
    places = list(range(len(classes)))
    names = [html.escape(printable(name), quote=False) for name in classes]
    cells = {
        "type": "heatmap",
        "z": (counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)).round(4).tolist(),
        "text": [[str(count) if count else "" for count in row] for row in counts],
        "texttemplate": "%{text}",
        "hovertext": [[f"true {names[y]}, predicted {names[x]}: {counts[y, x]}" for x in places] for y in places],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "x": places,
        "y": places,
        "colorscale": [[0, "#ffffff"], [1, BEST_COLORS[1]]],
        "zmin": 0,
        "zmax": 1,
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
    }
    # By position: names that are cut may look alike, and axes of names would put them into one row.
    ticks = {
        "tickvals": places,
        "ticktext": [label(name) for name in classes],
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
    }
    return figure(
        [cells],
        min(720, 200 + 34 * len(classes)),
        plot_bgcolor=GRID,
        xaxis={**ticks, "title": {"text": "predicted"}},
        yaxis={**ticks, "title": {"text": "true"}, "autorange": "reversed"},
    )


def residuals_figure(predicted: Numbers, true: Numbers) -> Figure:
    """Draw what is left of each target after the prediction, ``(m,)`` each; the first 2,000 examples."""
    shown = slice(0, MOST_POINTS)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": _rounded(predicted[shown]),
        "y": _rounded((true - predicted)[shown]),
        "marker": {"color": BEST_COLORS[1], "size": 6, "opacity": 0.7},
        "hovertemplate": "predicted %{x}, residual %{y}<extra></extra>",
    }
    zero = axis("true - predicted") | {"zeroline": True, "zerolinecolor": BEST_COLORS[0]}
    return figure([dots], 380, xaxis=axis("predicted"), yaxis=zero)


def weights_figure(W: Numbers, data: Data) -> Figure:
    """Draw the weights of the first layer's units as pictures, the units with the largest ones first.

    Args:
        W: ``(n_1, n_x)``.
        data: says what shape a picture has; colors are averaged.
    """
    order = np.argsort(-np.abs(W).max(axis=1), kind="stable")[:MOST_UNITS]
    pictures = _pictures(W[order], data)
    limit = float(np.abs(pictures).max()) or 1.0
    return _mosaic(pictures, [""] * len(pictures), colorscale=DIVERGING, zmin=-limit, zmax=limit)


def worst_figure(outputs: Numbers, data: Data, *, negative: bool = False) -> Figure:
    """Draw the examples of the dev set that were wrong with the greatest confidence.

    Args:
        outputs: probabilities ``(m, C)``.
        data: the examples.
        negative: whether bright pixels are drawn dark.
    """
    true = data.dev.y.astype(np.int64)
    predicted = outputs.argmax(axis=1)
    worst = most_wrong(outputs, true)[:MOST_PICTURES]
    texts = [f"{label(data.classes[true[index]])}, not {label(data.classes[predicted[index]])}" for index in worst]
    pictures = _pictures(raw_inputs(data.dev.X[worst], data), data)
    scale = [[0, "#ffffff"], [1, "#000000"]] if negative else [[0, "#000000"], [1, "#ffffff"]]
    return _mosaic(pictures, texts, colorscale=scale, zmin=0, zmax=_brightest(data))


def most_wrong(outputs: Numbers, true: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the examples that are wrong, those with the greatest probability of the predicted class first.

    Args:
        outputs: probabilities ``(m, C)``.
        true: class indices ``(m,)``.

    >>> most_wrong(np.array([[0.6, 0.4], [0.9, 0.1], [0.2, 0.8]]), np.array([1, 1, 1])).tolist()
    [1, 0]
    """
    wrong = np.flatnonzero(outputs.argmax(axis=1) != true)
    return wrong[np.argsort(-outputs[wrong].max(axis=1), kind="stable")]


def _brightest(data: Data) -> float:
    """Return what white is: the least usual limit that no pixel of the dev set exceeds."""
    top = float(raw_inputs(data.dev.X.max(axis=0), data).max())
    return next((limit for limit in WHITE if top <= limit * (1 + 1e-6)), top)


def boundary_figure(network: ServedNetwork, data: Data) -> Figure:
    """Draw what the network says all over the plane of two features, and the dev set on it."""
    points = raw_inputs(data.dev.X, data)
    low, high = points.min(axis=0), points.max(axis=0)
    margin = MARGIN * np.maximum(high - low, 1e-9)
    x, y = (np.linspace(low[i] - margin[i], high[i] + margin[i], GRID_POINTS) for i in range(2))
    plane = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    outputs = network.outputs(plane)
    # Two classes, and numbers, shade smoothly; more classes are areas in the colors of their dots.
    smooth = outputs.shape[1] <= 2
    values = outputs[:, -1] if smooth else outputs.argmax(axis=1).astype(np.float64)
    area = {
        "type": "heatmap",
        "x": _rounded(x),
        "y": _rounded(y),
        "z": [_rounded(row, float(np.ptp(values))) for row in values.reshape(GRID_POINTS, GRID_POINTS)],
        "opacity": 0.5,
        "showscale": smooth,
        "hoverinfo": "skip",
    }
    area |= {"colorscale": DIVERGING} if smooth else _class_areas(outputs.shape[1])
    if outputs.shape[1] == 2:
        area |= {"zmin": 0, "zmax": 1}  # white is where both classes are as likely
    titles = [axis(label(name)) | {"showgrid": False} for name in data.features]
    return figure([area, *_examples(points, data)], 480, xaxis=titles[0], yaxis=titles[1])


def label(name: str) -> str:
    """Make a name from data safe for plotly, which reads some tags, and short.

    >>> label("<b>a</b>")
    '&lt;b&gt;a&lt;/b&gt;'
    """
    text = printable(name)
    return html.escape(text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…", quote=False)


def _class_areas(classes: int) -> dict[str, Any]:
    """Return a color scale with one step per class index."""
    steps = [
        [edge / classes, BEST_COLORS[index % len(BEST_COLORS)]]
        for index in range(classes)
        for edge in (index, index + 1)
    ]
    return {"colorscale": steps, "zmin": -0.5, "zmax": classes - 0.5}


def _examples(points: Numbers, data: Data) -> list[dict[str, Any]]:
    classes = range(len(data.classes)) or [None]
    traces = []
    for index in classes:
        own = np.ones(len(points), bool) if index is None else data.dev.y == index
        color = "#1f2933" if index is None else BEST_COLORS[index % len(BEST_COLORS)]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": "dev set" if index is None else label(data.classes[index]),
                "x": _rounded(points[own, 0][:MOST_POINTS]),
                "y": _rounded(points[own, 1][:MOST_POINTS]),
                "marker": {"color": color, "size": 7, "line": {"color": "white", "width": 1}},
            }
        )
    return traces


def _pictures(rows: Numbers, data: Data) -> Numbers:
    height, width = data.image_shape or (1, rows.shape[1])
    return np.asarray(rows.reshape(len(rows), height, width, data.channels).mean(axis=-1))


def _mosaic(pictures: Numbers, texts: Sequence[str], **look: Any) -> Figure:
    """Put pictures ``(n, height, width)`` side by side into one heatmap, a gap around each, a text above."""
    count, height, width = pictures.shape
    columns = min(count, 12 if not any(texts) else 6)
    rows = math.ceil(count / columns)
    gap = max(1, width // 8)
    tall = height + (max(2, height // 3) if any(texts) else gap)
    field: NDArray[Any] = np.full((rows * tall, columns * (width + gap)), np.nan)
    notes = []
    for index, picture in enumerate(pictures):
        top, left = index // columns * tall + tall - height, index % columns * (width + gap)
        field[top : top + height, left : left + width] = picture
        if texts[index]:
            place = {"x": left + width / 2, "y": top - 0.6, "yanchor": "bottom"}
            notes.append({**place, "text": texts[index], "showarrow": False, "font": {"size": 12}})
    cells = {
        "type": "heatmap",
        "z": [[None if math.isnan(value) else float(f"{value:.3g}") for value in row] for row in field],
        "showscale": False,
        "hoverinfo": "skip",
        **look,
    }
    hidden = {"visible": False, "fixedrange": True}
    return figure(
        [cells],
        max(160, round(1080 * field.shape[0] / field.shape[1]) + 40) if columns > 5 else 60 + 160 * rows,
        annotations=notes,
        xaxis={**hidden, "constrain": "domain"},
        yaxis={**hidden, "autorange": "reversed", "scaleanchor": "x", "constrain": "domain"},
        margin={"l": 8, "r": 8, "t": 16, "b": 8},
    )


def _rounded(values: NDArray[Any], spread: float | None = None) -> list[float]:
    """Round to what a figure shows: five digits of how far the values spread, however far from 0 they are."""
    spread = float(np.ptp(values)) if spread is None and len(values) else spread
    if not spread:
        return [float(value) for value in values]
    decimals = DIGITS - math.floor(math.log10(spread))
    return [round(float(value), decimals) for value in values]
