"""What a study will do, before it does: the page of ``nnsearch check``.

Imports rich, so it is imported only where something is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from rich.console import Group, RenderableType
from rich.text import Text

from nnsearch.data.spec import Data
from nnsearch.reports.course import course_rank
from nnsearch.reports.formats import (
    format_bytes,
    format_count,
    format_duration,
    format_objective,
    format_setting,
    metric_name,
    plural,
    printable,
)
from nnsearch.reports.study_facts import data_facts, describe_data
from nnsearch.reports.summary import facts_grid
from nnsearch.reports.tables import bare_table
from nnsearch.reports.trial_table import priority
from nnsearch.search.estimate import Estimate
from nnsearch.search.policies import describe_policy
from nnsearch.search.requirements import COSTS
from nnsearch.search.settings import as_json, is_searched
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec
from nnsearch.training.objectives import objective_for

MOST_CLASSES = 6
ALWAYS_SHOWN = ("activation", "batch_size", "optimizer", "learning_rate")
UNBALANCED = 0.75
"""Share of the commonest class above which an error tells little."""
UNCERTAINTY = 1.5
"""An estimate of seconds may be this factor off either way."""


def searched_rows(spec: StudySpec) -> list[dict[str, Any]]:
    """List the searched hyperparameters, those to tune first first.

    Layers with one setting share a row.

    Returns:
        For each: ``name, setting`` (in the study file's words), ``priority`` (the display order) and ``course`` (when
        the course tunes it).
    """
    rows: list[dict[str, Any]] = []
    optimizer = as_json(spec.settings["optimizer"])
    for dimension in Space(spec).dimensions:
        base, _, layer = dimension.name.rpartition("_")
        setting = as_json(dimension.setting)
        last = rows[-1] if rows else None
        if layer.isdigit() and last is not None and last["base"] == base and last["setting"] == setting:
            last["name"] = f"{re.split(' to ', last['name'])[0]} to {dimension.name}"
            continue
        rows.append(
            {
                "name": dimension.name,
                "setting": setting,
                "priority": priority(dimension.name),
                "course": course_rank(dimension.name, optimizer),
                "base": base if layer.isdigit() else "",
            }
        )
    rows.sort(key=lambda row: int(row["priority"]))
    return [{key: value for key, value in row.items() if key != "base"} for row in rows]


def fixed_settings(spec: StudySpec) -> dict[str, Any]:
    """Return the fixed hyperparameters that the file names, or that always matter, by name."""
    given = spec.network.given | spec.training.given
    chosen = {
        name: as_json(setting)
        for name, setting in spec.settings.items()
        if (name in given or name in ALWAYS_SHOWN)
        and not any(is_searched(item) for item in (setting if isinstance(setting, tuple) else (setting,)))
    }
    hidden = spec.network.hidden
    units = [as_json(setting) for setting in hidden.units]
    fixed_widths = not is_searched(hidden.layers) and not any(isinstance(item, Mapping) for item in units)
    return {**({"hidden": units} if fixed_widths else {}), **chosen}


def describe_balance(data: Data) -> str:
    """Say how common the classes are in the training set, or what the targets look like.

    Args:
        data: loaded.
    """
    if data.task == "regression":
        target = data.train.y
        spread = f"{target.min():.4g} to {target.max():.4g}, mean {target.mean():.4g}, deviation {target.std():.4g}"
        return f"target from {spread}"
    shares = np.bincount(data.train.y.astype(np.int64), minlength=len(data.classes)) / data.train.m
    if len(shares) > MOST_CLASSES:
        return f"each class {100 * shares.min():.1f} to {100 * shares.max():.1f} % of the examples"
    named = zip(data.classes, shares, strict=True)
    return ", ".join(f"{printable(label)} {100 * share:.1f} %" for label, share in named)


def objective_line(spec: StudySpec, data: Data) -> str:
    """Say what trials are judged by, and what suits better where one class is much commoner than the others.

    Args:
        spec: the study.
        data: loaded.
    """
    objective = objective_for(data.task, spec.search.objective)
    line = f"{metric_name(objective.name)}, {'the more' if objective.maximize else 'the less'} the better"
    if objective.name != "error":
        return line
    commonest = np.bincount(data.train.y.astype(np.int64)).max() / data.train.m
    if commonest <= UNBALANCED:
        return line
    wrong = format_objective(1 - float(commonest), "error")
    return f'{line}; as always saying the commonest class has {wrong}, consider objective = "balanced_error" or "f1"'


def preview_facts(spec: StudySpec, data: Data, expected: Estimate, jobs: int) -> dict[str, Any]:
    """Return what ``check`` finds as JSON-ready facts."""
    return {
        "study": spec.name,
        "data": data_facts(data),
        "warnings": list(spec.warnings),
        "searched": searched_rows(spec),
        "fixed": fixed_settings(spec),
        "epochs": spec.training.epochs,
        "rungs": list(spec.rung_epochs),
        "cohort": spec.search.cohort,
        "sampler": spec.search.sampler,
        "objective": objective_for(data.task, spec.search.objective).name,
        "seed": spec.search.seed,
        "cohorts": expected.cohorts,
        "trials": expected.trials,
        "rounds": expected.rounds,
        "all_trials": expected.all_trials,
        "parameters": list(expected.parameters),
        "seconds_on_one_core": expected.seconds,
        "all_seconds_on_one_core": expected.all_seconds,
        "jobs": jobs,
        "bytes": expected.bytes,
    }


def estimate_line(expected: Estimate, jobs: int) -> str:
    """Say how long the training of all rounds will take, as roughly as it is known.

    Args:
        expected: the estimate.
        jobs: worker processes.
    """
    low, high = expected.all_seconds / jobs / UNCERTAINTY, expected.all_seconds * UNCERTAINTY
    workers = "in one process" if jobs == 1 else f"with up to {jobs} workers"
    rounds = f" in {expected.rounds} rounds" if expected.rounds > 1 else ""
    time = f"{format_duration(low)} to {format_duration(high)} of training"
    return f"{time}{rounds} {workers}, {format_bytes(expected.bytes)}"


def networks_line(expected: Estimate, cohort: int) -> str:
    """Say how many networks there will be, and of what size.

    Args:
        expected: the estimate.
        cohort: trials of a cohort.
    """
    sizes = " to ".join(format_count(count) for count in expected.parameters)
    line = f"{format_count(expected.trials)} in {plural(expected.cohorts, 'cohort')} of {cohort}"
    if expected.rounds > 1:
        line = f"{format_count(expected.all_trials)}: {expected.rounds} rounds of {line}, each zooming in"
    return f"{line}; {sizes} parameters"


def sampler_line(sampler: str, seed: int) -> str:
    """Say what asks for the trials, and what that costs where it is not nothing.

    >>> sampler_line("tpe", 0)
    'tpe, seed 0'
    """
    return f"{sampler}, seed {seed}" + (f"; {COSTS[sampler]}" if sampler in COSTS else "")


def round_up_note(asked: int, cohort: int) -> str | None:
    """Say that a number of trials is rounded up to whole cohorts, if it is.

    >>> round_up_note(30, 16)
    '30 trials are rounded up to 32: 2 whole cohorts of 16'
    >>> round_up_note(32, 16) is None
    True
    """
    cohorts = -(-asked // cohort)
    if asked == cohorts * cohort:
        return None
    whole = f"{plural(cohorts, 'whole cohort')} of {cohort}"
    return f"{plural(asked, 'trial')} {'is' if asked == 1 else 'are'} rounded up to {cohorts * cohort}: {whole}"


def render_preview(spec: StudySpec, data: Data, expected: Estimate, jobs: int, *, plain: bool) -> RenderableType:
    """Lay out the page of ``nnsearch check``.

    Args:
        spec: the study.
        data: loaded.
        expected: its estimate.
        jobs: worker processes.
        plain: no lines and no color, for a pipe.
    """
    search = spec.search
    stops = [
        *([f"time {format_duration(search.time)}"] if search.time else []),
        *(
            [f"target {format_objective(search.target, objective_for(data.task, search.objective).name)}"]
            if search.target is not None
            else []
        ),
        *([f"{plural(search.patience, 'cohort')} without a better trial"] if search.patience else []),
    ]
    rows: list[tuple[str, str | Text]] = [
        ("study", f"{spec.name}: the file is valid"),
        ("data", f"{printable(data.name)}: {describe_data(data_facts(data))}"),
        ("balance" if data.task == "classification" else "target", describe_balance(data)),
        *(("note", printable(note)) for note in data.notes),
        ("objective", objective_line(spec, data)),
        ("networks", networks_line(expected, search.cohort)),
        (
            "epochs",
            describe_policy(search, spec.training.epochs),
        ),
        ("sampler", sampler_line(search.sampler, search.seed)),
        ("estimate", estimate_line(expected, jobs)),
    ]
    if stops:
        rows.insert(-1, ("or until", ", ".join(stops)))
    fixed = ", ".join(f"{name} {printable(format_setting(value))}" for name, value in fixed_settings(spec).items())
    return Group(
        facts_grid(rows, plain=plain),
        Text(),
        _searched_table(spec, plain=plain),
        Text(),
        facts_grid([("fixed", fixed)], plain=plain),
    )


def _searched_table(spec: StudySpec, *, plain: bool) -> RenderableType:
    rows = searched_rows(spec)
    if not rows:
        return Text("nothing is searched: all networks are the same")
    table = bare_table(plain=plain)
    table.add_column("searched", style="" if plain else "cyan", no_wrap=True)
    for heading in ("values", "scale", "course"):
        table.add_column(heading)
    for row in rows:
        setting = row["setting"]
        scale = setting.get("scale", "choices")
        table.add_row(row["name"], Text(format_setting(setting)), scale, row["course"])
    return table
