import numpy as np

from nnsearch.training.curves import curves_from


def test_curves_grow_by_epochs_until_their_member_leaves():
    everyone = {"train_cost": np.array([1.0, 2.0, 3.0]), "dev_error": np.array([0.5, 0.4, 0.3])}
    others = {"train_cost": np.array([0.5, 2.5]), "dev_error": np.array([0.25, 0.2])}
    left, stayed, _ = curves_from([(np.arange(3), everyone), (np.array([1, 2]), others)], first=5, members=3)
    assert (left.first, left.epochs, stayed.epochs) == (5, 1, 2)
    assert left.values == {"train_cost": [1.0], "dev_error": [0.5]}
    assert stayed.values == {"train_cost": [2.0, 0.5], "dev_error": [0.4, 0.25]}


def test_without_epochs_curves_are_empty():
    (curve,) = curves_from([], first=1, members=1)
    assert (curve.epochs, curve.values) == (0, {})
