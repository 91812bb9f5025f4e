import dataclasses
import json

import numpy as np
import pytest

from benchmarks.workloads import WORKLOADS, Workload, initial_layers, load, training_error

TINY = Workload("tiny", "pictures", (3, 4, 2), m=10, batch_size=4, epochs=2)


def test_flops_leave_out_the_gradient_of_the_inputs():
    forward = 2 * 3 * 4 + 2 * 4 * 2
    backward = forward + 2 * 4 * 2
    assert TINY.flops == 2 * 10 * (forward + backward)


def test_a_workload_survives_json():
    text = json.dumps(dataclasses.asdict(WORKLOADS["pictures"]))
    assert Workload.from_dict(json.loads(text)) == WORKLOADS["pictures"]


@pytest.mark.parametrize("name", ["breast-cancer", "digits-narrow", "digits-wide"])
def test_data_have_the_shape_the_workload_says(name):
    workload = WORKLOADS[name]
    X, y = load(workload)
    assert X.shape == (workload.m, workload.widths[0])
    assert X.dtype == np.float32
    assert set(y.tolist()) == set(range(workload.widths[-1]))


def test_generated_pictures_are_pixels_with_labels():
    X, y = load(TINY)
    assert X.shape == (10, 3)
    assert X.dtype == np.float32
    assert 0 <= X.min() <= X.max() <= 1
    assert set(y.tolist()) <= {0, 1}


def test_quick_workloads_are_less_work():
    assert all(workload.shortened().flops * 5 <= workload.flops for workload in WORKLOADS.values())


def test_initial_layers_stack_members_first():
    shapes = [(W.shape, b.shape) for W, b in initial_layers(TINY, members=5)]
    assert shapes == [((5, 4, 3), (5, 4)), ((5, 2, 4), (5, 2))]


def test_training_error_is_the_median_over_members():
    X = np.array([[1.0], [-1.0]], np.float32)
    y = np.array([0, 1])
    right = [[1.0], [-1.0]]
    wrong = [[-1.0], [1.0]]
    W = np.array([right, right, wrong], np.float32)
    assert training_error([(W, np.zeros((3, 2), np.float32))], X, y) == 0


def test_training_error_counts_misses_behind_a_relu():
    # The hidden unit keeps positive inputs only, so -1 falls to the bias of class 1 and 2 goes to class 0.
    layers = [
        (np.ones((1, 1, 1), np.float32), np.zeros((1, 1), np.float32)),
        (np.array([[[1.0], [0.0]]], np.float32), np.array([[0.0, 0.5]], np.float32)),
    ]
    X = np.array([[-1.0], [2.0]], np.float32)
    assert training_error(layers, X, np.array([1, 0])) == 0
    assert training_error(layers, X, np.array([0, 0])) == 0.5
