"""Networks as scikit-learn estimators. The package imports scikit-learn, so it is itself imported lazily."""

from nnsearch.estimators.classifier import NetworkClassifier
from nnsearch.estimators.parameters import ParameterError
from nnsearch.estimators.regressor import NetworkRegressor

__all__ = ["NetworkClassifier", "NetworkRegressor", "ParameterError"]
