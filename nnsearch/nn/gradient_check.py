"""Gradient checking: backpropagation against two-sided differences of the cost, in float64.

A debugging tool that is never run while training. Perturbed copies of one network form a population, so a check is a
few hundred stacked passes rather than a loop over parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import SettingsError
from nnsearch.core.seeds import generator
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.network import Network, Stack
from nnsearch.nn.regularizers import penalty, weight_mask

STEP = 1e-4
"""``e``, how far a parameter is moved. One difference would want a smaller step; extrapolating from two takes their
error of order ``e^2`` away, and a larger step leaves less rounding error (about ``1e-16 J / e``)."""

KINK = 1e-8
"""One-sided differences of a smooth cost come together in proportion to the step; by how much they may fail to."""

UNSETTLED = 1e-6
"""By which share of itself a two-sided difference may change when the step is halved."""

GOOD, LOOK_CLOSER, BUG = 1e-7, 1e-5, 1e-3
"""Thresholds on the relative difference."""

COPIES = 64
"""Perturbed networks evaluated at once."""

Cost = Callable[[FloatArray], NDArray[np.float64]]
"""Costs ``(K,)`` of parameters ``(K, P)``."""


@dataclass(frozen=True)
class Penalties:
    """The penalties of one network.

    Args:
        l1: lambda of L1, >= 0.
        l2: lambda of L2, >= 0.
        m: examples in the training set, which the penalties are divided by.
    """

    l1: float = 0.0
    l2: float = 0.0
    m: int = 1


@dataclass(frozen=True)
class GradientCheck:
    """How far backpropagation and differences are apart.

    Args:
        difference: ``||approx - gradient|| / (||approx|| + ||gradient||)`` over the checked components.
        worst: the component with the greatest absolute difference, such as ``W2[3,5]``: layer 2, to unit 3 from
            unit 5, counted from 0; empty if none was checked.
        analytic: the worst component by backpropagation.
        numeric: the worst component by differences.
        checked: components compared.
        skipped: components at a kink of the cost (ReLU, L1), where there is no derivative to compare with.
        parameters: components the network has; more than checked and skipped where only a sample was taken.
    """

    difference: float
    worst: str
    analytic: float
    numeric: float
    checked: int
    skipped: int
    parameters: int

    @property
    def verdict(self) -> str:
        """``good`` up to 1e-7, ``look closer`` up to 1e-5, ``suspicious`` up to 1e-3, else ``bug``."""
        for threshold, word in ((GOOD, "good"), (LOOK_CLOSER, "look closer"), (BUG, "suspicious")):
            if self.difference <= threshold:
                return word
        return "bug"


def check_gradient(
    architecture: Architecture,
    theta: FloatArray,
    X: FloatArray,
    y: FloatArray | IntArray,
    *,
    penalties: Penalties = Penalties(),
    limit: int | None = None,
) -> GradientCheck:
    """Compare the gradient of the regularized cost with two-sided differences, for one network without dropout.

    ``(J(t + e) - J(t - e)) / 2e`` for ``e`` and ``e/2``, extrapolated to ``e = 0`` (Richardson). Batch normalization
    uses the batch's own statistics, as in training.

    Args:
        architecture: of the network, without padding.
        theta: its parameters ``(1, P)`` float64.
        X: rows ``(m, n_x + 1)`` float64, the last column ones.
        y: labels ``(m,)`` as the output loss takes them.
        penalties: part of the cost.
        limit: components to check, drawn at random if there are more; by default all.

    Returns:
        The difference, and the worst component by name.

    Raises:
        SettingsError: if the parameters or the inputs are not float64, or the cost is not finite.
    """
    if theta.dtype != np.float64 or X.dtype != np.float64:
        raise SettingsError(f"a gradient is checked in float64, got {theta.dtype} parameters and {X.dtype} inputs")
    gradient = _backpropagate(architecture, theta, X, y, penalties)
    components = _components(theta.shape[1], limit)
    # Each parameter is moved by e, e/2, -e/2 and -e.
    costs = _moved_costs(_cost_function(architecture, X, y, penalties), theta, components)
    numeric, smooth = _differences(costs)
    if not (np.isfinite(gradient).all() and np.isfinite(costs).all()):
        raise SettingsError("a gradient can only be checked where the cost is finite: the weights have diverged")
    kept = components[smooth]
    return _compare(architecture, kept, gradient[kept], numeric[smooth], skipped=len(components) - len(kept))


def component_name(architecture: Architecture, index: int) -> str:
    """Name a component of a row of ``theta``, layers counted from 1 and units from 0.

    >>> component_name(Architecture(n_x=3, hidden=(4,), n_y=1, activation=("tanh",), output="sigmoid"), 6)
    'W1[1,2]'
    """
    for layer, block in enumerate(architecture.blocks, start=1):
        if index < block.matrix_stop:
            unit, source = divmod(index - block.start, block.columns)
            return f"W{layer}[{unit},{source}]" if source < block.n_in else f"b{layer}[{unit}]"
        if index < block.stop:
            kind, unit = divmod(index - block.matrix_stop, block.n_out)
            return f"{('gamma', 'beta')[kind]}{layer}[{unit}]"
    raise IndexError(f"a row of theta has {architecture.n_parameters} components, got index {index}")


def _stack(architecture: Architecture, theta: FloatArray) -> Stack:
    members = theta.shape[0]
    widths = np.tile(np.array(architecture.hidden, np.int64), (members, 1))
    return Stack(theta, np.ones((members, architecture.n_running)), widths)


def _memory(members: int) -> FloatArray:
    return np.zeros((members, 1, 1))


def _backpropagate(
    architecture: Architecture, theta: FloatArray, X: FloatArray, y: FloatArray | IntArray, penalties: Penalties
) -> FloatArray:
    """Return the gradient of the regularized cost, ``(P,)``."""
    gradient = np.zeros_like(theta)
    network = Network(architecture, _stack(architecture, theta), X.shape[0], gradient)
    network.differentiate(X, y, memory=_memory(1))
    W = theta * weight_mask(architecture, theta.dtype)
    gradient += penalties.l2 / penalties.m * W + penalties.l1 / penalties.m * np.sign(W)
    return np.asarray(gradient[0], np.float64)


def _cost_function(architecture: Architecture, X: FloatArray, y: FloatArray | IntArray, penalties: Penalties) -> Cost:
    weights = weight_mask(architecture, np.dtype(np.float64))
    stack = _stack(architecture, np.zeros((COPIES, architecture.n_parameters)))
    # A training pass, for its batch statistics; the gradient it also makes is not used.
    network = Network(architecture, stack, X.shape[0], np.zeros_like(stack.theta))
    l1, l2 = np.full((COPIES, 1), penalties.l1), np.full((COPIES, 1), penalties.l2)

    def cost(theta: FloatArray) -> NDArray[np.float64]:
        stack.theta[: len(theta)] = theta
        network.differentiate(X, y, memory=_memory(COPIES))
        total = network.output.loss.mean(axis=1) + penalty(stack.theta, weights, l1, l2, penalties.m)
        return np.asarray(total[: len(theta)], np.float64)

    return cost


def _components(parameters: int, limit: int | None) -> NDArray[np.int64]:
    if limit is None or parameters <= limit:
        return np.arange(parameters)
    return np.sort(generator(0, "gradient check").choice(parameters, limit, replace=False))


def _moved_costs(cost: Cost, theta: FloatArray, components: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the costs ``(components, 5)`` with each parameter moved by ``e, e/2, 0, -e/2, -e``."""
    moves = STEP * np.array([1, 0.5, -0.5, -1])
    costs: NDArray[np.float64] = np.empty((len(components), 4))
    group = COPIES // len(moves)
    for start in range(0, len(components), group):
        index = np.repeat(components[start : start + group], len(moves))
        copies = np.repeat(theta, len(index), axis=0)
        copies[np.arange(len(index)), index] += np.tile(moves, len(index) // len(moves))
        costs[start : start + group] = cost(copies).reshape(-1, len(moves))
    return np.insert(costs, 2, cost(theta), axis=1)


def _differences(costs: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return derivatives, and whether the cost is smooth there, ``(components,)`` each."""
    far_up, near_up, middle, near_down, far_down = costs.T
    far, near = (far_up - far_down) / (2 * STEP), (near_up - near_down) / STEP
    # What separates the two one-sided differences: e J'' where J is smooth, but the jump of the slope at a kink.
    far_gap = (far_up - 2 * middle + far_down) / STEP
    near_gap = 2 * (near_up - 2 * middle + near_down) / STEP
    # Halving the step must halve a smooth gap; what is left is of order e^3 J'''' and rounding.
    rounding = KINK * np.maximum(1, np.abs(middle))
    continuous = np.abs(far_gap - 2 * near_gap) <= rounding + STEP * np.abs(far_gap)
    # A jump of J'' (squared error of a ReLU output at y = 0) moves the two-sided difference by the order of e.
    settled = np.abs(far - near) <= rounding + UNSETTLED * np.abs(near)
    return (4 * near - far) / 3, continuous & settled


def _compare(
    architecture: Architecture,
    components: NDArray[np.int64],
    analytic: FloatArray,
    numeric: NDArray[np.float64],
    *,
    skipped: int,
) -> GradientCheck:
    apart = np.abs(numeric - analytic)
    worst = int(np.argmax(apart)) if len(components) else None
    total = float(np.linalg.norm(numeric) + np.linalg.norm(analytic))
    return GradientCheck(
        difference=float(np.linalg.norm(apart)) / total if total > 0 else 0.0,
        worst="" if worst is None else component_name(architecture, int(components[worst])),
        analytic=0.0 if worst is None else float(analytic[worst]),
        numeric=0.0 if worst is None else float(numeric[worst]),
        checked=len(components),
        skipped=skipped,
        parameters=architecture.n_parameters,
    )
