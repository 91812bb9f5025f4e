"""Rows to predict, of any kind of source: read as training data is, and turned into a network's inputs in blocks.

Columns that differ from those of training are refused by name; a target may be there and is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean
from nnsearch.data.files import is_file, is_folder, plain_suffix, resolve_path
from nnsearch.data.formats import PATHS, open_table
from nnsearch.data.idx import read_idx_pictures
from nnsearch.data.idx_folder import find_idx_pictures, is_idx
from nnsearch.data.image_folder import PICTURE_SUFFIXES, find_all_pictures, read_pictures
from nnsearch.data.npz import read_npz_inputs
from nnsearch.data.preprocessing import Coding, encode
from nnsearch.data.raw import Column, Inputs, listed
from nnsearch.data.row_columns import encode_columns, make_row_columns
from nnsearch.data.sources import SOURCE_NAMES, read_source
from nnsearch.data.spec import Data, DataSpec

VALUES = 2**22
"""Numbers of a block's inputs."""
FILE_BRIGHTEST = 255.0
"""White in a picture's file."""


@dataclass(frozen=True, eq=False)
class Block:
    """Some rows.

    Args:
        features: inputs ``(m, n_x)`` float64, not scaled.
        names: of each row, where it is a file of its own; else empty.
    """

    features: NDArray[np.float64]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _Training:
    """What rows are compared with: the data of training, what became of its columns, and how it was read."""

    data: Data
    codings: tuple[Coding, ...]
    ignored: tuple[str, ...]
    spec: DataSpec


def read_rows(source: str, data: Data, spec: DataSpec) -> Iterator[Block]:
    """Read rows as a network takes them.

    Args:
        source: the path of a table, an NPZ file (its ``X``), a file of pictures in IDX, a picture, a folder of
            pictures, or a built-in's name where there is no such path.
        data: what the network was trained on.
        spec: how that was read: a text is written as those of training are.

    Returns:
        The rows in their order, a block at a time.

    Raises:
        DataError: if there is no such source, its columns or pictures are not those of training, or a value cannot
            be used; what was read before is then of no use.
    """
    if data.preprocessing is None:
        raise TypeError("loaded data knows how raw rows become inputs")
    training = _Training(data, data.preprocessing.codings, data.preprocessing.ignored, spec)
    path = resolve_path(source, None)
    reader = _reader(path)
    if reader is not None:
        yield from reader(path, training)
    elif source in SOURCE_NAMES:
        yield from _read_builtin(source, training)
    else:
        raise DataError(
            f"there is no file or folder {source!r}, and no built-in data of that name: "
            + did_you_mean(source[:60], SOURCE_NAMES)
        )


_Reader = Callable[[Path, _Training], Iterator[Block]]


def _reader(path: Path) -> _Reader | None:
    if is_folder(path):
        return _read_folder
    if not is_file(path):
        return None
    suffix = plain_suffix(path)
    if suffix in PICTURE_SUFFIXES:
        return _read_picture
    if suffix in PATHS["npz"].suffixes:
        return _read_npz
    if suffix in (*PATHS["text"].suffixes, *PATHS["parquet"].suffixes):
        return _read_table
    if is_idx(path):
        return _read_idx
    endings = ", ".join(suffix for each in PATHS.values() for suffix in each.suffixes)
    raise DataError(
        f"rows to predict must be a file ending in {endings}, pictures in IDX, a .jpg or .png, or a folder of "
        f"pictures, got {path}"
    )


def _read_table(path: Path, training: _Training) -> Iterator[Block]:
    with open_table(path, training.spec, fewest=1) as opened:
        _check_names(opened.header, training, str(path))
        columns = make_row_columns(opened.header, training.codings)
        for _ in opened.fill(columns):
            yield Block(encode_columns(columns, training.codings, opened))
            columns.update(make_row_columns(opened.header, training.codings))


def _read_npz(path: Path, training: _Training) -> Iterator[Block]:
    X, shape, channels = read_npz_inputs(path, training.spec)
    if shape is not None:
        _check_pictures((*shape, channels), training.data, f"X of {path}")
    _refuse_brighter(X, training.data, f"X of {path}")
    return _blocks(X, training.codings, f"X of {path}")


