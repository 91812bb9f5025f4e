import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnsearch.core.errors import DataError
from nnsearch.data.inspection import inspect_source

TABLE = "a,b,c,y\n" + "".join(f"{n * 0.5},{n % 7 * 1.5},{'rgb'[n % 3]},{'pq'[n % 2]}\n" for n in range(40))


@pytest.fixture
def look(loader, monkeypatch):
    monkeypatch.chdir(loader.folder)

    def call(name, content, target=None):
        loader.write(name, content)
        return inspect_source(name, target)

    return call


def test_text_is_taken_for_categories(look):
    found = look("t.csv", TABLE)
    assert (found.spec.target, found.spec.categorical, found.spec.drop) == ("y", ("c",), None)
    assert found.data.features == ("a", "b", "c=b", "c=g", "c=r")


@pytest.mark.parametrize(("header", "target"), [("a,b,c,y", "y"), ("label,b,c,y", "y"), ("Class,b,c,z", "Class")])
def test_a_column_named_like_a_target_is_taken_else_the_last(look, header, target):
    assert look("t.csv", TABLE.replace("a,b,c,y", header)).spec.target == target


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_found(look, delimiter):
    assert look("t.csv", TABLE.replace(",", delimiter)).spec.delimiter == delimiter


@pytest.mark.parametrize(("name", "content"), [("t.tsv", TABLE.replace(",", "\t")), ("t.csv", TABLE)])
def test_the_usual_delimiter_is_not_written_down(look, name, content):
    assert look(name, content).spec.delimiter is None


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_found(look, encoding):
    found = look("t.csv", TABLE.replace(",p\n", ",früh\n").encode(encoding))
    assert (found.spec.encoding, found.data.classes) == (encoding, ("früh", "q"))


def test_a_byte_that_is_not_utf8_is_found_wherever_it_stands(look):
    found = look("t.csv", (TABLE * 1).encode() + b"1,2,r,\xe9\n" * 4 + b"0.5,2,r,p\n" * 9_000 + b"2,3,g,\xe9\n")
    assert found.spec.encoding == "cp1252"


def test_dates_and_free_text_are_left_out(look):
    rows = "".join(f"{n * 0.3},2026-01-{n % 28 + 1:02},some text {n // 2},{n % 2}\n" for n in range(200))
    found = look("t.csv", "a,when,remark,y\n" + rows)
    assert found.spec.drop == ("when", "remark")
    assert found.data.features == ("a",)


def test_missing_values_get_a_policy(look):
    found = look("t.csv", TABLE.replace("\n0.5,", "\n,"))
    assert found.spec.missing == "median"
    assert "missing values: 'a' 1" in found.seen


@pytest.mark.parametrize("source", ["nothing.csv", "digist", "\0", "x/y"])
def test_what_is_not_there_is_refused(look, source):
    with pytest.raises(DataError, match="there is no file or folder"):
        inspect_source(source)


def test_a_target_does_not_go_with_arrays(look, loader):
    np.savez(loader.folder / "t.npz", X=np.arange(40.0).reshape(20, 2), y=np.arange(20) % 2)
    with pytest.raises(DataError, match="--target names the column of a table"):
        inspect_source("t.npz", "y")


PIECES = st.sampled_from(
    ["", "NA", "1e400", "x", '"', ",", "\n", "\r", "\0", "é", ";", "\t", "9" * 30, "2026-01-01", "yes"]
)


def assert_one_line(message):
    assert len(message.splitlines()) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(TABLE)), st.integers(0, 8), PIECES), max_size=5),
    st.binary(max_size=6),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_any_table_gives_data_or_a_data_error(tmp_path, changes, tail, encoding):
    text = TABLE
    for position, removed, inserted in changes:
        text = text[:position] + inserted + text[position + removed :]
    (tmp_path / "t.csv").write_bytes(text.encode(encoding) + tail)
    try:
        found = inspect_source(str(tmp_path / "t.csv"))
    except DataError as error:
        assert_one_line(str(error))
    else:
        assert np.isfinite(found.data.train.X).all()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(["t.csv", "t.tsv.gz", "t.csv.xz", "t.parquet", "t.npz"]), st.binary(max_size=200))
def test_any_bytes_give_data_or_a_data_error(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    try:
        inspect_source(str(tmp_path / name))
    except DataError as error:
        assert_one_line(str(error))


def test_what_stands_between_quotes_separates_nothing(tmp_path):
    rows = "".join(f"{n % 7}.5,{n % 5}.25,{'pq'[n % 2]}\n" for n in range(60))
    (tmp_path / "t.csv").write_text('a,"size; in cm; or m; or\nkm",y\n' + rows)
    found = inspect_source(str(tmp_path / "t.csv"))
    assert found.spec.delimiter is None
    assert found.data.features == ("a", "size; in cm; or m; or km")


def test_an_encoding_is_judged_by_the_whole_file(tmp_path):
    rows = b"".join(b"%d,%d,%s\n" % (n % 7, n % 5, [b"p", b"\xe9"][n % 2]) for n in range(9000))
    (tmp_path / "t.csv").write_bytes(b"a,b,y\n" + rows)
    assert inspect_source(str(tmp_path / "t.csv")).spec.encoding == "cp1252"
    (tmp_path / "t.csv").write_bytes(b"a,b,y\n" + rows + b"1,2,\x81\n" * 20)  # no letter of cp1252
    assert inspect_source(str(tmp_path / "t.csv")).spec.encoding == "latin-1"


def test_a_first_line_of_numbers_is_no_header(tmp_path):
    rng = np.random.default_rng(0)
    rows = [f"{rng.random():.3f},{rng.random():.3f},{'pq'[n % 2]}\n" for n in range(60)]
    (tmp_path / "t.csv").write_text("".join(rows))
    with pytest.raises(DataError, match="it looks like data"):
        inspect_source(str(tmp_path / "t.csv"))
