"""Clipping by global norm."""

from __future__ import annotations

import numpy as np
import pytest

from nnsearch.optim.clipping import clip_by_global_norm, global_norm


def gradient(rows: int = 4, columns: int = 20_000, dtype: type = np.float32) -> np.ndarray:
    return np.random.default_rng(0).standard_normal((rows, columns)).astype(dtype)


def test_the_norm_is_euclids() -> None:
    g = gradient(dtype=np.float64)
    np.testing.assert_allclose(global_norm(g)[:, 0], np.linalg.norm(g, axis=1), rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_long_row_has_the_same_norm_alone_and_among_others(dtype: type) -> None:
    g = gradient(dtype=dtype)
    assert [global_norm(row[None])[0, 0] for row in g] == global_norm(g)[:, 0].tolist()


def test_rows_are_scaled_down_to_their_own_limit() -> None:
    g = gradient(2, dtype=np.float64)
    clip_by_global_norm(g, np.array([[1.0], [2.0]]))
    np.testing.assert_allclose(global_norm(g)[:, 0], [1, 2], rtol=1e-12)


def test_rows_within_their_limit_keep_their_bits() -> None:
    g = gradient(3)
    clip_by_global_norm(g, np.array([[1e6], [np.inf], [1.0]], np.float32))
    assert g[:2].tobytes() == gradient(3)[:2].tobytes()


def test_no_gradient_is_no_division_by_zero() -> None:
    g = np.zeros((1, 3), np.float32)
    clip_by_global_norm(g, np.ones((1, 1), np.float32))
    assert not g.any()


@pytest.mark.filterwarnings("ignore:overflow")
def test_a_gradient_whose_square_overflows_is_scaled_and_not_lost() -> None:
    g = np.full((2, 4), 1e30, np.float32)
    clip_by_global_norm(g, np.array([[1.0], [np.inf]], np.float32))
    np.testing.assert_allclose(g[0], 0.5, rtol=1e-6)
    assert (g[1] == np.float32(1e30)).all()
