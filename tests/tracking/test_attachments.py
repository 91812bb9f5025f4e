from nnsearch.tracking.attachments import FILES_TAG, data_profile, log_data, log_files, machine_tags, study_files
from nnsearch.tracking.runs import KnownRun

META = {
    "name": "made",
    "text": "[data]\n",
    "machine": {"python": "3.11.7", "system": "Linux", "blas": [], "packages": {"numpy": "2.4.6", "optuna": None}},
    "data": {
        "name": "moons",
        "task": "regression",
        "fingerprint": "abc",
        "train": 6,
        "dev": 2,
        "test": 2,
        "features": 3,
    },
}


class Recorder:
    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        return lambda *args, **more: self.calls.append(name)


def test_a_study_that_recorded_less_has_fewer_tags():
    assert machine_tags({"machine": {"blas": []}}) == {}
    assert set(machine_tags(META)) == {"nnsearch.python", "nnsearch.system", "nnsearch.numpy"}


def test_the_versions_are_constraints_that_pip_takes():
    assert study_files(META)["versions.txt"] == "# Python 3.11.7 on Linux\nnumpy==2.4.6\n"


def test_a_profile_counts_all_rows_and_names_a_hundred_classes_at_most():
    assert data_profile(META["data"])["num_rows"] == 10
    profile = data_profile({**META["data"], "classes": [str(number) for number in range(500)]})
    assert (profile["num_classes"], len(profile["classes"])) == (500, 100)


def test_what_is_there_is_not_written_again(tmp_path):
    client, run = Recorder(), KnownRun("id", "made", artifact_uri="mlflow-artifacts:/moons/id/artifacts")
    assert log_data(client, run, META)
    assert log_files(client, run, META, tmp_path)
    assert client.calls == ["log_inputs", "set_tag"]
    assert (tmp_path / "moons/id/artifacts/study.toml").read_text() == "[data]\n"
    assert not log_data(client, run, META)
    assert not log_files(client, KnownRun("id", "made", tags={FILES_TAG: run.tags[FILES_TAG]}), META, tmp_path)
    assert client.calls == ["log_inputs", "set_tag"]


def test_another_server_is_sent_the_files():
    client = Recorder()
    assert log_files(client, KnownRun("id", "made"), META, None)
    assert client.calls == ["log_text", "log_text", "set_tag"]
