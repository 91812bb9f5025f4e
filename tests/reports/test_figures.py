import json
import math

import plotly.graph_objects as go
import pytest

from nnsearch.reports.figures import (
    best_figure,
    curves_figure,
    gradients_figure,
    rungs_figure,
    visible,
    visible_objectives,
)
from nnsearch.reports.page_facts import PageTrial, Rung, page_trials, scales, spec_of
from nnsearch.reports.space_figures import SHADES, importance_figure, parallel_figure, slice_figure

DIVERGED = PageTrial(
    99, 3, "diverged", None, 2, {}, (4,), {name: [1.0, math.inf] for name in ("train_error", "dev_error")}
)


@pytest.fixture(scope="module")
def trials(study):
    return page_trials(study)


@pytest.fixture(scope="module")
def figures(study, trials):
    axes = scales(spec_of(study))
    return {
        "best": best_figure(trials, "error"),
        "curves": curves_figure(trials, "error", "error"),
        "parallel": parallel_figure(trials, axes, "error"),
        "slices": slice_figure(trials, axes, "error"),
        "importance": importance_figure({"learning_rate": 0.7, "l2": 0.3}),
        "rungs": rungs_figure([Rung(3, 16, 6, 0), Rung(9, 6, 0, 0)]),
    }


def test_every_figure_is_strict_json_and_valid_for_plotly(figures):
    for figure in figures.values():
        go.Figure(json.loads(json.dumps(figure, allow_nan=False)))


def test_no_trials_give_empty_figures(study):
    axes = scales(spec_of(study))
    for figure in (best_figure([], "rmse"), curves_figure([], "cost", "rmse"), parallel_figure([], axes, "rmse")):
        json.dumps(figure, allow_nan=False)
    assert slice_figure([], axes, "rmse")["data"][0]["x"] == []


def test_every_epoch_of_every_trial_is_drawn_on_both_sides(figures, trials):
    epochs = sum(trial.epochs for trial in trials)
    for side in ("x", "x2"):
        drawn = [trace for trace in figures["curves"]["data"] if trace["xaxis"] == side]
        assert sum(value is not None for trace in drawn for value in trace["y"]) == epochs


def test_what_is_no_number_leaves_a_gap_in_a_curve(trials):
    figure = curves_figure([*trials, DIVERGED], "error", "error")
    assert figure["data"][0]["y"][-3:] == [1.0, None, None]
    assert all(map(math.isfinite, figure["layout"]["meta"]["linear"]))


def test_the_best_line_never_rises_and_ends_with_the_last_trial(figures, trials):
    for line in (trace for trace in figures["best"]["data"] if trace["name"] == "best so far"):
        assert line["y"] == sorted(line["y"], reverse=True)
    assert figures["best"]["data"][2]["x"][-1] == trials[-1].number


def test_parallel_lines_stay_on_their_axes_and_the_best_are_darkest(figures, trials):
    traces = figures["parallel"]["data"]
    places = [y for trace in traces for y in trace["y"] if y is not None]
    assert min(places) >= 0
    assert max(places) <= 1
    assert len(places) == sum(len(trial.params) for trial in trials)
    assert traces[-1]["line"]["color"] == SHADES[-1]


def test_a_few_huge_values_do_not_squash_an_axis():
    assert visible([1.0, 2.0, 3.0, 4.0, math.nan, None, 1e9], 0.8)[1] < 5
    assert visible([], 0.8) == [0.0, 1.0]
    low, high = visible([2.0], 0.8)
    assert low < 2 < high


def test_the_worst_trials_are_left_out_at_the_end_where_they_are():
    values = [0.9, 0.8, 0.85, 0.7, 0.1]
    low, high = visible_objectives(PageTrial(0, 0, "complete", v, 1, {}, (), maximize=True) for v in values)
    assert 0.1 < low < 0.7
    assert high > 0.9
    low, high = visible_objectives(PageTrial(0, 0, "complete", v, 1, {}, ()) for v in values)
    assert low < 0.1
    assert 0.85 < high < 0.9


def test_the_best_line_rises_where_more_is_better():
    trials = [PageTrial(n, 0, "complete", v, 1, {}, (), time=n, maximize=True) for n, v in enumerate([0.5, 0.4, 0.7])]
    (line,) = [trace for trace in best_figure(trials, "f1")["data"] if trace["name"] == "best so far"][:1]
    assert line["y"] == [0.5, 0.7, 0.7]


def test_every_layer_has_a_line_of_its_gradients(trials):
    best = trials[0]
    figure = gradients_figure(best)
    assert [trace["name"] for trace in figure["data"]] == ["layer 1", "layer 2"]
    assert figure["data"][0]["y"][0] == pytest.approx(best.curves["gradient_norm_1"][0], rel=1e-4)
    assert gradients_figure(DIVERGED) is None
