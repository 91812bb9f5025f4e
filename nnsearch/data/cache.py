"""A large table's sets as files in a folder, ready to be mapped: reading a gigabyte of text again takes a minute.

An entry is named by what it is made of: the files' contents, the study's data section and this package's code. It is
made in a folder of its own and renamed when it is whole, so two processes may make the same one, and a killed one
leaves nothing that could be taken for an entry. Anything here can be deleted: it is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from nnsearch.core import seeds
from nnsearch.core.atomic_files import sync_folder
from nnsearch.core.errors import DataError, EnvironmentRefusedError
from nnsearch.core.refusals import reason_and_fix
from nnsearch.data.preprocessing import Preprocessing
from nnsearch.data.spec import Data, DataSpec, Split
from nnsearch.data.storage import Storage

ABOUT = "about.json"
ENTRY = "entry"
SETS = ("train", "dev", "test")
UNUSED_DAYS = 30
"""Entries that nobody has used for so long are removed when another one is made."""
_DAMAGE = (OSError, ValueError, KeyError, TypeError, EOFError, DataError)


def load_through(folder: Path, spec: DataSpec, files: Sequence[Path], load: Callable[[Storage], Data]) -> Data:
    """Return what is in the cache, or load it, and put it there if it is large.

    Args:
        folder: of the cache; made if needed.
        spec: which data, and how it is split and scaled.
        files: what it is read from.
        load: reads it, into the storage given.

    Raises:
        DataError: if the data cannot be used.
        EnvironmentRefusedError: if the disk refuses.
    """
    before = _look(files)
    entry = folder / _key(spec, files)
    found = _read_entry(entry)
    if found is not None:
        return found
    storage = Storage(folder)
    try:
        data = load(storage)
        if storage.folder is None or _look(files) != before:  # a file that changes has no content to be named by
            return data
        _write_entry(storage.folder, data)
        _publish(storage.folder / ENTRY, entry)
        return _read_entry(entry) or data
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot write {folder}: {reason_and_fix(error)}") from error
    finally:
        storage.close()
        with suppress(OSError):  # it holds something, or was never made
            folder.rmdir()


def _look(files: Sequence[Path]) -> list[tuple[int, int]]:
    try:
        return [(status.st_size, status.st_mtime_ns) for status in (path.stat() for path in files)]
    except OSError as error:
        raise DataError(f"cannot read {error.filename}: {error.strerror}") from error


def _key(spec: DataSpec, files: Sequence[Path]) -> str:
    digest = hashlib.sha256(_code().encode())
    where = {"source": None, "test_source": None}  # the same content elsewhere is the same data
    digest.update(json.dumps({**spec.resolved(), **where, "name": files[0].name}, sort_keys=True).encode())
    for path in files:
        digest.update(_content(path).encode())
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1)
def _code() -> str:
    """Digest what turns files into sets: an entry that other code made is none of ours."""
    versions = f"{np.__version__} {version('scikit-learn')}"  # NumPy's bits, scikit-learn's splits and levels
    digest = hashlib.sha256(versions.encode())
    for path in (Path(seeds.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror or error}") from error


def _read_entry(entry: Path) -> Data | None:
    try:
        about = json.loads((entry / ABOUT).read_text(encoding="utf-8"))
        splits = {name: _read_set(entry, name, about["checksums"]) for name in SETS if name in about["checksums"]}
        preprocessing = Preprocessing.from_dict(about["preprocessing"])
        os.utime(entry)
        return Data(
            **{**about["data"], **{key: tuple(about["data"][key]) for key in ("classes", "features", "notes")}},
            train=splits["train"],
            dev=splits["dev"],
            test=splits.get("test"),
            mean=preprocessing.scaling.mean,
            scale=preprocessing.scaling.scale,
            image_shape=None,
            preprocessing=preprocessing,
        )
    except _DAMAGE:  # not there, or damaged: made again
        return None


def _read_set(entry: Path, name: str, checksums: dict[str, str]) -> Split:
    whole = np.load(entry / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    y = np.load(entry / f"{name}-targets.npy", allow_pickle=False)
    if checksums[name] != _checksum(entry, name):
        raise DataError("damaged")
    return Split(whole[:, :-1], y, whole)


def _write_entry(scratch: Path, data: Data) -> None:
    made = scratch / ENTRY
    made.mkdir()
    checksums = {}
    for name in SETS:
        split: Split | None = getattr(data, name)
        if split is None:
            continue
        _sync(split.mapped)
        (scratch / f"{name}.npy").rename(made / f"{name}.npy")
        np.save(made / f"{name}-targets.npy", split.y, allow_pickle=False)
        checksums[name] = _checksum(made, name)
    kept = ("name", "task", "classes", "features", "fingerprint", "notes", "channels")
    if data.preprocessing is None:
        raise TypeError("loaded data knows how raw rows become inputs")
    about = {
        "data": {key: getattr(data, key) for key in kept},
        "preprocessing": data.preprocessing.to_dict(),
        "checksums": checksums,
    }
    (made / ABOUT).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    for path in made.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    sync_folder(made)


def _sync(array: Any) -> None:  # a memmap, whose class the array types do not show
    if isinstance(array, np.memmap):
        array.flush()


def _checksum(folder: Path, name: str) -> str:
    return f"{_content(folder / f'{name}.npy')} {_content(folder / f'{name}-targets.npy')}"


def _publish(made: Path, entry: Path) -> None:
    """Give an entry its name, unless another process was faster; forget entries that nobody uses."""
    if entry.exists() and _read_entry(entry) is None:
        shutil.rmtree(entry, ignore_errors=True)
    try:
        made.rename(entry)
    except OSError:
        if not entry.is_dir():
            raise
    sync_folder(entry.parent)
    for other in entry.parent.iterdir():
        try:
            if (
                other != entry
                and (other / ABOUT).exists()
                and time.time() - other.stat().st_mtime > UNUSED_DAYS * 86400
            ):
                shutil.rmtree(other, ignore_errors=True)
        except OSError:  # removed meanwhile
            continue
