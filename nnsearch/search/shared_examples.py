"""A study's examples as files that its workers map into memory: written once, shared by all of them."""

from __future__ import annotations

from functools import lru_cache
from mmap import mmap
from pathlib import Path

import numpy as np

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.training.examples import Examples, Picture


def write_examples(examples: Examples, folder: Path) -> None:
    """Write examples as files for :func:`read_examples`.

    Args:
        examples: the data.
        folder: an existing one.

    Raises:
        EnvironmentRefusedError: if the disk refuses.
    """
    try:
        _write(examples, folder)
    except OSError as error:
        raise EnvironmentRefusedError(
            f"cannot write {folder}: {error.strerror or error}: set TMPDIR to a folder with more room"
        ) from error


def _write(examples: Examples, folder: Path) -> None:
    for name in ("X_train", "y_train", "X_dev", "y_dev"):
        array = getattr(examples, name)
        if isinstance(array, np.memmap) and isinstance(array.base, mmap):  # all of a file, not a view of some of it
            _link(Path(str(array.filename)), folder / f"{name}.npy")
        else:
            np.save(folder / f"{name}.npy", array, allow_pickle=False)
    numbers = np.array([examples.n_y, examples.target_mean, examples.target_scale])
    np.save(folder / "numbers.npy", numbers, allow_pickle=False)
    (folder / "output").write_text(examples.output)
    picture = examples.picture
    if picture is not None:
        facts = np.array([picture.height, picture.width, picture.channels, picture.even])
        np.save(folder / "picture.npy", facts, allow_pickle=False)


def _link(file: Path, name: Path) -> None:
    try:
        name.hardlink_to(file)
    except OSError:  # on another disk, or one that has no links
        name.symlink_to(file)


@lru_cache(maxsize=1)
def read_examples(folder: str) -> Examples:
    """Map examples from files; the last folder is remembered."""
    arrays = {
        name: np.load(Path(folder) / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        for name in ("X_train", "y_train", "X_dev", "y_dev")
    }
    n_y, mean, scale = np.load(Path(folder) / "numbers.npy", allow_pickle=False)
    return Examples(
        **arrays,
        n_y=int(n_y),
        output=(Path(folder) / "output").read_text(),
        target_mean=float(mean),
        target_scale=float(scale),
        picture=_read_picture(Path(folder) / "picture.npy"),
    )


def _read_picture(path: Path) -> Picture | None:
    if not path.exists():
        return None
    height, width, channels, even = map(int, np.load(path, allow_pickle=False))
    return Picture(height, width, channels, bool(even))
