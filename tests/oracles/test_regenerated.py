"""The committed vectors are what torch computes today. Collected only where torch is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest

SCRIPT = Path(__file__).with_name("make_torch_vectors.py")


def relative_difference(a: np.ndarray, b: np.ndarray) -> float:
    total = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / total) if total else 0.0


@pytest.fixture(scope="module")
def regenerated() -> dict[str, np.ndarray]:
    """The vectors, made anew."""
    spec = importlib.util.spec_from_file_location("make_torch_vectors", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.vectors()


def test_the_committed_vectors_are_what_torch_computes(regenerated: dict[str, np.ndarray]) -> None:
    with np.load(SCRIPT.with_name("torch_vectors.npz"), allow_pickle=False) as committed:
        assert set(committed.files) == set(regenerated)
        for name in committed.files:
            if name.endswith("/case"):
                assert str(committed[name]) == str(regenerated[name])
            else:
                assert relative_difference(committed[name], regenerated[name]) <= 1e-12, name
