"""Studies side by side as facts: ranked where that is fair, refused where the numbers mean different things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nnsearch.reports.formats import (
    format_duration,
    format_objective,
    format_outcomes,
    format_units,
    metric_name,
    plural,
    printable,
)
from nnsearch.reports.significance import PairedTest, interval, paired_tests
from nnsearch.reports.study_facts import count_outcomes, trial_facts
from nnsearch.reports.summary import format_params
from nnsearch.search.overview import Overview
from nnsearch.search.study import Study
from nnsearch.search.study_file import differences, settings_in_words
from nnsearch.training.objectives import OBJECTIVES

MOST_IMPORTANT = 3
MOST_CLASSES = 5
SAME = (": absent -> unset", ": unset -> absent")
"""Ends of lines on keys that only one of two versions of nnsearch knows, and that are not used."""

Row = tuple[str, list[str]]
"""A name, and what each study says."""


@dataclass(frozen=True)
class Comparison:
    """What can be said of some studies together.

    Args:
        studies: two or more, in the order given.
        reason: why they cannot be ranked; ``None`` if they can.
        ranking: the same studies, the best first; empty if they cannot be ranked.
        tests: the first of the ranking against each other one.
        importance: by study, how much each hyperparameter mattered, the greatest share first.
    """

    studies: Sequence[Study]
    reason: str | None
    ranking: Sequence[Study]
    tests: Sequence[PairedTest]
    importance: Mapping[str, Mapping[str, float]]


def compare(studies: Sequence[Study]) -> Comparison:
    """Compare studies.

    Args:
        studies: two or more.

    Raises:
        LedgerError: if a ledger is damaged.
    """
    from nnsearch.search.importance import importances

    reason = why_not_ranked(studies)
    ranking = rank(studies) if reason is None else []
    return Comparison(
        studies=studies,
        reason=reason,
        ranking=ranking,
        tests=paired_tests(ranking[0], ranking[1:]) if ranking else [],
        importance={study.name: importances(study) for study in studies},
    )


def why_not_ranked(studies: Sequence[Study]) -> str | None:
    """Say why the best values of some studies cannot be compared, or ``None`` if they can.

    The same examples must have been split the same way, and the objective must be the same measure.
    """
    first = studies[0].meta
    for study in studies[1:]:
        meta = study.meta
        if meta["metric"] != first["metric"]:
            return (
                f"{studies[0].name} measures {metric_name(first['metric'])}, {study.name} {metric_name(meta['metric'])}"
            )
        if meta["data"]["fingerprint"] != first["data"]["fingerprint"]:
            names = f"{printable(first['data']['name'])} and {printable(meta['data']['name'])}"
            alike = first["data"]["name"] == meta["data"]["name"]
            same = " of one name, but with other examples or another split" if alike else ""
            return f"{studies[0].name} and {study.name} used different data ({names}{same})"
    missing = [study.name for study in studies if study.overview.best is None]
    return f"{missing[0]} has no trial that was trained to its end" if missing else None


def rank(studies: Sequence[Study]) -> list[Study]:
    """Order comparable studies, the best first; equals in the order given."""
    return sorted(studies, key=lambda study: OBJECTIVES[study.meta["metric"]].loss(study.overview.best or 0.0))


def verdict(comparison: Comparison) -> list[str]:
    """Say which study is ahead and whether that means much; or why none is."""
    if comparison.reason is not None:
        return [f"not ranked: {comparison.reason}"]
    glances = [study.overview for study in comparison.ranking]
    metric = glances[0].metric
    places = [f"{glance.name} ({format_objective(glance.best, metric)})" for glance in glances]
    return [f"best first: {', '.join(places)}", *(test.sentence for test in comparison.tests)]


def space_differences(studies: Sequence[Study]) -> dict[str, list[str]]:
    """List what differs between the first study's file and each other one's, defaults filled in."""
    first = studies[0].meta["spec"]
    found = {study.name: differences(first, study.meta["spec"]) for study in studies[1:]}
    return {name: [line for line in lines if not line.endswith(SAME)] for name, lines in found.items()}


def setting_rows(studies: Sequence[Study]) -> list[Row]:
    """Return the settings that differ, by their path in the study file."""
    return _differing([settings_in_words(study.meta["spec"]) for study in studies], absent="unset")


def data_rows(studies: Sequence[Study]) -> list[Row]:
    """Return what differs in the data, the measure included."""
    return _differing([_data_words(study.meta) for study in studies])


def version_rows(studies: Sequence[Study]) -> list[Row]:
    """Return what differs in code and machine."""
    return _differing([machine_words(study.meta["machine"]) for study in studies])


def machine_words(machine: Mapping[str, Any]) -> dict[str, str]:
    """Return what a study was run with: interpreter, machine and versions of packages.

    Args:
        machine: that section of ``study.json``.
    """
    shown = ("python", "system", "processor", "cores")
    facts = {name: str(machine[name]) for name in shown if machine.get(name)}
    blas = machine.get("blas") or ()
    facts |= {"BLAS": ", ".join(map(str, blas))} if blas else {}
    return facts | {name: str(version) for name, version in sorted((machine.get("packages") or {}).items())}


def standing_rows(comparison: Comparison) -> list[Row]:
    """Return how each study stands and what its best network is."""
    studies = comparison.studies
    glances = [study.overview for study in studies]
    best = [
        trial_facts(study, glance.best_trial) if glance.best_trial is not None else {}
        for study, glance in zip(studies, glances, strict=True)
    ]
    return [
        ("data", [printable(glance.data) for glance in glances]),
        ("fingerprint", [str(study.meta["data"]["fingerprint"]) for study in studies]),
        ("state", [glance.state for glance in glances]),
        ("trials", [f"{glance.trials_done}/{glance.trials_total}" for glance in glances]),
        ("outcomes", [format_outcomes(count_outcomes(study)) for study in studies]),
        ("time", [format_duration(glance.seconds) for glance in glances]),
        ("measure", [metric_name(glance.metric) for glance in glances]),
        ("best", [_best_cell(glance) for glance in glances]),
        ("95 % interval", [_interval_cell(study) for study in studies]),
        ("network", [format_units(facts.get("hidden") or ()) if facts else "-" for facts in best]),
        ("with", [format_params(facts["params"]).replace(", ", "\n") if facts else "-" for facts in best]),
        ("mattered most", [_importance_cell(comparison.importance[study.name]) for study in studies]),
    ]


def comparison_facts(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as JSON-ready facts."""
    studies = comparison.studies
    return {
        "comparable": comparison.reason is None,
        "reason": comparison.reason,
        "ranking": [study.name for study in comparison.ranking] or None,
        "tests": [asdict(test) for test in comparison.tests],
        "studies": [
            {
                **study.overview.as_dict(),
                "fingerprint": study.meta["data"]["fingerprint"],
                "outcomes": count_outcomes(study),
                "interval": _interval(study),
                "best_params": None if not study.progress.get("ranking") else study.best.params,
                "importance": dict(comparison.importance[study.name]),
            }
            for study in studies
        ],
        "differences": space_differences(studies),
        "data_differences": dict(data_rows(studies)),
        "version_differences": dict(version_rows(studies)),
    }


