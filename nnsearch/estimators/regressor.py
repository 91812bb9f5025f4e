"""The regressor. Imports scikit-learn; see the package."""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import RegressorMixin
from sklearn.utils.validation import validate_data

from nnsearch.core.types import FloatArray
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

    target_mean_: float
    target_scale_: float

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
        self._begin(settings, X)
        self._scale_targets(y)
        self._go_on(settings, X, y, until=settings.epochs)
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
        if first:
            self._begin(settings, X)
            self._scale_targets(y)
        self._go_on(settings, X, y, until=self.n_iter_ + 1)
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

    def _scale_targets(self, y: NDArray[np.number]) -> None:
        self.n_outputs_ = 1
        self.out_activation_ = "linear"
        values = np.asarray(y, np.float64)
        with np.errstate(all="ignore"):  # numbers too large are refused with the scaled targets
            self.target_mean_ = float(values.mean())
            # A computed deviation misses constant targets by rounding.
            constant = values.max() == values.min()
            self.target_scale_ = 1.0 if constant else float(values.std()) or 1.0

    def _go_on(self, settings: FitSettings, X: FloatArray, y: NDArray[np.number], *, until: int) -> None:
        with np.errstate(all="ignore"):
            targets = ((np.asarray(y, np.float64) - self.target_mean_) / self.target_scale_).astype(settings.dtype)
        if not np.isfinite(self.target_scale_):
            targets.fill(np.nan)
        self._train(settings, self._examples(settings, X, targets, self.target_scale_, None), until=until)
