"""What a finished learning curve says: gradients that vanish or explode, plateaus, divergence, bias and variance.

Pure functions on curves as they are recorded: a measure's name to one number per epoch.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

VANISHING = 1e-3
"""The first layer's gradient is vanishing where its norm is below this share of the last layer's."""
EXPLODING = 1e2
"""Gradients are exploding where a norm grows to this multiple of the median before, or is that of the last layer's."""
PLATEAU_SHARE = 1 / 3
"""The share of the epochs, the last ones, in which a plateau's training cost does not improve ..."""
PLATEAU_GAIN = 1e-3
"""... by more than this share of itself."""
PLATEAU_ERROR = 0.1
"""A flat training cost is a plateau, rather than the end, where the training error is still above this."""
FEWEST_EPOCHS = 6
"""Shorter curves are not judged for plateaus."""
NOTICEABLE = 0.005
"""An avoidable bias or a variance up to this is not worth advice."""

Curve = Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Flag:
    """Something a curve shows.

    Args:
        name: ``vanishing``, ``exploding``, ``plateau`` or ``diverged``.
        epoch: the epoch it was first seen, counted from the curve's first as 1.
        message: one line with the numbers and what to try.
    """

    name: str
    epoch: int
    message: str


def flags(curve: Curve, *, high_error: float = PLATEAU_ERROR) -> list[Flag]:
    """Return everything a curve shows, what is worst first.

    Args:
        curve: ``train_cost``, ``train_error`` and, per layer counted from 1, ``gradient_norm_1`` ...; measures that
            are missing are not judged.
        high_error: a flat training cost is a plateau where the training error is above this; for regression in the
            targets' unit.

    Returns:
        At most one flag of each name.
    """
    found = (_diverged(curve), _exploding(curve), _vanishing(curve), _plateau(curve, high_error))
    return [flag for flag in found if flag is not None]


def _diverged(curve: Curve) -> Flag | None:
    for name in ("train_cost", "dev_cost"):
        values = curve.get(name, ())
        # A curve without a dev set has no finite dev cost at all.
        if name == "dev_cost" and not any(math.isfinite(value) for value in values):
            continue
        for epoch, value in enumerate(values, start=1):
            if not math.isfinite(value):
                return Flag("diverged", epoch, f"{name} is {value} in epoch {epoch}: lower learning_rate or clip_norm")
    return None


def _norms(curve: Curve) -> list[Sequence[float]]:
    """Gradient norms per layer, the first layer first."""
    layers: list[Sequence[float]] = []
    while (values := curve.get(f"gradient_norm_{len(layers) + 1}")) is not None:
        layers.append(values)
    return layers


def _vanishing(curve: Curve) -> Flag | None:
    layers = _norms(curve)
    if len(layers) < 2:
        return None
    # A single epoch's last mini-batch may be an easy one: most of the epochs must show it.
    small = [first < VANISHING * last for first, last in zip(layers[0], layers[-1], strict=True)]
    if not small or sum(small) <= len(small) / 2:
        return None
    epoch = small.index(True) + 1
    first, last = layers[0][epoch - 1], layers[-1][epoch - 1]
    return Flag(
        "vanishing",
        epoch,
        f"the first layer's gradient norm is {first:.1e} against {last:.1e} in the last layer in epoch {epoch}: "
        "try relu, he initialization, batch_norm or fewer layers",
    )


def _exploding(curve: Curve) -> Flag | None:
    layers = _norms(curve)
    for number, norms in enumerate(layers, start=1):
        for epoch, value in enumerate(norms, start=1):
            above = layers[-1][epoch - 1]
            # Near a minimum gradients are tiny and noisy; growth counts from where training began.
            grows = epoch > 1 and value > norms[0] and value > EXPLODING * statistics.median(norms[: epoch - 1]) > 0
            # In the epoch in which a network diverged nothing is a number, whatever its gradients were.
            measured = not math.isnan(value)
            if measured and (math.isinf(value) or grows or value > EXPLODING * above > 0):
                return Flag(
                    "exploding",
                    epoch,
                    f"layer {number}'s gradient norm is {value:.1e} in epoch {epoch}: "
                    "lower learning_rate or init_scale, or set clip_norm",
                )
    return None


def _plateau(curve: Curve, high_error: float) -> Flag | None:
    costs, errors = curve.get("train_cost", ()), curve.get("train_error", ())
    if len(costs) < FEWEST_EPOCHS or not errors or not all(math.isfinite(cost) for cost in costs):
        return None
    flat = max(2, math.ceil(len(costs) * PLATEAU_SHARE))
    before, after = min(costs[:-flat]), min(costs[-flat:])
    if errors[-1] <= high_error or before - after > PLATEAU_GAIN * abs(before):
        return None
    epoch = len(costs) - flat + 1
    return Flag(
        "plateau",
        epoch,
        f"the training cost has stayed at {after:.3g} since epoch {epoch} with a training error of {errors[-1]:.3g}: "
        "try another learning_rate, adam or a bigger network",
    )


@dataclass(frozen=True)
class Diagnosis:
    """Bias and variance.

    Args:
        base_error: what a human, or the best possible, gets wrong.
        train_error: on the training set.
        dev_error: on the dev set.
        sees: ``bias``, ``variance``, both in the order to fight them, or nothing.
        advice: sentences, what to do first first; never empty.
    """

    base_error: float
    train_error: float
    dev_error: float
    sees: tuple[str, ...]
    advice: tuple[str, ...]

    @property
    def avoidable_bias(self) -> float:
        """Training error above the base error."""
        return self.train_error - self.base_error

    @property
    def variance(self) -> float:
        """Dev error above the training error."""
        return self.dev_error - self.train_error


def diagnose(
    train_error: float, dev_error: float, base_error: float = 0.0, *, noticeable: float = NOTICEABLE
) -> Diagnosis:
    """Tell bias from variance and say what to do next: bias first, then variance.

    Either is seen where it is noticeable and at least half as large as the other.

    Args:
        train_error: on the training set, without dropout if it can be had, >= 0.
        dev_error: on the dev set, >= 0.
        base_error: human or Bayes error in the same unit, >= 0.
        noticeable: a difference up to this is not worth advice; for regression in the targets' unit.

    Returns:
        What is seen, and advice.

    >>> diagnose(0.15, 0.16, base_error=0.01).sees
    ('bias',)
    """
    bias, variance = train_error - base_error, dev_error - train_error
    sees = tuple(
        name
        for name, value, other in (("bias", bias, variance), ("variance", variance, bias))
        if value > noticeable and value >= other / 2
    )
    advice = [_ADVICE[name].format(bias=bias, variance=variance) for name in sees]
    if len(sees) == 2:
        advice.insert(0, "Fight the bias first, then the variance.")
    if not sees:
        advice.append("Training and dev error are close to the base error: judge the network once on the test set.")
    if bias < -noticeable:
        advice.append(
            f"The training error is {-bias:.3g} below the base error: the base error is set too high, "
            "or the network has learned the training set by heart."
        )
    return Diagnosis(base_error, train_error, dev_error, sees, tuple(advice))


_ADVICE = {
    "bias": "Avoidable bias is {bias:.3g}: train a bigger network, train longer, or try another architecture.",
    "variance": "Variance is {variance:.3g}: get more data, regularize (l2, keep_prob), or try another architecture.",
}
