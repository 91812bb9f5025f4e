"""A process that has imported MLflow and forks one child per sync: a real process to kill, without its start-up.

Speaks JSON lines, as :mod:`tests.torture.nursery` does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from tests.torture.nursery import attend, child


def serve() -> None:
    """Answer requests until standard input ends."""
    import nnsearch.cli.main
    import nnsearch.tracking.following  # noqa: F401 - imported once, for all children
    from nnsearch.core.paths import Workspace
    from nnsearch.tracking import following
    from nnsearch.tracking.database import open_client

    open_client(Workspace(Path(json.loads(sys.stdin.readline())["workspace"])))  # whatever is imported late
    following.HEAD_START = 0.0
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if not pid:
            child(request)
        print(json.dumps({"code": attend(pid, request["kill_after"])}), flush=True)


if __name__ == "__main__":
    serve()
