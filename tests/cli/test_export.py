import json
import sys

import numpy as np
import onnxruntime


def test_the_model_is_written_and_how_to_load_it_is_said(tiny, workspace):
    result = tiny("export", "tiny", "model")
    assert result.code == 0
    assert f"mlflow.pyfunc.load_model('{workspace / 'model'}')" in result.out
    assert (workspace / "model" / "MLmodel").is_file()


def test_json_holds_the_place_and_the_trial(tiny, workspace):
    facts = json.loads(tiny("export", "tiny", "model", "--json").out)
    assert facts["model"] == str(workspace / "model")
    assert isinstance(facts["trial"], int)


def test_a_folder_that_holds_something_is_refused(tiny):
    result = tiny("export", "tiny", "studies")
    assert result.code == 2
    assert "must be new or empty" in result.errors[0]


def test_in_a_process_of_its_own_mlflow_says_nothing(tiny, spawn):
    result = spawn("export", "tiny", "model")
    assert result.code == 0
    assert result.err == ""


def test_an_onnx_model_predicts_as_predict_does(tiny, workspace):
    result = tiny("export", "tiny", "model", "--onnx")
    assert result.code == 0
    assert "input numbers: 2 columns of float64: x1, x2" in result.out
    (workspace / "rows.csv").write_text("x1,x2\n0.5,-0.25\n-1.0,1.5\n")
    columns = json.loads(tiny("predict", "tiny", "rows.csv", "--json").out)["columns"]
    session = onnxruntime.InferenceSession(workspace / "model" / "model.onnx")
    label, probabilities = session.run(None, {"numbers": np.array([[0.5, -0.25], [-1.0, 1.5]])})
    assert list(label) == columns["prediction"]
    np.testing.assert_allclose(probabilities[:, 1], columns["probability_1"], atol=1e-5)


def test_onnx_as_json_holds_the_inputs(tiny, workspace):
    facts = json.loads(tiny("export", "tiny", "model", "--onnx", "--json").out)
    assert facts["inputs"] == {"numbers": ["x1", "x2"]}
    assert facts["model"] == str(workspace / "model" / "model.onnx")


def test_without_the_package_onnx_nothing_is_left_behind(tiny, workspace, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    result = tiny("export", "tiny", "model", "--onnx")
    assert result.code == 3
    (line,) = result.errors
    assert "pip install onnx" in line
    assert [path.name for path in workspace.iterdir()] == ["studies"]
