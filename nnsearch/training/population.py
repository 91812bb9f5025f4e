"""What K members share and where they differ: the shape they agree on and their ``(K, 1)`` columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import SettingsError
from nnsearch.nn.architecture import Architecture
from nnsearch.nn.initializers import initialize
from nnsearch.optim.registry import OPTIMIZERS
from nnsearch.optim.rules import Columns
from nnsearch.optim.schedules import SCHEDULES, ScheduleSettings, warmed_up
from nnsearch.training.augmentation import NO_AUGMENTATION, AugmentationSettings
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.state import PopulationState


@dataclass(frozen=True)
class Shape:
    """What must agree for members to train together. Widths, rates, penalties and the rest may differ."""

    depth: int
    activation: tuple[str, ...]
    output: str
    batch_size: int
    optimizer: str
    batch_norm: bool
    input_dropout: bool
    early_stopping: bool
    augmentation: AugmentationSettings = NO_AUGMENTATION


def shape_of(member: Hyperparameters) -> Shape:
    """Return the shape a member belongs to."""
    return Shape(
        depth=len(member.hidden),
        activation=member.activation,
        output=member.output,
        batch_size=member.batch_size,
        optimizer=member.optimizer,
        batch_norm=member.batch_norm,
        input_dropout=member.input_keep_prob < 1,
        early_stopping=member.patience is not None,
        augmentation=AugmentationSettings(member.augment_flip, member.augment_shift, member.augment_rotation),
    )


def container_of(members: Sequence[Hyperparameters]) -> tuple[int, ...]:
    """Return the least common widths of members of one depth."""
    return tuple(max(widths) for widths in zip(*(member.hidden for member in members), strict=True))


def architecture_of(shape: Shape, container: Sequence[int], *, n_x: int, n_y: int) -> Architecture:
    """Return the padded architecture of a population."""
    return Architecture(
        n_x=n_x,
        hidden=tuple(container),
        n_y=n_y,
        activation=shape.activation,
        output=shape.output,
        batch_norm=shape.batch_norm,
        input_dropout=shape.input_dropout,
    )


def common_shape(members: Sequence[Hyperparameters], container: Sequence[int]) -> Shape:
    """Return the one shape of a population.

    Raises:
        SettingsError: if the members differ in shape or do not fit the container.
    """
    shapes = {shape_of(member) for member in members}
    if len(shapes) != 1:
        raise SettingsError(f"the members of a population must share one shape, got {len(shapes)}")
    for member in members:
        if len(member.hidden) != len(container) or any(
            own > common for own, common in zip(member.hidden, container, strict=True)
        ):
            raise SettingsError(f"hidden layers {list(member.hidden)} do not fit the container {list(container)}")
    return shapes.pop()


def initial_state(
    members: Sequence[Hyperparameters],
    architecture: Architecture,
    *,
    seed: int,
    dtype: np.dtype[np.floating],
) -> PopulationState:
    """Make the state of a population before its first epoch."""
    shape = shape_of(members[0])
    theta = initialize(
        architecture,
        [member.hidden for member in members],
        [member.initializer for member in members],
        [member.init_scale for member in members],
        seed=seed,
        dtype=dtype,
    )
    members_count = len(members)
    running = np.zeros((members_count, architecture.n_running), dtype)
    kept = theta.shape[1] if shape.early_stopping else 0
    return PopulationState(
        epoch=0,
        theta=theta,
        moments=tuple(np.zeros_like(theta) for _ in range(OPTIMIZERS[shape.optimizer].moments)),
        running=_unit_variances(running, architecture),
        best_theta=np.zeros((members_count, kept), dtype),
        best_running=np.zeros((members_count, architecture.n_running if kept else 0), dtype),
        best_error=np.full(members_count, np.inf),
        best_epoch=np.zeros(members_count, np.int64),
    )


def _unit_variances(running: NDArray[np.floating], architecture: Architecture) -> NDArray[np.floating]:
    start = 0
    for units in architecture.hidden if architecture.batch_norm else ():
        running[:, start + units : start + 2 * units] = 1
        start += 2 * units
    return running


def optimizer_columns(members: Sequence[Hyperparameters]) -> Columns:
    """Return the optimizer's hyperparameters as float64 columns ``(K, 1)``."""
    names = ("beta1", "beta2", "epsilon", "dampening", "bias_correction")
    return {name: column([float(getattr(member, name)) for member in members]) for name in names}


def column(values: Sequence[float]) -> NDArray[np.float64]:
    """Return ``(K, 1)`` float64."""
    return np.array(values, np.float64)[:, None]


def learning_rates(members: Sequence[Hyperparameters], epoch: int, epochs: int) -> NDArray[np.float64]:
    """Return each member's learning rate in an epoch ``(K, 1)``.

    Args:
        members: the population.
        epoch: counted from 0.
        epochs: of the whole training, for schedules that end.
    """
    return column([learning_rate(member, epoch, epochs) for member in members])


def learning_rate(member: Hyperparameters, epoch: int, epochs: int) -> float:
    """Return one member's learning rate in an epoch counted from 0."""
    settings = ScheduleSettings(member.learning_rate, member.decay, member.decay_every, epochs, member.learning_rates)
    return warmed_up(SCHEDULES[member.schedule](settings, epoch), epoch, member.warmup)
