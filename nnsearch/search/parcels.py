"""How tasks and results travel between this process and its workers: large arrays in a file, the rest by the pipe.

A pipe holds 64 KiB: a process that sends more waits, chunk by chunk, for one that is busy with something else. A file
is there at once. It holds bare numbers; what says how to read them comes through the pipe as everything else does.
"""

from __future__ import annotations

import os
import pickle  # only of what comes from a process of our own through its pipe
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

LEAST_BYTES = 2**15
"""Arrays that are smaller together go through the pipe, which then has room for the rest, too."""
ALIGNMENT = 64
"""Each array begins at a multiple of so many bytes."""


@dataclass(frozen=True)
class Parcel:
    """Something on its way.

    Args:
        content: pickled, without the arrays that are in the file.
        file: of arrays, which whoever opens the parcel removes; ``None`` if all is in the content.
        places: where each array begins and ends in it, in bytes.
    """

    content: bytes
    file: Path | None = None
    places: tuple[tuple[int, int], ...] = ()


def pack(thing: Any, folder: str | Path) -> Parcel:
    """Make a parcel.

    Args:
        thing: what can be pickled.
        folder: an existing one for the file, on this machine. Where it has no room the file is done without.
    """
    buffers: list[pickle.PickleBuffer] = []
    content = pickle.dumps(thing, protocol=5, buffer_callback=buffers.append)
    arrays = [buffer.raw() for buffer in buffers]
    if sum(array.nbytes for array in arrays) >= LEAST_BYTES:
        try:
            return Parcel(content, *_write(arrays, Path(folder)))
        except OSError:  # the pipe is slower, but has always room
            pass
    return Parcel(pickle.dumps(thing, protocol=5))


def unpack(parcel: Parcel) -> Any:
    """Open a parcel, once."""
    if parcel.file is None:
        return pickle.loads(parcel.content)  # noqa: S301 - from a process of our own, through its pipe
    data = np.fromfile(parcel.file, np.uint8)
    parcel.file.unlink()
    buffers = [data[start:stop].data for start, stop in parcel.places]
    return pickle.loads(parcel.content, buffers=buffers)  # noqa: S301 - as above


def discard(parcel: Parcel) -> None:
    """Throw a parcel away, whether or not it has been opened."""
    if parcel.file is not None:
        parcel.file.unlink(missing_ok=True)


def _write(arrays: list[memoryview], folder: Path) -> tuple[Path, tuple[tuple[int, int], ...]]:
    """Write arrays to a new file and return it and their places."""
    places: list[tuple[int, int]] = []
    descriptor, name = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for array in arrays:
                start = -(-file.tell() // ALIGNMENT) * ALIGNMENT
                file.seek(start)
                file.write(array)
                places.append((start, start + array.nbytes))
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name), tuple(places)
