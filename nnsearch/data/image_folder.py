"""A folder of pictures: one folder per class, each picture a file. Pillow decodes, nothing else is trusted."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.names import printable
from nnsearch.core.types import IntArray
from nnsearch.data.csv_columns import natural_order
from nnsearch.data.files import is_utf8
from nnsearch.data.idx import MOST_BYTES, MOST_PIXELS
from nnsearch.data.raw import RawData, listed, pixel_names, quoted
from nnsearch.data.roles import DRAWN
from nnsearch.data.spec import Color, DataSpec
from nnsearch.data.table import valid_name

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png")
GREY_MODES = ("1", "L", "LA")
DEEP_MODES = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")
LARGEST_PICTURE = 2**26
CHANNELS: dict[Color, int] = {"grey": 1, "rgb": 3}

Labeled = tuple[Path, int]
"""A picture's file and its class."""


def read_image_folder(folder: Path, spec: DataSpec, test_folder: Path | None = None) -> RawData:
    """Read every picture below a folder whose folders are the classes.

    Pictures are read by name, classes in natural order, so that the same files always give the same examples. Alpha
    is laid over white, and a camera's rotation is undone.

    Args:
        folder: holds a folder per class.
        spec: its ``image_size`` and ``color`` are used.
        test_folder: the same for the test set, or ``None``.

    Returns:
        Bytes ``(m, height * width * channels)``, row by row.

    Raises:
        DataError: if there are fewer than two classes, a picture cannot be used, or sizes differ.
    """
    classes = _classes(folder)
    found, ignored = _find_pictures(folder, classes)
    tested, more = ([], 0) if test_folder is None else _find_pictures(test_folder, _known(test_folder, classes, folder))
    files = [*found, *((path, classes.index(path.parent.name)) for path, _ in tested)]
    size, color = _format(files, spec)
    X = _decode(files, size, color)
    assigned = None if test_folder is None else np.where(np.arange(len(files)) < len(found), DRAWN, 2)
    labels: IntArray = np.asarray([label for _, label in files], np.int64)
    count = ignored + more
    return RawData(
        name=valid_name(folder.resolve().name),
        task="classification",
        X=X,
        y=labels,
        classes=tuple(classes),
        features=pixel_names(*size, CHANNELS[color]),
        image_shape=size,
        notes=(f"{count} files that are no .jpg or .png pictures were left out",) if count else (),
        channels=CHANNELS[color],
        assigned=assigned,
    )


def find_all_pictures(folder: Path) -> list[Path]:
    """Return the pictures in a folder and in its folders, by name: classes make no difference.

    Raises:
        DataError: if there is none.
    """
    try:
        folders = sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
        entries = [entry for each in (folder, *folders) for entry in sorted(each.iterdir())]
    except OSError as error:
        raise DataError(f"cannot read the folder {folder}: {error.strerror or error}") from error
    found = [entry for entry in entries if _is_picture(entry)]
    if not found:
        raise DataError(f"a folder of pictures must hold some (.jpg or .png), there is none in {folder}")
    return found


def read_pictures(
    files: Sequence[Path], size: tuple[int, int], channels: int, *, resize: bool = True
) -> NDArray[np.uint8]:
    """Read pictures as those of training were.

    Args:
        files: the pictures.
        size: height and width.
        channels: 1 for grey, 3 for color.
        resize: whether pictures of another size are made to fit.

    Returns:
        Bytes ``(m, height * width * channels)``.

    Raises:
        DataError: if a picture cannot be used.
    """
    if not resize:
        for path in files:
            (height, width), _ = _header(path)
            if (height, width) != size:
                raise DataError(
                    f"pictures must have the size of training, {size[0]}x{size[1]} (height x width), got "
                    f"{height}x{width} in {path}: a study that sets data.image_size takes any"
                )
    return _decode([(path, 0) for path in files], size, "grey" if channels == 1 else "rgb")


def look_at_folder(folder: Path) -> tuple[list[str], Counter[tuple[int, int]], Color]:
    """Return classes, how often each size occurs, and the color that keeps everything, reading headers only.

    Raises:
        DataError: as :func:`read_image_folder`.
    """
    classes = _classes(folder)
    files, _ = _find_pictures(folder, classes)
    headers = [_header(path) for path, _ in files]
    return classes, Counter(size for size, _ in headers), _color([mode for _, mode in headers])


