"""Paths as they stand in a study file."""

from __future__ import annotations

from pathlib import Path

from nnsearch.core.errors import DataError


def resolve_path(path: str | Path, base: Path | None) -> Path:
    """Find what a path in a study file means.

    Args:
        path: absolute, starting with ``~``, or relative.
        base: the study file's folder, which relative paths start from; ``None`` for the current folder.

    Raises:
        DataError: if ``~`` names nobody's home.
    """
    try:
        expanded = Path(path).expanduser()
    except RuntimeError as error:
        raise DataError(f"no home folder for {str(path)!r}: {error}") from error
    return expanded if base is None else base / expanded


def is_file(path: Path) -> bool:
    """Whether a path leads to a regular file; a path the system refuses to look at does not."""
    try:
        return path.is_file()
    except OSError:
        return False
