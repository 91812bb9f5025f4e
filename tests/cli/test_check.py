import json


def files(workspace):
    return sorted(str(path.relative_to(workspace)) for path in workspace.rglob("*"))


def test_check_says_what_the_study_will_do(cli):
    out = cli("check", "tiny").out
    assert "60 train, 20 dev, 20 test examples; 2 features, 2 classes" in out
    assert "16 in 2 cohorts of 8" in out
    assert "1.0e-03 to 0.1" in out
    assert "of training" in out


def test_check_writes_nothing(cli, workspace):
    before = files(workspace)
    assert cli("check", "tiny").code == 0
    assert cli("check", "moons").code == 0  # a shipped study is read where it ships
    assert files(workspace) == before


def test_json_lists_searched_hyperparameters_by_priority(cli):
    facts = json.loads(cli("check", "tiny", "--json").out)
    assert [(row["name"], row["priority"]) for row in facts["searched"]] == [("learning_rate", 1), ("units_1", 2)]
    assert facts["trials"] == 16
    assert facts["data"]["train"] == 60


def test_rounding_up_is_said(cli, workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text.replace("trials = 16", "trials = 9"))
    assert "9 trials are rounded up to 16: 2 whole cohorts of 8" in cli("check", "tiny").out


def test_a_warning_of_the_file_goes_to_standard_error(cli, workspace, tiny_text):
    text = tiny_text.replace("hidden =", 'initializer = "zeros"\nhidden =')
    (workspace / "studies" / "tiny.toml").write_text(text)
    result = cli("check", "tiny", "--json")
    assert result.code == 0
    assert result.err.startswith("warning: network.initializer: ")
    assert json.loads(result.out)["warnings"]


def test_labels_from_data_cannot_speak_to_the_terminal(cli, workspace, tiny_text):
    rows = "".join(f"{index},{'bad' + chr(27) + '[31m' if index % 2 else '[bold]'}\n" for index in range(60))
    (workspace / "studies" / "odd.csv").write_text("x,y\n" + rows)
    text = tiny_text.replace('source = "moons"\nsamples = 100', 'source = "odd.csv"\ntarget = "y"')
    (workspace / "studies" / "tiny.toml").write_text(text)
    result = cli("check", "tiny")
    assert result.code == 0
    assert chr(27) not in result.out
    assert "[bold] 50.0 %" in result.out


def test_gradients_are_checked_on_networks_of_the_study(cli):
    result = cli("check", "tiny", "--gradients")
    assert result.code == 0
    assert "good" in result.out
    assert "worst component" in result.out
    facts = json.loads(cli("check", "tiny", "--gradients", "--json").out)
    assert all(check["difference"] < 1e-7 for network in facts["networks"] for check in network["checks"])


def test_what_a_slow_sampler_costs_is_said(cli, workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text.replace('"random"', '"gp"'))
    (line,) = [line for line in cli("check", "tiny").out.splitlines() if line.startswith("sampler")]
    assert line.split(maxsplit=1)[1].startswith("gp, seed 0; fits a Gaussian process for each cohort, which takes")
