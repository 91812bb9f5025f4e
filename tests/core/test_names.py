import pytest

from nnsearch.core.errors import StudyNameError
from nnsearch.core.names import did_you_mean, nearest, validate_study_name


@pytest.mark.parametrize("name", ["digits", "a", "9lives", "a-b_c.d", "x" * 64])
def test_plain_names_are_allowed(name):
    assert validate_study_name(name) == name


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "-a", "x" * 65, "a b", "é", "a\n"])
def test_names_that_could_leave_a_folder_are_refused(name):
    with pytest.raises(StudyNameError, match="1 to 64"):
        validate_study_name(name)


def test_the_nearest_name_comes_first():
    assert nearest("rleu", ["tanh", "relu", "sigmoid"])[0] == "relu"


def test_a_name_unlike_all_lists_the_valid_ones():
    assert did_you_mean("zzz", ["adam", "momentum"]) == "valid: adam, momentum"


def test_beside_a_guess_only_the_nearest_names_are_listed():
    line = did_you_mean("lerning_rate", ["learning_rate", *(f"key_{n}" for n in range(9))])
    assert line.startswith("did you mean 'learning_rate'? (valid: learning_rate, key_")
    assert line.count("key_") == 5
    assert line.endswith(" and 4 more)")


def test_no_valid_names_is_said():
    assert did_you_mean("x", []) == "there are no valid names"


def test_names_from_files_cannot_break_or_flood_the_line():
    line = did_you_mean("x", ["a\nb", "y" * 500, *(f"column_{n}" for n in range(10_000))])
    assert line.isprintable()
    assert len(line) < 1_500
    assert line.endswith(" and 9,972 more")
