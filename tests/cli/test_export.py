import json


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
