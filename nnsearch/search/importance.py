"""How much each hyperparameter mattered in a study. Imports Optuna inside the function: asked for by reports only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nnsearch.search.ranking import place
from nnsearch.search.records import TrialRecord
from nnsearch.training.objectives import OBJECTIVES

if TYPE_CHECKING:
    import optuna

    from nnsearch.search.study import Study

LEAST_TRIALS = 20
"""Fewer finished trials tell nothing: the best tenth of them would be a single one."""
CAVEAT = (
    "PED-ANOVA (Watanabe et al., 2023) compares where the best tenth of the trials lies with where all trials lie, one "
    "hyperparameter at a time: what matters only together with another is not seen, and one whose range is narrow, or "
    "holds good values only, looks unimportant. Trials that were stopped count as worse than those that were trained "
    "longer. Hyperparameters that do not act in every trial are left out."
)
"""What a reader of the numbers has to know."""


def importances(study: Study) -> dict[str, float]:
    """Measure how much each hyperparameter mattered for being among the best trials: PED-ANOVA.

    The method looks only at the trials' order, so trials that were stopped at a rung take part: behind all that went
    further, ordered among themselves by what they measured last. Values are compared on the scale they were sampled on.

    Args:
        study: read from its ledger.

    Returns:
        Shares by study-file name that add up to 1, the greatest first; hyperparameters that act in every trial only.
        Empty if there are too few trials or nothing to compare.
    """
    import optuna
    from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances

    from nnsearch.search.quiet_optuna import quiet_optuna

    key = partial(place, objective=OBJECTIVES[study.meta["metric"]])
    order = sorted((r for r in study.records if r.state in ("COMPLETE", "PRUNED") and r.params), key=key)
    if len(order) < LEAST_TRIALS:
        return {}
    with quiet_optuna():
        stock = optuna.create_study(direction="minimize")
        for rank, record in enumerate(order):
            stock.add_trial(_ranked(record, float(rank)))
        if not (names := _in_every_trial(order)):
            return {}
        found = get_param_importances(stock, evaluator=PedAnovaImportanceEvaluator(), params=names)
    total = sum(found.values())
    return {name.removeprefix("1-"): value / total for name, value in found.items()} if total > 0 else {}


def _ranked(record: TrialRecord, rank: float) -> optuna.trial.FrozenTrial:
    from optuna.distributions import json_to_distribution
    from optuna.trial import create_trial

    distributions = {name: json_to_distribution(text) for name, text in record.distributions.items()}
    return create_trial(value=rank, params=record.param_values, distributions=distributions)


def _in_every_trial(records: list[TrialRecord]) -> list[str]:
    first = records[0].params
    return [name for name in first if all(name in record.params for record in records)]
