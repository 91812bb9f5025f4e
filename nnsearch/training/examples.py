"""A data set as the trainer takes it: inputs with a column of ones, targets in the network's own scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import SettingsError
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.spec import Data, Split
from nnsearch.training.targets import TargetScaling, target_scaling


@dataclass(frozen=True)
class Picture:
    """What an example looks like that is a picture.

    Args:
        height: pixels.
        width: pixels.
        channels: numbers per pixel, the last axis: 1 for grey, 3 for color.
        even: whether all numbers were scaled alike, so that pixels may change places.
    """

    height: int
    width: int
    channels: int
    even: bool = True

    @property
    def n_x(self) -> int:
        """Numbers in a picture."""
        return self.height * self.width * self.channels


@dataclass(frozen=True, eq=False)
class Examples:
    """Train and dev sets for populations; plain arrays, so that workers can map them from files.

    Args:
        X_train: ``(m, n_x + 1)``, the last column ones.
        y_train: ``(m,)``: int64 class indices for softmax, else numbers of X's type (0 and 1 for sigmoid).
        X_dev: ``(m_dev, n_x + 1)``.
        y_dev: ``(m_dev,)``.
        n_y: output units.
        output: the output activation that fits the targets.
        target_mean: what was subtracted from regression targets.
        target_scale: what they were divided by; errors are reported in the targets' own unit.
        picture: what an example looks like; ``None`` if it is no picture.
    """

    X_train: FloatArray
    y_train: FloatArray | IntArray
    X_dev: FloatArray
    y_dev: FloatArray | IntArray
    n_y: int
    output: str
    target_mean: float = 0.0
    target_scale: float = 1.0
    picture: Picture | None = None

    @property
    def n_x(self) -> int:
        """Number of inputs."""
        return int(self.X_train.shape[1]) - 1

    @property
    def task(self) -> str:
        """``classification`` or ``regression``."""
        return "classification" if self.output in ("softmax", "sigmoid") else "regression"

    @property
    def m(self) -> int:
        """Number of training examples."""
        return int(self.X_train.shape[0])


def with_ones(X: FloatArray, dtype: np.dtype[np.floating]) -> FloatArray:
    """Return ``X (m, n_x)`` with a column of ones behind it, ``(m, n_x + 1)``: what multiplies the biases."""
    out: FloatArray = np.ones((X.shape[0], X.shape[1] + 1), dtype)
    out[:, :-1] = X
    return out


def examples_from(
    data: Data, *, output: str | None = None, dtype: np.dtype[np.floating] | type[np.floating] = np.float32
) -> Examples:
    """Prepare loaded data for training.

    Args:
        data: with targets in their own unit; numbers are standardized here with training statistics (for a
            ReLU output only divided, as it cannot be negative).
        output: activation of the output layer: ``linear``, or ``relu`` where targets are never negative, for
            regression; classes leave no choice. By default what fits the task.
        dtype: float32, or float64 for checking gradients.

    Returns:
        The examples, with the output activation that fits the task.

    Raises:
        SettingsError: if ``output`` does not fit the task.
    """
    kind = np.dtype(dtype)
    fitting = _fitting_output(data, output)
    scaling = TargetScaling()
    if data.task == "regression":
        scaling = target_scaling(data.train.y, centered=fitting == "linear")

    def targets(split: Split) -> NDArray[np.generic]:
        if fitting == "softmax":
            return split.y.astype(np.int64)
        return scaling.apply(split.y, kind)

    return Examples(
        X_train=_inputs(data.train, kind),
        y_train=targets(data.train),  # type: ignore[arg-type]  # int64 or float by construction
        X_dev=_inputs(data.dev, kind),
        y_dev=targets(data.dev),  # type: ignore[arg-type]  # as above
        n_y=data.n_y,
        output=fitting,
        target_mean=scaling.mean,
        target_scale=scaling.scale,
        picture=_picture_of(data),
    )


def _picture_of(data: Data) -> Picture | None:
    if data.image_shape is None:
        return None
    even = bool((data.mean == data.mean[0]).all() and (data.scale == data.scale[0]).all())
    return Picture(*data.image_shape, data.channels, even)


def _inputs(split: Split, dtype: np.dtype[np.floating]) -> FloatArray:
    """Return what lies in a file as it is: it must not stand in memory as well."""
    return with_ones(split.X, dtype) if split.mapped is None or split.mapped.dtype != dtype else split.mapped


def _fitting_output(data: Data, output: str | None) -> str:
    if data.task == "classification":
        valid: tuple[str, ...] = ("softmax",) if data.n_y > 1 else ("sigmoid",)
        what = f"{len(data.classes)} classes"
    else:
        valid, what = ("linear", "relu"), "numbers"
    if output is None:
        return valid[0]
    if output not in valid:
        why = ": squared error on a sigmoid is not convex" if (output, data.task) == ("sigmoid", "regression") else ""
        raise SettingsError(
            f"the output layer must be {' or '.join(valid)} for {what}, got {output}{why} (network.output)"
        )
    if output == "relu" and float(data.train.y.min()) < 0:
        raise SettingsError(
            f"a relu output is never negative, but targets reach {float(data.train.y.min()):g}: "
            "use linear (network.output)"
        )
    return output
