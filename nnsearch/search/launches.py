"""Who runs a study and its rounds: one process, also while the lock of one round gives way to that of the next.

Each round is a study with a lock of its own. A launch therefore holds another lock, beside that of the study it began
with, until the last round has ended; whoever stops or watches the study asks for it.
"""

from __future__ import annotations

from pathlib import Path

from nnsearch.core.errors import SettingsError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.lock import Owner, StudyLock, read_owner


def launch_lock(paths: StudyPaths) -> Path:
    """Return the file that a launch locks beside the study it began with."""
    return paths.folder / "launch.lock"


def lock_launch(paths: StudyPaths, then: tuple[str, ...] = (), options: tuple[str, ...] = ()) -> StudyLock:
    """Return the lock of a launch; it can be taken once the study has begun, as its folder must exist.

    Args:
        paths: of the study that the launch begins with.
        then: studies that the same command runs afterwards.
        options: with which the command can be given again, see :class:`nnsearch.search.lock.Owner`.
    """
    return StudyLock(launch_lock(paths), Owner.here(then, options))


def begun_with(paths: StudyPaths) -> StudyPaths:
    """Find the study that a launch began with which is at a study now: another one where this is a later round.

    Args:
        paths: of a study.

    Returns:
        The places of the first round; those given where nobody runs the study, or it is the first.

    Raises:
        EnvironmentRefusedError: if a lock cannot be looked at.
    """
    owner = None if read_owner(launch_lock(paths)) is not None else read_owner(paths.lock)
    if owner is not None:
        for lock in sorted(paths.folder.parent.glob(f"*/{launch_lock(paths).name}")):
            found = read_owner(lock)
            if found is not None and found.process == owner.process:
                return Workspace(paths.folder.parent.parent).study(lock.parent.name)
    return paths


def read_launch(paths: StudyPaths) -> Owner | None:
    """Tell which process runs a study or, after it, one of its rounds.

    Args:
        paths: of the study.

    Returns:
        The process, with what it runs afterwards; ``None`` if there is none.

    Raises:
        EnvironmentRefusedError: if a lock cannot be looked at.
    """
    return read_owner(launch_lock(paths)) or read_owner(paths.lock)


def round_at_work(paths: StudyPaths, owner: Owner) -> StudyPaths | None:
    """Find which of a study and its rounds a process is at.

    Args:
        paths: of the study.
        owner: the process.

    Returns:
        The places of that round; ``None`` while the process is between two of them.

    Raises:
        EnvironmentRefusedError: if a lock cannot be looked at.
    """
    from nnsearch.search.zoom import child_name

    workspace = Workspace(paths.folder.parent.parent)
    while paths.meta.is_file():
        found = read_owner(paths.lock)
        if found is not None and found.process == owner.process:
            return paths
        try:
            paths = workspace.study(child_name(paths.name))
        except SettingsError:  # the name is too long for rounds
            break
    return None
