"""Rows to predict are read as training data is, from every kind of source, or refused by name."""

import gzip
import os
import struct

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from nnsearch.core.errors import DataError
from nnsearch.data import csv_table, rows
from nnsearch.data.load import load_data
from nnsearch.data.rows import read_rows
from nnsearch.data.spec import DataSpec

RNG = np.random.default_rng(0)
M = 60


def table():
    rng = np.random.default_rng(1)
    return pd.DataFrame(
        {
            "age": np.where(np.arange(M) % 7 == 3, np.nan, rng.integers(18, 80, M)),
            "smoker": rng.random(M) < 0.4,
            "city": rng.choice(["Köln", "Bonn", "Ulm"], M),
            "y": rng.choice(["good", "bad"], M),
            "set": ["train"] * 40 + ["dev"] * 10 + ["test"] * 10,
        }
    )


KEYS = {"categorical": ("city",), "missing": "indicator", "split": "set"}


@pytest.fixture
def mixed(loader):
    """Writes the table in a way of one's own, and trains on it."""

    def call(**keys):
        spec = {**KEYS, **keys}
        table().to_csv(
            loader.folder / "t.csv",
            index=False,
            sep=spec.get("delimiter", ","),
            encoding=spec.get("encoding", "utf-8"),
        )
        return loader.load("t.csv", **spec), DataSpec("t.csv", target="y", **spec)

    return call


def inputs(data, blocks):
    return data.preprocessing.scaling.apply(np.concatenate([block.features for block in blocks]))


def everything(data):
    return np.concatenate([data.train.X, data.dev.X, data.test.X])


def refusal(source, data, spec):
    with pytest.raises(DataError) as caught:
        list(read_rows(str(source), data, spec))
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


WRITERS = {
    "rows.csv": lambda frame, path: frame.to_csv(path, index=False),
    "rows.csv.gz": lambda frame, path: frame.to_csv(path, index=False),
    "rows.tsv": lambda frame, path: frame.to_csv(path, index=False, sep="\t"),
    "rows.parquet": lambda frame, path: frame.to_parquet(path, index=False),
}


@pytest.mark.parametrize("name", WRITERS)
def test_raw_rows_of_a_table_become_the_inputs_of_training(mixed, name, tmp_path):
    data, spec = mixed()
    WRITERS[name](table(), tmp_path / name)
    assert inputs(data, read_rows(str(tmp_path / name), data, spec)).tobytes() == everything(data).tobytes()


def test_a_text_is_read_as_the_study_says(mixed, tmp_path):
    data, spec = mixed(delimiter=";", encoding="cp1252")
    assert inputs(data, read_rows(str(tmp_path / "t.csv"), data, spec)).tobytes() == everything(data).tobytes()


def test_blocks_change_nothing(mixed, tmp_path, monkeypatch):
    data, spec = mixed()
    monkeypatch.setattr(csv_table, "BLOCK", 7)
    assert inputs(data, read_rows(str(tmp_path / "t.csv"), data, spec)).tobytes() == everything(data).tobytes()


def test_the_target_may_be_absent_and_columns_in_any_order(mixed, tmp_path):
    data, spec = mixed()
    table()[["city", "age", "smoker"]].to_csv(tmp_path / "rows.csv", index=False)
    assert inputs(data, read_rows(str(tmp_path / "rows.csv"), data, spec)).tobytes() == everything(data).tobytes()


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (table().drop(columns=["age", "city"]), "must have the columns of training, missing 'age', 'city'"),
        (table().assign(extra=1, more=2), "must have the columns of training, not in training 'extra', 'more'"),
        (table().rename(columns={"age": "Age"}), "missing 'age' and not in training 'Age': rename or add"),
        (table().assign(age="old"), "the column 'age' must hold finite numbers up to 3.4e38 as in training, got 'old'"),
        (table().assign(age="yes"), "the column 'age' must hold finite numbers up to 3.4e38 as in training, got 'yes'"),
        (table().assign(age="1e400"), "got '1e400' on line 2 of"),
        (table().assign(smoker=1), "the column 'smoker' must hold one of false, true as in training, got '1' on line"),
    ],
)
def test_a_table_that_differs_from_training_is_refused(mixed, frame, message, tmp_path):
    data, spec = mixed()
    frame.to_csv(tmp_path / "rows.csv", index=False)
    assert message in refusal(tmp_path / "rows.csv", data, spec)


