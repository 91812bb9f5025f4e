"""Asking a cohort: a fresh sampler per cohort, seeded from (study seed, cohort), and a composition that stacks well.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import optuna
from optuna.exceptions import ExperimentalWarning
from optuna.samplers import BaseSampler, PartialFixedSampler, RandomSampler
from optuna.study import StudyDirection
from optuna.trial import TrialState

from nnsearch.core.seeds import derived_seed
from nnsearch.search.asked import COHORT, CONTAINER, HIDDEN, VALUES, Asked
from nnsearch.search.cohort_gp import CohortGP
from nnsearch.search.cohort_tpe import CohortTPE
from nnsearch.search.containers import assign_containers, seconds_alone
from nnsearch.search.distinct import Configuration, Distinct, Redrawn, configuration, fresh_configurations, is_discrete
from nnsearch.search.evolution import Evolution
from nnsearch.search.policies import JUDGING, plan_of
from nnsearch.search.prospects import LEAST_TOLD, Prospects
from nnsearch.search.settings import Scalar
from nnsearch.search.sight import CARRIED, Sight
from nnsearch.search.space import Space
from nnsearch.search.startup import ENOUGH_TO_LEARN, FINISHED, EvenSpread, SpreadFirst
from nnsearch.search.study_file import StudySpec
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters


@dataclass(frozen=True, eq=False)
class Turn:
    """What a cohort's sampler is made of.

    Args:
        spec: the study.
        space: its space.
        seed: of the cohort's draws.
        prospects: what the cohort knows.
        spread: an even spread.
    """

    spec: StudySpec
    space: Space
    seed: int
    prospects: Prospects
    spread: EvenSpread


def _tpe(turn: Turn) -> BaseSampler:
    return SpreadFirst(turn.spread, CohortTPE(seed=turn.seed, n_startup_trials=ENOUGH_TO_LEARN))


def _random(turn: Turn) -> BaseSampler:
    return RandomSampler(seed=turn.seed)


def _qmc(turn: Turn) -> BaseSampler:
    return turn.spread


def _cmaes(turn: Turn) -> BaseSampler:
    return SpreadFirst(turn.spread, Evolution(turn.space, turn.spec.search.cohort, turn.seed, turn.spread))


def _gp(turn: Turn) -> BaseSampler:
    if not turn.space.dimensions:  # nothing to learn of
        return turn.spread
    learner = CohortGP(turn.spec, turn.space, turn.seed, turn.spread, turn.prospects)
    return SpreadFirst(turn.spread, learner, LEAST_TOLD)


SAMPLERS: dict[str, Callable[[Turn], BaseSampler]] = {
    "tpe": _tpe,
    "qmc": _qmc,
    "random": _random,
    "cmaes": _cmaes,
    "gp": _gp,
}
"""Samplers by their name in a study file."""

MOST_SEEN = {"tpe": 250, "gp": 150}
"""By sampler: how many finished trials it is shown, so that asking costs the same however long a study is.

TPE takes a tenth of the trials, 25 at most, for the good ones: with 250 these are the same as with all. The Gaussian
process has up to a few observations of each, and what it costs grows with the third power of their number.
"""

PART_SECONDS = 0.02
"""Estimated training of trials that go to the workers without waiting for the rest of their cohort: a few times what
asking the next ones takes. Smaller networks train faster if more of them are stacked.
"""


def _partly_fixed(fixed: dict[str, Any], sampler: BaseSampler) -> BaseSampler:
    # Optuna has called it experimental since 2.4; our pinned range of versions makes the notice no news to a user.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)
        return PartialFixedSampler(fixed, sampler)


def make_sampler(
    spec: StudySpec, space: Space, cohort: int, prospects: Prospects, name: str | None = None
) -> BaseSampler:
    """Make the sampler of one cohort.

    Args:
        spec: the study; its seed is the sampler's, together with the cohort's number.
        space: its space.
        cohort: its number.
        prospects: what it knows.
        name: a key of :data:`SAMPLERS`, instead of the study's own.
    """
    # A child study trains with its parent's draws, so that their errors compare, but samples with its own.
    purpose = "sampler" if spec.search.parent is None else f"sampler below {spec.search.parent}"
    seed = derived_seed(spec.search.seed, purpose, cohort)
    return SAMPLERS[name or spec.search.sampler](Turn(spec, space, seed, prospects, EvenSpread(spec, space)))


def prospects_of(study: optuna.Study, spec: StudySpec, space: Space, cohort: int) -> Prospects:
    """Return what a cohort can know; nothing is learned before it is asked.

    Args:
        study: what its cohort sees, see :class:`nnsearch.search.sight.Sight`; of another one all that has been told.
        spec: the study.
        space: its space.
        cohort: its number.
    """
    sign = -1 if study.direction == StudyDirection.MAXIMIZE else 1
    finished = (*FINISHED, TrialState.FAIL)
    of_all = partial(study.get_trials, deepcopy=False, states=finished)
    told = partial(study.seen_by, cohort) if isinstance(study, Sight) else of_all
    return Prospects(spec, space, cohort, told, sign)


def judging_prospects(study: optuna.Study, spec: StudySpec, space: Space, cohort: int) -> Prospects | None:
    """Return what has a say at a cohort's rungs, see :func:`prospects_of`; ``None`` if the sampler models no rungs."""
    judging = spec.search.sampler in JUDGING and space.dimensions
    return prospects_of(study, spec, space, cohort) if judging else None


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


