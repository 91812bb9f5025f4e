"""MLflow's own ``server`` command in one process, which ends when whoever started it is gone: run, not imported.

MLflow's command checks its options, then starts another Python for uvicorn, which imports everything again. Here
uvicorn runs in the same process instead: half the time to start, half the memory, one process to end.

Standard input is a pipe that the starter holds open. Its end, on whatever kind of death, ends this process group.
"""

from __future__ import annotations

import os
import runpy
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any

GRACE = 3.0
"""Seconds between the request to end and the end."""
UVICORN = ("-m", "uvicorn")


def end_group_when_left_alone() -> None:
    """Wait for standard input to end, then end this process group: politely, then for certain."""
    while os.read(sys.stdin.fileno(), 1 << 10):
        pass
    os.killpg(os.getpgid(0), signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(os.getpgid(0), signal.SIGKILL)


class ServerHere:
    """What MLflow takes for the process of its server: uvicorn, run by whoever waits for it.

    Args:
        arguments: uvicorn's.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = list(arguments)
        self._code: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, ``None`` before the end."""
        return self._code

    def send_signal(self, number: int) -> None:
        """Do nothing: a signal that MLflow wants to pass on has come to this process already."""

    def wait(self) -> int:
        """Serve until a request to end; return the exit code."""
        import uvicorn

        self._code = 1
        try:
            uvicorn.main(args=self._arguments, standalone_mode=False)
            self._code = 0
        finally:
            sys.stdout.flush()
        return self._code


def start_here(command: Sequence[str], *, extra_env: Mapping[str, str], **_: Any) -> Any:  # as MLflow calls it
    """Stand in for MLflow's function that starts its server's process.

    Args:
        command: how it would be started.
        extra_env: what it has to know.
        _: MLflow's further options, about the process that is not started.

    Returns:
        Uvicorn in this process; or the process, if it is another server than uvicorn.
    """
    if tuple(command[1:3]) != UVICORN:
        return subprocess.Popen(command, env={**os.environ, **extra_env})
    os.environ.update(extra_env)
    return ServerHere(command[3:])


def main() -> None:
    """Run ``python -m mlflow`` with the arguments of this command."""
    # A request to end reaches the whole group; this process outlives a server it started, to see it end.
    signal.signal(signal.SIGTERM, lambda *_: None)
    threading.Thread(target=end_group_when_left_alone, daemon=True).start()
    import mlflow.server

    from nnsearch.tracking.database import set_up_connections

    set_up_connections()
    vars(mlflow.server)["_exec_cmd"] = start_here  # an MLflow without such a function starts its own process
    runpy.run_module("mlflow", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