def test_a_missing_value_is_refused_where_none_was_learned(loader):
    data = loader.load("t.csv", "a,b,y\n" + "1,2,p\n2,1,q\n" * 20)
    path = loader.write("rows.csv", "a,b\n1,2\n,2\n")
    assert "the column 'a' must have no missing values, got one on line 3 of" in refusal(
        path, data, DataSpec("t.csv", target="y")
    )


def test_one_column_is_a_table_whose_lines_must_not_be_empty(loader):
    data, spec = loader.load("t.csv", "a,y\n" + "1,p\n2,q\n" * 20, normalize="none"), DataSpec("t.csv", target="y")
    path = loader.write("rows.csv", "a\n1\n2\n")
    assert inputs(data, read_rows(str(path), data, spec)).tolist() == [[1], [2]]
    assert "lines must not be empty, line 3 of" in refusal(loader.write("rows.csv", "a\n1\n\n2\n"), data, spec)


@pytest.fixture
def pictures(loader):
    """Twelve grey pictures of two classes as PNG; and the same bytes."""
    X = RNG.integers(0, 256, (12, 4, 5), dtype=np.uint8)
    for number, pixels in enumerate(X):
        path = loader.folder / "pictures" / ("cat" if number % 2 else "dog") / f"{number:02}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(path)
    return loader.load("pictures/"), DataSpec("pictures/"), X


def pixels(blocks):
    return np.concatenate([block.features for block in blocks]).reshape(-1, 4, 5)


def test_a_folder_of_pictures_by_class_or_flat_is_read_by_name(pictures, tmp_path):
    data, spec, X = pictures
    blocks = list(read_rows(str(tmp_path / "pictures"), data, spec))
    names = [name for block in blocks for name in block.names]
    assert names[:2] == ["cat/01.png", "cat/03.png"]
    assert np.array_equal(pixels(blocks), X[[int(name[-6:-4]) for name in names]])
    flat = list(read_rows(str(tmp_path / "pictures" / "cat"), data, spec))
    assert flat[0].names == tuple(f"{number:02}.png" for number in range(1, 12, 2))
    assert np.array_equal(pixels(flat), X[1::2])


def test_one_picture_is_a_row(pictures, tmp_path):
    data, spec, X = pictures
    assert np.array_equal(pixels(read_rows(str(tmp_path / "pictures/cat/01.png"), data, spec)), X[1:2])


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pictures_in_idx_are_rows(pictures, loader, pack):
    data, spec, X = pictures
    path = loader.write("new-images-idx3-ubyte", pack(b"\0\0\x08\3" + struct.pack(">3I", *X.shape) + X.tobytes()))
    assert np.array_equal(pixels(read_rows(str(path), data, spec)), X)


def test_pictures_and_numbers_in_npz_are_rows(pictures, tmp_path, monkeypatch):
    data, spec, X = pictures
    monkeypatch.setattr(rows, "VALUES", 50)
    for array in (X, X.reshape(12, -1).astype(float)):
        np.savez(tmp_path / "rows.npz", X=array)
        assert np.array_equal(pixels(read_rows(str(tmp_path / "rows.npz"), data, spec)), X)


def test_pictures_of_another_size_are_refused_unless_a_size_was_declared(pictures, loader, tmp_path):
    data, spec, X = pictures
    Image.fromarray(X[0].repeat(2, axis=0).repeat(2, axis=1)).save(tmp_path / "tall.png")
    assert "pictures must have the size of training, 4x5" in refusal(tmp_path / "tall.png", data, spec)
    resized = DataSpec("pictures/", image_size=(4, 5))
    assert np.array_equal(pixels(read_rows(str(tmp_path / "tall.png"), data, resized)), X[:1])
    np.savez(tmp_path / "rows.npz", X=X[:, :3])
    assert "pictures must be as in training, 4x5x1" in refusal(tmp_path / "rows.npz", data, spec)
    np.savez(tmp_path / "rows.npz", X=X.reshape(12, -1)[:, 1:])
    assert "rows must have 20 columns as in training, got 19" in refusal(tmp_path / "rows.npz", data, spec)


