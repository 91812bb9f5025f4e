"""From an estimator's constructor parameters to the hyperparameters of a population of one.

scikit-learn wants constructors that store what they are given, so types and values are checked here, when a fit
begins. The rules are those of :data:`nnsearch.training.hyperparameters.HYPERPARAMETERS`.
"""

from __future__ import annotations

import numbers
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.utils import check_random_state

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import did_you_mean
from nnsearch.training.hyperparameters import HYPERPARAMETERS, Hyperparameter, Hyperparameters

EPOCHS = Hyperparameter("training", "int", low=1)
VALIDATION_FRACTION = Hyperparameter("training", "float", low=0, high=1, low_open=True, high_open=True)
SWITCH = Hyperparameter("training", "bool")
DTYPES = ("float32", "float64")

Given = Any
"""A constructor parameter before its check: scikit-learn lets users pass whatever they like until fit."""


class ParameterError(SettingsError, ValueError, TypeError):
    """An estimator parameter of a wrong type or value.

    Also a ``ValueError`` and a ``TypeError``, as scikit-learn's own ``InvalidParameterError`` is, so that code
    written for scikit-learn catches it.
    """


@dataclass(frozen=True)
class FitSettings:
    """Checked parameters of one fit.

    Args:
        member: the network's hyperparameters; the fit replaces ``output`` by what suits its targets.
        epochs: of the whole training, >= 1.
        validation_fraction: share of the examples held out for early stopping, in (0, 1).
        standardize: whether inputs are standardized.
        dtype: float32 or float64, of the training.
    """

    member: Hyperparameters
    epochs: int
    validation_fraction: float
    standardize: bool
    dtype: np.dtype[np.floating]

    @property
    def early_stopping(self) -> bool:
        """Whether a dev set ends the training."""
        return self.member.patience is not None


def fit_settings(parameters: Mapping[str, Given]) -> FitSettings:
    """Check an estimator's parameters.

    Args:
        parameters: what ``get_params`` returns.

    Returns:
        The settings of a fit.

    Raises:
        ParameterError: naming the first parameter with an impossible value, its rule and the value.
    """
    hidden = _hidden(parameters["hidden"])
    values: dict[str, Any] = {}
    for name, rule in HYPERPARAMETERS.items():
        if rule.pictures:  # an estimator is given rows, and does not know how they make up pictures
            continue
        given = parameters[name]
        values[name] = _per_layer(name, rule, given, len(hidden)) if rule.per_layer else checked(name, rule, given)
    if not checked("early_stopping", SWITCH, parameters["early_stopping"]):
        values["patience"] = None
    values["learning_rates"] = _learning_rates(parameters["learning_rates"], values["schedule"])
    return FitSettings(
        member=Hyperparameters(hidden=hidden, output="linear", **values),
        epochs=checked("epochs", EPOCHS, parameters["epochs"]),
        validation_fraction=checked("validation_fraction", VALIDATION_FRACTION, parameters["validation_fraction"]),
        standardize=checked("standardize", SWITCH, parameters["standardize"]),
        dtype=_dtype(parameters["dtype"]),
    )


def seed_from(random_state: Given) -> int:
    """Return the trainer's seed.

    Args:
        random_state: an integer >= 0, which is the seed; or a ``RandomState`` or ``None``, from which (or from
            NumPy's global state, as everywhere in scikit-learn) one is drawn.

    Raises:
        ParameterError: if it is none of these.
    """
    if _is_integer(random_state) and random_state >= 0:
        return int(random_state)
    try:
        return int(check_random_state(random_state).randint(2**31 - 1))
    except ValueError as error:
        raise ParameterError(
            f"random_state must be an integer >= 0, a RandomState or None, got {random_state!r}"
        ) from error


