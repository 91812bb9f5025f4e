import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsearch.reports.plot import choose_axis, plot_curves

VALUES = st.floats(0, 1e30, allow_subnormal=False)
ANYTHING = st.one_of(VALUES, st.just(math.nan), st.just(math.inf))


@given(st.lists(ANYTHING, min_size=1, max_size=200), st.integers(40, 200))
def test_no_line_is_longer_than_the_width(values, width):
    lines = plot_curves({"dev": values}, width=width, height=5)
    assert all(len(line) <= width for line in lines)


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_every_finite_value_is_drawn(values):
    lines = plot_curves({"dev": values}, width=80, height=400, ascii_only=True)
    drawing = [line.partition("|")[2] for line in lines if "|" in line]
    assert sum(row.count("o") for row in drawing) == len(values)


def test_nothing_finite_draws_nothing():
    assert plot_curves({"dev": [math.nan, math.inf]}) == []
    assert plot_curves({"dev": []}) == []


def test_a_falling_curve_falls():
    lines = plot_curves({"dev": [3.0, 2.0, 1.0]}, width=40, height=3, ascii_only=True)
    columns = [line.index("o", line.index("|")) for line in lines[:3]]
    assert columns == sorted(columns)
    assert columns[0] < columns[2]


def test_a_curve_that_crosses_0_is_drawn_whole_on_a_linear_axis():
    lines = plot_curves({"dev": [-3.0, -1.0, 0.001, 2.0]}, width=40, height=5, ascii_only=True)
    assert "log" not in lines[-1]
    rows = [index for index, line in enumerate(lines[:5]) if "o" in line.partition("|")[2]]
    assert rows == [0, 2, 4]


def test_the_ends_of_the_axis_are_the_extreme_values():
    lines = plot_curves({"dev": [0.5, 0.25]}, height=5, label="{:.2f}".format)
    assert lines[0].startswith("0.50")
    assert lines[4].startswith("0.25")


def test_the_first_curve_lies_on_top():
    lines = plot_curves({"dev": [1.0, 2.0], "train": [1.0, 2.0]}, height=4, ascii_only=True)
    assert not any("x" in line.partition("|")[2] for line in lines)
    assert "o dev  x train" in lines[-1]


def test_values_that_span_decades_get_a_logarithmic_axis_and_say_so():
    lines = plot_curves({"dev": [1.0, 0.1, 0.01]}, height=5, ascii_only=True)
    assert lines[-1].endswith("(log scale)")
    rows = [index for index, line in enumerate(lines[:5]) if "o" in line]
    assert rows == [0, 2, 4]


def test_a_curve_that_reaches_zero_is_drawn_at_the_bottom():
    lines = plot_curves({"train": [1.0, 0.01, 0.0]}, height=5, ascii_only=True)
    assert "o" in lines[4]


@pytest.mark.parametrize("value", [0.0, 2.0])
def test_a_constant_curve_is_drawn_in_the_middle(value):
    axis = choose_axis([value])
    assert axis.low < value < axis.high
    assert axis.row(value, 5) == 2


def test_only_ascii_is_used_where_only_ascii_is_understood():
    lines = plot_curves({"dev": [2, 1], "train": [1, 0.5]}, ascii_only=True)
    assert all(line.isascii() for line in lines)


def test_few_epochs_are_not_stretched_over_the_line():
    lines = plot_curves({"dev": [3.0, 2.0, 1.0]}, width=100, ascii_only=True)
    assert max(map(len, lines)) < 30
