"""OpenBLAS's kernel: a study keeps the one it began with, because the kernel decides the last bits of products.

OpenBLAS chooses by processor and reads ``OPENBLAS_CORETYPE`` once, when NumPy is imported: what is said here must be
said before that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

KERNEL_VARIABLE = "OPENBLAS_CORETYPE"


def keep_kernel(meta: Path) -> str | None:
    """Ask OpenBLAS for the kernel a study began with, for this process and its children.

    Does nothing if the study has not begun, if the user has chosen a kernel, or if NumPy is imported already.

    Args:
        meta: the study's ``study.json``.

    Returns:
        The kernel that was asked for, or ``None``.
    """
    if KERNEL_VARIABLE in os.environ or "numpy" in sys.modules:
        return None
    try:
        blas = json.loads(meta.read_text(encoding="utf-8"))["machine"]["blas"]
    except (OSError, ValueError, KeyError, TypeError):
        return None  # whoever opens the study will say what is wrong with it
    kernel = recorded_kernel(blas)
    if kernel is not None:
        os.environ[KERNEL_VARIABLE] = kernel
    return kernel


def recorded_kernel(blas: Sequence[str]) -> str | None:
    """Return the kernel that descriptions such as ``openblas 0.3.31 SkylakeX`` agree on.

    >>> recorded_kernel(["openblas 0.3.30 SkylakeX", "openblas 0.3.31 SkylakeX"])
    'SkylakeX'
    """
    words = [line.split() for line in blas if line.startswith("openblas ")]
    kernels = {parts[2] for parts in words if len(parts) > 2}
    return kernels.pop() if len(kernels) == 1 else None
