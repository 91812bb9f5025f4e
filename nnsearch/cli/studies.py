"""Which study a word on the command line means: a name, a path, one that ships, or one that has been started."""

from __future__ import annotations

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.study_file import StudySpec, parse_study


def find_for_reading(workspace: Workspace, word: str) -> tuple[StudyPaths, StudySpec]:
    """Find a study's file without writing anything; a shipped one is read where it ships.

    Raises:
        StudyFileError: if there is no such file, or it has problems.
        StudyNameError: if the name is not allowed.
        LedgerError: if the record of a study that was started cannot be read.
    """
    from nnsearch.api import find_places, is_shipped, load_found, shipped_text

    paths = find_places(workspace, word)
    if is_shipped(workspace, paths):
        return paths, parse_study(shipped_text(paths.name), file=str(paths.file), name=paths.name)
    return paths, load_found(workspace, paths)
