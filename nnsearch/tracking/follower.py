"""The process that keeps MLflow up to date beside a running study, as the run sees it.

It has a process of its own, at low priority: MLflow missing, slow or broken never stops or slows a search. One that
dies is started again.
"""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.tracking.addresses import address_variable
from nnsearch.tracking.processes import environment, python_module, step_back

RESTARTS = 5
"""Deaths in a row after which a follower is given up."""
RESTART_PAUSE = 1.0
"""Seconds before it is started again; they double."""
HEALTHY = 30.0
"""Seconds of life after which earlier deaths are forgotten."""
BUG = 1
"""Exit code of an error nobody expected. Others say that MLflow or the ledger refused: it has tried again itself."""
LONGEST_LOG = 1 << 20


def log_path(paths: StudyPaths) -> Path:
    """Return where a study's follower writes what it did."""
    return paths.folder / "sync.log"


class Follower:
    """A follower that was started here, and is started again when it dies.

    Args:
        paths: the study's places.
        spawn: starts its process; ``None`` if that has failed.
        reason: why it has.
        restarts: how often in a row it is started again.
        pause: seconds before the first time; they double.
    """

    def __init__(
        self,
        paths: StudyPaths,
        spawn: Callable[[], subprocess.Popen[bytes]] | None,
        reason: str = "",
        *,
        restarts: int = RESTARTS,
        pause: float = RESTART_PAUSE,
    ) -> None:
        self._paths, self._spawn, self._reason = paths, spawn, reason
        self._restarts, self._pause = restarts, pause
        self._process: subprocess.Popen[bytes] | None = None
        self._log_start = 0
        self._over = threading.Event()
        if spawn is None:
            self._over.set()
            return
        try:
            process = self._start(spawn)
        except OSError as error:
            self._reason = f"the follower of {paths.name} cannot be started: {error.strerror or error}"
            self._over.set()
            return
        threading.Thread(target=self._stand_by, args=(spawn, process), daemon=True).start()

    def _start(self, spawn: Callable[[], subprocess.Popen[bytes]]) -> subprocess.Popen[bytes]:
        log_start = _begin_log(log_path(self._paths))
        process = spawn()
        self._process, self._log_start = process, log_start
        return process

    def _stand_by(self, spawn: Callable[[], subprocess.Popen[bytes]], process: subprocess.Popen[bytes]) -> None:
        deaths = 0
        while True:
            began = time.monotonic()
            code = process.wait()
            if code != BUG and code >= 0:  # it has caught up, or has said why it cannot
                break
            deaths = 1 if time.monotonic() - began > HEALTHY else deaths + 1
            if deaths > self._restarts:
                break
            time.sleep(self._pause * 2 ** (deaths - 1))
            try:
                process = self._start(spawn)
            except OSError:
                break  # what the last one said is told
        self._over.set()

    @property
    def pid(self) -> int | None:
        """Its process id, also after its end."""
        return self._process.pid if self._process else None

    @property
    def alive(self) -> bool:
        """Whether it is still at it, or about to be again."""
        return not self._over.is_set()

    @property
    def problem(self) -> str | None:
        """Why MLflow is not up to date, in one line; ``None`` while it runs and after success."""
        if self._process is None:
            return self._reason
        if self.alive or self._process.returncode == 0:
            return None
        code = self._process.returncode
        if code < 0:  # killed in the middle: its last line is of something else
            return f"the follower of {self._paths.name} was killed by {_signal_name(-code)}"
        last = _last_line(log_path(self._paths), self._log_start)
        return last.removeprefix("error: ") or f"the follower of {self._paths.name} ended with {code}"

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for it to catch up and end.

        Args:
            timeout: seconds; ``None`` waits as long as it takes.

        Returns:
            Whether it has ended.
        """
        return self._over.wait(timeout)


def start_follower(
    workspace: Workspace,
    name: str,
    *,
    tracking_uri: str | None = None,
    command: Sequence[str] | None = None,
    restarts: int = RESTARTS,
    pause: float = RESTART_PAUSE,
) -> Follower:
    """Start a follower as a process of its own, and return at once.

    It survives this process and the closing of its terminal. If one is at it already, the new one ends at once.

    Args:
        workspace: where the study is.
        name: of the study; it must have been started.
        tracking_uri: another tracking server's address.
        command: what to run; by default ``nnsearch sync NAME --follow``.
        restarts: how often in a row it is started again if it dies, as long as this process lives.
        pause: seconds before the first time; they double.

    Returns:
        The follower. A failure to start it is told by :attr:`Follower.problem`, not raised: the search goes on.

    Raises:
        StudyNameError: if the name is not allowed.
    """
    paths = workspace.study(name)
    line = list(command or python_module("nnsearch", "sync", paths.name, "--follow"))
    if command is None:
        line += ["--workspace", str(workspace.root)]
    single = environment(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", **address_variable(tracking_uri))

    def spawn() -> subprocess.Popen[bytes]:
        with log_path(paths).open("ab") as log:
            process = subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=single, start_new_session=True
            )
        step_back(process.pid)
        return process

    return Follower(paths, spawn, restarts=restarts, pause=pause)


def _begin_log(path: Path) -> int:
    """Return where in the log a follower's lines will begin; one that grew long begins again."""
    if not path.exists():
        return 0
    size = path.stat().st_size
    if size > LONGEST_LOG:
        path.unlink()
        return 0
    return size


def _last_line(path: Path, start: int) -> str:
    try:
        lines = path.read_bytes()[start:].decode(errors="replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # a real-time signal
        return f"signal {number}"
