import json
from types import SimpleNamespace

import numpy as np
import plotly.graph_objects as go

from nnsearch.reports.network_figures import (
    boundary_figure,
    confusion_figure,
    label,
    network_figures,
    residuals_figure,
    weights_figure,
    worst_figure,
)
from nnsearch.tracking.served_model import ServedNetwork
from nnsearch.tracking.winner import serve_best


def figures_of(study):
    found = network_figures(*serve_best(study))
    for figure in found.values():
        go.Figure(json.loads(json.dumps(figure, allow_nan=False)))
    return found


def test_two_features_have_a_decision_boundary(study):
    figures = figures_of(study)
    assert set(figures) == {"confusion", "boundary"}
    dots = figures["boundary"]["data"][1:]
    assert sum(len(trace["x"]) for trace in dots) == study.meta["data"]["dev"]


def test_more_than_two_classes_are_areas_in_the_colors_of_their_dots():
    one = np.ones(2, np.float32)
    arrays = {"W1": np.array([[1, 0], [0, 1], [-1, -1]], np.float32), "b1": np.zeros((3, 1), np.float32)}
    network = ServedNetwork(
        arrays | {"mean": 0 * one, "scale": one}, {"activations": [], "output": "softmax", "classes": ["a", "b", "c"]}
    )
    dev = SimpleNamespace(X=np.eye(3, 2, dtype=np.float32), y=np.arange(3))
    data = SimpleNamespace(dev=dev, mean=0 * one, scale=one, features=("x", "<y>"), classes=("a", "b", "c"))
    figure = boundary_figure(network, data)
    area, *dots = figure["data"]
    assert [color for _, color in area["colorscale"][::2]] == [trace["marker"]["color"] for trace in dots]
    assert {value for row in area["z"] for value in row} == {0.0, 1.0, 2.0}
    assert figure["layout"]["yaxis"]["title"]["text"] == "&lt;y&gt;"


def test_pictures_have_their_weights_and_worst_examples(run_study):
    table = {"source": "digits"}
    found = run_study("pictures", data=table, network={"hidden": [5], "keep_prob": 1.0})
    assert set(figures_of(found)) == {"confusion", "worst", "weights"}


def test_a_regression_has_residuals(run_study):
    found = run_study("numbers", data={"source": "diabetes"})
    assert set(figures_of(found)) == {"residuals"}


def test_the_confusion_matrix_counts_every_example():
    figure = confusion_figure(np.array([0, 1, 1, 2]), np.array([0, 0, 1, 2]), ["a", "<b>", "c"])
    (cells,) = figure["data"]
    assert cells["text"] == [["1", "1", ""], ["", "1", ""], ["", "", "1"]]
    assert cells["z"][0] == [0.5, 0.5, 0.0]
    assert figure["layout"]["xaxis"]["ticktext"][1] == "&lt;b&gt;"
    assert cells["hovertext"][0][1] == "true a, predicted &lt;b&gt;: 1"


def test_classes_whose_names_begin_alike_keep_rows_of_their_own():
    names = [f"{'a very long beginning ' * 2}{end}" for end in "ab"]
    figure = confusion_figure(np.array([0, 1]), np.array([0, 0]), names)
    (cells,) = figure["data"]
    assert cells["x"] == cells["y"] == figure["layout"]["yaxis"]["tickvals"] == [0, 1]
    assert cells["hovertext"][0][1] == f"true {names[0]}, predicted {names[1]}: 1"


def test_residuals_are_true_minus_predicted():
    (dots,) = residuals_figure(np.array([1.0, 2.0]), np.array([3.0, 1.5]))["data"]
    assert (dots["x"], dots["y"]) == ([1.0, 2.0], [2.0, -0.5])


def test_weights_of_color_pictures_are_averaged_over_the_colors():
    class Color:
        image_shape = (2, 2)
        channels = 3

    W = np.arange(24.0).reshape(2, 12)
    (cells,) = weights_figure(W, Color)["data"]
    assert [value for value in cells["z"][1] if value is not None] == [13.0, 16.0, 1.0, 4.0]


def two_class(offset):
    """A network of two features with a large offset, and its data."""
    rng = np.random.default_rng(0)
    mean, scale = np.full(2, offset, np.float64), np.ones(2)
    arrays = {"W1": np.array([[0.1, 0.2]], np.float32), "b1": np.zeros((1, 1), np.float32)}
    about = {"activations": [], "output": "sigmoid", "classes": ["a", "b"]}
    dev = SimpleNamespace(X=rng.normal(size=(20, 2)).astype(np.float32), y=np.arange(20) % 2)
    data = SimpleNamespace(dev=dev, mean=mean, scale=scale, features=("x", "y"), classes=("a", "b"))
    return ServedNetwork(arrays | {"mean": mean, "scale": scale}, about), data


def test_points_far_from_0_do_not_collapse():
    area, *dots = boundary_figure(*two_class(1.7e9))["data"]
    assert len(set(area["x"])) == len(area["x"])
    assert len({x for trace in dots for x in trace["x"]}) == 20


def test_two_equally_likely_classes_are_white():
    area, *_ = boundary_figure(*two_class(0.0))["data"]
    assert (area["zmin"], area["zmax"]) == (0, 1)
    assert min(min(row) for row in area["z"]) > 0.3


def photos(values):
    """Four pictures of four pixels, of three classes."""
    X = np.asarray(values, np.float32).repeat(4).reshape(4, 4)
    return SimpleNamespace(
        dev=SimpleNamespace(X=X, y=np.zeros(4, np.int64)),
        mean=np.zeros(4),
        scale=np.ones(4),
        image_shape=(2, 2),
        channels=1,
        classes=("a", "b", "c"),
    )


OUTPUTS = np.array([[0.9, 0.1, 0.0], [0.02, 0.5, 0.48], [0.3, 0.7, 0.0], [0.05, 0.0, 0.95]])


def test_the_worst_examples_are_those_wrong_with_the_greatest_confidence_whatever_the_classes():
    notes = worst_figure(OUTPUTS, photos([1, 2, 3, 4]))["layout"]["annotations"]
    assert [note["text"] for note in notes] == ["a, not c", "a, not b", "a, not b"]
    shown = [value for value in worst_figure(OUTPUTS, photos([1, 2, 3, 4]))["data"][0]["z"][-1] if value is not None]
    assert shown == [4, 4, 3, 3, 2, 2]


def test_bright_pixels_are_bright_unless_a_negative_is_wanted():
    (cells,) = worst_figure(OUTPUTS, photos([200, 20, 30, 40]))["data"]
    assert (cells["zmin"], cells["zmax"], cells["colorscale"][-1]) == (0, 255.0, [1, "#ffffff"])
    (cells,) = worst_figure(OUTPUTS, photos([14, 2, 3, 4]), negative=True)["data"]
    assert (cells["zmax"], cells["colorscale"][-1]) == (16.0, [1, "#000000"])


def test_a_long_label_is_cut():
    assert len(label("x" * 100)) == 24
