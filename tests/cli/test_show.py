import csv
import io
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


def test_trials_are_listed_filtered_and_sorted(tiny):
    lines = tiny("show", "tiny", "--state", "complete", "--sort", "value", "--limit", 2).out.splitlines()
    best = json.loads(tiny("show", "tiny", "--json").out)["best_trial"]
    assert len(lines) == 3
    assert lines[1].split()[0] == f"#{best}"
    assert all("complete" in line for line in lines[1:])


def test_a_list_as_json_holds_exact_values(tiny):
    facts = json.loads(tiny("show", "tiny", "--sort", "learning_rate", "--json").out)
    rates = [trial["learning_rate"] for trial in facts["trials"]]
    assert (facts["study"], facts["metric"], len(rates)) == ("tiny", "error", 16)
    assert rates == sorted(rates)


def test_csv_holds_all_trials(tiny):
    rows = list(csv.DictReader(io.StringIO(tiny("show", "tiny", "--csv").out)))
    assert [row["number"] for row in rows] == [str(number) for number in range(16)]
    assert {"state", "value", "epochs", "learning_rate"} <= set(rows[0])
    assert len(list(csv.DictReader(io.StringIO(tiny("show", "tiny", "--csv", "--limit", 3).out)))) == 3


def test_csv_of_a_trial_is_its_learning_curve(tiny):
    best = json.loads(tiny("show", "tiny", "--json").out)["best"]
    rows = list(csv.DictReader(io.StringIO(tiny("show", "tiny", "--trial", best["number"], "--csv").out)))
    assert [row["epoch"] for row in rows] == ["1", "2", "3"]
    assert float(rows[-1]["dev_error"]) == best["value"]


def test_where_no_trial_is_left_this_is_said(tiny):
    assert tiny("show", "tiny", "--state", "failed").out == "none of the 16 trials of tiny is failed\n"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--state", "prund"], "--state must be a word it knows, got 'prund': did you mean 'pruned'?"),
        (
            ["--sort", "lerning_rate"],
            "--sort must be a word it knows, got 'lerning_rate': did you mean 'learning_rate'?",
        ),
        (["--limit", "x"], "invalid value for '--limit': 'x' is not a valid integer range"),
        (["--trial", "1", "--limit", "3"], "--trial must stand without --state, --sort and --limit"),
        (["--trial", "1", "--csv", "--json"], "the output must have one format, got both --csv and --json"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(tiny, words, error):
    result = tiny("show", "tiny", *words)
    assert result.code == 2
    (line,) = result.errors
    assert error in line
