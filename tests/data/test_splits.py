import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.model_selection import train_test_split

from nnsearch.core.errors import DataError
from nnsearch.core.seeds import seed_sequence
from nnsearch.data import splits
from nnsearch.data.splits import Shares, default_shares, resolve_shares, split_indices


@pytest.mark.parametrize(
    ("m", "share"),
    [(100, 0.2), (9_999, 0.2), (10_000, 0.1), (200_000, 0.05), (1_000_000, 0.01), (9_999_999, 0.01), (10**7, 0.0025)],
)
def test_shares_shrink_as_the_data_grow(m: int, share: float) -> None:
    assert default_shares(m) == Shares(share, share)


def test_a_given_share_replaces_the_default() -> None:
    assert resolve_shares(100, 0.3, 0.0) == Shares(0.3, 0.0)


@pytest.mark.parametrize("dev", [0.0, 1.0, -0.1, float("nan")])
def test_an_impossible_dev_share_is_refused(dev: float) -> None:
    with pytest.raises(DataError, match=r"data.dev must be in \(0, 1\), got"):
        resolve_shares(100, dev, None)


@pytest.mark.parametrize("test", [1.0, -0.1, float("nan")])
def test_an_impossible_test_share_is_refused(test: float) -> None:
    with pytest.raises(DataError, match=r"data.test must be in \[0, 1\), got"):
        resolve_shares(100, None, test)


def test_shares_that_leave_nothing_to_train_on_are_refused() -> None:
    with pytest.raises(DataError, match=r"below 1, got 0.8 \+ 0.2 \(default\)"):
        resolve_shares(100, 0.8, None)


@given(st.integers(20, 300), st.floats(0.05, 0.4), st.floats(0, 0.4), st.integers(0, 2**70))
def test_the_sets_are_disjoint_and_cover_everything(m: int, dev: float, test: float, seed: int) -> None:
    split = split_indices(m, Shares(dev, test), seed)
    parts = [split.train, split.dev] + ([] if split.test is None else [split.test])
    assert sorted(np.concatenate(parts).tolist()) == list(range(m))
    assert all(len(part) for part in parts)


def test_the_same_seed_gives_the_same_split() -> None:
    first, second = (split_indices(100, Shares(0.2, 0.2), 3) for _ in range(2))
    assert np.array_equal(first.train, second.train)


def test_another_seed_gives_another_split() -> None:
    first, second = (split_indices(100, Shares(0.2, 0.2), seed) for seed in (0, 1))
    assert not np.array_equal(first.train, second.train)


def test_the_dev_set_does_not_depend_on_the_test_set() -> None:
    labels = np.arange(100) % 3
    with_test, without = (split_indices(100, Shares(0.2, test), 0, labels, ("a", "b", "c")) for test in (0.2, 0.0))
    assert np.array_equal(with_test.dev, without.dev)


def test_no_test_share_gives_no_test_set() -> None:
    assert split_indices(100, Shares(0.2, 0.0), 0).test is None


def test_every_set_keeps_the_proportion_of_the_classes() -> None:
    labels = np.repeat([0, 1], [900, 100])
    split = split_indices(1000, Shares(0.2, 0.2), 0, labels, ("a", "b"))
    assert split.test is not None
    assert [int(labels[rows].sum()) for rows in (split.train, split.dev, split.test)] == [60, 20, 20]


def test_a_class_with_one_example_is_named_with_its_count() -> None:
    labels = np.repeat([0, 1], [50, 1])
    with pytest.raises(DataError, match="at least 2 examples, one for each of train and dev, got 1 of class 'rare'"):
        split_indices(51, Shares(0.2, 0.0), 0, labels, ("common", "rare"))


def test_a_test_set_needs_a_third_example_of_each_class() -> None:
    labels = np.repeat([0, 1, 2], [50, 2, 1])
    with pytest.raises(DataError, match=r"got 1 of class 'c' \(and 1 more such classes\)"):
        split_indices(53, Shares(0.2, 0.2), 0, labels, ("a", "b", "c"))


def test_a_class_without_examples_is_refused() -> None:
    with pytest.raises(DataError, match="got 0 of class 'b'"):
        split_indices(10, Shares(0.2, 0.2), 0, np.zeros(10, int), ("a", "b"))


def test_a_class_too_small_for_its_share_of_dev_is_refused() -> None:
    labels = np.repeat([0, 1], [997, 3])
    with pytest.raises(DataError, match="class 'b' with its 3 examples is not in dev"):
        split_indices(1000, Shares(0.02, 0.0), 0, labels, ("a", "b"))


def test_a_dev_set_smaller_than_the_number_of_classes_is_refused() -> None:
    labels = np.arange(40) % 10
    with pytest.raises(DataError, match="must hold each of 10 classes, got 4 and 36 examples"):
        split_indices(40, Shares(0.1, 0.0), 0, labels, tuple("0123456789"))


def test_too_few_examples_for_three_sets_are_refused() -> None:
    with pytest.raises(DataError, match="at least one example each, got 2 in all"):
        split_indices(2, Shares(0.2, 0.2), 0)


def _draws(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray | None, int] | None:
    m, n_classes = int(random.integers(4, 400)), int(random.integers(1, 27))
    labels = random.integers(0, n_classes, m) if random.random() < 0.8 else None
    rows = random.permutation(m)[: int(random.integers(m // 2 + 1, m + 1))]
    count = int(random.integers(1, len(rows)))
    counts = np.zeros(0) if labels is None else np.unique_counts(labels[rows]).counts
    enough = min(count, len(rows) - count) >= len(counts) and (counts >= 2).all()
    return (rows, labels, count) if enough else None


def test_sets_are_those_of_scikit_learn() -> None:
    random = np.random.default_rng(0)
    drawn = [draw for draw in (_draws(random) for _ in range(600)) if draw is not None]
    assert len(drawn) > 200
    for seed, (rows, labels, count) in enumerate(drawn):
        state = int(seed_sequence(seed, "split dev").generate_state(1)[0])
        strata = None if labels is None else labels[rows]
        expected = train_test_split(rows, test_size=count, random_state=state, stratify=strata)
        for ours, theirs in zip(splits._draw(rows, count, seed, "dev", labels), expected, strict=True):
            np.testing.assert_array_equal(ours, theirs)
