"""Bad data, row by row: one line that names the trouble, exit code 2, nothing written. Odd but usable data: a note."""

import io
import struct
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

ROWS = b"".join(b"%d,%d,%s\n" % (n, n * n % 7, b"pq"[n % 2 : n % 2 + 1]) for n in range(40))
TABLE = b"a,b,y\n" + ROWS
TARGET = 'target = "y"\n'
REST = "[training]\nlearning_rate = { low = 1e-3, high = 1e-1 }\n"


def arrays(**named):
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **named)
    return buffer.getvalue()


def lying_npz(shape, size=0):
    header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}".encode()
    member = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes(size)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("X.npy", member)
        archive.writestr("y.npy", member)
    return buffer.getvalue()


def parquet(**columns):
    buffer = io.BytesIO()
    pd.DataFrame(columns).to_parquet(buffer)
    return buffer.getvalue()


def picture(mode="L", size=(4, 4)):
    buffer = io.BytesIO()
    Image.new(mode, size, 7).save(buffer, "PNG")
    return buffer.getvalue()


def huge():
    content = bytearray(picture())
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(content)


FILES = {
    "an empty file": ("t.csv", b"", "must hold a header and rows, got an empty file"),
    "a header only": ("t.csv", b"a,b,y\n", "must hold at least one row below its header, got none"),
    "no header": ("t.csv", ROWS[8:], "must be a header with a name for each column, got"),
    "a duplicate header": ("t.csv", b"a,a,y\n" + ROWS, "column names must differ, got 'a' as columns 1 and 2"),
    "a short row": ("t.csv", TABLE + b"1,2\n", "every row must have 3 cells like the header, got 2 on line 42"),
    "a long row": ("t.csv", TABLE + b"1,2,3,p\n", "every row must have 3 cells like the header, got 4 on line 42"),
    "a trailing comma": ("t.csv", TABLE + b"1,2,p,\n", "every row must have 3 cells like the header, got 4"),
    "bytes that are not UTF-8": ("t.csv", TABLE + b"1,2,\xe9\n", "must be UTF-8 text, got the byte 0xe9 on line 42"),
    "UTF-16": ("t.csv", TABLE.decode().encode("utf-16"), 'or declare data.encoding, such as "latin-1" or "utf-16"'),
    "NUL bytes": ("t.csv", TABLE + b"1,\0,q\n", "must be text, got a NUL character on line 42"),
    "a wrong delimiter": ("t.csv", TABLE.replace(b",", b";"), 'set data.delimiter = ";"'),
    "a missing target": ("t.csv", TABLE + b"1,2,\n", "the target column 'y' must have no missing values, got 1"),
    "a target of one class": ("t.csv", TABLE.replace(b"q", b"p"), "at least two different values, got only 'p'"),
    "a class with one example": ("t.csv", TABLE + b"1,2,r\n", "got 1 of class 'r': add examples"),
    "text in a number column": ("t.csv", TABLE + b"1,two,p\n", "must hold numbers, got 'two' on line 42"),
    "1e400": ("t.csv", TABLE + b"1,1e400,p\n", "must hold finite numbers up to 3.4e38, got '1e400' on line 42"),
    "an all-missing column": ("t.csv", b"a,b,y\n" + b",1,p\n,2,q\n" * 20, "must have no missing values, got 'a' 40"),
    "missing values": ("t.csv", TABLE + b",NA,p\n", "features must have no missing values, got 'a' 1, 'b' 1"),
    "dates": ("t.csv", TABLE + b"1,2026-01-31,p\n", "must hold numbers, got the date '2026-01-31' on line 42"),
    "a corrupt NPZ": ("t.npz", b"PK\x03\x04", "cannot read"),
    "a truncated NPZ": ("t.npz", arrays(X=np.ones((9, 2)), y=np.arange(9) % 2)[:200], "cannot read"),
    "a pickled NPZ": (
        "t.npz",
        arrays(X=np.array([1, "a"], object), y=np.arange(2)),
        "pickled objects, which are never",
    ),
    "an NPZ whose header lies": ("t.npz", lying_npz("(1000000000000,)"), "damaged or too large"),
    "an NPZ bomb": ("t.npz", lying_npz("(100, 2)", 10**7), "as its header says, it does not"),
    "no Parquet": ("t.parquet", b"PAR1PAR1", "cannot read"),
    "nested Parquet": ("t.parquet", parquet(a=[[1, 2]] * 9, y=["p"] * 9), "columns must hold numbers, text, booleans"),
    "a truncated picture": ("t/a/1.png", picture(size=(64, 64))[:60], "cannot read the picture"),
    "a picture of 16 bits": ("t/a/1.png", picture("I;16"), "8 bits per color, got the mode I;16"),
    "a huge picture": ("t/a/1.png", huge(), "picture"),
    "pictures of two sizes": ("t/a/1.png", picture(size=(5, 4)), "pictures must have one size"),
    "a folder of one class": ("t/readme.txt", b"", "at least two folders, one per class, got"),
    "a class without pictures": ("t/c/readme.txt", b"", "every class must have pictures (.jpg or .png)"),
    "IDX without labels": ("t/train-images-idx3-ubyte", b"\0\0\x08\3", "must hold train-labels-idx1-ubyte"),
    "a truncated IDX": ("t/train-labels-idx1-ubyte", b"\0\0\x08\1\0", "is truncated: it ends inside its header"),
    "a missing file": ("t.tsv", None, "there is no file"),
    "an unknown ending": ("t.xlsx", b"PK", "source must be built-in data or a path (.csv"),
}


