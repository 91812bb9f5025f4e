"""Check backpropagation on networks that a study would train: one of each of its first few shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsearch.data.spec import Data
from nnsearch.search.estimate import draw_networks
from nnsearch.search.study_file import StudySpec
from nnsearch.training.examples import examples_from
from nnsearch.training.gradient_checking import GradientReport, check_gradients
from nnsearch.training.population import Shape, shape_of

NETWORKS = 3


@dataclass(frozen=True)
class NetworkCheck:
    """One network's gradient checks.

    Args:
        values: its searched hyperparameters by study-file name.
        hidden: its widths.
        report: at initialization and after some epochs.
    """

    values: dict[str, Any]
    hidden: tuple[int, ...]
    report: GradientReport


def check_study_gradients(spec: StudySpec, data: Data, networks: int = NETWORKS) -> list[NetworkCheck]:
    """Check the gradients of networks drawn at random from a study's space.

    Args:
        spec: the study.
        data: loaded.
        networks: at most this many, of different shapes where there are.

    Returns:
        The checks, in float64 and without dropout.

    Raises:
        SettingsError: if the output layer does not fit the task.
    """
    examples = examples_from(data, output=spec.network.output, dtype=np.float64)
    drawn: dict[Shape, NetworkCheck] = {}
    for asked in draw_networks(spec, examples):
        member = asked.hyperparameters
        if shape_of(member) not in drawn and len(drawn) < networks:
            report = check_gradients(member, examples, seed=spec.search.seed)
            drawn[shape_of(member)] = NetworkCheck(asked.values, member.hidden, report)
    return list(drawn.values())
