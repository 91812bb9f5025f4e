import pytest

from nnsearch.tracking import ui

ASKED = {"port": None, "study": None, "host": None, "allow_remote": False}


@pytest.fixture
def served(monkeypatch):
    """Stands in for the server; collects what was asked for."""
    calls = []

    def serve(workspace, *, on_ready, **asked):
        calls.append((workspace.root, asked))
        on_ready("http://127.0.0.1:5000/#/somewhere")

    monkeypatch.setattr(ui, "serve", serve)
    return calls


def test_the_address_is_all_of_standard_output(tiny, workspace, served):
    result = tiny("ui")
    assert result.code == 0
    assert result.out == "MLflow: http://127.0.0.1:5000/#/somewhere  (Ctrl-C to stop)\n"
    assert served == [(workspace, {**ASKED, "open_browser": True})]


def test_a_study_a_port_and_a_closed_browser_are_passed_on(tiny, served):
    tiny("ui", "tiny", "--port", 5001, "--no-browser")
    assert served[0][1] == {**ASKED, "port": 5001, "study": "tiny", "open_browser": False}


def test_another_address_is_refused_unless_it_is_said_that_others_may_come(tiny, served):
    refused = tiny("ui", "--host", "0.0.0.0")
    assert (refused.code, served) == (2, [])
    assert "unless --allow-remote is given" in refused.errors[0]
    assert "delete every run" in refused.errors[0]
    allowed = tiny("ui", "--host", "0.0.0.0", "--allow-remote")
    assert allowed.code == 0
    assert "warning: MLflow will listen at 0.0.0.0: anyone who can reach it" in allowed.err
    assert (served[0][1]["host"], served[0][1]["allow_remote"]) == ("0.0.0.0", True)


def test_an_address_that_only_this_machine_reaches_is_not_warned_of(tiny, served):
    result = tiny("ui", "--host", "127.0.0.2", "--allow-remote")
    assert (result.code, "warning" in result.err) == (0, False)
