"""scikit-learn's MLPClassifier as a contender. Imported by workers only."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from benchmarks.session import Prepared
from benchmarks.workloads import LEARNING_RATE, Layers, Workload, load


def prepare(workload: Workload, members: int) -> Prepared:
    """Make it ready. It trains in X's type, float32; with ``tol=0`` and no patience it runs all epochs.

    Raises:
        ValueError: if ``members`` is not 1, all it can do.
    """
    if members != 1:
        raise ValueError(f"MLPClassifier trains 1 network at a time, got {members}")
    X, y = load(workload)

    def run() -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            classifier = MLPClassifier(
                hidden_layer_sizes=workload.widths[1:-1],
                activation="relu",
                solver="adam",
                alpha=0,
                batch_size=workload.batch_size,
                learning_rate_init=LEARNING_RATE,
                max_iter=workload.epochs,
                shuffle=True,
                random_state=0,
                tol=0,
                n_iter_no_change=workload.epochs + 1,
                early_stopping=False,
            ).fit(X, y)
        if classifier.n_iter_ != workload.epochs:
            raise RuntimeError(f"MLPClassifier must train {workload.epochs} epochs, trained {classifier.n_iter_}")
        return classifier

    return Prepared(run=run, layers=_layers)


def _layers(classifier: Any) -> Layers:
    layers: Layers = [(W.T[None], b[None]) for W, b in zip(classifier.coefs_, classifier.intercepts_, strict=True)]
    W, b = layers[-1]
    if W.shape[1] == 1:
        # A logistic output is a softmax of two of which the first is held at 0.
        layers[-1] = np.concatenate([np.zeros_like(W), W], axis=1), np.concatenate([np.zeros_like(b), b], axis=1)
    return layers
