"""A process that measures on request: one JSON line in, one JSON line out. Started by :mod:`benchmarks.workers`.

A process per contender keeps their libraries apart (thread pools, allocators, memory) and lets one that hangs be
ended, while runs still alternate.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from typing import Any


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Call ``request["function"]`` (``module:name``) with ``request["arguments"]``.

    Returns:
        ``result``, or ``failure``: the traceback. The other side raises it, so nothing is hidden.
    """
    module, _, name = request["function"].partition(":")
    try:
        return {"result": getattr(importlib.import_module(module), name)(**request["arguments"])}
    except Exception:  # noqa: BLE001  whatever a foreign library raises must reach the other process
        return {"failure": traceback.format_exc()}


def main() -> None:
    """Answer requests until the input ends."""
    # A library that prints must not spoil the answers: they get the real output, all else the error stream.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        answers.write(json.dumps(answer(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
