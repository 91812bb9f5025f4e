"""A network of scikit-learn, for a search. Imported by the peers' workers only."""

from __future__ import annotations

import numpy as np
from sklearn.neural_network import MLPClassifier

from benchmarks.search_peers import DivergedError, Examples
from nnsearch.training.hyperparameters import Hyperparameters


class SklearnNetwork:
    """``MLPClassifier`` trained with Adam, an epoch per ``partial_fit``.

    Args:
        examples: the data.
        hyperparameters: of the network.
        seed: of weights and shuffling.
    """

    def __init__(self, examples: Examples, hyperparameters: Hyperparameters, seed: int) -> None:
        self._examples = examples
        m = len(examples.X_train)
        self._network = MLPClassifier(
            hidden_layer_sizes=hyperparameters.hidden,
            # Its penalty is divided by the batch's size, ours by the training set's.
            alpha=hyperparameters.l2 * min(hyperparameters.batch_size, m) / m,
            batch_size=min(hyperparameters.batch_size, m),
            learning_rate_init=hyperparameters.learning_rate,
            beta_1=hyperparameters.beta1,
            beta_2=hyperparameters.beta2,
            random_state=seed,
        )

    def train_epoch(self) -> None:
        """See :class:`benchmarks.search_peers.Network`."""
        try:
            self._network.partial_fit(
                self._examples.X_train, self._examples.y_train, classes=np.arange(self._examples.classes)
            )
        except ValueError as error:  # how it says that weights are not finite
            raise DivergedError(str(error)) from error

    def dev_error(self) -> float:
        """See :class:`benchmarks.search_peers.Network`."""
        return float(np.mean(self._network.predict(self._examples.X_dev) != self._examples.y_dev))
