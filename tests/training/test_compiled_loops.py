"""Compiled loops give the bits of the NumPy expressions they stand in for; so do the loops run by Python itself."""

from dataclasses import replace

import numpy as np
import pytest

from nnsearch.core import compiling
from nnsearch.core.compiling import WORTH_COMPILING, Earnings, Loop
from nnsearch.nn import fused
from nnsearch.optim.registry import OPTIMIZERS
from nnsearch.training import compiled_steps, trainer
from nnsearch.training.examples import Examples, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment
from nnsearch.training.trainer import train

pytestmark = pytest.mark.skipif(not compiling.can_compile(), reason="nothing is compiled on this machine")


@pytest.fixture
def calls(monkeypatch):
    """Counts calls of loops."""
    counted = []
    call = Loop.__call__
    monkeypatch.setattr(Loop, "__call__", lambda loop, *arguments: (counted.append(loop), call(loop, *arguments))[1])
    return counted


@pytest.fixture
def compare(monkeypatch, calls):
    """Trains one segment with NumPy alone and with loops, and compares every bit."""

    def run(segment, examples):
        results = []
        for seconds in (-np.inf, WORTH_COMPILING):
            earnings = Earnings()
            earnings.add(seconds)
            monkeypatch.setattr(trainer, "EARNINGS", earnings)
            calls.clear()
            results.append(train(segment, examples))
            assert bool(calls) == (seconds > 0)
        assert bits_of(results[0]) == bits_of(results[1])

    return run


def names(calls):
    return {loop.name for loop in calls}


def bits_of(result):
    arrays = {name: array.tobytes() for name, array in result.state.to_arrays().items()}
    return arrays, [{name: np.array(values).tobytes() for name, values in c.values.items()} for c in result.curves]


def examples_of(dtype, classes=3, scale=1.0, m=16):
    random = np.random.default_rng(5)
    X = with_ones(scale * random.standard_normal((m + 5, 5)), np.dtype(dtype))
    y = random.integers(classes, size=m + 5)
    return Examples(X[:m], y[:m], X[m:], y[m:], n_y=classes, output="softmax")


def segment_of(epochs=3, **values):
    defaults = {"hidden": (5, 4), "activation": ("relu", "tanh"), "output": "softmax", "batch_size": 6}
    members = tuple(Hyperparameters(**defaults | values, learning_rate=rate) for rate in (0.01, 0.3, 0.05))
    return Segment(members, container=(5, 4), seed=1, epochs=epochs, until=epochs)


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
def test_compiled_loops_give_the_same_bits(compare, optimizer):
    compare(segment_of(optimizer=optimizer), examples_of("float32"))


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("at_once", [1, 3 * 6 * 6 * 3 * 73, compiled_steps.AT_ONCE])
def test_whole_steps_give_the_same_bits(compare, calls, monkeypatch, optimizer, at_once):
    monkeypatch.setattr(compiled_steps, "AT_ONCE", at_once)  # one step, three steps, an epoch
    compare(segment_of(activation=("relu", "relu"), optimizer=optimizer, l2=0.2), examples_of("float32", m=40))
    assert f"steps_{optimizer}" in names(calls)


def test_every_optimizer_has_its_steps():
    assert compiled_steps._STEPS.keys() == OPTIMIZERS.keys()


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("batch_norm", [False, True])
def test_loops_run_by_python_give_the_same_bits(compare, monkeypatch, calls, optimizer, batch_norm):
    monkeypatch.setattr(Loop, "__call__", lambda loop, *arguments: (calls.append(loop), loop.python(*arguments))[1])
    compare(segment_of(optimizer=optimizer, batch_norm=batch_norm, l2=0.2), examples_of("float32"))


FUSED = ("relu", "leaky_relu", "linear")
"""Activations whose layers a compiled pass goes through at once."""


@pytest.mark.parametrize("activation", [FUSED[:2], FUSED[1:], FUSED[:1] * 2])
@pytest.mark.parametrize("keep_prob", [(1.0, 1.0), (0.7, 1.0), (0.5, 0.8)])
def test_passes_through_all_layers_give_the_same_bits(compare, calls, activation, keep_prob):
    compare(segment_of(activation=activation, keep_prob=keep_prob, l2=0.2), examples_of("float32", m=17))
    assert "steps_adam" in names(calls)


