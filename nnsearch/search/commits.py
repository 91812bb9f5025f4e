"""What a journal's commits say, read backwards from its bytes. Imports no Optuna and no parser of lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

PROGRESS = "nnsearch:progress"
"""The study attribute that is the ledger's commit point."""


def commits_backwards(content: bytes) -> Iterator[tuple[dict[str, Any], int]]:
    """Find the commits in a journal's bytes, the last one first; a torn first or last line is none.

    Yields:
        What each said, and where its line ends.
    """
    mark, end = json.dumps(PROGRESS).encode(), content.rfind(b"\n") + 1
    while (found := content.rfind(mark, 0, end)) >= 0:
        start, stop = content.rfind(b"\n", 0, found) + 1, content.find(b"\n", found) + 1
        end = start
        try:
            progress = dict(json.loads(content[start:stop])["user_attr"][PROGRESS])
        except (ValueError, KeyError, TypeError):
            continue
        yield progress, stop
