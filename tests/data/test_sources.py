import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from nnsearch.core.errors import DataError
from nnsearch.data.load import load_data
from nnsearch.data.sources import SOURCE_NAMES, SOURCES, read_source, validate_source
from nnsearch.data.spec import DataSpec

FILELESS = [name for name in SOURCE_NAMES if SOURCES[name].check is None]


def refusal(spec: DataSpec, base: Path | None = None) -> str:
    with pytest.raises(DataError) as caught:
        validate_source(spec, base)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("name", FILELESS)
def test_a_source_is_valid_and_reads_consistently(name: str) -> None:
    validate_source(DataSpec(name))
    raw = read_source(DataSpec(name))
    assert raw.name == name
    assert raw.task == SOURCES[name].task
    assert raw.X.shape == (raw.m, len(raw.features))
    assert raw.y.shape == (raw.m,)


def test_an_unknown_source_gets_the_nearest_names() -> None:
    message = refusal(DataSpec("digit"))
    assert "data.source 'digit' is neither a built-in data set nor a path ending in .csv" in message
    assert "did you mean 'digits'?" in message


def test_a_missing_file_gets_the_nearest_tables_beside_it(tmp_path: Path) -> None:
    (tmp_path / "flowers.csv").touch()
    message = refusal(DataSpec("flower.csv"), tmp_path)
    assert f"there is no file {tmp_path / 'flower.csv'}; did you mean 'flowers.csv'?" in message


def test_a_missing_file_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(DataSpec("no/such.csv"), tmp_path).endswith(f"there is no file {tmp_path / 'no/such.csv'}")


def test_an_impossible_path_is_refused() -> None:
    assert "there is no file" in refusal(DataSpec("\0.csv"))


def test_a_table_is_found_beside_the_study_file(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,y\n1,p\n2,q\n")
    assert read_source(DataSpec("t.csv", target="y"), tmp_path).m == 2


def test_a_table_is_found_in_the_current_folder_without_a_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t.csv").write_text("a,y\n1,p\n2,q\n")
    monkeypatch.chdir(tmp_path)
    assert read_source(DataSpec("t.csv", target="y")).m == 2


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (
            DataSpec("digits", target="x"),
            "data.target goes with text tables and Parquet tables only, got data.source = 'digits'",
        ),
        (DataSpec("digits", categorical=("x",)), "data.categorical goes with text tables and Parquet tables only"),
        (DataSpec("digits", folder=Path("x")), "data.folder goes with mnist and fashion-mnist only, got 'digits'"),
        (DataSpec("t.csv", folder=Path("x")), "data.folder goes with mnist and fashion-mnist only, got 't.csv'"),
        (DataSpec("digits", task="regression"), "data.task must be 'classification' for 'digits', got 'regression'"),
        (DataSpec("digits", split_seed=-1), "data.split_seed must be at least 0, got -1"),
        (DataSpec("mnist"), "data.folder must be given for 'mnist'"),
        (DataSpec("fashion-mnist", folder=Path("/no/such")), "there is none in /no/such"),
    ],
)
def test_a_key_that_does_not_go_with_its_source_is_refused(spec: DataSpec, message: str) -> None:
    assert message in refusal(spec)


def test_a_folder_starts_from_the_base(tmp_path: Path) -> None:
    assert f"there is none in {tmp_path / 'pictures'}" in refusal(DataSpec("mnist", folder=Path("pictures")), tmp_path)


def test_importing_the_registry_is_cheap() -> None:
    code = "import sys, nnsearch.data.sources; print([name for name in ('sklearn', 'pandas') if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"


@pytest.mark.parametrize(("key", "value"), [("samples", 20), ("noise", 5.0)])
def test_a_size_or_noise_asked_of_given_data_is_refused(key, value):
    with pytest.raises(DataError, match=rf"data\.{key} goes with generated data only"):
        read_source(DataSpec("iris", **{key: value}))
    read_source(DataSpec("moons", **{key: value}))


@pytest.mark.parametrize(("key", "value"), [("samples", 1000), ("noise", 0.2)])
def test_the_usual_size_or_noise_is_refused_of_given_data_too(key, value):
    with pytest.raises(DataError, match=f"data.{key} goes with generated data only"):
        load_data(DataSpec("iris", **{key: value}))


def test_pictures_have_classes(tmp_path):
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
        Image.new("L", (2, 2)).save(tmp_path / name / "0.png")
    with pytest.raises(DataError, match=r"data\.task must be 'classification' for folders of pictures"):
        validate_source(DataSpec(f"{tmp_path}/", task="regression"))
    validate_source(DataSpec(f"{tmp_path}/", task="classification"))