@pytest.mark.parametrize("hidden", [(5,), (3, 5, 4, 2), (64, 33)])
def test_passes_through_any_number_of_layers_give_the_same_bits(compare, calls, hidden):
    values = {"hidden": hidden, "activation": ("relu",) * len(hidden), "learning_rate": 0.01}
    widths = [hidden, tuple(max(2, n - 1) for n in hidden)]
    members = tuple(Hyperparameters(**values | {"hidden": own}, output="softmax", batch_size=9) for own in widths)
    compare(Segment(members, container=hidden, seed=1, epochs=3, until=3), examples_of("float32", m=41))
    assert "steps_adam" in names(calls)


@pytest.mark.parametrize(
    "values",
    [
        {"batch_norm": True},
        {"input_keep_prob": 0.8},
        {"activation": ("relu", "tanh")},
        {"hidden": (5, 1), "container": (5, 1)},
        {"batch_size": 1},
        {"hidden": (), "activation": (), "container": ()},
    ],
)
def test_other_networks_keep_numpys_passes(compare, calls, values):
    container = values.pop("container", (5, 4))
    segment = segment_of(**{"activation": ("relu", "relu")} | values)
    compare(replace(segment, container=container), examples_of("float32"))
    assert "steps_adam" not in names(calls)


@pytest.mark.parametrize("m", [18, 19, 20])
def test_the_bits_agree_where_the_last_batch_is_small(compare, calls, m):
    compare(segment_of(activation=("relu", "relu"), l2=0.2), examples_of("float32", m=m))
    assert "steps_adam" in names(calls)


def test_examples_may_be_mapped_from_a_file_and_read_only(compare, calls, tmp_path):
    examples, mapped = examples_of("float32"), {}
    for name in ("X_train", "y_train", "X_dev", "y_dev"):
        np.save(tmp_path / f"{name}.npy", getattr(examples, name))
        mapped[name] = np.load(tmp_path / f"{name}.npy", mmap_mode="r")
    compare(segment_of(activation=("relu", "relu")), replace(examples, **mapped))
    assert "steps_adam" in names(calls)


@pytest.mark.parametrize("values", [{"l1": 0.1}, {"clip_norm": 0.5}, {"keep_prob": (1.0, 0.6)}, {"l1": 0.1, "l2": 0.2}])
def test_steps_that_are_interrupted_give_the_same_bits(compare, calls, values):
    compare(segment_of(activation=("relu", "relu"), **values), examples_of("float32", m=20))
    assert "steps_adam" in names(calls)


@pytest.mark.parametrize("name", ["X_train", "X_dev"])
def test_inputs_that_lie_otherwise_are_numpys(compare, calls, name):
    examples = examples_of("float32")
    X = getattr(examples, name)
    raw = np.empty(X.nbytes + 1, np.uint8)
    unaligned = raw[1:].view(np.float32).reshape(X.shape)
    unaligned[...] = X
    segment = segment_of(activation=("relu", "relu"))
    for other in (unaligned, np.asfortranarray(X), *([X.astype(np.float64)] if name == "X_dev" else [])):
        compare(segment, replace(examples, **{name: other}))
        assert ("steps_adam" in names(calls)) == (name == "X_dev")


@pytest.mark.parametrize("wrong", [-1, 3])
@pytest.mark.parametrize("name", ["y_train", "y_dev"])
def test_classes_that_are_none_are_refused(monkeypatch, name, wrong):
    monkeypatch.setattr(trainer, "EARNINGS", Earnings())
    examples = examples_of("float32")
    classes = getattr(examples, name).copy()
    classes[0] = wrong
    segment = replace(segment_of(activation=("relu", "relu")), compile_loops=True)
    with pytest.raises(ValueError, match="classes must be in"):
        train(segment, replace(examples, **{name: classes}))


