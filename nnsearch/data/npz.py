"""One NPZ file: ``X``, ``y`` and perhaps ``X_test``, ``y_test``. Never unpickles, and trusts no header."""

from __future__ import annotations

import math
import tokenize
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.names import did_you_mean, printable
from nnsearch.core.types import IntArray
from nnsearch.data.csv_columns import GREATEST, TextColumn, cell_text
from nnsearch.data.csv_target import Target, interpret_target
from nnsearch.data.files import DAMAGED
from nnsearch.data.idx import GREATEST_DEFLATE_RATIO, MOST_BYTES
from nnsearch.data.raw import Column, Inputs, RawData, listed, pixel_names
from nnsearch.data.roles import DRAWN
from nnsearch.data.spec import DataSpec
from nnsearch.data.table import valid_name

NAMES = ("X", "y", "X_test", "y_test")
PIECE = 2**20
BROKEN = (
    *DAMAGED,
    zipfile.BadZipFile,
    ValueError,
    TypeError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    tokenize.TokenError,
)
"""What reading a damaged or made-up file raises, in zipfile and in NumPy's reader of headers."""


@dataclass(frozen=True, eq=False)
class _Pictures:
    """What the shape of X says: ``(m, n)`` a table, ``(m, h, w)`` grey, ``(m, h, w, 3)`` color."""

    X: Inputs
    shape: tuple[int, int] | None
    channels: int


def read_npz(path: Path, spec: DataSpec) -> RawData:
    """Read the arrays of a file that ``numpy.savez`` or ``savez_compressed`` wrote.

    Args:
        path: the file.
        spec: its ``task`` and ``missing`` are used; with ``test = 0`` the test arrays stay unread.

    Raises:
        DataError: if an array is missing, damaged, not of numbers or too large, or two do not fit.
    """
    wanted = NAMES[:2] if spec.test == 0 else NAMES
    arrays, extra = _read_arrays(path, wanted)
    for name in ("X", "y"):
        if name not in arrays:
            raise DataError(f"{path} must hold the arrays X and y, {name} is missing: {did_you_mean(name, extra)}")
    if ("X_test" in arrays) != ("y_test" in arrays):
        raise DataError(f"{path} must hold both X_test and y_test or neither: add the other one")
    examples = _inputs(arrays["X"], "X", path, spec)
    target = _targets(arrays, path, spec)
    m, m_all = len(arrays["X"]), len(target.y)
    X = examples.X
    if "X_test" in arrays:
        test = _inputs(arrays["X_test"], "X_test", path, spec)
        if arrays["X_test"].shape[1:] != arrays["X"].shape[1:] or test.X.dtype != X.dtype:
            raise DataError(f"X_test must be like X but for its length, got {_shape(arrays, 'X_test')} in {path}")
        X = np.concatenate([X, test.X])
    if len(X) != m_all or len(arrays["y"]) != m:
        raise DataError(
            f"y must hold one target for each example, got {_shape(arrays, 'y')} and {_shape(arrays, 'X')} in {path}"
        )
    ignored = tuple(name for name in extra if name not in NAMES)
    return RawData(
        name=valid_name(path.stem),
        task=target.task,
        X=X,
        y=target.y,
        classes=target.classes,
        features=_names(examples),
        image_shape=examples.shape,
        notes=(*target.notes, *((f"not read: the arrays {listed(ignored)}",) if ignored else ())),
        columns=() if X.dtype == np.uint8 else tuple(map(Column, _names(examples))),
        channels=examples.channels,
        assigned=_assigned(m, m_all),
    )


def read_npz_inputs(path: Path, spec: DataSpec) -> tuple[Inputs, tuple[int, int] | None, int]:
    """Read ``X`` alone.

    Args:
        path: the file.
        spec: with ``missing`` set, values may be missing.

    Returns:
        ``(m, n)``; height and width if they are pictures; numbers per pixel.

    Raises:
        DataError: as :func:`read_npz`.
    """
    arrays, members = _read_arrays(path, NAMES[:1])
    if "X" not in arrays:
        raise DataError(f"{path} must hold the array X, it is missing: {did_you_mean('X', members)}")
    found = _inputs(arrays["X"], "X", path, spec)
    return found.X, found.shape, found.channels


def _assigned(m: int, m_all: int) -> IntArray | None:
    return None if m == m_all else np.where(np.arange(m_all) < m, DRAWN, 2)


def _names(examples: _Pictures) -> tuple[str, ...]:
    if examples.shape is not None:
        return pixel_names(*examples.shape, examples.channels)
    return tuple(f"x{index + 1}" for index in range(examples.X.shape[1]))


def _shape(arrays: dict[str, NDArray[np.generic]], name: str) -> str:
    return f"{name} of shape {arrays[name].shape} and type {arrays[name].dtype}"


