"""Which study a word on the command line means: a name, a path, one that ships, or one that has been started."""

from __future__ import annotations

from pathlib import Path

from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.meta import read_meta
from nnsearch.search.study_file import StudySpec, load_study, parse_study


def find_for_reading(workspace: Workspace, word: str) -> tuple[StudyPaths, StudySpec]:
    """Find a study's file without writing anything; a shipped one is read where it ships.

    Raises:
        StudyFileError: if there is no such file, or it has problems.
        StudyNameError: if the name is not allowed.
        LedgerError: if the record of a study that was started cannot be read.
    """
    from nnsearch.api import shipped_text

    paths = find_places(workspace, word)
    if _ships(workspace, paths):
        return paths, parse_study(shipped_text(paths.name), file=str(paths.file), name=paths.name)
    return paths, _load(paths)


def find_for_running(workspace: Workspace, word: str) -> tuple[StudyPaths, StudySpec]:
    """Find a study to run; a shipped one that the workspace has no file of is copied there.

    Raises:
        StudyFileError: if there is no such file, or it has problems.
        StudyNameError: if the name is not allowed.
        LedgerError: if the record of a study that was started cannot be read.
        EnvironmentRefusedError: if the workspace cannot be written.
    """
    from nnsearch.api import copy_shipped

    paths = find_places(workspace, word)
    if _ships(workspace, paths):
        copy_shipped(paths)
    return paths, _load(paths)


def find_places(workspace: Workspace, word: str) -> StudyPaths:
    """Find a study's places; one that was started from a file elsewhere is found by its name.

    Raises:
        StudyNameError: if the name is not allowed.
        LedgerError: if its record cannot be read.
    """
    paths = workspace.study(word)
    if paths.file.exists() or word.endswith(".toml") or not paths.meta.is_file():
        return paths
    return StudyPaths(paths.name, Path(str(read_meta(paths).get("file", paths.file))), paths.folder)


def _ships(workspace: Workspace, paths: StudyPaths) -> bool:
    from nnsearch.api import SHIPPED

    here = paths.file.parent == workspace.studies
    return here and paths.name in SHIPPED and not paths.file.exists() and not paths.meta.is_file()


def _load(paths: StudyPaths) -> StudySpec:
    if not paths.file.exists() and paths.meta.is_file():
        # The file is gone, but the study keeps a copy of what it began with.
        return parse_study(str(read_meta(paths)["text"]), file=str(paths.file), name=paths.name)
    return load_study(paths.file)
