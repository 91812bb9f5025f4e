"""Lines of JSON, many at a time: one call of the parser instead of one per line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic_core import from_json


def parse_lines(lines: Sequence[bytes]) -> list[Any]:
    """Parse lines.

    Args:
        lines: one JSON value each, with or without their newlines.

    Returns:
        The values; ``None`` for a line that is none.

    >>> parse_lines([b'{"a": 1}', b'{"a": ', b"[2]"])
    [{'a': 1}, None, [2]]
    """
    try:
        # Keys and identifiers repeat in every line: as shared strings they are found and kept at half the cost.
        values: list[Any] = from_json(b"[" + b",".join(lines) + b"]", cache_strings="all")
    except ValueError:
        values = []
    # A line may hold a comma of its own.
    return values if len(values) == len(lines) else [_parse(line) for line in lines]


def _parse(line: bytes) -> Any:  # any JSON value
    try:
        return json.loads(line)
    except ValueError:
        return None
