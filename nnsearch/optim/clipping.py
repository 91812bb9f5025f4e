"""Gradient clipping by global norm (Pascanu et al., 2013), each member by its own."""

from __future__ import annotations

import numpy as np

from nnsearch.core.types import FloatArray


def global_norm(gradient: FloatArray) -> FloatArray:
    """Return the Euclidean norm of each row: ``(K, P) -> (K, 1)``; ``inf`` where its square overflows."""
    # einsum would sum long rows in pieces that depend on how many rows there are; vecdot takes each row by itself.
    norm: FloatArray = np.sqrt(np.vecdot(gradient, gradient))
    return norm[:, None]


def clip_by_global_norm(gradient: FloatArray, limit: FloatArray) -> None:
    """Scale rows of ``gradient (K, P)`` whose norm exceeds ``limit (K, 1)`` down to it, in place.

    Rows within their limit keep their bits; ``inf`` never clips.
    """
    norm = global_norm(gradient)
    overflowed = np.isinf(norm[:, 0])
    if overflowed.any():
        # Clipping is there for gradients as large as these: float64 holds the square of any float32.
        rows = gradient[overflowed].astype(np.float64)
        norm[overflowed] = global_norm(rows).astype(gradient.dtype)
    exceeds = norm > limit
    factor = np.ones_like(norm)
    np.divide(limit, norm, out=factor, where=exceeds)
    gradient *= factor
