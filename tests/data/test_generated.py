from dataclasses import replace

import numpy as np
import pytest
from sklearn import datasets

from nnsearch.core.errors import DataError
from nnsearch.core.seeds import generator
from nnsearch.data.generated import make_circles, make_flower, make_moons, make_spiral
from nnsearch.data.sources import SOURCES
from nnsearch.data.spec import DataSpec

NAMES = ("moons", "circles", "spiral", "flower")


@pytest.mark.parametrize("name", NAMES)
class TestEveryGeneratedSet:
    def test_has_two_balanced_classes_in_a_plane(self, name: str) -> None:
        raw = SOURCES[name].read(DataSpec(name, samples=100))
        assert raw.X.shape == (100, 2)
        assert np.bincount(raw.y.astype(int)).tolist() == [50, 50]

    def test_is_the_same_for_the_same_seed(self, name: str) -> None:
        spec = DataSpec(name, samples=50, split_seed=2**70)
        assert np.array_equal(SOURCES[name].read(spec).X, SOURCES[name].read(spec).X)

    def test_differs_for_another_seed(self, name: str) -> None:
        spec = DataSpec(name, samples=50)
        assert not np.array_equal(SOURCES[name].read(spec).X, SOURCES[name].read(replace(spec, split_seed=1)).X)

    def test_can_do_without_noise(self, name: str) -> None:
        quiet, loud = (SOURCES[name].read(DataSpec(name, samples=50, noise=noise)).X for noise in (0.0, 0.3))
        assert not np.array_equal(quiet, loud)

    @pytest.mark.parametrize("samples", [-1, 1, 10**12])
    def test_refuses_an_impossible_size(self, name: str, samples: int) -> None:
        with pytest.raises(DataError, match=rf"data.samples must be in \[2, 10000000\], got {samples}"):
            SOURCES[name].read(DataSpec(name, samples=samples))

    @pytest.mark.parametrize("noise", [-0.1, float("nan"), float("inf")])
    def test_refuses_impossible_noise(self, name: str, noise: float) -> None:
        with pytest.raises(DataError, match=r"data\.noise must be in"):
            SOURCES[name].read(DataSpec(name, noise=noise))


def test_the_arms_of_a_spiral_are_turned_copies_of_each_other() -> None:
    X, y = make_spiral(200, 0.0, generator(0, "test"))
    np.testing.assert_allclose(X[y == 0], -X[y == 1], atol=1e-12)


def test_a_spiral_takes_more_arms() -> None:
    X, y = make_spiral(400, 0.0, generator(0, "test"), arms=4)
    tips = X[-4:]
    np.testing.assert_allclose(np.linalg.norm(tips, axis=1), 1.0)
    assert y[-4:].tolist() == [0, 1, 0, 1]
    np.testing.assert_allclose(tips[0], -tips[2], atol=1e-12)


def test_a_quiet_flower_lies_on_its_rose() -> None:
    X, _ = make_flower(400, 0.0, generator(0, "test"))
    angle = np.arctan2(X[:, 0], X[:, 1])
    np.testing.assert_allclose(np.linalg.norm(X, axis=1), 4 * np.abs(np.sin(4 * angle)), atol=1e-9)


def test_both_classes_of_a_flower_have_petals_all_around() -> None:
    X, y = make_flower(4000, 0.0, generator(0, "test"))
    petal = (np.arctan2(X[:, 0], X[:, 1]) % (2 * np.pi) // (np.pi / 4)).astype(int)
    inside = np.linalg.norm(X, axis=1) > 1  # at the center all petals meet
    assert [set(y[inside & (petal == number)].tolist()) for number in range(8)] == [
        {0},
        {1},
        {0},
        {1},
        {1},
        {0},
        {1},
        {0},
    ]


@pytest.mark.parametrize("samples", [2, 3, 100, 1001])
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_moons_and_circles_are_scikit_learns_to_the_bit(samples: int, noise: float) -> None:
    for ours, theirs, options in (
        (make_moons, datasets.make_moons, {}),
        (make_circles, datasets.make_circles, {"factor": 0.5}),
    ):
        X, y = ours(samples, noise, np.random.RandomState(7))
        expected_X, expected_y = theirs(samples, noise=noise, random_state=7, **options)
        assert np.array_equal(X, expected_X)
        assert np.array_equal(y, expected_y)
