"""What a person wants to know of a running study: made by the driver after each step, shown by the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

SHOWN = 5
"""Best trials that are shown while a study runs."""


@dataclass(frozen=True)
class TrialSummary:
    """One finished trial in brief.

    Args:
        number: its number.
        value: its objective.
        params: its hyperparameters by study-file name.
    """

    number: int
    value: float
    params: dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """Where a study stands.

    Args:
        study: its name.
        trials_done: trials told.
        trials_total: trials asked for.
        cohort: number of the newest cohort, counted from 0.
        training: trials that are training.
        target_epoch: epoch their rung ends at.
        epochs: network-epochs trained in this launch.
        elapsed: seconds since this launch began to search.
        networks_per_second: trials told in this launch per second.
        seconds_left: estimate; ``None`` while there is nothing to estimate from.
        best: the best trials that were trained to their end, best first, at most :data:`SHOWN`; those of a cohort that
            still trains are among them.
        outcomes: trials told by outcome.
    """

    study: str
    trials_done: int
    trials_total: int
    cohort: int
    training: int
    target_epoch: int
    epochs: int
    elapsed: float
    networks_per_second: float
    seconds_left: float | None
    best: tuple[TrialSummary, ...] = ()
    outcomes: dict[str, int] = field(default_factory=dict)


Observer = Callable[[Snapshot], None]


class StopRequest:
    """Set from a signal handler; the driver ends after the segments in flight."""

    def __init__(self) -> None:
        self.reason: str | None = None

    def __call__(self, reason: str = "interrupted") -> None:
        """Ask the driver to stop."""
        self.reason = reason