def test_pictures_are_refused_where_a_table_was_trained_on(pictures, mixed, tmp_path):
    data, spec = mixed()
    assert "must be a table like those of training" in refusal(tmp_path / "pictures", data, spec)
    np.savez(tmp_path / "rows.npz", X=np.zeros((2, 3)))
    assert "rows with categories must be a table" in refusal(tmp_path / "rows.npz", data, spec)


def test_built_in_data_is_rows_where_there_is_no_such_file(loader):
    data, spec = loader.load("iris", target=None), DataSpec("iris")
    assert sum(len(block.features) for block in read_rows("iris", data, spec)) == 150
    assert "must have the columns of training, missing 'sepal length (cm)'" in refusal("wine", data, spec)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("nowhere.csv", "there is no file or folder 'nowhere.csv', and no built-in data of that name"),
        ("iri", "did you mean 'iris'?"),
        ("rows.xlsx", "rows to predict must be a file ending in .csv"),
        ("empty", "a folder of pictures must hold some"),
        ("rows.npz", "cannot read rows.npz"),
        ("rows.parquet", "cannot read rows.parquet"),
        ("rows.csv", "must hold a header and rows, got an empty file"),
    ],
)
def test_what_is_no_source_is_refused(loader, source, message, monkeypatch):
    monkeypatch.chdir(loader.folder)
    data, spec = loader.load("iris", target=None), DataSpec("iris")
    (loader.folder / "empty").mkdir()
    for name in ("rows.xlsx", "rows.npz", "rows.parquet", "rows.csv"):
        loader.write(name, b"")
    assert message in refusal(source, data, spec)


def test_files_of_pictures_are_scaled_to_the_white_of_training(tmp_path):
    data, spec = load_data(DataSpec("digits")), DataSpec("digits")
    Image.fromarray(np.full((8, 8), 255, np.uint8)).save(tmp_path / "white.png")
    block = next(read_rows(str(tmp_path / "white.png"), data, spec))
    assert np.unique(block.features).tolist() == [16]


def test_arrays_brighter_than_the_pictures_of_training_are_refused(loader):
    data, spec = load_data(DataSpec("digits")), DataSpec("digits")
    X = RNG.integers(0, 17, (5, 8, 8), dtype=np.uint8)
    np.savez(loader.folder / "rows.npz", X=X)
    assert next(read_rows(str(loader.folder / "rows.npz"), data, spec)).features.max() == X.max()
    for array in (X * 15, X.reshape(5, 64) * 15.0):
        np.savez(loader.folder / "rows.npz", X=array)
        assert "pixels must be 0 to 16 as in training, got" in refusal(loader.folder / "rows.npz", data, spec)
    path = loader.write("new-idx3-ubyte", b"\0\0\x08\3" + struct.pack(">3I", 5, 8, 8) + (X * 15).tobytes())
    assert "pixels must be 0 to 16 as in training, got" in refusal(path, data, spec)


def test_a_pictures_name_that_is_no_utf_8_is_told_with_escapes(pictures, tmp_path):
    data, spec, X = pictures
    Image.fromarray(X[0]).save(tmp_path / os.fsdecode(b"caf\xe9.png"))
    names = next(read_rows(str(tmp_path / os.fsdecode(b"caf\xe9.png")), data, spec)).names
    assert names == (r"caf\udce9.png",)


def test_rows_without_a_header_are_refused_as_such(loader):
    data, spec = loader.load("t.csv", "a,b,y\n" + "1,0.5,p\n2,0.7,q\n" * 20), DataSpec("t.csv", target="y")
    path = loader.write("rows.csv", "1.5,2.5\n1.7,2.8\n")
    assert "must be a header with a name for each column, got '1.5': it looks like data" in refusal(path, data, spec)
