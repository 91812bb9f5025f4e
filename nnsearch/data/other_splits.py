"""Splits that are not drawn example by example: given ones, by group, by time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.seeds import derived_seed
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.raw import RawData
from nnsearch.data.roles import DRAWN
from nnsearch.data.spec import DataSpec
from nnsearch.data.splits import Shares, SplitIndices, refuse_absent_class, resolve_shares, split_indices


def split_raw(raw: RawData, spec: DataSpec) -> tuple[Shares, SplitIndices]:
    """Split raw examples as the study asks.

    Args:
        raw: with what is known of groups, order and given sets.
        spec: shares and seed.

    Returns:
        The shares of all examples, and row numbers.

    Raises:
        DataError: if a share is impossible, or a set or class would be missing.
    """
    drawn = np.arange(raw.m) if raw.assigned is None else np.flatnonzero(raw.assigned == DRAWN)
    test = None if raw.assigned is None else np.flatnonzero(raw.assigned == 2)
    has_test = raw.given_test is not None or (test is not None and bool(test.size))
    _refuse_shares(raw, spec, has_test=has_test)
    if raw.assigned is not None and not drawn.size:
        return _take_given(raw, raw.assigned)
    # A test set that came with the source leaves all other examples to train and dev.
    shares = resolve_shares(len(drawn), spec.dev, 0.0 if has_test else spec.test)
    indices = _draw(raw, drawn, shares, spec.split_seed)
    if test is None or not test.size:
        test = None if indices.test is None else drawn[indices.test]
    return shares, SplitIndices(drawn[indices.train], drawn[indices.dev], test)


def _refuse_shares(raw: RawData, spec: DataSpec, *, has_test: bool) -> None:
    if raw.assigned is None:
        return
    complete = bool((raw.assigned == 1).any())
    if spec.test is not None and (has_test or (complete and spec.test)):
        raise DataError(f"data.test must be left out where the sets are given, got {spec.test:g}")
    if complete and spec.dev is not None:
        raise DataError(f"data.dev must be left out where the dev set is given, got {spec.dev:g}")


def _take_given(raw: RawData, assigned: IntArray) -> tuple[Shares, SplitIndices]:
    train, dev, test = (np.flatnonzero(assigned == number) for number in range(3))
    for rows, part in ((train, "train"), (dev, "dev")):
        _refuse_absent(raw, rows, part)
    shares = Shares(dev.size / raw.m, test.size / raw.m)
    return shares, SplitIndices(train, dev, test if test.size else None)


def _draw(raw: RawData, rows: IntArray, shares: Shares, seed: int) -> SplitIndices:
    labels = raw.y[rows].astype(np.int64) if raw.task == "classification" else None
    if raw.groups is not None:
        indices = split_by_group(raw.groups[rows], shares, seed)
    elif raw.order is not None:
        indices = split_by_time(raw.order[rows], shares)
    else:
        return split_indices(len(rows), shares, seed, labels, raw.classes)
    for part, chosen in (("train", indices.train), ("dev", indices.dev)):
        _refuse_absent(raw, rows[chosen], part)
    return indices


def split_by_group(groups: IntArray, shares: Shares, seed: int) -> SplitIndices:
    """Split so that no group stands in two sets; the shares are those of the groups.

    Args:
        groups: equal numbers for examples of one group ``(m,)``.
        shares: of dev and test; each set asked for gets at least one group.
        seed: >= 0; the same seed gives the same split.

    Raises:
        DataError: if there are too few groups.
    """
    count = len(np.unique(groups))
    n_dev = max(1, round(count * shares.dev))
    n_test = max(1, round(count * shares.test)) if shares.test else 0
    if count - n_dev - n_test < 1:
        raise DataError(f"train, dev and test need at least one group of data.group each, got {count} groups in all")
    rest, dev = _draw_groups(np.arange(len(groups)), groups, n_dev, seed, "dev")
    if not n_test:
        return SplitIndices(rest, dev, None)
    train, test = _draw_groups(rest, groups, n_test, seed, "test")
    return SplitIndices(train, dev, test)


def split_by_time(order: FloatArray, shares: Shares) -> SplitIndices:
    """Split so that the oldest examples train and the newest test; equal keys keep the file's order.

    Args:
        order: keys ``(m,)``, finite, small for old.
        shares: of dev and test; each set asked for gets at least one example.

    Raises:
        DataError: if there are too few examples.
    """
    m = len(order)
    n_dev = max(1, round(m * shares.dev))
    n_test = max(1, round(m * shares.test)) if shares.test else 0
    if m - n_dev - n_test < 1:
        raise DataError(f"train, dev and test need at least one example each, got {m} in all: add examples")
    rows = np.argsort(order, kind="stable")
    edge = m - n_test
    return SplitIndices(rows[: edge - n_dev], rows[edge - n_dev : edge], rows[edge:] if n_test else None)


def _draw_groups(rows: IntArray, groups: IntArray, count: int, seed: int, part: str) -> tuple[IntArray, IntArray]:
    from sklearn.model_selection import GroupShuffleSplit

    state = derived_seed(seed, f"split {part}")
    splitter = GroupShuffleSplit(n_splits=1, test_size=count, random_state=state)
    kept, drawn = next(splitter.split(rows, groups=groups[rows]))
    return rows[kept], rows[drawn]


def _refuse_absent(raw: RawData, rows: IntArray, part: str) -> None:
    if raw.task == "classification":
        labels = raw.y.astype(np.int64)
        refuse_absent_class(labels, rows, raw.classes, np.bincount(labels, minlength=len(raw.classes)), part)


def parts_of(indices: SplitIndices) -> Sequence[tuple[str, IntArray]]:
    """Return the sets there are, by name."""
    sets = (("train", indices.train), ("dev", indices.dev), ("test", indices.test))
    return [(name, rows) for name, rows in sets if rows is not None]
