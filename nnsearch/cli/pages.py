"""Pages that verbs write: where they go, and how they are opened."""

from __future__ import annotations

from pathlib import Path

from nnsearch.core.errors import SettingsError
from nnsearch.core.paths import expand_home


def page_path(given: str | None, usual: Path, option: str) -> Path:
    """Return where a page goes.

    Args:
        given: as on the command line, if it was.
        usual: the place otherwise.
        option: its name, for the message.

    Raises:
        SettingsError: if it is a folder, or lies in none that exists, or ``~`` names nobody's home.
    """
    path = expand_home(given).absolute() if given is not None else usual
    if path.is_dir() or not path.parent.is_dir():
        raise SettingsError(f"{option} must be a file in a folder that exists, got {given or path}")
    return path


def write_page(path: Path, page: str, *, open_page: bool) -> int:
    """Write a page; show it in the browser if that is wanted, or say that none could be opened.

    Returns:
        Its size in bytes.

    Raises:
        EnvironmentRefusedError: if it cannot be written.
    """
    from nnsearch.core.atomic_files import write_bytes

    content = page.encode()
    write_bytes(path, content)
    if open_page:
        _open(path)
    return len(content)


def _open(path: Path) -> None:
    import webbrowser

    from nnsearch.cli.console import say
    from nnsearch.tracking.ui import has_screen

    if not has_screen():  # a browser of text would take the terminal
        say("not opened: there is no screen here")
    elif not webbrowser.open(path.as_uri()):
        say("not opened: no browser was found")
