import pytest

from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.reports.preview import describe_balance, fixed_settings, round_up_note, searched_rows
from nnsearch.search.study_file import StudySpec


def spec_of(**sections):
    return StudySpec.from_dict({"data": {"source": "moons"}, **sections}, name="x")


def test_layers_with_one_setting_share_a_row():
    spec = spec_of(network={"hidden": {"layers": [1, 3], "units": {"low": 2, "high": 9}}})
    assert [row["name"] for row in searched_rows(spec)] == ["units_1 to units_3", "layers"]


def test_layers_with_settings_of_their_own_have_rows_of_their_own():
    spec = spec_of(network={"hidden": [{"low": 2, "high": 9}, {"low": 2, "high": 8}]})
    assert [row["name"] for row in searched_rows(spec)] == ["units_1", "units_2"]


def test_fixed_widths_and_what_the_file_names_are_listed():
    spec = spec_of(network={"hidden": [8, 4]}, training={"l2": 0.1})
    settings = fixed_settings(spec)
    assert settings["hidden"] == [8, 4]
    assert settings["l2"] == 0.1
    assert settings["optimizer"] == "adam"
    assert "beta2" not in settings


def test_what_is_searched_is_not_called_fixed():
    spec = spec_of(training={"learning_rate": {"low": 0.1, "high": 1.0}})
    assert "learning_rate" not in fixed_settings(spec)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("moons", "0 50.0 %, 1 50.0 %"),
        ("digits", "each class 9.6 to 10.2 % of the examples"),
        ("diabetes", "target from 25 to "),
    ],
)
def test_balance_is_told_by_class_by_range_or_by_target(source, text):
    assert describe_balance(
        load_data(DataSpec(source, samples=100) if source == "moons" else DataSpec(source))
    ).startswith(text)


def test_one_trial_is_rounded_up_in_the_singular():
    assert round_up_note(1, 8) == "1 trial is rounded up to 8: 1 whole cohort of 8"
