import json

import pytest


def test_the_page_of_a_study_names_data_outcomes_and_best(tiny):
    out = tiny("show", "tiny").out
    assert "60 train, 20 dev, 20 test examples; 2 features, 2 classes" in out
    assert "16 of 16: " in out
    assert "2 of 8 trials each" in out
    assert "dev error" in out


def test_a_study_may_be_named_by_its_file(tiny):
    assert tiny("show", "studies/tiny.toml").out == tiny("show", "tiny").out


def test_the_page_of_a_trial_draws_its_learning_curve(tiny):
    best = json.loads(tiny("show", "tiny", "--json").out)["best_trial"]
    out = tiny("show", "tiny", "--trial", best).out
    assert "complete, 3 of 3 epochs trained" in out
    assert "● dev error  ○ training error" in out
    assert "learning_rate" in out


def test_json_of_a_trial_holds_its_curves(tiny):
    best = json.loads(tiny("show", "tiny", "--json").out)["best"]
    facts = json.loads(tiny("show", "tiny", "--trial", best["number"], "--json").out)
    assert facts["params"] == best["params"]
    assert facts["curves"]["dev_error"][-1] == best["value"]
    assert len(facts["curves"]["train_cost"]) == 3


def test_a_trial_that_is_not_there_is_refused_with_those_that_are(tiny):
    result = tiny("show", "tiny", "--trial", 16)
    assert result.code == 2
    assert result.errors == ["error: study 'tiny' has trials 0 to 15, got --trial 16"]


def test_a_study_that_was_not_started_is_refused(cli):
    result = cli("show", "tiny")
    assert result.code == 2
    assert "no study 'tiny' has been started" in result.err


@pytest.mark.parametrize("kind", ["page", "trial"])
def test_color_is_left_out_where_nobody_wants_it(kind, tiny):
    assert "\x1b" not in tiny("show", "tiny", *(["--trial", 0] if kind == "trial" else [])).out
