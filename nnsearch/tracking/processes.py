"""How this layer starts Python again: with this package, and with nothing from the current folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nnsearch

INSTALLED = ("site-packages", "dist-packages")


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
