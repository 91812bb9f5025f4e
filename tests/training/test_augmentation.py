"""Augmentation: what it does to pictures, and that it breaks no law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from nnsearch.core.errors import SettingsError
from nnsearch.core.seeds import generator
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.training.augmentation import DRAWS, Augmentation, AugmentationSettings
from nnsearch.training.examples import Examples, Picture, examples_from, with_ones
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment
from nnsearch.training.trainer import train

M = 40


class Chances:
    """Gives the draws it was told, example by example."""

    def __init__(self, *draws: float) -> None:
        self._draws = np.array(draws)

    def random(self, shape: tuple[int, int]) -> np.ndarray:
        return np.broadcast_to(self._draws, shape)


def picture_of(height: int, width: int, channels: int = 1) -> Picture:
    return Picture(height, width, channels)


def batch_of(picture: Picture, m: int = M) -> tuple[np.ndarray, np.ndarray]:
    pixels = np.random.default_rng(5).random((m, picture.n_x)).astype(np.float32)
    return pixels.reshape(m, picture.height, picture.width, picture.channels), with_ones(pixels, np.dtype(np.float32))


def changed(settings: AugmentationSettings, picture: Picture, X: np.ndarray, random: Any) -> np.ndarray:
    out = Augmentation(settings, picture)(X.copy(), random)
    assert out.dtype == X.dtype
    assert (out[:, -1] == 1).all()
    return out[:, :-1].reshape(len(X), picture.height, picture.width, picture.channels)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_flip_mirrors_left_and_right(channels: int) -> None:
    picture = picture_of(4, 5, channels)
    pixels, X = batch_of(picture)
    flipped = changed(AugmentationSettings(flip=True), picture, X, Chances(0.2, 0.5, 0.5, 0.5))
    np.testing.assert_array_equal(flipped, pixels[:, :, ::-1])
    same = changed(AugmentationSettings(flip=True), picture, X, Chances(0.7, 0.5, 0.5, 0.5))
    np.testing.assert_array_equal(same, pixels)


@pytest.mark.parametrize(("draws", "shift"), [((0.0, 0.99), (-2, 2)), ((0.5, 0.5), (0, 0)), ((0.99, 0.3), (2, -1))])
def test_a_shift_moves_whole_pixels_and_repeats_the_edge(draws: tuple[float, float], shift: tuple[int, int]) -> None:
    picture = picture_of(6, 7, 3)
    pixels, X = batch_of(picture)
    moved = changed(AugmentationSettings(shift=2), picture, X, Chances(0.9, *draws, 0.5))
    wanted = ndimage.shift(pixels, (0, -shift[0], -shift[1], 0), order=0, mode="nearest")
    np.testing.assert_array_equal(moved, wanted)


@pytest.mark.parametrize("chance", [0.0, 0.25, 0.5, 0.9])
def test_a_rotation_is_that_of_scipy(chance: float) -> None:
    picture = picture_of(9, 8, 3)
    pixels, X = batch_of(picture, 6)
    turned = changed(AugmentationSettings(rotation=30.0), picture, X, Chances(0.9, 0.5, 0.5, chance))
    angle = np.deg2rad((2 * chance - 1) * 30)
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array([4.0, 3.5])
    for own, found in zip(pixels, turned, strict=True):
        for channel in range(3):
            wanted = ndimage.affine_transform(
                own[:, :, channel], matrix, offset=middle - matrix @ middle, order=1, mode="nearest"
            )
            np.testing.assert_allclose(found[:, :, channel], wanted, atol=2e-5)


def test_no_rotation_by_chance_is_no_change() -> None:
    picture = picture_of(5, 5)
    pixels, X = batch_of(picture)
    same = changed(AugmentationSettings(rotation=90.0), picture, X, Chances(0.9, 0.5, 0.5, 0.5))
    np.testing.assert_array_equal(same, pixels)


def test_draws_do_not_depend_on_what_is_switched_on_or_on_the_batch() -> None:
    picture = picture_of(5, 5)
    _, X = batch_of(picture)
    whole = changed(AugmentationSettings(shift=1), picture, X, generator(0, "augmentation", 0))
    random = generator(0, "augmentation", 0)
    parts = [changed(AugmentationSettings(shift=1), picture, X[rows], random) for rows in (slice(0, 16), slice(16, M))]
    np.testing.assert_array_equal(whole, np.concatenate(parts))
    flips = generator(0, "augmentation", 0).random((M, DRAWS))[:, 0] < 0.5
    flipped = changed(AugmentationSettings(flip=True), picture, X, generator(0, "augmentation", 0))
    assert ((flipped != X[:, :-1].reshape(flipped.shape)).any(axis=(1, 2, 3)) == flips).all()


def test_pixels_that_were_scaled_apart_are_refused() -> None:
    examples = examples_from(load_data(DataSpec("digits", normalize="standard")))
    with pytest.raises(SettingsError, match=r'^augment_shift must be left out .* or set data.normalize = "unit"$'):
        _train(examples, 1)


def test_in_training_it_changes_the_curve_but_not_the_examples() -> None:
    examples = examples_from(load_data(DataSpec("digits", normalize="unit")))
    before = examples.X_train.copy()
    plain, moved = (_train(examples, shift).curves[0].values["train_cost"] for shift in (0, 1))
    assert plain != moved
    np.testing.assert_array_equal(examples.X_train, before)


def _train(examples: Examples, shift: int, *more: Hyperparameters, **changes: Any) -> Any:
    member = Hyperparameters((8,), ("relu",), "softmax", augment_shift=shift, augment_rotation=5.0 * shift)
    values = {"members": (member, *more), "container": (8,), "seed": 3, "epochs": 4, "until": 2} | changes
    return train(Segment(**values), examples)


@pytest.fixture(scope="module")
def digits() -> Examples:
    return examples_from(load_data(DataSpec("digits")))


def test_a_member_has_the_same_bits_alone_and_in_two_halves(digits: Examples) -> None:
    other = Hyperparameters((5,), ("relu",), "softmax", learning_rate=0.01, augment_shift=1, augment_rotation=5.0)
    together = _train(digits, 1, other, until=4)
    first = _train(digits, 1, until=2)
    alone = _train(digits, 1, until=4, state=first.state)
    assert together.state.theta[0].tobytes() == alone.state.theta[0].tobytes()


def test_members_that_are_augmented_apart_do_not_train_together(digits: Examples) -> None:
    other = Hyperparameters((8,), ("relu",), "softmax", augment_shift=2, augment_rotation=5.0)
    with pytest.raises(SettingsError, match="share one shape"):
        _train(digits, 1, other)


def test_examples_that_are_no_pictures_are_refused() -> None:
    with pytest.raises(SettingsError, match=r"^augment_shift must be left out where examples are no pictures"):
        _train(examples_from(load_data(DataSpec("iris"))), 1)


def test_a_shift_out_of_the_picture_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"must be less than the pictures' sides \(4 and 9 pixels\), got 4"):
        AugmentationSettings(shift=4).check(picture_of(4, 9))


def test_color_pictures_of_a_folder_are_mirrored_pixel_by_pixel(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
        for number in range(8):
            pixels = random.integers(0, 256, (4, 6, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / name / f"{number}.png")
    examples = examples_from(load_data(DataSpec(f"{tmp_path}/", normalize="none", test=0.0)))
    assert examples.picture is not None
    flipped = Augmentation(AugmentationSettings(flip=True), examples.picture)(
        examples.X_train.copy(), Chances(0.0, 0.5, 0.5, 0.5)
    )
    before = examples.X_train[:, :-1].reshape(-1, 4, 6, 3)
    np.testing.assert_array_equal(flipped[:, :-1].reshape(before.shape), before[:, :, ::-1])
    originals = {Image.open(path).tobytes() for path in tmp_path.glob("*/*.png")}
    assert {picture.astype(np.uint8).tobytes() for picture in before} <= originals
