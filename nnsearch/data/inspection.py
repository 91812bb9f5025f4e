"""Looking at data that nobody has described yet: which ``[data]`` section suits it, and what there is to say of it.

What is guessed here is written into a study file, for a person to read and change. Loading itself guesses nothing but
which columns teach nothing (``idle_columns``) and whether a target is a class, and says so in notes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean, printable
from nnsearch.data.csv_columns import NumberColumn, TextColumn, UnreadColumn, is_date
from nnsearch.data.csv_table import CSV_SUFFIXES, DELIMITERS
from nnsearch.data.files import DAMAGED, is_file, is_folder, open_binary, plain_stem, plain_suffix, resolve_path
from nnsearch.data.formats import PATHS, format_of, open_table
from nnsearch.data.idx import FASHION_MNIST_FOLDER
from nnsearch.data.idx_folder import find_idx_pictures, is_idx
from nnsearch.data.image_folder import look_at_folder
from nnsearch.data.load import load_data
from nnsearch.data.raw import listed, quoted
from nnsearch.data.sources import SOURCE_NAMES
from nnsearch.data.spec import Data, DataSpec
from nnsearch.data.table import Table, make_columns, valid_name

TARGET_NAMES = ("target", "label", "class", "y", "outcome", "species", "diagnosis")
IDX_SETS = ("fashion-mnist", "mnist")
"""Folders of these names hold data whose classes have names."""
LARGEST_SIDE = 64
USUAL_SIDE = 32
MOST_LEVELS = 50
HEAD = 2**16
PIECE = 2**20
QUOTED = re.compile(r'"[^"]*"')
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, eq=False)
class Inspection:
    """What was found.

    Args:
        spec: the section that suits the data; its path starts from the current folder.
        data: loaded by it.
        seen: lines that say what the data looks like.
        remarks: why a key of the section is what it is, by key.
    """

    spec: DataSpec
    data: Data
    seen: tuple[str, ...]
    remarks: dict[str, str]


def inspect_source(source: str, target: str | None = None, cache: Path | None = None) -> Inspection:
    """Find out how data should be read, and read it.

    Args:
        source: a path, or a built-in's name where there is no such path.
        target: the column to predict, for tables; by default one that is named like it, else the last.
        cache: see :func:`nnsearch.data.load.load_data`.

    Raises:
        DataError: if there is no such data, or no network can be trained on it.
    """
    path = resolve_path(source, None)
    spec = DataSpec(source)
    remarks: dict[str, str] = {}
    seen: list[str] = []
    idx = _idx_folder(path)
    if idx is not None:
        spec, seen = _look_at_idx(idx)
    elif is_folder(path):
        # A slash says that a word is no name of built-in data.
        spec, remarks, seen = _look_at_pictures(path, replace(spec, source=f"{source.rstrip('/')}/"))
    elif is_file(path):
        spec = replace(spec, source=source if "/" in source else f"./{source}")
        suffixes = format_of(path).suffixes
        if suffixes in (PATHS["text"].suffixes, PATHS["parquet"].suffixes):
            spec, remarks, seen = _look_at_table(path, spec, target)
    elif source not in SOURCE_NAMES:
        raise _unknown(source)
    if target is not None and spec.target is None:
        raise DataError(f"--target names the column of a table, {source!r} has none: leave it out")
    return Inspection(spec, load_data(spec, cache=cache), tuple(seen), remarks)


def study_name(source: str) -> str:
    """Return the name that the data of a source gets, without reading it.

    Raises:
        DataError: if there is no such data.
    """
    path = resolve_path(source, None)
    folder = _idx_folder(path) or (path if is_folder(path) else None)
    if folder is not None:
        return valid_name(folder.resolve().name)
    if is_file(path):
        return valid_name(plain_stem(path))
    if source not in SOURCE_NAMES:
        raise _unknown(source)
    return source


def _unknown(source: str) -> DataError:
    return DataError(
        f"there is no file or folder {source!r}, and no built-in data of that name: "
        + did_you_mean(source[:60], SOURCE_NAMES)
    )


def _idx_folder(path: Path) -> Path | None:
    """Return the folder of IDX files that a path is, or that a file of pictures or labels lies in."""
    folder = path if is_folder(path) else path.parent if is_file(path) and is_idx(path) else None
    return folder if folder is not None and find_idx_pictures(folder) else None


def _look_at_idx(folder: Path) -> tuple[DataSpec, list[str]]:
    seen = [f"pictures in IDX: {', '.join(path.name for path in reversed(find_idx_pictures(folder)))}"]
    name = folder.resolve().name
    if name not in IDX_SETS:
        return DataSpec(f"{folder}/"), seen
    return DataSpec(name, folder=None if folder.resolve() == FASHION_MNIST_FOLDER else folder), seen


def _look_at_pictures(path: Path, spec: DataSpec) -> tuple[DataSpec, dict[str, str], list[str]]:
    classes, sizes, color = look_at_folder(path)
    (height, width), _ = sizes.most_common(1)[0]
    small = len(sizes) == 1 and max(height, width) <= LARGEST_SIDE
    size = (height, width) if small else (USUAL_SIDE, USUAL_SIDE)
    found = f"{height}x{width}" if len(sizes) == 1 else f"{len(sizes)} sizes, most often {height}x{width}"
    seen = [f"{sum(sizes.values()):,} pictures in {len(classes)} folders ({listed(classes)}); {found} pixels, {color}"]
    remarks = {"image_size": f"height and width; the pictures have {found}", "color": '"grey" or "rgb"'}
    return replace(spec, image_size=size, color=color), remarks, seen


def _look_at_table(path: Path, spec: DataSpec, target: str | None) -> tuple[DataSpec, dict[str, str], list[str]]:
    remarks: dict[str, str] = {}
    if plain_suffix(path) in CSV_SUFFIXES:
        spec = _guess_writing(path, spec, remarks)
    names = _column_names(path, spec)
    chosen = target or _guess_target(names)
    remarks["target"] = "the column to predict" if target else "the column to predict: a guess by its name or place"
    spec = replace(spec, target=chosen)
    table = _read(path, spec)
    dates: list[str] = []
    texts: list[str] = []
    for column in table.columns.values():
        if isinstance(column, NumberColumn) and (cell := column.text_found()) is not None:
            (dates if is_date(cell[1]) else texts).append(column.name)
    if dates or texts:
        table = _read(path, replace(spec, categorical=tuple(texts), drop=tuple(dates)))
    wordy = [name for name in texts if _is_wordy(table.text(name), table.m)]
    categories = tuple(name for name in texts if name not in wordy)
    dropped = (*dates, *wordy)
    used = {name: column for name, column in table.columns.items() if name != chosen and name not in dropped}
    gone = {
        name: column.missing for name, column in used.items() if not isinstance(column, UnreadColumn) and column.missing
    }
    remarks |= {
        "categorical": "text, each level one input",
        "drop": "dates, or text with too many different values",
        "missing": 'or "most_frequent", "indicator"; learned from the training set',
    }
    spec = replace(spec, categorical=categories, drop=dropped or None, missing="median" if gone else None)
    return spec, remarks, _describe(table, spec, used, gone)


def _describe(
    table: Table, spec: DataSpec, used: dict[str, NumberColumn | TextColumn | UnreadColumn], gone: dict[str, int]
) -> list[str]:
    booleans = [name for name, column in used.items() if isinstance(column, NumberColumn) and column.is_boolean]
    kinds = [
        (len(used) - len(booleans) - len(spec.categorical), "number", ()),
        (len(booleans), "boolean", booleans),
        (len(spec.categorical), "categorical", spec.categorical),
        (len(spec.drop or ()), "dropped", spec.drop or ()),
    ]
    told = [f"{count} {kind}" + (f" ({listed(names)})" if names else "") for count, kind, names in kinds if count]
    missing = ", ".join(f"{quoted(name)} {count}" for name, count in list(gone.items())[:5])
    more = f" and {len(gone) - 5} more columns" if len(gone) > 5 else ""
    return [
        f"{table.m:,} rows, {len(table.columns)} columns; target {quoted(spec.target or '')}",
        f"features: {', '.join(told)}",
        f"missing values: {missing + more}" if gone else "no missing values",
    ]


def _is_wordy(column: TextColumn, m: int) -> bool:
    count = len(column.levels)
    return count > MOST_LEVELS and count > m / 10


def _read(path: Path, spec: DataSpec) -> Table:
    with open_table(path, spec) as opened:
        columns = make_columns(opened.header, spec, opened.path)
        m = 0
        for rows in opened.fill(columns):
            m += rows
            for column in columns.values():
                column.take()  # what a column is, is told by what it noted; its values would only fill the memory
    if m == 0:
        raise DataError(f"{path} must hold at least one row below its header, got none")
    return Table(path, opened.unit, columns, m)


def _column_names(path: Path, spec: DataSpec) -> list[str]:
    with open_table(path, spec) as opened:
        return opened.header


def _guess_target(names: list[str]) -> str:
    likely = [name for name in names if name.casefold() in TARGET_NAMES]
    return likely[0] if len(likely) == 1 else names[-1]


def _utf8_or_guess(head: bytes, file: BinaryIO) -> str | None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        while piece := file.read(PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252" if _is_cp1252(file) else "latin-1"
    return None


def _is_cp1252(file: BinaryIO) -> bool:
    file.seek(0)
    try:
        while piece := file.read(PIECE):
            piece.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _guess_writing(path: Path, spec: DataSpec, remarks: dict[str, str]) -> DataSpec:
    try:
        with open_binary(path) as file:
            head = file.read(HEAD)
            encoding = "utf-16" if head.startswith(UTF16_MARKS) else _utf8_or_guess(head, file)
    except DAMAGED as error:
        raise DataError(f"cannot read {path}: {printable(error)}") from error
    remarks["encoding"] = "the file is not UTF-8; a guess, look at names and labels"
    text = head.decode(encoding or "utf-8-sig", errors="replace")
    usual = "\t" if plain_suffix(path) in (".tsv", ".tab") else ","
    lines = QUOTED.sub("", text).lstrip("\r\n").splitlines()  # what stands between quotes separates nothing
    header = lines[0] if lines else ""
    best = max(DELIMITERS, key=lambda mark: (header.count(mark), mark == usual))
    remarks["delimiter"] = "what stands between cells"
    return replace(spec, encoding=encoding, delimiter=best if best != usual and header.count(best) else None)
