"""Check backpropagation for one trial's network on real examples: at its initialization and after some epochs.

Dropout is off, as it makes the cost ill-defined; clipping is not part of the cost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nnsearch.core.errors import SettingsError
from nnsearch.core.types import FloatArray
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.gradient_check import GradientCheck, Penalties, check_gradient
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.population import architecture_of, initial_state, shape_of
from nnsearch.training.segment import Segment
from nnsearch.training.trainer import train


@dataclass(frozen=True)
class GradientReport:
    """Two gradient checks of one network.

    Args:
        initial: at initialization.
        trained: after ``epochs`` epochs; ``None`` if training diverged.
        epochs: epochs trained in between.
        examples: training examples the gradient was taken over.
    """

    initial: GradientCheck
    trained: GradientCheck | None
    epochs: int
    examples: int

    @property
    def checks(self) -> tuple[GradientCheck, ...]:
        """The checks there are."""
        return (self.initial,) if self.trained is None else (self.initial, self.trained)

    @property
    def verdict(self) -> str:
        """The worse verdict of the two."""
        return max(self.checks, key=lambda check: check.difference).verdict


def check_gradients(
    member: Hyperparameters,
    examples: Examples,
    *,
    seed: int = 0,
    epochs: int = 3,
    batch: int = 64,
    limit: int | None = 5000,
) -> GradientReport:
    """Check the gradient of a member's regularized cost with its penalties, without dropout.

    Args:
        member: the network and its penalties.
        examples: in float64 (``examples_from(data, dtype=np.float64)``).
        seed: of the initialization and of the training.
        epochs: trained between the two checks, >= 1.
        batch: training examples the gradient is taken over, the first ones, >= 1; fewer if there are fewer.
        limit: components to check in networks with more parameters, drawn at random; ``None`` for all.

    Returns:
        The check at initialization and the one after training.

    Raises:
        SettingsError: if the examples are not float64 or the hyperparameters cannot be trained.
    """
    if examples.X_train.dtype != np.float64:
        raise SettingsError(f"a gradient is checked in float64, got examples in {examples.X_train.dtype}")
    settled = replace(member, keep_prob=(1.0,) * len(member.hidden), input_keep_prob=1.0, patience=None, clip_norm=None)
    architecture = architecture_of(shape_of(settled), settled.hidden, n_x=examples.n_x, n_y=examples.n_y)

    def check(theta: FloatArray) -> GradientCheck:
        return _check(architecture, theta, settled, examples, batch, limit)

    start = initial_state((settled,), architecture, seed=seed, dtype=np.dtype(np.float64))
    trained = train(Segment((settled,), settled.hidden, seed, epochs, epochs, state=start), examples)
    return GradientReport(
        initial=check(start.theta),
        trained=None if trained.diverged else check(trained.state.theta),
        epochs=epochs,
        examples=min(batch, examples.m),
    )


def _check(
    architecture: Architecture,
    theta: FloatArray,
    member: Hyperparameters,
    examples: Examples,
    batch: int,
    limit: int | None,
) -> GradientCheck:
    X, y = examples.X_train[:batch], examples.y_train[:batch]
    penalties = Penalties(member.l1, member.l2, examples.m)
    return check_gradient(architecture, theta, X, y, penalties=penalties, limit=limit)
