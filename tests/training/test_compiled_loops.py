"""Compiled loops give the bits of the NumPy expressions they stand in for; so do the loops run by Python itself."""

import numpy as np
import pytest

from nnsearch.core.compiling import EARNED_SECONDS, Earnings, Loop
from nnsearch.optim.registry import OPTIMIZERS
from nnsearch.training import trainer
from nnsearch.training.examples import Examples, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment
from nnsearch.training.trainer import train


@pytest.fixture
def compare(monkeypatch):
    """Trains one segment with NumPy alone and with loops, and compares every bit."""

    def run(segment, examples):
        results = []
        for seconds in (-np.inf, EARNED_SECONDS):
            earnings = Earnings()
            earnings.add(seconds)
            monkeypatch.setattr(trainer, "EARNINGS", earnings)
            results.append(train(segment, examples))
        alone, loops = results
        for name, array in alone.state.to_arrays().items():
            np.testing.assert_array_equal(array, loops.state.to_arrays()[name], err_msg=name)
        assert [curve.values for curve in alone.curves] == [curve.values for curve in loops.curves]

    return run


def examples_of(dtype, classes=3, scale=1.0):
    random = np.random.default_rng(5)
    X = with_ones(scale * random.standard_normal((21, 4)), np.dtype(dtype))
    y = random.integers(classes, size=21)
    return Examples(X[:16], y[:16], X[16:], y[16:], n_y=classes, output="softmax")


def segment_of(epochs=3, **values):
    defaults = {"hidden": (5, 4), "activation": ("relu", "tanh"), "output": "softmax", "batch_size": 6}
    members = tuple(Hyperparameters(**defaults | values, learning_rate=rate) for rate in (0.01, 0.3, 0.05))
    return Segment(members, container=(5, 4), seed=1, epochs=epochs, until=epochs)


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_compiled_loops_give_the_same_bits(compare, optimizer, dtype):
    compare(segment_of(optimizer=optimizer), examples_of(dtype))


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("batch_norm", [False, True])
def test_loops_run_by_python_give_the_same_bits(compare, monkeypatch, optimizer, batch_norm):
    monkeypatch.setattr(Loop, "__call__", lambda loop, *arguments: loop.python(*arguments))
    compare(segment_of(optimizer=optimizer, batch_norm=batch_norm), examples_of("float32"))


def test_the_bits_agree_with_dropout_penalties_clipping_and_batch_normalization(compare):
    values = {"keep_prob": (0.7, 1.0), "l1": 0.1, "l2": 0.2, "clip_norm": 0.5, "batch_norm": True}
    compare(segment_of(**values), examples_of("float32"))


def test_the_bits_agree_where_classes_tie_and_logits_are_huge(compare):
    compare(segment_of(initializer="zeros"), examples_of("float32"))
    compare(segment_of(epochs=5), examples_of("float32", scale=1e4))
