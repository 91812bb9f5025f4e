from datetime import date

import numpy as np
import pandas as pd
import pytest


def frame(m=60):
    rng = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "a": rng.normal(size=m),
            "n": rng.integers(0, 1000, m),
            "flag": rng.random(m) < 0.5,
            "color": ["red" if n % 3 else "blue" for n in range(m)],
            "y": ["no" if n % 2 else "yes" for n in range(m)],
        }
    )


@pytest.fixture
def load(loader):
    def call(table, **keys):
        table.to_parquet(loader.folder / "t.parquet", index=False)
        return loader.load("t.parquet", **keys)

    return call


@pytest.fixture
def refusal(loader):
    def call(table, **keys):
        table.to_parquet(loader.folder / "t.parquet", index=False)
        return loader.refusal("t.parquet", **keys)

    return call


def test_a_parquet_table_gives_the_same_data_as_the_csv_file_of_it(loader, load):
    frame().to_csv(loader.folder / "t.csv", index=False)
    ours, theirs = load(frame(), categorical=("color",)), loader.load("t.csv", categorical=("color",))
    assert (ours.features, ours.fingerprint) == (theirs.features, theirs.fingerprint)
    assert ours.train.X.tobytes() == theirs.train.X.tobytes()


def test_a_dictionary_of_text_is_text(load):
    table = frame().astype({"color": "category"})
    assert load(table, categorical=("color",)).features == ("a", "n", "flag", "color=blue", "color=red")


def test_missing_numbers_are_counted_and_can_be_filled(load, refusal):
    table = frame()
    table.loc[3:5, "a"] = np.nan
    assert "got 'a' 3, the first on row 4" in refusal(table, categorical=("color",))
    assert np.isfinite(load(table, categorical=("color",), missing="median").train.X).all()


def test_a_whole_number_target_stored_as_float_has_plain_labels(load):
    table = frame().assign(y=[float(n % 2) for n in range(60)])
    assert load(table, categorical=("color",)).classes == ("0", "1")


@pytest.mark.parametrize(
    ("column", "message"),
    [
        ([[1, 2]] * 60, "columns must hold numbers, text, booleans or dates, 'bad'"),
        ([{"k": 1}] * 60, "columns must hold numbers, text, booleans or dates, 'bad'"),
        ([b"x"] * 60, "columns must hold numbers, text, booleans or dates, 'bad'"),
        ([date(2026, 1, 1)] * 60, "got the date '2026-01-01' on row 1"),
        ([np.inf] * 60, "must hold finite numbers up to 3.4e38, got 'inf' on row 1"),
        (["red"] * 60, "must hold numbers, got 'red' on row 1"),
    ],
)
def test_what_cannot_be_an_input_is_refused(refusal, column, message):
    assert message in refusal(frame().assign(bad=column), categorical=("color",))


def test_a_nested_column_can_be_dropped(load):
    assert "bad" not in load(frame().assign(bad=[[1]] * 60), categorical=("color",), drop=("bad",)).features


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\0" * 100 + b"PAR1", b"not parquet"])
def test_what_is_no_parquet_file_is_refused(loader, content):
    assert "cannot read" in loader.refusal("t.parquet", content)


def test_a_truncated_file_is_refused(loader):
    frame().to_parquet(loader.folder / "t.parquet", index=False)
    content = (loader.folder / "t.parquet").read_bytes()
    assert "cannot read" in loader.refusal("t.parquet", content[: len(content) // 2])
