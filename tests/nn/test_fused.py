"""What the compiled passes know; tests/training/test_compiled_loops.py compares whole trainings."""

import numpy as np
import pytest

from nnsearch.nn.architecture import Architecture
from nnsearch.nn.fused import fusible

SINGLE = np.dtype(np.float32)


@pytest.mark.parametrize(
    ("architecture", "batches", "dtype", "known"),
    [
        (Architecture(2, (3, 4), 2, ("relu", "leaky_relu"), "softmax"), [8], SINGLE, True),
        (Architecture(2, (3, 4), 2, ("relu", "leaky_relu"), "softmax"), [8, 1], SINGLE, False),
        (Architecture(2, (3, 4), 2, ("relu", "leaky_relu"), "softmax"), [8], np.dtype(np.float64), False),
        (Architecture(2, (3, 1), 2, ("relu", "relu"), "softmax"), [8], SINGLE, False),
        (Architecture(2, (3, 4), 1, ("relu", "relu"), "sigmoid"), [8], SINGLE, False),
        (Architecture(2, (3, 4), 2, ("relu", "sigmoid"), "softmax"), [8], SINGLE, False),
        (Architecture(2, (), 2, (), "softmax"), [8], SINGLE, False),
    ],
)
def test_what_the_passes_know(architecture, batches, dtype, known):
    assert fusible(architecture, batches, dtype) == known
