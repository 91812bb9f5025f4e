import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from nnsearch.data import builtin
from nnsearch.data.raw import RawData


@pytest.mark.parametrize(
    ("load", "shape", "n_classes"),
    [
        (builtin.load_digits, (1797, 64), 10),
        (builtin.load_breast_cancer, (569, 30), 2),
        (builtin.load_wine, (178, 13), 3),
        (builtin.load_iris, (150, 4), 3),
        (builtin.load_diabetes, (442, 10), 0),
    ],
)
def test_a_built_in_has_its_published_size(load: Callable[[], RawData], shape: tuple[int, int], n_classes: int) -> None:
    raw = load()
    assert (raw.X.shape, raw.y.shape, len(raw.classes)) == (shape, shape[:1], n_classes)
    assert len(raw.features) == shape[1]


def test_digits_are_pictures_of_sixteen_greys() -> None:
    raw = builtin.load_digits()
    assert raw.image_shape == (8, 8)
    assert raw.X.max() == raw.brightest == 16


def test_breast_cancer_names_its_classes() -> None:
    assert builtin.load_breast_cancer().classes == ("malignant", "benign")


def test_diabetes_comes_unscaled() -> None:
    ages = builtin.load_diabetes().X[:, 0]
    assert ages.min() == 19
    assert np.array_equal(ages, ages.round())


def test_digits_are_those_of_scikit_learn() -> None:
    from sklearn.datasets import load_digits

    own, theirs = builtin.load_digits(), load_digits()
    assert own.X.dtype == np.uint8
    assert np.array_equal(own.X, theirs.data)
    assert np.array_equal(own.y, theirs.target)
    assert own.classes == tuple(map(str, theirs.target_names))
    assert own.features == tuple(theirs.feature_names)


def test_digits_are_loaded_without_scikit_learn() -> None:
    imports = "import sys; from nnsearch.data.load import load_data; from nnsearch.data.spec import DataSpec"
    code = f"{imports}; load_data(DataSpec('digits')); assert 'sklearn' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
