"""A process that has imported everything and forks one child per launch: a real process to kill, without its start-up.

Speaks JSON lines: a request on standard input, the child's exit status on standard output.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

ENOUGH = 300.0
"""Seconds after which a launch counts as hanging."""


def child(request: dict[str, Any]) -> None:
    """Become the launch that is asked for; never returns."""
    from tests.torture.wrapper import main

    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
    for descriptor, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(request[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), descriptor)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    code = 1
    try:
        main([request["fault"], *request["arguments"]])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except Exception:  # noqa: BLE001 - the fault itself is wrong: told, and an exit code of its own
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def attend(pid: int, seconds: float | None) -> int:
    """Wait for a child, or kill it after so many seconds; return its exit code, negative for a signal."""
    if signal.sigtimedwait([signal.SIGCHLD], ENOUGH if seconds is None else seconds) is None:
        os.kill(pid, signal.SIGKILL)
        signal.sigwaitinfo([signal.SIGCHLD])
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def serve() -> None:
    """Answer requests until standard input ends."""
    import optuna.storages.journal  # noqa: F401 - imported once, for all children

    import nnsearch.cli.launching
    import nnsearch.cli.run
    import nnsearch.search.driver
    import nnsearch.search.replay  # noqa: F401
    from nnsearch.core.paths import Workspace
    from nnsearch.search.run import Launch, launch
    from nnsearch.search.study_file import parse_study

    warm = json.loads(sys.stdin.readline())  # a run here imports whatever is imported late
    paths = Workspace(Path(warm["workspace"])).study("tiny")
    text = paths.file.read_text()
    launch(paths, parse_study(text, file=str(paths.file), name="tiny"), Launch(trials=8, jobs=1))
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
