"""The sections of a study file that hold settings, ``[network]`` and ``[training]``.

They are read by the registry of hyperparameters, so that a hyperparameter is described in one place only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from nnsearch.core.names import did_you_mean
from nnsearch.search.flat_sections import LARGEST_COUNT
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
from nnsearch.search.study_file_errors import HIDDEN_HELP, Problems, show
from nnsearch.training.hyperparameters import (
    HYPERPARAMETERS,
    LAYERS,
    OUTPUT_NAMES,
    UNITS,
    Hyperparameter,
    Hyperparameters,
    Section,
)

EPOCHS = Hyperparameter("training", "int", low=1, high=LARGEST_COUNT)
FIRST_EPOCH = Hyperparameter("training", "int", low=0, high=LARGEST_COUNT)

DEFAULT_SCALES: dict[str, Scale] = {
    **dict.fromkeys(("learning_rate", "l1", "l2", "decay", "epsilon", "clip_norm", "init_scale"), "log"),
    **dict.fromkeys(("beta1", "beta2", "batch_norm_momentum"), "1-beta"),
}
"""The scale of a range that names none; linear where a hyperparameter is not listed, ``log`` for units."""

LAYER_DEFAULTS: dict[str, Scalar] = {"activation": "relu", "keep_prob": 1.0}
DEFAULT_HIDDEN = (64,)
DEFAULT_EPOCHS = 40
DEFAULTS = {field.name: field.default for field in fields(Hyperparameters)}


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
        output: activation of the output layer; ``None`` for what fits the data.
    """

    hidden: Hidden
    settings: Mapping[str, Layered]
    given: frozenset[str] = frozenset()
    output: str | None = None


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


def parse_network(table: Mapping[str, object], problems: Problems) -> NetworkSpec:
    """Read ``[network]``; what had a problem is missing from its settings."""
    hidden = parse_hidden(table.get("hidden", list(DEFAULT_HIDDEN)), problems)
    settings = _parse_settings("network", table, hidden, problems)
    fallback = Hidden(Fixed(1), (Fixed(DEFAULT_HIDDEN[0]),))
    return NetworkSpec(hidden or fallback, settings, frozenset(table), _parse_output(table.get("output"), problems))


def parse_training(table: Mapping[str, object], problems: Problems) -> TrainingSpec:
    """Read ``[training]``; what had a problem is missing from its settings."""
    raw = table.get("epochs", DEFAULT_EPOCHS)
    if isinstance(raw, Mapping):
        problems.add(f"epochs must be a fixed whole number, got {show(raw)}", "training", "epochs")
        epochs = None
    else:
        epochs = parse_value("epochs", EPOCHS, raw, problems, "training", "epochs")
    rates = parse_learning_rates(table["learning_rates"], problems) if "learning_rates" in table else ()
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
        problems.add_unknown(extra, ("layers", "units"), *path)
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
    if not isinstance(raw, (list, tuple)) or not raw:
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


def section_keys(section: Section) -> tuple[str, ...]:
    """Return the keys that ``[network]`` or ``[training]`` may hold."""
    own = tuple(name for name, rule in HYPERPARAMETERS.items() if rule.section == section)
    return ("hidden", "output", *own) if section == "network" else ("epochs", "learning_rates", *own)


def default_setting(name: str) -> Fixed:
    """Return what a hyperparameter is when a study file does not name it."""
    if name in LAYER_DEFAULTS:
        return Fixed(LAYER_DEFAULTS[name])
    value: Any = DEFAULTS[name]  # a dataclass field's default may be anything
    return Fixed(False if value is None and HYPERPARAMETERS[name].optional else value)


def _parse_output(raw: object, problems: Problems) -> str | None:
    if raw is None or raw in OUTPUT_NAMES:
        return raw if isinstance(raw, str) else None
    hint = did_you_mean(raw, OUTPUT_NAMES) if isinstance(raw, str) else f"one of {', '.join(OUTPUT_NAMES)}"
    problems.add(f"output must be an output layer's activation, got {show(raw)}: {hint}", "network", "output")
    return None


def _parse_layers(raw: object, problems: Problems, *path: str | int) -> Setting | None:
    if isinstance(raw, (list, tuple)) and len(raw) == 2:
        raw = {"low": raw[0], "high": raw[1]}
    return parse_setting("layers", LAYERS, raw, "linear", problems, *path)


def _greatest(setting: Setting) -> int:
    if isinstance(setting, Range):
        return int(setting.high)
    return int(setting.value or 0) if isinstance(setting, Fixed) else max(int(value) for value in setting.values)


def _parse_settings(
    section: Section, table: Mapping[str, object], hidden: Hidden | None, problems: Problems
) -> dict[str, Layered]:
    parsed: dict[str, Layered] = {}
    for name, rule in HYPERPARAMETERS.items():
        if rule.section != section:
            continue
        found: Layered | None = default_setting(name)
        if name in table and rule.per_layer and isinstance(table[name], (list, tuple)):
            found = _parse_per_layer(name, rule, table[name], hidden, problems)
        elif name in table:
            scale = DEFAULT_SCALES.get(name, "linear")
            found = parse_setting(name, rule, table[name], scale, problems, section, name)
        if found is not None:
            parsed[name] = found
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
    if len(items) != hidden.most_layers:
        most = f"{'up to ' if hidden.fixed_layers is None else ''}{hidden.most_layers} hidden layers"
        problems.add(f"{name} must have one setting per hidden layer: {most}, got {len(items)} settings", *path)
        return None
    return settings if len(settings) == len(items) else None
