"""The report: a study as one HTML page that works offline. Made from the ledger; writes no file.

Everything that comes from data or from a study file reaches the page through the template's escaping or as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from nnsearch import __version__
from nnsearch.core.errors import DataError, EnvironmentRefusedError, LedgerError, StudyFileError
from nnsearch.reports.figures import HIGHLIGHTED, Figure, best_figure, curves_figure, rungs_figure
from nnsearch.reports.formats import format_duration, format_objective, format_units, format_value, metric_name
from nnsearch.reports.network_figures import network_figures
from nnsearch.reports.page_facts import PageTrial, page_trials, ranked, rungs, scales, spec_of
from nnsearch.reports.page_words import cards, lead, notes, rungs_sentence, sentences
from nnsearch.reports.scales import Scale
from nnsearch.reports.space_figures import importance_figure, parallel_figure, slice_figure
from nnsearch.reports.trial_table import priority
from nnsearch.search.study import Study
from nnsearch.tracking.winner import serve_best

PRIORITIES = {1: "first", 2: "second", 3: "third", 4: "seldom"}
"""The course's ranks in words."""

NETWORK = {
    "confusion": ("Confusion matrix", "Examples of the dev set by their true and their predicted class."),
    "residuals": ("Residuals", "What is left of each target of the dev set; a pattern means there is more to learn."),
    "worst": ("The worst examples", "Wrong with the greatest confidence, on the dev set: what it is, and was not."),
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
    figures = {
        "best": best_figure(trials, metric),
        "curves-error": curves_figure(trials, "error", metric),
        "curves-cost": curves_figure(trials, "cost", metric),
        "rungs": rungs_figure(steps),
    }
    if axes:
        figures |= {"parallel": parallel_figure(trials, axes, metric), "slices": slice_figure(trials, axes, metric)}
    drawn, problem = _network(study)
    figures |= drawn
    if shares:
        figures["importance"] = importance_figure(shares)
    return _fill(
        {
            "name": study.name,
            "lead": lead(study),
            "sections": _sections(bool(axes)),
            "cards": cards(study, trials),
            "sentences": sentences(study, trials, shares),
            "notes": notes(study),
            "best": _best(trials, metric),
            "error_word": "RMSE" if metric == "rmse" else "error",
            "highlighted": HIGHLIGHTED,
            "searched": bool(axes),
            "importance": bool(shares),
            "priorities": _priorities(axes, shares),
            "caveat": CAVEAT,
            "network": [(key, *NETWORK[key]) for key in drawn],
            "network_problem": problem,
            "rungs_sentence": rungs_sentence(spec, steps),
            "rungs": steps,
            "columns": ["trial", metric_name(metric), "outcome", "epochs", "network", *(axis.name for axis in axes)],
            "rows": [_row(trial, axes, metric) for trial in trials],
            "commands": f"nnsearch run {study.name}\nnnsearch report {study.name}",
            "versions": _versions(study.meta.get("machine", {})),
            "study_file": study.meta["text"],
            "version": __version__,
        },
        figures,
    )


def _network(study: Study) -> tuple[dict[str, Figure], str]:
    """Draw the best network; where its data or its weights are not there any more, say so."""
    try:
        return network_figures(*serve_best(study)), ""
    except (DataError, StudyFileError, LedgerError) as error:
        return {}, str(error)


def _fill(words: Mapping[str, Any], figures: Mapping[str, Figure]) -> str:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup
        from plotly.offline import get_plotlyjs
    except ImportError as error:
        raise EnvironmentRefusedError(f"the report cannot be made ({error}): reinstall nnsearch") from error
    environment = Environment(
        loader=PackageLoader("nnsearch.reports", "page"), autoescape=True, undefined=StrictUndefined
    )
    page = files("nnsearch.reports") / "page"
    return environment.get_template("report.html").render(
        words,
        css=Markup((page / "report.css").read_text(encoding="utf-8")),  # noqa: S704 - the package's own file
        js=Markup((page / "report.js").read_text(encoding="utf-8")),  # noqa: S704 - the package's own file
        plotly=Markup(get_plotlyjs()),  # noqa: S704 - plotly's own file
        figures=Markup(script_json(figures)),  # noqa: S704 - script_json escapes what could end the element
    )


def script_json(value: object) -> str:
    r"""Write JSON that may stand inside a ``<script>`` element.

    >>> script_json({"class": "</script>"})
    '{"class":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _sections(searched: bool) -> list[tuple[str, str]]:
    space = [("space", "Hyperparameters"), ("slices", "Slices"), ("importance", "What mattered")] if searched else []
    return [
        ("summary", "Summary"),
        ("progress", "Best so far"),
        ("curves", "Learning curves"),
        *space,
        ("network", "The best network"),
        ("rungs", "Rungs"),
        ("trials", "Trials"),
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


def _priorities(axes: Sequence[Scale], shares: Mapping[str, float]) -> list[tuple[str, str, str]]:
    names = sorted((axis.name for axis in axes), key=lambda name: -shares.get(name, -1.0))
    return [
        (name, f"{100 * shares[name]:.0f} %" if name in shares else "-", PRIORITIES[priority(name)]) for name in names
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


def _versions(machine: Mapping[str, Any]) -> list[tuple[str, str]]:
    shown = ("python", "system", "processor", "cores")
    facts = [(name, str(machine[name])) for name in shown if machine.get(name)]
    blas = machine.get("blas") or ()
    facts += [("BLAS", ", ".join(map(str, blas)))] if blas else []
    return facts + sorted((name, str(version)) for name, version in (machine.get("packages") or {}).items())
