"""Which of OpenBLAS's kernels to use: decided before NumPy is imported, because it is read once.

OpenBLAS does not know recent AMD processors and falls back to AVX2 kernels on them, at half the speed of the AVX-512
ones it also has. The kernel decides the last bits of products, so a study keeps the one it began with.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

KERNEL_VARIABLE = "OPENBLAS_CORETYPE"
WIDE_KERNEL = "SkylakeX"
WIDE_FLAGS = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})


def choose_kernel(recorded: Sequence[str] = ()) -> str | None:
    """Set OpenBLAS's kernel for this process and its children, unless the user or an import has decided already.

    Args:
        recorded: what a started study's ``study.json`` says of its BLAS (``machine.blas``).

    Returns:
        The kernel that was asked for, or ``None`` if OpenBLAS is left to choose.
    """
    if KERNEL_VARIABLE in os.environ or "numpy" in sys.modules:
        return None
    kernel = recorded_kernel(recorded) or (WIDE_KERNEL if _is_wide_amd() else None)
    if kernel is not None:
        os.environ[KERNEL_VARIABLE] = kernel
    return kernel


def recorded_kernel(blas: Sequence[str]) -> str | None:
    """Return the kernel that a description such as ``openblas 0.3.31 SkylakeX`` names.

    >>> recorded_kernel(["openblas 0.3.30 SkylakeX", "openblas 0.3.31 SkylakeX"])
    'SkylakeX'
    """
    words = [line.split() for line in blas if line.startswith("openblas ")]
    kernels = {parts[2] for parts in words if len(parts) > 2}
    return kernels.pop() if len(kernels) == 1 else None


def _is_wide_amd() -> bool:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False
    flags = re.search(r"^flags\s*:(.*)$", text, re.MULTILINE)
    return "AuthenticAMD" in text and flags is not None and set(flags.group(1).split()) >= WIDE_FLAGS
