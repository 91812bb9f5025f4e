from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.paths import Workspace
from nnsearch.tracking.database import database_path, database_uri, one_line_errors, open_client
from nnsearch.tracking.processes import environment, python_module


def test_importing_the_tracking_layer_imports_neither_mlflow_nor_optuna() -> None:
    modules = ["database", "projection", "follower", "ui", "links", "standing", "runs", "text"]
    code = "import sys\n" + "".join(f"import nnsearch.tracking.{name}\n" for name in modules)
    code += "print([name for name in ('mlflow', 'optuna', 'sqlalchemy') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_processes_that_need_the_database_at_once_all_get_it(tmp_path: Path) -> None:
    code = (
        "import sys; from nnsearch.core.paths import Workspace; from nnsearch.tracking.database import open_client;"
        "print(len(open_client(Workspace.find(sys.argv[1])).search_experiments()))"
    )
    workers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], env=environment(), stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [worker.communicate()[0].strip() for worker in workers] == [b"1", b"1"]
    assert [path.name for path in (tmp_path / "mlruns").iterdir() if path.suffix == ".tmp"] == []


def test_the_database_has_its_own_absolute_address_in_a_folder_with_odd_letters(
    tmp_path: Path, empty_database: Path
) -> None:
    workspace = Workspace(tmp_path / "a b#ü")
    workspace.mlruns.mkdir(parents=True)
    shutil.copy(empty_database, database_path(workspace))
    open_client(workspace).create_experiment("here")
    with closing(sqlite3.connect(database_path(workspace))) as connection:
        assert ("here",) in connection.execute("select name from experiments").fetchall()


@pytest.mark.parametrize("letter", ["?", "%"])
def test_a_folder_that_an_address_cannot_name_is_refused(tmp_path: Path, letter: str) -> None:
    with pytest.raises(EnvironmentRefusedError, match=re.escape(repr(letter))):
        database_uri(Workspace(tmp_path / f"what{letter}41"))


def test_a_place_that_is_no_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "mlruns").write_text("in the way")
    with pytest.raises(EnvironmentRefusedError, match=r"^[^\n]*mlruns[^\n]*$"):
        open_client(Workspace(tmp_path))


def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path: Path) -> None:
    path = database_path(Workspace(tmp_path))
    path.parent.mkdir()
    path.write_text("not a database, but long enough to look like one" * 100)
    with pytest.raises(EnvironmentRefusedError, match=r"^[^\n]*mlflow.db cannot be opened[^\n]*nnsearch sync[^\n]*$"):
        open_client(Workspace(tmp_path))


@pytest.mark.parametrize(
    ("driver", "package"),
    [
        ("postgresql+psycopg", r"psycopg\[binary\]"),
        ("postgresql+psycopg2", "psycopg2-binary"),
        ("mysql+mysqldb", "mysqlclient"),
        ("mysql+pymysql", "pymysql"),
    ],
)
def test_a_driver_that_is_missing_is_named_with_what_to_install(tmp_path: Path, driver: str, package: str) -> None:
    module = {"mysqldb": "MySQLdb"}.get(driver.partition("+")[2], driver.partition("+")[2])
    if find_spec(module):
        pytest.skip("it is installed")
    refusal = (
        rf"^MLflow at {re.escape(driver)}://me:\*\*\*@host/x failed: No module named '{module}': pip install {package}$"
    )
    with pytest.raises(EnvironmentRefusedError, match=refusal):
        open_client(Workspace(tmp_path), f"{driver}://me:secret@host/x")


def test_whatever_an_artifact_store_raises_is_told_in_one_line() -> None:
    denied = type("NoCredentialsError", (Exception,), {"__module__": "botocore.exceptions"})
    with (
        pytest.raises(EnvironmentRefusedError, match=r"^MLflow at http://host failed: no credentials$"),
        one_line_errors("http://host"),
    ):
        raise denied("no credentials\nand more")
    with (
        pytest.raises(EnvironmentRefusedError, match=r"No module named 'boto3': pip install boto3$"),
        one_line_errors("http://host"),
    ):
        raise ModuleNotFoundError("No module named 'boto3'", name="boto3")


def test_a_mistake_of_ours_is_not_told_as_mlflows() -> None:
    with pytest.raises(KeyError), one_line_errors("http://host"):
        raise KeyError("ours")


def test_mlflow_is_told_neither_to_report_nor_to_unpickle(tmp_path: Path, empty_database: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.mlruns.mkdir()
    shutil.copy(empty_database, database_path(workspace))
    open_client(workspace)
    assert os.environ["MLFLOW_DISABLE_TELEMETRY"] == "true"
    assert os.environ["MLFLOW_ALLOW_PICKLE_DESERIALIZATION"] == "false"


def test_a_child_python_takes_no_module_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong module')")
    command = python_module("nnsearch.tracking.links")
    assert subprocess.run(command, cwd=tmp_path, env=environment(), check=False).returncode == 0


def test_a_reader_of_the_database_is_not_in_a_writers_way(tmp_path: Path) -> None:
    database_path(Workspace(tmp_path)).parent.mkdir()
    leftover = tmp_path / "mlruns" / "mlflow.db-wal"
    leftover.write_bytes(b"of a database that somebody deleted")
    open_client(Workspace(tmp_path))
    with closing(sqlite3.connect(database_path(Workspace(tmp_path)))) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
