"""What a study may optimize: the names, which way is better, and the tasks they suit. Imports no NumPy.

How they are computed is :mod:`nnsearch.training.scores`' business.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean

TASKS = ("classification", "regression")


@dataclass(frozen=True)
class Objective:
    """A measure on the dev set.

    Args:
        name: in study files.
        words: how it is called in tables and figures.
        tasks: what it can judge.
        maximize: whether more is better.
        curve: the learning curve that holds it.
        share: whether it is a share of the examples, shown in percent.
    """

    name: str
    words: str
    tasks: tuple[str, ...] = TASKS
    maximize: bool = False
    curve: str = ""
    share: bool = False

    @property
    def measured(self) -> bool:
        """Whether it is measured beside cost and error, as it is neither of them."""
        return self.curve not in ("dev_cost", "dev_error")

    def loss(self, value: float) -> float:
        """Return a number of which less is better.

        >>> OBJECTIVES["f1"].loss(0.9), OBJECTIVES["error"].loss(0.1)
        (-0.9, 0.1)
        """
        return -value if self.maximize else value

    @property
    def worst(self) -> float:
        """What is worse than any value."""
        return -math.inf if self.maximize else math.inf


_CLASSES, _NUMBERS = ("classification",), ("regression",)
OBJECTIVES: dict[str, Objective] = {
    "error": Objective("error", "error", _CLASSES, curve="dev_error", share=True),
    "cost": Objective("cost", "cost", curve="dev_cost"),
    "f1": Objective("f1", "F1", _CLASSES, maximize=True, curve="dev_f1"),
    "auc": Objective("auc", "AUC", _CLASSES, maximize=True, curve="dev_auc"),
    "balanced_error": Objective("balanced_error", "balanced error", _CLASSES, curve="dev_balanced_error", share=True),
    "rmse": Objective("rmse", "RMSE", _NUMBERS, curve="dev_error"),
    "mae": Objective("mae", "MAE", _NUMBERS, curve="dev_mae"),
    "r2": Objective("r2", "R2", _NUMBERS, maximize=True, curve="dev_r2"),
}
"""By name. A regression's error is its RMSE."""

DEFAULT_OBJECTIVES = {"classification": "error", "regression": "rmse"}
"""By task: what a study optimizes that names nothing."""


def objective_for(task: str, name: str | None = None) -> Objective:
    """Return what a study optimizes.

    Args:
        task: ``classification`` or ``regression``.
        name: as in the study file; by default what suits the task.

    Raises:
        SettingsError: if the objective does not suit the task.
    """
    if name is None:
        return OBJECTIVES[DEFAULT_OBJECTIVES[task]]
    valid = [other.name for other in OBJECTIVES.values() if task in other.tasks]
    if name not in valid:
        what = "classes" if task == "classification" else "numbers"
        raise SettingsError(
            f"objective must be a measure of predicted {what}, got {name!r}: {did_you_mean(name, valid)} "
            "(search.objective)"
        )
    return OBJECTIVES[name]
