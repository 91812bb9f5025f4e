"""The report: a study as one HTML page that works offline. Made from the ledger; writes no file.

Everything that comes from data or from a study file reaches the page through the template's escaping or as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nnsearch.core.errors import DataError, LedgerError, StudyFileError
from nnsearch.reports.comparison import machine_words
from nnsearch.reports.course import course_rank
from nnsearch.reports.figures import (
    HIGHLIGHTED,
    NUMBERS,
    Figure,
    best_figure,
    curves_figure,
    gradients_figure,
    rungs_figure,
)
from nnsearch.reports.formats import format_duration, format_objective, format_units, format_value, metric_name
from nnsearch.reports.html_page import render_page
from nnsearch.reports.network_figures import MOST_CLASSES, network_figures
from nnsearch.reports.page_facts import PageTrial, page_trials, ranked, rungs, scales, spec_of
from nnsearch.reports.page_words import cards, lead, notes, rungs_sentence, sentences
from nnsearch.reports.reproducing import ancestors, parent_name, run_commands
from nnsearch.reports.scales import Scale
from nnsearch.reports.space_figures import importance_figure, parallel_figure, slice_figure
from nnsearch.reports.worst_rows import WorstRows, worst_rows
from nnsearch.search.study import Study
from nnsearch.tracking.winner import dev_outputs, serve_best
from nnsearch.training.objectives import OBJECTIVES

NEGATIVES = frozenset({"digits", "mnist", "fashion-mnist"})
"""Sources whose pictures are bright on black, and easier to see dark on white."""
NETWORK = {
    "confusion": ("Confusion matrix", "Examples of the dev set by their true and their predicted class."),
    "residuals": ("Residuals", "What is left of each target of the dev set; a pattern means there is more to learn."),
    "worst": (
        "The worst examples",
        "Wrong with the greatest confidence, on the dev set: what each is, not what it was taken for.",
    ),
    "weights": (
        "First layer",
        "Each unit's weights as a picture: green where a bright pixel excites it, red where it inhibits it.",
    ),
    "boundary": ("Decision boundary", "What the network says all over the plane of the two features; dots: dev set."),
}
"""Titles and explanations of the best network's figures."""

Cell = tuple[str | float | None, str]
"""What a cell sorts by (``None``: behind all others), and what it shows."""


def render_report(study: Study) -> str:
    """Make a study's report.

    Args:
        study: started; it may still run.

    Returns:
        The HTML of one self-contained page.

    Raises:
        LedgerError: if the ledger is damaged.
        StudyFileError: if this version cannot read the study's file any more.
        EnvironmentRefusedError: if Jinja or plotly is not installed.
    """
    from nnsearch.search.importance import CAVEAT, importances

    spec, trials, metric = spec_of(study), page_trials(study), study.overview.metric
    axes = scales(spec)
    shares = importances(study)
    steps = rungs(trials, spec.rung_epochs)
    curves = _curves(trials, metric)
    uses = _uses(study.name) if ranked(trials) else []
    figures = {"best": best_figure(trials, metric), "rungs": rungs_figure(steps)}
    figures |= {f"curves-{what}": curves_figure(trials, what, metric) for what in curves}
    gradients = gradients_figure(ranked(trials)[0]) if ranked(trials) else None
    figures |= {"gradients": gradients} if gradients else {}
    if axes:
        figures |= {"parallel": parallel_figure(trials, axes, metric), "slices": slice_figure(trials, axes, metric)}
    drawn, worst, problem = _network(study)
    figures |= drawn
    if shares:
        figures["importance"] = importance_figure(shares)
    return render_page(
        "report.html",
        ("report.js",),
        {
            "heading": study.name,
            "kind": "report",
            "name": study.name,
            "lead": lead(study),
            "sections": _sections(bool(axes), bool(uses)),
            "cards": cards(study, trials),
            "sentences": sentences(study, trials, shares),
            "notes": notes(study),
            "best": _best(trials, metric),
            "curves": [(f"curves-{what}", word) for what, word in curves.items()],
            "gradients": gradients is not None,
            "highlighted": HIGHLIGHTED,
            "searched": bool(axes),
            "importance": bool(shares),
            "priorities": _priorities(axes, shares, study.meta["spec"].get("training", {}).get("optimizer")),
            "caveat": CAVEAT,
            "network": [(key, *NETWORK[key]) for key in drawn],
            "network_note": problem,
            "worst": worst,
            "rungs_sentence": rungs_sentence(spec, steps),
            "rungs": steps,
            "columns": ["trial", metric_name(metric), "outcome", "epochs", "network", *(axis.name for axis in axes)],
            "rows": [_row(trial, axes, metric) for trial in trials],
            "commands": "\n".join([*run_commands(study), f"nnsearch report {study.name}"]),
            "parent": parent_name(study),
            "ancestors": [(one.name, spec_of(one).text) for one in ancestors(study)],
            "uses": uses,
            "versions": list(machine_words(study.meta.get("machine", {})).items()),
            "study_file": spec.text,
        },
        figures,
    )


