"""No configuration is trained twice where there is no continuum to draw from and another one is left.

A space that is small enough to be listed is used up one by one. In a larger one of whole numbers and choices, a model
that has found a good region goes on drawing what it has seen: there it draws again, or moves aside.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from optuna import Study
from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler
from optuna.trial import FrozenTrial

from nnsearch.search.dimension import Dimension
from nnsearch.search.one_by_one import OneByOne
from nnsearch.search.settings import Scalar
from nnsearch.search.space import Space

DRAWS = 4
"""How often :class:`Redrawn` draws for a trial before it moves aside."""

Configuration = tuple[tuple[str, Scalar], ...]
"""Names and true values, in the space's order."""


def configuration(values: Mapping[str, Scalar]) -> Configuration:
    """Return a trial's values in a form that can be looked up."""
    return tuple(values.items())


def fresh_configurations(space: Space, seen: Collection[Configuration]) -> list[dict[str, Scalar]] | None:
    """List what no trial has tried.

    Args:
        space: the study's.
        seen: what trials have tried.

    Returns:
        Values by name; ``None`` if the space is too large to be listed.
    """
    if space.configurations is None:
        return None
    return [values for values in space.configurations if configuration(values) not in seen]


def is_discrete(space: Space) -> bool:
    """Whether every hyperparameter has a finite number of values."""
    return all(dimension.values is not None for dimension in space.dimensions)


