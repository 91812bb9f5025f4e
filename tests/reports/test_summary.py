import io
from dataclasses import replace

import pytest
from rich.console import Console

from nnsearch.reports.study_facts import TOP
from nnsearch.reports.summary import format_params, render_study, render_summary, render_trial, state_line

STEPS = [("nnsearch show tiny", "the best trials"), ("nnsearch ui", "learning curves in MLflow")]


def shown(part, width=80, *, plain=False):
    console = Console(file=io.StringIO(), width=width, markup=False, color_system=None, force_terminal=not plain)
    console.print(part)
    return console.file.getvalue()


def test_the_summary_says_what_was_found_and_what_to_do_next(study):
    text = shown(render_summary(study, "trials", STEPS, ["Get more data."], 1000, plain=True), 1000, plain=True)
    best = study.best
    assert "tiny: all trials done, 16 of 16 trials in " in text
    assert f"#{best.number}  dev error {100 * best.value:.2f} %" in text
    assert "Get more data." in text
    assert "nnsearch show tiny  the best trials" in text


@pytest.mark.parametrize("width", [80, 120])
def test_the_panel_fits_the_terminal(study, width):
    lines = shown(render_summary(study, "time", STEPS, [], width, plain=False), width).splitlines()
    assert {len(line) for line in lines} == {min(width, 110)}


def test_a_study_without_a_best_trial_says_so(run_study, monkeypatch):
    study = run_study("bestless")
    glance = replace(study.overview, best=None, best_trial=None)
    monkeypatch.setattr(type(study), "overview", property(lambda _: glance))
    assert "no trial has been trained to its end yet" in shown(
        render_summary(study, "interrupted", [], [], 80, plain=True)
    )


def test_the_page_of_a_study_lists_at_most_ten_trials(study):
    text = shown(render_study(study, 1000, plain=True), 1000, plain=True)
    assert 1 <= sum(line.strip().startswith("#") for line in text.splitlines()) <= TOP


def test_the_page_of_a_trial_fits_80_columns(study):
    text = shown(render_trial(study, study.best.number, 80, plain=False, ascii_only=False))
    assert max(map(len, text.splitlines())) <= 80
    assert "hidden layers" in text


def test_a_pruned_trial_says_how_far_it_came(study):
    pruned = next(record.number for record in study.records if record.state == "PRUNED")
    text = shown(render_trial(study, pruned, 80, plain=True, ascii_only=True))
    assert "pruned, 1 of 3 epochs trained" in text


def test_ascii_is_enough_for_a_trial(study):
    assert shown(render_trial(study, 0, 80, plain=True, ascii_only=True), plain=True).isascii()


@pytest.mark.parametrize(
    ("state", "stopped", "owner", "text"),
    [
        ("complete", "trials", None, "complete (all trials done)"),
        ("running", None, "pid 3", "running (by pid 3)"),
        ("stopped", None, None, "stopped"),
        ("stopped", "a new reason", None, "stopped (a new reason)"),
    ],
)
def test_a_state_comes_with_its_reason(state, stopped, owner, text):
    assert state_line(state, stopped, owner) == text


def test_params_leave_the_widths_to_the_network():
    assert format_params({"layers": 1, "units_1": 8}) == ""


def test_trials_that_failed_are_told_with_the_reason_the_first_few_of_them(run_study):
    study = run_study("failures")
    for record in study.records[1:6]:
        record.state = "FAIL"
        record.user_attrs |= {"outcome": "failed", "reason": "its worker died"}
    page = shown(render_study(study, 1000, plain=True), 1000, plain=True)
    assert "#1  its worker died" in page
    assert "and 2 more" in page
    assert "#4  its worker" not in page
    summary = shown(render_summary(study, "trials", [], [], 1000, plain=True), 1000, plain=True)
    assert "5 failed" in summary
    assert "#1  its worker died" in summary
    trial = shown(render_trial(study, 1, 80, plain=True, ascii_only=True), plain=True)
    assert "its worker died" in trial