def _read_idx(path: Path, training: _Training) -> Iterator[Block]:
    X, shape = read_idx_pictures(path)
    _check_pictures((*shape, 1), training.data, str(path))
    _refuse_brighter(X, training.data, str(path))
    return _blocks(X, training.codings, str(path))


def _read_folder(path: Path, training: _Training) -> Iterator[Block]:
    inside = find_idx_pictures(path)
    if inside:
        raise DataError(f"{path} holds IDX files: name the one with the pictures to predict, such as {inside[0]}")
    return _read_files(path, find_all_pictures(path), training)


def _read_picture(path: Path, training: _Training) -> Iterator[Block]:
    return _read_files(path.parent, [path], training)


def _read_files(folder: Path, files: Sequence[Path], training: _Training) -> Iterator[Block]:
    data, spec = training.data, training.spec
    if data.image_shape is None:
        raise DataError(f"rows to predict must be a table like those of training, got pictures in {folder}")
    step = max(1, VALUES // data.n_x)
    for start in range(0, len(files), step):
        some = files[start : start + step]
        X = read_pictures(some, data.image_shape, data.channels, resize=spec.image_size is not None)
        for block in _blocks(X, training.codings, str(folder)):
            # A file's white is 255, that of training may be another number.
            scaled = block.features * (data.brightest / FILE_BRIGHTEST)
            yield Block(scaled, tuple(_shown_name(path.relative_to(folder)) for path in some))


def _shown_name(path: Path) -> str:
    """Write bytes that are no UTF-8 as escapes: a name must go into a file or onto a screen."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def _read_builtin(source: str, training: _Training) -> Iterator[Block]:
    spec = training.spec
    own = source == spec.source  # its folder, size and noise are those of training
    raw = read_source(replace(spec, dev=None, test=None, source=source) if own else DataSpec(source))
    _check_names(raw.features, training, source)
    place = {name: index for index, name in enumerate(raw.features)}
    order = [place[coding.name] for coding in training.codings]
    return _blocks(raw.X[:, order], training.codings, source)


def _check_names(names: Sequence[str], training: _Training, where: str) -> None:
    wanted = dict.fromkeys(coding.name for coding in training.codings)
    known, there = {*wanted, *training.ignored}, set(names)
    missing = [name for name in wanted if name not in there]
    unexpected = [name for name in names if name not in known]
    problems = [
        *([f"missing {listed(missing)}"] if missing else []),
        *([f"not in training {listed(unexpected)}"] if unexpected else []),
    ]
    if problems:
        fix = "rename or add columns" if missing else "leave them out"
        raise DataError(f"{where} must have the columns of training, {' and '.join(problems)}: {fix}")


def _check_pictures(found: tuple[int, int, int], data: Data, where: str) -> None:
    if data.image_shape is None:
        raise DataError(f"rows to predict must be a table like those of training, got pictures in {where}")
    wanted = (*data.image_shape, data.channels)
    if found != wanted:
        raise DataError(
            f"pictures must be as in training, {_size(wanted)} (height x width x channels), got {_size(found)} in "
            f"{where}"
        )


def _refuse_brighter(X: Inputs, data: Data, where: str) -> None:
    greatest = float(X.max())
    if data.image_shape is not None and greatest > data.brightest:
        raise DataError(
            f"pixels must be 0 to {data.brightest:g} as in training, got {greatest:g} in {where}: scale them"
        )


def _size(shape: Sequence[int]) -> str:
    return "x".join(map(str, shape))


def _blocks(X: Inputs, codings: Sequence[Coding], where: str) -> Iterator[Block]:
    if any(coding.kind == "category" for coding in codings):
        raise DataError(f"rows with categories must be a table with named columns, got {where}")
    if X.shape[1] != len(codings):
        raise DataError(f"rows must have {len(codings)} columns as in training, got {X.shape[1]} in {where}")
    columns = [Column(coding.name, coding.kind) for coding in codings]
    step = max(1, VALUES // len(codings))
    for start in range(0, len(X), step):
        numbers = X[start : start + step].astype(np.float64)
        yield Block(np.asarray(encode(codings, columns, numbers), np.float64))
