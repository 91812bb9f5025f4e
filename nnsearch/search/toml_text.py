"""Study tables as TOML text: the source of a study that was given as a dictionary."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nnsearch.search.study_file_errors import BARE_KEY


def to_toml(table: Mapping[str, Mapping[str, Any]]) -> str:
    """Write sections of settings as TOML.

    Args:
        table: sections, each a mapping of names to numbers, texts, booleans, lists or inline tables; entries that are
            ``None`` are left out, TOML has no such value.

    Returns:
        Text that :mod:`tomllib` reads back as the same table.

    >>> print(to_toml({"training": {"l2": {"low": 1e-6, "high": 0.1}}}), end="")
    [training]
    l2 = { low = 1e-06, high = 0.1 }
    """
    sections = []
    for name, entries in table.items():
        lines = [f"{_key(key)} = {_value(value)}" for key, value in entries.items() if value is not None]
        sections.append("\n".join([f"[{_key(name)}]", *lines]) + "\n")
    return "\n".join(sections)


def _key(name: str) -> str:
    return name if BARE_KEY.fullmatch(name) else _text(name)


def _text(value: str) -> str:
    # JSON's escapes are TOML's too, except that TOML also wants DEL escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return repr(value)
