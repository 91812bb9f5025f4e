import json
from dataclasses import replace

import pytest

from nnsearch.reports.comparison import comparison_facts, noise_of, rank, space_differences, verdict, why_not_ranked


@pytest.fixture(scope="module")
def other(run_study):
    return run_study("other", search={"seed": 1})


@pytest.fixture(scope="module")
def elsewhere(run_study):
    return run_study("elsewhere", data={"source": "circles", "samples": 100})


def with_best(study, monkeypatch, values):
    glance = type(study).overview.fget
    monkeypatch.setattr(type(study), "overview", property(lambda s: replace(glance(s), best=values[s.name])))


def test_studies_of_the_same_examples_are_comparable(study, other):
    assert why_not_ranked([study, other]) is None


def test_the_same_source_with_another_split_is_not_comparable(study, run_study):
    split = run_study("split", data={"source": "moons", "samples": 100, "split_seed": 1})
    assert "of one name, but with other examples or another split" in why_not_ranked([study, split])


def test_another_data_set_is_not_comparable(study, elsewhere):
    assert verdict([study, elsewhere]) == ["not ranked: tiny and elsewhere used different data (moons and circles)"]


def test_a_study_without_a_best_is_not_ranked(study, other, monkeypatch):
    with_best(study, monkeypatch, {"tiny": 0.1, "other": None})
    assert why_not_ranked([study, other]) == "other has no trial that was trained to its end"


def test_the_best_comes_first(study, other, monkeypatch):
    with_best(study, monkeypatch, {"tiny": 0.5, "other": 0.0})
    assert [ranked.name for ranked in rank([study, other])] == ["other", "tiny"]


@pytest.mark.parametrize(("best", "word"), [(0.05, "within"), (0.9, "more than")])
def test_a_small_lead_is_said_to_be_chance(study, other, monkeypatch, best, word):
    with_best(study, monkeypatch, {"tiny": 0.0, "other": best})
    assert f"{word} what chance does on 20 dev examples" in verdict([study, other])[1]


def test_a_draw_is_a_draw(study, other, monkeypatch):
    with_best(study, monkeypatch, {"tiny": 0.1, "other": 0.1})
    assert verdict([study, other])[1] == "the first two are equal in dev error"


def test_what_differs_is_listed_against_the_first_study(study, other, elsewhere):
    assert space_differences([study, other, elsewhere]) == {
        "other": ["search.seed: 0 -> 1"],
        "elsewhere": ["data.source: moons -> circles"],
    }


def test_the_facts_are_json_and_refuse_to_rank_too(study, elsewhere):
    facts = json.loads(json.dumps(comparison_facts([study, elsewhere])))
    assert (facts["comparable"], facts["ranking"]) == (False, None)
    assert facts["studies"][0]["best_params"] == study.best.params


def test_the_noise_of_no_errors_is_none():
    assert noise_of(0.0, 100) == 0
