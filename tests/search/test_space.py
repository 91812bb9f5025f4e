import math
from dataclasses import asdict

import numpy as np
import optuna
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

from nnsearch.core.errors import SettingsError
from nnsearch.search.conditions import CONDITIONS
from nnsearch.search.dimension import Dimension
from nnsearch.search.sections import default_setting
from nnsearch.search.settings import Range, can_be
from nnsearch.search.space import Space
from nnsearch.search.study_file import parse_study
from nnsearch.training.hyperparameters import HYPERPARAMETERS, UNITS

optuna.logging.set_verbosity(optuna.logging.WARNING)

WIDE = """
[network]
hidden = { layers = [0, 3], units = { low = 4, high = 64 } }
activation = { choices = ["relu", "tanh"] }
keep_prob = { low = 0.5, high = 1.0 }
batch_norm = { choices = [true, false] }
batch_norm_momentum = { low = 0.9, high = 0.99 }
[training]
batch_size = { choices = [32, 64] }
optimizer = { choices = ["gradient_descent", "momentum", "rmsprop", "adam"] }
learning_rate = { low = 1e-4, high = 1e-1 }
beta1 = { low = 0.9, high = 0.999 }
beta2 = 0.99
epsilon = { low = 1e-9, high = 1e-7 }
schedule = { choices = ["inverse_time", "cosine", "staircase", "manual"] }
learning_rates = [[0, 0.1], [5, 0.01]]
decay_every = { low = 2, high = 9 }
clip_norm = { choices = [false, 1.0] }
patience = 7
"""


def space(text=WIDE):
    return Space(parse_study(f'[data]\nsource = "digits"\n{text}', name="x"))


def sampled(where, count=60, seed=0):
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=seed))
    trials = [study.ask() for _ in range(count)]
    return [(trial, where.sample(trial)) for trial in trials]


def test_fixed_hyperparameters_are_no_dimensions():
    assert [dimension.name for dimension in space("[training]\nl2 = { low = 1, high = 2 }\n").dimensions] == ["l2"]


def test_a_dimension_says_what_it_is():
    (beta1,) = space("[training]\nbeta1 = { low = 0.9, high = 0.999 }\n").dimensions
    assert (beta1.kind, beta1.low, beta1.high, beta1.scale, beta1.choices) == ("float", 0.9, 0.999, "1-beta", None)
    (size,) = space("[training]\nbatch_size = { choices = [32, 64] }\n").dimensions
    assert (size.kind, size.low, size.high, size.scale, size.choices) == ("int", None, None, None, (32, 64))


def test_shape_is_decided_by_everything_but_the_widths():
    assert space().structural == ("layers", "activation", "batch_norm", "batch_size", "optimizer")


def test_activations_of_single_layers_are_structural():
    text = '[network]\nhidden = [4, { low = 2, high = 4 }]\nactivation = ["relu", { choices = ["relu", "tanh"] }]\n'
    assert space(text).structural == ("activation_2",)


def test_values_stay_inside_the_space():
    where = space()
    for _, values in sampled(where):
        assert all(can_be(where._dimensions[name].setting, value) for name, value in values.items())


def test_units_are_sampled_for_the_layers_there_are():
    for _, values in sampled(space()):
        units = [name for name in values if name.startswith("units_")]
        assert units == [f"units_{layer}" for layer in range(1, values["layers"] + 1)]


@pytest.mark.parametrize("name", ["beta1", "epsilon", "decay_every"])
def test_what_does_not_act_is_not_sampled(name):
    decider, beside = CONDITIONS[name]
    found = [(values[decider] in beside, name in values) for _, values in sampled(space())]
    assert set(found) == {(True, True), (False, False)}


def test_batch_norms_momentum_needs_batch_norm_and_a_hidden_layer():
    for _, values in sampled(space()):
        assert ("batch_norm_momentum" in values) == (values["layers"] > 0 and values["batch_norm"])


def test_ends_of_a_whole_number_range_are_as_likely_as_its_middle():
    layers = [values["layers"] for _, values in sampled(space("[network]\nhidden={layers=[1,3],units=4}\n"), 900)]
    assert all(abs(layers.count(value) - 300) < 75 for value in (1, 2, 3))


def test_momentum_is_spread_on_the_scale_of_one_minus_beta():
    where = space("[training]\nbeta1 = { low = 0.9, high = 0.999 }\n")
    exponents = [math.log10(1 - values["beta1"]) for _, values in sampled(where, 900)]
    counts, _ = np.histogram(exponents, bins=4, range=(-3, -1))
    assert all(abs(count - 225) < 70 for count in counts)


