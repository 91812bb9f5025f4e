"""How a study file's problems are collected and worded: one line each, rule, then value, then where.

Not for errors outside study files: those are :class:`~nnsearch.core.errors.SettingsError`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError

from nnsearch.core.errors import StudyFileError
from nnsearch.core.names import did_you_mean

BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
LONGEST = 60
MOST_DIGITS_BITS = 200
HIDDEN_HELP = "a list of units such as [64, 32], or { layers = ..., units = ... }"


@dataclass
class Problems:
    """Everything that is wrong with one study file, in the order found.

    Args:
        file: how the file is called in the messages.
        lines: the problems so far.
    """

    file: str
    lines: list[str] = field(default_factory=list)

    def add(self, message: str, *path: str | int) -> None:
        """Note a problem.

        Args:
            message: rule and value, without the place.
            path: keys from the top of the file; a number is an item's position in a list, from 0.
        """
        where = f"{self.file}: {place(*path)}" if path else self.file
        self.lines.append(f"{message} ({where})")

    def add_unknown(self, name: object, valid: Iterable[str], *path: str | int, hint: str | None = None) -> None:
        """Note an unknown key.

        Args:
            name: the key.
            valid: the keys that are known there.
            path: keys down to the table that holds it.
            hint: what to do, where that is not to take one of ``valid``.
        """
        fix = did_you_mean(str(name)[:LONGEST], valid) if hint is None else hint
        self.add(f"unknown key {key(str(name))}: {fix}", *path, str(name))

    def raise_if_any(self) -> None:
        """Refuse the file if a problem was noted.

        Raises:
            StudyFileError: with all the lines.
        """
        if self.lines:
            raise StudyFileError(self.lines)


def key(name: str) -> str:
    """Show a key as TOML writes it, on one line and not too long.

    >>> key("l2"), key("two words")
    ('l2', '"two words"')
    """
    return name if BARE_KEY.fullmatch(name) else one_line(json.dumps(name))


def place(*path: str | int) -> str:
    """Show where in a file something stands.

    >>> place("network", "hidden", 1, "low")
    'network.hidden[2nd].low'
    """
    text = ""
    for part in path:
        text += f"[{_ordinal(part + 1)}]" if isinstance(part, int) else f".{key(part)}" if text else key(part)
    return text


def show(value: object, depth: int = 2) -> str:
    """Show a value as TOML writes it, on one line, whatever its size and depth.

    >>> show({"low": 1, "high": True})
    '{low = 1, high = true}'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > MOST_DIGITS_BITS:
        return f"a whole number of {value.bit_length()} bits"
    if isinstance(value, str):
        return one_line(json.dumps(value, ensure_ascii=False))
    if isinstance(value, (list, tuple)):
        inside = ", ".join(show(item, depth - 1) for item in value[:8]) if depth > 0 else "..."
        return one_line(f"[{inside}{', ...' if depth > 0 and len(value) > 8 else ''}]")
    if isinstance(value, dict):
        items = list(value.items())[:8]
        inside = ", ".join(f"{key(str(k))} = {show(v, depth - 1)}" for k, v in items) if depth > 0 else "..."
        return one_line(f"{{{inside}}}")
    return one_line(str(value))


def one_line(text: str, longest: int = LONGEST) -> str:
    """Make text safe to show: without line breaks and terminal escapes, and not too long."""
    plain = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return plain if len(plain) <= longest else f"{plain[: longest - 3]}..."


def report_validation(error: ValidationError, model: type[BaseModel], problems: Problems, section: str) -> None:
    """Word pydantic's findings about one section as problems.

    Each field's ``description`` is its rule, read after "must be"; words come from its ``Literal``.

    Args:
        error: what pydantic raised.
        model: the section's model.
        problems: takes the lines.
        section: the section's name.
    """
    for found in error.errors(include_url=False, include_context=False):
        name, *rest = found["loc"]
        info = model.model_fields.get(str(name))
        if info is None:
            problems.add_unknown(name, model.model_fields, section)
        elif found["type"] == "missing":
            problems.add(f"[{section}] must have {name}: {info.description}", section, str(name))
        else:
            extra = info.json_schema_extra
            valid = extra.get("words") if isinstance(extra, dict) else None
            got = found["input"]
            if isinstance(valid, list) and isinstance(got, str):
                wrong = did_you_mean(got[:LONGEST], [str(word) for word in valid])
                problems.add(f"{name} {show(got)} is unknown: {wrong}", section, str(name))
            else:
                problems.add(f"{name} must be {info.description}, got {show(got)}", section, str(name), *rest)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
