"""Points that fill a cube evenly however many are taken: Halton's sequence, its digits permuted at random.

Halton (1960); scrambled as Owen (2017), "A randomized Halton algorithm in R". Written here because importing
``scipy.stats.qmc`` takes longer than searching a small study, and because a point is wanted by its index alone, so
that a later cohort goes on with the sequence where an earlier one ended without storing anything.
"""

from __future__ import annotations

import math
from functools import lru_cache

from nnsearch.core.seeds import generator

PRECISION = 53
"""Bits of a coordinate."""


def halton(index: int, coordinate: int, seed: int, purpose: str = "halton") -> float:
    """Return one coordinate of one point.

    Args:
        index: of the point, >= 0.
        coordinate: which one, >= 0; each has a prime base of its own.
        seed: of the permutations.
        purpose: sequences of different purposes are independent.

    Returns:
        A number in [0, 1).

    >>> sorted(int(4 * halton(index, 0, seed=1)) for index in range(4))
    [0, 1, 2, 3]
    """
    base, value, scale = _prime(coordinate), 0.0, 1.0
    for permutation in _permutations(coordinate, seed, purpose):
        index, digit = divmod(index, base)
        scale /= base
        value += permutation[digit] * scale
    return min(value, math.nextafter(1.0, 0.0))


@lru_cache(maxsize=1024)
def _permutations(coordinate: int, seed: int, purpose: str) -> tuple[tuple[int, ...], ...]:
    """Draw one permutation of the digits for each place."""
    base = _prime(coordinate)
    rng = generator(seed, purpose, coordinate)
    places = math.ceil(PRECISION / math.log2(base))
    return tuple(tuple(int(digit) for digit in rng.permutation(base)) for _ in range(places))


@lru_cache(maxsize=1024)
def _prime(position: int) -> int:
    """Return the prime at a position, 2 being at 0."""
    candidate = 2 if position == 0 else _prime(position - 1) + 1
    while any(candidate % divisor == 0 for divisor in range(2, math.isqrt(candidate) + 1)):
        candidate += 1
    return candidate
