"""The order of a study's recorded trials, the best first: complete ones, then those that came furthest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from nnsearch.search.cohort import DIVERGED
from nnsearch.search.records import TrialRecord
from nnsearch.training.objectives import Objective


def rank(records: Sequence[TrialRecord], objective: Objective) -> list[TrialRecord]:
    """Order the trials that were told and neither diverged nor failed, the best first.

    Complete ones come before those that a rung stopped, and of these the later ones before the earlier ones.

    Args:
        records: of one study.
        objective: what its trials are judged by.
    """
    told = [r for r in records if r.state in ("COMPLETE", "PRUNED") and r.user_attrs.get("outcome") != DIVERGED]
    told = [record for record in told if last_value(record) is not None]
    return sorted(told, key=partial(place, objective=objective))


def place(record: TrialRecord, objective: Objective) -> tuple[bool, int, float, int]:
    """Return a key that orders trials that were told, the best first; no two have the same.

    Args:
        record: of a trial.
        objective: what it is judged by.
    """
    complete = record.state == "COMPLETE"
    epochs = 0 if complete else max(record.intermediate, default=0)
    value = last_value(record)
    return not complete, -epochs, math.inf if value is None else objective.loss(value), record.number


def last_value(record: TrialRecord) -> float | None:
    """Return a trial's objective, or what it was when a rung stopped it."""
    if record.value is not None or not record.intermediate:
        return record.value
    return record.intermediate[max(record.intermediate)]
