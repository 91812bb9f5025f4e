import os
import subprocess
import sys

import uvicorn

from nnsearch.tracking.server import ServerHere, start_here


def test_uvicorn_runs_in_this_process_when_it_is_waited_for(monkeypatch):
    calls = []
    monkeypatch.setattr(uvicorn, "main", lambda **asked: calls.append(asked))
    monkeypatch.setenv("NNSEARCH_TOLD", "no")
    server = start_here([sys.executable, "-m", "uvicorn", "--port", "1", "app"], extra_env={"NNSEARCH_TOLD": "yes"})
    assert isinstance(server, ServerHere)
    assert (calls, server.poll(), os.environ["NNSEARCH_TOLD"]) == ([], None, "yes")
    assert server.wait() == server.poll() == 0
    assert calls == [{"args": ["--port", "1", "app"], "standalone_mode": False}]


def test_any_other_server_is_a_process_of_its_own():
    process = start_here([sys.executable, "-c", "pass"], extra_env={}, capture_output=False)
    assert isinstance(process, subprocess.Popen)
    assert process.wait() == 0
