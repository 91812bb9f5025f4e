"""Optuna's own TPE is the oracle: what is worked out once for a cohort must change no draw."""

from __future__ import annotations

import random
from typing import Any

import optuna
import pytest
from optuna.distributions import CategoricalDistribution, FloatDistribution
from optuna.samplers import TPESampler
from optuna.trial import FrozenTrial, TrialState, create_trial

from nnsearch.search.asked import COHORT
from nnsearch.search.cohort_tpe import CohortTPE
from nnsearch.search.quiet_optuna import quiet_optuna
from nnsearch.search.sight import CARRIED, Sight

SPACE = {
    "rate": FloatDistribution(1e-3, 1, log=True),
    "kind": CategoricalDistribution(("a", "b")),
    "share": FloatDistribution(0, 1),
}
STATES = (TrialState.COMPLETE, TrialState.PRUNED, TrialState.PRUNED, TrialState.FAIL)
COHORT_SIZE, TOLD = 8, 40


def _told(draw: random.Random, state: TrialState, number: int) -> FrozenTrial:
    params: dict[str, Any] = {"rate": draw.uniform(0.01, 0.9), "kind": draw.choice("ab")}
    if params["kind"] == "a":
        params["share"] = draw.random()
    return create_trial(
        state=state,
        value=draw.random() if state == TrialState.COMPLETE else None,
        params=params,
        distributions={name: SPACE[name] for name in params},
        user_attrs={COHORT: number // COHORT_SIZE},
        intermediate_values={1: draw.random()} if state == TrialState.PRUNED else {},
    )


def _ask(sampler: TPESampler, direction: str, in_flight: int) -> list[dict[str, Any]]:
    draw = random.Random(1)
    study = optuna.create_study(direction=direction)
    for number in range(TOLD):
        study.add_trial(_told(draw, draw.choice(STATES), number))
    carried = [_told(draw, TrialState.COMPLETE, 0) for _ in range(6)]
    for trial in carried:
        trial.number = CARRIED
    sight = Sight(study, in_flight, carried, most=20)
    sight.cohort = TOLD // COHORT_SIZE
    sight.sampler = sampler
    asked = []
    for _ in range(COHORT_SIZE):
        trial = sight.ask()
        trial.suggest_float("rate", 1e-3, 1, log=True)
        if trial.suggest_categorical("kind", ("a", "b")) == "a":
            trial.suggest_float("share", 0, 1)
        asked.append(trial.params)
    return asked


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
@pytest.mark.parametrize("in_flight", [1, 3])
def test_it_draws_what_optuna_draws(direction: str, in_flight: int) -> None:
    with quiet_optuna():
        ours = _ask(CohortTPE(seed=7, n_startup_trials=10), direction, in_flight)
        optunas = _ask(TPESampler(seed=7, n_startup_trials=10, multivariate=False), direction, in_flight)
    for own, other in zip(ours, optunas, strict=True):
        assert own["kind"] == other["kind"]
        assert [own[name] for name in own if name != "kind"] == pytest.approx(
            [other[name] for name in other if name != "kind"], rel=1e-9
        )
    assert len({tuple(params.items()) for params in ours}) == COHORT_SIZE
