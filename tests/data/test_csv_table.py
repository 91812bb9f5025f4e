from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnsearch.core.errors import DataError
from nnsearch.core.names import validate_study_name
from nnsearch.data import csv_table
from nnsearch.data.formats import PATHS
from nnsearch.data.load import load_data
from nnsearch.data.raw import RawData
from nnsearch.data.spec import DataSpec
from nnsearch.data.storage import Storage
from nnsearch.data.table import valid_name

GOOD = "a,b,y\n1,2,no\n3,4,yes\n"


def assert_one_line(message: str) -> None:
    assert len(message.splitlines()) == 1


def read(folder: Path, content: str | bytes, **keys: object) -> RawData:
    path = folder / "t.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return PATHS["text"].read(path, DataSpec("t.csv", **{"target": "y", **keys}), None, Storage())


def refusal(folder: Path, content: str | bytes, **keys: object) -> str:
    with pytest.raises(DataError) as caught:
        read(folder, content, **keys)
    assert_one_line(str(caught.value))
    return str(caught.value)


def test_a_table_is_read(tmp_path: Path) -> None:
    raw = read(tmp_path, GOOD)
    assert raw.X.tolist() == [[1, 2], [3, 4]]
    assert (raw.name, raw.features, raw.classes, raw.y.tolist()) == ("t", ("a", "b"), ("no", "yes"), [0, 1])


def test_the_target_may_stand_anywhere(tmp_path: Path) -> None:
    raw = read(tmp_path, "b,y,a\n1,2.5,3\n2,4.5,5\n")
    assert raw.y.tolist() == [2.5, 4.5]
    assert raw.features == ("b", "a")


def test_the_target_may_stand_first_and_features_keep_their_order(tmp_path: Path) -> None:
    raw = read(tmp_path, "y,b,a\n1,2,3\n2,4,5\n")
    assert raw.features == ("b", "a")
    assert raw.X.tolist() == [[2, 3], [4, 5]]


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.replace("\n", "\n\n"),
        GOOD.rstrip("\n"),
        GOOD.replace("a,b", '" a ","b"'),
    ],
    ids=["byte order mark", "crlf", "cr", "blank lines", "no last newline", "quoted header"],
)
def test_harmless_variants_read_the_same(tmp_path: Path, content: str) -> None:
    raw = read(tmp_path, content)
    assert (raw.X.tolist(), raw.features, raw.classes) == ([[1, 2], [3, 4]], ("a", "b"), ("no", "yes"))


def test_rows_are_read_across_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "BLOCK", 3)
    raw = read(tmp_path, "a,y\n" + "".join(f"{number},{number % 2}\n" for number in range(10)))
    assert raw.X[:, 0].tolist() == list(range(10))


def test_a_categorical_column_becomes_indices_of_its_levels(tmp_path: Path) -> None:
    raw = read(tmp_path, "size,color,y\n1,red,0\n2,blue,1\n3,red,1\n", categorical=("color",))
    assert raw.columns[1].levels == ("blue", "red")
    assert raw.X.tolist() == [[1, 1], [2, 0], [3, 1]]


def test_numbers_may_be_declared_categorical(tmp_path: Path) -> None:
    raw = read(tmp_path, "zip,y\n02,0\n2,1\n10,1\n", categorical=("zip",))
    assert raw.columns[0].levels == ("02", "2", "10")


def test_na_is_a_level_like_any_other(tmp_path: Path) -> None:
    raw = read(tmp_path, "region,y\nNA,0\nEU,1\n", categorical=("region",))
    assert raw.columns[0].levels == ("EU", "NA")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "must hold a header and rows, got an empty file"),
        ("\n\n", "must hold a header and rows, got an empty file"),
        ("a,b,y\n", "must hold at least one row below its header, got none"),
        ("a,b,a,y\n1,2,3,0\n", "column names must differ, got 'a' as columns 1 and 3"),
        (",a,y\n0,1,2\n", "every column must have a name, column 1 of"),
        ("a\x1b[31m,y\n1,2\n", r"column names must be printable, got 'a\x1b[31m'"),
        ("y\n1\n2\n", "at least one feature, got the one column 'y'"),
        ("a;y\n1;2\n", "columns are separated by commas"),
        ("a,b,y\n1,2,0\n1,2\n", "every row must have 3 cells like the header, got 2 on line 3"),
        ("a,b,y\n1,2,0,\n", "every row must have 3 cells like the header, got 4 on line 2"),
        ("a,y\n1,0\nred,1\nblue,0\n", "'a' must hold numbers, got 'red' on line 3"),
        ("a,y\n1_000,0\n2,1\n", "'a' must hold numbers, got '1_000' on line 2"),
        ("a,b,y\n1,,0\nNA,nan,1\n", "no missing values, got 'a' 1, 'b' 2, the first on line 2"),
        ("a,y\n1,0\n1e400,1\n", "finite numbers up to 3.4e38, got '1e400' on line 3"),
        ("a,y\n1,0\n-inf,1\n", "finite numbers up to 3.4e38, got '-inf' on line 3"),
        ("a,y\n1,0\n2,0\n", "at least two different values, got only '0'"),
        ("a,y\n1,0\n2,\n", "'y' must have no missing values, got 1, the first on line 3"),
        ('a,y\n"1,0\n2,1\n', "cannot read"),
        pytest.param("a,y\n" + "1" * 200_000 + ",0\n", "cannot read", id="endless cell"),
        ("a,y\n1,caf\u00e9\n".encode("latin-1"), "must be UTF-8 text, got the byte 0xe9 on line 2: convert it"),
        ("a,y\n1,0\n2,1\n".encode("utf-16"), "must be UTF-8 text, got the byte 0xff on line 1"),
    ],
)
def test_bad_input_is_refused_in_one_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert message in refusal(tmp_path, content)


