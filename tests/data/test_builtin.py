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
