"""What a study ran on: recorded with it, because the same bits are promised for the same kind of machine only."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from nnsearch.core.paths import StudyPaths
from nnsearch.search.meta import read_meta

RECORDED_PACKAGES = ("nnsearch", "numpy", "optuna", "mlflow", "joblib", "scikit-learn", "pandas", "scipy")
OPTIONAL_PACKAGES = ("cmaes", "llvmlite")
"""What a sampler asks and what loops are compiled with, where it is installed."""


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


def began_elsewhere(paths: StudyPaths) -> str | None:
    """Say in what this machine is not the one that a study began on: its bits are promised for that one only.

    Args:
        paths: of a study that may have been started.

    Returns:
        One line; ``None`` where nothing differs, or nothing has begun.

    Raises:
        LedgerError: if its record cannot be read.
    """
    if not paths.meta.is_file():
        return None
    differences = machine_differences(read_meta(paths)["machine"])
    if not differences:
        return None
    return (
        f"study {paths.name!r} began elsewhere, its next trials may differ in their last bits: {'; '.join(differences)}"
    )


def machine_differences(recorded: Mapping[str, Any], now: Mapping[str, Any] | None = None) -> list[str]:
    """Say in what this machine is not the one a study ran on, as far as bits depend on it.

    Args:
        recorded: ``machine`` of its ``study.json``.
        now: by default this machine, see :func:`describe_machine`.

    Returns:
        Lines such as ``processor: A then, B now``; BLAS first, for it is the likeliest cause. OpenBLAS's kernel does
        not count: a study trains with the one it began with, wherever this process has another one.
    """
    here = describe_machine() if now is None else now
    lines = [
        f"{name}: {_words(recorded.get(name))} then, {_words(here.get(name))} now"
        for name in ("blas", "processor", "system", "python")
        if not _alike(recorded.get(name), here.get(name))
    ]
    then, today = recorded.get("packages") or {}, here.get("packages") or {}
    optional = [name for name in OPTIONAL_PACKAGES if name in then]  # older records do not say
    for name in ("nnsearch", "numpy", "scipy", "scikit-learn", "optuna", *optional):
        if then.get(name) != today.get(name):
            lines.append(f"{name}: {_words(then.get(name))} then, {_words(today.get(name))} now")
    return lines


def _alike(then: object, now: object) -> bool:
    if isinstance(then, list) and isinstance(now, list):
        then, now = ([re.sub(r"^(openblas \S+) .*", r"\1", line) for line in lines] for lines in (then, now))
        # SciPy brings a BLAS of its own: whether it has been loaded yet makes no difference to the trainer.
        return set(then) <= set(now) or set(now) <= set(then)
    return then == now


def _words(fact: object) -> str:
    return ", ".join(map(str, fact)) if isinstance(fact, list) else str(fact or "unknown")
