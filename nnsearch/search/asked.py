"""A trial that has been asked, and the words under which the journal keeps what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nnsearch.search.records import TrialRecord
from nnsearch.search.settings import Scalar
from nnsearch.training.hyperparameters import Hyperparameters

if TYPE_CHECKING:
    from nnsearch.search.space import Space

VALUES = "values"
"""User attribute of a trial: its true values by study-file name."""
CONTAINER = "container"
"""User attribute: the widths its population is padded to."""
HIDDEN = "hidden"
"""User attribute: its own widths."""
COHORT = "cohort"
"""User attribute: the number of its cohort."""
REASON = "reason"
"""User attribute: why a trial failed."""
WHEN_ASKED = (VALUES, CONTAINER, HIDDEN, COHORT)
"""What is noted of a trial as soon as it is asked."""
HALFWAY = "halfway"
"""User attribute: what a trial had come to when its cohort's last rung began, a :class:`Halfway`."""


@dataclass(frozen=True)
class Halfway:
    """What a cohort sees of a trial whose cohort overlaps it, however late it looks.

    Args:
        until: the last epoch that is seen.
        outcome: how the trial had ended; ``None`` if it trained on.
        value: its objective, if it had one by then.
    """

    until: int
    outcome: str | None = None
    value: float | None = None


@dataclass(frozen=True)
class Asked:
    """A trial that has been asked.

    Args:
        number: its number in the study.
        cohort: its cohort's number.
        values: true values by study-file name.
        hyperparameters: everything it is trained with.
        container: common widths of its population.
    """

    number: int
    cohort: int
    values: dict[str, Scalar]
    hyperparameters: Hyperparameters
    container: tuple[int, ...]


def asked_from(record: TrialRecord, space: Space, output: str) -> Asked:
    """Rebuild what was asked from the journal's record of it.

    Args:
        record: the trial's.
        space: the study's.
        output: activation of the output layer.

    Raises:
        SettingsError: if the record does not fit the space.
    """
    values = record.user_attrs[VALUES]
    return Asked(
        number=record.number,
        cohort=int(record.user_attrs[COHORT]),
        values=values,
        hyperparameters=space.hyperparameters(values, output=output),
        container=tuple(record.user_attrs[CONTAINER]),
    )