class Redrawn(OneByOne):
    """Lets a sampler draw again where its draw would repeat a trial; if that does not help, moves aside.

    A trial is drawn as a whole before Optuna asks for its first hyperparameter, in the order in which it would ask:
    what the sampler draws together (CMA-ES, the Gaussian process) as well as what it draws one by one (TPE, or
    what acts in some trials only).

    Args:
        proposer: the sampler.
        space: its hyperparameters.
        shared: Optuna parameters that are held fixed.
        seen: what trials have tried.
    """

    def __init__(
        self, proposer: BaseSampler, space: Space, shared: Mapping[str, Any], seen: Collection[Configuration]
    ) -> None:
        self._proposer, self._space, self._shared, self._seen = proposer, space, shared, seen
        self._drawn: dict[str, Any] = {}

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:
        """Return nothing: the trial is drawn here as a whole, and handed out one by one."""
        together = self._proposer.infer_relative_search_space(study, trial)
        values: dict[str, Scalar] = {}
        for _ in range(DRAWS):
            values = self._draw(study, trial, together)
            if configuration(values) not in self._seen:
                return {}
        moved = self._beside(values, trial.number)
        for dimension in self._space.dimensions:
            if dimension.name in moved and moved[dimension.name] != values.get(dimension.name):
                self._drawn[dimension.internal_name] = dimension.internal_value(moved[dimension.name])
        return {}

    def _draw(self, study: Study, trial: FrozenTrial, together: dict[str, BaseDistribution]) -> dict[str, Scalar]:
        """Draw what acts, and return the true values."""
        relative = self._proposer.sample_relative(study, trial, together)
        self._drawn = {}
        values: dict[str, Scalar] = {}
        for dimension in self._space.dimensions:
            if not self._space.is_active(dimension, values):
                continue
            name, limits = dimension.internal_name, dimension.internal_distribution()
            if limits.single():  # Optuna asks no sampler for what has one value
                self._drawn[name] = dimension.internal_value((dimension.values or ())[0])
            elif name in relative:
                self._drawn[name] = relative[name]
            else:
                self._drawn[name] = self._proposer.sample_independent(study, trial, name, limits)
            values[dimension.name] = dimension.true_value(self._drawn[name])
        return values

    def _beside(self, begin: dict[str, Scalar], first: int) -> dict[str, Scalar]:
        """Go from a draw to a configuration near it that is new; trials begin with different steps.

        What is shared stays, unless everything that shares it has been tried.
        """
        acting = [dimension for dimension in self._space.dimensions if dimension.name in begin]
        for movable in ([d for d in acting if d.internal_name not in self._shared], [*self._space.dimensions]):
            turned = [movable[(first + place) % len(movable)] for place in range(len(movable))]
            queue, known = deque([begin]), {configuration(begin)}
            while queue:
                for there in map(self._completed, _neighbors(queue.popleft(), turned)):
                    key = configuration(there)
                    if key not in self._seen:
                        return there
                    if key not in known:
                        known.add(key)
                        queue.append(there)
        return begin

    def _completed(self, values: dict[str, Scalar]) -> dict[str, Scalar]:
        """Leave out what does not act beside these values, and add what does, at the middle of its range."""
        found: dict[str, Scalar] = {}
        for dimension in self._space.dimensions:
            if self._space.is_active(dimension, found):
                options = dimension.values or ()
                found[dimension.name] = values.get(dimension.name, options[len(options) // 2])
        return found

    def sample_independent(
        self,
        study: Study,  # noqa: ARG002 - Optuna's signature
        trial: FrozenTrial,  # noqa: ARG002
        param_name: str,
        param_distribution: BaseDistribution,  # noqa: ARG002
    ) -> Any:  # Optuna's values
        """Return what has been drawn."""
        return self._drawn[param_name]

    def before_trial(self, study: Study, trial: FrozenTrial) -> None:
        """See Optuna."""
        self._proposer.before_trial(study, trial)


class Distinct(OneByOne):
    """Lets a sampler propose, and moves a proposal that would repeat a trial to the nearest one that would not.

    Args:
        proposer: the sampler.
        space: its hyperparameters.
        fresh: configurations to choose among, at least one.
    """

    def __init__(self, proposer: BaseSampler, space: Space, fresh: Sequence[Mapping[str, Scalar]]) -> None:
        self._proposer = proposer
        self._dimensions = {dimension.internal_name: dimension for dimension in space.dimensions}
        self._left = list(fresh)
        self._relative: dict[str, Any] = {}

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:
        """Return nothing: what the proposer proposes for several at once is kept for one after the other."""
        together = self._proposer.infer_relative_search_space(study, trial)
        self._relative = self._proposer.sample_relative(study, trial, together)
        return {}

    def sample_independent(
        self, study: Study, trial: FrozenTrial, param_name: str, param_distribution: BaseDistribution
    ) -> Any:  # Optuna's values
        """Return the proposed value, or the nearest one that leads to an untried configuration."""
        proposed = self._relative.get(param_name)
        if proposed is None:
            proposed = self._proposer.sample_independent(study, trial, param_name, param_distribution)
        dimension = self._dimensions[param_name]
        name, wanted = dimension.name, dimension.true_value(proposed)
        chosen = _nearest(wanted, [values[name] for values in self._left if name in values], dimension.choices)
        self._left = [values for values in self._left if values.get(name) == chosen]
        return proposed if chosen == wanted else dimension.internal_value(chosen)

    def before_trial(self, study: Study, trial: FrozenTrial) -> None:
        """See Optuna."""
        self._proposer.before_trial(study, trial)


def _neighbors(values: dict[str, Scalar], movable: Iterable[Dimension]) -> Iterator[dict[str, Scalar]]:
    """Yield the configurations in which one value is the next or the previous one."""
    for dimension in movable:
        if dimension.name not in values:
            continue
        options = dimension.values or ()
        here = options.index(values[dimension.name])
        for there in (here - 1, here + 1):
            if 0 <= there < len(options):
                yield {**values, dimension.name: options[there]}


def _nearest(wanted: Scalar, allowed: Iterable[Scalar], choices: Sequence[Scalar] | None) -> Scalar:
    options = list(dict.fromkeys(allowed))
    if wanted in options:
        return wanted
    if choices is None:
        return min(options, key=lambda option: (abs(float(option) - float(wanted)), option))
    after = choices.index(wanted)
    return min(options, key=lambda option: (choices.index(option) - after) % len(choices))
