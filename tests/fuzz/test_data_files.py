"""Tables, arrays and pictures: whatever is in a file, it is loaded or refused in a line."""

from __future__ import annotations

import gzip
import io
import warnings
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nnsearch.data.inspection import inspect_source
from nnsearch.data.load import load_data
from nnsearch.data.rows import read_rows
from nnsearch.data.spec import Data, DataSpec
from tests.fuzz.fuzzing import examples, refused
from tests.fuzz.mutations import TABLE_KINDS, nearly, variants

RNG = np.random.default_rng(0)
M = 24
LEAST_LOADED = 0.15
"""Share of edited tables that must still be read: refusing a header is not all there is to try."""


def table(separator: str = ",", end: str = "\n") -> bytes:
    """A valid table with numbers, words, booleans, quotes, missing values and a target of two classes."""
    rows = [["age", "city", "ok", "weight", "y"]]
    rows += [
        [str(20 + n), ["Ulm", '"a, b"', "Köln"][n % 3], ["yes", "no"][n % 2], f"{RNG.random():.3f}", ["p", "q"][n % 2]]
        for n in range(M)
    ]
    return "".join(separator.join(row) + end for row in rows).encode()


def plain() -> bytes:
    """A valid table of numbers."""
    lines = [f"{a:.4f},{b:.4f},{n % 3}\n" for n, (a, b) in enumerate(RNG.normal(size=(M, 2)))]
    return ("a,b,y\n" + "".join(lines)).encode()


WORDY = {"target": "y", "categorical": ("city",)}
TABLES: list[tuple[bytes, dict[str, Any]]] = [
    (table(), WORDY),
    (table(end="\r\n"), {**WORDY, "missing": "median"}),
    (table("\t"), {**WORDY, "delimiter": "\t", "missing": "indicator"}),
    (table(";"), {"target": "weight", "delimiter": ";", "drop": ("y", "city"), "missing": "most_frequent"}),
    (table(), {"target": "weight", "group": "city", "drop": ("y",)}),
    (table(), {**WORDY, "time": "age"}),
    (plain(), {"target": "y"}),
    (plain(), {"target": "b", "missing": "median"}),
    (plain(), {"target": "y", "task": "regression", "encoding": "latin-1"}),
]
"""Valid tables, each with keys by which it loads."""
CELLS = [
    *(b",", b"\n", b"\r", b"\r\n", b'"', b'""', b"\t", b";", b",,", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe"),
    *(b"NA", b"None", b"nan", b"inf", b"-inf", b"1e400", b"9007199254740993", b"01", b"001", b"1e-400", b"-0", b"0x1"),
    *(b"<script>", b"2026-01-01", b"true", b"\xe2\x80\xae", b"\x1b[31m", b" ", b"1,2,3,4,5,6", b"a", b"y", b"age"),
    *(b"=1+1", b"9" * 400, b"\xc2\xa0", b"\xe2\x80\xa8", b"p", b"1.5", b"\x1a", b"'"),
    *(b"0", b"-3.5", b"1e3", b".25", b"p", b"q", b"Ulm", b"yes", b"no", b"7") * 12,
]
"""What hurts, and as often what is mostly taken."""


def npz(**arrays: object) -> bytes:
    """A valid or invalid archive of arrays."""
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)  # pickled objects are among what is tried
    return file.getvalue()


