"""Asking a cohort: a fresh sampler per cohort, seeded from (study seed, cohort), and a composition that stacks well.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

import optuna
from optuna.exceptions import ExperimentalWarning
from optuna.samplers import BaseSampler, GPSampler, PartialFixedSampler, RandomSampler

from nnsearch.core.seeds import derived_seed
from nnsearch.search.asked import COHORT, CONTAINER, HIDDEN, VALUES, Asked
from nnsearch.search.cohort_tpe import CohortTPE
from nnsearch.search.containers import assign_containers
from nnsearch.search.distinct import Configuration, Distinct, Redrawn, configuration, fresh_configurations, is_discrete
from nnsearch.search.evolution import Evolution
from nnsearch.search.settings import Scalar
from nnsearch.search.sight import CARRIED
from nnsearch.search.space import Space
from nnsearch.search.startup import ENOUGH_TO_LEARN, EvenSpread, SpreadFirst
from nnsearch.search.study_file import StudySpec
from nnsearch.training.examples import Examples

Maker = Callable[[StudySpec, Space, int, EvenSpread], BaseSampler]
"""Makes a cohort's sampler of the study, its space, the cohort's seed and an even spread."""


def _tpe(spec: StudySpec, space: Space, seed: int, spread: EvenSpread) -> BaseSampler:  # noqa: ARG001 - all are made alike
    return SpreadFirst(spread, CohortTPE(seed=seed, n_startup_trials=ENOUGH_TO_LEARN))


def _random(spec: StudySpec, space: Space, seed: int, spread: EvenSpread) -> BaseSampler:  # noqa: ARG001 - all are made alike
    return RandomSampler(seed=seed)


def _qmc(spec: StudySpec, space: Space, seed: int, spread: EvenSpread) -> BaseSampler:  # noqa: ARG001 - all are made alike
    return spread


def _cmaes(spec: StudySpec, space: Space, seed: int, spread: EvenSpread) -> BaseSampler:
    return SpreadFirst(spread, Evolution(space, spec.search.cohort, seed, spread))


def _gp(spec: StudySpec, space: Space, seed: int, spread: EvenSpread) -> BaseSampler:  # noqa: ARG001 - all are made alike
    # How many threads add up decides the last bits, and by default that is how many cores a machine has.
    import_module("torch").set_num_threads(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)  # as below
        return GPSampler(
            seed=seed, independent_sampler=spread, n_startup_trials=ENOUGH_TO_LEARN, warn_independent_sampling=False
        )


SAMPLERS: dict[str, Maker] = {"tpe": _tpe, "qmc": _qmc, "random": _random, "cmaes": _cmaes, "gp": _gp}
"""Samplers by their name in a study file."""

MOST_SEEN = {"tpe": 250, "gp": 200}
"""By sampler: how many finished trials it is shown, so that asking costs the same however long a study is.

TPE takes a tenth of the trials, 25 at most, for the good ones: with 250 these are the same as with all. The Gaussian
process fits the complete ones among them only, so with halving the best half and few of the newest half; besides, it
keeps away from the trials that run.
"""


def _partly_fixed(fixed: dict[str, Any], sampler: BaseSampler) -> BaseSampler:
    # Optuna has called it experimental since 2.4; our pinned range of versions makes the notice no news to a user.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)
        return PartialFixedSampler(fixed, sampler)


def make_sampler(spec: StudySpec, space: Space, cohort: int, name: str | None = None) -> BaseSampler:
    """Make the sampler of one cohort.

    Args:
        spec: the study; its seed is the sampler's, together with the cohort's number.
        space: its space.
        cohort: its number.
        name: a key of :data:`SAMPLERS`, instead of the study's own.
    """
    # A child study trains with its parent's draws, so that their errors compare, but samples with its own.
    purpose = "sampler" if spec.search.parent is None else f"sampler below {spec.search.parent}"
    seed = derived_seed(spec.search.seed, purpose, cohort)
    return SAMPLERS[name or spec.search.sampler](spec, space, seed, EvenSpread(spec, space))


def _configurations_of(study: optuna.Study, space: Space) -> set[Configuration]:
    """Return what the study's trials have tried; nothing where that is of no use."""
    if not is_discrete(space):
        return set()
    trials = [trial for trial in study.get_trials(deepcopy=False) if trial.number != CARRIED]
    return {configuration(trial.user_attrs[VALUES]) for trial in trials}


def _without_repeats(
    sampler: BaseSampler, space: Space, shared: dict[str, Any], seen: set[Configuration]
) -> BaseSampler:
    fixed = _partly_fixed(shared, sampler) if shared else sampler
    fresh = fresh_configurations(space, seen)
    if fresh is None:
        return Redrawn(fixed, space, shared, seen) if is_discrete(space) else fixed
    if not fresh:
        return fixed
    true = space.true_values(shared)
    alike = [values for values in fresh if all(values.get(name) == value for name, value in true.items())]
    return Distinct(fixed, space, alike) if alike else Distinct(sampler, space, fresh)


def ask_cohort(
    study: optuna.Study,
    spec: StudySpec,
    space: Space,
    examples: Examples,
    cohort: int,
    sampler_name: str | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> list[Asked]:
    """Ask the trials of one cohort.

    The first of every ``group`` trials is sampled freely; the others share its structure (what a population must
    agree on) and are free in everything else, widths included. Where the space is small enough to be listed, no trial
    repeats an earlier one as long as there is another; a group whose structure is used up takes another structure. In
    a larger space without a continuum repetitions are drawn again.

    Args:
        study: over the ledger's storage; earlier cohorts are told.
        spec: the study.
        space: its space.
        examples: their sizes decide the containers.
        cohort: its number.
        sampler_name: instead of the study's own.
        meanwhile: called after each trial, for what cannot wait until all are asked; it tells the study nothing.

    Returns:
        The trials in order, with values and container recorded as user attributes (not yet committed).
    """
    sampler = make_sampler(spec, space, cohort, sampler_name)
    seen = _configurations_of(study, space)
    trials: list[optuna.Trial] = []
    drawn: list[dict[str, Scalar]] = []
    for place in range(spec.search.cohort):
        leader = place - place % spec.search.group
        shared = space.fixed_for(trials[leader].params, space.structural) if leader != place else {}
        study.sampler = _without_repeats(sampler, space, shared, seen)
        trial = study.ask()
        drawn.append(space.sample(trial))
        trials.append(trial)
        seen.add(configuration(drawn[-1]))
        if meanwhile is not None:
            meanwhile()
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
