"""How weights start: one draw of standard normals for all members, scaled by each member's own standard deviation.

Biases start at 0, ``gamma`` at 1, ``beta`` at 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from nnsearch.core.seeds import generator
from nnsearch.core.types import FloatArray
from nnsearch.nn.activations import ACTIVATIONS
from nnsearch.nn.architecture import Architecture

INITIALIZERS: dict[str, Callable[[int, int], float]] = {
    "zeros": lambda n_in, n_out: 0.0,  # noqa: ARG005 - the rules share one signature
    "small": lambda n_in, n_out: 0.01,  # noqa: ARG005
    "he": lambda n_in, n_out: math.sqrt(2 / n_in),  # noqa: ARG005
    "xavier": lambda n_in, n_out: math.sqrt(1 / n_in),  # noqa: ARG005
    "glorot": lambda n_in, n_out: math.sqrt(2 / (n_in + n_out)),
}
"""Standard deviation of a layer's weights from its true (unpadded) widths ``n_in, n_out``.

``zeros`` is there to show that symmetry never breaks: all units of a layer stay identical. ``he``: He et al. (2015);
``xavier``: the ``1/n_in`` variant; ``glorot``: Glorot and Bengio (2010).
"""


def initialize(
    architecture: Architecture,
    widths: Sequence[Sequence[int]],
    initializers: Sequence[str | None],
    scales: Sequence[float],
    *,
    seed: int,
    dtype: np.dtype[np.floating],
) -> FloatArray:
    """Make the initial parameters of K members.

    Args:
        architecture: the container.
        widths: each member's own hidden widths, at most the container's.
        initializers: each member's rule, a key of :data:`INITIALIZERS`; ``None`` follows each layer's activation.
        scales: each member's factor on the standard deviations.
        seed: the draws depend on it, the layer and the container only.
        dtype: float32 or float64.

    Returns:
        ``theta (K, P)``; parameters of units that exist only as padding are 0.
    """
    theta = np.zeros((len(widths), architecture.n_parameters), dtype)
    for index, block in enumerate(architecture.blocks):
        normals = generator(seed, "initial weights", index).standard_normal((block.n_out, block.n_in))
        W = block.weights(theta)
        hidden_activation = architecture.activation[index] if index < len(architecture.hidden) else None
        for member, own in enumerate(widths):
            n_in, n_out = _true_sizes(architecture, own, index)
            rule = initializers[member]
            if rule is not None:
                deviation = INITIALIZERS[rule](n_in, n_out)
            else:
                gain = ACTIVATIONS[hidden_activation].gain if hidden_activation else 1.0
                deviation = math.sqrt(gain / n_in)
            W[member, :n_out, :n_in] = normals[:n_out, :n_in] * (deviation * scales[member])
            if block.normalized:
                block.gamma(theta)[member, :n_out] = 1
    return theta


def _true_sizes(architecture: Architecture, hidden: Sequence[int], index: int) -> tuple[int, int]:
    sizes = (architecture.n_x, *hidden, architecture.n_y)
    return sizes[index], sizes[index + 1]
