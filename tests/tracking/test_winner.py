from dataclasses import asdict
from types import SimpleNamespace

import numpy as np
import pytest

from nnsearch.core.paths import Workspace
from nnsearch.data.preprocessing import Coding
from nnsearch.data.rows import read_rows
from nnsearch.data.spec import DataSpec
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec
from nnsearch.tracking.served_model import encode_column
from nnsearch.tracking.winner import example_rows, serve_best

TABLES = {
    "digits": {
        "data": {"source": "digits"},
        "network": {"hidden": [12, 8], "activation": "tanh", "batch_norm": True},
    },
    "regression": {"data": {"source": "diabetes"}, "network": {"hidden": [6], "activation": "leaky_relu"}},
    "relu-output": {"data": {"source": "diabetes"}, "network": {"hidden": [6], "output": "relu"}},
    "logistic": {"data": {"source": "breast-cancer"}, "network": {"hidden": []}},
    "sigmoid": {"data": {"source": "moons"}, "network": {"hidden": [5], "activation": "sigmoid"}},
}
REST = {
    "training": {"epochs": 3, "learning_rate": {"low": 0.01, "high": 0.02}},
    "search": {"trials": 8, "cohort": 8, "policy": "full"},
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    found = Workspace(tmp_path_factory.mktemp("winners"))
    found.studies.mkdir()
    return found


def run(workspace, name, table):
    paths = workspace.study(name)
    launch(paths, StudySpec.from_dict({**REST, **table}, name=name), Launch(jobs=1))
    return Study(paths)


@pytest.mark.parametrize("name", TABLES)
def test_the_served_network_has_the_objective_of_its_trial(workspace, name):
    study = run(workspace, name, TABLES[name])
    network, data = serve_best(study)
    raw = data.dev.X.astype(np.float64) * data.scale + data.mean
    outputs = network.outputs(raw)
    if data.task == "classification":
        assert float((outputs.argmax(axis=1) != data.dev.y).mean()) == pytest.approx(study.best.value, abs=1e-12)
    else:
        assert np.sqrt(np.mean((outputs[:, 0] - data.dev.y) ** 2)) == pytest.approx(study.best.value, rel=1e-5)


def test_columns_of_every_kind_are_prepared_as_they_were_in_training(workspace):
    rows = [
        f"{index / 7},{('red', 'blue', 'green', '')[index % 4]},{('yes', 'no')[index % 2]},{int(index % 3 == 0)}"
        for index in range(120)
    ]
    (workspace.studies / "colors.csv").write_text("\n".join(["size,color,sold,label", *rows]) + "\n")
    data = {"source": "colors.csv", "target": "label", "missing": "indicator", "categorical": ["color"]}
    study = run(workspace, "colors", {"data": data, "network": {"hidden": []}})
    network, loaded = serve_best(study)
    assert network.columns == ["size", "color", "sold"]
    example = example_rows(loaded)
    assert set(example["sold"]) <= {"yes", "no"}
    cells = {"size": [1.5, 2.0], "color": ["green", ""], "sold": ["yes", "no"]}
    (workspace.root / "rows.csv").write_text("size,color,sold\n1.5,green,yes\n2.0,,no\n")
    (block,) = read_rows(str(workspace.root / "rows.csv"), loaded, DataSpec("colors.csv"))
    np.testing.assert_array_equal(network.inputs(cells), block.features)
    assert len(network.predict(example)["prediction"]) == 3


@pytest.mark.parametrize("indicator", [True, False])
def test_a_category_that_training_saw_no_level_of_has_an_example_that_is_taken(indicator):
    codings = (Coding("size"), Coding("color", "category", indicator=indicator))
    X = np.zeros((2, 1 + indicator), np.float32)
    data = SimpleNamespace(
        dev=SimpleNamespace(X=X),
        mean=np.zeros(X.shape[1]),
        scale=np.ones(X.shape[1]),
        preprocessing=SimpleNamespace(codings=codings),
    )
    example = example_rows(data)
    assert encode_column(asdict(codings[1]), example["color"]).shape == (2, int(indicator))
