"""Samplers that hand out values one hyperparameter at a time. Imports Optuna at its top: only where a study runs."""

from __future__ import annotations

from typing import Any

from optuna import Study
from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler
from optuna.trial import FrozenTrial


class OneByOne(BaseSampler):
    """Draws nothing jointly, so that Optuna asks :meth:`sample_independent` for every hyperparameter that acts."""

    def infer_relative_search_space(
        self,
        study: Study,  # noqa: ARG002 - Optuna's signature
        trial: FrozenTrial,  # noqa: ARG002
    ) -> dict[str, BaseDistribution]:
        """Return nothing."""
        return {}

    def sample_relative(
        self,
        study: Study,  # noqa: ARG002 - Optuna's signature
        trial: FrozenTrial,  # noqa: ARG002
        search_space: dict[str, BaseDistribution],  # noqa: ARG002
    ) -> dict[str, Any]:  # Optuna's values
        """Return nothing."""
        return {}
