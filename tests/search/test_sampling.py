from __future__ import annotations

import optuna
import pytest

from nnsearch.data.load import load_data
from nnsearch.search import cohort_tpe, sampling
from nnsearch.search.halton import halton
from nnsearch.search.sampling import ask_cohort
from nnsearch.search.space import Space
from nnsearch.search.study_file import parse_study
from nnsearch.training.examples import examples_from

optuna.logging.set_verbosity(optuna.logging.WARNING)

ANY_SPACE = ("tpe", "qmc", "random", "gp")
SMALL = """
[data]
source = "moons"
samples = 100
[network]
hidden = { layers = { low = 1, high = 2 }, units = { low = 4, high = 8, scale = "pow2" } }
[training]
batch_size = { low = 16, high = 64, scale = "pow2" }
optimizer = { choices = ["adam", "momentum"] }
[search]
cohort = 8
"""
ONE_SHAPE = """
[data]
source = "moons"
samples = 100
[network]
hidden = { layers = 1, units = { low = 3, high = 12 } }
[search]
cohort = 8
"""
WIDE = SMALL.replace("[search]", "learning_rate = { low = 1e-4, high = 1e-1 }\n[search]")


def by_number(trial):
    return trial.number % 7


def ask(text, cohorts, sampler, tell=True, objective=by_number):
    spec = parse_study(f'{text}sampler = "{sampler}"\n', name="x")
    space, examples = Space(spec), examples_from(load_data(spec.data, None))
    study = optuna.create_study()
    asked = []
    for cohort in range(cohorts):
        new = ask_cohort(study, spec, space, examples, cohort)
        asked += new
        for trial in new if tell else ():
            study.tell(trial.number, objective(trial))
    return asked


def parts_of(monkeypatch, seconds, text=WIDE):
    monkeypatch.setattr(sampling, "PART_SECONDS", seconds)
    spec = parse_study(f"{text}group = 4\n", name="x")
    space, examples = Space(spec), examples_from(load_data(spec.data, None))
    return list(sampling.ask_in_parts(optuna.create_study(), spec, space, examples, 0))


def test_networks_that_train_for_long_are_asked_group_by_group(monkeypatch):
    whole, parts = parts_of(monkeypatch, 1e9), parts_of(monkeypatch, 0.0)
    assert [len(part) for part in whole] == [8]
    assert [len(part) for part in parts] == [4, 4]
    assert [trial.values for part in parts for trial in part] == [trial.values for trial in whole[0]]
    small, large = (parts_of(monkeypatch, 0.02, text) for text in (SMALL, SMALL.replace("100", "20000")))
    assert [len(part) for part in small] == [8]
    assert [len(part) for part in large] == [4, 4]


def test_a_container_is_chosen_among_the_trials_of_a_part(monkeypatch):
    (together,), parts = parts_of(monkeypatch, 1e9, ONE_SHAPE), parts_of(monkeypatch, 0.0, ONE_SHAPE)
    assert len({trial.container for trial in together}) < len({trial.container for part in parts for trial in part})
    for part in parts:
        widest = max(trial.hyperparameters.hidden for trial in part)
        assert max(trial.container for trial in part) == widest


@pytest.mark.parametrize("sampler", ANY_SPACE)
def test_a_small_space_is_walked_through_without_repeating_a_trial(sampler):
    # 2 + 4 widths, times 3 batch sizes, times 2 optimizers
    asked = ask(SMALL, 5, sampler)
    values = [tuple(trial.values.items()) for trial in asked]
    assert len(set(values[:36])) == 36


@pytest.mark.parametrize("sampler", ANY_SPACE)
def test_a_small_space_is_walked_through_where_one_structure_is_preferred_and_used_up(sampler):
    # Trials are moved to other structures, where other hyperparameters act than a model has proposed.
    text = SMALL.replace("[search]", "beta2 = { choices = [0.9, 0.99] }\n[search]\ngroup = 3")
    asked = ask(text, 6, sampler, objective=lambda t: t.values["layers"] + t.values["batch_size"] / 100)
    assert len({tuple(trial.values.items()) for trial in asked}) == 48


@pytest.mark.parametrize("sampler", ANY_SPACE)
def test_an_exhausted_space_repeats_rather_than_fails(sampler):
    assert len(ask(SMALL, 6, sampler)) == 48


@pytest.mark.parametrize("sampler", ANY_SPACE)
def test_members_of_a_group_share_their_structure(sampler):
    asked = ask(f"{WIDE}group = 4\n", 3, sampler)
    for start in range(0, len(asked), 4):
        shapes = {
            (len(t.hyperparameters.hidden), t.values["optimizer"], t.values["batch_size"])
            for t in asked[start : start + 4]
        }
        assert len(shapes) == 1