def ask_in_parts(
    study: optuna.Study,
    spec: StudySpec,
    space: Space,
    examples: Examples,
    cohort: int,
    prospects: Prospects | None = None,
    meanwhile: Callable[[], None] | None = None,
    sampler_name: str | None = None,
) -> Iterator[list[Asked]]:
    """Ask the trials of one cohort, part by part.

    The first of every ``group`` trials is sampled freely; the others share its structure (what a population must
    agree on) and are free in everything else, widths included. Where the space is small enough to be listed, no trial
    repeats an earlier one as long as there is another; a group whose structure is used up takes another structure. In
    a larger space without a continuum repetitions are drawn again.

    A part is so many groups as train for a while (:data:`PART_SECONDS`), by estimate: workers need not wait for the
    others. A container is chosen among the trials of one part.

    Args:
        study: over the ledger's storage; it sees what this cohort may see.
        spec: the study.
        space: its space.
        examples: their sizes decide parts and containers.
        cohort: its number.
        prospects: what the cohort knows; by default :func:`prospects_of` says.
        meanwhile: called after each trial, for what cannot wait until all are asked; it tells the study nothing.
        sampler_name: instead of the study's own.

    Yields:
        Trials in order, with values and container recorded as user attributes (not yet committed).
    """
    sampler = make_sampler(spec, space, cohort, prospects or prospects_of(study, spec, space, cohort), sampler_name)
    seen = _configurations_of(study, space)
    part = _Part(spec, space, examples, cohort)
    leaders = range(0, spec.search.cohort, spec.search.group)
    for leader in leaders:
        shared: dict[str, Any] = {}
        for _ in range(leader, min(leader + spec.search.group, spec.search.cohort)):
            study.sampler = _without_repeats(sampler, space, shared, seen)
            trial = study.ask()
            values = space.sample(trial)
            part.add(trial, values)
            seen.add(configuration(values))
            if not shared:
                shared = space.fixed_for(trial.params, space.structural)
            if meanwhile is not None:
                meanwhile()
        if part.long_enough or leader == leaders[-1]:
            yield part.close()


def ask_cohort(
    study: optuna.Study,
    spec: StudySpec,
    space: Space,
    examples: Examples,
    cohort: int,
    sampler_name: str | None = None,
) -> list[Asked]:
    """Ask the trials of one cohort, see :func:`ask_in_parts`, and return all of them."""
    parts = ask_in_parts(study, spec, space, examples, cohort, sampler_name=sampler_name)
    return [asked for part in parts for asked in part]


class _Part:
    """Trials of a cohort that have been drawn and wait for a container.

    Args:
        spec: the study.
        space: its space.
        examples: the data.
        cohort: the cohort's number.
    """

    def __init__(self, spec: StudySpec, space: Space, examples: Examples, cohort: int) -> None:
        self._space, self._examples, self._cohort = space, examples, cohort
        self._epochs = plan_of(spec.search, spec.training.epochs, cohort).rungs[0]
        self._drawn: list[tuple[optuna.Trial, dict[str, Scalar], Hyperparameters]] = []
        self._seconds = 0.0

    def add(self, trial: optuna.Trial, values: dict[str, Scalar]) -> None:
        """Take in a trial with its true values."""
        member = self._space.hyperparameters(values, output=self._examples.output)
        self._drawn.append((trial, values, member))
        self._seconds += self._epochs * seconds_alone(member, self._examples)

    @property
    def long_enough(self) -> bool:
        """Whether its first rung takes long enough to be trained by itself."""
        return self._seconds >= PART_SECONDS

    def close(self) -> list[Asked]:
        """Choose containers and note everything with the trials; what is drawn from now on is the next part."""
        drawn, self._drawn, self._seconds = self._drawn, [], 0.0
        containers = assign_containers([member for _, _, member in drawn], self._examples)
        asked = []
        for (trial, values, member), container in zip(drawn, containers, strict=True):
            trial.set_user_attr(COHORT, self._cohort)
            trial.set_user_attr(VALUES, values)
            trial.set_user_attr(HIDDEN, list(member.hidden))
            trial.set_user_attr(CONTAINER, list(container))
            asked.append(Asked(trial.number, self._cohort, values, member, container))
        return asked