def lay_out(workspace, name, content):
    folder = workspace / "studies"
    if name.startswith("t/"):
        for label in ("a", "b") if "one class" not in name and not name.endswith("readme.txt") else ():
            (folder / "t" / label).mkdir(parents=True)
            for number in range(9):
                (folder / "t" / label / f"{number + 2}.png").write_bytes(picture())
    if name == "t/c/readme.txt":
        for label in ("a", "b"):
            (folder / "t" / label).mkdir(parents=True)
            (folder / "t" / label / "1.png").write_bytes(picture())
    if name == "t/train-labels-idx1-ubyte":
        (folder / "t" / "train-images-idx3-ubyte").write_bytes(b"\0\0\x08\3" + struct.pack(">3I", 1, 1, 1) + b"\1")
    if content is not None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    source = "t/" if name.startswith("t/") else name
    target = TARGET if name.endswith((".csv", ".tsv", ".parquet", ".xlsx")) else ""
    (folder / "bad.toml").write_text(f'[data]\nsource = "{source}"\n{target}{REST}')


def tree(folder):
    return {path: path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def assert_refused_in_one_line(result, workspace, before, message):
    assert (result.code, result.out) == (2, "")
    (line,) = result.err.splitlines()
    assert line.startswith("error: ")
    assert line.isprintable()
    assert message in line
    assert tree(workspace) == before


@pytest.mark.parametrize("verb", ["run", "check"])
@pytest.mark.parametrize("case", FILES)
def test_bad_data_is_one_line_and_nothing_is_written(case, verb, cli, workspace):
    name, content, message = FILES[case]
    lay_out(workspace, name, content)
    before = tree(workspace)
    assert_refused_in_one_line(cli(verb, "bad"), workspace, before, message)


def test_a_folder_in_place_of_a_table_is_refused(cli, workspace):
    (workspace / "studies" / "t.csv").mkdir()
    lay_out(workspace, "t.csv", None)
    before = tree(workspace)
    assert_refused_in_one_line(cli("run", "bad"), workspace, before, "data.target goes with")


@pytest.mark.parametrize("name", ["t.csv", "t.npz", "t.parquet", "t/a/2.png"])
def test_an_unreadable_file_is_refused(name, cli, workspace, monkeypatch):
    good = {
        "t.csv": TABLE,
        "t.npz": arrays(X=np.ones((9, 2)), y=np.arange(9) % 2),
        "t.parquet": parquet(a=range(9), y=range(9)),
        "t/a/2.png": picture(),
    }
    lay_out(workspace, name, good[name])
    before = tree(workspace)
    ours, theirs = Path.open, io.open

    def refuse(opened):
        def call(path, *arguments, **more):
            if str(path).endswith(name):
                raise PermissionError(13, "Permission denied", str(path))
            return opened(path, *arguments, **more)

        return call

    with monkeypatch.context() as patch:  # who tests as root may read everything
        patch.setattr(Path, "open", refuse(ours))
        patch.setattr("builtins.open", refuse(theirs))
        patch.setattr("io.open", refuse(theirs))
        result = cli("run", "bad")
    assert_refused_in_one_line(result, workspace, before, "Permission denied")


ODD = {
    "whole numbers beyond 2^53": (
        b"a,b,y\n" + b"".join(b"%d,%d,%d\n" % (2**53 + 2**50 * n, n, n % 2) for n in range(40)),
        "whole numbers beyond 2^53 lose digits",
    ),
    "a constant column": (
        b"a,b,y\n" + b"".join(b"1,%d,%d\n" % (n * n % 7, n % 2) for n in range(40)),
        "dropped, the same in every row: 'a'",
    ),
    "labels NA and None": (TABLE.replace(b"p", b"NA").replace(b"q", b"None"), "2 classes"),
    "labels 01 and 001": (TABLE.replace(b"p", b"01").replace(b"q", b"001"), "writes one number in several ways"),
    "a label with markup": (TABLE.replace(b"p", b"<script>"), "2 classes"),
    "10,000 columns": (
        b",".join(b"c%d" % n for n in range(10_000))
        + b",y\n"
        + b"".join(b"%d," % (n % 3) * 10_000 + b"%d\n" % (n % 2) for n in range(12)),
        "10,000 features",
    ),
}


@pytest.mark.parametrize("case", ODD)
def test_odd_data_that_can_be_used_is_used_and_told(case, cli, workspace):
    content, message = ODD[case]
    lay_out(workspace, "t.csv", content)
    result = cli("check", "bad")
    assert (result.code, result.errors) == (0, [])
    assert message in result.out
