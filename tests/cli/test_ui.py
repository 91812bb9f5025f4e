import pytest

from nnsearch.tracking import ui


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
    assert served == [(workspace, {"port": None, "study": None, "open_browser": True})]


def test_a_study_a_port_and_a_closed_browser_are_passed_on(tiny, served):
    tiny("ui", "tiny", "--port", 5001, "--no-browser")
    assert served[0][1] == {"port": 5001, "study": "tiny", "open_browser": False}
