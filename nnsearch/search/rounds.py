"""``[search] rounds``: coarse to fine inside one launch. Each round after the first is a study of its own.

Rounds are functions of the first one's file, as its trials are: a round that was begun is gone on with only where
zooming gives the same study again.
"""

from __future__ import annotations

import tomllib

from nnsearch.core.atomic_files import write_bytes
from nnsearch.core.errors import StudyFileError
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.begun import begun
from nnsearch.search.meta import read_meta
from nnsearch.search.study import Study
from nnsearch.search.study_file import LIMITS, StudySpec, differences, load_study
from nnsearch.search.zoom import Zoom, child_name, zoom


def next_round(paths: StudyPaths, spec: StudySpec) -> tuple[StudyPaths, StudySpec, Zoom | None]:
    """Find or make the study that a finished one goes on with.

    Args:
        paths: of the finished study.
        spec: its file; ``search.rounds`` must be above 1.

    Returns:
        The next study's places, its specification with the limits that the finished one has now, and what was narrowed
        if it is new; its file is written then.

    Raises:
        SettingsError: if too few trials have been told to zoom.
        StudyFileError: if there is another study in the next round's place, such as one that was made when the
            finished study had fewer trials.
        EnvironmentRefusedError: if the new file cannot be written.
    """
    name = child_name(paths.name)
    places = Workspace(paths.folder.parent.parent).study(name)
    found = zoom(Study(paths), name, folder=places.file.parent, spec=spec)
    if not places.file.exists() and not places.meta.is_file():
        write_bytes(places.file, found.spec.text.encode())
        return places, found.spec, found
    return places, _as_made(places, found), None


def _as_made(places: StudyPaths, found: Zoom) -> StudySpec:
    """Return what zooming gives; refuse to go on with a study that is another one, but where to stop may differ."""
    known = load_study(places.file) if places.file.exists() else begun(read_meta(places), places)
    lines = differences(known.resolved(), found.spec.resolved())
    changed = [line for line in lines if line.split(":")[0] not in LIMITS]
    if not changed:
        return found.spec
    if known.search.parent_told is None and len(changed) == 1 and changed[0].startswith("search.parent_told:"):
        table = tomllib.loads(found.spec.text)  # an older version made it, which did not write that number
        del table["search"]["parent_told"]
        return StudySpec.from_dict(table, name=places.name, file=str(places.file))
    there = " and ".join(str(path) for path in (places.file, places.folder) if path.exists())
    what = (
        f"zooming into {found.parent!r} now gives another study than {places.name!r}: move {there} away, or set "
        f"search.rounds = 1 and make the other one with nnsearch zoom {found.parent}"
    )
    raise StudyFileError([what, *(f"  {line}" for line in changed)])