X = RNG.normal(size=(M, 3))
ARCHIVES = [
    npz(X=X, y=np.arange(M) % 3),
    npz(X=X.astype(np.float32), y=X[:, 0], X_test=X, y_test=X[:, 1]),
    npz(X=RNG.integers(0, 256, (M, 4, 4), dtype=np.uint8), y=np.array(["a", "b"] * (M // 2))),
]
NPY_WORDS = [
    *(b"PK\x03\x04", b"PK\x05\x06", b"X.npy", b"y.npy", b"\x93NUMPY", b"'descr': '|O'", b"'shape': (99999999999, 9)"),
    *(b"\xff\xff\xff\xff", b"\x00" * 8, b"<f8", b">f8", b"<U9", b"True", b"(", b")", b"../", b"\x7f"),
]


def picture(kind: str, mode: str) -> bytes:
    """A valid picture."""
    file = io.BytesIO()
    Image.fromarray(RNG.integers(0, 256, (6, 5, 3), dtype=np.uint8)).convert(mode).save(file, kind)
    return file.getvalue()


PICTURES = [picture("PNG", mode) for mode in ("L", "RGB", "P", "RGBA", "1")]
PICTURES += [picture("JPEG", mode) for mode in ("L", "RGB", "CMYK")]
PICTURE_WORDS = [
    *(b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tEXt", b"\xff\xd8", b"\xff\xd9", b"\xff\xc0", b"JFIF", b"Exif"),
    *(b"\x00\x01\x00\x00", b"\x7f\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff", b"\x00", b"GIF89a", b"II*\x00"),
]


def whole(data: Data) -> bool:
    """Check what every loaded data set promises."""
    sets = [data.train, data.dev, *([data.test] if data.test else [])]
    for split in sets:
        assert split.m > 0
        assert split.X.shape == (split.m, data.n_x)
        assert np.isfinite(split.X).all()
        assert np.isfinite(split.y).all()
    return True


def loads(path: Path, keys: dict[str, Any]) -> bool:
    """Load a file or see it refused; say which."""
    return refused(lambda: whole(load_data(DataSpec(str(path), **keys)))) is not None


@pytest.mark.parametrize(("content", "keys"), TABLES)
def test_the_tables_that_the_fuzzing_begins_with_load(folder: Path, content: bytes, keys: dict[str, Any]) -> None:
    (folder / "table.csv").write_bytes(content)
    assert loads(folder / "table.csv", keys)


def test_a_table_is_loaded_or_refused_in_a_line(folder: Path) -> None:
    path = folder / "table.csv"
    loaded: list[bool] = []

    @examples(1_400)
    @given(
        st.sampled_from(TABLES).flatmap(lambda pair: st.tuples(variants(pair[0], CELLS, TABLE_KINDS), st.just(pair[1])))
    )
    def check(pair: tuple[bytes, dict[str, Any]]) -> None:
        path.write_bytes(pair[0])
        loaded.append(loads(path, pair[1]))

    check()
    assert np.mean(loaded) > LEAST_LOADED


@examples(300)
@given(content=nearly([content for content, _ in TABLES], CELLS, TABLE_KINDS), pack=st.booleans())
def test_a_table_that_is_looked_at_can_be_loaded_as_what_it_is_taken_for(
    folder: Path, content: bytes, pack: bool
) -> None:
    path = folder / ("looked.csv.gz" if pack else "looked.csv")
    path.write_bytes(gzip.compress(content, 1) if pack else content)
    found = refused(lambda: inspect_source(str(path)))
    if found is not None:
        assert whole(load_data(found.spec))


def test_rows_to_predict_are_numbers_or_refused_in_a_line(folder: Path) -> None:
    path, rows = folder / "trained.csv", folder / "rows.csv"
    content, keys = TABLES[0]
    path.write_bytes(content)
    spec = DataSpec(str(path), **keys, missing="indicator")
    data = load_data(spec)
    read: list[bool] = []

    def inputs() -> bool:
        return all(np.isfinite(block.features).all() for block in read_rows(str(rows), data, spec))

    @examples(400)
    @given(content=variants(content, CELLS, TABLE_KINDS))
    def check(content: bytes) -> None:
        rows.write_bytes(content)
        finite = refused(inputs)
        assert finite in (True, None)
        read.append(finite is True)

    check()
    assert np.mean(read) > LEAST_LOADED


def parquet(compression: str) -> bytes:
    """A valid table with every kind of column."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {
        "a": RNG.random(M),
        "i": pa.array([None if n % 5 == 0 else n for n in range(M)]),
        "c": pa.array(["u", "v", None] * (M // 3)).dictionary_encode(),
        "b": [True, False] * (M // 2),
        "d": pa.array([date(2026, 1, 1 + n) for n in range(M)]),
        "y": ["p", "q"] * (M // 2),
    }
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, compression=compression)
    return file.getvalue()


def test_a_parquet_table_is_loaded_or_refused_in_a_line(folder: Path) -> None:
    path = folder / "table.parquet"
    keys = {"target": "y", "time": "d", "categorical": ("c",), "missing": "median"}
    words = [b"PAR1", b"\0\0", b"\xff\xff\xff\xff", b"a", b"\x7f"]
    loaded: list[bool] = []

    @examples(300)
    @given(content=nearly([parquet(kind) for kind in ("none", "snappy", "zstd")], words))
    def check(content: bytes) -> None:
        path.write_bytes(content)
        loaded.append(loads(path, keys))

    check()
    assert any(loaded)


@examples(1_000)
@given(content=nearly(ARCHIVES, NPY_WORDS))
def test_an_archive_of_arrays_is_loaded_or_refused_in_a_line(folder: Path, content: bytes) -> None:
    path = folder / "arrays.npz"
    path.write_bytes(content)
    refused(lambda: whole(load_data(DataSpec(str(path)))))


@examples(400)
@given(content=nearly([zipfile.ZipFile(io.BytesIO(ARCHIVES[0])).read("X.npy")], NPY_WORDS))
def test_an_array_inside_an_archive_is_loaded_or_refused_in_a_line(folder: Path, content: bytes) -> None:
    path = folder / "inner.npz"
    with zipfile.ZipFile(path, "w") as archive, zipfile.ZipFile(io.BytesIO(ARCHIVES[0])) as valid:
        archive.writestr("X.npy", content)
        archive.writestr("y.npy", valid.read("y.npy"))
    refused(lambda: whole(load_data(DataSpec(str(path)))))


@pytest.fixture(scope="module")
def pictures(folder: Path) -> Path:
    """A folder of pictures of two classes, one of which each example replaces."""
    for name in ("cat", "dog"):
        (folder / "pictures" / name).mkdir(parents=True)
        for number in range(4):
            (folder / "pictures" / name / f"{number}.png").write_bytes(PICTURES[0])
    return folder / "pictures"


@examples(500)
@given(content=nearly(PICTURES, PICTURE_WORDS), ending=st.sampled_from(["png", "jpg", "jpeg"]))
def test_a_picture_is_loaded_or_refused_in_a_line(pictures: Path, content: bytes, ending: str) -> None:
    path = pictures / "cat" / f"fuzzed.{ending}"
    path.write_bytes(content)
    try:
        with warnings.catch_warnings():
            refused(lambda: whole(load_data(DataSpec(f"{pictures}/", image_size=(4, 4)))))
    finally:
        path.unlink()