def _curves(trials: Sequence[PageTrial], metric: str) -> dict[str, str]:
    """Return what learning curves there are, by their names in the ledger, with words for them."""
    found = {"error": "RMSE" if metric in NUMBERS else "error", "cost": "cost"}
    objective = OBJECTIVES[metric]
    if not objective.measured or not any(trial.curves.get(objective.curve) for trial in trials):
        return found
    return {metric: f"{objective.words} (dev only)", **found}


def _uses(name: str) -> list[tuple[str, str]]:
    """Return what can be done with the best network: what for, and the commands."""
    serve = (
        f"nnsearch sync {name} && nnsearch ui --port 5000        # and in another terminal:\n"
        "MLFLOW_TRACKING_URI=http://127.0.0.1:5000 "
        f"mlflow models serve -m models:/{name}@champion --env-manager local --port 8080"
    )
    return [
        ("Predict the rows of a table", f"nnsearch predict {name} DATA.csv --out predictions.csv"),
        (
            "Take it elsewhere, as an MLflow or as an ONNX model",
            f"nnsearch export {name} DIR\nnnsearch export {name} DIR --onnx",
        ),
        ("Serve it over HTTP", serve),
    ]


def _network(study: Study) -> tuple[dict[str, Figure], WorstRows | None, str]:
    """Draw the best network and list what it does worst on; say what is missing: its data, its weights, a matrix."""
    try:
        network, data = serve_best(study)
    except (DataError, StudyFileError, LedgerError) as error:
        return {}, None, f"It cannot be drawn: {error}"
    outputs = dev_outputs(network, data)
    drawn = network_figures(network, data, outputs, negative=study.meta["spec"]["data"]["source"] in NEGATIVES)
    worst = worst_rows(outputs, data) if data.image_shape is None else None
    if len(data.classes) <= MOST_CLASSES:
        return drawn, worst, ""
    return drawn, worst, f"A confusion matrix of more than {MOST_CLASSES} classes could not be read: there is none."


def _sections(searched: bool, usable: bool) -> list[tuple[str, str]]:
    space = [("space", "Hyperparameters"), ("slices", "Slices"), ("importance", "What mattered")] if searched else []
    return [
        ("summary", "Summary"),
        ("progress", "Best so far"),
        ("curves", "Learning curves"),
        *space,
        ("network", "The best network"),
        ("rungs", "Rungs"),
        ("trials", "Trials"),
        *([("use", "How to use it")] if usable else []),
        ("reproduce", "How to reproduce"),
    ]


def _best(trials: Sequence[PageTrial], metric: str) -> list[tuple[str, str]]:
    found = ranked(trials)
    if not found:
        return []
    best = found[0]
    rows = [
        ("trial", f"#{best.number}"),
        (metric_name(metric), format_objective(best.value, metric)),
        ("hidden layers", format_units(best.hidden)),
        ("epochs", str(best.epoch)),
    ]
    if best.time is not None:
        rows.append(("found after", format_duration(best.time)))
    return rows + [(name, format_value(value)) for name, value in best.params.items()]


def _priorities(axes: Sequence[Scale], shares: Mapping[str, float], optimizer: object) -> list[tuple[str, str, str]]:
    names = sorted((axis.name for axis in axes), key=lambda name: -shares.get(name, -1.0))
    return [
        (name, f"{100 * shares[name]:.0f} %" if name in shares else "-", course_rank(name, optimizer)) for name in names
    ]


def _row(trial: PageTrial, axes: Sequence[Scale], metric: str) -> list[Cell]:
    return [
        (trial.number, f"#{trial.number}"),
        (trial.value, format_objective(trial.value, metric)),
        (trial.outcome, trial.outcome.replace("_", " ")),
        (trial.epochs, str(trial.epochs)),
        (sum(trial.hidden), format_units(trial.hidden)),
        *(_param_cell(trial.params.get(axis.name)) for axis in axes),
    ]


def _param_cell(value: object) -> Cell:
    key = value if isinstance(value, (int, float)) else str(value)
    return (None if value is None else float(key) if isinstance(value, bool) else key, format_value(value))