def _classes(folder: Path) -> list[str]:
    try:
        names = [entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
    except OSError as error:
        raise DataError(f"cannot read the folder {folder}: {error.strerror or error}") from error
    if len(names) < 2:
        got = f"only {quoted(names[0])}" if names else "none"
        raise DataError(f"a folder of pictures must hold at least two folders, one per class, got {got} in {folder}")
    odd = next((name for name in names if not is_utf8(name)), None)
    if odd is not None:
        raise DataError(f"the name of a class's folder must be UTF-8, got {quoted(odd)} in {folder}: rename it")
    return natural_order(names)


def _known(test_folder: Path, classes: Sequence[str], folder: Path) -> list[str]:
    names = _classes(test_folder)
    unknown = [name for name in names if name not in classes]
    if unknown:
        raise DataError(f"{test_folder} must hold the classes of {folder}, got also {listed(unknown)}")
    return names


def _find_pictures(folder: Path, classes: Sequence[str]) -> tuple[list[Labeled], int]:
    found: list[Labeled] = []
    others = 0
    for label, name in enumerate(classes):
        try:
            entries = sorted((folder / name).iterdir())
        except OSError as error:
            raise DataError(f"cannot read the folder {folder / name}: {error.strerror or error}") from error
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        pictures = [entry for entry in shown if _is_picture(entry)]
        if not pictures:
            raise DataError(f"every class must have pictures (.jpg or .png), there is none in {folder / name}")
        found += [(entry, label) for entry in pictures]
        others += len(shown) - len(pictures)
    return found, others


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURE_SUFFIXES and not path.name.startswith(".")


def _format(files: Sequence[Labeled], spec: DataSpec) -> tuple[tuple[int, int], Color]:
    size, color = spec.image_size, spec.color
    if size is None or color is None:
        headers = [_header(path) for path, _ in files]
        color = color or _color([mode for _, mode in headers])
        if size is None:
            size = headers[0][0]
            odd = next((index for index, (each, _) in enumerate(headers) if each != size), None)
            if odd is not None:
                height, width = headers[odd][0]
                raise DataError(
                    f"pictures must have one size, got {size[0]}x{size[1]} (height x width) and {height}x{width} of "
                    f"{files[odd][0]}: set data.image_size, such as data.image_size = [32, 32]"
                )
    if min(size) < 1 or size[0] * size[1] > MOST_PIXELS:
        raise DataError(f"pictures must have 1 to {MOST_PIXELS} pixels, got {size[0]}x{size[1]}: set data.image_size")
    total = len(files) * size[0] * size[1] * CHANNELS[color]
    if total > MOST_BYTES:
        raise DataError(
            f"pictures must take at most {MOST_BYTES} bytes in all, got {total}: set a smaller data.image_size"
        )
    return size, color


def _color(modes: Sequence[str]) -> Color:
    return "grey" if all(mode in GREY_MODES for mode in modes) else "rgb"


def _header(path: Path) -> tuple[tuple[int, int], str]:
    def read(picture: Any) -> tuple[tuple[int, int], str]:
        turned = picture.getexif().get(ORIENTATION, 1) in SIDEWAYS
        size = (picture.width, picture.height) if turned else (picture.height, picture.width)
        return size, str(picture.mode)

    result: tuple[tuple[int, int], str] = _with_picture(path, read)
    return result


def _decode(files: Sequence[Labeled], size: tuple[int, int], color: Color) -> NDArray[np.uint8]:
    X = np.empty((len(files), size[0] * size[1] * CHANNELS[color]), np.uint8)
    for row, (path, _) in enumerate(files):
        X[row] = _with_picture(path, lambda picture: _pixels(picture, size, color)).reshape(-1)
    return X


def _pixels(picture: Any, size: tuple[int, int], color: Color) -> NDArray[np.uint8]:  # Pillow's class, imported late
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(picture)
    if upright.mode in ("LA", "PA", "RGBA") or "transparency" in upright.info:
        over = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over)
    flat = upright.convert("L" if color == "grey" else "RGB")
    if flat.size != (size[1], size[0]):
        flat = flat.resize(
            (size[1], size[0]), Image.Resampling.BOX if flat.width > size[1] else Image.Resampling.BILINEAR
        )
    return np.asarray(flat, np.uint8)


def _with_picture(path: Path, use: Any) -> Any:  # the result of a function of Pillow's class, imported late
    import struct
    import zlib

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd metadata is no reason to refuse pixels; sizes are checked here
            with Image.open(path, formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > LARGEST_PICTURE:
                    raise DataError(
                        f"pictures must have at most {LARGEST_PICTURE} pixels before resizing, got "
                        f"{picture.width}x{picture.height} in {path}"
                    )
                if picture.mode in DEEP_MODES:
                    raise DataError(
                        f"pictures must have 8 bits per color, got the mode {picture.mode} in {path}: convert it"
                    )
                return use(picture)
    except Image.DecompressionBombError as error:
        raise DataError(f"pictures must have at most {LARGEST_PICTURE} pixels before resizing: {path}") from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        KeyError,
        IndexError,
        TypeError,
        OverflowError,
        struct.error,
        zlib.error,
    ) as error:
        reason = " ".join(str(error).replace(str(path), "it").split())[:200] or type(error).__name__
        raise DataError(f"cannot read the picture {path}: {printable(reason)}") from error


ORIENTATION = 0x0112
SIDEWAYS = (5, 6, 7, 8)
"""Exif's orientations that swap height and width."""