def checked(name: str, rule: Hyperparameter, value: Given) -> Any:
    """Return one value as a plain Python type.

    Args:
        name: of the parameter, for the error.
        rule: what it obeys.
        value: as given.

    Returns:
        A float, int, bool or str as ``rule.kind`` says, or ``None`` where that is allowed.

    Raises:
        ParameterError: if its type or value is wrong.
    """
    if (value is None and (rule.optional or name == "initializer")) or (value is False and rule.optional):
        return None
    if rule.kind == "bool":
        if not isinstance(value, bool | np.bool_):
            raise ParameterError(f"{name} must be True or False, got {value!r}")
        return bool(value)
    if rule.kind == "choice":
        if not isinstance(value, str) or value not in rule.choices:
            raise ParameterError(f"{name} {value!r} is unknown: {did_you_mean(str(value), rule.choices)}")
        return str(value)
    right_type = _is_integer(value) if rule.kind == "int" else _is_real(value)
    if right_type:
        _refuse_beyond_float64(name, value)
    if not right_type or not rule.allows(value):
        noun = "an integer" if rule.kind == "int" else "a number"
        raise ParameterError(f"{name} must be {noun} in {rule.interval}, got {value!r}")
    return int(value) if rule.kind == "int" else float(value)


def _refuse_beyond_float64(name: str, value: Given) -> None:
    """Integers and fractions have no greatest value."""
    try:
        float(value)
    except OverflowError as error:
        raise ParameterError(
            f"{name} must have a magnitude of at most {sys.float_info.max:.3g}, got a greater one"
        ) from error


def _is_integer(value: Given) -> bool:
    return isinstance(value, numbers.Integral) and not isinstance(value, bool)


def _is_real(value: Given) -> bool:
    return isinstance(value, numbers.Real) and not isinstance(value, bool)


def _is_sequence(value: Given) -> bool:
    return isinstance(value, np.ndarray) or (isinstance(value, Sequence) and not isinstance(value, str | bytes))


def _hidden(given: Given) -> tuple[int, ...]:
    """Return the units of each hidden layer; one integer means one layer."""
    layers = list(given) if _is_sequence(given) else [given]
    if not all(_is_integer(units) and units >= 1 for units in layers):
        raise ParameterError(f"hidden must be one integer >= 1 per hidden layer, such as (64, 32), got {given!r}")
    return tuple(int(units) for units in layers)


def _per_layer(name: str, rule: Hyperparameter, given: Given, layers: int) -> tuple[Any, ...]:
    """Return one value per hidden layer; a single one holds for all."""
    if not _is_sequence(given):
        return (checked(name, rule, given),) * layers
    values = tuple(checked(name, rule, item) for item in given)
    if len(values) != layers:
        raise ParameterError(f"{name} must be one value, or one per hidden layer ({layers}), got {given!r}")
    return values


def _learning_rates(given: Given, schedule: str) -> tuple[tuple[int, float], ...]:
    """Return the manual schedule's pairs (first epoch counted from 0, rate)."""
    pairs = [tuple(pair) if _is_sequence(pair) else () for pair in given] if _is_sequence(given) else [()]
    for pair in pairs:
        if not (len(pair) == 2 and _is_integer(pair[0]) and pair[0] >= 0 and _is_real(pair[1]) and pair[1] > 0):
            raise ParameterError(f"learning_rates must be pairs (first epoch >= 0, rate > 0), got {given!r}")
    rates = tuple((int(first), checked("learning_rates", HYPERPARAMETERS["learning_rate"], r)) for first, r in pairs)
    if list(rates) != sorted(rates):
        raise ParameterError(f"learning_rates must be in the order of their epochs, got {given!r}")
    if (schedule == "manual") != bool(rates):
        raise ParameterError(
            f"learning_rates belong to schedule='manual', and it needs them, got schedule={schedule!r} with {given!r}"
        )
    return rates


def _dtype(given: Given) -> np.dtype[np.floating]:
    try:
        kind = None if given is None else np.dtype(given)
    except TypeError:
        kind = None
    if kind is None or kind.name not in DTYPES:
        raise ParameterError(f"dtype must be 'float32' or 'float64', got {given!r}")
    return np.dtype(np.float64 if kind.name == "float64" else np.float32)
