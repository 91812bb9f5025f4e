"""``nnsearch init`` writes a study file that runs untouched and whose network predicts the same source, or nothing."""

import csv
import gzip
import io
import json
import os
import struct

import numpy as np
import pandas as pd
import pytest
from PIL import Image
from sklearn.datasets import load_diabetes, load_wine

RNG = np.random.default_rng(0)


def write_wine(folder):
    load_wine(as_frame=True).frame.to_csv(folder / "my.csv", index=False)
    return "my.csv"


def write_diabetes(folder):
    load_diabetes(as_frame=True, scaled=False).frame.to_parquet(folder / "my.parquet")
    return "my.parquet"


def write_mixed(folder):
    m = 200
    table = {
        "id": range(m),
        "age": np.where(RNG.random(m) < 0.1, np.nan, RNG.integers(18, 80, m)),
        "when": [f"2026-01-{n % 28 + 1:02}" for n in range(m)],
        "smoker": RNG.random(m) < 0.3,
        "city": RNG.choice(["Köln", "Bonn", "Ulm"], m),
        "remark": [f"text {n}" for n in range(m)],
        "outcome": RNG.choice(["good", "bad"], m),
    }
    pd.DataFrame(table).to_csv(folder / "my.csv", index=False, sep=";", encoding="cp1252")
    return "my.csv"


def write_npz(folder):
    np.savez_compressed(folder / "my.npz", X=RNG.normal(size=(100, 3)), y=RNG.integers(0, 3, 100))
    return "my.npz"


def write_png(folder):
    for name in ("cat", "dog"):
        (folder / "my" / name).mkdir(parents=True)
        for number in range(15):
            pixels = RNG.integers(0, 256, (6, 5), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / "my" / name / f"{number}.png")
    return "my"


def write_idx(folder, labels=(1, 2, 3)):
    (folder / "my").mkdir()
    for part, m, pack in (("train", 60, gzip.compress), ("t10k", 30, bytes)):
        images = RNG.integers(0, 256, (m, 4, 5), dtype=np.uint8)
        those = np.resize(labels, m).astype(np.uint8)
        end = ".gz" if part == "train" else ""
        header = b"\0\0\x08\3" + struct.pack(">3I", m, 4, 5)
        (folder / "my" / f"{part}-images-idx3-ubyte{end}").write_bytes(pack(header + images.tobytes()))
        header = b"\0\0\x08\1" + struct.pack(">I", m)
        (folder / "my" / f"{part}-labels-idx1-ubyte{end}").write_bytes(pack(header + those.tobytes()))
    return "my"


WRITERS = {
    "idx": write_idx,
    "wine": write_wine,
    "diabetes": write_diabetes,
    "mixed": write_mixed,
    "npz": write_npz,
    "png": write_png,
}


@pytest.mark.parametrize("kind", WRITERS)
def test_what_init_writes_runs_untouched_and_predicts(kind, cli, workspace):
    source = WRITERS[kind](workspace)
    written = cli("init", source)
    assert (written.code, written.err) == (0, "")
    assert "run it with: nnsearch run my" in written.out
    ran = cli("run", "my", "--no-track", "--jobs", 1, "--trials", 8)
    assert (ran.code, ran.errors) == (0, [])
    rows = "my/t10k-images-idx3-ubyte" if kind == "idx" else source
    predicted = cli("predict", "my", rows, "--out", "predictions.csv")
    assert (predicted.code, predicted.errors) == (0, [])
    found = list(csv.DictReader(io.StringIO((workspace / "predictions.csv").read_text())))
    assert len(found) == {"idx": 30, "wine": 178, "diabetes": 442, "mixed": 200, "npz": 100, "png": 30}[kind]
    assert all(row["prediction"] for row in found)


def test_it_says_what_it_saw_and_writes_it_down(cli, workspace):
    out = cli("init", write_mixed(workspace)).out
    assert "200 rows, 7 columns; target 'outcome'" in out
    assert "1 boolean ('smoker'), 1 categorical ('city'), 2 dropped ('when', 'remark')" in out
    assert "missing values: 'age'" in out
    assert "note: dropped, an id of every row: 'id'" in out
    text = (workspace / "studies" / "my.toml").read_text()
    for line in ('delimiter = ";"', 'encoding = "cp1252"', 'categorical = ["city"]', 'missing = "median"'):
        assert f"\n{line}  # " in text


def test_a_folder_named_like_a_known_set_gets_its_class_names(cli, workspace):
    write_idx(workspace, labels=range(10))
    (workspace / "my").rename(workspace / "fashion-mnist")
    assert cli("init", "fashion-mnist/train-images-idx3-ubyte.gz").code == 0
    text = (workspace / "studies" / "fashion-mnist.toml").read_text()
    assert '\nsource = "fashion-mnist"\nfolder = "../fashion-mnist"\n' in text


def test_a_path_that_leads_elsewhere_is_kept_whole(cli, workspace, tmp_path_factory):
    away = tmp_path_factory.mktemp("away")
    write_wine(away)
    assert cli("init", away / "my.csv").code == 0
    assert f'source = "{away}/my.csv"' in (workspace / "studies" / "my.toml").read_text()
    assert cli("check", "my").code == 0


