"""The complete state of a population between two epochs: rows of arrays, nothing hidden.

Random draws derive from (seed, purpose, epoch), so no generator has to be stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import LedgerError
from nnsearch.core.memory import aligned_rows
from nnsearch.core.types import FloatArray

NEVER = 2**31 - 1


@dataclass(frozen=True, eq=False)
class PopulationState:
    """Rows are members.

    Args:
        epoch: epochs done.
        theta: parameters ``(K, P)``.
        moments: the optimizer's moments, each ``(K, P)``.
        running: batch normalization's averages ``(K, R)``.
        best_theta: parameters at the best dev error so far ``(K, P)``, for early stopping; else ``(K, 0)``.
        best_running: averages at that epoch ``(K, R)``, or ``(K, 0)``.
        best_error: best dev error so far, or the best objective as a number of which less is better, ``(K,)`` float64.
        best_epoch: its epoch, counted from 1, ``(K,)`` int64.
    """

    epoch: int
    theta: FloatArray
    moments: tuple[FloatArray, ...]
    running: FloatArray
    best_theta: FloatArray
    best_running: FloatArray
    best_error: NDArray[np.float64]
    best_epoch: NDArray[np.int64]

    @property
    def members(self) -> int:
        """K."""
        return int(self.theta.shape[0])

    def take(self, rows: Sequence[int] | NDArray[np.int64]) -> PopulationState:
        """Copy some members, in the order given: pruning, splitting, branching."""
        index = np.asarray(rows, np.int64)
        return replace(
            self,
            theta=aligned_rows(self.theta, index),
            moments=tuple(aligned_rows(moment, index) for moment in self.moments),
            running=self.running[index],
            best_theta=self.best_theta[index],
            best_running=self.best_running[index],
            best_error=self.best_error[index],
            best_epoch=self.best_epoch[index],
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Return named arrays for a checkpoint file."""
        arrays: dict[str, NDArray[Any]] = {
            "epoch": np.array(self.epoch),
            "theta": self.theta,
            "running": self.running,
            "best_theta": self.best_theta,
            "best_running": self.best_running,
            "best_error": self.best_error,
            "best_epoch": self.best_epoch,
        }
        return arrays | {f"moment{index}": moment for index, moment in enumerate(self.moments)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> PopulationState:
        """Rebuild what :meth:`to_arrays` returned.

        Raises:
            LedgerError: if an array is missing.
        """
        try:
            moments = tuple(arrays[name] for name in sorted(arrays) if name.startswith("moment"))
            return cls(
                epoch=int(arrays["epoch"]),
                theta=arrays["theta"],
                moments=moments,
                running=arrays["running"],
                best_theta=arrays["best_theta"],
                best_running=arrays["best_running"],
                best_error=arrays["best_error"],
                best_epoch=arrays["best_epoch"],
            )
        except KeyError as error:
            raise LedgerError(f"a checkpoint lacks the array {error}") from error


def concatenate(states: Sequence[PopulationState]) -> PopulationState:
    """Stack the members of states of one architecture and epoch."""
    first = states[0]
    return PopulationState(
        epoch=first.epoch,
        theta=np.concatenate([state.theta for state in states]),
        moments=tuple(np.concatenate(parts) for parts in zip(*(state.moments for state in states), strict=True)),
        running=np.concatenate([state.running for state in states]),
        best_theta=np.concatenate([state.best_theta for state in states]),
        best_running=np.concatenate([state.best_running for state in states]),
        best_error=np.concatenate([state.best_error for state in states]),
        best_epoch=np.concatenate([state.best_epoch for state in states]),
    )
