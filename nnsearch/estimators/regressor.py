"""The regressor. Imports scikit-learn; see the package."""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import RegressorMixin
from sklearn.utils.validation import validate_data

from nnsearch.estimators.network import INPUT_TYPES, ArrayLike, NetworkEstimator
from nnsearch.estimators.parameters import FitSettings


class NetworkRegressor(RegressorMixin, NetworkEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """A network that predicts numbers: linear output, squared error, targets standardized for the training.

    The constructor's parameters are described at its signature; a fit checks them. Sample weights, several outputs
    and sparse inputs are not supported.

    Attributes:
        n_features_in_: inputs.
        feature_names_in_: their names ``(n_x,)``, if X had any.
        n_outputs_: 1.
        n_layers_: layers, input and output counted.
        out_activation_: ``linear``.
        n_iter_: epochs trained.
        loss_: cost of the last epoch.
        loss_curve_: cost of each epoch, of the standardized targets, penalties included.
        validation_errors_: root mean square error of the held-out examples after each epoch, in the targets' unit;
            ``None`` without early stopping.
        coefs_: weights of each layer ``(n_in, n_out)``, views.
        intercepts_: biases of each layer ``(n_out,)``, views.
        input_mean_: ``(n_x,)``, subtracted from inputs.
        input_scale_: ``(n_x,)``, what they are divided by.
        target_mean_: what is subtracted from targets.
        target_scale_: what they are divided by.

    Examples:
        >>> import numpy as np
        >>> X = np.linspace(0, 1, 100).reshape(-1, 1)
        >>> network = NetworkRegressor(hidden=16, epochs=200, learning_rate=0.01, random_state=0).fit(X, X[:, 0] ** 2)
        >>> bool(abs(network.predict([[0.5]])[0] - 0.25) < 0.05)
        True
    """

    @property
    def target_mean_(self) -> float:
        """What is subtracted from targets."""
        return self._target_scaling.mean

    @property
    def target_scale_(self) -> float:
        """What targets are divided by."""
        return self._target_scaling.scale

    def fit(self, X: ArrayLike, y: ArrayLike) -> Self:
        """Train from new weights.

        Args:
            X: inputs ``(m, n_x)``.
            y: numbers ``(m,)``.

        Returns:
            The estimator.

        Raises:
            ParameterError: if a parameter has an impossible value (a ``ValueError``).
            ValueError: if X or y cannot be used, or if the training diverges.
        """
        settings = self._settings()
        X, y = validate_data(self, X, y, dtype=INPUT_TYPES, y_numeric=True)
        self._learn(settings, X, y, fresh=True, until=settings.epochs)
        return self

    def partial_fit(self, X: ArrayLike, y: ArrayLike) -> Self:
        """Train one epoch over these examples, from the weights there are.

        The first call, unless after a fit, decides how inputs and targets are standardized.

        Args:
            X: inputs ``(m, n_x)``.
            y: numbers ``(m,)``.

        Returns:
            The estimator.

        Raises:
            ParameterError: if a parameter has an impossible value, or one that does not fit the training so far.
            ValueError: if X or y cannot be used, or if the training diverges.
        """
        settings = self._partial_settings()
        first = not self.__sklearn_is_fitted__()
        X, y = validate_data(self, X, y, dtype=INPUT_TYPES, y_numeric=True, reset=first)
        self._learn(settings, X, y, fresh=first)
        return self

    def predict(self, X: ArrayLike) -> NDArray[np.float64]:
        """Predict numbers.

        Args:
            X: inputs ``(m, n_x)``.

        Returns:
            Numbers ``(m,)`` in the targets' unit.

        Raises:
            NotFittedError: if the network has not been trained.
            ValueError: if X cannot be used.
        """
        return np.asarray(self._outputs(X)[0] * self.target_scale_ + self.target_mean_)

    def _begin(self, settings: FitSettings) -> None:
        super()._begin(settings)
        self.n_outputs_ = 1
        self.out_activation_ = "linear"
