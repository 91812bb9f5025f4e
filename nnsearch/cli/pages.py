"""Pages that verbs write: where they go, and how they are opened."""

from __future__ import annotations

from pathlib import Path

from nnsearch.core.errors import SettingsError


def page_path(given: str | None, usual: Path, option: str) -> Path:
    """Return where a page goes.

    Args:
        given: as on the command line, if it was.
        usual: the place otherwise.
        option: its name, for the message.

    Raises:
        SettingsError: if it is a folder, or lies in none that exists.
    """
    path = Path(given).expanduser().absolute() if given is not None else usual
    if path.is_dir() or not path.parent.is_dir():
        raise SettingsError(f"{option} must be a file in a folder that exists, got {given or path}")
    return path


def write_page(path: Path, page: str, *, open_page: bool) -> int:
    """Write a page; show it in the browser if that is wanted.

    Returns:
        Its size in bytes.

    Raises:
        EnvironmentRefusedError: if it cannot be written.
    """
    from nnsearch.core.atomic_files import write_bytes

    content = page.encode()
    write_bytes(path, content)
    if open_page:
        import webbrowser

        webbrowser.open(path.as_uri())
    return len(content)
