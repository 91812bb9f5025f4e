import json
import shutil

import pytest

from nnsearch.core.errors import DataError, EnvironmentRefusedError, LedgerError
from nnsearch.tracking import artifacts, database, following, models, projection
from nnsearch.tracking.models import Registration
from nnsearch.tracking.projection import SyncReport


@pytest.fixture
def synced(monkeypatch):
    """Stands in for MLflow; collects what was asked for."""
    calls = []

    def sync_study(workspace, name, *, rebuild, tracking_uri):
        if name == "broken":
            raise LedgerError("journal.log is damaged\nin two lines")
        calls.append((workspace.root, name, rebuild, tracking_uri))
        written = 0 if len(calls) > 1 else 17
        return SyncReport(name, 17, written, 0, 1200 * bool(written), False, 1.5)

    def register_champion(workspace, name, *, tracking_uri):
        return Registration(name, "1", 5, new=len(calls) == 1)

    monkeypatch.setattr(database, "open_client", lambda *_: None)
    monkeypatch.setattr(projection, "sync_study", sync_study)
    monkeypatch.setattr(models, "register_champion", register_champion)
    monkeypatch.setattr(artifacts, "log_report", lambda *_, **__: True)
    return calls


def test_sync_writes_every_study_that_was_started(tiny, workspace, synced):
    (workspace / "studies" / "new.toml").touch()
    result = tiny("sync")
    assert [name for _, name, _, _ in synced] == ["tiny"]
    assert result.out.splitlines() == [
        "tiny: 17 runs, 17 new and 0 changed; 1,200 values of metrics in 1.5 s",
        "tiny: the network of trial #5 is models:/tiny@champion",
    ]


@pytest.fixture
def broken(tiny, workspace):
    """A second study whose record is damaged."""
    shutil.copytree(workspace / "studies/tiny", workspace / "studies/broken")


def test_a_damaged_study_is_named_and_the_others_go_on(tiny, workspace, synced, broken):
    (workspace / "studies" / "no name!.toml").touch()
    result = tiny("sync")
    assert result.code == 3
    assert result.err == "error: broken: journal.log is damaged in two lines\n"
    assert result.out.splitlines()[0].startswith("tiny: 17 runs, 17 new")
    assert [name for _, name, _, _ in synced] == ["tiny"]


def test_json_holds_what_failed(tiny, synced, broken):
    result = tiny("sync", "--json")
    assert result.code == 3
    assert json.loads(result.out)["studies"][0] == {"study": "broken", "error": "journal.log is damaged in two lines"}


def test_a_server_that_refuses_is_told_once_however_many_studies_there_are(tiny, synced, broken, monkeypatch):
    def refuse(*_):
        raise EnvironmentRefusedError("MLflow at http://host failed: no")

    monkeypatch.setattr(database, "open_client", refuse)
    result = tiny("sync", "--tracking-uri", "http://host")
    assert (result.code, result.err) == (3, "error: MLflow at http://host failed: no\n")


def test_sync_again_says_that_there_was_nothing_to_do(tiny, synced):
    tiny("sync", "tiny")
    assert tiny("sync", "tiny").out == "tiny: up to date, 17 runs\n"


def test_rebuild_and_server_are_passed_on(tiny, workspace, synced):
    tiny("sync", "tiny", "--rebuild", "--tracking-uri", "http://host:5000")
    assert synced == [(workspace, "tiny", True, "http://host:5000")]


def test_json_holds_the_reports(tiny, synced):
    (report,) = json.loads(tiny("sync", "--json").out)["studies"]
    assert (report["study"], report["runs"], report["champion"]["version"]) == ("tiny", 17, "1")


def test_a_study_whose_data_is_gone_is_synced_without_its_model(tiny, synced, monkeypatch):
    def refuse(*_, **__):
        raise DataError("there is no file")

    monkeypatch.setattr(models, "register_champion", refuse)
    result = tiny("sync", "tiny")
    assert result.code == 0
    assert "the model was not registered: there is no file" in result.err


def test_sync_without_studies_says_so(cli, synced):
    result = cli("sync")
    assert result.code == 0
    assert "no study has been started" in result.out
    assert synced == []


def test_follow_stays_beside_one_study(tiny, workspace, monkeypatch):
    calls = []
    monkeypatch.setattr(following, "follow", lambda place, name, **more: calls.append((place.root, name, more)))
    assert tiny("sync", "tiny", "--follow").code == 0
    assert calls == [(workspace, "tiny", {"tracking_uri": None})]


@pytest.mark.parametrize("more", ["--json", "--rebuild"])
def test_follow_goes_with_neither_json_nor_rebuild(tiny, more):
    result = tiny("sync", "tiny", "--follow", more)
    assert (result.code, len(result.errors)) == (2, 1)
    assert "no --rebuild and no --json" in result.errors[0]