def test_the_target_can_be_named_and_is_checked(cli, workspace):
    source = write_wine(workspace)
    assert "did you mean 'alcohol'?" in cli("init", source, "--target", "alcool").err
    facts = json.loads(cli("init", source, "--target", "alcohol", "--name", "strong", "--json").out)
    assert (facts["study"], facts["data"]["task"]) == ("strong", "regression")


def test_nothing_is_overwritten(cli, workspace):
    source = write_wine(workspace)
    file = workspace / "studies" / "my.toml"
    file.write_text("mine")
    result = cli("init", source)
    assert (result.code, result.out, file.read_text()) == (2, "", "mine")
    assert "there is a study 'my' already" in result.err
    assert cli("init", source, "--name", "other").code == 0


def test_builtin_data_gets_a_file_of_its_own(cli, workspace):
    assert cli("init", "iris", "--name", "flowers").code == 0
    assert cli("check", "flowers").code == 0


def test_color_pictures_of_several_sizes_get_one(cli, workspace):
    write_png(workspace)
    Image.fromarray(RNG.integers(0, 256, (90, 80, 3), dtype=np.uint8)).save(workspace / "my" / "cat" / "big.jpg")
    assert cli("init", "my/").code == 0
    text = (workspace / "studies" / "my.toml").read_text()
    assert "image_size = [32, 32]" in text
    assert 'color = "rgb"' in text


BAD = {
    "an empty file": ("bad.csv", b""),
    "a header only": ("bad.csv", b"a,b,y\n"),
    "no header": ("bad.csv", b"1,1,2\n3,4,5\n"),
    "a duplicate header": ("bad.csv", b"a,a,y\n1,2,3\n"),
    "a short row": ("bad.csv", b"a,b,y\n1,2,p\n1,q\n"),
    "a long row": ("bad.csv", b"a,b,y\n1,2,p\n1,2,3,q\n"),
    "a trailing comma": ("bad.csv", b"a,b,y\n1,2,p,\n"),
    "NUL bytes": ("bad.csv", b"a,b,y\n1,2,p\n1,\0,q\n"),
    "one class": ("bad.csv", b"a,b,y\n" + b"1,2,p\n3,4,p\n" * 20),
    "a class with one example": ("bad.csv", b"a,b,y\n" + b"1,2,p\n3,4,p\n" * 20 + b"1,2,q\n"),
    "1e400": ("bad.csv", b"a,b,y\n" + b"1,2,p\n1e400,3,q\n" * 20),
    "only ids": ("bad.csv", b"id,y\n" + b"".join(b"%d,%d\n" % (n, n % 2) for n in range(40))),
    "a missing target": ("bad.csv", b"a,b,y\n" + b"1,2,p\n2,3,\n" * 20),
    "a corrupt NPZ": ("bad.npz", b"PK\x03\x04"),
    "a corrupt Parquet": ("bad.parquet", b"PAR1PAR1"),
    "an unknown ending": ("bad.xlsx", b"x"),
    "a missing file": ("bad.tsv", None),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_data_is_one_line_and_nothing_is_written(case, cli, workspace):
    name, content = BAD[case]
    if content is not None:
        (workspace / name).write_bytes(content)
    before = sorted(workspace.rglob("*"))
    result = cli("init", name)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert sorted(workspace.rglob("*")) == before


def test_an_empty_folder_is_refused(cli, workspace):
    (workspace / "empty").mkdir()
    result = cli("init", "empty")
    assert result.code == 2
    assert "at least two folders, one per class" in result.err


def test_the_name_and_its_place_are_looked_at_before_the_data(cli, workspace):
    (workspace / "my.csv").write_text("a,y\n1,p,too long\n")
    assert "a study name must be" in cli("init", "my.csv", "--name", "no name").err
    assert "a study name must not end in .toml" in cli("init", "my.csv", "--name", "x.toml").err
    (workspace / "studies").mkdir(exist_ok=True)
    (workspace / "studies" / "my.toml").write_text("")
    assert "there is a study 'my' already" in cli("init", "my.csv").err


def test_the_current_folder_has_a_name(cli, workspace, monkeypatch):
    for number in range(40):
        path = workspace / "pets" / ("cat" if number % 2 else "dog") / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(RNG.integers(0, 256, (4, 5), dtype=np.uint8)).save(path)
    monkeypatch.chdir(workspace / "pets")
    result = cli("init", ".")
    assert result.code == 0
    assert "pets.toml is written" in result.out


def test_paths_and_classes_that_are_no_utf_8_are_refused_in_one_line(cli, workspace):
    (workspace / os.fsdecode(b"caf\xe9.csv")).write_text("a,y\n" + "1,p\n2,q\n" * 30)
    result = cli("init", os.fsdecode(b"caf\xe9.csv"))
    assert result.code == 2
    assert "the path of a source must be UTF-8" in result.errors[0]
    for name in (b"dog", b"caf\xe9"):
        folder = workspace / "pets" / os.fsdecode(name)
        folder.mkdir(parents=True)
        for number in range(20):
            Image.fromarray(RNG.integers(0, 256, (4, 5), dtype=np.uint8)).save(folder / f"{number}.png")
    result = cli("init", "pets")
    assert result.code == 2
    assert "the name of a class's folder must be UTF-8" in result.errors[0]
    assert len(result.err.splitlines()) == 1
    assert [path.name for path in workspace.glob("studies/*.toml")] == ["tiny.toml"]
