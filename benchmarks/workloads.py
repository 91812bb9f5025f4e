"""The networks and data sets that every contender trains, and how much arithmetic that is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating[Any]]
Layers = list[tuple[FloatArray, FloatArray]]
"""Per layer ``W (K, n_out, n_in)`` and ``b (K, n_out)``, input side first."""

LEARNING_RATE = 1e-3
MEMBERS_CHECKED = 8
"""Members whose training error is computed after a run; it is a check, not a figure of interest."""


@dataclass(frozen=True)
class Workload:
    """One network on one data set: the same for every contender.

    All train with Adam (0.9, 0.999, 1e-8, bias corrected) on ReLU layers and softmax in float32, see every example
    once per epoch in a new order, keep the last smaller mini-batch, and evaluate no dev set.

    Args:
        name: key in :data:`WORKLOADS`.
        source: ``breast-cancer`` or ``digits`` (scikit-learn's), or ``pictures`` (generated).
        widths: units from the inputs to the outputs.
        m: training examples.
        batch_size: examples per step.
        epochs: passes over the examples.
        goals: how many times faster per network nnsearch is meant to be, by a name of its standings; and the share
            of the ``GEMM peak``.
    """

    name: str
    source: Literal["breast-cancer", "digits", "pictures"]
    widths: tuple[int, ...]
    m: int
    batch_size: int
    epochs: int
    goals: dict[str, float] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Widths and batch size, for narrow columns."""
        return f"{'-'.join(str(width) for width in self.widths)} B {self.batch_size}"

    @property
    def title(self) -> str:
        """The workload in a line."""
        epochs = f"{self.epochs} epoch{'s' if self.epochs > 1 else ''}"
        return f"{self.source} {self.label}, {self.m:,} examples, {epochs}"

    @property
    def flops(self) -> int:
        """Floating-point operations of the products for one network.

        Forward ``2 n_in n_out`` per example and layer, backward the same for ``dW`` and for ``dA``, but no ``dA``
        below the first layer. Activations and Adam are not counted, as a product's peak is what they compare with.
        """
        products = [2 * n_in * n_out for n_in, n_out in zip(self.widths[:-1], self.widths[1:], strict=True)]
        return self.epochs * self.m * (3 * sum(products) - products[0])

    def shortened(self) -> Workload:
        """Return the workload for ``--quick``: a fifth of the epochs, a tenth of the many pictures."""
        if self.source == "pictures":
            return replace(self, m=self.m // 10, epochs=1)
        return replace(self, epochs=self.epochs // 5)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Workload:
        """Rebuild a workload from the JSON of ``dataclasses.asdict``."""
        return cls(**{**values, "widths": tuple(values["widths"])})


def load(workload: Workload) -> tuple[FloatArray, NDArray[np.int64]]:
    """Return ``X (m, n_x)`` float32, C-contiguous, and class indices ``y (m,)``; shared, so not to be changed."""
    if workload.source == "pictures":
        return _generated_pictures(workload.m, workload.widths[0], workload.widths[-1])
    X, y = _standardized(workload.source)
    return X[: workload.m], y[: workload.m]


@lru_cache
def _standardized(source: str) -> tuple[FloatArray, NDArray[np.int64]]:
    from sklearn import datasets

    read = datasets.load_digits if source == "digits" else datasets.load_breast_cancer
    X, y = read(return_X_y=True)
    constant = X.max(axis=0) == X.min(axis=0)
    X = (X - X.mean(axis=0)) / np.where(constant, 1, X.std(axis=0))
    return np.ascontiguousarray(X, np.float32), y.astype(np.int64)


@lru_cache
def _generated_pictures(m: int, n_x: int, classes: int) -> tuple[FloatArray, NDArray[np.int64]]:
    """Make pixels in [0, 1]: each class a random picture under noise, one label in twenty wrong."""
    random = np.random.default_rng(0)
    prototypes = random.random((classes, n_x), np.float32)
    y = random.integers(classes, size=m)
    X = 0.25 * prototypes[y] + 0.75 * random.random((m, n_x), np.float32)
    wrong = random.random(m) < 0.05
    return X.astype(np.float32), np.where(wrong, random.integers(classes, size=m), y)


def initial_layers(workload: Workload, members: int) -> Layers:
    """Draw He-initialized weights (He et al., 2015) for contenders that leave it to their caller; ``b = 0``."""
    random = np.random.default_rng(1)
    return [
        (
            random.standard_normal((members, n_out, n_in), np.float32) * np.float32(np.sqrt(2 / n_in)),
            np.zeros((members, n_out), np.float32),
        )
        for n_in, n_out in zip(workload.widths[:-1], workload.widths[1:], strict=True)
    ]


def learning_rates(members: int) -> NDArray[np.float64]:
    """Return each member's learning rate ``(K,)``: a search never trains the same one twice.

    >>> learning_rates(1).tolist()
    [0.001]
    """
    return LEARNING_RATE * (np.geomspace(0.5, 2, members) if members > 1 else np.ones(1))


def training_error(layers: Layers, X: FloatArray, y: NDArray[np.int64]) -> float:
    """Return the median share of misses on the training set over a few members.

    Args:
        layers: trained weights; ReLU between layers, the greatest output wins.
        X: ``(m, n_x)``.
        y: ``(m,)``.
    """
    members = layers[0][0].shape[0]
    errors = []
    for k in np.unique(np.linspace(0, members - 1, MEMBERS_CHECKED).astype(int)):
        A = X
        for index, (W, b) in enumerate(layers):
            A = A @ W[k].T + b[k]
            if index < len(layers) - 1:
                A = np.maximum(A, 0)
        errors.append(float(np.mean(A.argmax(axis=1) != y)))
    return float(np.median(errors))


WORKLOADS: dict[str, Workload] = {
    workload.name: workload
    for workload in (
        Workload(
            "breast-cancer",
            "breast-cancer",
            (30, 16, 2),
            m=569,
            batch_size=32,
            epochs=50,
            goals={"scikit-learn": 35, "torch eager": 90, "JAX": 1.0, "JAX, compilation counted": 1.0},
        ),
        Workload(
            "digits-narrow",
            "digits",
            (64, 32, 16, 10),
            m=1797,
            batch_size=32,
            epochs=20,
            goals={"scikit-learn": 18, "torch eager": 35, "JAX": 1.0, "JAX, compilation counted": 1.0},
        ),
        Workload(
            "digits-wide",
            "digits",
            (64, 128, 64, 10),
            m=1797,
            batch_size=64,
            epochs=20,
            goals={"scikit-learn": 14, "torch eager": 14, "JAX": 0.9, "JAX, compilation counted": 1.0},
        ),
        Workload(
            "pictures",
            "pictures",
            (784, 128, 64, 10),
            m=20_000,
            batch_size=128,
            epochs=2,
            goals={
                "scikit-learn": 1.5,
                "torch eager": 1.5,
                "JAX": 0.9,
                "JAX, compilation counted": 1.0,
                "GEMM peak": 0.85,
            },
        ),
    )
}
