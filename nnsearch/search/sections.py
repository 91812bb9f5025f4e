"""The four sections of a study file: ``[data]``, ``[network]``, ``[training]`` and ``[search]``.

``[data]`` and ``[search]`` are flat and are pydantic models; ``[network]`` and ``[training]`` are read by the registry
of hyperparameters, so that a hyperparameter is described in one place only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from nnsearch.data.spec import DataSpec, Normalization, Task
from nnsearch.search.settings import (
    Fixed,
    Layered,
    Range,
    Scalar,
    Scale,
    Setting,
    parse_setting,
    parse_value,
)
from nnsearch.search.study_file_errors import Problems, report_validation, show
from nnsearch.training.hyperparameters import HYPERPARAMETERS, Hyperparameter, Hyperparameters

LARGEST_COUNT = 1_000_000
DURATION = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)(s|m|h)")
SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0}

LAYERS = Hyperparameter("network", "int", low=0, high=32, priority=3)
UNITS = Hyperparameter("network", "int", low=1, high=65536, priority=2)
EPOCHS = Hyperparameter("training", "int", low=1, high=LARGEST_COUNT)
FIRST_EPOCH = Hyperparameter("training", "int", low=0, high=LARGEST_COUNT)

DEFAULT_SCALES: dict[str, Scale] = {
    **dict.fromkeys(("learning_rate", "l1", "l2", "decay", "epsilon", "clip_norm", "init_scale"), "log"),
    **dict.fromkeys(("beta1", "beta2", "batch_norm_momentum"), "1-beta"),
}
"""The scale of a range that names none; linear where a hyperparameter is not listed, ``log`` for units."""

DEFAULT_ACTIVATION = "relu"
DEFAULT_HIDDEN = (64,)
DEFAULT_EPOCHS = 40
HIDDEN_HELP = "a list of units such as [64, 32], or { layers = ..., units = ... }"

Sampler = Literal["tpe", "random"]
Policy = Literal["halving", "full"]


@dataclass(frozen=True)
class Hidden:
    """The hidden layers a study may build.

    Args:
        layers: how many there are.
        units: the setting of each possible layer's units, input side first; as many as there can be layers.
    """

    layers: Setting
    units: tuple[Setting, ...]

    @property
    def fixed_layers(self) -> int | None:
        """The number of hidden layers, if it is the same for all trials."""
        return int(self.layers.value or 0) if isinstance(self.layers, Fixed) else None

    @property
    def most_layers(self) -> int:
        """The greatest number of hidden layers."""
        return len(self.units)


@dataclass(frozen=True)
class NetworkSpec:
    """The ``[network]`` section.

    Args:
        hidden: the hidden layers.
        settings: every hyperparameter of the section by name, defaults filled in.
        given: names that the file itself sets.
    """

    hidden: Hidden
    settings: Mapping[str, Layered]
    given: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TrainingSpec:
    """The ``[training]`` section.

    Args:
        epochs: passes over the training set that a trial gets at most, >= 1.
        learning_rates: the manual schedule, pairs (first epoch counted from 0, learning rate from there on).
        settings: every hyperparameter of the section by name, defaults filled in.
        given: names that the file itself sets.
    """

    epochs: int
    learning_rates: tuple[tuple[int, float], ...]
    settings: Mapping[str, Layered]
    given: frozenset[str] = frozenset()


def _whole(default: int | None, low: int, high: int = LARGEST_COUNT) -> Any:  # what pydantic's Field returns
    return Field(default, ge=low, le=high, description=f"a whole number in [{low}, {high}]")


def _word(default: str | None, words: tuple[str, ...]) -> Any:  # what pydantic's Field returns
    return Field(default, description=f"one of {', '.join(words)}", json_schema_extra={"words": list(words)})


def _seconds(raw: object) -> object:
    match = DURATION.fullmatch(raw) if isinstance(raw, str) else None
    # Numbers pass only as None does: a bare number of unknown unit is refused by the strict type.
    return float(match[1]) * SECONDS[match[2]] if match else None if raw is None else str(raw)


class _DataTable(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    source: str = Field(min_length=1, description="the name of built-in data, or the path of a CSV file")
    target: str | None = Field(None, min_length=1, description="the name of the column to predict")
    folder: str | None = Field(None, min_length=1, description="the path of a folder")
    task: Task | None = _word(None, get_args(Task))
    dev: float | None = Field(None, gt=0, lt=1, description="in (0, 1)")
    test: float | None = Field(None, ge=0, lt=1, description="in [0, 1)")
    normalize: Normalization | None = _word(None, get_args(Normalization))
    split_seed: int = _whole(0, 0, 2**32 - 1)
    samples: int = _whole(1000, 10)
    noise: float = Field(0.2, ge=0, le=1e6, description="in [0, 1e6]")
    categorical: list[str] = Field([], description='a list of column names such as ["color"]')


class SearchSpec(BaseModel):
    """The ``[search]`` section.

    Args:
        trials: networks to train; rounded up to whole cohorts.
        time: seconds after which no further cohort is asked, or ``None``.
        target: objective value at which to stop, or ``None``.
        patience: cohorts without a better trial after which to stop, or ``None``.
        sampler: ``tpe`` or ``random``.
        seed: the study's seed, >= 0.
        cohort: trials asked together.
        group: members that share a structure within a cohort, so that they can be trained as one population.
        in_flight: cohorts that run at once.
        policy: ``halving`` stops weak trials at rungs, ``full`` trains every trial for all epochs.
        eta: halving keeps the best ``1/eta`` of a cohort at each rung.
        rungs: how many rungs, the last one being all epochs.
        keep: best networks kept on disk.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    trials: int = _whole(64, 1)
    time: Annotated[float | None, BeforeValidator(_seconds)] = Field(
        None, gt=0, description='a duration such as "90s", "10m" or "2h"'
    )
    target: float | None = Field(None, description="a number")
    patience: int | None = _whole(None, 1)
    sampler: Sampler = _word("tpe", get_args(Sampler))
    seed: int = _whole(0, 0, 2**32 - 1)
    cohort: int = _whole(16, 8, 64)
    group: int = _whole(4, 1, 64)
    in_flight: int = _whole(1, 1, 1024)
    policy: Policy = _word("halving", get_args(Policy))
    eta: int = _whole(3, 2, 1000)
    rungs: int = _whole(3, 1, 20)
    keep: int = _whole(5, 1, 10_000)


