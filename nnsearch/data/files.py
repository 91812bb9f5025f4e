"""Files and paths as they stand in a study file."""

from __future__ import annotations

import codecs
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from nnsearch.core.errors import DataError, SettingsError
from nnsearch.core.paths import expand_home

COMPRESSIONS = (".gz", ".bz2", ".xz")
LONGEST_LINE = 2**25
DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What the readers of compressed files raise for damaged ones."""


def resolve_path(path: str | Path, base: Path | None) -> Path:
    """Find what a path in a study file means.

    Args:
        path: absolute, starting with ``~``, or relative.
        base: the study file's folder, which relative paths start from; ``None`` for the current folder.

    Raises:
        DataError: if ``~`` names nobody's home.
    """
    try:
        expanded = expand_home(path)
    except SettingsError as error:
        raise DataError(str(error)) from error
    return expanded if base is None else base / expanded


def is_file(path: Path) -> bool:
    """Whether a path leads to a regular file; a path the system refuses to look at does not."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; a path the system refuses to look at does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_utf8(name: str) -> bool:
    """Whether the name of a file can be written down as text: the system takes any bytes for one."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def plain_suffix(path: str | Path) -> str:
    """Return a path's ending in small letters, that of a compression left aside.

    >>> plain_suffix("a/Wine.CSV.gz"), plain_suffix("pictures/")
    ('.csv', '')
    """
    bare = Path(path)
    return (bare.with_suffix("") if bare.suffix.lower() in COMPRESSIONS else bare).suffix.lower()


def plain_stem(path: Path) -> str:
    """Return a path's name without its endings.

    >>> plain_stem(Path("a/wine.csv.gz"))
    'wine'
    """
    return Path(path.stem).stem if path.suffix.lower() in COMPRESSIONS else path.stem


@contextmanager
def open_binary(path: Path) -> Iterator[BinaryIO]:
    """Open a file, unpacking it if its ending is that of a compression.

    Raises:
        OSError: if the file cannot be opened.
    """
    import bz2
    import gzip

    suffix = path.suffix.lower()
    openers: dict[str, Callable[[Path], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
    with openers[suffix](path) if suffix in openers else path.open("rb") as file:
        yield file


def text_lines(file: TextIO, path: Path) -> Iterator[str]:
    """Give a text's lines, none of them endless or with a NUL: what the reader of a table may safely take.

    Raises:
        DataError: if a line is longer than 32 million characters or holds a NUL character.
    """
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise DataError(f"lines must be shorter than {LONGEST_LINE} characters, line {number} of {path} is not")
        if "\0" in line:
            raise DataError(
                f"{path} must be text, got a NUL character on line {number}: remove it, or declare data.encoding if "
                'this is another encoding, such as "utf-16"'
            )
        yield line


def check_encoding(name: str) -> None:
    """Refuse an encoding that Python does not know.

    Raises:
        DataError: naming it.
    """
    try:
        info = codecs.lookup(name)
        known = getattr(info, "_is_text_encoding", True)  # "hex" and "zip" are codecs, but of no text
        "".encode(name) if known else None
    except (LookupError, ValueError, UnicodeError):
        known = False
    if not known:
        raise DataError(f'data.encoding must be an encoding such as "utf-8", "latin-1" or "cp1252", got {name!r}')
