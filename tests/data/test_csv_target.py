import numpy as np
import pytest

from nnsearch.core.errors import DataError
from nnsearch.data.csv_columns import TextColumn
from nnsearch.data.csv_target import Target, interpret_target
from nnsearch.data.spec import Task


def interpret(*cells: str, task: Task | None = None) -> Target:
    column = TextColumn("y")
    column.extend(cells, range(2, 2 + len(cells)))
    return interpret_target(column, task, "t.csv")


def test_text_means_classification() -> None:
    target = interpret("b", "a", "b")
    assert (target.task, target.classes, target.y.tolist()) == ("classification", ("a", "b"), [1, 0, 1])


def test_few_whole_numbers_mean_classification_and_are_said_to() -> None:
    target = interpret("10", "9", "10")
    assert (target.task, target.classes) == ("classification", ("9", "10"))
    assert 'set data.task = "regression"' in target.notes[0]


def test_more_than_twenty_whole_numbers_mean_regression() -> None:
    assert interpret(*map(str, range(20))).task == "classification"
    assert interpret(*map(str, range(21))).task == "regression"


def test_a_fraction_means_regression() -> None:
    target = interpret("1", "2.5")
    assert (target.task, target.classes, target.notes) == ("regression", (), ())
    assert target.y.tolist() == [1.0, 2.5]
    assert target.y.dtype == np.float64


def test_the_user_may_ask_for_regression() -> None:
    assert interpret("1", "2", task="regression").y.tolist() == [1.0, 2.0]


def test_the_user_may_ask_for_classification() -> None:
    assert interpret("1.5", "2.5", task="classification").classes == ("1.5", "2.5")


def test_spellings_of_one_number_stay_different_classes_and_are_pointed_out() -> None:
    target = interpret("1", "01", "2")
    assert target.classes == ("01", "1", "2")
    assert any("writes one number in several ways" in note for note in target.notes)


def test_na_is_a_class_like_any_other_among_text() -> None:
    assert interpret("NA", "EU", "None").classes == ("EU", "NA", "None")


def test_na_among_numbers_is_refused() -> None:
    with pytest.raises(DataError, match=r"'NA' among its numbers, first on line 3 of t.csv.*classification"):
        interpret("1", "NA", "2")


def test_na_among_numbers_is_a_class_if_the_user_says_so() -> None:
    assert interpret("1", "NA", task="classification").classes == ("1", "NA")


def test_a_missing_target_is_refused() -> None:
    with pytest.raises(DataError, match=r"no missing values, got 2, the first on line 3 of t.csv"):
        interpret("a", "", "b", "")


@pytest.mark.parametrize("value", ["a", "1", "1.5"])
def test_one_value_only_is_refused(value: str) -> None:
    with pytest.raises(DataError, match=f"at least two different values, got only '{value}' in t.csv"):
        interpret(value, value)


@pytest.mark.parametrize("value", ["a", "inf", "1e400"])
def test_regression_on_anything_but_finite_numbers_is_refused(value: str) -> None:
    with pytest.raises(DataError, match=f"finite numbers for regression, got '{value}' on line 3 of t.csv"):
        interpret("1.5", value, task="regression")


def test_numbers_of_any_unit_are_targets() -> None:
    assert interpret("1e-200", "2.5e200", task="regression").y.tolist() == [1e-200, 2.5e200]
