from __future__ import annotations

import optuna
import pytest

from nnsearch.data.load import load_data
from nnsearch.search.sampling import ask_cohort
from nnsearch.search.sight import Sight
from nnsearch.search.space import Space
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
