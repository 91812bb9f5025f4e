import json

import pytest

from nnsearch.tracking import follower, projection
from nnsearch.tracking.projection import SyncReport


@pytest.fixture
def synced(monkeypatch):
    """Stands in for MLflow; collects what was asked for."""
    calls = []

    def sync_study(workspace, name, *, rebuild, tracking_uri):
        calls.append((workspace.root, name, rebuild, tracking_uri))
        written = 0 if len(calls) > 1 else 17
        return SyncReport(name, 17, written, 0, 1200 * bool(written), False, 1.5)

    monkeypatch.setattr(projection, "sync_study", sync_study)
    return calls


def test_sync_writes_every_study_that_was_started(tiny, workspace, synced):
    (workspace / "studies" / "new.toml").touch()
    result = tiny("sync")
    assert [name for _, name, _, _ in synced] == ["tiny"]
    assert result.out == "tiny: 17 runs, 17 new and 0 changed; 1,200 values of metrics in 1.5 s\n"


def test_sync_again_says_that_there_was_nothing_to_do(tiny, synced):
    tiny("sync", "tiny")
    assert tiny("sync", "tiny").out == "tiny: up to date, 17 runs\n"


def test_rebuild_and_server_are_passed_on(tiny, workspace, synced):
    tiny("sync", "tiny", "--rebuild", "--tracking-uri", "http://host:5000")
    assert synced == [(workspace, "tiny", True, "http://host:5000")]


def test_json_holds_the_reports(tiny, synced):
    (report,) = json.loads(tiny("sync", "--json").out)["studies"]
    assert (report["study"], report["runs"]) == ("tiny", 17)


def test_sync_without_studies_says_so(cli, synced):
    result = cli("sync")
    assert result.code == 0
    assert "no study has been started" in result.out
    assert synced == []


def test_follow_stays_beside_one_study(tiny, workspace, monkeypatch):
    calls = []
    monkeypatch.setattr(follower, "follow", lambda place, name, **more: calls.append((place.root, name, more)))
    assert tiny("sync", "tiny", "--follow").code == 0
    assert calls == [(workspace, "tiny", {"tracking_uri": None})]
