import math

import pytest

from nnsearch.search.limits import Limits
from nnsearch.search.results import Results


def results(*bests):
    told = Results()
    for number, best in enumerate(bests):
        told.add_cohort([(best, number)])
    return told


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        (Limits(trials=24), None),
        (Limits(trials=16), "trials"),
        (Limits(trials=24, target=0.1), "target"),
        (Limits(trials=24, target=0.05), None),
        (Limits(trials=24, patience=1), "patience"),
        (Limits(trials=24, patience=2), None),
        (Limits(trials=24, seconds=5.0), "time"),
        (Limits(trials=24, seconds=5.1), None),
        (Limits(trials=16, target=0.1, patience=1, seconds=1.0), "trials"),
        (Limits(trials=24, target=0.1, patience=1, seconds=1.0), "target"),
    ],
)
def test_the_first_limit_that_is_met_is_named(limits, met):
    assert limits.met(16, results(0.1, 0.2), 2, elapsed=5.0) == met


def test_what_the_next_cohort_does_not_see_stops_nothing():
    told = results(0.3, 0.1)
    assert Limits(trials=64, target=0.1).met(16, told, 1, 0.0) is None
    assert Limits(trials=64, target=0.1).met(16, told, 2, 0.0) == "target"


@pytest.mark.parametrize(("configurations", "met"), [(None, None), (17, None), (16, "exhausted")])
def test_a_space_that_has_been_walked_through_ends_a_study(configurations, met):
    assert Limits(trials=64).met(16, results(math.inf), 1, 0.0, configurations) == met
