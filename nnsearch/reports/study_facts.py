"""What a person or a program wants to know of a study, read from its ledger. Facts only; no layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nnsearch.reports.formats import plural
from nnsearch.reports.selection import trial_state, trial_value
from nnsearch.reports.trial_table import TrialRow
from nnsearch.search.asked import HIDDEN, REASON
from nnsearch.search.records import TrialRecord
from nnsearch.search.study import joined_curves
from nnsearch.training.objectives import OBJECTIVES

if TYPE_CHECKING:
    from nnsearch.data.spec import Data
    from nnsearch.search.study import Study
    from nnsearch.search.study_file import StudySpec

TOP = 10


def data_facts(data: Data) -> dict[str, Any]:
    """Return what ``study.json`` also says of a study's data."""
    return {
        "name": data.name,
        "task": data.task,
        "fingerprint": data.fingerprint,
        "train": data.train.m,
        "dev": data.dev.m,
        "test": data.test.m if data.test else 0,
        "features": data.n_x,
        "classes": list(data.classes),
        "notes": list(data.notes),
    }


def describe_data(facts: Mapping[str, Any]) -> str:
    """Say in a line what the data is.

    >>> describe_data({"train": 600, "dev": 200, "test": 0, "features": 2, "classes": ["a", "b"]})
    '600 train, 200 dev, no test examples; 2 features, 2 classes'
    """
    test = f"{facts['test']:,} test examples" if facts["test"] else "no test examples"
    kind = plural(len(facts["classes"]), "class", "classes") if facts["classes"] else "regression"
    return f"{facts['train']:,} train, {facts['dev']:,} dev, {test}; {plural(facts['features'], 'feature')}, {kind}"


def hidden_of(spec: StudySpec, params: Mapping[str, Any]) -> tuple[int, ...] | None:
    """Return the widths of a trial's hidden layers.

    Args:
        spec: the study.
        params: the trial's searched values.

    Returns:
        Units per layer; ``None`` if every trial has the same.
    """
    hidden = spec.network.hidden
    if not any(name == "layers" or name.startswith("units_") for name in params):
        return None
    layers = int(params["layers"]) if "layers" in params else hidden.fixed_layers or 0
    fixed = [getattr(setting, "value", None) for setting in hidden.units]
    return tuple(int(params.get(f"units_{index + 1}", fixed[index]) or 0) for index in range(layers))


def best_rows(study: Study, count: int = TOP) -> list[TrialRow]:
    """Return the trials that were trained to their end, the best first."""
    done = [record for record in study.records if record.state == "COMPLETE" and record.value is not None]
    loss = OBJECTIVES[study.meta["metric"]].loss
    done.sort(key=lambda record: (loss(record.value or 0.0), record.number))
    return table_rows(study, done[:count])


def table_rows(study: Study, records: Sequence[TrialRecord]) -> list[TrialRow]:
    """Return trials as a table of those that were trained to their end shows them."""
    widths_differ = len({tuple(record.user_attrs.get(HIDDEN, ())) for record in study.records}) > 1
    return [
        TrialRow(
            record.number,
            record.value,
            study.params(record),
            record.user_attrs.get(HIDDEN, ()) if widths_differ else None,
        )
        for record in records
    ]


def listed_rows(study: Study, records: Sequence[TrialRecord]) -> list[TrialRow]:
    """Return trials as a table of all kinds of them shows them: how each ended, and the last value it reported."""
    return [
        replace(row, value=trial_value(record), outcome=trial_state(record))
        for row, record in zip(table_rows(study, records), records, strict=True)
    ]


def count_outcomes(study: Study) -> dict[str, int]:
    """Count how the trials that have been told ended."""
    told = [record for record in study.records if record.finished]
    return dict(Counter(str(record.user_attrs.get("outcome", record.state.lower())) for record in told))


def failures(study: Study) -> dict[int, str]:
    """Return why trials failed, by their numbers: those whose workers died of them."""
    failed = [record for record in study.records if record.user_attrs.get("outcome") == "failed"]
    return {record.number: str(record.user_attrs.get(REASON, "")) for record in failed}


def trial_curves(study: Study, number: int) -> dict[str, list[float]]:
    """Return a trial's learning curves by name: one value per epoch, from the first."""
    return joined_curves(segment for segment in study.segments() if segment.trial == number)


def deciding_epoch(record: TrialRecord, dev_error: Sequence[float]) -> int | None:
    """Return the epoch whose network counts: the last one, or the one that early stopping went back to."""
    if not dev_error:
        return None
    if record.user_attrs.get("outcome") == "early_stopped":
        return int(record.user_attrs.get("outcome_epoch") or len(dev_error))
    return len(dev_error)


def best_metrics(study: Study) -> dict[str, float]:
    """Return what the best trial's whole network measures on train and dev set; empty if there is none.

    See :func:`nnsearch.training.final_metrics.final_metrics` for the names.
    """
    ranking = study.progress.get("ranking") or []
    return dict(study.records[int(ranking[0][1])].user_attrs.get("metrics", {})) if ranking else {}


def study_facts(study: Study) -> dict[str, Any]:
    """Return a study as facts for JSON: what ``nnsearch show --json`` prints."""
    glance = study.overview
    meta = study.meta
    best = None if glance.best_trial is None else trial_facts(study, glance.best_trial)
    return {
        **glance.as_dict(),
        "data": meta["data"],
        "file": meta["file"],
        "created": meta["created"],
        "cohort": int(meta["spec"]["search"]["cohort"]),
        "cohorts_told": int(study.progress.get("told", 0)),
        "outcomes": count_outcomes(study),
        "utilization": study.utilization,
        "parent_trials": len((meta.get("parent") or {}).get("trials", [])),
        "best": best,
        "top": [{"number": row.number, "value": row.value, "params": row.params} for row in best_rows(study)],
    }


def trial_facts(study: Study, number: int) -> dict[str, Any]:
    """Return one trial as facts, without its curves."""
    record = study.records[number]
    noted = record.user_attrs
    return {
        "number": number,
        "state": record.state,
        "outcome": noted.get("outcome"),
        "outcome_epoch": noted.get("outcome_epoch"),
        "epochs": noted.get("epochs"),
        "cohort": noted.get("cohort"),
        "value": record.value,
        "params": study.params(record),
        "hidden": noted.get(HIDDEN),
        "reason": noted.get(REASON),
    }


def next_advice(study: Study) -> list[str]:
    """Say whether the best trial suffers from bias or variance, and what to do about it.

    Returns:
        Sentences; none for regression, where no error is known to be attainable, and none without a best trial.
    """
    from nnsearch.training.diagnosis import diagnose

    metrics = best_metrics(study)
    if "train_error" not in metrics:
        return []
    return list(diagnose(metrics["train_error"], metrics["dev_error"]).advice)
