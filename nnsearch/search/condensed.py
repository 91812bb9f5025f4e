"""A journal's operations with one operation per trial: replayed to the same trials, several times faster.

Optuna applies every operation to a copy of its trial. A study of thousands of trials is opened in a fraction of the
time when each trial is created as it stands in the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nnsearch.search.records import STATES

Log = dict[str, Any]

CREATE_STUDY, SET_STUDY_ATTR, CREATE_TRIAL, SET_PARAM, SET_STATE, SET_VALUE, SET_USER_ATTR, SET_SYSTEM_ATTR = (
    0,
    2,
    4,
    5,
    6,
    7,
    8,
    9,
)
OPEN = ("RUNNING", "WAITING")


def condensed(logs: Iterable[Log]) -> list[Log] | None:
    """Condense the operations on a journal's only study.

    Args:
        logs: all of them, in order.

    Returns:
        Fewer operations that Optuna replays to an equal study; ``None`` where there is anything that a ledger does not
        write, for Optuna to judge the operations themselves.
    """
    attrs: dict[str, Any] = {}
    trials: list[Log] = []
    studies: list[Log] = []
    try:
        for log in logs:
            op = log["op_code"]
            if op == CREATE_STUDY:
                studies.append(log)
            elif op == SET_STUDY_ATTR and log["study_id"] == 0:
                attrs.update(log["user_attr"])
            elif op == CREATE_TRIAL and log["study_id"] == 0 and len(log) == len(_ASKED):
                trials.append(_new_trial(log))
            elif not _apply(trials[log["trial_id"]], log):
                return None
    except (KeyError, IndexError, TypeError, AttributeError):
        return None
    if len(studies) != 1:
        return None
    noted = [_operation(SET_STUDY_ATTR, study_id=0, user_attr={name: value}) for name, value in attrs.items()]
    return [*studies, *noted, *trials]


_ASKED = ("op_code", "worker_id", "study_id", "datetime_start")
"""Fields of a trial's creation by ``ask``."""


def _operation(code: int, **fields: Any) -> Log:
    return {"op_code": code, "worker_id": "", **fields}


def _new_trial(log: Log) -> Log:
    return _operation(
        CREATE_TRIAL,
        study_id=0,
        datetime_start=log["datetime_start"],
        state=STATES.index("RUNNING"),
        params={},
        distributions={},
        user_attrs={},
        system_attrs={},
        intermediate_values={},
    )


def _apply(trial: Log, log: Log) -> bool:
    """Apply one operation to its trial; return whether it is one that a ledger writes."""
    op = log["op_code"]
    if STATES[trial["state"]] not in OPEN:
        return False
    if op == SET_PARAM:
        trial["params"][log["param_name"]] = log["param_value_internal"]
        trial["distributions"][log["param_name"]] = log["distribution"]
    elif op == SET_STATE and STATES[log["state"]] not in OPEN:
        trial["state"] = log["state"]
        trial["datetime_complete"] = log["datetime_complete"]
        if log["values"] is not None:
            trial["values"] = log["values"]
    elif op == SET_VALUE:
        trial["intermediate_values"][log["step"]] = log["intermediate_value"]
    elif op == SET_USER_ATTR:
        trial["user_attrs"].update(log["user_attr"])
    elif op == SET_SYSTEM_ATTR:
        trial["system_attrs"].update(log["system_attr"])
    else:
        return False
    return True
