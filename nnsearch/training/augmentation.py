"""Augmentation: each time a training picture is seen it is flipped, shifted and turned a little, by chance.

What leaves the picture on one side is made up for on the other by repeating its edge. The draws depend on the seed and
the epoch only, so all members see the same chances, and a trial has the same bits in any population; each draws within
its own limits. Dev and test pictures are never changed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import SettingsError
from nnsearch.core.types import FloatArray
from nnsearch.training.examples import Picture

CHUNK = 2**15
"""Pixels that are moved at once: their coordinates stay in the cache. No bit depends on it."""
DRAWS = 4
"""Random numbers per example, whatever is switched on: whether to flip, two shifts, an angle."""


@dataclass(frozen=True)
class AugmentationSettings:
    """How much training pictures may change.

    Args:
        flip: mirror every other picture left to right.
        shift: pixels that a picture moves at most, up or down and left or right.
        rotation: degrees that a picture turns at most, either way.
    """

    flip: bool = False
    shift: int = 0
    rotation: float = 0.0

    @property
    def active(self) -> bool:
        """Whether anything changes at all."""
        return self.flip or self.shift > 0 or self.rotation > 0

    def check(self, picture: Picture | None) -> None:
        """Refuse what the data does not allow.

        Args:
            picture: what an example looks like; ``None`` where examples are no pictures.

        Raises:
            SettingsError: if something changes and there are no pictures, pixels were scaled each by itself, or a
                shift leaves nothing of a picture.
        """
        if not self.active:
            return
        name = "augment_flip" if self.flip else "augment_shift" if self.shift else "augment_rotation"
        if picture is None:
            raise SettingsError(f"{name} must be left out where examples are no pictures (training.{name})")
        if not picture.even:
            # What moves to where training hardly had any ink would be divided by next to nothing.
            raise SettingsError(
                f"{name} must be left out where each pixel is scaled by itself (training.{name}), "
                'or set data.normalize = "unit"'
            )
        least = min(picture.height, picture.width)
        if self.shift >= least:
            raise SettingsError(
                f"augment_shift must be less than the pictures' sides ({picture.height} and {picture.width} pixels), "
                f"got {self.shift} (training.augment_shift)"
            )


NO_AUGMENTATION = AugmentationSettings()
"""Pictures as they are."""


class Augmentation:
    """Changes mini-batches in place.

    Args:
        settings: how much.
        picture: what an example looks like.
    """

    def __init__(self, settings: AugmentationSettings, picture: Picture) -> None:
        self._settings, self._picture = settings, picture
        self._step = max(1, CHUNK // (picture.height * picture.width))

    def __call__(self, X: FloatArray, random: np.random.Generator) -> FloatArray:
        """Change training pictures.

        Args:
            X: rows ``(m, n_x + 1)``, the last column ones; changed in place.
            random: gives :data:`DRAWS` numbers per example, in the order of the rows.

        Returns:
            ``X``.
        """
        chances = random.random((X.shape[0], DRAWS))
        for start in range(0, X.shape[0], self._step):
            part = slice(start, start + self._step)
            pixels = X[part, : self._picture.n_x]
            pixels[...] = self._move(pixels.copy(), chances[part])
        return X

    def _move(self, raw: FloatArray, chances: NDArray[np.float64]) -> FloatArray:
        """Return pixels ``(m, n_x)`` of pictures that were moved by chances ``(m, 4)``."""
        settings, picture = self._settings, self._picture
        flip = settings.flip & (chances[:, 0] < 0.5)
        # A whole number of pixels, each from -shift to shift equally likely.
        shifts = np.floor(chances[:, 1:3] * (2 * settings.shift + 1)).astype(np.int64) - settings.shift
        if not settings.rotation:
            rows = np.clip(np.arange(picture.height) + shifts[:, :1], 0, picture.height - 1)
            columns = np.clip(np.arange(picture.width) + shifts[:, 1:], 0, picture.width - 1)
            columns = np.where(flip[:, None], picture.width - 1 - columns, columns)
            return self._take(raw, self._places(rows[:, :, None], columns[:, None, :]))
        angles = np.deg2rad((2 * chances[:, 3] - 1) * settings.rotation)
        return self._turn(raw, flip, shifts, angles)

    def _turn(
        self, raw: FloatArray, flip: NDArray[np.bool_], shifts: NDArray[np.int64], angles: NDArray[np.float64]
    ) -> FloatArray:
        """Turn pictures around their middle; between four pixels a color is what lies between theirs."""
        height, width, dtype = self._picture.height, self._picture.width, raw.dtype
        middle, center = (height - 1) / 2, (width - 1) / 2
        down = (np.arange(height) - middle).astype(dtype)[None, :, None]
        right = (np.arange(width) - center).astype(dtype)[None, None, :]
        cosine, sine = (f(angles).astype(dtype)[:, None, None] for f in (np.cos, np.sin))
        origins = (shifts + np.array([middle, center])).astype(dtype)[:, :, None, None]
        rows = (cosine * down + origins[:, 0]) - sine * right
        columns = (sine * down + origins[:, 1]) + cosine * right
        columns[flip] = dtype.type(width - 1) - columns[flip]
        # From each pixel to the next one below and beside it; at the far edges the last pair counts, its end wholly.
        top, part = _split(rows, height)
        left, share = _split(columns, width)
        places = self._places(top, left)
        below, beside = width * (height > 1), int(width > 1)
        part, share = (np.repeat(weights, self._picture.channels, axis=1) for weights in (part, share))
        rest = dtype.type(1) - share
        upper = self._take(raw, places) * rest + self._take(raw, places + beside) * share
        places += below
        lower = self._take(raw, places) * rest + self._take(raw, places + beside) * share
        moved: FloatArray = upper * (dtype.type(1) - part) + lower * part
        return moved

    def _places(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.int64]:
        """Number the pixels at rows and columns that broadcast to ``(m, height, width)``, over all pictures."""
        picture = self._picture
        first = np.arange(len(rows)) * (picture.height * picture.width)
        return (rows * picture.width + first[:, None, None]) + columns

    def _take(self, raw: FloatArray, places: NDArray[np.int64]) -> FloatArray:
        """Return the pixels ``(m, n_x)`` at places ``(m, height, width)``."""
        # Along one axis NumPy takes single numbers at several times the speed of rows of one.
        channels = self._picture.channels
        pixels = raw.reshape(-1) if channels == 1 else raw.reshape(-1, channels)
        return pixels.take(places.reshape(-1), axis=0).reshape(len(raw), -1)


def _split(coordinates: FloatArray, size: int) -> tuple[NDArray[np.int64], FloatArray]:
    """Split coordinates ``(m, height, width)`` into whole pixels, at most the last but one, and rests ``(m, ...)``."""
    np.clip(coordinates, 0, size - 1, out=coordinates)
    whole = np.minimum(coordinates.astype(np.int64), max(size - 2, 0))
    return whole, (coordinates - whole.astype(coordinates.dtype)).reshape(len(coordinates), -1)
