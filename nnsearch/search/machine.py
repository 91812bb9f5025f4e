"""What a study ran on: recorded with it, because the same bits are promised for the same kind of machine only."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

RECORDED_PACKAGES = ("nnsearch", "numpy", "optuna", "mlflow", "joblib", "scikit-learn", "pandas", "scipy")
OPTIONAL_PACKAGES = ("cmaes", "torch", "numba")
"""What samplers ask and what loops are compiled with, where it is installed."""


def describe_machine() -> dict[str, Any]:
    """Return system, processor, BLAS and versions of packages, as JSON-ready facts."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "host": platform.node(),
        "blas": describe_blas(),
        "packages": {name: _version(name) for name in RECORDED_PACKAGES} | _installed(OPTIONAL_PACKAGES),
    }


def _installed(packages: Iterable[str]) -> dict[str, str | None]:
    return {name: version for name in packages if (version := _version(name)) is not None}


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def describe_blas() -> list[str]:
    """Return the loaded BLAS libraries as ``library version kernel``, such as ``openblas 0.3.31 SkylakeX``."""
    from threadpoolctl import threadpool_info

    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return sorted(
        {f"{pool['internal_api']} {pool['version']} {pool.get('architecture', '')}".strip() for pool in pools}
    )
