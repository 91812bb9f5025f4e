"""Coarse to fine: the study file that looks more closely where a study did well. Writes nothing."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nnsearch.core.errors import SettingsError
from nnsearch.core.names import STUDY_NAME
from nnsearch.core.paths import expand_home
from nnsearch.search.begun import begun
from nnsearch.search.conditions import CONDITIONS, NEED_HIDDEN_LAYERS
from nnsearch.search.dimension import Dimension
from nnsearch.search.narrowing import FEWEST, narrow
from nnsearch.search.ranking import rank
from nnsearch.search.sections import default_setting, parse_hidden
from nnsearch.search.settings import Scalar, Setting, as_json
from nnsearch.search.space import Space
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.search.study_file_errors import Problems
from nnsearch.search.toml_text import to_toml
from nnsearch.training.hyperparameters import HYPERPARAMETERS
from nnsearch.training.objectives import OBJECTIVES

LEAST_TRIALS = 8
"""Trials that must have been told before a region can be told from chance."""

Table = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Change:
    """What becomes of one hyperparameter.

    Args:
        name: as in trials; ``units`` where all layers share a setting.
        before: its setting in the parent, in the study file's words; ``None`` where the child has more layers.
        after: in the child; ``None`` where it has no effect any more.
        reason: why.
    """

    name: str
    before: Any  # a setting as JSON
    after: Any
    reason: str


@dataclass(frozen=True)
class Zoom:
    """A child study.

    Args:
        spec: the child, checked; its text is its study file.
        parent: the study it looks into.
        best: how many trials its ranges are drawn around.
        told: among how many.
        changes: one for each searched hyperparameter, and for each other one that comes or goes.
    """

    spec: StudySpec
    parent: str
    best: int
    told: int
    changes: tuple[Change, ...]


def zoom(study: Study, name: str, top: float = 0.2, folder: Path | None = None, spec: StudySpec | None = None) -> Zoom:
    """Make the study that searches around the best trials of another.

    Args:
        study: the parent.
        name: of the child.
        top: share of the parent's trials to draw ranges around, in (0, 1].
        folder: where the child's file will lie, if not beside the parent's: paths in it are adapted.
        spec: the parent's file, if its limits have changed since it began.

    Returns:
        The child and the reason for every new range.

    Raises:
        SettingsError: if too few trials have been told, or nothing is searched.
    """
    if spec is None:
        spec = begun(study.meta, study.paths)
    space = Space(spec)
    if not space.dimensions:
        raise SettingsError(f"study {study.name!r} searches nothing: there is nothing to zoom into")
    ranked = rank(study.records, OBJECTIVES[study.meta["metric"]])
    if len(ranked) < LEAST_TRIALS:
        raise SettingsError(
            f"zoom needs at least {LEAST_TRIALS} trials that were told and did not diverge, "
            f"study {study.name!r} has {len(ranked)}: run more first"
        )
    best = [study.params(record) for record in ranked[: max(FEWEST, math.ceil(top * len(ranked)))]]
    table: Table = {key: dict(value) for key, value in tomllib.loads(spec.text).items()}
    changes = {change.name: change for change in (_change(names, best, table) for names in _settings(spec, space))}
    for change in [*_fit_layers(spec, table), *_drop_ineffective(table)]:
        known = changes.get(change.name)
        changes[change.name] = change if known is None else replace(change, before=known.before)
    search = table.setdefault("search", {})
    search["parent"] = study.name
    search["parent_told"] = sum(record.finished for record in study.records)
    if "rounds" in search:
        search["rounds"] = max(1, int(search["rounds"]) - 1)
    _adapt_paths(table["data"], study.paths.file.parent, folder)
    child = StudySpec.from_dict(table, name=name, file=f"{name}.toml", text=to_toml(table))
    return Zoom(child, study.name, len(best), len(ranked), tuple(changes.values()))


def child_name(parent: str) -> str:
    """Return the name of a parent's first child.

    Raises:
        SettingsError: if the parent's name is too long to be extended.

    >>> child_name("digits"), child_name("digits-zoom"), child_name("digits-zoom2")
    ('digits-zoom', 'digits-zoom2', 'digits-zoom3')
    """
    base, _, number = parent.rpartition("-zoom")
    is_child = base and (number.isdigit() or not number)
    name = f"{base}-zoom{int(number or 1) + 1}" if is_child else f"{parent}-zoom"
    if not STUDY_NAME.fullmatch(name):
        raise SettingsError(f"the child's name {name!r} is too long: give it another one with --name")
    return name


def free_name(parent: str, taken: Sequence[str]) -> str:
    """Return a name for a child.

    Args:
        parent: the study's.
        taken: names that studies have.

    Raises:
        SettingsError: if the parent's name is too long to be extended.

    >>> free_name("digits", ["digits"]), free_name("digits", ["digits", "digits-zoom"])
    ('digits-zoom', 'digits-zoom2')
    """
    name = child_name(parent)
    while name in taken:
        name = child_name(name)
    return name


def _settings(spec: StudySpec, space: Space) -> list[list[Dimension]]:
    """Group the dimensions that share one setting in the study file: the units of layers given by a table."""
    grouped: list[list[Dimension]] = []
    shared = isinstance(tomllib.loads(spec.text).get("network", {}).get("hidden"), dict)
    for dimension in space.dimensions:
        is_unit = dimension.name.startswith("units_")
        if shared and is_unit and grouped and grouped[-1][0].name.startswith("units_"):
            grouped[-1].append(dimension)
        else:
            grouped.append([dimension])
    return grouped


def _change(dimensions: Sequence[Dimension], best: Sequence[dict[str, Scalar]], table: Table) -> Change:
    """Narrow one setting and write it into the child's table."""
    first = dimensions[0]
    values = [params[d.name] for params in best for d in dimensions if d.name in params]
    # A network without hidden layers is another model; it is only searched where it was.
    setting, reason = narrow(first.setting, first.rule, values, least=1 if first.name == "layers" else -math.inf)
    hidden = table.get("network", {}).get("hidden")
    shared = len(dimensions) > 1 or (first.name.startswith("units_") and isinstance(hidden, dict))
    _write(table, first, setting, shared=shared)
    name = "units" if shared else first.name
    return Change(name, as_json(first.setting), as_json(setting), reason)


