import pytest

from nnsearch.core.errors import DataError
from nnsearch.tracking.rows import read_rows

COLUMNS = ["size", "color"]


@pytest.fixture
def read(tmp_path):
    def call(text):
        path = tmp_path / "rows.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_rows(path, COLUMNS)

    return call


def test_columns_may_come_in_any_order_and_more_of_them(read):
    table, unused = read("id,color,size\n7, red,1\n\n8,blue,-2.5e1\n")
    assert table == {"size": ["1", "-2.5e1"], "color": [" red", "blue"]}
    assert unused == ["id"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("size\n1\n", "must have the column 'color', which the network takes"),
        ("", "must have the column 'size' and 1 more, which the network takes: the file is empty"),
        ("size,size,color\n1,2,red\n", "column names must differ, got 'size' 2 times"),
        ("size,color\n1\n", "every row must have 2 cells like the header, got 1 on line 2"),
        (b"size,color\n1,r\xe9d\n", "must be UTF-8 text"),
    ],
)
def test_what_would_have_to_be_guessed_is_refused(read, text, message):
    with pytest.raises(DataError, match=message):
        read(text)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DataError, match="cannot read"):
        read_rows(tmp_path / "rows.csv", COLUMNS)
