"""Which studies and trials a list shows, and in what order; and the list as CSV. No layout."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean
from nnsearch.reports.formats import OUTCOMES
from nnsearch.search.overview import COMPLETE, DAMAGED, NEW, RUNNING, STOPPED, Overview
from nnsearch.training.objectives import OBJECTIVES

if TYPE_CHECKING:
    from nnsearch.search.records import TrialRecord
    from nnsearch.search.study import Study

STUDY_STATES = (NEW, RUNNING, COMPLETE, STOPPED, DAMAGED)
TRIAL_STATES = (*OUTCOMES, "running")

Item = TypeVar("Item")
Order = Callable[[Item], Any]  # whatever can be compared

STUDY_ORDERS: dict[str, Order[Overview]] = {
    "name": lambda glance: glance.name,
    "state": lambda glance: STUDY_STATES.index(glance.state),
    "trials": lambda glance: -glance.trials_done,
    "best": lambda glance: (glance.best is None, glance.metric, _loss(glance.best, glance.metric)),
    "data": lambda glance: (not glance.data, glance.data),
    "time": lambda glance: -glance.seconds,
}
"""By the word behind ``--sort``: the best, the longest and those with the most trials come first."""

TRIAL_ORDERS = ("number", "value", "outcome", "epochs", "cohort")
"""Words behind ``--sort``, beside the names of the searched hyperparameters."""


def check_word(option: str, word: str, valid: Collection[str]) -> None:
    """Refuse a word that an option does not know.

    Raises:
        SettingsError: naming the nearest word.
    """
    if word not in valid:
        raise SettingsError(f"{option} must be a word it knows, got {word!r}: {did_you_mean(word, valid)}")


def select_studies(
    glances: Sequence[Overview], *, states: Collection[str] = (), sort: str = "name", limit: int | None = None
) -> list[Overview]:
    """Choose and order studies.

    Args:
        glances: of all of them, by name.
        states: those to keep; all by default.
        sort: a name of :data:`STUDY_ORDERS`; equals stay in the order of their names.
        limit: how many to keep at most.

    Raises:
        SettingsError: if a word is not known.
    """
    for state in states:
        check_word("--state", state, STUDY_STATES)
    check_word("--sort", sort, STUDY_ORDERS)
    kept = [glance for glance in glances if not states or glance.state in states]
    return sorted(kept, key=STUDY_ORDERS[sort])[:limit]


def select_trials(
    study: Study, *, states: Collection[str] = (), sort: str = "number", limit: int | None = None
) -> list[TrialRecord]:
    """Choose and order a study's trials.

    Args:
        study: read from its ledger.
        states: how the trials to keep ended, or ``running``; all by default.
        sort: a name of :data:`TRIAL_ORDERS` or a searched hyperparameter. Values come best first, everything else in
            ascending order; what a trial lacks comes last.
        limit: how many to keep at most.

    Raises:
        SettingsError: if a word is not known.
    """
    for state in states:
        check_word("--state", state, TRIAL_STATES)
    searched = dict.fromkeys(name for record in study.records for name in study.params(record))
    check_word("--sort", sort, (*TRIAL_ORDERS, *searched))
    kept = [record for record in study.records if not states or trial_state(record) in states]
    return sorted(kept, key=lambda record: _place(study, record, sort))[:limit]


def trial_state(record: TrialRecord) -> str:
    """Return how a trial ended, or that it is running."""
    return str(record.user_attrs.get("outcome") or record.state.lower())


def trial_value(record: TrialRecord) -> float | None:
    """Return a trial's objective; of one that was stopped the last value it reported; nothing while it trains."""
    if record.value is not None or not record.finished or not record.intermediate:
        return record.value
    return record.intermediate[max(record.intermediate)]


def trial_listing(study: Study, records: Iterable[TrialRecord]) -> list[dict[str, Any]]:
    """Return trials as flat facts: one mapping each, with the same keys.

    A hyperparameter that does not act in a trial is ``None`` there. Times are ISO 8601, in UTC.
    """
    names = dict.fromkeys(name for record in study.records for name in study.params(record))
    return [
        {
            "number": record.number,
            "state": trial_state(record),
            "value": trial_value(record),
            "epochs": record.user_attrs.get("epochs"),
            "cohort": record.user_attrs.get("cohort"),
            **{name: study.params(record).get(name) for name in names},
            "start": _iso(record.start),
            "complete": _iso(record.complete),
        }
        for record in records
    ]


def csv_text(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    r"""Write facts as CSV with a header, nothing where there is no value.

    Args:
        rows: facts by column.
        columns: in their order.

    >>> csv_text([{"name": "a, b", "best": None}], ["name", "best"])
    'name,best\n"a, b",\n'
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return buffer.getvalue()


def _place(study: Study, record: TrialRecord, sort: str) -> tuple[bool, Any, int]:
    """Where a trial stands: those without what is asked for last, equals by number."""
    if sort == "value":
        value = trial_value(record)
        # A trial that was stopped has shown less than one that was trained to its end.
        key: Any = (record.state != "COMPLETE", _loss(value, study.meta["metric"]))
        return (value is None or math.isnan(value), key, record.number)
    found = {"number": record.number, "outcome": trial_state(record)}.get(sort)
    if found is None:
        found = record.user_attrs.get(sort) if sort in TRIAL_ORDERS else study.params(record).get(sort)
    return (found is None, 0 if found is None else found, record.number)


def _loss(value: float | None, metric: str) -> float:
    return math.inf if value is None else OBJECTIVES[metric].loss(value)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
