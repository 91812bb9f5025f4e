from __future__ import annotations

import inspect

import numpy as np
import pytest

from nnsearch.core.errors import NNSearchError
from nnsearch.estimators import NetworkClassifier, ParameterError
from nnsearch.estimators.parameters import fit_settings, seed_from
from nnsearch.training.hyperparameters import HYPERPARAMETERS, Hyperparameters

DEFAULTS = NetworkClassifier().get_params()

BAD = [
    ("hidden", (64, 0), "hidden must be one integer >= 1 per hidden layer, such as (64, 32), got (64, 0)"),
    ("hidden", (8.0,), "hidden must be one integer >= 1 per hidden layer, such as (64, 32), got (8.0,)"),
    ("hidden", "64", "hidden must be one integer >= 1 per hidden layer, such as (64, 32), got '64'"),
    ("hidden", None, "hidden must be one integer >= 1 per hidden layer, such as (64, 32), got None"),
    ("activation", ("relu",), "activation must be one value, or one per hidden layer (2), got ('relu',)"),
    ("keep_prob", 1.2, "keep_prob must be a number in (0, 1], got 1.2"),
    ("keep_prob", (), "keep_prob must be one value, or one per hidden layer (2), got ()"),
    ("learning_rate", "fast", "learning_rate must be a number in (0, inf), got 'fast'"),
    ("learning_rate", True, "learning_rate must be a number in (0, inf), got True"),
    ("learning_rate", float("nan"), "learning_rate must be a number in (0, inf), got nan"),
    ("decay", 10**400, "decay must have a magnitude of at most 1.8e+308, got a greater one"),
    ("batch_size", 10**400, "batch_size must have a magnitude of at most 1.8e+308, got a greater one"),
    ("learning_rates", [(0, 10**400)], "learning_rates must have a magnitude of at most 1.8e+308, got a greater one"),
    ("beta1", 1.0, "beta1 must be a number in [0, 1), got 1.0"),
    ("batch_size", 32.5, "batch_size must be an integer in [1, inf), got 32.5"),
    ("batch_norm", 1, "batch_norm must be True or False, got 1"),
    ("epochs", 0, "epochs must be an integer in [1, inf), got 0"),
    ("validation_fraction", 1.0, "validation_fraction must be a number in (0, 1), got 1.0"),
    ("dtype", "float16", "dtype must be 'float32' or 'float64', got 'float16'"),
    ("dtype", "number", "dtype must be 'float32' or 'float64', got 'number'"),
    ("dtype", None, "dtype must be 'float32' or 'float64', got None"),
    ("learning_rates", 0.1, "learning_rates must be pairs (first epoch >= 0, rate > 0), got 0.1"),
    ("learning_rates", [(0, -1.0)], "learning_rates must be pairs (first epoch >= 0, rate > 0), got [(0, -1.0)]"),
]


def test_every_hyperparameter_of_the_trainer_but_those_of_pictures_is_a_parameter():
    own = {name for name, rule in HYPERPARAMETERS.items() if not rule.pictures}
    assert own | {"hidden", "learning_rates"} <= set(DEFAULTS)


def test_defaults_are_the_trainers_own_but_for_smaller_batches():
    expected = Hyperparameters(hidden=(64, 32), activation=("relu", "relu"), output="linear", batch_size=32)
    assert fit_settings(DEFAULTS).member == expected


def test_every_parameter_is_described():
    description = inspect.getdoc(NetworkClassifier.__init__)
    assert [name for name in DEFAULTS if f"{name}: " not in description] == []


@pytest.mark.parametrize(("name", "value", "line"), BAD, ids=[name for name, *_ in BAD])
def test_an_impossible_value_is_refused_with_its_rule(name, value, line):
    with pytest.raises(ParameterError) as refusal:
        fit_settings(DEFAULTS | {name: value})
    assert str(refusal.value) == line


def test_an_unknown_word_is_refused_with_the_nearest_valid_one():
    with pytest.raises(ParameterError, match="optimizer 'admm' is unknown: did you mean 'adam'"):
        fit_settings(DEFAULTS | {"optimizer": "admm"})


@pytest.mark.parametrize("kind", [ValueError, TypeError, NNSearchError])
def test_a_refusal_is_caught_as_scikit_learns_and_as_ours(kind):
    with pytest.raises(kind):
        NetworkClassifier(l2=-1).fit([[0.0], [1.0]], [0, 1])


def test_one_integer_is_one_hidden_layer():
    assert fit_settings(DEFAULTS | {"hidden": 8}).member.hidden == (8,)


def test_no_hidden_layer_needs_no_activation():
    member = fit_settings(DEFAULTS | {"hidden": (), "keep_prob": 0.5}).member
    assert (member.hidden, member.activation, member.keep_prob) == ((), (), ())


def test_each_hidden_layer_may_have_its_own_value():
    settings = fit_settings(DEFAULTS | {"activation": ["tanh", "relu"], "keep_prob": np.array([0.5, 0.8])})
    assert (settings.member.activation, settings.member.keep_prob) == (("tanh", "relu"), (0.5, 0.8))


def test_numpy_numbers_become_plain_ones():
    given = {"hidden": np.array([8, 4]), "batch_size": np.int64(16), "l2": np.float32(0.5), "batch_norm": np.True_}
    member = fit_settings(DEFAULTS | given).member
    values = (*member.hidden, member.batch_size, member.l2, member.batch_norm)
    assert [type(value) for value in values] == [int, int, int, float, bool]


def test_patience_counts_only_with_early_stopping():
    given = DEFAULTS | {"patience": 3}
    patience = [fit_settings(given | {"early_stopping": on}).member.patience for on in (False, True)]
    assert patience == [None, 3]


def test_a_manual_schedule_needs_its_rates():
    with pytest.raises(ParameterError, match="learning_rates belong to schedule='manual'"):
        fit_settings(DEFAULTS | {"schedule": "manual"})


def test_rates_need_the_manual_schedule():
    with pytest.raises(ParameterError, match="learning_rates belong to schedule='manual'"):
        fit_settings(DEFAULTS | {"learning_rates": [(0, 0.1)]})


def test_rates_out_of_order_are_refused():
    with pytest.raises(ParameterError, match="in the order of their epochs"):
        fit_settings(DEFAULTS | {"schedule": "manual", "learning_rates": [(5, 0.1), (0, 0.2)]})


def test_a_manual_schedule_is_taken():
    settings = fit_settings(DEFAULTS | {"schedule": "manual", "learning_rates": [[0, 0.1], [5, 1]]})
    assert settings.member.learning_rates == ((0, 0.1), (5, 1.0))


def test_an_integer_random_state_is_the_trainers_seed():
    assert seed_from(np.int64(7)) == 7


def test_a_random_state_object_gives_the_seeds_it_draws():
    first, second = (seed_from(np.random.RandomState(0)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("value", ["zero", -1, 0.5])
def test_other_random_states_are_refused(value):
    with pytest.raises(ParameterError, match="random_state must be an integer >= 0, a RandomState or None"):
        seed_from(value)
