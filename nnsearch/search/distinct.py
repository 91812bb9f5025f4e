"""No configuration is trained twice where a space is small enough to be listed.

Imports Optuna at its top: imported only where a study runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from optuna import Study
from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler
from optuna.trial import FrozenTrial

from nnsearch.search.settings import Scalar
from nnsearch.search.space import Space

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


def _nearest(wanted: Scalar, allowed: Iterable[Scalar], choices: Sequence[Scalar] | None) -> Scalar:
    options = list(dict.fromkeys(allowed))
    if wanted in options:
        return wanted
    if choices is None:
        return min(options, key=lambda option: (abs(float(option) - float(wanted)), option))
    after = choices.index(wanted)
    return min(options, key=lambda option: (choices.index(option) - after) % len(choices))
