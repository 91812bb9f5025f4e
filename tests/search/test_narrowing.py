import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsearch.search.narrowing import narrow
from nnsearch.search.settings import Choices, Fixed, Range
from nnsearch.training.hyperparameters import HYPERPARAMETERS, LAYERS, UNITS

RATE = Range(1e-4, 1e-1, "log")


def narrowed(name, setting, values, **more):
    return narrow(setting, HYPERPARAMETERS[name], values, **more)


def test_a_range_shrinks_to_what_the_best_have_and_a_margin():
    setting, reason = narrowed("keep_prob", Range(0.0, 1.0), [0.5, 0.4, 0.6])
    assert setting == Range(0.3, 0.7)
    assert reason == "the best lie from 0.4 to 0.6"


def test_a_range_is_widened_where_the_best_trial_sits_at_its_end():
    setting, reason = narrowed("learning_rate", RATE, [0.09, 0.02, 0.03])
    assert setting.high > 0.1
    assert setting.low > 1e-3
    assert reason == "widened: the best sit at its high end"


def test_a_crowd_at_an_end_widens_too():
    setting, _ = narrowed("learning_rate", RATE, [0.01, 1.2e-4, 1.1e-4])
    assert setting.low < 1e-4


def test_an_end_that_is_a_limit_stays():
    setting, reason = narrowed("keep_prob", Range(0.5, 1.0), [1.0, 0.9, 0.95])
    assert setting.high == 1.0
    assert reason == "the best sit at its high end, which is a limit"


def test_an_open_limit_is_never_reached():
    setting, _ = narrowed("keep_prob", Range(0.1, 1.0), [0.1, 0.12, 0.11])
    assert setting.low > 0


def test_one_minus_beta_is_narrowed_on_its_own_scale():
    setting, _ = narrowed("beta1", Range(0.9, 0.999, "1-beta"), [0.99, 0.985, 0.99])
    assert setting.scale == "1-beta"
    assert 0.9 < setting.low < 0.985
    assert 0.99 < setting.high < 0.999


def test_powers_of_two_stay_powers_of_two():
    setting, _ = narrowed("batch_size", Range(16, 1024, "pow2", integer=True), [64, 128, 64])
    assert setting == Range(32, 256, "pow2", integer=True)


def test_whole_numbers_stay_whole():
    setting, _ = narrow(Range(4, 256, "log", integer=True), UNITS, [30, 40, 50])
    assert isinstance(setting.low, int)
    assert setting.integer
    assert 4 < setting.low <= 30
    assert 50 <= setting.high < 256


def test_networks_keep_at_least_one_layer_unless_fewer_were_searched():
    assert narrow(Range(1, 5, "linear", integer=True), LAYERS, [1, 1, 2], least=1)[0].low == 1
    assert narrow(Range(0, 5, "linear", integer=True), LAYERS, [0, 0, 2], least=1)[0].low == 0


@pytest.mark.parametrize(
    ("values", "setting"),
    [
        (["a", "b", "c"], Choices(("a", "b", "c"))),
        (["b", "a", "b"], Choices(("a", "b"))),
        (["b", "b", "b"], Fixed("b")),
        (["b", "b"], Choices(("a", "b", "c"))),
    ],
)
def test_choices_that_the_best_never_made_are_left_out(values, setting):
    assert narrow(Choices(("a", "b", "c")), HYPERPARAMETERS["optimizer"], values)[0] == setting


@given(st.lists(st.floats(1e-4, 1e-1), min_size=3, max_size=9))
def test_the_best_trial_always_lies_inside(values):
    setting, _ = narrowed("learning_rate", RATE, values)
    assert setting.low <= values[0] <= setting.high
    assert 0 < setting.low < setting.high
