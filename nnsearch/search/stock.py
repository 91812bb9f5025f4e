"""A study as stock Optuna would hold it. Imports Optuna at its top: imported only where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import optuna
from optuna.study import StudyDirection
from optuna.trial import TrialState, create_trial

from nnsearch.search.asked import HALFWAY, VALUES
from nnsearch.search.begun import begun
from nnsearch.search.quiet_optuna import quiet_optuna
from nnsearch.search.space import Space
from nnsearch.training.objectives import OBJECTIVES

if TYPE_CHECKING:
    from nnsearch.search.study import Study

NOT_SHOWN = (VALUES, HALFWAY)
"""User attributes that say nothing more: parameters are the true values already, and how a trial ended is known."""


def stock_study(study: Study) -> optuna.Study:
    """Rebuild a study in memory.

    The ledger's journal holds what the sampler drew (floats, ``1-beta1``); here are the values that were meant.

    Args:
        study: read from its ledger.

    Returns:
        A study of the same name with every trial that has been told.
    """
    space = Space(begun(study.meta, study.paths))
    direction = StudyDirection.MAXIMIZE if OBJECTIVES[study.meta["metric"]].maximize else StudyDirection.MINIMIZE
    with quiet_optuna():
        stock = optuna.create_study(study_name=study.name, direction=direction)
    distributions = {dimension.name: space.true_distribution(dimension.name) for dimension in space.dimensions}
    for record in study.records:
        if not record.finished:
            continue
        params = study.params(record)
        trial = create_trial(
            state=TrialState[record.state],
            value=record.value,
            params=params,
            distributions={name: distributions[name] for name in params},
            user_attrs={name: value for name, value in record.user_attrs.items() if name not in NOT_SHOWN},
            intermediate_values=record.intermediate,
        )
        trial.datetime_start, trial.datetime_complete = record.start, record.complete
        stock.add_trial(trial)
    return stock
