"""How much is fuzzed: a fixed selection by default, ``NNSEARCH_FUZZ`` times as much and at random by ``make fuzz``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings

from nnsearch.core.errors import NNSearchError, StudyFileError

TIMES = int(os.environ.get("NNSEARCH_FUZZ", "1"))


def examples(count: int) -> settings:
    """Return hypothesis' settings for a number of examples."""
    return settings(
        max_examples=count * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )


def refused(action: Callable[[], Any]) -> Any:
    """Do something with fuzzed input.

    Returns:
        What it returned; ``None`` if it was refused as a user's mistake has to be: in lines that can be shown.
    """
    try:
        return action()
    except NNSearchError as refusal:
        error = refusal
    lines = error.problems if isinstance(error, StudyFileError) else (str(error),)
    assert error.exit_code == 2, f"{type(error).__name__}: {error}"
    assert lines
    for line in lines:
        assert line.isprintable(), f"more than a line, or unprintable: {line!r}"
        assert 0 < len(line) < 2000, f"a line of {len(line)} letters: {line[:300]!r}"
    return None
