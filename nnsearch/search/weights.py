"""A trained member as a person wants it: arrays by name, padding taken off."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.search.asked import Asked
from nnsearch.training.examples import Examples
from nnsearch.training.population import architecture_of, shape_of
from nnsearch.training.state import PopulationState


def weights_of(asked: Asked, state: PopulationState, row: int, examples: Examples) -> dict[str, NDArray[Any]]:
    """Return one member's parameters.

    Args:
        asked: the trial.
        state: its population's.
        row: its row there.
        examples: their sizes complete the architecture.

    Returns:
        ``W1 (n_1, n_x), b1 (n_1, 1)`` ... by layer; a normalized layer has ``gamma1, beta1, mean1, variance1``
        (each ``(n_1, 1)``) instead of ``b1``.
    """
    member = asked.hyperparameters
    architecture = architecture_of(shape_of(member), asked.container, n_x=examples.n_x, n_y=examples.n_y)
    theta, running = state.theta[row : row + 1], state.running[row : row + 1]
    widths = (examples.n_x, *member.hidden, examples.n_y)
    arrays: dict[str, NDArray[Any]] = {}
    start = 0
    for index, block in enumerate(architecture.blocks, start=1):
        n_in, n_out = widths[index - 1], widths[index]
        arrays[f"W{index}"] = block.weights(theta)[0, :n_out, :n_in]
        if block.normalized:
            arrays[f"gamma{index}"] = block.gamma(theta)[0, :n_out]
            arrays[f"beta{index}"] = block.beta(theta)[0, :n_out]
            arrays[f"mean{index}"] = running[0, start : start + n_out, None]
            arrays[f"variance{index}"] = running[0, start + block.n_out : start + block.n_out + n_out, None]
            start += 2 * block.n_out
        else:
            arrays[f"b{index}"] = block.bias(theta)[0, :n_out]
    return {name: np.ascontiguousarray(array) for name, array in arrays.items()}
