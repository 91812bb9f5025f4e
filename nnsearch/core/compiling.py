"""Loops that numba compiles where a process trains long enough to earn that back.

A loop does the arithmetic of the NumPy expressions it stands in for, operation by operation, in the same order and
precision: no reassociation, no fused multiply-add. Both give the same bits, so nobody needs to know which one ran, and
a machine without numba only takes longer.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import cache, cached_property
from importlib.util import find_spec
from typing import Any

WORTH_COMPILING = 5.0
"""Seconds of training in a process from which compiling pays: that takes 1.7 seconds, and saves two fifths ..."""
FIRST_RESULTS = 1.0
"""... once it has trained for so long, as first results should not wait for that."""
EARNED_SECONDS = 4.0
"""Where nobody knows what follows, a process that has trained for so long compiles."""
BEYOND_ESTIMATES = 10.0
"""So does one that has trained for so long though less was expected than pays: it is slower than estimates."""
EXACT_MACHINES = ("x86_64", "AMD64")
"""Where LLVM is known not to fuse a multiplication and an addition by itself."""


class Loop:
    """A function of arrays and scalars, written as plain loops and compiled when it is first called.

    Args:
        python: what to compile; it returns nothing and writes to its arguments.
    """

    def __init__(self, python: Callable[..., None]) -> None:
        self.python = python

    @cached_property
    def _compiled(self) -> Callable[..., None]:
        from numba import njit

        # As NumPy does, divide by zero without an exception; loops index within the shapes they read.
        compiled: Callable[..., None] = njit(self.python, error_model="numpy", nogil=True)
        return compiled

    def __call__(self, *arguments: Any) -> None:
        """Run the compiled loop."""
        self._compiled(*arguments)


@cache
def can_compile() -> bool:
    """Say whether numba works here and is known to be exact on this machine."""
    if platform.machine() not in EXACT_MACHINES or find_spec("numba") is None:
        return False
    try:
        from numba import config
    except (ImportError, OSError, AttributeError):  # made for another NumPy, or without its compiler
        return False
    return not getattr(config, "DISABLE_JIT", False)


def compiling_pays(trained: float, expected: float) -> bool:
    """Say whether processes that share a study's training should compile by now.

    Args:
        trained: seconds that each has trained so far.
        expected: seconds that each was expected to train.
    """
    return trained >= (FIRST_RESULTS if expected >= WORTH_COMPILING else BEYOND_ESTIMATES)


class Earnings:
    """Adds up what a process has spent training, to say whether it uses compiled loops."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._compiled = False

    def add(self, seconds: float) -> None:
        """Count time spent training."""
        self.seconds += seconds

    def use_loops(self, wanted: bool | None) -> bool:
        """Say whether to use compiled loops; once they are used there is nothing to gain from going back.

        Args:
            wanted: whether somebody who knows what follows wants them; ``None`` if nobody knows.
        """
        if wanted is None:
            wanted = self.seconds >= EARNED_SECONDS
        self._compiled = (self._compiled or wanted) and can_compile()
        return self._compiled


EARNINGS = Earnings()
"""Of this process."""
