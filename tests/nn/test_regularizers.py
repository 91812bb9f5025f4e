"""Penalties and dropout masks."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.nn.architecture import Architecture
from nnsearch.nn.regularizers import dropout_mask, penalty, weight_mask

ARCHITECTURE = Architecture(2, (3,), 1, ("relu",), "sigmoid", batch_norm=True)


def test_only_weights_are_penalized() -> None:
    mask = weight_mask(ARCHITECTURE, np.dtype(np.float32))
    assert mask.dtype == np.float32
    assert mask[0].tolist() == [1] * 6 + [0] * 6 + [1] * 3 + [0]


def test_the_penalty_is_the_courses() -> None:
    theta = np.random.default_rng(0).standard_normal((2, ARCHITECTURE.n_parameters))
    l1, l2 = np.array([[0.5], [0.0]]), np.array([[2.0], [1.0]])
    value = penalty(theta, weight_mask(ARCHITECTURE, theta.dtype), l1, l2, m=10)
    for k in range(2):
        W = np.concatenate([block.weights(theta)[k].ravel() for block in ARCHITECTURE.blocks])
        assert value[k] == pytest.approx(l1[k, 0] / 10 * np.abs(W).sum() + l2[k, 0] / 20 * (W**2).sum(), rel=1e-12)


def test_dropout_keeps_each_members_own_share_and_the_expectation() -> None:
    keep_prob = np.array([0.5, 0.9])[:, None, None]
    mask = np.empty((2, 100, 200))
    dropout_mask(np.random.default_rng(0).random((100, 200)), keep_prob, mask)
    np.testing.assert_allclose((mask > 0).mean(axis=(1, 2)), [0.5, 0.9], atol=0.02)
    np.testing.assert_allclose(mask.mean(axis=(1, 2)), 1, atol=0.03)


def test_a_unit_kept_at_a_low_probability_is_kept_at_a_higher_one() -> None:
    mask = np.empty((2, 20, 30))
    dropout_mask(np.random.default_rng(0).random((20, 30)), np.array([0.5, 0.8])[:, None, None], mask)
    assert (mask[1] > 0)[mask[0] > 0].all()


def test_keeping_everything_is_exactly_one() -> None:
    mask = np.empty((1, 5, 6), np.float32)
    dropout_mask(np.random.default_rng(0).random((5, 6), np.float32), np.ones((1, 1, 1), np.float32), mask)
    assert (mask == 1).all()
