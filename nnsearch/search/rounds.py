"""``[search] rounds``: coarse to fine inside one launch. Each round after the first is a study of its own."""

from __future__ import annotations

from nnsearch.core.atomic_files import write_bytes
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.study import Study
from nnsearch.search.study_file import StudySpec, load_study
from nnsearch.search.zoom import Zoom, free_name, is_child_name, zoom


def next_round(paths: StudyPaths, spec: StudySpec) -> tuple[StudyPaths, StudySpec, Zoom | None] | None:
    """Find or make the study that a finished one goes on with.

    Args:
        paths: of the finished study.
        spec: its file.

    Returns:
        The next study's places and specification, and what was narrowed if it is new; its file is written then.
        ``None`` after the last round.

    Raises:
        SettingsError: if too few trials have been told to zoom.
        StudyFileError: if the file of a round that has begun was spoilt.
        EnvironmentRefusedError: if the new file cannot be written.
    """
    left = spec.search.rounds - 1
    if left < 1:
        return None
    workspace = Workspace(paths.folder.parent.parent)
    names = workspace.study_names()
    for name in names:
        places = workspace.study(name)
        # What another study's file says, or whether it can be read, is none of this one's business.
        if is_child_name(name, paths.name) and name != paths.name and places.file.exists():
            known = load_study(places.file)
            if (known.search.parent, known.search.rounds) == (paths.name, left):
                return places, known, None
    places = workspace.study(free_name(paths.name, names))
    found = zoom(Study(paths), places.name, folder=places.file.parent)
    write_bytes(places.file, found.spec.text.encode())
    return places, found.spec, found