@given(st.data())
def test_rounding_never_leaves_a_whole_number_range(data):
    low = data.draw(st.integers(1, 1000))
    high = data.draw(st.integers(low + 1, 2000))
    scale = data.draw(st.sampled_from(["linear", "log"]))
    units = Dimension("units_1", UNITS, Range(low, high, scale, integer=True))
    inside = units.internal_distribution()
    value = units.true_value(data.draw(st.floats(inside.low, inside.high)))
    assert isinstance(value, int)
    assert low <= value <= high
    assert units.true_value(inside.low) == low
    assert units.true_value(inside.high) == high


def test_optuna_sees_one_minus_beta_under_its_own_name():
    where = space()
    assert where.internal_name("beta1") == "1-beta1"
    assert where.internal_name("learning_rate") == "learning_rate"
    trial = next(trial for trial, values in sampled(where) if "beta1" in values)
    assert "1-beta1" in trial.params
    assert "beta1" not in trial.params


def test_optunas_parameters_give_the_true_values_back():
    where = space()
    for trial, values in sampled(where):
        assert where.true_values(trial.params) == values


def test_true_distributions_hold_the_true_values():
    where = space()
    assert where.true_distribution("units_2") == IntDistribution(4, 64, log=True)
    assert where.true_distribution("learning_rate") == FloatDistribution(1e-4, 1e-1, log=True)
    assert where.true_distribution("beta1") == FloatDistribution(0.9, 0.999)
    assert where.true_distribution("clip_norm") == CategoricalDistribution((False, 1.0))


def test_true_values_make_a_stock_optuna_study():
    where = space()
    study = optuna.create_study()
    for _, values in sampled(where):
        distributions = {name: where.true_distribution(name) for name in values}
        study.add_trial(optuna.create_trial(params=values, distributions=distributions, value=1.0))
    assert len(study.trials) == 60


def test_a_trial_can_share_another_ones_structure():
    where = space()
    leader, values = next(pair for pair in sampled(where) if pair[1]["layers"] == 2)
    shared = where.fixed_for(leader.params, where.structural)
    study = optuna.create_study()
    with pytest.warns(optuna.exceptions.ExperimentalWarning):
        study.sampler = optuna.samplers.PartialFixedSampler(shared, optuna.samplers.RandomSampler(seed=1))
    other = where.sample(study.ask())
    assert {name: other[name] for name in where.structural} == {name: values[name] for name in where.structural}
    assert other["units_1"] != values["units_1"]


def test_what_did_not_act_in_a_trial_is_not_shared():
    where = space()
    leader, _ = next(pair for pair in sampled(where) if pair[1]["layers"] == 0)
    assert set(where.fixed_for(leader.params, ("layers", "units_1", "activation"))) == {"layers"}


def test_sampling_with_tpe_makes_no_warnings_and_repeats_itself(caplog):
    def run():
        where, study, found = space(), optuna.create_study(), []
        for cohort in range(3):
            study.sampler = optuna.samplers.TPESampler(seed=cohort)
            trials = [study.ask() for _ in range(8)]
            found += [where.sample(trial) for trial in trials]
            for trial in trials:
                study.tell(trial, abs(math.log10(trial.params["learning_rate"]) + 2))
        return found

    assert run() == run()
    assert caplog.text == ""


def test_every_trial_becomes_a_member():
    where = space()
    for _, values in sampled(where):
        member = where.hyperparameters(values, output="softmax")
        assert len(member.hidden) == len(member.activation) == len(member.keep_prob) == values["layers"]
        assert member.learning_rate == values["learning_rate"]
        assert member.clip_norm == (values["clip_norm"] or None)
        assert (member.beta2, member.patience) == (0.99, 7)
        assert bool(member.learning_rates) == (values["schedule"] == "manual")


def test_what_is_not_named_is_the_trainers_default():
    member = space("[network]\nhidden = [3]\n").hyperparameters({}, output="sigmoid")
    expected = {name: default_setting(name).value for name in HYPERPARAMETERS}
    found = asdict(member) | {"activation": member.activation[0], "keep_prob": member.keep_prob[0]}
    assert {name: found[name] or expected[name] for name in expected} == expected


def test_layers_may_differ_in_activation_and_keep_prob():
    text = '[network]\nhidden = [3, 2]\nactivation = ["relu", "tanh"]\nkeep_prob = [0.9, { low = 0.5, high = 1.0 }]\n'
    member = space(text).hyperparameters({"keep_prob_2": 0.6}, output="sigmoid")
    assert (member.activation, member.keep_prob) == (("relu", "tanh"), (0.9, 0.6))


