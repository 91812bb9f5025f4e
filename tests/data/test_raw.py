from nnsearch.data.raw import listed, pixel_names, quoted


def test_pixels_are_named_row_by_row() -> None:
    assert pixel_names(2, 2) == ("pixel_0_0", "pixel_0_1", "pixel_1_0", "pixel_1_1")


def test_a_long_value_is_cut_in_messages() -> None:
    assert quoted("x" * 100) == repr("x" * 40 + "...")


def test_a_short_list_of_names_is_shown_whole() -> None:
    assert listed(["a", "b"]) == "'a', 'b'"
