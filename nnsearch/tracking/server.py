"""MLflow's own ``server`` command, which ends when whoever started it is gone: run as a module, not imported.

Standard input is a pipe that the starter holds open. Its end, on whatever kind of death, ends this process group.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time

GRACE = 3.0
"""Seconds between the request to end and the end."""


def end_group_when_left_alone() -> None:
    """Wait for standard input to end, then end this process group: politely, then for certain."""
    while os.read(sys.stdin.fileno(), 1 << 10):
        pass
    os.killpg(os.getpgid(0), signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(os.getpgid(0), signal.SIGKILL)


def main() -> None:
    """Run ``python -m mlflow`` with the arguments of this command."""
    # A request to end reaches the whole group; this process outlives the server it started, to see it end.
    signal.signal(signal.SIGTERM, lambda *_: None)
    threading.Thread(target=end_group_when_left_alone, daemon=True).start()
    runpy.run_module("mlflow", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
