"""``study.json``: what a study is, written once when it begins. Imports no Optuna and no NumPy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import StudyPaths

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
        LedgerError: if the file is missing, is not JSON or lacks something; the message says what.
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
                raise LedgerError(f"{paths.meta} is damaged: it must hold {where}; restore it, or move the folder away")
    return dict(meta)


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
