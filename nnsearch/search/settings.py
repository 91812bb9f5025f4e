"""A *setting*: what a study file says about one hyperparameter, a fixed value or what to search, in place.

Parsing reports to a collector instead of raising, so that a file's problems appear all at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, cast

from nnsearch.core.names import did_you_mean
from nnsearch.search.foreign_keys import word_of_a_range
from nnsearch.search.study_file_errors import LONGEST, Problems, show
from nnsearch.training.hyperparameters import Hyperparameter

Scalar: TypeAlias = int | float | str | bool
Scale = Literal["linear", "log", "1-beta", "pow2"]

FLOAT_SCALES: tuple[Scale, ...] = ("linear", "log", "1-beta")
INT_SCALES: tuple[Scale, ...] = ("linear", "log", "pow2")
LARGEST_INT = 2**53
LARGEST_FLOAT = 3.4e38  # networks are trained in 32 bits


@dataclass(frozen=True)
class Fixed:
    """A value that every trial shares.

    Args:
        value: the value; ``False`` for an optional hyperparameter that is off, ``None`` for "follows others"
            (the initializer's default).
    """

    value: Scalar | None


@dataclass(frozen=True)
class Range:
    """Numbers to search, both ends included.

    Args:
        low: least value.
        high: greatest value, > low.
        scale: on which values are spread evenly; ``1-beta`` is the logarithm of ``1 - value``; ``pow2`` means powers
            of two only, each as likely as the others.
        integer: whether only whole numbers are meant.
    """

    low: float
    high: float
    scale: Scale = "linear"
    integer: bool = False


@dataclass(frozen=True)
class Choices:
    """Values to choose among, at least two.

    Args:
        values: the values, all different.
    """

    values: tuple[Scalar, ...]


Setting: TypeAlias = Fixed | Range | Choices
Layered: TypeAlias = Setting | tuple[Setting, ...]
"""One setting for all hidden layers, or one for each that a network may have."""


def is_searched(setting: Setting) -> bool:
    """Whether trials may differ in it."""
    return not isinstance(setting, Fixed)


def can_be(setting: Setting, value: Scalar) -> bool:
    """Whether a trial could have this value (same type, except that 1 may stand for 1.0).

    >>> can_be(Range(0.5, 1.0), 0.75), can_be(Choices((32, 64)), 48), can_be(Fixed(1), True)
    (True, False, False)
    """
    if isinstance(setting, Range):
        number = isinstance(value, int if setting.integer else (int, float)) and not isinstance(value, bool)
        inside = number and setting.low <= cast(float, value) <= setting.high
        return inside and (setting.scale != "pow2" or _is_power_of_two(cast(int, value)))
    options = (setting.value,) if isinstance(setting, Fixed) else setting.values
    return any(option == value and _family(option) == _family(value) for option in options)


def as_json(setting: Layered) -> Any:
    """Return a setting as JSON-ready types, in the words of the study file."""
    if isinstance(setting, tuple):
        return [as_json(item) for item in setting]
    if isinstance(setting, Fixed):
        return setting.value
    if isinstance(setting, Choices):
        return {"choices": list(setting.values)}
    return {"low": setting.low, "high": setting.high, "scale": setting.scale}


def parse_setting(
    name: str, rule: Hyperparameter, raw: object, scale: Scale, problems: Problems, *path: str | int
) -> Setting | None:
    """Read one setting.

    Args:
        name: the hyperparameter's name, for the messages.
        rule: what its values obey.
        raw: what TOML gave.
        scale: the scale of a range that names none.
        problems: takes what is wrong.
        path: where it stands.

    Returns:
        The setting, or ``None`` if a problem was reported.
    """
    if isinstance(raw, (list, tuple)):
        ways = "{choices = [...]}" + (" or {low = ..., high = ...}" if rule.kind in ("int", "float") else "")
        problems.add(f"{name} must be one value, or {ways} to search for it, got {show(raw)}", *path)
        return None
    if not isinstance(raw, Mapping):
        value = parse_value(name, rule, raw, problems, *path)
        return None if value is None else Fixed(value)
    known = ("choices",) if "choices" in raw else ("low", "high", "scale")
    before = len(problems.lines)
    for extra in [extra for extra in raw if extra not in known]:
        if extra in ("low", "high", "scale"):
            problems.add(f"{name} must have either choices or low and high, got both", *path, extra)
        else:
            problems.add_unknown(extra, ("choices", "low", "high", "scale"), *path, hint=word_of_a_range(str(extra)))
    unknown = len(problems.lines) > before
    if "choices" in raw:
        found: Setting | None = _parse_choices(name, rule, raw["choices"], problems, *path)
    else:
        found = _parse_range(name, rule, raw, scale, problems, *path)
    return None if unknown else found


def parse_value(name: str, rule: Hyperparameter, raw: object, problems: Problems, *path: str | int) -> Scalar | None:
    """Read one value of a hyperparameter.

    Returns:
        The value (a float where the rule's kind is float, even if written as a whole number; ``False`` where an
        optional one is switched off), or ``None`` if a problem was reported.
    """
    if rule.optional and raw is False:
        return False
    if rule.kind == "choice":
        if isinstance(raw, str) and raw in rule.choices:
            return raw
        if isinstance(raw, str):
            problems.add(f"{name} {show(raw)} is unknown: {did_you_mean(raw[:LONGEST], rule.choices)}", *path)
        else:
            problems.add(f"{name} must be one of {', '.join(rule.choices)}, got {show(raw)}", *path)
        return None
    if rule.kind == "bool":
        if isinstance(raw, bool):
            return raw
        problems.add(f"{name} must be true or false, got {show(raw)}", *path)
        return None
    return _parse_number(name, rule, raw, problems, *path)


def _parse_number(
    name: str, rule: Hyperparameter, raw: object, problems: Problems, *path: str | int
) -> int | float | None:
    kinds = int if rule.kind == "int" else (int, float)
    is_number = isinstance(raw, kinds) and not isinstance(raw, bool)
    off = " or false" if rule.optional else ""
    if not is_number:
        noun = "a whole number" if rule.kind == "int" else "a number"
        problems.add(f"{name} must be {noun} in {rule.interval}{off}, got {show(raw)}", *path)
        return None
    number = cast(float, raw)
    # Compared before anything turns it into a float, which a huge whole number cannot become.
    largest = LARGEST_INT if rule.kind == "int" else LARGEST_FLOAT
    if abs(number) > largest and not (isinstance(number, float) and math.isinf(number)):
        problems.add(f"{name} must be at most {largest:.2g}, got {show(raw)}", *path)
        return None
    if not rule.allows(number):
        problems.add(f"{name} must be in {rule.interval}{off}, got {show(raw)}", *path)
        return None
    return number if rule.kind == "int" else float(number)


def _parse_choices(
    name: str, rule: Hyperparameter, raw: object, problems: Problems, *path: str | int
) -> Choices | None:
    if not isinstance(raw, (list, tuple)):
        problems.add(f"choices of {name} must be a list, got {show(raw)}", *path, "choices")
        return None
    if not raw:
        problems.add(f"choices of {name} must hold at least 2 values, got []", *path, "choices")
        return None
    values: list[Scalar] = []
    wrong = False
    for index, item in enumerate(raw):
        value = parse_value(name, rule, item, problems, *path, "choices", index)
        if value is None:
            wrong = True
        elif any(can_be(Fixed(value), earlier) for earlier in values):
            problems.add(f"choices of {name} must differ, got {show(item)} twice", *path, "choices", index)
            wrong = True
        else:
            values.append(value)
    if not wrong and len(values) == 1:
        only = show(raw[0])
        problems.add(f"choices of {name} must hold at least 2 values, got only {only}: write {name} = {only}", *path)
        wrong = True
    return None if wrong else Choices(tuple(values))


def _parse_range(
    name: str,
    rule: Hyperparameter,
    raw: Mapping[str, object],
    scale: Scale,
    problems: Problems,
    *path: str | int,
) -> Range | None:
    if rule.kind in ("choice", "bool"):
        kind = "true or false" if rule.kind == "bool" else "a word"
        problems.add(f"{name} must be {kind} or {{choices = [...]}}, got {show(raw)}", *path)
        return None
    ends = replace(rule, optional=False)
    limits = [_parse_end(name, ends, end, raw, problems, *path) for end in ("low", "high")]
    scale_used = _parse_scale(name, rule, raw.get("scale", scale), problems, *path)
    low, high = limits
    if low is None or high is None or scale_used is None:
        return None
    if low > high:
        problems.add(
            f"low of {name} must be below high, got low {show(raw['low'])} and high {show(raw['high'])}", *path
        )
        return None
    if low == high:
        both = show(raw["low"])
        problems.add(f"low of {name} must be below high, got {both} for both: write {name} = {both}", *path)
        return None
    if scale_used == "log" and low <= 0:
        other = 'raise low or write scale = "linear"'
        problems.add(f"low of {name} must be > 0 on a log scale, got {show(raw['low'])}: {other}", *path, "low")
        return None
    if scale_used == "1-beta" and high >= 1:
        other = 'lower high or write scale = "linear"'
        problems.add(f"high of {name} must be < 1 on a 1-beta scale, got {show(raw['high'])}: {other}", *path, "high")
        return None
    if scale_used == "pow2":
        for end, value in (("low", low), ("high", high)):
            if not _is_power_of_two(int(value)):
                rule_said = f"{end} of {name} must be a power of two on a pow2 scale"
                problems.add(f"{rule_said}, got {show(value)}: {_powers_beside(int(value))}", *path, end)
                return None
    return Range(low, high, scale_used, rule.kind == "int")


def _parse_end(
    name: str, rule: Hyperparameter, end: str, raw: Mapping[str, object], problems: Problems, *path: str | int
) -> int | float | None:
    if end in raw:
        return _parse_number(f"{end} of {name}", rule, raw[end], problems, *path, end)
    # A misspelt key was reported already; that its right spelling is missing adds nothing.
    if set(raw) <= {"low", "high", "scale"}:
        problems.add(f"{name} must have low and high, or choices, got {show(raw)}", *path)
    return None


def _parse_scale(name: str, rule: Hyperparameter, raw: object, problems: Problems, *path: str | int) -> Scale | None:
    valid = INT_SCALES if rule.kind == "int" else FLOAT_SCALES
    for scale in valid:
        if raw == scale:
            return scale
    wrong = did_you_mean(raw[:LONGEST], valid) if isinstance(raw, str) else f"valid: {', '.join(valid)}"
    problems.add(f"scale {show(raw)} is not one for {name}: {wrong}", *path, "scale")
    return None


def _is_power_of_two(value: int) -> bool:
    return value > 0 and value & (value - 1) == 0


def _powers_beside(value: int) -> str:
    below = 1 << max(0, value.bit_length() - 1)
    return f"write {below} or {2 * below}" if value > 0 else "write 1"


def _family(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    return "number" if isinstance(value, (int, float)) else type(value).__name__
