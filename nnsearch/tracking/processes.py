"""How this layer starts Python again: with this package, nothing of the current folder, and out of a search's way."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import nnsearch

INSTALLED = ("site-packages", "dist-packages")
NICENESS = 10
"""Of a process in the background: under load it gets a tenth of what a search gets."""


def python_module(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module with the Python that runs this.

    Args:
        module: its name.
        arguments: of the command line.
    """
    # -P: a script of the user's in the current folder, called random.py, must not stand in for a module.
    return [sys.executable, "-P", "-m", module, *arguments]


def environment(**variables: str) -> dict[str, str]:
    """Return this process's environment for a child, where a package that is not installed is found as it is here.

    Args:
        variables: what to set besides.
    """
    found = {**os.environ, **variables}
    folder = Path(nnsearch.__file__).parent.parent
    if folder.name not in INSTALLED:
        found["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    return found


def step_back(pid: int) -> None:
    """Give a process that leads a session low priority, as far as the system allows.

    Args:
        pid: of the process.
    """
    with contextlib.suppress(OSError):  # it may have ended already
        os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
    _set_share(str(pid), NICENESS)


def share_processors_fully() -> None:
    """Take back :func:`step_back` for this process, as far as the system allows: only root may lower its niceness."""
    if os.getsid(0) != os.getpid() or os.getpriority(os.PRIO_PROCESS, os.getpid()) == 0:
        return  # nobody has made it step back: its session's share is not its own to change
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, os.getpid(), 0)  # of the main thread, whichever this is
    _set_share("self", 0)


def _set_share(process: str, niceness: int) -> None:
    # Where Linux shares the processors among sessions (autogroups), niceness counts within a session only: a
    # follower in one of its own would get as much as the search and all its workers together.
    with contextlib.suppress(OSError):
        Path(f"/proc/{process}/autogroup").write_text(str(niceness), encoding="ascii")
