import json
from dataclasses import replace

import pytest

from nnsearch.reports.comparison import (
    compare,
    comparison_facts,
    data_rows,
    machine_words,
    rank,
    setting_rows,
    space_differences,
    standing_rows,
    verdict,
    version_rows,
    why_not_ranked,
)


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
    comparison = compare([study, elsewhere])
    assert verdict(comparison) == ["not ranked: tiny and elsewhere used different data (moons and circles)"]
    assert comparison.tests == []


def test_another_measure_is_not_comparable(study, other, monkeypatch):
    monkeypatch.setitem(other.meta, "metric", "f1")
    assert why_not_ranked([study, other]) == "tiny measures dev error, other dev F1"


def test_a_study_without_a_best_is_not_ranked(study, other, monkeypatch):
    with_best(study, monkeypatch, {"tiny": 0.1, "other": None})
    assert why_not_ranked([study, other]) == "other has no trial that was trained to its end"


def test_the_best_comes_first(study, other, monkeypatch):
    with_best(study, monkeypatch, {"tiny": 0.5, "other": 0.0})
    assert [ranked.name for ranked in rank([study, other])] == ["other", "tiny"]
    for each in (study, other):
        monkeypatch.setitem(each.meta, "metric", "f1")
    assert [ranked.name for ranked in rank([study, other])] == ["tiny", "other"]


def test_the_verdict_says_whether_chance_makes_such_a_difference(study, other):
    first, second = verdict(compare([study, other]))
    assert first.startswith("best first: ")
    assert "of 20 dev examples are wrong with" in second
    assert "exact McNemar test, p = " in second


def test_what_differs_is_listed_against_the_first_study(study, other, elsewhere):
    assert space_differences([study, other, elsewhere]) == {
        "other": ["search.seed: 0 -> 1"],
        "elsewhere": ["data.source: moons -> circles"],
    }


def test_a_setting_that_an_older_version_did_not_know_is_no_difference(study, other, monkeypatch):
    spec = study.meta["spec"]
    old = {**spec, "search": {key: value for key, value in spec["search"].items() if key != "patience"}}
    monkeypatch.setitem(study.meta, "spec", old)
    assert space_differences([study, other]) == {"other": ["search.seed: 0 -> 1"]}
    assert setting_rows([study, other]) == [("search.seed", ["0", "1"])]


def test_differences_have_a_cell_per_study(study, other, elsewhere, monkeypatch):
    machine = study.meta["machine"]
    newer = {**machine, "packages": {**machine["packages"], "nnsearch": "9.9"}}
    monkeypatch.setitem(other.meta, "machine", newer)
    studies = [study, other, elsewhere]
    assert setting_rows(studies) == [
        ("data.source", ["moons", "moons", "circles"]),
        ("search.seed", ["0", "1", "0"]),
    ]
    assert [(name, cells[1]) for name, cells in version_rows(studies)] == [("nnsearch", "9.9")]
    data = dict(data_rows(studies))
    assert data["name"] == ["moons", "moons", "circles"]
    assert "fingerprint" in data
    assert "train" not in data


def test_a_study_that_recorded_little_of_its_machine_can_be_compared():
    assert machine_words({"blas": []}) == {}


def test_the_interval_of_an_error_holds_it(study, other):
    comparison = compare([study, other])
    cells = dict(standing_rows(comparison))["95 % interval"]
    low, high = comparison_facts(comparison)["studies"][0]["interval"]
    assert low <= study.best.value <= high
    assert cells[0] == f"{100 * low:.2f} % to {100 * high:.2f} %"


def test_the_facts_are_json_and_refuse_to_rank_too(study, elsewhere):
    facts = json.loads(json.dumps(comparison_facts(compare([study, elsewhere]))))
    assert (facts["comparable"], facts["ranking"], facts["tests"]) == (False, None, [])
    assert facts["studies"][0]["best_params"] == study.best.params
    assert facts["data_differences"]["name"] == ["moons", "circles"]
