import io

import pytest
from rich.console import Console

from nnsearch.reports.trial_table import TrialRow, by_priority, priority, trial_table

PARAMS = {"layers": 2, "units_1": 90, "units_2": 33, "keep_prob": 0.876, "learning_rate": 6.2e-3, "l2": 0.092}
ROWS = [TrialRow(7, 0.0251, PARAMS, (90, 33)), TrialRow(12, None, {"learning_rate": 0.1}, (16,))]


def shown(rows, width, *, plain=False, metric="error"):
    console = Console(file=io.StringIO(), width=width, markup=False, color_system=None, force_terminal=not plain)
    console.print(trial_table(rows, metric, width, plain=plain))
    return console.file.getvalue()


def test_a_pipe_gets_one_heading_line_with_whole_names():
    lines = shown(ROWS, 200, plain=True).splitlines()
    assert lines[0].split() == ["trial", "dev", "error", "network", "learning_rate", "l2", "keep_prob"]
    assert lines[1].split() == ["#7", "2.51", "%", "90-33", "6.2e-03", "9.2e-02", "0.876"]


def test_a_hyperparameter_that_does_not_act_is_a_dash():
    assert shown(ROWS, 200, plain=True).splitlines()[2].split() == ["#12", "-", "16", "0.1", "-", "-"]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, shown(ROWS, width).splitlines())) <= width


def test_what_matters_least_is_left_out_first():
    narrow = shown(ROWS, 45)
    assert "learning_" in narrow
    assert "keep_" not in narrow


def test_widths_that_never_differ_have_no_column():
    rows = [TrialRow(0, 0.5, {"learning_rate": 0.1})]
    assert "network" not in shown(rows, 200, plain=True)


def test_names_and_values_are_never_read_as_markup():
    rows = [TrialRow(0, 0.5, {"activation": "[red]relu[/red]"})]
    assert "[red]relu[/red]" in shown(rows, 200, plain=True)


def test_a_regression_is_headed_by_its_measure():
    assert "dev RMSE" in shown(ROWS, 200, plain=True, metric="rmse")


def test_hyperparameters_follow_the_course_and_equals_keep_their_order():
    names = ["beta2", "keep_prob_2", "keep_prob_1", "units_1", "layers", "learning_rate", "anything"]
    assert by_priority(names) == [
        "learning_rate",
        "units_1",
        "keep_prob_2",
        "keep_prob_1",
        "layers",
        "beta2",
        "anything",
    ]


@pytest.mark.parametrize(("name", "rank"), [("learning_rate", 1), ("units_3", 2), ("keep_prob_2", 3), ("epsilon", 4)])
def test_a_layers_own_hyperparameter_has_the_rank_of_its_kind(name, rank):
    assert priority(name) == rank