@pytest.mark.parametrize("m_dev", [0, 1, 2, 255, 256, 257, 258, 512, 513])
def test_dev_sets_of_any_size_give_the_same_bits(compare, calls, m_dev):
    examples = examples_of("float32", m=600)
    split = replace(examples, X_train=examples.X_train[:40], y_train=examples.y_train[:40])
    dev = replace(split, X_dev=examples.X_train[40 : 40 + m_dev], y_dev=examples.y_train[40 : 40 + m_dev])
    compare(segment_of(activation=("relu", "leaky_relu")), dev)
    chunks = -(-m_dev // 256) if m_dev % 256 != 1 else 0
    assert len(calls) == 3 * (chunks + 2)  # an epoch is two calls


def test_the_bits_agree_where_members_stop_early_and_leave(compare, calls):
    segment = segment_of(activation=("relu", "relu"), patience=1, epochs=8)
    compare(segment, examples_of("float32"))
    assert "steps_adam" in names(calls)


def test_networks_with_one_output_keep_numpys_passes(compare, calls):
    examples = replace(examples_of("float32", classes=2), n_y=1, output="sigmoid")
    compare(segment_of(activation=("relu", "relu"), output="sigmoid"), examples)
    assert "steps_adam" not in names(calls)


def test_networks_in_double_precision_are_numpys(monkeypatch, calls):
    monkeypatch.setattr(trainer, "EARNINGS", Earnings())
    train(replace(segment_of(), compile_loops=True), examples_of("float64"))
    assert not calls


@pytest.mark.parametrize(
    ("module", "name"), [(fused, "SGEMM"), (fused, "SOMATCOPY"), (compiled_steps, "EXP"), (compiled_steps, "LOG")]
)
def test_without_numpys_own_functions_passes_are_numpys(compare, calls, monkeypatch, module, name):
    monkeypatch.setattr(module, name, None)
    compare(segment_of(activation=("relu", "relu")), examples_of("float32"))
    assert "steps_adam" not in names(calls)


def test_passes_run_by_python_give_the_same_bits(compare, monkeypatch, calls):
    monkeypatch.setattr(Loop, "__call__", lambda loop, *arguments: (calls.append(loop), loop.python(*arguments))[1])
    compare(segment_of(activation=FUSED[:2], keep_prob=(0.7, 1.0)), examples_of("float32"))
    assert "steps_adam" in names(calls)


def test_the_bits_agree_where_networks_diverge(compare, calls):
    rates = segment_of(activation=("relu", "relu"), optimizer="gradient_descent", epochs=4)
    members = tuple(replace(member, learning_rate=1e4 * member.learning_rate) for member in rates.members)
    compare(replace(rates, members=members), examples_of("float32", scale=1e3))
    assert "steps_gradient_descent" in names(calls)


def test_the_bits_agree_with_dropout_penalties_clipping_and_batch_normalization(compare):
    values = {"keep_prob": (0.7, 1.0), "l1": 0.1, "l2": 0.2, "clip_norm": 0.5, "batch_norm": True}
    compare(segment_of(**values), examples_of("float32"))


def test_the_bits_agree_where_classes_tie_and_logits_are_huge(compare):
    compare(segment_of(initializer="zeros"), examples_of("float32"))
    compare(segment_of(epochs=5), examples_of("float32", scale=1e4))


@pytest.mark.parametrize("batch_size", [1, 6])
def test_the_bits_agree_for_one_member_and_a_batch_of_one(compare, batch_size):
    segment = segment_of(batch_size=batch_size)
    alone = replace(segment, members=segment.members[:1])
    examples = examples_of("float32", classes=10, m=13)
    compare(segment, examples)
    compare(alone, examples)
    together, single = train(segment, examples), train(alone, examples)
    assert single.state.theta[0].tobytes() == together.state.theta[0].tobytes()
    assert single.curves[0].values["dev_cost"] == together.curves[0].values["dev_cost"]


def test_a_task_can_ask_for_loops_from_its_first_epoch(monkeypatch, calls):
    monkeypatch.setattr(trainer, "EARNINGS", Earnings())
    plain = train(segment_of(), examples_of("float32"))
    assert not calls
    at_once = train(replace(segment_of(), compile_loops=True), examples_of("float32"))
    assert calls
    assert bits_of(at_once) == bits_of(plain)
    calls.clear()
    train(replace(segment_of(), compile_loops=False), examples_of("float32"))
    assert calls  # it has them now


def test_a_task_after_which_little_follows_does_without_loops(monkeypatch, calls):
    earnings = Earnings()
    earnings.add(2 * WORTH_COMPILING)
    monkeypatch.setattr(trainer, "EARNINGS", earnings)
    train(replace(segment_of(), compile_loops=False), examples_of("float32"))
    assert not calls


def test_a_process_that_has_earned_it_changes_to_loops_between_two_epochs(monkeypatch, calls):
    earnings = Earnings()
    monkeypatch.setattr(trainer, "EARNINGS", earnings)
    monkeypatch.setattr(Earnings, "add", lambda self, seconds: setattr(self, "seconds", WORTH_COMPILING))
    changed = train(segment_of(), examples_of("float32"))
    assert calls
    monkeypatch.setattr(trainer, "EARNINGS", Earnings())
    monkeypatch.setattr(Earnings, "add", lambda self, seconds: None)
    calls.clear()
    assert bits_of(train(segment_of(), examples_of("float32"))) == bits_of(changed)
    assert not calls
