"""The machine: pinned to one core and one BLAS thread, described, and its peak measured."""

from __future__ import annotations

import os
import platform
import sys
import time
from importlib import metadata
from pathlib import Path

import numpy as np

SINGLE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
}
"""Environment of every worker: libraries read it when they are imported."""
KERNEL_OVERRIDES = ("OPENBLAS_CORETYPE", "MKL_ENABLE_INSTRUCTIONS", "ONEDNN_MAX_CPU_ISA", "ATEN_CPU_CAPABILITY")
"""Environment that holds one library, and only that one, to the kernels of another processor."""
GEMM_SIZE = 2048
DOT_SIZE = 10_000_000


def pin_to_one_core() -> int | None:
    """Pin this process and its future children to the last core it may use.

    Returns:
        The core, or ``None`` where the system cannot pin.
    """
    if sys.platform != "linux":
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def kernel_overrides() -> dict[str, str]:
    """Return which of the overrides are set here, with their values."""
    return {name: os.environ[name] for name in KERNEL_OVERRIDES if os.environ.get(name)}


def lift_kernel_overrides() -> dict[str, str]:
    """Let every library of future workers choose its kernels itself; return what was set."""
    found = kernel_overrides()
    for name in KERNEL_OVERRIDES:
        os.environ.pop(name, None)
    return found


def describe() -> str:
    """Return processor, number of cores, system and Python in a line."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def versions(distributions: tuple[str, ...]) -> dict[str, str | None]:
    """Return the installed version of each distribution, ``None`` for those that are not installed."""
    found: dict[str, str | None] = {}
    for name in distributions:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def gemm_gflops() -> float:
    """Measure one product of two 2048 x 2048 float32 matrices, in 10^9 floating-point operations per second."""
    random = np.random.default_rng(0)
    a = random.random((GEMM_SIZE, GEMM_SIZE), np.float32)
    b = random.random((GEMM_SIZE, GEMM_SIZE), np.float32)
    out = np.empty_like(a)
    np.matmul(a, b, out=out)  # so that no page is touched for the first time while measuring
    started = time.perf_counter()
    np.matmul(a, b, out=out)
    return 2 * GEMM_SIZE**3 / (time.perf_counter() - started) / 1e9


def dot_product_seconds() -> tuple[float, float]:
    """Time the course's first example: a dot product of ten million elements, as a loop and vectorized."""
    random = np.random.default_rng(0)
    a, b = random.random(DOT_SIZE), random.random(DOT_SIZE)
    started = time.perf_counter()
    total = 0.0
    for i in range(DOT_SIZE):
        total += a[i] * b[i]
    loop = time.perf_counter() - started
    started = time.perf_counter()
    vectorized_total = np.dot(a, b)
    vectorized = time.perf_counter() - started
    if not np.isclose(total, vectorized_total):
        raise RuntimeError(f"the two dot products must agree, got {total} and {vectorized_total}")
    return loop, vectorized
