from nnsearch.search.results import Results
from nnsearch.training.objectives import OBJECTIVES


def test_the_ranking_is_by_objective_then_number():
    results = Results()
    results.add_cohort([(0.2, 1), (0.1, 0)])
    results.add_cohort([(0.1, 5), (0.3, 4)])
    assert results.ranking == [(0.1, 0), (0.1, 5), (0.2, 1), (0.3, 4)]
    assert list(results.top(2)) == [(0.1, 0), (0.1, 5)]


def test_only_the_cohorts_asked_about_count():
    results = Results()
    results.add_cohort([(0.4, 0)])
    results.add_cohort([(0.1, 8)])
    assert results.reached(0.4, 1)
    assert not results.reached(0.1, 1)
    assert results.reached(0.1, 2)
    assert not results.reached(1e300, 0)
    assert results.stale(1) == 0


def test_a_cohort_without_complete_trials_is_no_better():
    results = Results()
    results.add_cohort([(0.4, 0)])
    results.add_cohort([])
    assert results.stale(2) == 1


def test_where_more_is_better_the_greatest_comes_first_and_targets_are_reached_from_below():
    results = Results(OBJECTIVES["f1"])
    results.add_cohort([(0.8, 0), (0.9, 1), (0.9, 2)])
    results.add_cohort([(0.7, 3)])
    assert [number for _, number in results.ranking] == [1, 2, 0, 3]
    assert results.reached(0.9, 2)
    assert not results.reached(0.95, 2)
    assert results.stale(2) == 1
