"""A study as it was begun: its recorded text, read with the defaults of that time.

Not the study file on disk, which may have changed since: see :func:`nnsearch.search.study_file.load_study`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from nnsearch.core.paths import StudyPaths
from nnsearch.search.conditions import CONDITIONS, NEED_HIDDEN_LAYERS
from nnsearch.search.flat_sections import POLICY_KEYS, duration
from nnsearch.search.study_file import StudySpec, is_section, parse_study


def begun(meta: Mapping[str, Any], paths: StudyPaths) -> StudySpec:
    """Return a study as it was begun.

    Args:
        meta: what ``study.json`` says, see :func:`nnsearch.search.meta.read_meta`.
        paths: the study's places.

    Returns:
        The study. Where a default has changed since, it has the old one, and its text names it.

    Raises:
        StudyFileError: if this version cannot read the study any more.
    """
    spec = parse_study(str(meta["text"]), file=str(paths.meta), name=paths.name)
    today = spec.resolved()
    then = as_recorded(today, meta["spec"])
    old = [
        (section, name, _as_written(section, name, value))
        for section, values in then.items()
        for name, value in values.items()
        if value != today[section][name] and _acts(name, then)
    ]
    if not old:
        return spec
    table = tomllib.loads(spec.text)
    for section, name, value in old:
        table.setdefault(section, {})[name] = value
    return StudySpec.from_dict(table, file=str(paths.meta), name=paths.name)


def as_recorded(today: Mapping[str, Any], recorded: Mapping[str, Any]) -> dict[str, Any]:
    """Return a resolved study as it was recorded; what was not recorded yet as it is resolved today.

    >>> as_recorded({"search": {"eta": 2, "rungs": 3}}, {"search": {"eta": 3}})
    {'search': {'eta': 3, 'rungs': 3}}
    """
    return {
        key: as_recorded(value, recorded.get(key, {})) if is_section(value) else recorded.get(key, value)
        for key, value in today.items()
    }


def _acts(name: str, resolved: Mapping[str, Any]) -> bool:
    """Whether any trial could feel a setting: a study file must not name one that none could."""
    if name in POLICY_KEYS:
        return resolved["search"]["policy"] in POLICY_KEYS[name]
    if name in NEED_HIDDEN_LAYERS and not resolved["network"]["hidden"]["units"]:
        return False
    if name not in CONDITIONS:
        return True
    decider, values = CONDITIONS[name]
    chosen = {**resolved["network"], **resolved["training"]}[decider]
    return any(option in values for option in (chosen["choices"] if isinstance(chosen, Mapping) else [chosen]))


def _as_written(section: str, name: str, value: Any) -> object:  # whatever a study file can hold
    """Return a resolved setting in the words of the study file."""
    if (section, name) == ("search", "time") and value is not None:
        return duration(value)
    return _hidden(value) if name == "hidden" else value


def _hidden(resolved: Mapping[str, Any]) -> object:
    layers, units = resolved["layers"], resolved["units"]
    return {"layers": layers, "units": units[0]} if isinstance(layers, Mapping) else units
