"""Loops that numba compiles once a process trains long enough to earn that back.

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

EARNED_SECONDS = 4.0
"""A process that has trained for so long compiles: that takes about a second, and saves about a quarter of the rest."""
LONG_TRAINING = 20.0
"""Seconds of training that a process has before it from which it compiles at once, although first results wait."""
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


class Earnings:
    """Adds up what a process has spent training."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def add(self, seconds: float) -> None:
        """Count time spent training."""
        self._seconds += seconds

    @property
    def enough(self) -> bool:
        """Whether compiled loops are to be used from now on."""
        return self._seconds >= EARNED_SECONDS and can_compile()


EARNINGS = Earnings()
"""Of this process."""