def test_the_fix_for_text_declares_every_text_column_beside_those_declared(tmp_path: Path) -> None:
    message = refusal(tmp_path, 'k,a,"b""c",y\nx,p,q,0\nx,p,q,1\n', categorical=("k",))
    assert r'data.categorical = ["k", "a", "b\"c"]' in message


def test_a_missing_level_is_refused(tmp_path: Path) -> None:
    assert "got 'a' 1, the first on line 3" in refusal(tmp_path, "a,y\nx,0\n,1\n", categorical=("a",))


def test_a_missing_target_column_lists_the_columns_nearest_first(tmp_path: Path) -> None:
    message = refusal(tmp_path, "size,species\n1,a\n", target="specie")
    assert "data.target 'specie' is no column of" in message
    assert "did you mean 'species'? (valid: species, size)" in message


def test_no_target_asks_for_one_and_lists_the_columns(tmp_path: Path) -> None:
    assert "data.target must name the column of" in refusal(tmp_path, GOOD, target=None)
    assert "one of: a, b, y" in refusal(tmp_path, GOOD, target=None)


def test_a_long_list_of_columns_is_cut(tmp_path: Path) -> None:
    header = ",".join(f"c{number}" for number in range(500))
    message = refusal(tmp_path, header + "\n", target="z")
    assert message.endswith("and 488 more columns")


def test_an_unknown_categorical_column_is_refused(tmp_path: Path) -> None:
    assert "data.categorical 'c' is no column of" in refusal(tmp_path, GOOD, categorical=("c",))


def test_the_target_is_no_categorical_feature(tmp_path: Path) -> None:
    assert "got the target 'y': leave it out" in refusal(tmp_path, GOOD, categorical=("y",))


def test_too_many_levels_are_refused(tmp_path: Path) -> None:
    content = "id,y\n" + "".join(f"n{number % 1001},{number % 2}\n" for number in range(2000))
    assert "at most 1000 levels, 'id' has 1001" in refusal(tmp_path, content, categorical=("id",))


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot read"):
        PATHS["text"].read(tmp_path, DataSpec("t.csv", target="y"), None, Storage())


@pytest.mark.parametrize("stem", ["", "...", "-x", "données é", "x" * 200, "../../x", "a\nb"])
def test_any_stem_becomes_a_valid_name(stem: str) -> None:
    assert validate_study_name(valid_name(stem))


TABLE = "a,b,c,y\n" + "".join(f"{number},{number * 0.5},{'rgb'[number % 3]},{number % 2}\n" for number in range(24))
CELLS = st.sampled_from(
    ["", "NA", "1e400", "-inf", "x", '"', ",", "\n", "\r", "\0", "é", ";", "1_0", "'", "\t", "9" * 400]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(TABLE)), st.integers(0, 8), CELLS), max_size=4),
    st.binary(max_size=3),
    st.sampled_from([None, "classification", "regression"]),
)
def test_a_mutated_table_gives_data_or_a_data_error(tmp_path, changes, tail, task) -> None:
    text = TABLE
    for position, removed, inserted in changes:
        text = text[:position] + inserted + text[position + removed :]
    (tmp_path / "t.csv").write_bytes(text.encode() + tail)
    try:
        data = load_data(DataSpec("t.csv", target="y", categorical=("c",), task=task), tmp_path)
    except DataError as error:
        assert_one_line(str(error))
    else:
        assert np.isfinite(data.train.X).all()
        assert data.train.X.shape == (data.train.m, len(data.features))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60))
def test_arbitrary_bytes_give_data_or_a_data_error(tmp_path: Path, content: bytes) -> None:
    try:
        raw = read(tmp_path, b"a,y\n" + content)
    except DataError as error:
        assert_one_line(str(error))
    else:
        assert np.isfinite(raw.X).all()


@pytest.mark.parametrize("first", ["1.52,0.3,setosa", "5,3,1,setosa", "34,male", "-1,yes", "1e3,0,p"])
def test_a_table_without_a_header_is_refused(loader, first):
    row = ",".join("p" if cell.isalpha() else cell for cell in first.split(","))
    message = loader.refusal("t.csv", f"{first}\n{row}\n")
    assert "must be a header with a name for each column" in message
    assert "it looks like data" in message


@pytest.mark.parametrize("names", ["0", "0,1", "2019,2020,2021"])
def test_whole_numbers_that_count_may_be_names(loader, names):
    count = len(names.split(","))
    rows = "".join(f"{','.join([str(n * 0.5)] * count)},{'pq'[n % 2]}\n" for n in range(30))
    assert loader.load("t.csv", f"{names},y\n{rows}").features == tuple(names.split(","))
