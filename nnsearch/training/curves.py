"""Learning curves: what one epoch tells of each member."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Curve:
    """One member's epochs in one segment.

    Every curve has ``train_cost, dev_cost, train_error, dev_error, learning_rate``; per-layer norms follow as
    ``gradient_norm_1`` ..., ``update_norm_1`` ...

    Args:
        first: the first epoch, counted from 1.
        values: per measure, one number per epoch, ``first``, ``first + 1`` ...
    """

    first: int
    values: dict[str, list[float]] = field(default_factory=dict)

    def append(self, measures: dict[str, float]) -> None:
        """Add one epoch."""
        for name, value in measures.items():
            self.values.setdefault(name, []).append(value)

    @property
    def epochs(self) -> int:
        """Epochs in this segment."""
        return len(self.values.get("train_cost", ()))
