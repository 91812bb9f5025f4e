"""Coarse to fine, one hyperparameter at a time: the range around what the best trials have, and the reason for it.

Pure logic on settings; distances are measured on each range's own scale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from nnsearch.search.settings import Choices, Fixed, Range, Scalar, Setting
from nnsearch.training.hyperparameters import Hyperparameter

EDGE = 0.1
"""Share of a range, at either end, that counts as its edge; also what is left around the best trials."""
WIDEN = 0.3
"""Share of a range that is added beyond an edge where the best trials sit."""
CROWD = 1 / 3
"""Share of the best trials that must sit at an edge, unless the very best one does."""
FEWEST = 3
"""Values below which nothing is concluded."""


def narrow(
    setting: Range | Choices, rule: Hyperparameter, values: Sequence[Scalar], least: float = -math.inf
) -> tuple[Setting, str]:
    """Choose what to search next.

    Args:
        setting: what was searched.
        rule: what values must obey.
        values: what the best trials have, the best trial's first; those in which it does not act are missing.
        least: never go below this.

    Returns:
        The new setting and the reason for it.

    >>> from nnsearch.training.hyperparameters import HYPERPARAMETERS
    >>> narrow(Range(1e-4, 1e-1, "log"), HYPERPARAMETERS["learning_rate"], [0.003, 0.002, 0.005])
    (Range(low=0.001, high=0.01, scale='log', integer=False), 'the best lie from 0.002 to 0.005')
    """
    if len(values) < FEWEST:
        return setting, f"kept: it acts in {len(values)} of the best"
    if isinstance(setting, Choices):
        return _narrow_choices(setting, values)
    return _narrow_range(setting, rule, [float(value) for value in values], least)


def _narrow_choices(setting: Choices, values: Sequence[Scalar]) -> tuple[Setting, str]:
    left = tuple(choice for choice in setting.values if choice in values)
    if len(left) == len(setting.values):
        return setting, "kept: all occur among the best"
    if len(left) == 1:
        return Fixed(left[0]), "all of the best have it"
    return Choices(left), "the others do not occur among the best"


def _narrow_range(setting: Range, rule: Hyperparameter, values: Sequence[float], least: float) -> tuple[Setting, str]:
    places = [_place(setting, value) for value in values]
    ends, words = [], []
    for end, side, beyond in (("low", 0.0, -WIDEN), ("high", 1.0, 1 + WIDEN)):
        crowd = sum(abs(place - side) <= EDGE for place in places) / len(places)
        if abs(places[0] - side) <= EDGE or crowd >= CROWD:
            ends.append(beyond)
            words.append(end)
        else:
            ends.append(max(0.0, min(places) - EDGE) if end == "low" else min(1.0, max(places) + EDGE))
    low, high = (_end(setting, rule, place, least) for place in ends)
    if low == high:
        return Fixed(int(low) if setting.integer else low), "all of the best have it"
    new = Range(low, high, setting.scale, setting.integer)
    return new, _reason(setting, new, words, values)


def _reason(old: Range, new: Range, edges: Sequence[str], values: Sequence[float]) -> str:
    widened = [end for end in edges if (new.low < old.low if end == "low" else new.high > old.high)]
    if widened:
        return f"widened: the best sit at its {' and its '.join(widened)} end"
    if edges:
        return f"the best sit at its {' and its '.join(edges)} end, which is a limit"
    if (new.low, new.high) == (old.low, old.high):
        return "kept: the best are all over it"
    return f"the best lie from {min(values):.3g} to {max(values):.3g}"


def _place(setting: Range, value: float) -> float:
    """Return where a value lies on its range's scale: 0 at the low end, 1 at the high end."""
    low, high = _on_scale(setting, setting.low), _on_scale(setting, setting.high)
    return (_on_scale(setting, value) - low) / (high - low)


def _on_scale(setting: Range, value: float) -> float:
    if setting.scale == "1-beta":
        return -math.log(1 - value)
    return value if setting.scale == "linear" else math.log(value)


def _end(setting: Range, rule: Hyperparameter, place: float, least: float) -> float:
    """Return the value at a place, rounded to what a person would write, within the rule."""
    if place in (0.0, 1.0):
        return setting.low if place == 0.0 else setting.high
    outward = math.floor if place < 0.5 else math.ceil
    low, high = _on_scale(setting, setting.low), _on_scale(setting, setting.high)
    at = low + place * (high - low)
    if setting.scale == "pow2":
        number = float(2 ** outward(round(at / math.log(2), 6)))
    elif setting.integer:
        number = float(outward(round(math.exp(at) if setting.scale == "log" else at, 6)))
    elif setting.scale == "1-beta":
        number = 1 - float(f"{math.exp(-at):.2g}")
    else:
        number = float(f"{math.exp(at) if setting.scale == 'log' else at:.2g}")
    if 0 < place < 1:  # rounding must not reach beyond what was searched
        number = min(max(number, setting.low), setting.high)
    number = _allowed(setting, rule, number, least)
    return int(number) if setting.integer else number


def _allowed(setting: Range, rule: Hyperparameter, number: float, least: float) -> float:
    floor = max(rule.low, min(least, setting.low), 1 if setting.scale == "pow2" else rule.low)
    if number < floor or (number == floor and rule.low_open):
        number = setting.low if rule.low_open else floor
    if number > rule.high or (number == rule.high and rule.high_open):
        number = setting.high if rule.high_open else rule.high
    return number
