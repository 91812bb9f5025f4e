"""The formats of a path: which ending is read how, and which keys of ``[data]`` go with it.

Importing this module is cheap: pyarrow and Pillow are imported when something is read with them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from nnsearch.core.errors import DataError
from nnsearch.data.assembly import assemble
from nnsearch.data.csv_table import CSV_SUFFIXES, open_csv
from nnsearch.data.files import plain_suffix
from nnsearch.data.idx_folder import find_idx_pictures, is_idx, read_idx_folder
from nnsearch.data.image_folder import read_image_folder
from nnsearch.data.npz import read_npz
from nnsearch.data.parquet_table import PARQUET_SUFFIXES, open_parquet
from nnsearch.data.raw import RawData
from nnsearch.data.spec import DataSpec
from nnsearch.data.storage import Storage, read_table
from nnsearch.data.table import OpenTable

TABLE_KEYS = ("target", "categorical", "drop", "missing", "group", "time", "split", "test_source")


@dataclass(frozen=True)
class Format:
    """A kind of file or folder.

    Args:
        name: what it is called in messages.
        suffixes: endings of its files, compression aside.
        keys: keys of ``[data]`` that go with it and not with every source.
        read: makes raw data of the path, the spec and the test set's path, if there is one; large arrays lie where the
            storage says.
    """

    name: str
    suffixes: tuple[str, ...]
    keys: tuple[str, ...]
    read: Callable[[Path, DataSpec, Path | None, Storage], RawData]


def format_of(path: Path, key: str = "source") -> Format:
    """Choose a file's format by its ending.

    Args:
        path: a file.
        key: the key of ``[data]`` that names it, for the message.

    Raises:
        DataError: if the ending is unknown.
    """
    suffix = plain_suffix(path)
    for each in PATHS.values():
        if suffix in each.suffixes:
            return each
    if is_idx(path):
        raise DataError(f"data.{key} must be the folder of IDX files with a slash behind it, got the file {path}")
    raise DataError(f"data.{key} must end in {', '.join(SUFFIXES)} or be a folder of pictures, got the file {path}")


def folder_format(path: Path) -> Format:
    """Choose a folder's format by what is in it."""
    return PATHS["idx" if find_idx_pictures(path) else "folder"]


def refuse_keys(spec: DataSpec, keys: Sequence[str]) -> None:
    """Refuse keys that do not go with a source.

    Args:
        spec: the study's data section.
        keys: those that do.

    Raises:
        DataError: naming the first that does not, and what it goes with.
    """
    special = dict.fromkeys(key for each in PATHS.values() for key in each.keys)
    for key in special:
        if key not in keys and getattr(spec, key) not in (None, ()):
            homes = " and ".join(each.name for each in PATHS.values() if key in each.keys)
            raise DataError(f"data.{key} goes with {homes} only, got data.source = {spec.source!r}: leave it out")
    given = [key for key in ("group", "time", "split") if getattr(spec, key) is not None]
    if len(given) > 1:
        raise DataError(f"examples are split in one way, got data.{' and data.'.join(given)}: leave out all but one")
    if spec.split is not None and spec.test_source is not None:
        raise DataError("the test set is given once, got data.split and data.test_source: leave one out")


def open_table(path: Path, spec: DataSpec, fewest: int = 2) -> AbstractContextManager[OpenTable]:
    """Open a text or Parquet table, by its ending.

    Args:
        path: the file.
        spec: says how a text is written.
        fewest: how many columns there must be.

    Returns:
        What gives the opened table and closes it; it raises DataError if the file is no table.
    """
    if plain_suffix(path) in PARQUET_SUFFIXES:
        return open_parquet(path, fewest)
    return open_csv(path, spec, fewest)


def _read_tables(path: Path, spec: DataSpec, test_path: Path | None, storage: Storage) -> RawData:
    with open_table(path, spec) as opened:
        table = read_table(opened, spec, storage)
    if test_path is None:
        return assemble(table, spec, storage=storage)
    with open_table(test_path, spec) as opened:
        return assemble(table, spec, read_table(opened, spec, storage, "test-table"), storage)


PATHS: dict[str, Format] = {
    "text": Format("text tables", CSV_SUFFIXES, (*TABLE_KEYS, "delimiter", "encoding"), _read_tables),
    "parquet": Format("Parquet tables", PARQUET_SUFFIXES, TABLE_KEYS, _read_tables),
    "npz": Format("NPZ files", (".npz",), ("missing",), lambda path, spec, *_: read_npz(path, spec)),
    "idx": Format("folders of IDX files", (), (), lambda path, spec, *_: read_idx_folder(path, spec)),
    "folder": Format(
        "folders of pictures", (), ("image_size", "color", "test_source"), lambda *given: read_image_folder(*given[:3])
    ),
}
"""Every kind of path that can be a source."""

SUFFIXES: tuple[str, ...] = tuple(suffix for each in PATHS.values() for suffix in each.suffixes)
"""Endings of the files that can be a source; a compressed table has another one behind it."""
