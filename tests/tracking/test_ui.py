from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest

from nnsearch.core.errors import EnvironmentRefusedError, SettingsError
from nnsearch.core.paths import Workspace
from nnsearch.tracking import ui
from nnsearch.tracking.processes import environment
from nnsearch.tracking.projection import sync_study
from nnsearch.tracking.ui import Server, choose_port, is_desktop

SERVE = """
import sys
from nnsearch.core.paths import Workspace
from nnsearch.tracking.ui import serve
serve(Workspace.find(sys.argv[1]), study="tiny", open_browser=False, on_ready=lambda url: print(url, flush=True))
"""
STUBBORN = """
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
print(child.pid, flush=True)
signal.pause()
"""


def status(url: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_the_pages_are_served_to_this_machine_only_and_end_without_a_trace(workspace: Workspace) -> None:
    sync_study(workspace, "tiny")
    command = [sys.executable, "-c", SERVE, str(workspace.root)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        home, _, query = url.partition("/#/")
        family = psutil.Process(process.pid).children(recursive=True)
        listening = [c.laddr.ip for one in family for c in one.net_connections() if c.status == psutil.CONN_LISTEN]
        assert status(home) == 200
        assert status(home, Host="evil.example") == 403
        assert status(home, Host="192.168.0.7:5000") == 403
        assert set(listening) == {"127.0.0.1"}
        assert len(family) <= 2
        assert query.startswith("experiments/1/runs?workflowType=machine_learning&compareRunsMode=CHART")
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
        assert psutil.wait_procs(family, timeout=10)[1] == []


def test_a_port_in_use_is_refused_before_anything_is_started(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(EnvironmentRefusedError, match=f"^port {port} on 127.0.0.1 is in use: choose another"):
            ui.serve(Workspace(tmp_path), port, open_browser=False)
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_nobody_uses_is_taken_as_it_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    assert choose_port(port) == port


def test_without_a_wish_another_port_is_found_when_the_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr(ui, "USUAL_PORT", taken.getsockname()[1])
        assert choose_port() not in (0, taken.getsockname()[1])


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_cannot_be_is_refused(port: int) -> None:
    with pytest.raises(SettingsError, match=r"port must be in \[1, 65535\]"):
        choose_port(port)


def test_a_server_that_ends_by_itself_is_told_with_its_last_words(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", "raise SystemExit('no room')"])
    with (
        Server(workspace, choose_port()) as server,
        pytest.raises(EnvironmentRefusedError, match="has ended: no room"),
    ):
        server.wait_until_ready(threading.Event())


def test_a_server_that_never_answers_is_given_up(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", "import signal; signal.pause()"])
    with Server(workspace, choose_port()) as server, pytest.raises(EnvironmentRefusedError, match="does not answer"):
        server.wait_until_ready(threading.Event(), seconds=0)


def test_waiting_for_a_server_ends_on_request(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", "import signal; signal.pause()"])
    ended = threading.Event()
    ended.set()
    with Server(workspace, choose_port()) as server:
        assert not server.wait_until_ready(ended)


def test_a_server_that_ignores_the_request_to_end_is_killed_with_its_children(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", STUBBORN])
    monkeypatch.setattr(ui, "STOP_SECONDS", 0.1)
    with Server(workspace, choose_port()) as server:
        while not server.log.read_text().endswith("\n"):
            pass
        child = psutil.Process(int(server.log.read_text()))
    assert child.wait(timeout=10) is None or not child.is_running()


def test_a_server_whose_starter_is_gone_ends_with_its_children() -> None:
    code = (
        "import signal, subprocess, sys, threading; from nnsearch.tracking.server import end_group_when_left_alone\n"
        "signal.signal(signal.SIGTERM, lambda *_: None)\n"
        "threading.Thread(target=end_group_when_left_alone, daemon=True).start()\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'])\n"
        "print(child.pid, flush=True); child.wait()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        child = psutil.Process(int(server.stdout.readline()))
        server.stdin.close()
        child.wait(timeout=10)
        assert server.wait(timeout=10) == 0


def test_a_browser_is_opened_only_on_a_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    without = is_desktop()
    monkeypatch.setenv("DISPLAY", ":0")
    assert (without, is_desktop()) == (False, True)


def test_signals_are_given_back_as_they_were() -> None:
    before = signal.getsignal(signal.SIGTERM)
    ended = threading.Event()
    with ui._signals(ended):
        os.kill(os.getpid(), signal.SIGTERM)
    assert ended.is_set()
    assert signal.getsignal(signal.SIGTERM) == before
