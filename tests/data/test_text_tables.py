"""How text tables may be written: delimiters, encodings, compressions, and what is said of wrong ones."""

import bz2
import gzip
import lzma

import numpy as np
import pytest

TABLE = "a,b,y\n" + "".join(f"{n * 0.5},{n % 7},{'pq'[n % 2]}\n" for n in range(40))


@pytest.fixture
def plain(loader):
    return loader.load("plain.csv", TABLE)


@pytest.mark.parametrize(
    ("name", "delimiter", "declared"),
    [("t.tsv", "\t", None), ("t.tab", "\t", None), ("t.csv", ";", ";"), ("t.txt", "|", "|"), ("t.TSV", "\t", None)],
)
def test_cells_may_be_separated_otherwise(loader, plain, name, delimiter, declared):
    data = loader.load(name, TABLE.replace(",", delimiter), delimiter=declared)
    assert data.fingerprint == plain.fingerprint


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_a_table_may_be_compressed(loader, plain, suffix, pack):
    data = loader.load(f"t.csv{suffix}", pack(TABLE.encode()))
    assert (data.fingerprint, data.name) == (plain.fingerprint, "t")


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_a_damaged_compressed_table_is_refused(loader, suffix, pack):
    packed = pack(TABLE.encode())
    assert "cannot read" in loader.refusal(f"t.csv{suffix}", packed[: len(packed) // 2])
    assert "cannot read" in loader.refusal(f"t.csv{suffix}", b"plain text, not packed")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252"])
def test_an_encoding_can_be_declared(loader, encoding):
    text = TABLE.replace("p\n", "café\n")
    assert loader.load("t.csv", text.encode(encoding), encoding=encoding).classes == ("café", "q")


@pytest.mark.parametrize(
    ("content", "keys", "message"),
    [
        (TABLE.replace(",", ";"), {}, 'for this file set data.delimiter = ";"'),
        (TABLE.replace(",", "\t"), {}, r'for this file set data.delimiter = "\t"'),
        (TABLE, {"delimiter": '"'}, "data.delimiter must be one character"),
        (TABLE, {"delimiter": "ab"}, "data.delimiter must be one character"),
        (TABLE, {"encoding": "utf-99"}, "data.encoding must be an encoding such as"),
        (TABLE, {"encoding": "zip"}, "data.encoding must be an encoding such as"),
        (TABLE.encode("utf-16"), {}, 'or declare data.encoding, such as "latin-1" or "utf-16"'),
        (
            TABLE.replace("p\n", "é\n").encode("latin-1"),
            {"encoding": "ascii"},
            "must be ascii text as data.encoding says",
        ),
        (TABLE.replace("p", "p\0", 1), {}, "got a NUL character on line 2"),
        (TABLE.encode("utf-16-le"), {}, "got a NUL character on line 1"),
    ],
)
def test_a_wrongly_declared_table_is_refused(loader, content, keys, message):
    assert message in loader.refusal("t.csv", content, **keys)


def test_a_bomb_of_one_endless_line_is_refused_early(loader, monkeypatch):
    monkeypatch.setattr("nnsearch.data.files.LONGEST_LINE", 1000)
    assert "lines must be shorter than" in loader.refusal("t.csv.gz", gzip.compress(b"a,y\n" + b"1" * 10**6))


def test_ten_thousand_columns_are_read(loader):
    rng = np.random.default_rng(0)
    header = ",".join(f"c{n}" for n in range(10_000)) + ",y\n"
    rows = [",".join(map(str, rng.integers(0, 9, 10_000))) + f",{n % 2}" for n in range(20)]
    assert loader.load("t.csv", header + "\n".join(rows)).n_x > 9_000
