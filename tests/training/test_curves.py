"""Learning curves."""

from __future__ import annotations

from nnsearch.training.curves import Curve


def test_a_curve_grows_by_epochs() -> None:
    curve = Curve(first=5)
    assert curve.epochs == 0
    curve.append({"train_cost": 1.0, "dev_error": 0.5})
    curve.append({"train_cost": 0.5, "dev_error": 0.25})
    assert (curve.first, curve.epochs) == (5, 2)
    assert curve.values == {"train_cost": [1.0, 0.5], "dev_error": [0.5, 0.25]}
