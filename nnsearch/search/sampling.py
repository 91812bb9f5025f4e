"""Asking a cohort: a fresh sampler per cohort, seeded from (study seed, cohort), and a composition that stacks well.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import optuna
from optuna.exceptions import ExperimentalWarning
from optuna.samplers import BaseSampler, PartialFixedSampler, RandomSampler, TPESampler

from nnsearch.core.seeds import seed_sequence
from nnsearch.search.asked import COHORT, CONTAINER, HIDDEN, VALUES, Asked
from nnsearch.search.containers import assign_containers
from nnsearch.search.settings import Scalar
from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec
from nnsearch.training.examples import Examples


def _tpe(seed: int) -> BaseSampler:
    # A third of the default's candidates: asking gets twice as fast and, in cohorts, no worse (docs/benchmarks.md).
    return TPESampler(seed=seed, n_ei_candidates=8)


def _random(seed: int) -> BaseSampler:
    return RandomSampler(seed=seed)


SAMPLERS: dict[str, Callable[[int], BaseSampler]] = {"tpe": _tpe, "random": _random}
"""Samplers by their name in a study file, made from a seed."""


def _partly_fixed(fixed: dict[str, Any], sampler: BaseSampler) -> BaseSampler:
    # Optuna has called it experimental since 2.4; our pinned range of versions makes the notice no news to a user.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)
        return PartialFixedSampler(fixed, sampler)


def make_sampler(name: str, seed: int, cohort: int) -> BaseSampler:
    """Make the sampler of one cohort.

    Args:
        name: a key of :data:`SAMPLERS`.
        seed: the study's.
        cohort: its number.
    """
    state = seed_sequence(seed, "sampler", cohort).generate_state(1, np.uint32)
    return SAMPLERS[name](int(state[0]))


def ask_cohort(
    study: optuna.Study,
    spec: StudySpec,
    space: Space,
    examples: Examples,
    cohort: int,
    sampler_name: str | None = None,
) -> list[Asked]:
    """Ask the trials of one cohort.

    The first of every ``group`` trials is sampled freely; the others share its structure (what a population must
    agree on) and are free in everything else, widths included.

    Args:
        study: over the ledger's storage; earlier cohorts are told.
        spec: the study.
        space: its space.
        examples: their sizes decide the containers.
        cohort: its number.
        sampler_name: instead of the study's own.

    Returns:
        The trials in order, with values and container recorded as user attributes (not yet committed).
    """
    sampler = make_sampler(sampler_name or spec.search.sampler, spec.search.seed, cohort)
    structural = space.structural
    trials: list[optuna.Trial] = []
    drawn: list[dict[str, Scalar]] = []
    for place in range(spec.search.cohort):
        leader = place - place % spec.search.group
        study.sampler = (
            _partly_fixed(space.fixed_for(trials[leader].params, structural), sampler)
            if structural and leader != place
            else sampler
        )
        trial = study.ask()
        drawn.append(space.sample(trial))
        trials.append(trial)
    members = [space.hyperparameters(values, output=examples.output) for values in drawn]
    containers = assign_containers(
        members, n_x=examples.n_x, n_y=examples.n_y, m=examples.m, m_dev=examples.X_dev.shape[0]
    )
    for trial, values, member, container in zip(trials, drawn, members, containers, strict=True):
        trial.set_user_attr(COHORT, cohort)
        trial.set_user_attr(VALUES, values)
        trial.set_user_attr(HIDDEN, list(member.hidden))
        trial.set_user_attr(CONTAINER, list(container))
    return [
        Asked(trial.number, cohort, values, member, container)
        for trial, values, member, container in zip(trials, drawn, members, containers, strict=True)
    ]
