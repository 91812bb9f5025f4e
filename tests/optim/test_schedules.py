"""Contracts of every schedule, and its formula."""

from __future__ import annotations

import math

import pytest

from nnsearch.optim.schedules import SCHEDULES, ScheduleSettings, warmed_up

NAMES = sorted(SCHEDULES)
SETTINGS = ScheduleSettings(0.2, decay=0.1, decay_every=4, epochs=20, learning_rates=((3, 0.05), (7, 0.01)))


@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_starts_at_alpha_0(name: str) -> None:
    assert SCHEDULES[name](SETTINGS, 0) == 0.2


@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_never_rises_and_never_goes_below_zero(name: str) -> None:
    rates = [SCHEDULES[name](SETTINGS, epoch) for epoch in range(30)]
    assert rates == sorted(rates, reverse=True)
    assert 0 <= rates[-1] < 0.2


@pytest.mark.parametrize("name", [name for name in NAMES if name in {"inverse_time", "exponential", "staircase"}])
def test_without_decay_the_rate_is_constant(name: str) -> None:
    assert {SCHEDULES[name](ScheduleSettings(0.2), epoch) for epoch in range(30)} == {0.2}


@pytest.mark.parametrize("name", ["exponential", "staircase"])
def test_a_decay_above_one_is_no_negative_rate(name: str) -> None:
    assert SCHEDULES[name](ScheduleSettings(0.2, decay=2.0, decay_every=1), 3) == 0


@pytest.mark.parametrize(
    ("name", "epoch", "rate"),
    [
        ("inverse_time", 10, 0.2 / 2),
        ("exponential", 3, 0.2 * 0.9**3),
        ("inverse_sqrt", 3, 0.1),
        ("staircase", 3, 0.2),
        ("staircase", 4, 0.2 * 0.9),
        ("staircase", 11, 0.2 * 0.9**2),
        ("cosine", 10, 0.1),
        ("cosine", 20, 0.0),
        ("cosine", 5, 0.1 * (1 + math.cos(math.pi / 4))),
        ("manual", 2, 0.2),
        ("manual", 3, 0.05),
        ("manual", 6, 0.05),
        ("manual", 29, 0.01),
    ],
)
def test_a_schedule_is_its_formula(name: str, epoch: int, rate: float) -> None:
    assert SCHEDULES[name](SETTINGS, epoch) == pytest.approx(rate, abs=1e-15)


def test_warm_up_rises_linearly_and_then_leaves_the_rate_alone() -> None:
    assert [warmed_up(1.0, epoch, 4) for epoch in range(6)] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1, 1])


def test_no_warm_up_changes_nothing() -> None:
    assert warmed_up(0.3, 0, 0) == 0.3