def _write(table: Table, dimension: Dimension, setting: Setting, *, shared: bool) -> None:
    value, name = as_json(setting), dimension.name
    network = table.get("network", {})
    base, _, layer = name.rpartition("_")
    if name == "layers":
        network["hidden"] = {**network["hidden"], "layers": value}
    elif shared:
        network["hidden"] = {**network["hidden"], "units": value}
    elif base == "units":
        network["hidden"] = _replaced(network["hidden"], int(layer), value)
    elif name in HYPERPARAMETERS:
        table[dimension.rule.section][name] = value
    else:
        section = table[dimension.rule.section]
        section[base] = _replaced(section[base], int(layer), value)


def _replaced(items: Sequence[Any], layer: int, value: Any) -> list[Any]:
    return [value if index == layer else item for index, item in enumerate(items, start=1)]


def _fit_layers(spec: StudySpec, table: Table) -> list[Change]:
    """Cut or extend lists of settings per layer to the number of layers there can be."""
    hidden = table.get("network", {}).get("hidden")
    parsed = parse_hidden(hidden, Problems(spec.name)) if isinstance(hidden, dict) else None
    if parsed is None:
        return []
    changes, most = [], parsed.most_layers
    for name, setting in spec.network.settings.items():
        if not isinstance(setting, tuple):
            continue
        before = [as_json(item) for item in setting]
        after = table["network"][name]
        dropped = range(most, len(before))
        added = range(len(before), most)
        changes += [Change(f"{name}_{layer + 1}", before[layer], None, "no network is so deep") for layer in dropped]
        # Not as narrowed for the last layer: no trial has tried it here.
        changes += [Change(f"{name}_{layer + 1}", None, before[-1], f"as layer {len(before)} was") for layer in added]
        table["network"][name] = [*after[:most], *before[-1:] * len(added)]
    return changes


def _drop_ineffective(table: Table) -> list[Change]:
    """Take out what no trial of the child could feel; a study file must not say it."""
    changes = []
    sections = {name: rule.section for name, rule in HYPERPARAMETERS.items()} | {"learning_rates": "training"}
    for name, (decider, beside) in CONDITIONS.items():
        section = table.get(sections[name], {})
        chosen = table.get(sections[decider], {}).get(decider, default_setting(decider).value)
        options = chosen["choices"] if isinstance(chosen, dict) else [chosen]
        if name in section and not any(option in beside for option in options):
            changes.append(Change(name, section.pop(name), None, f"has no effect with {decider} = {options[0]}"))
    hidden = table.get("network", {}).get("hidden")
    if isinstance(hidden, dict) and hidden.get("layers") == 0:
        for name in NEED_HIDDEN_LAYERS:
            setting = table["network"].pop(name, [])
            if setting != []:  # which is all that is left of a list
                changes.append(Change(name, setting, None, "has no effect without hidden layers"))
    return changes


def _adapt_paths(data: dict[str, Any], before: Path, after: Path | None) -> None:
    """Keep pointing relative paths at the same files from another folder."""
    if after is None or after.resolve() == before.resolve():
        return
    for key in ("source", "test_source", "folder"):
        path = data.get(key)
        if isinstance(path, str) and (key == "folder" or "/" in path or (before / path).exists()):
            data[key] = str((before / expand_home(path)).resolve())