PER_LAYER = """
[network]
hidden = { layers = [0, 3], units = 4 }
activation = ["relu", "tanh", { choices = ["relu", "sigmoid"] }]
keep_prob = [0.9, { low = 0.7, high = 0.8 }, { low = 0.5, high = 0.6 }]
"""


def test_a_layers_own_setting_acts_where_the_trial_has_that_layer():
    where, depths = space(PER_LAYER), set()
    assert where.structural == ("layers", "activation_3")
    for _, values in sampled(where):
        layers = values["layers"]
        depths.add(layers)
        assert [name for name in values if name != "layers"] == (
            {2: ["keep_prob_2"], 3: ["activation_3", "keep_prob_2", "keep_prob_3"]}.get(layers, [])
        )
        member = where.hyperparameters(values, output="softmax")
        assert member.activation[:2] == ("relu", "tanh")[:layers]
        assert member.keep_prob == (0.9, *(values[f"keep_prob_{layer}"] for layer in range(2, layers + 1)))[:layers]
    assert depths == {0, 1, 2, 3}


def test_a_setting_of_a_layer_that_a_trial_lacks_is_refused():
    with pytest.raises(SettingsError, match=r"keep_prob_3 must be absent where it does not act, got 0\.55"):
        space(PER_LAYER).hyperparameters({"layers": 2, "keep_prob_2": 0.75, "keep_prob_3": 0.55}, output="softmax")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "l2 must have a value: it is searched in x, got none"),
        ({"l2": 3.0}, 'l2 must be in {low = 1.0, high = 2.0, scale = "log"}, got 3.0'),
        ({"l2": True}, "l2 must be in .*, got true"),
        ({"l2": 1.5, "l1": 1.0}, "'l1' is not searched in x: valid: l2"),
        ({"l2": math.nan}, "l2 must be in .*, got nan"),
    ],
)
def test_values_outside_the_space_are_refused(values, message):
    with pytest.raises(SettingsError, match=message):
        space("[training]\nl2 = { low = 1, high = 2 }\n").hyperparameters(values, output="softmax")


def test_a_value_that_has_no_place_in_its_trial_is_refused():
    where = space('[training]\noptimizer={choices=["adam","rmsprop"]}\nbeta1={low=0.8,high=0.9}\n')
    with pytest.raises(SettingsError, match=r"beta1 must be absent where it does not act, got 0\.85"):
        where.hyperparameters({"optimizer": "rmsprop", "beta1": 0.85}, output="softmax")


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1))
def test_any_seed_gives_members(seed):
    where = space()
    for _, values in sampled(where, 2, seed):
        where.hyperparameters(values, output="softmax")


POW2 = '[training]\nbatch_size = { low = 16, high = 128, scale = "pow2" }\n'


def test_powers_of_two_are_sampled_alike_often():
    values = [drawn["batch_size"] for _, drawn in sampled(space(POW2), count=400)]
    assert set(values) == {16, 32, 64, 128}
    assert min(values.count(value) for value in set(values)) > 70
    assert all(isinstance(value, int) for value in values)


def test_a_stock_study_takes_powers_of_two():
    assert space(POW2).true_distribution("batch_size") == IntDistribution(16, 128, log=True)


def test_internal_values_lead_back_to_the_true_ones():
    where = space(WIDE)
    for _, values in sampled(where):
        for dimension in where.dimensions:
            if dimension.name in values:
                value = values[dimension.name]
                again = dimension.true_value(dimension.internal_value(value))
                assert again == pytest.approx(value, rel=1e-12) if isinstance(value, float) else again == value


def test_a_small_space_lists_its_configurations_with_what_acts_in_each():
    listed = space(
        '[network]\nhidden = { layers = [0, 2], units = { low = 4, high = 8, scale = "pow2" } }\n'
    ).configurations
    assert listed == [
        {"layers": 0},
        {"layers": 1, "units_1": 4},
        {"layers": 1, "units_1": 8},
        {"layers": 2, "units_1": 4, "units_2": 4},
        {"layers": 2, "units_1": 4, "units_2": 8},
        {"layers": 2, "units_1": 8, "units_2": 4},
        {"layers": 2, "units_1": 8, "units_2": 8},
    ]


def test_everything_sampled_from_a_small_space_is_listed():
    where = space(
        '[training]\noptimizer = { choices = ["adam", "momentum"] }\ndampening = { choices = [true, false] }\n'
    )
    assert {tuple(values.items()) for _, values in sampled(where)} == {tuple(v.items()) for v in where.configurations}


@pytest.mark.parametrize(
    "text", ["", "[training]\nl2 = { low = 1, high = 2 }\n", "[network]\nhidden = [{ low = 1, high = 9999 }]\n"]
)
def test_a_large_or_empty_space_is_not_listed(text):
    assert space(text).configurations is None
