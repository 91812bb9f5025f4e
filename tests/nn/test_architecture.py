"""Where parameters lie in a row of theta."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.nn.architecture import Architecture

PLAIN = Architecture(n_x=3, hidden=(4, 2), n_y=5, activation=("relu", "tanh"), output="softmax")
NORMALIZED = Architecture(3, (4, 2), 5, ("relu", "tanh"), "softmax", batch_norm=True)


@pytest.mark.parametrize(("architecture", "count"), [(PLAIN, 16 + 10 + 15), (NORMALIZED, 12 + 8 + 8 + 4 + 15)])
def test_parameters_are_counted(architecture: Architecture, count: int) -> None:
    assert architecture.n_parameters == count


@pytest.mark.parametrize("architecture", [PLAIN, NORMALIZED])
def test_views_cover_a_row_exactly_once(architecture: Architecture) -> None:
    theta = np.zeros((2, architecture.n_parameters))
    for block in architecture.blocks:
        views = [block.weights(theta), block.bias(theta)]
        if block.normalized:
            views += [block.gamma(theta), block.beta(theta)]
        for view in views:
            np.add(view, 1, out=view)
    assert (theta == 1).all()


def test_a_normalized_layer_has_no_bias() -> None:
    theta = np.zeros((2, NORMALIZED.n_parameters))
    assert NORMALIZED.blocks[0].bias(theta).shape == (2, 4, 0)
    assert NORMALIZED.blocks[-1].bias(theta).shape == (2, 5, 1)


def test_running_averages_are_a_mean_and_a_variance_per_normalized_unit() -> None:
    assert (PLAIN.n_running, NORMALIZED.n_running) == (0, 12)