def _read_arrays(path: Path, wanted: tuple[str, ...]) -> tuple[dict[str, NDArray[np.generic]], list[str]]:
    arrays: dict[str, NDArray[np.generic]] = {}
    try:
        with zipfile.ZipFile(path) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # NumPy warns of headers that older versions wrote
            members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}
            for name in wanted:
                if name in members:
                    arrays[name] = _read_array(archive, members[name], path, name)
    except BROKEN as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise DataError(f"cannot read {path}: {printable(reason)}") from error
    return arrays, sorted(members)


def _read_array(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, name: str) -> NDArray[np.generic]:
    with archive.open(info) as file:
        version = npy.read_magic(file)
        read_header = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}.get(version)
        if read_header is None:
            raise DataError(f"the array {name} of {path} must be in NumPy's format 1.0 or 2.0, got {version}")
        shape, fortran_order, dtype = read_header(file)
        if dtype.hasobject:
            raise DataError(
                f"the array {name} of {path} holds pickled objects, which are never read: save numbers or text"
            )
        if dtype.kind not in "biufU":
            raise DataError(f"the array {name} of {path} must hold numbers or text, got the type {dtype}")
        expected = math.prod(shape) * dtype.itemsize
        if min(shape, default=0) < 1 or not dtype.itemsize:
            raise DataError(
                f"the array {name} of {path} must hold at least one value, its header says the shape {shape}"
            )
        if name.startswith("X") and len(shape) == 2 and (floats := 8 * math.prod(shape)) > MOST_BYTES:
            raise DataError(
                f"the array {name} of {path} must take at most {MOST_BYTES} bytes as numbers of 64 bits, got {floats}: "
                "use fewer examples or columns, a Parquet table, or pictures (m, height, width)"
            )
        possible = min(info.file_size, info.compress_size * GREATEST_DEFLATE_RATIO, MOST_BYTES)
        if expected > possible:
            raise DataError(
                f"the array {name} of {path} is damaged or too large: its header says {expected} bytes, it can hold "
                f"{possible}"
            )
        content = bytearray()
        # In pieces, because read(count) reserves what a lying header asks for.
        while len(content) <= expected and (piece := file.read(min(PIECE, expected + 1 - len(content)))):
            content += piece
    if len(content) != expected:
        raise DataError(f"the array {name} of {path} must hold {expected} bytes as its header says, it does not")
    flat = np.frombuffer(content, dtype)
    return flat.reshape(shape, order="F" if fortran_order else "C")


def _inputs(array: NDArray[np.generic], name: str, path: Path, spec: DataSpec) -> _Pictures:
    pictures = array.ndim in (3, 4)
    if not 2 <= array.ndim <= 4 or (array.ndim == 4 and array.shape[3] not in (1, 3)) or array.dtype.kind == "U":
        raise DataError(
            f"{name} of {path} must be numbers (m, n), or pictures (m, height, width) or (m, height, width, 3), "
            f"got the type {array.dtype} of shape {array.shape}"
        )
    if pictures and array.dtype != np.uint8:
        raise DataError(
            f"pictures must be bytes (uint8), got {array.dtype} in {name} of {path}: convert or flatten them"
        )
    flat = np.ascontiguousarray(array.reshape(len(array), -1))
    if pictures:
        height, width = int(array.shape[1]), int(array.shape[2])
        return _Pictures(flat.astype(np.uint8), (height, width), int(array.shape[3]) if array.ndim == 4 else 1)
    numbers: NDArray[np.float64] = flat.astype(np.float64)
    _refuse_values(numbers, name, path, spec)
    return _Pictures(numbers, None, 1)


def _refuse_values(numbers: NDArray[np.float64], name: str, path: Path, spec: DataSpec) -> None:
    gone = np.isnan(numbers).sum(axis=0)
    with np.errstate(invalid="ignore"):
        beyond = (np.abs(numbers) > GREATEST).sum()
    if beyond:
        raise DataError(f"{name} of {path} must hold finite numbers up to 3.4e38, got {beyond} others: correct them")
    if gone.any() and spec.missing is None:
        columns = ", ".join(f"'x{index + 1}' {gone[index]}" for index in np.flatnonzero(gone)[:5])
        raise DataError(
            f"features must have no missing values, got {columns} in {name} of {path}: fill them, or say how with "
            'data.missing = "median", "most_frequent" or "indicator"'
        )


def _targets(arrays: dict[str, NDArray[np.generic]], path: Path, spec: DataSpec) -> Target:
    column = TextColumn("y")
    for name in ("y", "y_test"):
        if name in arrays:
            array = arrays[name]
            if array.ndim == 2 and array.shape[1] == 1:
                array = array[:, 0]
            if array.ndim != 1:
                raise DataError(f"{name} of {path} must have the shape (m,), got {array.shape}")
            column.extend([cell_text(cell) for cell in array.tolist()], range(1, len(array) + 1))
    return interpret_target(column, spec.task, str(path), "row")
