"""What told trials have shown, at every rung that they came to, on one scale: the targets of a model.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from optuna.trial import FrozenTrial, TrialState

from nnsearch.search.cohort import DIVERGED
from nnsearch.search.gaussian_process import Floats
from nnsearch.search.normal import normal_quantile


@dataclass(frozen=True, eq=False)
class Observations:
    """What trials have shown.

    Args:
        trial: whose, by place among the trials, ``(n,)``.
        stage: how far the trial was, 0 at the first rung and 1 at the end, ``(n,)``.
        excess: its value, less what is usual at its stage, ``(n,)``; less is better.
        score: how bad that is, as normal scores, ``(n,)``.
        usual: value of each stage, ``(stages,)``, all compared with the first.
    """

    trial: NDArray[np.int64]
    stage: Floats
    excess: Floats
    score: Floats
    usual: Floats

    @property
    def followed(self) -> int:
        """Most stages at which one and the same trial was seen, and had not been lost; 0 if there is none."""
        return int(np.bincount(self.trial[np.isfinite(self.excess)], minlength=1).max())

    def beside(self, values: Floats) -> Observations:
        """Return what trials that have not been told show, on the scale of these.

        Args:
            values: at each stage, ``(k, stages)``, NaN where nothing is known.
        """
        trial, stage, excess = _excesses(values, self.usual)
        order = np.argsort(self.excess, kind="stable")
        score = np.interp(excess, self.excess[order], self.score[order])
        return Observations(trial, stage, excess, score, self.usual)


def observe(told: Sequence[FrozenTrial], rungs: Sequence[int], sign: int = 1) -> Observations:
    """Read what trials have shown at every rung they came to.

    A stage's value is the mean over its last third of epochs, which is less noisy than the last one, compared with what
    is usual at that stage; a trial that was lost is the worst at the rung it did not reach. Ranks make targets of them,
    so that the best differ as much as the worst do.

    Args:
        told: finished trials, at least one.
        rungs: epochs at which trials may stop, ascending; the last is the end.
        sign: -1 where more is better, else 1.
    """
    values = np.array([_stages(trial, rungs, sign) for trial in told])
    usual = _usual(values)
    trial, stage, excess = _excesses(values, usual)
    return Observations(trial, stage, excess, _normal_scores(excess), usual)


def _excesses(values: Floats, usual: Floats) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Return trial, stage and excess of each value ``(k, stages)`` that is known."""
    trials, stages = np.nonzero(~np.isnan(values))
    last = len(usual) - 1
    progress = stages / last if last else np.ones(len(stages))
    return trials, progress, (values - usual)[trials, stages]


def _stages(trial: FrozenTrial, rungs: Sequence[int], sign: int) -> Floats:
    """Return how bad a trial was at each rung, ``(rungs,)``, NaN where nothing is known."""
    curve = trial.intermediate_values
    reached = max(curve, default=0)
    row = _levels(curve, rungs, sign)
    if trial.state == TrialState.COMPLETE and trial.value is not None:
        # One that stopped early has the value of its best epoch.
        row[-1] = sign * (_lately(curve, reached) if curve.get(reached) == trial.value else trial.value)
    elif curve and np.isnan(row).all():  # from a parent study with other rungs
        row[max(bisect_right(rungs, reached) - 1, 0)] = sign * _lately(curve, reached)
    elif not curve or trial.state == TrialState.FAIL or trial.user_attrs.get("outcome") == DIVERGED:
        row[min(bisect_right(rungs, reached), len(rungs) - 1)] = math.inf
    return row


def levels(curve: Sequence[float], rungs: Sequence[int], sign: int = 1) -> Floats:
    """Return how bad a trial that trains is at each rung, ``(rungs,)``, NaN at those it has not come to.

    Args:
        curve: its values by epoch, from the first.
        rungs: see :func:`observe`.
        sign: see there.
    """
    return _levels(dict(enumerate(curve, start=1)), rungs, sign)


def _levels(curve: Mapping[int, float], rungs: Sequence[int], sign: int) -> Floats:
    reached = max(curve, default=0)
    return np.array([sign * _lately(curve, rung) if rung <= reached else np.nan for rung in rungs])


def _lately(curve: Mapping[int, float], last: int) -> float:
    """Return the mean over the last third of the epochs until ``last``, of those that are known; NaN if none is."""
    third = range(last - max(1, last // 3) + 1, last + 1)
    known = [curve[epoch] for epoch in third if epoch in curve]
    return sum(known) / len(known) if known else math.nan


def _usual(values: Floats) -> Floats:
    """Return a level for each stage, ``(stages,)``: what is told apart from it does not depend on who was stopped."""
    usual = np.zeros(values.shape[1])
    for stage in range(1, values.shape[1]):
        both = np.isfinite(values[:, stage]) & np.isfinite(values[:, stage - 1])
        change = (values[both, stage] - values[both, stage - 1]).mean() if both.any() else 0.0
        usual[stage] = usual[stage - 1] + change
    return usual


def _normal_scores(values: Floats) -> Floats:
    """Return the normal quantiles of ranks, of mean 0 and variance 1 (0 where all are equal); ties share their mean."""
    _, where, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts + 1) / 2)[where]
    scores = normal_quantile((ranks + 0.5) / len(values))
    scores -= scores.mean()
    return scores / max(float(scores.std()), 1e-9)
