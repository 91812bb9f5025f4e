"""A task and its result: what travels to a worker and back. Both are plain data."""

from __future__ import annotations

from dataclasses import dataclass, field

from nnsearch.training.curves import Curve
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.state import PopulationState


@dataclass(frozen=True, eq=False)
class Segment:
    """Train one population until an epoch, or for a bounded time if that ends first.

    Args:
        members: hyperparameters of each member; all of one shape.
        container: common widths the members are padded to.
        seed: of all random draws, shared by the members.
        epochs: epochs of a complete training, for schedules that end.
        until: epochs to have done at the end of this segment.
        state: where to go on; ``None`` to start.
        seconds: soft limit: the segment ends with the epoch in which it passes. Where it is cut changes no bit.
        objective: a key of :data:`~nnsearch.training.objectives.OBJECTIVES` that each epoch measures on the dev set and
            early stopping follows; ``None`` for the error.
        compile_loops: whether so much training follows that compiling pays; ``None`` leaves it to what the process has
            trained so far. One that has compiled uses the loops in any case. No bit depends on it.
        steps: optimizer steps done before this segment; ``None`` if all earlier epochs had as many as one has now.
    """

    members: tuple[Hyperparameters, ...]
    container: tuple[int, ...]
    seed: int
    epochs: int
    until: int
    state: PopulationState | None = None
    seconds: float | None = None
    objective: str | None = None
    compile_loops: bool | None = None
    steps: int | None = None


@dataclass(frozen=True, eq=False)
class SegmentResult:
    """What a segment leaves.

    Args:
        state: rows of the members in the segment's order, stopped ones included.
        curves: one per member.
        diverged: members (by index) whose cost or weights ceased to be finite, with the epoch counted from 1.
        stopped: members that early stopping ended, with the epoch whose weights were restored.
        seconds: spent on it.
        metrics: of members that have ended with weights to keep, where they were measured: see
            :func:`~nnsearch.training.final_metrics.final_metrics`.
    """

    state: PopulationState
    curves: tuple[Curve, ...]
    diverged: dict[int, int]
    stopped: dict[int, int]
    seconds: float
    metrics: dict[int, dict[str, float]] = field(default_factory=dict)
