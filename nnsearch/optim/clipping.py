"""Gradient clipping by global norm (Pascanu et al., 2013), each member by its own."""

from __future__ import annotations

import numpy as np

from nnsearch.core.types import FloatArray


def global_norm(gradient: FloatArray) -> FloatArray:
    """Return the Euclidean norm of each row: ``(K, P) -> (K, 1)``."""
    return np.sqrt(np.einsum("kp,kp->k", gradient, gradient))[:, None]


def clip_by_global_norm(gradient: FloatArray, limit: FloatArray) -> None:
    """Scale rows of ``gradient (K, P)`` whose norm exceeds ``limit (K, 1)`` down to it, in place.

    Rows within their limit keep their bits; ``inf`` never clips.
    """
    norm = np.maximum(global_norm(gradient), np.finfo(gradient.dtype).tiny)
    gradient *= np.minimum(limit / norm, 1)
