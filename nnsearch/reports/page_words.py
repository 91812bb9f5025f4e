"""The report's sentences: what was searched, what was found, what to do next. Plain text; the page escapes it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from nnsearch.reports.formats import (
    format_duration,
    format_objective,
    format_outcomes,
    format_value,
    metric_name,
    plural,
    printable,
)
from nnsearch.reports.page_facts import PageTrial, Rung, ranked
from nnsearch.reports.study_facts import best_metrics, count_outcomes, describe_data, next_advice
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.training.diagnosis import PLATEAU_ERROR, flags

Card = tuple[str, str, str]
"""A label, a fact, a note."""


def lead(study: Study) -> str:
    """Say in a line what the study is about."""
    data = study.meta["data"]
    return f"{printable(data['name'])}: {describe_data(data)}"


def cards(study: Study, trials: Sequence[PageTrial]) -> list[Card]:
    """Return the facts that stand in large letters."""
    glance = study.overview
    measured, measure = best_metrics(study), f"train_{glance.metric}"
    found = ranked(trials)
    best = format_objective(found[0].value if found else None, glance.metric)
    note = f"trial #{found[0].number}" if found else "no complete trial yet"
    if measure in measured:
        note += f", training {format_objective(measured[measure], glance.metric)}"
    return [
        (f"Best {metric_name(glance.metric)}", best, note),
        ("Trials", f"{glance.trials_done:,} of {glance.trials_total:,}", format_outcomes(count_outcomes(study))),
        ("Time", format_duration(glance.seconds), f"{sum(trial.epochs for trial in trials):,} epochs trained"),
        ("State", glance.state, f"{study.meta['spec']['search']['sampler']} sampler"),
    ]


def sentences(study: Study, trials: Sequence[PageTrial], shares: Mapping[str, float]) -> list[str]:
    """Say in words what came out and what to do next.

    Args:
        study: read from its ledger.
        trials: the finished ones.
        shares: measured importance by name, the greatest first.
    """
    found = ranked(trials)
    if not found:
        return ["No trial has been trained to its end yet."]
    metric = study.overview.metric
    best = found[0]
    lines = [_best_sentence(best, found, metric, study)]
    if shares:
        top = list(shares.items())[:2]
        named = " and ".join(f"{name} ({100 * share:.0f} %)" for name, share in top)
        lines.append(f"What mattered most was {named}; the caveat below says how much to believe of that.")
    # No error of a regression is high in itself.
    seen = flags(best.curves, high_error=PLATEAU_ERROR if study.meta["data"]["task"] == "classification" else math.inf)
    lines += [f"The best trial's curve: {flag.name}: {flag.message}." for flag in seen]
    return lines + next_advice(study)


def _best_sentence(best: PageTrial, found: Sequence[PageTrial], metric: str, study: Study) -> str:
    middle = found[len(found) // 2].value
    text = (
        f"The best of {plural(len(found), 'network')} that {'was' if len(found) == 1 else 'were'} trained to the end is"
        f" trial #{best.number} with a {metric_name(metric)} of {format_objective(best.value, metric)}"
    )
    if len(found) > 2:
        text += f"; the one in the middle has {format_objective(middle, metric)}"
    if metric == "error":
        text += f". One dev example is worth {format_value(100 / int(study.meta['data']['dev']))} points"
    return text + "."


def notes(study: Study) -> list[str]:
    """Return what a reader should know of the data."""
    return [printable(note) for note in study.meta["data"]["notes"]]


def rungs_sentence(spec: StudySpec, rungs: Sequence[Rung]) -> str:
    """Say how weak trials were stopped."""
    epochs = plural(rungs[-1].epoch, "epoch")
    if len(rungs) == 1:
        return f"Every trial was meant to train for {epochs}: there are no rungs on the way."
    *early, last = [str(rung.epoch) for rung in rungs[:-1]]
    budgets = f"epochs {', '.join(early)} and {last}" if early else f"epoch {last}"
    return (
        f"After {budgets} the most promising 1/{spec.search.eta} of each cohort of {spec.search.cohort} trials went on;"
        f" the last ones trained for all {epochs}."
    )
