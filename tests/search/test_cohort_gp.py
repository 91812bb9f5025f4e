from __future__ import annotations

import math

import numpy as np
import optuna
import pytest

from nnsearch.data.load import load_data
from nnsearch.search import gaussian_process
from nnsearch.search.cohort_gp import CohortGP, expected_improvement
from nnsearch.search.quiet_optuna import quiet_optuna
from nnsearch.search.sampling import ask_cohort, prospects_of
from nnsearch.search.space import Space
from nnsearch.search.startup import EvenSpread
from nnsearch.search.study_file import parse_study
from nnsearch.training.examples import examples_from

TEXT = """
[data]
source = "moons"
samples = 100
[network]
hidden = { layers = { low = 1, high = 3 }, units = { low = 4, high = 64, scale = "log" } }
[training]
batch_size = { choices = [16, 64] }
optimizer = { choices = ["gradient_descent", "adam"] }
learning_rate = { low = 1e-4, high = 1e-1, scale = "log" }
beta1 = { low = 0.8, high = 0.99, scale = "1-beta" }
[search]
cohort = 16
group = 4
"""


class Search:
    """A search whose trials are judged by a formula.

    Args:
        sampler: its name.
        objective: takes true values.
        seed: of the study.
        direction: Optuna's.
    """

    def __init__(self, sampler, objective, seed=0, direction="minimize"):
        self.spec = parse_study(f'{TEXT}sampler = "{sampler}"\nseed = {seed}\n', name="x")
        self.space, self.examples = Space(self.spec), examples_from(load_data(self.spec.data, None))
        with quiet_optuna():
            self.study = optuna.create_study(direction=direction)
        self.objective, self.asked = objective, []

    def ask(self):
        """Ask the next cohort and return it."""
        new = ask_cohort(self.study, self.spec, self.space, self.examples, len(self.asked) // 16)
        self.asked += new
        return new

    def run(self, cohorts):
        """Ask and tell cohorts, and return the values of all trials."""
        for _ in range(cohorts):
            for trial in self.ask():
                self.study.tell(trial.number, self.objective(trial.values))
        return [self.objective(trial.values) for trial in self.asked]


def bowl(values):
    rate = abs(math.log10(values["learning_rate"]) + 2.2)
    depth = 3 - values["layers"]
    return 0.1 + 0.1 * rate + 0.05 * depth + 0.05 * (values["optimizer"] == "gradient_descent")


def reversed_bowl(values):
    return -bowl(values)


@pytest.mark.parametrize("seed", [0, 1])
def test_it_finds_a_good_region_sooner_than_tpe_and_than_an_even_spread(seed):
    def best_ten(sampler):
        return np.mean(sorted(Search(sampler, bowl, seed).run(4))[:10])

    found = best_ten("gp")
    assert found < best_ten("tpe") < best_ten("qmc")
    assert found < 0.115


def test_where_more_is_better_it_finds_the_same():
    turned = Search("gp", reversed_bowl, direction="maximize")
    turned.run(3)
    plain = Search("gp", bowl)
    plain.run(3)
    assert [trial.values for trial in turned.asked] == [trial.values for trial in plain.asked]


def test_a_groups_members_share_their_structure_and_nothing_else():
    search = Search("gp", bowl)
    search.run(2)
    for first in range(16, 32, 4):
        group = [trial.values for trial in search.asked[first : first + 4]]
        for name in ("layers", "batch_size", "optimizer"):
            assert len({values[name] for values in group}) == 1
        assert len({tuple(values.items()) for values in group}) == 4


def test_what_does_not_act_is_not_asked():
    search = Search("gp", bowl)
    search.run(3)
    for trial in search.asked:
        assert ("beta1" in trial.values) == (trial.values["optimizer"] == "adam")
        assert len(trial.hyperparameters.hidden) == trial.values["layers"]


def test_no_cohort_has_the_same_trial_twice():
    search = Search("gp", bowl)
    search.run(5)
    for first in range(0, 80, 16):
        assert len({tuple(trial.values.items()) for trial in search.asked[first : first + 16]}) == 16


def test_it_believes_once_in_each_trial_that_runs():
    search = Search("gp", bowl)
    search.run(2)
    search.ask()  # not told: it runs
    spec, space = search.spec, search.space
    sampler = CohortGP(spec, space, 0, EvenSpread(spec, space), prospects_of(search.study, spec, space, 2))
    newest = search.study.trials[-1]
    for _ in range(2):
        sampler.sample_relative(search.study, newest, sampler.infer_relative_search_space(search.study, newest))
        assert len(sampler._process.points) - sampler._process.seen == 15


def test_last_bits_change_no_proposal(monkeypatch):
    plain, other = Search("gp", bowl), Search("gp", bowl)
    plain.run(4)
    matern, rng = gaussian_process._matern, np.random.default_rng(0)

    def with_other_bits(distances):  # as another BLAS computes them
        return matern(distances) * (1 + 1e-15 * rng.normal(size=distances.shape))

    monkeypatch.setattr(gaussian_process, "_matern", with_other_bits)
    other.run(4)
    assert [trial.values for trial in other.asked] == [trial.values for trial in plain.asked]


@pytest.mark.parametrize("margin", [-3.0, -0.5, 0.0, 2.0])
def test_the_expected_improvement_is_its_integral(margin):
    z = np.linspace(-12, 12, 200_001)
    density = np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    integral = np.trapezoid(np.maximum(margin - z, 0) * density, z)
    assert expected_improvement(np.array([margin]))[0] == pytest.approx(integral, rel=1e-6)
