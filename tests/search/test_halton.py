import numpy as np
import pytest

from nnsearch.search.halton import _prime, halton


def test_bases_are_the_primes():
    assert [_prime(position) for position in range(6)] == [2, 3, 5, 7, 11, 13]


@pytest.mark.parametrize("coordinate", range(5))
def test_every_stretch_of_a_power_of_the_base_fills_its_cells_once(coordinate):
    base = _prime(coordinate)
    for start in (0, 3):
        cells = sorted(
            int(base**2 * halton(n, coordinate, seed=4)) for n in range(start * base**2, (start + 1) * base**2)
        )
        assert cells == list(range(base**2))


def test_points_lie_in_the_unit_interval():
    assert all(0 <= halton(n, c, seed=0) < 1 for n in range(200) for c in range(20))


def test_seeds_and_purposes_give_other_points():
    points = [halton(5, 2, seed=0), halton(5, 2, seed=1), halton(5, 2, seed=0, purpose="other")]
    assert len(set(points)) == 3


def test_points_are_more_even_than_random_ones():
    from scipy.stats import qmc

    points = np.array([[halton(n, c, seed=7) for c in range(4)] for n in range(64)])
    random = np.random.default_rng(7).random((64, 4))
    assert qmc.discrepancy(points) < 0.6 * qmc.discrepancy(random)
