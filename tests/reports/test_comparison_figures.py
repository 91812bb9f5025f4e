import json

import pytest

from nnsearch.reports.comparison_figures import importances_figure, overlay_figure
from nnsearch.reports.page_facts import PageTrial


def trials(values, **more):
    return [
        PageTrial(number, 0, "complete", value, 3, {}, (4,), epoch=3, time=10.0 - number, **more)
        for number, value in enumerate(values)
    ]


def test_the_best_so_far_only_gets_better_and_lasts_to_the_end():
    figure = overlay_figure([("a", "error", trials([0.3, 0.4, 0.1, 0.2])), ("b", "error", trials([0.5]))])
    by_trial, by_time = figure["data"][:2]
    assert (by_trial["x"], by_trial["y"]) == ([1.0, 3.0, 4.0], [0.3, 0.1, 0.1])
    assert (by_time["x"], by_time["y"]) == ([7.0, 8.0, 10.0], [0.2, 0.1, 0.1])


def test_where_more_is_better_the_best_so_far_rises():
    figure = overlay_figure([("a", "f1", trials([0.3, 0.2, 0.9], maximize=True))] * 2)
    assert figure["data"][0]["y"] == [0.3, 0.9, 0.9]


@pytest.mark.parametrize("sign", [1, -1], ids=["less-is-better", "more-is-better"])
def test_the_best_of_a_study_that_is_far_behind_is_within_the_axis(sign):
    good, bad = [0.5 + sign * (index / 1000 - 0.4) for index in range(50)], [0.5 + sign * 0.4]
    studies = [("a", good), ("b", bad)]
    metric, more = ("error", {}) if sign > 0 else ("f1", {"maximize": True})
    low, high = overlay_figure([(name, metric, trials(values, **more)) for name, values in studies])["layout"][
        "yaxis1"
    ]["range"]
    assert all(low < sign * min(sign * value for value in values) < high for _, values in studies)


def test_another_measure_has_panels_of_its_own():
    figure = overlay_figure([("a", "error", trials([0.3])), ("b", "rmse", trials([53.0]))])
    assert [trace["yaxis"] for trace in figure["data"]] == ["y1", "y2", "y3", "y4"] * 2
    assert figure["layout"]["yaxis3"]["title"]["text"] == "dev RMSE"


def test_trials_that_were_stopped_do_not_count_and_a_study_may_have_no_other():
    stopped = PageTrial(0, 0, "pruned", 0.1, 1, {}, (4,), time=1.0)
    figure = overlay_figure([("a", "error", [stopped]), ("b", "error", [])])
    assert all(trace["x"] == [] for trace in figure["data"])


def test_every_study_has_a_look_of_its_own():
    figure = overlay_figure([(f"s{index}", "error", trials([0.1])) for index in range(12)])
    looks = {json.dumps(trace["line"]) for trace in figure["data"] if trace["mode"] == "lines"}
    assert len(looks) == 12


def test_trials_that_were_trained_to_their_end_are_dots():
    figure = overlay_figure([("a", "error", trials([0.3, 0.4])), ("b", "error", trials([0.5]))])
    dots = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    assert [trace["y"] for trace in dots] == [[0.3, 0.4], [0.4, 0.3], [0.5], [0.5]]


def test_what_matters_most_anywhere_is_on_top():
    figure = importances_figure({"a": {"l2": 0.6, "learning_rate": 0.4}, "b": {"learning_rate": 0.9, "beta1": 0.1}})
    second, first = figure["data"]
    assert first["name"] == "a"
    assert first["y"] == second["y"] == ["beta1", "l2", "learning_rate"]
    assert first["x"] == [None, 0.6, 0.4]


@pytest.mark.parametrize("build", [overlay_figure, importances_figure])
def test_figures_are_json(build):
    made = build([("a", "error", trials([0.3]))] if build is overlay_figure else {"a": {"l2": 1.0}})
    json.dumps(made, allow_nan=False)
