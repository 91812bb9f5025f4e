import json
import math
import random

import pytest

from nnsearch.search.importance import LEAST_TRIALS, importances
from nnsearch.search.records import TrialRecord


class FakeStudy:
    def __init__(self, records):
        self.records = records
        self.meta = {"metric": "error"}


def uniform(low, high, log):
    return json.dumps({"name": "FloatDistribution", "attributes": {"step": None, "low": low, "high": high, "log": log}})


DISTRIBUTIONS = {"learning_rate": uniform(1e-4, 1.0, True), "1-beta1": uniform(0.01, 0.2, True)}


def record(number, generator, state="COMPLETE", **more):
    rate, beta = 10 ** generator.uniform(-4, 0), 10 ** generator.uniform(-1.99, -0.71)
    error = abs(math.log10(rate) + 2)
    return TrialRecord(
        number,
        state,
        value=error if state != "FAIL" else None,
        params={"learning_rate": rate, "1-beta1": beta},
        distributions=DISTRIBUTIONS,
        intermediate={3: error},
        **more,
    )


@pytest.fixture
def records():
    generator = random.Random(0)
    return [record(number, generator) for number in range(60)]


def test_the_hyperparameter_that_decides_comes_first_and_shares_add_up_to_one(records):
    shares = importances(FakeStudy(records))
    assert list(shares) == ["learning_rate", "beta1"]
    assert shares["learning_rate"] > 0.8
    assert sum(shares.values()) == pytest.approx(1)


def test_trials_that_were_stopped_count_by_how_far_they_came(records):
    for trial in records[10:]:
        trial.state = "PRUNED"
    assert next(iter(importances(FakeStudy(records)))) == "learning_rate"


def test_what_does_not_act_in_every_trial_is_left_out(records):
    del records[0].params["1-beta1"]
    records[0].distributions = {"learning_rate": DISTRIBUTIONS["learning_rate"]}
    assert importances(FakeStudy(records)) == {"learning_rate": 1.0}


def test_too_few_trials_tell_nothing(records):
    assert importances(FakeStudy(records[: LEAST_TRIALS - 1])) == {}


def test_trials_without_any_value_are_the_worst(records):
    for trial in records[:5]:
        trial.state, trial.value, trial.intermediate = "PRUNED", None, {}
    assert next(iter(importances(FakeStudy(records)))) == "learning_rate"
