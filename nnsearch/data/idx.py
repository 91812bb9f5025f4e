"""IDX, the format of MNIST: a strict reader, and the data sets that come as four such files.

A header is believed only as far as the file's size allows: a lying one costs an error line, never memory.
"""

from __future__ import annotations

import gzip
import math
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.names import printable
from nnsearch.core.types import IntArray
from nnsearch.data.files import is_file
from nnsearch.data.raw import RawData, pixel_names
from nnsearch.data.spec import DataSpec

FASHION_MNIST_FOLDER = Path("/usr/share/datasets/fashion-mnist")
FASHION_MNIST_CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)
MNIST_CLASSES = tuple("0123456789")

UNSIGNED_BYTE = 0x08
GZIP_MAGIC = b"\x1f\x8b"
GREATEST_DEFLATE_RATIO = 1032  # zlib's technical notes: 1 byte can stand for 1032, no more
MOST_BYTES = 2**31
MOST_PIXELS = 2**20
PIECE = 2**20

Pictures: TypeAlias = tuple[NDArray[np.uint8], tuple[int, int]]
"""Bytes ``(m, height * width)``, and height and width."""


def load_mnist(spec: DataSpec) -> RawData:
    """Read MNIST (LeCun, Cortes and Burges, 1998) from its four files.

    Args:
        spec: its ``folder`` is where they lie; ``test = 0`` leaves the test files unread.

    Raises:
        DataError: if no folder is given, or a file is missing or damaged.
    """
    return _load_pictures("mnist", MNIST_CLASSES, spec, _mnist_folder(spec))


def load_fashion_mnist(spec: DataSpec) -> RawData:
    """Read Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017) from its four files.

    Args:
        spec: its ``folder`` is where they lie, by default where Debian's package puts them; ``test = 0`` leaves
            the test files unread.

    Raises:
        DataError: if a file is missing or damaged.
    """
    return _load_pictures("fashion-mnist", FASHION_MNIST_CLASSES, spec, spec.folder or FASHION_MNIST_FOLDER)


def check_mnist(spec: DataSpec) -> None:
    """Look for MNIST's files without reading them.

    Raises:
        DataError: if no folder is given, or a file is missing.
    """
    _check_pictures("mnist", spec, _mnist_folder(spec))


def check_fashion_mnist(spec: DataSpec) -> None:
    """Look for Fashion-MNIST's files without reading them.

    Raises:
        DataError: if a file is missing.
    """
    _check_pictures("fashion-mnist", spec, spec.folder or FASHION_MNIST_FOLDER)


def read_idx(path: Path) -> NDArray[np.uint8]:
    """Read one IDX file of unsigned bytes, gzipped or raw (its first bytes tell, not its name).

    The format: two zero bytes, the type's code, the number of dimensions, each dimension as a big-endian 32-bit
    number, then the values in C order.

    Args:
        path: the file.

    Returns:
        An array with the dimensions of the header, none of them 0.

    Raises:
        DataError: if the file cannot be read, or is anything but exactly one array.
    """
    with open_idx(path) as file:
        ratio = GREATEST_DEFLATE_RATIO if isinstance(file, gzip.GzipFile) else 1
        return _parse(path, file, path.stat().st_size * ratio)


def read_idx_pictures(path: Path) -> Pictures:
    """Read a file of pictures.

    Returns:
        Bytes ``(m, height * width)``, and height and width.

    Raises:
        DataError: if it is no such file.
    """
    images = read_idx(path)
    if images.ndim != 3:
        raise DataError(f"{path} must have 3 dimensions (pictures, rows, columns), got {images.ndim}")
    m, height, width = images.shape
    if height * width > MOST_PIXELS:
        raise DataError(f"{path} must hold pictures of at most {MOST_PIXELS} pixels, got {height}x{width}")
    return images.reshape(m, height * width), (height, width)


@contextmanager
def open_idx(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, unpacking it if it starts like a gzipped one.

    Raises:
        DataError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            zipped = file.read(2) == GZIP_MAGIC
            file.seek(0)
            if not zipped:
                yield file
                return
            with gzip.GzipFile(fileobj=file) as unzipped:
                # typeshed does not count GzipFile among the binary files, though it reads like one
                yield unzipped  # type: ignore[misc]  # as said above
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"cannot read {path}: {printable(error)}") from error