def parse_data(table: Mapping[str, object], problems: Problems) -> DataSpec | None:
    """Read ``[data]``; ``None`` if a problem was reported."""
    try:
        checked = _DataTable.model_validate(dict(table))
    except ValidationError as error:
        report_validation(error, _DataTable, problems, "data")
        return None
    if (checked.dev or 0) + (checked.test or 0) >= 1:
        shares = f"{show(checked.dev)} + {show(checked.test)}"
        problems.add(f"dev + test must leave examples to train on (sum < 1), got {shares}", "data", "dev")
        return None
    values = checked.model_dump()
    folder = Path(checked.folder) if checked.folder else None
    return DataSpec(**{**values, "folder": folder, "categorical": tuple(checked.categorical)})


def parse_search(table: Mapping[str, object], problems: Problems) -> SearchSpec | None:
    """Read ``[search]``; ``None`` if a problem was reported."""
    try:
        checked = SearchSpec.model_validate(dict(table))
    except ValidationError as error:
        report_validation(error, SearchSpec, problems, "search")
        return None
    if checked.group > checked.cohort:
        problems.add(f"group must be at most cohort ({checked.cohort}), got {checked.group}", "search", "group")
        return None
    return checked


def parse_network(table: Mapping[str, object], problems: Problems) -> NetworkSpec:
    """Read ``[network]``; what had a problem is left at its default."""
    hidden = parse_hidden(table.get("hidden", list(DEFAULT_HIDDEN)), problems)
    settings = _parse_settings("network", table, hidden, problems)
    fallback = Hidden(Fixed(1), (Fixed(DEFAULT_HIDDEN[0]),))
    return NetworkSpec(hidden or fallback, settings, frozenset(table))


def parse_training(table: Mapping[str, object], problems: Problems) -> TrainingSpec:
    """Read ``[training]``; what had a problem is left at its default."""
    raw = table.get("epochs", DEFAULT_EPOCHS)
    if isinstance(raw, Mapping):
        problems.add(f"epochs must be a fixed whole number, got {show(raw)}", "training", "epochs")
        epochs = None
    else:
        epochs = parse_value("epochs", EPOCHS, raw, problems, "training", "epochs")
    rates = parse_learning_rates(table.get("learning_rates", []), problems)
    settings = _parse_settings("training", table, None, problems)
    return TrainingSpec(int(epochs or DEFAULT_EPOCHS), rates, settings, frozenset(table))


def parse_hidden(raw: object, problems: Problems) -> Hidden | None:
    """Read ``hidden``; ``None`` if a problem was reported.

    Args:
        raw: a list of settings, or a table of ``layers`` (a setting, or ``[low, high]`` for short) and ``units``.
        problems: takes what is wrong.
    """
    path = ("network", "hidden")
    if isinstance(raw, (list, tuple)) and len(raw) <= LAYERS.high:
        items = [parse_setting("units", UNITS, item, "log", problems, *path, i) for i, item in enumerate(raw)]
        units = tuple(item for item in items if item is not None)
        return Hidden(Fixed(len(units)), units) if len(units) == len(items) else None
    if not isinstance(raw, Mapping):
        problems.add(f"hidden must be {HIDDEN_HELP}, at most {LAYERS.high} layers, got {show(raw)}", *path)
        return None
    for extra in [extra for extra in raw if extra not in ("layers", "units")]:
        problems.add_unknown(extra, ("layers", "units"), None, *path)
    for name in ("layers", "units"):
        if name not in raw and set(raw) <= {"layers", "units"}:
            problems.add(f"hidden must have {name}: {HIDDEN_HELP}, got {show(raw)}", *path)
    if set(raw) != {"layers", "units"}:
        return None
    layers = _parse_layers(raw["layers"], problems, *path, "layers")
    each = parse_setting("units", UNITS, raw["units"], "log", problems, *path, "units")
    if layers is None or each is None:
        return None
    return Hidden(layers, (each,) * _greatest(layers))


