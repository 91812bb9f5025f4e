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


class Redrawn(BaseSampler):
    """Lets a sampler draw again where its draw would repeat a trial; if that does not help, moves aside.

    Only what is drawn together is looked at: hyperparameters drawn one by one, such as those that act in some trials
    only, may still repeat.

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

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:
        """See Optuna."""
        return self._proposer.infer_relative_search_space(study, trial)

    def sample_relative(
        self, study: Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]
    ) -> dict[str, Any]:  # Optuna's values
        """Return the first draw that is new, or what lies beside the last one."""
        drawn: dict[str, Any] = {}
        for _ in range(DRAWS):
            drawn = self._proposer.sample_relative(study, trial, search_space)
            if configuration(self._space.true_values({**self._shared, **drawn})) not in self._seen:
                return drawn
        return self._beside(drawn, trial.number)

    def _beside(self, drawn: dict[str, Any], first: int) -> dict[str, Any]:
        """Go from a draw to the nearest configuration that is new, step by step; trials begin with different steps."""
        begin = self._space.true_values({**self._shared, **drawn})
        movable = [dimension for dimension in self._space.dimensions if dimension.internal_name in drawn]
        movable = [movable[(first + place) % len(movable)] for place in range(len(movable))]
        queue, known = deque([begin]), {configuration(begin)}
        while queue:
            for there in _neighbors(queue.popleft(), movable):
                key = configuration(there)
                if key not in self._seen:
                    moved = [dimension for dimension in movable if there[dimension.name] != begin[dimension.name]]
                    return {**drawn, **{d.internal_name: d.internal_value(there[d.name]) for d in moved}}
                if key not in known:
                    known.add(key)
                    queue.append(there)
        return drawn

    def sample_independent(
        self, study: Study, trial: FrozenTrial, param_name: str, param_distribution: BaseDistribution
    ) -> Any:  # Optuna's values
        """See Optuna."""
        return self._proposer.sample_independent(study, trial, param_name, param_distribution)

    def before_trial(self, study: Study, trial: FrozenTrial) -> None:
        """See Optuna."""
        self._proposer.before_trial(study, trial)


class Distinct(BaseSampler):
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

    def sample_relative(
        self,
        study: Study,  # noqa: ARG002 - Optuna's signature
        trial: FrozenTrial,  # noqa: ARG002
        search_space: dict[str, BaseDistribution],  # noqa: ARG002
    ) -> dict[str, Any]:  # Optuna's values
        """Return nothing."""
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