def _parse(path: Path, file: IO[bytes], most_bytes: int) -> NDArray[np.uint8]:
    magic = file.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0":
        raise DataError(f"{path} must start like an IDX file (00 00 08 ..), got {magic.hex(' ') or 'an empty file'}")
    if magic[2] != UNSIGNED_BYTE:
        raise DataError(f"{path} must hold unsigned bytes (IDX type 0x08), got type 0x{magic[2]:02x}")
    if not 1 <= magic[3] <= 4:
        raise DataError(f"{path} must have 1 to 4 dimensions, got {magic[3]}")
    header = file.read(4 * magic[3])
    if len(header) < 4 * magic[3]:
        raise DataError(f"{path} is truncated: it ends inside its header")
    shape = tuple(int(dimension) for dimension in np.frombuffer(header, ">u4"))
    expected = math.prod(shape)
    if expected == 0:
        raise DataError(f"{path} must hold at least one value, its header says {_product(shape)}")
    if expected > min(most_bytes, MOST_BYTES):
        raise DataError(
            f"{path} is truncated or damaged: its header says {_product(shape)} bytes, more than it can hold"
        )
    content = _read_at_most(file, expected + 1)
    if len(content) != expected:
        got = "more" if len(content) > expected else str(len(content))
        raise DataError(f"{path} must hold {_product(shape)} = {expected} bytes as its header says, got {got}")
    return np.frombuffer(content, np.uint8).reshape(shape)


def _read_at_most(file: IO[bytes], count: int) -> bytearray:
    content = bytearray()
    # In pieces, because read(count) reserves what a lying header asks for.
    while len(content) < count and (piece := file.read(min(PIECE, count - len(content)))):
        content += piece
    return content


def _product(shape: tuple[int, ...]) -> str:
    return "x".join(str(dimension) for dimension in shape)


def find_part(folder: Path, stem: str, dimensions: int) -> Path | None:
    """Find one of the files that MNIST comes in, under one of the names in use.

    Args:
        folder: where it may lie.
        stem: such as ``train-images``.
        dimensions: 3 of pictures, 1 of labels.
    """
    for mark in "-.":
        for ending in ("", ".gz"):
            path = folder / f"{stem}{mark}idx{dimensions}-ubyte{ending}"
            if is_file(path):
                return path
    return None


def _find(name: str, folder: Path, stem: str, dimensions: int) -> Path:
    found = find_part(folder, stem, dimensions)
    if found is not None:
        return found
    file = f"{stem}-idx{dimensions}-ubyte"
    fix = "set data.folder to the folder that holds it"
    if name == "fashion-mnist":
        fix = f"install Debian's package dataset-fashion-mnist, or {fix}"
    raise DataError(f"{name} needs the file {file} or {file}.gz, there is none in {folder}: {fix}")


def _mnist_folder(spec: DataSpec) -> Path:
    if spec.folder is None:
        raise DataError(
            "data.folder must be given for 'mnist': the folder that holds train-images-idx3-ubyte "
            "and its three companions (gzipped or not)"
        )
    return spec.folder


def _check_pictures(name: str, spec: DataSpec, folder: Path) -> None:
    if spec.test:
        raise DataError(
            f"data.test must be left out or 0 for {name!r}, whose own test files are the test set, got {spec.test:g}"
        )
    for part in ("train", "t10k") if spec.test is None else ("train",):
        _find(name, folder, f"{part}-images", 3)
        _find(name, folder, f"{part}-labels", 1)


def _load_pictures(name: str, classes: tuple[str, ...], spec: DataSpec, folder: Path) -> RawData:
    _check_pictures(name, spec, folder)
    X, y, shape = _read_part(name, folder, "train", len(classes))
    given_test = None
    if spec.test is None:
        test_X, test_y, test_shape = _read_part(name, folder, "t10k", len(classes))
        if test_shape != shape:
            raise DataError(
                f"pictures in {folder} must have one size, got {_product(shape)} and {_product(test_shape)}"
            )
        given_test = (test_X, test_y)
    return RawData(
        name=name,
        task="classification",
        X=X,
        y=y,
        classes=classes,
        features=pixel_names(*shape),
        image_shape=shape,
        given_test=given_test,
    )


def _read_part(
    name: str, folder: Path, part: str, n_classes: int
) -> tuple[NDArray[np.uint8], IntArray, tuple[int, int]]:
    images_path = _find(name, folder, f"{part}-images", 3)
    labels_path = _find(name, folder, f"{part}-labels", 1)
    X, shape = read_idx_pictures(images_path)
    labels = read_labels(labels_path, len(X))
    if labels.max() >= n_classes:
        raise DataError(f"{labels_path} must hold labels from 0 to {n_classes - 1}, got {labels.max()}")
    return X, labels, shape


def read_labels(path: Path, m: int) -> IntArray:
    """Read a file of labels.

    Args:
        path: the file.
        m: number of pictures that they belong to.

    Returns:
        ``(m,)`` int64.

    Raises:
        DataError: if it is no such file, or does not have that many.
    """
    labels = read_idx(path)
    if labels.shape != (m,):
        raise DataError(f"{path} must hold one label for each of {m} pictures, got {_product(labels.shape)}")
    return labels.astype(np.int64)
