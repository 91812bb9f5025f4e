"""A folder with pictures and labels in IDX, named as MNIST's four files are: any pictures, any labels of a byte."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.types import IntArray
from nnsearch.data.idx import find_part, open_idx, read_idx_pictures, read_labels
from nnsearch.data.raw import RawData, listed, pixel_names
from nnsearch.data.roles import DRAWN
from nnsearch.data.spec import DataSpec
from nnsearch.data.table import valid_name

TRAIN, TEST = "train", "t10k"
IDX_START = b"\0\0\x08"


def is_idx(path: Path) -> bool:
    """Whether a file starts like one in IDX, gzipped or not."""
    try:
        with open_idx(path) as file:
            return file.read(3) == IDX_START
    except DataError:
        return False


def find_idx_pictures(folder: Path) -> list[Path]:
    """Return the files of pictures that lie in a folder under the names of MNIST's."""
    found = [find_part(folder, f"{part}-images", 3) for part in (TEST, TRAIN)]
    return [path for path in found if path is not None]


def read_idx_folder(folder: Path, spec: DataSpec) -> RawData:
    """Read ``train-images-idx3-ubyte``, ``train-labels-idx1-ubyte`` and, as the test set, ``t10k-...`` if it is there.

    Args:
        folder: holds them, gzipped or not.
        spec: ``test = 0`` leaves the test files unread.

    Returns:
        The pictures as bytes; the classes are the labels that occur, as numbers.

    Raises:
        DataError: if a file is missing or damaged, or two do not fit.
    """
    X, labels, shape = _read_part(folder, TRAIN)
    m = len(labels)
    classes = np.unique(labels)
    if len(classes) < 2:
        raise DataError(f"labels must be of at least two classes, got only {classes[0]} in {folder}")
    if spec.test != 0 and find_part(folder, f"{TEST}-images", 3) is not None:
        test_X, test_labels, test_shape = _read_part(folder, TEST)
        if test_shape != shape:
            raise DataError(f"pictures in {folder} must have one size, got {shape} and {test_shape}")
        new = np.setdiff1d(test_labels, classes)
        if new.size:
            raise DataError(
                f"test labels must occur in training, got also {listed([str(each) for each in new])} in {folder}"
            )
        X, labels = np.concatenate([X, test_X]), np.concatenate([labels, test_labels])
    m_all = len(labels)
    return RawData(
        name=valid_name(folder.resolve().name),
        task="classification",
        X=X,
        y=np.searchsorted(classes, labels),
        classes=tuple(str(label) for label in classes),
        features=pixel_names(*shape),
        image_shape=shape,
        assigned=None if m == m_all else np.where(np.arange(m_all) < m, DRAWN, 2),
    )


def _read_part(folder: Path, part: str) -> tuple[NDArray[np.uint8], IntArray, tuple[int, int]]:
    images, labels = find_part(folder, f"{part}-images", 3), find_part(folder, f"{part}-labels", 1)
    if images is None or labels is None:
        kind = "images-idx3" if images is None else "labels-idx1"
        raise DataError(f"a folder of IDX files must hold {part}-{kind}-ubyte, gzipped or not, {folder} does not")
    X, shape = read_idx_pictures(images)
    return X, read_labels(labels, len(X)), shape
