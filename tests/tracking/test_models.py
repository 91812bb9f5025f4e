import json
import os
import subprocess
import sys
import warnings

import numpy as np
import pandas as pd
import pytest

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError, SettingsError
from nnsearch.core.paths import Workspace
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Best, Study
from nnsearch.search.study_file import StudySpec
from nnsearch.tracking import models
from nnsearch.tracking.artifacts import artifact_folder
from nnsearch.tracking.database import ARTIFACTS, open_client
from nnsearch.tracking.models import ALIAS, export_model, register_champion
from nnsearch.tracking.projection import sync_study
from nnsearch.tracking.served_model import ServedNetwork
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


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A study of a table with every kind of column, and its workspace."""
    found = Workspace(tmp_path_factory.mktemp("shop"))
    found.studies.mkdir()
    count = np.arange(120)
    table = pd.DataFrame(
        {"age": count % 50, "zone": count % 3 + 1, "member": count % 2 == 0, "size": count / 7, "label": count % 2}
    )
    table.to_parquet(found.studies / "shop.parquet")
    table.to_csv(found.studies / "shop.csv", index=False)
    paths = found.study("shop")
    data = {"source": "shop.parquet", "target": "label", "categorical": ["zone"]}
    training = {"epochs": 2, "learning_rate": {"low": 0.01, "high": 0.02}}
    search = {"trials": 8, "cohort": 8, "policy": "full"}
    spec = {"data": data, "network": {"hidden": [4]}, "training": training, "search": search}
    launch(paths, StudySpec.from_dict(spec, name="shop"), Launch(jobs=1))
    return Study(paths)


@pytest.fixture(scope="module")
def shop_model(shop, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop-model") / "model"
    export_model(shop, folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import mlflow

        return mlflow.pyfunc.load_model(str(folder))


@pytest.mark.parametrize("read", [pd.read_parquet, pd.read_csv], ids=["parquet", "csv"])
def test_a_model_takes_the_very_table_it_was_trained_on(shop, shop_model, read):
    table = read(shop.paths.file.parent / f"shop.{read.__name__.removeprefix('read_')}")
    network, _ = serve_best(shop)
    expected = network.predict(table)
    found = shop_model.predict(table)
    assert list(found["prediction"]) == list(expected["prediction"])
    np.testing.assert_allclose(found["probability_1"], expected["probability_1"], atol=1e-12)
    pd.testing.assert_frame_equal(shop_model.predict(table.convert_dtypes()), found)


def test_a_model_takes_rows_as_its_server_reads_them(shop, shop_model):
    from mlflow.pyfunc.scoring_server import infer_and_parse_data

    table = pd.read_csv(shop.paths.file.parent / "shop.csv").head(5)
    schema = shop_model.metadata.get_input_schema()
    split = json.loads(table.to_json(orient="split"))
    expected = shop_model.predict(table)
    for received in (
        infer_and_parse_data({"dataframe_split": split}, schema),
        infer_and_parse_data({"dataframe_records": table.to_dict(orient="records")}, schema),
    ):
        pd.testing.assert_frame_equal(shop_model.predict(received), expected)


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
    assert (place / f"model-{first.trial}" / "MLmodel").is_file()


def weights_of(client, workspace, version):
    source = client.get_model_version("tiny", version).source
    place = workspace.mlruns / ARTIFACTS / source.removeprefix("mlflow-artifacts:/")
    return ServedNetwork.load(next(place.rglob("network.npz"))).arrays["W1"]


@pytest.fixture
def overtaken(workspace, monkeypatch):
    """A workspace whose champion is registered, and in whose study another trial is best now."""
    client = open_client(workspace)
    sync_study(workspace, "tiny", client)
    first = register_champion(workspace, "tiny", client)
    study = Study(workspace.study("tiny"))
    other = next(int(number) for number in study.progress["best_files"] if int(number) != first.trial)
    monkeypatch.setattr(Study, "best", Best(other, 0.0, {}))
    return workspace, client, first


def test_an_earlier_version_keeps_its_network_when_another_trial_is_best(overtaken):
    workspace, client, first = overtaken
    before = weights_of(client, workspace, first.version)
    second = register_champion(workspace, "tiny", client)
    assert second.new
    assert second.version != first.version
    np.testing.assert_array_equal(weights_of(client, workspace, first.version), before)
    assert not np.array_equal(weights_of(client, workspace, second.version), before)


def test_the_champion_that_is_served_survives_a_registration_that_fails(overtaken, monkeypatch):
    workspace, client, first = overtaken
    before = weights_of(client, workspace, first.version)

    def refuse(*_):
        raise EnvironmentRefusedError("the disk is full")

    monkeypatch.setattr(models, "_build", refuse)
    with pytest.raises(EnvironmentRefusedError):
        register_champion(workspace, "tiny", client)
    assert str(client.get_model_version_by_alias("tiny", ALIAS).version) == first.version
    np.testing.assert_array_equal(weights_of(client, workspace, first.version), before)


def test_what_a_killed_registration_left_is_removed_and_a_whole_model_is_used_again(overtaken):
    workspace, client, first = overtaken
    run_id = client.get_model_version("tiny", first.version).run_id
    folder = artifact_folder(workspace, client, run_id)
    (folder / ".model-9-left" / "model").mkdir(parents=True)
    second = register_champion(workspace, "tiny", client)
    assert sorted(path.name for path in folder.glob("*model*")) == sorted(
        [f"model-{first.trial}", f"model-{second.trial}"]
    )
    written = (folder / f"model-{second.trial}" / "MLmodel").stat().st_mtime_ns
    client.delete_model_version("tiny", second.version)
    assert register_champion(workspace, "tiny", client).new
    assert (folder / f"model-{second.trial}" / "MLmodel").stat().st_mtime_ns == written


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
