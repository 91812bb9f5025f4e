"""From raw rows to a network's inputs: what a table's columns become, learned from the training set alone.

What was learned (``fitting``, with scikit-learn) is kept as plain values and applied with NumPy, so that a stored model
needs no pickled transformer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.data.raw import Column, Inputs, Kind, quoted
from nnsearch.data.scaling import Scaling

OTHER = "(other)"
MISSING_LEVEL = "(missing)"


@dataclass(frozen=True)
class Coding:
    """What becomes of one column.

    Args:
        name: the column's name.
        kind: ``number``, ``boolean`` or ``category``.
        levels: those with an input of their own, in order.
        grouped: rare levels, which share one input with those never seen in training.
        fill: what replaces a missing value: a number, 0 or 1 of a boolean, or a level's text; ``None`` if a missing
            value is refused or, in a category, has its own input.
        indicator: whether an input says that the value was missing.
        words: how false and true are written, for a boolean.
    """

    name: str
    kind: Kind = "number"
    levels: tuple[str, ...] = ()
    grouped: tuple[str, ...] = ()
    fill: float | str | None = None
    indicator: bool = False
    words: tuple[str, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the inputs that the column becomes."""
        if self.kind != "category":
            return (self.name, f"{self.name} missing") if self.indicator else (self.name,)
        more = ([OTHER] if self.grouped else []) + ([MISSING_LEVEL] if self.indicator else [])
        return tuple(f"{self.name}={level}" for level in (*self.levels, *more))

    def encode(self, values: NDArray[np.float64], column: Column) -> NDArray[np.float64]:
        """Turn a raw column into inputs.

        Args:
            values: ``(m,)``, NaN where one is missing; for a category indices of ``column.levels``.
            column: what the values are.

        Returns:
            ``(m, len(features))``. An unseen level is all zeros where there are no rare ones.

        Raises:
            DataError: if a value is missing and nothing was learned to replace it.
        """
        gone = np.isnan(values)
        if gone.any() and self.fill is None and not (self.indicator and self.kind == "category"):
            raise DataError(
                f"the column {quoted(self.name)} must have no missing values, got {int(gone.sum())}: fill them (the "
                "training set had none, or data.missing was not set)"
            )
        if self.kind == "category":
            return self._one_hot(values, gone, column)
        if gone.any():
            values = np.where(gone, float(self.fill or 0), values)
        return np.column_stack([values, gone]) if self.indicator else values[:, None]

    def _one_hot(self, values: NDArray[np.float64], gone: NDArray[np.bool_], column: Column) -> NDArray[np.float64]:
        width = len(self.features)
        place = {level: index for index, level in enumerate(self.levels)}
        place |= dict.fromkeys(self.grouped, len(self.levels))
        unseen = len(self.levels) if self.grouped else width  # the column behind the last is cut off below
        absent = width - 1 if self.indicator else place.get(str(self.fill), unseen)
        where = np.array([*(place.get(level, unseen) for level in column.levels), absent], np.int64)
        codes = np.where(gone, len(column.levels), values).astype(np.int64)
        out = np.zeros((len(values), width + 1))
        out[np.arange(len(values)), where[codes]] = 1
        return out[:, :width]


@dataclass(frozen=True, eq=False)
class Preprocessing:
    """Everything between a raw row and a network's inputs.

    Args:
        codings: one per column that is used, in order.
        scaling: shift and scale of the inputs.
        ignored: other columns of the training table, which rows may have and need not.
    """

    codings: tuple[Coding, ...]
    scaling: Scaling
    ignored: tuple[str, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the ``n_x`` inputs."""
        return tuple(name for coding in self.codings for name in coding.features)

    def to_dict(self) -> dict[str, Any]:
        """Return the same as JSON-ready types."""
        return {
            "codings": [asdict(coding) for coding in self.codings],
            "mean": self.scaling.mean.tolist(),
            "scale": self.scaling.scale.tolist(),
            "ignored": list(self.ignored),
        }

    @classmethod
    def from_dict(cls, state: Mapping[str, Any]) -> Preprocessing:
        """Return what :meth:`to_dict` described, to the same bits.

        Raises:
            DataError: if it describes something else.
        """
        try:
            codings = tuple(
                Coding(
                    **{**each, **{key: tuple(each[key]) for key in ("levels", "grouped", "words")}},
                )
                for each in state["codings"]
            )
            scaling = Scaling(*(np.asarray(state[key], np.float32) for key in ("mean", "scale")))
            made = cls(codings, scaling, tuple(state["ignored"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DataError(f"a stored preprocessing must be as nnsearch wrote it: {error}") from error
        if not len(made.features) == len(scaling.mean) == len(scaling.scale):
            raise DataError("a stored preprocessing must have a mean and a scale for each feature")
        return made


def encode(codings: Sequence[Coding], columns: Sequence[Column], X: Inputs) -> Inputs:
    """Turn raw inputs into those of a network, not yet scaled; X itself if nothing changes.

    Args:
        codings: one per column of X.
        columns: what X holds.
        X: raw inputs ``(m, n)``.

    Raises:
        DataError: if a value is missing and nothing was learned to replace it.
    """
    if X.dtype == np.uint8 or (all(map(is_plain, codings)) and not np.isnan(X).any()):
        return X
    values = X.astype(np.float64)
    parts = [
        coding.encode(values[:, index], column)
        for index, (coding, column) in enumerate(zip(codings, columns, strict=True))
    ]
    return np.concatenate(parts, axis=1)


def is_plain(coding: Coding) -> bool:
    """Whether a column is taken as it is: one input, no value of its own for missing ones."""
    return coding.kind != "category" and not coding.indicator
