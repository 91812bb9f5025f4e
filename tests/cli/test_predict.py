import csv
import io
import json
import os

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def rows(workspace):
    path = workspace / "rows.csv"
    path.write_text("x2,x1\n0.5,0.1\n-0.5,1.1\n")
    return path


def test_predictions_come_with_probabilities(tiny, rows):
    result = tiny("predict", "tiny", rows)
    assert result.code == 0
    found = list(csv.DictReader(io.StringIO(result.out)))
    assert len(found) == 2
    for row in found:
        shares = {label: float(row[f"probability_{label}"]) for label in "01"}
        assert sum(shares.values()) == pytest.approx(1)
        assert row["prediction"] == max(shares, key=shares.get)
    assert result.err == ""


def test_predictions_go_to_a_file(tiny, rows, workspace):
    shown = tiny("predict", "tiny", rows).out
    result = tiny("predict", "tiny", rows, "--out", "predictions.csv")
    assert result.code == 0
    assert result.out == ""
    assert (workspace / "predictions.csv").read_text() == shown


def test_columns_that_differ_from_training_are_named_in_one_line(tiny, workspace):
    (workspace / "rows.csv").write_text("x1,y\n1,2\n")
    result = tiny("predict", "tiny", "rows.csv", "--out", "predictions.csv")
    assert result.code == 2
    assert len(result.errors) == 1
    assert "rows.csv must have the columns of training, missing 'x2' and not in training 'y'" in result.errors[0]
    assert not (workspace / "predictions.csv").exists()


def test_a_folder_that_does_not_exist_is_refused_before_anything_is_read(tiny, rows):
    assert "--out must be a file" in tiny("predict", "tiny", "nowhere.csv", "--out", "nowhere/x.csv").err


def test_json_holds_the_columns(tiny, rows):
    facts = json.loads(tiny("predict", "tiny", rows, "--json").out)
    assert facts["study"] == "tiny"
    assert {name: len(values) for name, values in facts["columns"].items()} == {
        "prediction": 2,
        "probability_0": 2,
        "probability_1": 2,
    }


def test_a_cell_that_is_no_number_is_one_line(tiny, workspace):
    (workspace / "rows.csv").write_text("x1,x2\n1,2\n3,abc\n")
    result = tiny("predict", "tiny", "rows.csv")
    assert result.code == 2
    assert (
        "the column 'x2' must hold finite numbers up to 3.4e38 as in training, got 'abc' on line 3 of rows.csv"
        in result.err
    )


def test_pictures_are_named_in_a_column_of_their_own(cli, workspace):
    rng = np.random.default_rng(0)
    for number in range(40):
        path = workspace / "pets" / ("cat" if number % 2 else "dog") / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(rng.integers(0, 256, (4, 5), dtype=np.uint8)).save(path)
    assert cli("init", "pets").code == 0
    assert cli("run", "pets", "--no-track", "--jobs", 1, "--trials", 8).code == 0
    found = list(csv.DictReader(io.StringIO(cli("predict", "pets", "pets/cat").out)))
    assert [row["file"] for row in found][:2] == ["1.png", "11.png"]
    assert {row["prediction"] for row in found} <= {"cat", "dog"}
    assert "--out must not overwrite" in cli("predict", "pets", "pets/cat", "--out", "pets/cat/1.png").err
    (workspace / "new").mkdir()
    path.rename(workspace / "new" / os.fsdecode(b"caf\xe9.png"))
    path.write_bytes((workspace / "new" / os.fsdecode(b"caf\xe9.png")).read_bytes())
    for _ in range(2):  # what is no picture may lie beside them, and be replaced
        assert cli("predict", "pets", "new", "--out", "new/out.csv").code == 0
    assert r"caf\udce9.png" in (workspace / "new" / "out.csv").read_text()


@pytest.mark.parametrize("out", ["rows.csv", "./rows.csv", "studies/tiny.toml", "studies/tiny/study.json"])
def test_what_predictions_are_made_from_is_not_overwritten(tiny, rows, workspace, out):
    before = (workspace / out).read_bytes()
    result = tiny("predict", "tiny", "rows.csv", "--out", out)
    assert result.code == 2
    assert "--out must not overwrite" in result.errors[0]
    assert (workspace / out).read_bytes() == before


def test_the_data_of_training_is_not_overwritten(cli, workspace):
    (workspace / "my.csv").write_text("a,y\n" + "1,p\n2,q\n" * 30)
    (workspace / "rows.csv").write_text("a\n1\n")
    assert cli("init", "my.csv").code == 0
    assert cli("run", "my", "--no-track", "--jobs", 1, "--trials", 8).code == 0
    result = cli("predict", "my", "rows.csv", "--out", "my.csv")
    assert "--out must not overwrite data that the study was trained on" in result.err
    assert cli("predict", "my", "rows.csv", "--out", "new.csv").code == 0
    assert cli("predict", "my", "rows.csv", "--out", "new.csv").code == 0
