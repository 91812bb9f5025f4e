"""Which examples train, which choose, which judge: shares by size, classes in proportion.

The dev set is drawn before the test set, so that it stays the same whatever is asked of the test set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.seeds import derived_seed
from nnsearch.core.types import IntArray

HELD_OUT = 10_000


@dataclass(frozen=True)
class Shares:
    """Shares of all examples, each in [0, 1).

    Args:
        dev: chooses hyperparameters, > 0.
        test: judges once; 0 for no test set drawn from these examples.
    """

    dev: float
    test: float


@dataclass(frozen=True, eq=False)
class SplitIndices:
    """Row numbers of each set, shuffled, disjoint, together all.

    Args:
        train: ``(m_train,)`` int64.
        dev: ``(m_dev,)`` int64.
        test: ``(m_test,)`` int64, or ``None``.
    """

    train: IntArray
    dev: IntArray
    test: IntArray | None


def default_shares(m: int) -> Shares:
    """Choose the shares of dev and test by the number of examples, as the course does.

    60/20/20 below 10,000 examples, 80/10/10 below 100,000, 10,000 examples each below a million, 98/1/1 below ten
    million, then 99.5/.25/.25: a held-out set only has to be large enough to tell two networks apart.

    Args:
        m: number of examples.

    >>> default_shares(1797), default_shares(60_000)
    (Shares(dev=0.2, test=0.2), Shares(dev=0.1, test=0.1))
    """
    if m < 10_000:
        return Shares(0.2, 0.2)
    if m < 100_000:
        return Shares(0.1, 0.1)
    if m < 1_000_000:
        return Shares(HELD_OUT / m, HELD_OUT / m)
    return Shares(0.01, 0.01) if m < 10_000_000 else Shares(0.0025, 0.0025)


def resolve_shares(m: int, dev: float | None, test: float | None) -> Shares:
    """Fill in what the user left open, and check the rest.

    Args:
        m: number of examples.
        dev: in (0, 1), or ``None``.
        test: in [0, 1), or ``None``.

    Raises:
        DataError: if a share is out of range, or nothing is left to train on.
    """
    default = default_shares(m)
    shares = Shares(default.dev if dev is None else dev, default.test if test is None else test)
    if not 0 < shares.dev < 1:
        raise DataError(f"data.dev must be in (0, 1), got {shares.dev:g}")
    if not 0 <= shares.test < 1:
        raise DataError(f"data.test must be in [0, 1), got {shares.test:g}")
    if shares.dev + shares.test >= 1:
        by_default = " (default)" if test is None else ""
        raise DataError(
            f"data.dev + data.test must be below 1, got {shares.dev:g} + {shares.test:g}{by_default}: "
            "something must be left to train on"
        )
    return shares


def split_indices(
    m: int, shares: Shares, seed: int, labels: IntArray | None = None, classes: Sequence[str] = ()
) -> SplitIndices:
    """Split row numbers at random, keeping each class's share if there are classes.

    Args:
        m: number of examples.
        shares: of dev and test; each set asked for gets at least one example.
        seed: >= 0; the same seed gives the same split.
        labels: class indices ``(m,)``; ``None`` for regression.
        classes: class labels, by index.

    Returns:
        Disjoint indices that cover all examples.

    Raises:
        DataError: if there are too few examples, or a class would be missing from train or dev.
    """
    n_dev = max(1, round(m * shares.dev))
    n_test = max(1, round(m * shares.test)) if shares.test else 0
    if m - n_dev - n_test < 1:
        raise DataError(f"train, dev and test need at least one example each, got {m} in all: add examples")
    counts = _refuse_rare_classes(labels, classes, n_sets=3 if n_test else 2)
    rest, dev = _draw(np.arange(m), n_dev, seed, "dev", labels)
    refuse_absent_class(labels, dev, classes, counts, "dev")
    train, test = rest, None
    if n_test:
        train, test = _draw(rest, n_test, seed, "test", labels)
    refuse_absent_class(labels, train, classes, counts, "train")
    return SplitIndices(train, dev, test)


def _refuse_rare_classes(labels: IntArray | None, classes: Sequence[str], n_sets: int) -> IntArray:
    if labels is None:
        return np.zeros(0, np.int64)
    counts = np.bincount(labels, minlength=len(classes))
    rarest = int(counts.argmin())
    if counts[rarest] < n_sets:
        also = int((counts < n_sets).sum()) - 1
        sets = "train and dev" if n_sets == 2 else "train, dev and test"
        more = f" (and {also} more such classes)" if also else ""
        raise DataError(
            f"every class must have at least {n_sets} examples, one for each of {sets}, "
            f"got {counts[rarest]} of class {classes[rarest]!r}{more}: add examples, merge classes or drop it"
        )
    return counts


def _draw(rows: IntArray, count: int, seed: int, part: str, labels: IntArray | None) -> tuple[IntArray, IntArray]:
    """Draw a set from rows; return what is left and what was drawn."""
    strata = np.zeros(len(rows), np.int64) if labels is None else labels[rows]
    n_classes = 0 if labels is None else len(np.unique(strata))
    if min(count, len(rows) - count) < n_classes:
        raise DataError(
            f"{part} and the examples left beside it must hold each of {n_classes} classes, got {count} and "
            f"{len(rows) - count} examples: change data.{part} or add examples"
        )
    random = np.random.RandomState(derived_seed(seed, f"split {part}"))
    if labels is None:
        order = random.permutation(len(rows))
        return rows[order[count:]], rows[order[:count]]
    kept, drawn = _draw_in_proportion(strata, count, random)
    return rows[kept], rows[drawn]


def _draw_in_proportion(strata: IntArray, count: int, random: np.random.RandomState) -> tuple[IntArray, IntArray]:
    """Draw places so that classes keep their shares, as scikit-learn's ``StratifiedShuffleSplit`` does, to the bit.

    Importing scikit-learn takes about a second, a third of a short study; a test holds this to its results.

    Args:
        strata: classes ``(m,)``.
        count: places to draw.
        random: the draws.

    Returns:
        The places left and those drawn, each shuffled.
    """
    _, classes, counts = np.unique(strata, return_inverse=True, return_counts=True)
    places = np.split(np.argsort(classes, kind="stable"), np.cumsum(counts)[:-1])
    n_kept = _apportion(counts, len(strata) - count, random)
    n_drawn = _apportion(counts - n_kept, count, random)
    kept, drawn = [], []
    for own, first, second in zip(places, n_kept, n_drawn, strict=True):
        shuffled = own[random.permutation(len(own))]
        kept.append(shuffled[:first])
        drawn.append(shuffled[first : first + second])
    return random.permutation(np.concatenate(kept)), random.permutation(np.concatenate(drawn))


def _apportion(counts: IntArray, seats: int, random: np.random.RandomState) -> IntArray:
    """Give each class its share of seats, by largest remainders; equal remainders are drawn."""
    exact = counts / counts.sum() * seats
    given = np.floor(exact)
    remainders = exact - given
    left = int(seats - given.sum())
    for remainder in np.unique(remainders)[::-1]:
        if left <= 0:
            break
        equal = np.flatnonzero(remainders == remainder)
        chosen = random.choice(equal, size=min(len(equal), left), replace=False)
        given[chosen] += 1
        left -= len(chosen)
    seated: IntArray = given.astype(np.int64)
    return seated


def refuse_absent_class(
    labels: IntArray | None, rows: IntArray, classes: Sequence[str], counts: IntArray, part: str
) -> None:
    """Refuse a set in which a class has no example.

    Args:
        labels: class indices of all examples ``(m,)``; ``None`` for regression.
        rows: the set's row numbers.
        classes: class labels, by index.
        counts: examples of each class in all.
        part: the set's name.

    Raises:
        DataError: naming the class.
    """
    if labels is None:
        return
    absent = np.flatnonzero(np.bincount(labels[rows], minlength=len(classes)) == 0)
    if absent.size:
        label = int(absent[0])
        raise DataError(
            f"every class must be in train and in dev, class {classes[label]!r} with its {counts[label]} examples is "
            f"not in {part}: add examples, merge classes or change data.dev"
        )
