"""A study's summary after a run, its page in ``nnsearch show``, and the page of one trial.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from nnsearch.reports.formats import (
    format_duration,
    format_objective,
    format_outcomes,
    format_units,
    format_value,
    metric_name,
    plural,
    printable,
)
from nnsearch.reports.plot import plot_curves
from nnsearch.reports.study_facts import (
    best_metrics,
    best_rows,
    count_outcomes,
    describe_data,
    failures,
    trial_curves,
    trial_facts,
)
from nnsearch.reports.trial_table import WIDTHS, by_priority, trial_table
from nnsearch.search.study import Study
from nnsearch.training.diagnosis import PLATEAU_ERROR, flags
from nnsearch.training.objectives import OBJECTIVES

MOST_PANEL = 110
MOST_FAILURES = 3
PLOT_HEIGHT = 12

STOPS = {
    "trials": "all trials done",
    "exhausted": "every configuration tried",
    "time": "the time is up",
    "target": "target reached",
    "patience": "no better trial for a while",
    "interrupted": "interrupted",
    "terminated": "interrupted",
}
"""What stopped a launch, in words."""


def facts_grid(rows: Sequence[tuple[str, str | Text]], *, plain: bool) -> Table:
    """Lay out names and facts as two columns.

    Args:
        rows: name and fact.
        plain: no color, for a pipe.
    """
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="" if plain else "cyan", no_wrap=True)
    grid.add_column()
    for name, fact in rows:
        grid.add_row(Text(name), fact if isinstance(fact, Text) else Text(fact))
    return grid


def format_params(params: Mapping[str, Any]) -> str:
    """List a trial's searched hyperparameters but for its widths, what matters most first.

    >>> format_params({"layers": 1, "units_1": 39, "l2": 0.5, "learning_rate": 0.0198})
    'learning_rate 2.0e-02, l2 0.5'
    """
    names = by_priority(name for name in params if not WIDTHS.fullmatch(name))
    return ", ".join(f"{printable(name)} {format_value(params[name])}" for name in names)


def render_summary(
    study: Study, stopped: str, next_steps: Sequence[tuple[str, str]], advice: Sequence[str], width: int, *, plain: bool
) -> RenderableType:
    """Lay out what a run ends with.

    Args:
        study: as it is now.
        stopped: what stopped the launch.
        next_steps: commands and what they show.
        advice: lines on what to try next.
        width: characters of the terminal.
        plain: no box and no color, for a pipe.
    """
    glance = study.overview
    done = f"{glance.trials_done} of {plural(glance.trials_total, 'trial')}"
    rows: list[tuple[str, str | Text]] = [
        ("study", f"{study.name}: {STOPS.get(stopped, stopped)}, {done} in {format_duration(glance.seconds)}")
    ]
    rows += best_lines(study, plain=plain)
    rows.append(("outcomes", format_outcomes(count_outcomes(study))))
    rows += failure_lines(study)
    rows += [("advice" if index == 0 else "", line) for index, line in enumerate(advice)]
    longest = max((len(command) for command, _ in next_steps), default=0)
    for index, (command, meaning) in enumerate(next_steps):
        line = Text.assemble((f"{command:<{longest}}", "" if plain else "bold"), f"  {meaning}")
        rows.append(("next" if index == 0 else "", line))
    grid = facts_grid(rows, plain=plain)
    if plain:
        return grid
    return Panel(
        grid, box=box.ROUNDED, border_style="green" if glance.best is not None else "", width=min(width, MOST_PANEL)
    )


def best_lines(study: Study, *, plain: bool) -> list[tuple[str, str | Text]]:
    """Say which trial is best, how good, and what it is."""
    glance = study.overview
    if glance.best_trial is None or glance.best is None:
        return [("best", "no trial has been trained to its end yet")]
    facts = trial_facts(study, glance.best_trial)
    metrics = best_metrics(study)
    measure = f"train_{glance.metric}"
    training = f" (training {format_objective(metrics[measure], glance.metric)})" if measure in metrics else ""
    value = f"{metric_name(glance.metric)} {format_objective(glance.best, glance.metric)}"
    best = Text(f"#{glance.best_trial}  ") + Text(value, style="" if plain else "bold green") + Text(training)
    lines: list[tuple[str, str | Text]] = [("best", best)]
    lines.append(
        ("network", f"hidden layers {format_units(facts['hidden'])}" if facts["hidden"] else "no hidden layer")
    )
    if "dev_r2" in metrics:
        lines.append(("also", ", ".join(_also(metrics, glance.metric))))
    params = format_params(facts["params"])
    return [*lines, ("with", params)] if params else lines


def _also(metrics: Mapping[str, float], metric: str) -> list[str]:
    """Say what else a regression is judged by."""
    others = [name for name in ("rmse", "mae", "r2") if name != metric]
    return [f"{metric_name(name)} {format_objective(metrics[f'dev_{name}'], name)}" for name in others]


def _objective_curves(curves: Mapping[str, Sequence[float]], metric: str) -> dict[str, Sequence[float]]:
    """Choose what a trial's plot shows: the objective, beside its training curve where there is one."""
    objective = OBJECTIVES[metric]
    shown = {metric_name(metric): curves.get(objective.curve, ())}
    if not objective.measured:
        shown[f"training {objective.words}"] = curves.get(objective.curve.replace("dev", "train"), ())
    return shown


