"""MLflow's pages for a workspace, served to this machine unless told otherwise, and ended without leaving a process."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from nnsearch.core.errors import EnvironmentRefusedError, SettingsError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import read_owner
from nnsearch.tracking.charts import share_view
from nnsearch.tracking.database import ARTIFACTS, ENVIRONMENT, database_uri, one_line_errors, open_client
from nnsearch.tracking.hosts import EVERYWHERE, LOOPBACK, check_host, names_of, with_port
from nnsearch.tracking.links import find_study, home_url, study_url
from nnsearch.tracking.processes import environment, python_module
from nnsearch.tracking.projection import follower_lock

USUAL_PORT = 5000
START_SECONDS = 60.0
"""How long the server may take to answer; it usually takes 5 to 10 seconds."""
FIRST_RUN_SECONDS = 20.0
"""How long a study that is being run may take to reach MLflow; that usually takes 3 to 5 seconds."""
STOP_SECONDS = 5.0
"""How long it may take to end when asked, before it is killed."""
LOOK = 0.1


def serve(
    workspace: Workspace,
    port: int | None = None,
    open_browser: bool = True,
    *,
    study: str | None = None,
    host: str | None = None,
    allow_remote: bool = False,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve MLflow's pages until Ctrl-C, a request to end or a closed terminal.

    Args:
        workspace: whose experiments to show.
        port: to listen on; by default 5000 or, if that is taken, any free one.
        open_browser: whether to open the address where there is a desktop and a terminal.
        study: whose learning curves the address shows; by default the newest study's.
        host: address or name of this machine to listen at; by default 127.0.0.1 or, for others, all there are.
        allow_remote: whether other machines may be answered: whoever can reach this one then rules over all runs.
        on_ready: takes the address once the server answers; by default it is printed.

    Raises:
        EnvironmentRefusedError: if the port is taken, the server does not start or ends by itself, or MLflow has no run
            of the study.
        SettingsError: if there can be no such port or host, or other machines could reach it and may not.
        StudyNameError: if the study's name is not allowed.
    """
    name = workspace.study(study).name if study else None
    listened = check_host(host, allow_remote=allow_remote)
    names = names_of(listened, host)
    ended = threading.Event()

    def serve_at(chosen: int) -> None:
        with Server(workspace, chosen, listened, names) as server:
            address = _address(workspace, name, ended)
            if not server.wait_until_ready(ended):
                return
            url = address(chosen).replace(LOOPBACK, names[0], 1)
            (on_ready or print)(url)
            if open_browser and is_desktop():
                import webbrowser

                webbrowser.open(url)
            while not ended.wait(LOOK):
                server.check()

    chosen = choose_port(port, listened)
    with _signals(ended):
        try:
            serve_at(chosen)
        except _PortLostError:
            if port is not None:
                raise
            serve_at(_bind(listened, 0))


def _address(workspace: Workspace, study: str | None, ended: threading.Event) -> Callable[[int], str]:
    client = open_client(workspace)
    limit = time.monotonic() + FIRST_RUN_SECONDS
    with one_line_errors(database_uri(workspace)):
        while True:
            to_come = study is not None and _is_on_its_way(workspace.study(study))  # looked at first: it may end now
            place = find_study(client, study)
            if place is not None or study is None:
                break
            if not to_come or time.monotonic() >= limit:
                raise EnvironmentRefusedError(f"MLflow has no run of {study} yet: nnsearch sync {study}")
            if ended.wait(LOOK):
                break  # nobody will be told
        if place is None:
            return home_url
        view = share_view(client, place)
        return lambda port: study_url(port, place, view)


def _is_on_its_way(paths: StudyPaths) -> bool:
    """Whether a study is being run, or written to MLflow."""
    return any(read_owner(lock) is not None for lock in (paths.lock, follower_lock(paths)))


def choose_port(port: int | None = None, host: str = LOOPBACK) -> int:
    """Return a port that is free now.

    Args:
        port: the one to take; by default 5000 or, if that is taken, any.
        host: IPv4 address of this machine to listen at.

    Raises:
        EnvironmentRefusedError: if it is taken, or may not be opened.
        SettingsError: if it is not in [1, 65535].
    """
    if port is not None and not 1 <= port <= 65535:
        raise SettingsError(f"port must be in [1, 65535], got {port}")
    if port is None:
        with contextlib.suppress(OSError):
            return _bind(host, USUAL_PORT)
    try:
        return _bind(host, port or 0)
    except OSError as error:
        why = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be opened ({error.strerror})"
        fix = "choose another with --port, or leave it out" if port is not None else "choose another --host"
        raise EnvironmentRefusedError(f"port {port or 'of any number'} on {host} {why}: {fix}") from error


def _bind(host: str, port: int) -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # ports of ended connections are free
        probe.bind((host, port))
        return int(probe.getsockname()[1])


def _is_taken(host: str, port: int) -> bool:
    try:
        _bind(host, port)
    except OSError:
        return True
    return False


