from __future__ import annotations

import optuna
import pytest
from optuna.trial import TrialState

from nnsearch.data.load import load_data
from nnsearch.search.asked import COHORT
from nnsearch.search.evolution import Evolution
from nnsearch.search.sampling import ask_cohort
from nnsearch.search.sight import Sight
from nnsearch.search.space import Space
from nnsearch.search.startup import EvenSpread
from nnsearch.search.study_file import parse_study
from nnsearch.training.examples import examples_from

pytest.importorskip("cmaes")
optuna.logging.set_verbosity(optuna.logging.WARNING)

TEXT = """
[data]
source = "moons"
samples = 100
[network]
hidden = [{ low = 4, high = 64 }]
keep_prob = { low = 0.5, high = 1.0 }
[training]
batch_size = { low = 16, high = 64, scale = "pow2" }
learning_rate = { low = 1e-4, high = 1e-1 }
beta1 = { low = 0.8, high = 0.99 }
[search]
cohort = 16
sampler = "cmaes"
"""


def search(cohorts, restart_at=None):
    """Minimize how far learning rate and keep_prob are from a place; return the trials' values."""
    spec = parse_study(TEXT, name="x")
    space, examples = Space(spec), examples_from(load_data(spec.data, None))
    storage = optuna.storages.InMemoryStorage()
    study = Sight(optuna.create_study(storage=storage, study_name="x"), 1)
    values = []
    for cohort in range(cohorts):
        if cohort == restart_at:
            study = Sight(optuna.load_study(study_name="x", storage=storage), 1)
        study.cohort = cohort
        for trial in ask_cohort(study, spec, space, examples, cohort):
            values.append(trial.values)
            study.tell(trial.number, distance(trial.values))
    return values


def distance(values):
    import math

    return abs(math.log10(values["learning_rate"]) + 2.5) + 4 * abs(values["keep_prob"] - 0.8)


def test_later_generations_are_nearer_to_the_best():
    found = [distance(values) for values in search(8)]
    first, last = sum(found[:16]) / 16, sum(found[-16:]) / 16
    assert last < first / 3


def test_a_strategy_rebuilt_from_the_storage_draws_the_same():
    assert search(4, restart_at=3) == search(4)


def test_a_trial_that_could_not_be_trained_is_the_last_of_its_generation():
    def mean(state):
        spec = parse_study(TEXT, name="x")
        space, study = Space(spec), optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=0))
        for cohort in range(3):
            for place in range(16):
                trial = study.ask()
                values = space.sample(trial)
                trial.set_user_attr(COHORT, cohort)
                if place:
                    study.tell(trial, distance(values))
                else:  # the same generation where it is told as the worst
                    study.tell(trial, **({"values": 99.0} if state is None else {"state": state}))
        strategy = Evolution(space, 16, 0, EvenSpread(spec, space))._rebuild(study)
        return strategy.generation, strategy._mean.tolist()

    assert mean(TrialState.FAIL) == mean(None)
    assert mean(TrialState.FAIL)[0] == 3
