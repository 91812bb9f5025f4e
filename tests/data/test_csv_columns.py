import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsearch.data.csv_columns import NumberColumn, TextColumn, natural_order, parse_number


def number_column(*cells: str) -> NumberColumn:
    column = NumberColumn("x")
    column.extend(cells, range(2, 2 + len(cells)))
    return column


def test_numbers_come_back_as_float64() -> None:
    values = number_column("1", " -2.5 ", "+.5", "1e-3", "4.").values()
    assert values.dtype == np.float64
    assert values.tolist() == [1, -2.5, 0.5, 0.001, 4]


@given(st.lists(st.floats(-3e38, 3e38, allow_subnormal=True), min_size=1))
def test_every_float_survives_its_text(numbers: list[float]) -> None:
    assert number_column(*map(repr, numbers)).values().tolist() == numbers


def test_blocks_are_joined_in_order() -> None:
    column = number_column("1", "2")
    column.extend(["3"], [4])
    assert column.values().tolist() == [1, 2, 3]


@pytest.mark.parametrize("text", ["1_000", "0x1f", "१", "1,5", "1 2", "e", "+-1", "Truly", "1e", "--", "1.2.3"])
def test_what_is_not_plainly_a_decimal_number_is_text(text: str) -> None:
    assert number_column("1", text).first_text == (3, text)
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["", "  ", "NA", "nan", "NULL", "None", "?", "n/a"])
def test_missing_values_are_counted(text: str) -> None:
    column = number_column("1", text, text)
    assert (column.missing, column.first_missing) == (2, (3, text.strip()))
    assert column.first_text is None


@pytest.mark.parametrize("text", ["inf", "-Infinity", "1e400", "-1e39"])
def test_numbers_beyond_float32_are_found(text: str) -> None:
    assert number_column("1", text).first_infinite == (3, text)


def test_labels_that_are_numbers_are_sorted_by_value() -> None:
    assert natural_order(["10", "9", "-1", "01", "1"]) == ["-1", "01", "1", "9", "10"]


def test_other_labels_are_sorted_as_text() -> None:
    assert natural_order(["b", "10", "9"]) == ["10", "9", "b"]


def test_a_text_column_keeps_spellings_apart_and_their_first_lines() -> None:
    column = TextColumn("y")
    column.extend(["1", "01", " 1 ", "NA"], [2, 3, 4, 5])
    assert column.levels == ["1", "01", "NA"]
    assert column.codes().tolist() == [0, 1, 0, 2]
    assert [column.first_line(level) for level in column.levels] == [2, 3, 5]


def test_an_empty_text_cell_is_missing() -> None:
    column = TextColumn("y")
    column.extend(["a", " ", ""], [2, 3, 4])
    assert (column.missing, column.first_missing) == (2, (3, ""))


def test_sorted_levels_come_with_matching_codes() -> None:
    column = TextColumn("y")
    column.extend(["b", "a", "b"], [2, 3, 4])
    levels, codes = column.sorted_levels()
    assert [levels[code] for code in codes] == ["b", "a", "b"]
    assert levels == ["a", "b"]
