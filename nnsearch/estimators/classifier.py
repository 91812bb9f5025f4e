"""The classifier. Imports scikit-learn; see the package."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import ClassifierMixin
from sklearn.preprocessing import LabelEncoder
from sklearn.utils.multiclass import check_classification_targets, unique_labels
from sklearn.utils.validation import validate_data

from nnsearch.estimators.network import INPUT_TYPES, ArrayLike, NetworkEstimator


class NetworkClassifier(ClassifierMixin, NetworkEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """A network that classifies: sigmoid output for two classes, softmax for more, cross-entropy loss.

    The constructor's parameters are described at its signature; a fit checks them. Sample weights, several outputs
    and sparse inputs are not supported.

    Attributes:
        classes_: the labels ``(C,)``, sorted.
        n_features_in_: inputs.
        feature_names_in_: their names ``(n_x,)``, if X had any.
        n_outputs_: output units.
        n_layers_: layers, input and output counted.
        out_activation_: ``sigmoid`` or ``softmax``.
        n_iter_: epochs trained.
        loss_: cost of the last epoch.
        loss_curve_: cost of each epoch, penalties included.
        validation_errors_: share of held-out examples misclassified after each epoch; ``None`` without early
            stopping.
        coefs_: weights of each layer ``(n_in, n_out)``, views.
        intercepts_: biases of each layer ``(n_out,)``, views.
        input_mean_: ``(n_x,)``, subtracted from inputs.
        input_scale_: ``(n_x,)``, what they are divided by.

    Examples:
        >>> from sklearn.datasets import load_iris
        >>> X, y = load_iris(return_X_y=True, as_frame=True)
        >>> network = NetworkClassifier(hidden=(16,), learning_rate=0.01, random_state=0).fit(X, y)
        >>> network.score(X, y) > 0.95
        True
        >>> [layer.shape for layer in network.coefs_]
        [(4, 16), (16, 3)]
    """

    classes_: NDArray[Any]

    def fit(self, X: ArrayLike, y: ArrayLike) -> Self:
        """Train from new weights.

        Args:
            X: inputs ``(m, n_x)``.
            y: labels ``(m,)`` of any one type, at least two different ones.

        Returns:
            The estimator.

        Raises:
            ParameterError: if a parameter has an impossible value (a ``ValueError``).
            ValueError: if X or y cannot be used, or if the training diverges.
        """
        settings = self._settings()
        X, y = validate_data(self, X, y, dtype=INPUT_TYPES)
        check_classification_targets(y)
        encoder = LabelEncoder()
        labels = encoder.fit_transform(y)
        self._set_classes(encoder.classes_)
        self._learn(settings, X, labels, fresh=True, until=settings.epochs)
        return self

    def partial_fit(self, X: ArrayLike, y: ArrayLike, classes: ArrayLike | None = None) -> Self:
        """Train one epoch over these examples, from the weights there are.

        The first call, unless after a fit, decides how inputs are standardized.

        Args:
            X: inputs ``(m, n_x)``.
            y: labels ``(m,)``.
            classes: all labels ``(C,)`` there will ever be; needed in the first call.

        Returns:
            The estimator.

        Raises:
            ParameterError: if a parameter has an impossible value, or one that does not fit the training so far.
            ValueError: if the classes are missing or others than before, if X or y cannot be used, or if the
                training diverges.
        """
        settings = self._partial_settings()
        first = not self.__sklearn_is_fitted__()
        X, y = validate_data(self, X, y, dtype=INPUT_TYPES, reset=first)
        check_classification_targets(y)
        self._check_classes(classes, first=first)
        encoder = LabelEncoder()
        encoder.classes_ = self.classes_
        labels = encoder.transform(y)
        self._learn(settings, X, labels, fresh=first)
        return self

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        """Predict the most probable label.

        Args:
            X: inputs ``(m, n_x)``.

        Returns:
            Labels ``(m,)``.

        Raises:
            NotFittedError: if the network has not been trained.
            ValueError: if X cannot be used.
        """
        probabilities = self.predict_proba(X)
        return np.asarray(self.classes_[probabilities.argmax(axis=1)])

    def predict_proba(self, X: ArrayLike) -> NDArray[np.float64]:
        """Predict the probability of each class.

        Args:
            X: inputs ``(m, n_x)``.

        Returns:
            Probabilities ``(m, C)`` in the order of ``classes_``; rows sum to 1.

        Raises:
            NotFittedError: if the network has not been trained.
            ValueError: if X cannot be used.
        """
        outputs = self._outputs(X)
        if self.n_outputs_ == 1:
            return np.column_stack([1 - outputs[0], outputs[0]])
        return np.ascontiguousarray(outputs.T)

    def predict_log_proba(self, X: ArrayLike) -> NDArray[np.float64]:
        """Predict the logarithm of each class's probability.

        Args:
            X: inputs ``(m, n_x)``.

        Returns:
            Logarithms ``(m, C)``, ``-inf`` where a probability is 0.

        Raises:
            NotFittedError: if the network has not been trained.
            ValueError: if X cannot be used.
        """
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(self.predict_proba(X)), np.float64)

    def _set_classes(self, classes: NDArray[Any]) -> None:
        if len(classes) < 2:
            raise ValueError(f"a classifier needs at least 2 classes, got {len(classes)} class: {classes.tolist()}")
        self.classes_ = classes
        self.n_outputs_ = 1 if len(classes) == 2 else len(classes)
        self.out_activation_ = "sigmoid" if len(classes) == 2 else "softmax"

    def _check_classes(self, classes: ArrayLike | None, *, first: bool) -> None:
        if first and classes is None:
            raise ValueError("classes must name all labels in the first call of partial_fit, got None")
        if classes is None:
            return
        labels = unique_labels(classes)
        if first:
            self._set_classes(labels)
        elif not np.array_equal(labels, self.classes_):
            raise ValueError(
                f"classes must be the same in every call of partial_fit, {self.classes_.tolist()}, "
                f"got {labels.tolist()}"
            )
