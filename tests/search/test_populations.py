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


@pytest.mark.parametrize(("jobs", "sizes"), [(1, [8]), (2, [4, 4]), (3, [2, 2, 2, 2])])
def test_there_is_a_population_for_every_worker_where_it_is_worth_it(examples, cohort, monkeypatch, jobs, sizes):
    monkeypatch.setattr(module, "WORTH_SPLITTING", 0.0)
    assert [len(part) for part in cut_populations(cohort.trials, examples, 9, jobs)] == sizes


def test_small_work_stays_together(examples, cohort):
    assert len(cut_populations(cohort.trials, examples, 1, 4)) == 1


def test_a_population_fits_the_cache(examples, cohort, monkeypatch):
    monkeypatch.setattr(module, "members_per_population", lambda *_: 4)
    assert [len(part) for part in cut_populations(cohort.trials, examples, 9, 1)] == [4, 4]


def test_more_members_take_longer(examples, cohort):
    (whole,) = cohort.batches(lambda trials: [list(trials)], 1.0)
    part, _ = cohort.batches(lambda trials: [list(trials[:2]), list(trials[2:])], 1.0)
    assert 0 < seconds_left(part, examples) < seconds_left(whole, examples)


def test_augmentation_counts_in_what_is_left():
    examples = examples_from(load_data(DataSpec("digits")))
    plain = Hyperparameters(hidden=(3,), activation=("relu",), output="softmax", batch_size=16)
    costs = [_cost_of(Asked(0, 0, {}, replace(plain, augment_rotation=turn), (3,)), examples)[1] for turn in (0.0, 9.0)]
    assert costs[0].augmenting == 0 < costs[1].augmenting