def _differing(facts: Sequence[Mapping[str, str]], absent: str = "absent") -> list[Row]:
    names = dict.fromkeys(name for each in facts for name in each)
    rows = [(name, [printable(each.get(name, absent)) for each in facts]) for name in names]
    return [(name, cells) for name, cells in rows if len(set(cells)) > 1]


def _data_words(meta: Mapping[str, Any]) -> dict[str, str]:
    data = meta["data"]
    words = {name: str(data.get(name, "-")) for name in ("name", "task", "fingerprint")}
    words |= {name: f"{data[name]:,}" for name in ("train", "dev", "test", "features") if name in data}
    classes = data.get("classes") or []
    more = ", ..." if len(classes) > MOST_CLASSES else ""
    listed = ", ".join(map(str, classes[:MOST_CLASSES]))
    return words | {
        "classes": f"{plural(len(classes), 'class', 'classes')}: {listed}{more}" if classes else "none",
        "measure": metric_name(meta["metric"]),
    }


def _best_cell(glance: Overview) -> str:
    if glance.best is None:
        return "-"
    return f"{format_objective(glance.best, glance.metric)} (#{glance.best_trial})"


def _interval(study: Study) -> tuple[float, float] | None:
    """Where the best network's rate of errors lies; ``None`` for other measures."""
    glance = study.overview
    examples = int(study.meta["data"].get("dev", 0))
    if glance.best is None or glance.metric != "error" or examples < 1:
        return None
    return interval(round(glance.best * examples), examples)


def _interval_cell(study: Study) -> str:
    ends = _interval(study)
    return "-" if ends is None else " to ".join(format_objective(end, "error") for end in ends)


def _importance_cell(shares: Mapping[str, float]) -> str:
    top = list(shares.items())[:MOST_IMPORTANT]
    return "\n".join(f"{printable(name)} {100 * share:.0f} %" for name, share in top) or "-"
