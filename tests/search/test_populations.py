from dataclasses import replace

import pytest

from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.search import populations as module
from nnsearch.search.asked import Asked
from nnsearch.search.cohort import Cohort
from nnsearch.search.policies import Plan
from nnsearch.search.populations import _cost_of, cut_populations, seconds_left
from nnsearch.training.examples import examples_from
from nnsearch.training.hyperparameters import Hyperparameters


@pytest.fixture(scope="module")
def examples():
    return examples_from(load_data(DataSpec("moons", samples=100)))


@pytest.fixture
def cohort():
    member = Hyperparameters(hidden=(3,), activation=("relu",), output="sigmoid", batch_size=16)
    return Cohort(0, [Asked(number, 0, {}, member, (3,)) for number in range(8)], Plan((3, 9), 3), seed=0)


@pytest.fixture
def slow_members(monkeypatch):
    """Make a member cost a second an epoch, and calls next to nothing."""
    monkeypatch.setattr(module, "epoch_seconds", lambda architecture, members, work: 0.1 + members)


def sizes(populations):
    return [len(part) for part in populations]


@pytest.mark.parametrize(("jobs", "expected"), [(1, [8]), (2, [4, 4]), (3, [1] * 8), (100, [1] * 8)])
def test_a_group_is_cut_for_workers_that_would_wait(cohort, examples, slow_members, jobs, expected):
    assert sizes(cut_populations([cohort.trials], 9, examples, jobs)) == expected


def test_groups_enough_for_all_workers_stay_whole(cohort, examples, slow_members):
    assert sizes(cut_populations([cohort.trials[:4], cohort.trials[4:]], 9, examples, 2)) == [4, 4]


def test_of_groups_of_different_size_the_large_one_is_cut(cohort, examples, slow_members):
    assert sizes(cut_populations([cohort.trials[:6], cohort.trials[6:]], 9, examples, 2)) == [2, 2, 2, 2]


def test_nothing_is_cut_while_workers_have_other_work(cohort, examples, slow_members):
    assert sizes(cut_populations([cohort.trials], 9, examples, 2, elsewhere=1e3)) == [8]


def test_small_work_stays_together(examples, cohort):
    assert sizes(cut_populations([cohort.trials], 1, examples, 4)) == [8]


def test_a_population_fits_the_cache(examples, cohort, monkeypatch):
    monkeypatch.setattr(module, "members_per_population", lambda *_: 4)
    assert sizes(cut_populations([cohort.trials], 9, examples, 1)) == [4, 4]


def test_nothing_to_cut_is_cut_into_nothing(examples):
    assert cut_populations([], 9, examples, 2) == []


def test_more_members_take_longer(examples, cohort):
    (whole,) = cohort.batches(lambda groups: [list(group) for group in groups], 1.0)
    part, _ = cohort.batches(lambda groups: [[*groups[0][:2]], [*groups[0][2:]]], 1.0)
    assert 0 < seconds_left(part, examples) < seconds_left(whole, examples)


def test_augmentation_counts_in_what_is_left():
    examples = examples_from(load_data(DataSpec("digits")))
    plain = Hyperparameters(hidden=(3,), activation=("relu",), output="softmax", batch_size=16)
    costs = [_cost_of(Asked(0, 0, {}, replace(plain, augment_rotation=turn), (3,)), examples)[1] for turn in (0.0, 9.0)]
    assert costs[0].augmenting == 0 < costs[1].augmenting
