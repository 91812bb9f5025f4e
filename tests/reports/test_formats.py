import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsearch.reports.formats import (
    format_bytes,
    format_duration,
    format_objective,
    format_outcomes,
    format_setting,
    format_value,
    json_ready,
    printable,
)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0.00 s"),
        (0.996, "1.0 s"),
        (9.96, "10 s"),
        (59.6, "1 m 0 s"),
        (3599.4, "59 m 59 s"),
        (3599.6, "1 h 0 m"),
        (90_000, "25 h 0 m"),
    ],
)
def test_durations_carry_over_into_the_next_unit(seconds, text):
    assert format_duration(seconds) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0032123, "3.2e-03"),
        (0.0999, "1.0e-01"),
        (0.5, "0.5"),
        (0.90001, "0.9"),
        (0.9731, "0.973"),
        (0.99999, "0.99999"),
        (1.0, "1"),
        (123.4, "123"),
        (12345.0, "1.2e+04"),
        (-0.5, "-0.5"),
        (math.inf, "inf"),
        (None, "-"),
        ("relu", "relu"),
        (False, "no"),
        ([64, 32], "64, 32"),
    ],
)
def test_values_have_few_digits_but_enough_near_one(value, text):
    assert format_value(value) == text


@given(st.floats(0.9, 1, exclude_min=True, exclude_max=True))
def test_near_one_the_distance_to_one_keeps_its_size(value):
    shown = float(format_value(value))
    assert math.isclose(1 - shown, 1 - value, rel_tol=0.06, abs_tol=5.1e-4 if value < 0.991 else 0)


@pytest.mark.parametrize(
    ("value", "metric", "text"),
    [(0.0, "error", "0.00 %"), (1.0, "error", "100.00 %"), (53.8123, "rmse", "53.81"), (math.inf, "rmse", "inf")],
)
def test_an_error_is_a_percentage_and_an_rmse_a_number(value, metric, text):
    assert format_objective(value, metric) == text


def test_outcomes_come_in_a_fixed_order_and_unknown_ones_last():
    counts = {"weird": 1, "diverged": 2, "early_stopped": 3, "complete": 0}
    assert format_outcomes(counts) == "3 early stopped, 2 diverged, 1 weird"


@pytest.mark.parametrize(
    ("count", "text"), [(999, "999 B"), (1000, "1.0 kB"), (999_600, "1.0 MB"), (476_000, "476 kB"), (5e15, "5000 TB")]
)
def test_memory_is_shown_in_the_unit_that_fits(count, text):
    assert format_bytes(count) == text


def test_a_fixed_setting_is_its_value():
    assert format_setting("adam") == "adam"


@given(st.text())
def test_printable_text_never_controls_a_terminal(text):
    assert printable(text).isprintable()


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"])))
def test_harmless_text_stays_as_it_is(text):
    assert printable(text) == text


def test_json_ready_reaches_into_everything():
    assert json_ready({1: [{"a": (math.nan,)}], "b": True}) == {"1": [{"a": [None]}], "b": True}
