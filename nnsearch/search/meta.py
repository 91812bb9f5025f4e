"""``study.json``: what a study is, written once when it begins. Imports no Optuna and no NumPy."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import StudyPaths
from nnsearch.training.objectives import OBJECTIVES

NEEDED: dict[str, tuple[str, ...]] = {
    "": ("name", "created", "text", "metric"),
    "spec": ("search",),
    "data": ("name", "task", "fingerprint"),
    "machine": ("blas",),
}
"""What every reader may rely on, by section."""


def read_meta(paths: StudyPaths) -> dict[str, Any]:
    """Read what a study is.

    Args:
        paths: its places.

    Returns:
        The sections ``spec``, ``data`` and ``machine`` beside name, file and text.

    Raises:
        LedgerError: if the file is missing, is not JSON, lacks something or holds a metric or date that cannot be; the
            message says what.
    """
    try:
        meta = json.loads(paths.meta.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LedgerError(f"cannot read {paths.meta}: {error}; restore it, or move the folder away") from error
    for section, keys in NEEDED.items():
        part = meta if not section else meta.get(section) if isinstance(meta, dict) else None
        for key in keys:
            if not isinstance(part, dict) or key not in part:
                where = f"{section}.{key}" if section else key
                raise _damaged(paths, f"it must hold {where}")
    if meta["metric"] not in list(OBJECTIVES):  # a list: the value may be of any type
        raise _damaged(paths, f"metric must be one of {', '.join(OBJECTIVES)}, got {meta['metric']!r}")
    if not _is_date(meta["created"]):
        raise _damaged(paths, f"created must be a date and time, got {meta['created']!r}")
    return dict(meta)


def _damaged(paths: StudyPaths, what: str) -> LedgerError:
    return LedgerError(f"{paths.meta} is damaged: {what}; restore it, or move the folder away")


def _is_date(value: Any) -> bool:  # whatever JSON can hold
    try:
        datetime.fromisoformat(value).timestamp()
    except (TypeError, ValueError, OverflowError):
        return False
    return True


def recorded_places(paths: StudyPaths) -> StudyPaths:
    """Return a study's places, its file where the record says if it is not where the name says.

    Args:
        paths: as its name gives them.

    Raises:
        LedgerError: if the record cannot be read.
    """
    if paths.file.exists() or not paths.meta.is_file():
        return paths
    return replace(paths, file=Path(str(read_meta(paths).get("file", paths.file))))
