import pytest

from nnsearch.core.errors import LedgerError
from nnsearch.search.study import Study
from nnsearch.tracking.artifacts import REPORT, artifact_folder, log_report, place_of
from nnsearch.tracking.database import open_client
from nnsearch.tracking.projection import sync_study


def test_the_report_is_written_once_for_the_same_trials(workspace, go_on):
    made = []

    def render(study):
        made.append(study.progress["told"])
        return f"<p>{made[-1]}</p>"

    client = open_client(workspace)
    sync_study(workspace, "tiny", client)
    assert log_report(workspace, "tiny", render)
    assert not log_report(workspace, "tiny", render)
    run_id = place_of(client, Study(workspace.study("tiny"))).run_id
    assert (artifact_folder(workspace, client, run_id) / REPORT).read_text() == "<p>1</p>"
    go_on(workspace, trials=16)
    assert log_report(workspace, "tiny", render)
    assert made == [1, 2]


def test_a_study_without_a_run_has_no_place(workspace):
    with pytest.raises(LedgerError, match="nnsearch sync tiny"):
        log_report(workspace, "tiny", lambda _: "")
