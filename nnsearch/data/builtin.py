"""Small data sets that come with nnsearch or scikit-learn. Nothing is downloaded.

The digits come with nnsearch, because importing scikit-learn takes longer than training the first networks on them.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np

from nnsearch.data.raw import RawData


def load_digits() -> RawData:
    """Read 1,797 pictures of handwritten digits, 8x8 pixels of 0 to 16.

    The test set of "Optical Recognition of Handwritten Digits" (Alpaydin and Kaynak, 1998; UCI Machine Learning
    Repository, https://doi.org/10.24432/C50P49, CC BY 4.0), as scikit-learn has it.
    """
    with files("nnsearch.data").joinpath("digits.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        X, y = arrays["X"], arrays["y"]
    return RawData(
        name="digits",
        task="classification",
        X=X,
        y=y.astype(np.int64),
        classes=tuple(map(str, range(10))),
        features=tuple(f"pixel_{row}_{column}" for row in range(8) for column in range(8)),
        image_shape=(8, 8),
        brightest=16.0,
    )


def load_breast_cancer() -> RawData:
    """Read 569 tumors, 30 measurements each: malignant or benign (Wolberg et al., 1995)."""
    from sklearn.datasets import load_breast_cancer as load

    return _classes_from_bunch("breast-cancer", load())


def load_wine() -> RawData:
    """Read 178 wines of three growers, 13 measurements each (Aeberhard and Forina, 1991)."""
    from sklearn.datasets import load_wine as load

    return _classes_from_bunch("wine", load())


def load_iris() -> RawData:
    """Read 150 irises of three species, 4 measurements each (Fisher, 1936)."""
    from sklearn.datasets import load_iris as load

    return _classes_from_bunch("iris", load())


def load_diabetes() -> RawData:
    """Read 442 patients, 10 measurements each, and how the disease went on (Efron et al., 2004): regression.

    The measurements are the original ones: those scikit-learn scales by default were scaled with all examples.
    """
    from sklearn.datasets import load_diabetes as load

    bunch: Any = load(scaled=False)  # a Bunch has no static attributes
    return RawData(
        name="diabetes",
        task="regression",
        X=np.asarray(bunch.data, dtype=np.float64),
        y=np.asarray(bunch.target, dtype=np.float64),
        classes=(),
        features=tuple(bunch.feature_names),
    )


def _classes_from_bunch(name: str, bunch: Any) -> RawData:  # a Bunch has no static attributes
    return RawData(
        name=name,
        task="classification",
        X=np.asarray(bunch.data, dtype=np.float64),
        y=bunch.target.astype(np.int64),
        classes=tuple(str(label) for label in bunch.target_names),
        features=tuple(str(feature) for feature in bunch.feature_names),
    )