def test_the_spread_goes_on_from_cohort_to_cohort():
    rates = [trial.values["learning_rate"] for trial in ask(WIDE, 4, "qmc", tell=False)]
    expected = [1e-4 * (1e-1 / 1e-4) ** halton(n, 2, 0, "halton") for n in range(32)]
    assert rates == pytest.approx(expected)


def test_structures_are_spread_over_groups():
    asked = ask(WIDE, 6, "qmc", tell=False)
    leaders = [(t.values["optimizer"], t.values["batch_size"]) for t in asked[::4]]
    assert {optimizer for optimizer, _ in leaders} == {"adam", "momentum"}
    assert {size for _, size in leaders} == {16, 32, 64}


def test_tpe_begins_with_the_spread_and_then_learns():
    spread, learned = ask(WIDE, 4, "qmc"), ask(WIDE, 4, "tpe")
    # Ten trials must have been told: the third cohort is the first to learn.
    assert [t.values for t in learned[:16]] == [t.values for t in spread[:16]]
    assert [t.values for t in learned[16:]] != [t.values for t in spread[16:]]


def test_gp_begins_with_the_spread_and_learns_from_the_first_cohort():
    pairs = WIDE + "group = 2\n"
    spread, learned = ask(pairs, 2, "qmc"), ask(pairs, 2, "gp")
    assert [t.values for t in learned[:8]] == [t.values for t in spread[:8]]
    assert [t.values for t in learned[8:]] != [t.values for t in spread[8:]]


LARGE = """
[data]
source = "moons"
samples = 100
[network]
hidden = [{ low = 2, high = 9 }, { low = 2, high = 9 }, { low = 2, high = 9 }, { low = 2, high = 9 }]
[training]
batch_size = { low = 16, high = 64, scale = "pow2" }
[search]
cohort = 8
"""


SEARCHED_DEPTH = LARGE.replace(
    "[{ low = 2, high = 9 }, { low = 2, high = 9 }, { low = 2, high = 9 }, { low = 2, high = 9 }]",
    "{ layers = { low = 1, high = 4 }, units = { low = 2, high = 9 } }",
)


@pytest.mark.parametrize("text", [LARGE, SEARCHED_DEPTH])
@pytest.mark.parametrize("sampler", ANY_SPACE)
def test_a_space_of_whole_numbers_too_large_to_list_is_not_drawn_from_twice(sampler, text):
    # The objective prefers one corner, so that a model keeps returning there.
    asked = ask(text, 20, sampler, objective=lambda trial: sum(trial.hyperparameters.hidden))
    values = [tuple(trial.values.items()) for trial in asked]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(("hidden", "cohorts"), [(4, 20), (1, 3)])
def test_a_sampler_that_draws_all_numbers_together_does_not_repeat_a_trial(hidden, cohorts):
    ranges = ", ".join(["{ low = 2, high = 9 }"] * hidden)  # of one layer 24 configurations, all of them asked
    text = LARGE.replace(", ".join(["{ low = 2, high = 9 }"] * 4), ranges)
    asked = ask(text, cohorts, "cmaes", objective=lambda trial: sum(trial.hyperparameters.hidden))
    assert len({tuple(trial.values.items()) for trial in asked}) == 8 * cohorts


@pytest.mark.parametrize("text", [LARGE, WIDE])
def test_looking_for_repetitions_changes_no_draw_that_is_new(text, monkeypatch):
    found = ask(text, 5, "tpe")
    monkeypatch.setattr(sampling, "_without_repeats", lambda sampler, space, shared, seen: _fixed(shared, sampler))
    as_drawn = ask(text, 5, "tpe")
    assert len({tuple(trial.values.items()) for trial in as_drawn}) == 40
    assert [trial.values for trial in found] == [trial.values for trial in as_drawn]


def _fixed(shared, sampler):
    return sampling._partly_fixed(shared, sampler) if shared else sampler


def test_what_told_trials_say_is_worked_out_once_for_a_cohort_and_changes_no_draw(monkeypatch):
    text = WIDE.replace("optimizer = {", "beta1 = { low = 0.8, high = 0.99 }\noptimizer = {")
    splits = []
    split = cohort_tpe._split_trials

    def counted(*arguments):
        splits.append(arguments)
        return split(*arguments)

    monkeypatch.setattr(cohort_tpe, "_split_trials", counted)
    ours = ask(text, 5, "tpe")
    monkeypatch.setattr(cohort_tpe.CohortTPE, "_sample", optuna.samplers.TPESampler._sample)
    stock = ask(text, 5, "tpe")
    for own, other in zip(ours, stock, strict=True):
        assert own.values == {
            name: value if isinstance(value, str) else pytest.approx(value, rel=1e-9)
            for name, value in other.values.items()
        }
    assert len(splits) == 3  # the first two cohorts are spread evenly
