from nnsearch.reports.page_facts import Rung, page_trials, spec_of
from nnsearch.reports.page_words import cards, lead, notes, rungs_sentence, sentences


def test_the_first_sentence_names_the_best_trial(study):
    first = sentences(study, page_trials(study), {})[0]
    assert f"trial #{study.best.number} with a dev error of" in first


def test_importance_is_told_where_it_was_measured(study):
    told = sentences(study, page_trials(study), {"learning_rate": 0.7, "keep_prob": 0.2, "units_1": 0.1})
    assert any("learning_rate (70 %) and keep_prob (20 %)" in line for line in told)


def test_a_study_without_a_complete_trial_says_so(study):
    assert sentences(study, [], {}) == ["No trial has been trained to its end yet."]
    assert cards(study, [])[0][2].startswith("no complete trial yet")


def test_rungs_are_explained(study):
    told = rungs_sentence(spec_of(study), [Rung(1, 8, 4, 0), Rung(3, 4, 0, 0)])
    assert "the most promising 1/2 of each cohort of 8 trials" in told
    assert "no rungs" in rungs_sentence(spec_of(study), [Rung(3, 8, 0, 0)])


def test_the_data_is_described(study):
    assert lead(study).startswith("moons: 60 train, 20 dev")
    assert notes(study) == []