def render_study(study: Study, width: int, *, plain: bool) -> RenderableType:
    """Lay out the page of a study: what it is, how it stands, its best trials."""
    glance, meta = study.overview, study.meta
    rows: list[tuple[str, str | Text]] = [
        ("study", f"{study.name}: {state_line(glance.state, glance.stopped, glance.owner)}"),
        ("data", f"{printable(meta['data']['name'])}: {describe_data(meta['data'])}"),
        ("trials", f"{glance.trials_done} of {glance.trials_total}: {format_outcomes(count_outcomes(study))}"),
        ("cohorts", f"{study.progress.get('told', 0)} of {meta['spec']['search']['cohort']} trials each"),
        ("searched", searched_line(glance.seconds, study.utilization)),
        ("file", printable(str(meta["file"]))),
    ]
    parent = meta.get("parent")
    if parent:
        rows.append(
            ("parent", f"{parent['study']}, {plural(len(parent['trials']), 'trial')} of it known to the sampler")
        )
    rows += failure_lines(study)
    rows += best_lines(study, plain=plain)
    parts: list[RenderableType] = [facts_grid(rows, plain=plain)]
    top = best_rows(study)
    if top:
        parts += [Text(), trial_table(top, glance.metric, width, plain=plain)]
    return Group(*parts)


def failure_lines(study: Study) -> list[tuple[str, str | Text]]:
    """Say which trials failed and why, the first few of them."""
    found = failures(study)
    lines = [f"#{number}  {reason}" for number, reason in found.items()][:MOST_FAILURES]
    lines += [f"and {len(found) - MOST_FAILURES} more"] if len(found) > MOST_FAILURES else []
    return [("failed" if index == 0 else "", printable(line)) for index, line in enumerate(lines)]


def searched_line(seconds: float, utilization: float | None) -> str:
    """Say how long a study has searched, and how much of that its workers spent training.

    >>> searched_line(12.0, 0.934)
    '12 s, workers busy 93 % of the time they were up'
    """
    share = "" if utilization is None else f", workers busy {100 * utilization:.0f} % of the time they were up"
    return format_duration(seconds) + share


def state_line(state: str, stopped: str | None, owner: str | None) -> str:
    """Say in words how a study stands.

    >>> state_line("stopped", "interrupted", None)
    'stopped (interrupted)'
    """
    why = f"by {owner}" if owner else STOPS.get(stopped or "", stopped or "")
    return f"{state} ({why})" if why else state


def render_trial(study: Study, number: int, width: int, *, plain: bool, ascii_only: bool) -> RenderableType:
    """Lay out the page of one trial: what it is, how it ended, its learning curve."""
    metric = study.overview.metric
    facts = trial_facts(study, number)
    outcome = str(facts["outcome"] or facts["state"].lower()).replace("_", " ")
    if facts["outcome_epoch"] is not None:
        outcome += f" at epoch {facts['outcome_epoch']}"
    epochs = study.meta["spec"]["training"]["epochs"]
    curves = trial_curves(study, number)
    trained = len(curves.get("dev_error", ()))
    rows: list[tuple[str, str | Text]] = [
        ("trial", f"#{number} of {study.name}, cohort {(facts['cohort'] or 0) + 1}"),
        ("outcome", f"{outcome}, {trained} of {plural(epochs, 'epoch')} trained"),
        *([("reason", printable(facts["reason"]))] if facts["reason"] else []),
        (metric_name(metric), format_objective(facts["value"], metric)),
        ("network", f"hidden layers {format_units(facts['hidden'])}" if facts["hidden"] else "no hidden layer"),
    ]
    rows += [
        (name, format_value(facts["params"][name]))
        for name in by_priority(facts["params"])
        if not WIDTHS.fullmatch(name)
    ]
    # No error of a regression is high in itself.
    seen = flags(curves, high_error=PLATEAU_ERROR if study.meta["data"]["task"] == "classification" else math.inf)
    rows += [("flag" if index == 0 else "", f"{flag.name}: {flag.message}") for index, flag in enumerate(seen)]
    lines = plot_curves(
        _objective_curves(curves, metric),
        width=min(width, MOST_PANEL),
        height=PLOT_HEIGHT,
        label=lambda value: format_objective(value, metric),
        ascii_only=ascii_only,
    )
    plot = Padding(Text("\n".join(lines), no_wrap=True), (1, 0, 0, 0)) if lines else Text("no epoch is on record yet")
    return Group(facts_grid(rows, plain=plain), plot)
