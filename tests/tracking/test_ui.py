from __future__ import annotations

import http.server
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from nnsearch.core.errors import EnvironmentRefusedError, SettingsError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import StudyLock
from nnsearch.tracking import ui
from nnsearch.tracking.processes import environment
from nnsearch.tracking.projection import follower_lock, sync_study
from nnsearch.tracking.ui import Server, choose_port, is_desktop

SERVE = """
import sys
from nnsearch.core.paths import Workspace
from nnsearch.tracking.ui import serve
serve(Workspace.find(sys.argv[1]), study="tiny", open_browser=False, on_ready=lambda url: print(url, flush=True))
"""
STAND_IN = """
import http.server, signal, subprocess, sys, threading
from nnsearch.tracking.server import end_group_when_left_alone
class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
signal.signal(signal.SIGTERM, lambda *_: None)
threading.Thread(target=end_group_when_left_alone, daemon=True).start()
child = subprocess.Popen([sys.executable, "-S", "-c", "import signal; signal.pause()"])
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Healthy)
threading.Thread(target=server.serve_forever, daemon=True).start()
child.wait()
"""
SERVE_STAND_IN = f"""
import sys
from nnsearch.core.paths import Workspace
from nnsearch.tracking import server, ui
ui.open_client = lambda *_: None
ui._address = lambda *_: ui.home_url
ui.Server._command = lambda self: [sys.executable, "-c", {STAND_IN!r}, str(self.port)]
ui.serve(Workspace.find(sys.argv[1]), open_browser=False, on_ready=lambda url: print(url, flush=True))
"""
STUBBORN = """
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
print(child.pid, flush=True)
signal.pause()
"""


class Healthy(http.server.BaseHTTPRequestHandler):
    """Answers whatever is asked that all is well."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()


JSON = {"Content-Type": "application/json"}


def status(url: str, body: bytes | None = None, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as response:
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
        api = home + "/api/2.0/mlflow/experiments/create"
        assert status(api, b'{"name": "a"}', Origin="http://evil.example", **JSON) == 403
        assert status(api, b'{"name": "b"}', Origin=home, **JSON) == 200
        assert status(api, b'{"name": "c"}', **JSON) == 200
        assert set(listening) == {"127.0.0.1"}
        assert len(family) == 1
        assert query.startswith("experiments/1/runs?workflowType=machine_learning&compareRunsMode=CHART")
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
        assert psutil.wait_procs(family, timeout=10)[1] == []


@pytest.fixture
def _hangups_matter() -> Iterator[None]:
    """Let processes be ended by a hangup, even if these tests run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("_hangups_matter")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_however_it_is_ended_no_process_is_left(workspace: Workspace, number: signal.Signals) -> None:
    command = [sys.executable, "-c", SERVE_STAND_IN, str(workspace.root)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, process_group=0) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"http://127.0.0.1:")
        family = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(number)
        assert process.wait() == (-9 if number == signal.SIGKILL else 0)
        assert len(family) == 2
        assert psutil.wait_procs(family, timeout=20)[1] == []


@pytest.mark.usefixtures("_hangups_matter")
@pytest.mark.skipif(shutil.which("setsid") is None, reason="gives a process a terminal to be closed")
def test_a_closed_terminal_ends_it(workspace: Workspace) -> None:
    terminal, inside = pty.openpty()
    command = [sys.executable, "-c", SERVE_STAND_IN, str(workspace.root)]
    # setsid --ctty makes the terminal its controlling one, so that closing it hangs up.
    line = ["setsid", "--ctty", *command]
    with subprocess.Popen(line, env=environment(), stdin=inside, stdout=inside, stderr=inside) as process:
        os.close(inside)
        assert b"http://127.0.0.1:" in os.read(terminal, 1 << 10)
        family = psutil.Process(process.pid).children(recursive=True)
        os.close(terminal)
        process.wait(20)
        assert len(family) >= 2
        assert psutil.wait_procs(family, timeout=20)[1] == []


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


