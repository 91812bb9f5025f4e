import json
import os
import subprocess
import sys
import warnings

import pytest

from nnsearch.core.errors import LedgerError, SettingsError
from nnsearch.search.study import Study
from nnsearch.tracking.database import ARTIFACTS, open_client
from nnsearch.tracking.models import ALIAS, export_model, register_champion
from nnsearch.tracking.projection import sync_study
from nnsearch.tracking.winner import example_rows, serve_best

LOAD = """
import json, sys
sys.modules["nnsearch"] = None  # an import of it would fail
import mlflow
model = mlflow.pyfunc.load_model(sys.argv[1])
import pandas as pd
table = pd.DataFrame(json.loads(sys.argv[2]))
print(json.dumps(model.predict(table).to_dict(orient="list")))
"""


@pytest.fixture(scope="module")
def study(finished):
    return Study(finished.study("tiny"))


@pytest.fixture(scope="module")
def folder(study, tmp_path_factory):
    path = tmp_path_factory.mktemp("exported") / "model"
    export_model(study, path)
    return path


def test_plain_mlflow_loads_it_without_nnsearch_and_without_pickle(study, folder, tmp_path):
    network, data = serve_best(study)
    rows = example_rows(data, 20)
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOAD, str(folder), json.dumps(rows)],
        cwd=tmp_path,
        env={**os.environ, "MLFLOW_ALLOW_PICKLE_DESERIALIZATION": "false", "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    expected = network.predict(rows)
    assert found["prediction"] == list(expected["prediction"])
    assert found["probability_1"] == pytest.approx(list(expected["probability_1"]), abs=1e-12)


def test_the_folder_names_no_place_on_this_machine(folder, study):
    for name in ("MLmodel", "conda.yaml", "python_env.yaml", "requirements.txt"):
        text = (folder / name).read_text()
        assert str(study.paths.folder.parent) not in text
        assert "/tmp" not in text
        assert "tracking/served_model" not in text


def test_the_folder_holds_nothing_pickled(folder):
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    assert {"MLmodel", "served_model.py", "network.npz", "input_example.json"} <= names
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".cloudpickle"))]


def test_the_model_has_a_signature(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from mlflow.models import Model

        signature = Model.load(str(folder)).signature
    assert signature.inputs.input_names() == ["x1", "x2"]
    assert signature.outputs.input_names() == ["prediction", "probability_0", "probability_1"]


def test_a_folder_that_holds_something_is_left_alone(study, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SettingsError, match="must be new or empty"):
        export_model(study, tmp_path)
    with pytest.raises(SettingsError, match="must be in a folder that exists"):
        export_model(study, tmp_path / "nowhere" / "model")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_becomes_the_model_and_nothing_is_left_beside_it(study, tmp_path):
    target = tmp_path / "model"
    target.mkdir()
    export_model(study, target)
    assert (target / "MLmodel").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_the_champion_is_registered_once(workspace):
    client = open_client(workspace)
    sync_study(workspace, "tiny", client)
    first = register_champion(workspace, "tiny", client)
    again = register_champion(workspace, "tiny", client)
    assert first.new
    assert not again.new
    assert (again.version, again.trial) == (first.version, first.trial)
    version = client.get_model_version_by_alias("tiny", ALIAS)
    assert str(version.version) == first.version
    run = client.get_run(version.run_id)
    place = workspace.mlruns / ARTIFACTS / run.info.artifact_uri.removeprefix("mlflow-artifacts:/")
    assert (place / "model" / "MLmodel").is_file()


def test_a_rebuilt_study_has_its_champion_beside_its_new_run(workspace):
    client = open_client(workspace)
    sync_study(workspace, "tiny", client)
    register_champion(workspace, "tiny", client)
    sync_study(workspace, "tiny", client, rebuild=True)
    assert register_champion(workspace, "tiny", client).new
    run_id = client.get_model_version_by_alias("tiny", ALIAS).run_id
    assert client.get_run(run_id).info.lifecycle_stage == "active"


def test_a_study_that_mlflow_does_not_have_is_refused(workspace):
    with pytest.raises(LedgerError, match="nnsearch sync tiny"):
        register_champion(workspace, "tiny")