def is_desktop() -> bool:
    """Whether there is a screen to open a browser on, and a person at the terminal."""
    return has_screen() and sys.stdout.isatty()


def has_screen() -> bool:
    """Whether there is a screen to open a browser on."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class _PortLostError(EnvironmentRefusedError):
    """Somebody else took the port after it was chosen and before the server had it."""


class Server:
    """MLflow's server for a workspace, as a process group of its own; a context.

    Args:
        workspace: whose experiments to show.
        port: free.
        host: IPv4 address of this machine to listen at.
        names: what requests may call it; by default what this machine calls that address.
    """

    def __init__(self, workspace: Workspace, port: int, host: str = LOOPBACK, names: Sequence[str] = ()) -> None:
        self.workspace, self.port, self.host = workspace, port, host
        self._names = list(names) or names_of(host)
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

    @property
    def log(self) -> Path:
        """Where the server writes what it does."""
        return self.workspace.mlruns / "server.log"

    def __enter__(self) -> Self:
        """Start it.

        Raises:
            EnvironmentRefusedError: if the disk or the machine refuses.
        """
        open_client(self.workspace)  # the database is there before two processes could both want to make it
        try:
            with self.log.open("wb") as log:
                self._process = subprocess.Popen(
                    self._command(),
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    env=environment(**ENVIRONMENT),
                    start_new_session=True,
                )
        except OSError as error:
            raise EnvironmentRefusedError(f"MLflow's server cannot be started: {error}") from error
        return self

    def _command(self) -> list[str]:
        names = with_port(self._names, self.port)
        allowed, origins = ",".join(names), ",".join(f"http://{name}" for name in names)
        return [
            *python_module("nnsearch.tracking.server", "server"),
            *("--host", self.host, "--port", str(self.port), "--workers", "1"),
            *("--allowed-hosts", allowed, "--cors-allowed-origins", origins),
            *("--backend-store-uri", database_uri(self.workspace)),
            *("--artifacts-destination", str(self.workspace.mlruns / ARTIFACTS)),
        ]

    def wait_until_ready(self, ended: threading.Event, seconds: float = START_SECONDS) -> bool:
        """Wait until the server answers.

        Args:
            ended: stops the waiting when set.
            seconds: how long it may take.

        Returns:
            Whether it answers; ``False`` if the waiting was stopped.

        Raises:
            EnvironmentRefusedError: if the server ends or takes too long.
        """
        limit = time.monotonic() + seconds
        while not self._answers():
            self.check()
            if ended.wait(LOOK):
                return False
            if time.monotonic() > limit:
                raise EnvironmentRefusedError(f"MLflow's server does not answer after {seconds:g} s: see {self.log}")
        self._ready = True
        return True

    def _answers(self) -> bool:
        if not self._listens():
            return False
        # Proxies are for other machines than this one.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        asked = LOOPBACK if self.host == EVERYWHERE else self.host
        try:
            with opener.open(f"http://{asked}:{self.port}/health", timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _listens(self) -> bool:
        """Whether it is this server that has the port: somebody else may have taken it while this one started."""
        if self._process is None:
            return False
        with contextlib.suppress(psutil.Error):  # it, or a process it started, has just ended
            leader = psutil.Process(self._process.pid)
            family = [leader, *leader.children(recursive=True)]
            sockets = [found for process in family for found in process.net_connections("inet4")]
            return any(found.status == psutil.CONN_LISTEN and found.laddr.port == self.port for found in sockets)
        return False

    def check(self) -> None:
        """Notice if the server has ended by itself.

        Raises:
            EnvironmentRefusedError: with the last line of its log.
        """
        if self._process is None or self._process.poll() is None:
            return
        lines = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines() or ["no message"]
        message = f"MLflow's server has ended: {lines[-1]} (see {self.log})"
        if not self._ready and _is_taken(self.host, self.port):
            raise _PortLostError(message)
        raise EnvironmentRefusedError(message)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ask the group to end, then kill what is left of it: at once if it has not served anything yet."""
        process, self._process = self._process, None
        if process is None:
            return
        limit = time.monotonic() + (STOP_SECONDS if self._ready else 0.0)
        _signal_group(process.pid, signal.SIGTERM)
        while _group_exists(process) and time.monotonic() < limit:
            time.sleep(LOOK / 2)
        _signal_group(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdin is not None:
            process.stdin.close()


def _signal_group(group: int, number: signal.Signals | int) -> bool:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True


def _group_exists(leader: subprocess.Popen[bytes]) -> bool:
    leader.poll()  # a leader that is not collected would count as a member
    return _signal_group(leader.pid, 0)


@contextlib.contextmanager
def _signals(ended: threading.Event) -> Iterator[None]:
    """Let the signals that mean "end" set an event; elsewhere than in the main thread they cannot be caught.

    One that is ignored from the start, as nohup has it for a closed terminal, stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    taken = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, lambda *_: ended.set()) for number in taken}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
