import numpy as np
import pytest

from nnsearch.core.errors import DataError
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.tracking.rows import predict_rows
from nnsearch.tracking.served_model import ServedNetwork

SPEC = DataSpec("moons", samples=100)


@pytest.fixture
def network():
    data = load_data(SPEC)
    weights = {"W1": np.ones((1, 2), np.float32), "b1": np.zeros((1, 1), np.float32)}
    about = {
        "columns": [
            {"name": name, "kind": "number", "fill": None, "indicator": False, "words": []} for name in data.features
        ],
        "activations": [],
        "output": "sigmoid",
        "classes": list(data.classes),
        "target_mean": 0.0,
        "target_scale": 1.0,
    }
    return ServedNetwork({**weights, "mean": data.mean, "scale": data.scale}, about), data


def test_rows_of_a_source_get_the_predictions_of_the_served_model(network, tmp_path):
    served, data = network
    (tmp_path / "rows.csv").write_text("x1,x2\n0.5,0.1\n-0.5,1.1\n")
    ours = predict_rows(served, str(tmp_path / "rows.csv"), data, SPEC)
    theirs = served.predict({"x1": ["0.5", "-0.5"], "x2": ["0.1", "1.1"]})
    assert {name: values.tolist() for name, values in ours.items()} == {k: v.tolist() for k, v in theirs.items()}


def test_a_source_without_rows_is_refused(network, tmp_path):
    served, data = network
    (tmp_path / "rows.csv").write_text("x1,x2\n")
    with pytest.raises(DataError, match="must hold at least one row to predict"):
        predict_rows(served, str(tmp_path / "rows.csv"), data, SPEC)