def test_a_stranger_that_took_the_port_meanwhile_is_not_taken_for_the_server(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", "import signal; signal.pause()"])
    with http.server.HTTPServer(("127.0.0.1", 0), Healthy) as stranger:
        threading.Thread(target=stranger.serve_forever, daemon=True).start()
        port = stranger.server_address[1]
        assert status(f"http://127.0.0.1:{port}/health") == 200
        with Server(workspace, port) as server, pytest.raises(EnvironmentRefusedError, match="does not answer"):
            server.wait_until_ready(threading.Event(), seconds=0)
        stranger.shutdown()


@pytest.mark.parametrize("wish", [False, True])
def test_of_two_that_chose_one_port_at_once_the_slower_takes_another_unless_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, wish: bool
) -> None:
    served: list[str] = []

    def ready(url: str) -> None:
        served.append(url)
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(ui, "_address", lambda *_: ui.home_url)
    monkeypatch.setattr(Server, "_command", lambda self: [sys.executable, "-c", STAND_IN, str(self.port)])
    with http.server.HTTPServer(("127.0.0.1", 0), Healthy) as faster:
        port = faster.server_address[1]
        monkeypatch.setattr(ui, "choose_port", lambda *_: port)
        if wish:
            with pytest.raises(EnvironmentRefusedError, match="Address already in use"):
                ui.serve(workspace, port, open_browser=False, on_ready=ready)
        else:
            ui.serve(workspace, open_browser=False, on_ready=ready)
    assert len(served) == (0 if wish else 1)
    assert not any(f":{port}" in url for url in served)


def test_a_study_that_mlflow_does_not_have_is_refused_with_the_command_that_writes_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", "import signal; signal.pause()"])
    with pytest.raises(EnvironmentRefusedError, match=r"^MLflow has no run of tiny yet: nnsearch sync tiny$"):
        ui.serve(workspace, study="tiny", open_browser=False)


@pytest.mark.parametrize("lock", [lambda paths: paths.lock, follower_lock], ids=["run", "written"])
def test_a_study_that_is_on_its_way_is_waited_for_until_mlflow_has_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, lock: Callable[[StudyPaths], Path]
) -> None:
    answers = iter([None, None, "its place"])
    monkeypatch.setattr(ui, "find_study", lambda *_: next(answers))
    monkeypatch.setattr(ui, "share_view", lambda _, place: f"a view of {place}")
    monkeypatch.setattr(ui, "study_url", lambda port, _, view: f"{view} at {port}")
    paths = workspace.study("tiny")
    paths.folder.mkdir(parents=True, exist_ok=True)
    with StudyLock(lock(paths)):
        assert ui._address(workspace, "tiny", threading.Event())(80) == "a view of its place at 80"


def test_a_study_that_is_being_run_is_not_waited_for_for_ever(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()
    ended.set()
    paths = workspace.study("tiny")
    paths.folder.mkdir(parents=True, exist_ok=True)
    with StudyLock(paths.lock):
        assert ui._address(workspace, "tiny", ended) is ui.home_url
        monkeypatch.setattr(ui, "FIRST_RUN_SECONDS", 0.0)
        with pytest.raises(EnvironmentRefusedError, match="MLflow has no run of tiny yet"):
            ui._address(workspace, "tiny", threading.Event())


def test_a_server_that_has_not_begun_to_serve_is_not_waited_for(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "_command", lambda _: [sys.executable, "-c", STUBBORN])
    with Server(workspace, choose_port()) as server:
        while not server.log.read_text().endswith("\n"):
            pass
        child = psutil.Process(int(server.log.read_text()))
        monkeypatch.setattr(ui.time, "sleep", lambda _: pytest.fail("it was waited for"))
    assert child.wait(timeout=10) is None or not child.is_running()


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
        server._ready = True
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


def test_a_hangup_that_is_ignored_from_the_start_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup leaves it
    try:
        ended = threading.Event()
        with ui._signals(ended):
            os.kill(os.getpid(), signal.SIGHUP)
            assert not ended.is_set()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_signals_are_given_back_as_they_were() -> None:
    before = signal.getsignal(signal.SIGTERM)
    ended = threading.Event()
    with ui._signals(ended):
        os.kill(os.getpid(), signal.SIGTERM)
    assert ended.is_set()
    assert signal.getsignal(signal.SIGTERM) == before
