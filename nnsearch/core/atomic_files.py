"""Files that are either whole or absent: temporary file, fsync, rename, fsync of the folder.

Arrays are npz without pickle, with a checksum over names, types, shapes and bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError
from nnsearch.core.refusals import reason_and_fix

CHECKSUM = "__sha256__"

_DAMAGE = (ValueError, EOFError, KeyError, IndexError, TypeError, RuntimeError, struct.error, zipfile.BadZipFile)
"""What flipped bits make zipfile and NumPy raise (RuntimeError: of an encrypted part, or of an unknown feature)."""


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_bytes(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` atomically and durably, making the folder if needed.

    Raises:
        EnvironmentRefusedError: if the disk is full or the folder read-only; ``path`` is then as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot write {path}: {reason_and_fix(error)}") from error


def write_json(path: Path, value: object) -> None:
    """Write a JSON file atomically."""
    write_bytes(path, (json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode())


def read_json(path: Path) -> Any:  # JSON has no narrower type
    """Read a JSON file.

    Raises:
        LedgerError: if it is missing or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LedgerError(f"cannot read {path}: {error}") from error


def _checksum(arrays: Mapping[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        digest.update(f"{name}|{array.dtype.str}|{array.shape}|".encode())
        digest.update(array.data)
    return digest.hexdigest()


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write named arrays as one checksummed npz, atomically.

    Args:
        path: ends in ``.npz``.
        arrays: numbers, booleans or fixed-width text; never objects.
    """
    buffer = io.BytesIO()
    checked = {name: np.asarray(array) for name, array in arrays.items()}
    np.savez(buffer, allow_pickle=False, **{CHECKSUM: np.array(_checksum(checked))}, **checked)
    write_bytes(path, buffer.getvalue())


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Read what :func:`write_arrays` wrote.

    Raises:
        LedgerError: if the file is missing, truncated, holds objects or fails its checksum.
    """
    try:
        # Opened here: np.load leaks its own handle when the file turns out to be truncated.
        with path.open("rb") as raw:
            _check_parts(raw)
            with np.load(raw, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
    except OSError as error:
        raise LedgerError(f"cannot read {path}: {error.strerror or error}") from error
    except _DAMAGE as error:
        raise LedgerError(f"{path} is damaged: {error}") from error
    recorded = arrays.pop(CHECKSUM, None)
    if recorded is None or str(recorded) != _checksum(arrays):
        raise LedgerError(f"{path} is damaged: its checksum does not fit")
    return arrays


def _check_parts(raw: BinaryIO) -> None:
    """Compare each part with its CRC before NumPy believes what a header says of an array's size."""
    with zipfile.ZipFile(raw) as file:
        if any(part.compress_type != zipfile.ZIP_STORED for part in file.infolist()):
            raise zipfile.BadZipFile("a part is compressed")
        bad = file.testzip()
    if bad is not None:
        raise zipfile.BadZipFile(f"the part {bad!r} does not fit its CRC")
    raw.seek(0)
