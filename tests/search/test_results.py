import math

from nnsearch.search.results import Results


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
    assert results.best_of(1) == 0.4
    assert results.best_of(2) == 0.1
    assert results.best_of(0) == math.inf
    assert results.stale(1) == 0


def test_a_cohort_without_complete_trials_is_no_better():
    results = Results()
    results.add_cohort([(0.4, 0)])
    results.add_cohort([])
    assert results.stale(2) == 1
