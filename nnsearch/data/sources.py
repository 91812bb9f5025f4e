"""The registry of sources: which names a study file may use, and how each is read.

Importing this module is cheap: scikit-learn is imported when one of its data sets is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean, nearest
from nnsearch.data import builtin, generated, idx
from nnsearch.data.files import is_file, is_folder, plain_suffix, resolve_path
from nnsearch.data.formats import SUFFIXES, Format, folder_format, format_of, refuse_keys
from nnsearch.data.raw import RawData
from nnsearch.data.spec import DataSpec, Task
from nnsearch.data.storage import Storage


@dataclass(frozen=True)
class Source:
    """A source with a name.

    Args:
        read: makes the raw data of a spec whose ``folder`` is resolved.
        task: what its targets are.
        check: looks for the files without reading them, for a source that takes ``folder``.
    """

    read: Callable[[DataSpec], RawData]
    task: Task = "classification"
    check: Callable[[DataSpec], None] | None = None


def validate_source(spec: DataSpec, base: Path | None = None) -> None:
    """Check that the source exists and takes the keys given, without reading it.

    Args:
        spec: what a study asks for.
        base: folder that relative paths start from; ``None`` for the current folder.

    Raises:
        DataError: if the source is unknown, a file is missing, or a key does not go with the source.
    """
    if spec.split_seed < 0:
        raise DataError(f"data.split_seed must be at least 0, got {spec.split_seed}")
    source = SOURCES.get(spec.source)
    if source is None:
        _places(spec, base)
        return
    _refuse_foreign_keys(spec, source)
    if source.check is not None:
        source.check(_with_folder(spec, base))


def is_path(source: str) -> bool:
    """Whether a source is meant as a path: a folder's with a slash, or a file's with a known ending.

    >>> is_path("wine.tsv.gz"), is_path("pictures/"), is_path("wine")
    (True, True, False)
    """
    return "/" in source or plain_suffix(source) in SUFFIXES


def read_source(spec: DataSpec, base: Path | None = None, storage: Storage | None = None) -> RawData:
    """Read all examples of a source, neither split nor scaled.

    Args:
        spec: what a study asks for.
        base: folder that relative paths start from; ``None`` for the current folder.
        storage: where a large table's numbers lie; by default in memory.

    Raises:
        DataError: if the source is unknown, or its data cannot be used.
    """
    validate_source(spec, base)
    _refuse_generation_keys(spec)
    source = SOURCES.get(spec.source)
    if source is None:
        format_, path, test_path = _places(spec, base)
        return format_.read(path, spec, test_path, storage or Storage())
    return source.read(_with_folder(spec, base))


def _refuse_generation_keys(spec: DataSpec) -> None:
    """Refuse a size or a noise asked of data that is not generated."""
    for key in ("samples", "noise"):
        if spec.source not in GENERATED and getattr(spec, key) is not None:
            raise DataError(
                f"data.{key} goes with generated data only ({', '.join(GENERATED)}), got {spec.source!r}: leave it out"
            )


def _with_folder(spec: DataSpec, base: Path | None) -> DataSpec:
    return spec if spec.folder is None else replace(spec, folder=resolve_path(spec.folder, base))


def _refuse_foreign_keys(spec: DataSpec, source: Source) -> None:
    refuse_keys(spec, ())
    if spec.folder is not None and source.check is None:
        raise DataError(f"data.folder goes with mnist and fashion-mnist only, got {spec.source!r}: leave it out")
    if spec.task not in (None, source.task):
        raise DataError(f"data.task must be {source.task!r} for {spec.source!r}, got {spec.task!r}: leave it out")


def table_files(spec: DataSpec, base: Path | None = None) -> list[Path]:
    """Return the files of a table that a spec asks for, that of its test set last; none if it is no table.

    Raises:
        DataError: if there is no such source.
    """
    if spec.source in SOURCES:
        return []
    format_, path, test_path = _places(spec, base)
    is_table = "target" in format_.keys
    return [each for each in (path, test_path) if each is not None] if is_table else []


def _places(spec: DataSpec, base: Path | None) -> tuple[Format, Path, Path | None]:
    if not is_path(spec.source):
        raise DataError(
            f"data.source {spec.source!r} is neither a built-in data set nor a path ending in "
            f"{', '.join(SUFFIXES)} or / for a folder of pictures: " + did_you_mean(spec.source, SOURCE_NAMES)
        )
    if spec.folder is not None:
        raise DataError(f"data.folder goes with mnist and fashion-mnist only, got {spec.source!r}: leave it out")
    path = resolve_path(spec.source, base)
    chosen = _existing(path, "source", spec.source)
    refuse_keys(spec, chosen.keys)
    if not chosen.suffixes and spec.task == "regression":
        raise DataError(f"data.task must be 'classification' for {chosen.name}, got 'regression': leave it out")
    if spec.test_source is None:
        return chosen, path, None
    test_path = resolve_path(spec.test_source, base)
    if _existing(test_path, "test_source", spec.test_source) is not chosen:
        raise DataError(
            f"data.test_source must be of the kind of data.source, got {spec.test_source!r} beside {spec.source!r}"
        )
    return chosen, path, test_path


def _existing(path: Path, key: str, word: str) -> Format:
    if is_folder(path):
        return folder_format(path)
    if not is_file(path):
        raise DataError(f"data.{key} {word!r}: there is no file {path}{_nearest_table(path)}")
    return format_of(path, key)


def _nearest_table(path: Path) -> str:
    try:
        tables = [entry.name for entry in path.parent.iterdir() if plain_suffix(entry) in SUFFIXES]
    except (OSError, ValueError):
        return ""
    return f"; {did_you_mean(path.name, nearest(path.name, tables)[:5])}" if tables else ""


GENERATED = ("moons", "circles", "spiral", "flower")
"""Data that is made: these alone heed ``samples`` and ``noise``."""

SOURCES: dict[str, Source] = {
    "digits": Source(lambda _: builtin.load_digits()),
    "breast-cancer": Source(lambda _: builtin.load_breast_cancer()),
    "wine": Source(lambda _: builtin.load_wine()),
    "iris": Source(lambda _: builtin.load_iris()),
    "diabetes": Source(lambda _: builtin.load_diabetes(), task="regression"),
    "moons": Source(generated.generate_moons),
    "circles": Source(generated.generate_circles),
    "spiral": Source(generated.generate_spiral),
    "flower": Source(generated.generate_flower),
    "mnist": Source(idx.load_mnist, check=idx.check_mnist),
    "fashion-mnist": Source(idx.load_fashion_mnist, check=idx.check_fashion_mnist),
}
"""Every source with a name; anything else must be a path."""

SOURCE_NAMES: tuple[str, ...] = tuple(SOURCES)