def parse_learning_rates(raw: object, problems: Problems) -> tuple[tuple[int, float], ...]:
    """Read the manual schedule, pairs of a first epoch and a rate; empty if a problem was reported."""
    path = ("training", "learning_rates")
    before = len(problems.lines)
    pairs: list[tuple[int, float]] = []
    if not isinstance(raw, (list, tuple)):
        problems.add(f"learning_rates must be pairs [[epoch, rate], ...], got {show(raw)}", *path)
        return ()
    for index, item in enumerate(raw):
        if not isinstance(item, (list, tuple)) or len(item) != 2:
            problems.add(f"learning_rates must be pairs [epoch, rate], got {show(item)}", *path, index)
            continue
        epoch = parse_value("epoch of learning_rates", FIRST_EPOCH, item[0], problems, *path, index)
        rule = HYPERPARAMETERS["learning_rate"]
        rate = parse_value("rate of learning_rates", rule, item[1], problems, *path, index)
        if epoch is not None and rate is not None:
            if pairs and int(epoch) <= pairs[-1][0]:
                problems.add(f"epochs of learning_rates must increase, got {epoch} after {pairs[-1][0]}", *path, index)
            pairs.append((int(epoch), float(rate)))
    return tuple(pairs) if len(problems.lines) == before else ()


def section_keys(section: str) -> tuple[str, ...]:
    """Return the keys that a section may hold."""
    if section == "data":
        return tuple(_DataTable.model_fields)
    if section == "search":
        return tuple(SearchSpec.model_fields)
    own = tuple(name for name, rule in HYPERPARAMETERS.items() if rule.section == section)
    return ("hidden", *own) if section == "network" else ("epochs", "learning_rates", *own)


def default_setting(name: str) -> Fixed:
    """Return what a hyperparameter is when a study file does not name it."""
    if name == "activation":
        return Fixed(DEFAULT_ACTIVATION)
    if name == "keep_prob":
        return Fixed(1.0)
    value: Scalar | None = next(field.default for field in fields(Hyperparameters) if field.name == name)
    if value is MISSING:
        raise KeyError(name)
    return Fixed(False if value is None and HYPERPARAMETERS[name].optional else value)


def _parse_layers(raw: object, problems: Problems, *path: str | int) -> Setting | None:
    if isinstance(raw, (list, tuple)) and len(raw) == 2:
        raw = {"low": raw[0], "high": raw[1]}
    return parse_setting("layers", LAYERS, raw, "linear", problems, *path)


def _greatest(setting: Setting) -> int:
    if isinstance(setting, Range):
        return int(setting.high)
    return int(setting.value or 0) if isinstance(setting, Fixed) else max(int(value) for value in setting.values)


def _parse_settings(
    section: str, table: Mapping[str, object], hidden: Hidden | None, problems: Problems
) -> dict[str, Layered]:
    parsed: dict[str, Layered] = {}
    for name, rule in HYPERPARAMETERS.items():
        if rule.section != section:
            continue
        found: Layered | None = None
        if name in table and rule.per_layer and isinstance(table[name], (list, tuple)):
            found = _parse_per_layer(name, rule, table[name], hidden, problems)
        elif name in table:
            scale = DEFAULT_SCALES.get(name, "linear")
            found = parse_setting(name, rule, table[name], scale, problems, section, name)
        parsed[name] = default_setting(name) if found is None else found
    return parsed


def _parse_per_layer(
    name: str, rule: Hyperparameter, raw: Any, hidden: Hidden | None, problems: Problems
) -> tuple[Setting, ...] | None:
    path = (rule.section, name)
    scale = DEFAULT_SCALES.get(name, "linear")
    items = [parse_setting(name, rule, item, scale, problems, *path, i) for i, item in enumerate(raw)]
    settings = tuple(item for item in items if item is not None)
    if hidden is None:
        return None
    if hidden.fixed_layers is None:
        problems.add(f"{name} must be one setting for all layers where layers is searched, got {show(raw)}", *path)
        return None
    if len(items) != hidden.fixed_layers:
        count = f"{hidden.fixed_layers} hidden layers, got {len(items)}"
        problems.add(f"{name} must have one setting per hidden layer: {count} settings", *path)
        return None
    return settings if len(settings) == len(items) else None
