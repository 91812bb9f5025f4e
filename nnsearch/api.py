"""The Python API behind the command line: run a study, load a study."""

from __future__ import annotations

import os
import shlex
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nnsearch.core.errors import EnvironmentRefusedError, NNSearchError, SettingsError, StudyFileError
from nnsearch.core.names import did_you_mean
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.begun import begun
from nnsearch.search.meta import read_meta, recorded_places
from nnsearch.search.snapshot import Observer, StopRequest
from nnsearch.search.study import Study
from nnsearch.search.study_file import LIMITS, StudySpec, differences, load_study

if TYPE_CHECKING:
    from nnsearch.tracking.follower import Follower

SHIPPED = ("digits", "fashion", "breast-cancer", "moons")
"""Studies that come with the package."""

SCHEMA_TITLE = '"title": "nnsearch study file"'
"""What tells the schema of study files from other files of its name."""

LONGEST_WAIT = 120.0
"""Seconds that :func:`run` waits for MLflow after the search."""

StudySource = str | os.PathLike[str] | StudySpec | Mapping[str, Any]


def run(
    study: StudySource,
    workspace: str | os.PathLike[str] | None = None,
    *,
    trials: int | None = None,
    time: float | str | None = None,
    jobs: int | None = None,
    track: bool = True,
    observer: Observer | None = None,
    stop: StopRequest | None = None,
) -> Study:
    """Run a study until a limit, or go on with one that has been started.

    Args:
        study: name or path of a study file, a checked :class:`~nnsearch.StudySpec`, or the nested dictionary that its
            TOML would be (with a ``name`` beside the sections).
        workspace: folder holding ``studies/`` and ``mlruns/``; by default ``$NNSEARCH_WORKSPACE`` or the current one.
        trials: total number of trials, instead of the file's.
        time: for this launch: seconds, or a text such as ``"10m"``.
        jobs: worker processes; by default one per physical core.
        track: whether MLflow follows.
        observer: called with a :class:`~nnsearch.Snapshot` after each step.
        stop: call it from another thread or a signal handler to stop after the segments in flight.

    Returns:
        The study, read from its ledger; of a study with rounds, the last one.

    Raises:
        NNSearchError: one of its kinds, each with one line that says what to do.

    Warns:
        UserWarning: if the study began on another machine or with other versions, or MLflow is not up to date.
    """
    from nnsearch.search.launches import lock_launch
    from nnsearch.search.machine import began_elsewhere
    from nnsearch.search.overview import ENDS
    from nnsearch.search.rounds import next_round
    from nnsearch.search.run import Launch, launch

    place = Workspace.find(Path(workspace) if workspace is not None else None)
    paths, spec = find_spec(place, study)
    how, lock = Launch(trials, _seconds(time), jobs), lock_launch(paths)
    followers: dict[str, Follower] = {}

    def begin(_: object) -> None:
        if not lock.held:
            lock.acquire()
        if track:
            from nnsearch.tracking.follower import start_follower

            followers[paths.name] = start_follower(place, paths.name)

    try:
        while True:
            elsewhere = began_elsewhere(paths)
            if elsewhere is not None:
                warnings.warn(elsewhere, stacklevel=2)
            reason = launch(paths, spec, how, observer=observer, stop=stop, on_start=begin).reason
            if reason not in ENDS or spec.search.rounds == 1 or (stop is not None and stop.reason is not None):
                break
            paths, spec, _ = next_round(paths, spec)
    except NNSearchError:
        lock.release()
        _catch_up(followers, place)
        raise
    finally:
        lock.release()
    _catch_up(followers, place)
    return Study(paths)


def _seconds(time: float | str | None) -> float | None:
    if not isinstance(time, str):
        return time
    from nnsearch.search.flat_sections import DURATION, SECONDS

    match = DURATION.fullmatch(time)
    if match is None:
        raise SettingsError(f'time must be seconds or a text such as "90s", "10m" or "2h", got {time!r}')
    return float(match[1]) * SECONDS[match[2]]


def _catch_up(followers: Mapping[str, Follower], workspace: Workspace) -> None:
    """Wait for MLflow, but not for ever: the studies are on disk."""
    for name, follower in followers.items():
        if not follower.wait(LONGEST_WAIT):
            warnings.warn(f"MLflow is still catching up with {name}; it goes on in the background", stacklevel=3)
        elif follower.problem:
            later = f"nnsearch sync {name} --workspace {shlex.quote(str(workspace.root))}"
            warnings.warn(f"MLflow is not up to date: {follower.problem}; later: {later}", stacklevel=3)


def load(study: str | os.PathLike[str], workspace: str | os.PathLike[str] | None = None) -> Study:
    """Open a study that has been started.

    Args:
        study: its name, or the path of its file.
        workspace: as for :func:`run`.

    Returns:
        The study.

    Raises:
        StudyNameError: if there is none of that name.
    """
    place = Workspace.find(Path(workspace) if workspace is not None else None)
    return Study(place.existing_study(os.fspath(study)))


def find_spec(workspace: Workspace, study: StudySource) -> tuple[StudyPaths, StudySpec]:
    """Find a study's places and its checked specification.

    A shipped study that the workspace has no file of is copied there first; one that was started from a file elsewhere
    is found by its name; one whose file is gone is read as it began. A study given as a specification or a
    dictionary is written to the workspace as a file, so that it can be resumed and read later; a file that is there
    already stays as it is, and may differ in limits only.

    Raises:
        StudyFileError: if there is no such file, or it has problems.
        StudyNameError: if the name is not allowed.
        LedgerError: if the record of a study that was started cannot be read.
        EnvironmentRefusedError: if the workspace cannot be written.
    """
    if isinstance(study, StudySpec):
        return _write_spec(workspace, study)
    if isinstance(study, Mapping):
        table = _plain(study)
        name = table.pop("name", None)
        if not isinstance(name, str):
            raise StudyFileError('a study given as a dictionary must have a "name"')
        return _write_spec(workspace, StudySpec.from_dict(table, name=name))
    paths = find_places(workspace, os.fspath(study))
    if is_shipped(workspace, paths):
        copy_shipped(paths)
    return paths, load_found(workspace, paths)


def find_places(workspace: Workspace, word: str) -> StudyPaths:
    """Find a study's places; one that was started from a file elsewhere is found by its name.

    Raises:
        StudyNameError: if the name is not allowed.
        LedgerError: if its record cannot be read.
    """
    paths = workspace.study(word)
    return paths if word.endswith(".toml") else recorded_places(paths)


def is_shipped(workspace: Workspace, paths: StudyPaths) -> bool:
    """Whether places are those of a study that comes with the package and is not in the workspace yet."""
    here = paths.file.parent == workspace.studies
    return here and paths.name in SHIPPED and not paths.file.exists() and not paths.meta.is_file()


def load_found(workspace: Workspace, paths: StudyPaths) -> StudySpec:
    """Read and check a study's file; if it is gone, what the study began with.

    Raises:
        StudyFileError: if there is no such file, or it has problems.
        LedgerError: if the study's record cannot be read.
    """
    if not paths.file.exists():
        if paths.meta.is_file():
            return begun(read_meta(paths), paths)
        if paths.file.parent == workspace.studies:
            names = dict.fromkeys((*workspace.study_names(), *SHIPPED))
            raise StudyFileError(f"no such study file: {paths.file}; {did_you_mean(paths.name, names)}")
    return load_study(paths.file)


def copy_shipped(paths: StudyPaths) -> None:
    """Write a shipped study's file into the workspace.

    Raises:
        EnvironmentRefusedError: if the folder cannot be written.
    """
    _write_text(paths.file, shipped_text(paths.name))
    place_schema(paths.file.parent)


def place_schema(folder: Path) -> None:
    """Put the schema of study files, which shipped and generated ones name, beside them.

    Args:
        folder: of study files; an older schema there is replaced, a file that is none is left alone.

    Raises:
        EnvironmentRefusedError: if the folder cannot be written.
    """
    name = "study.schema.json"
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    path = folder / name
    known = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None
    if known is None or (known != text and SCHEMA_TITLE in known):
        _write_text(path, text)


def shipped_text(name: str) -> str:
    """Return the TOML of a study that comes with the package."""
    inside = Path(__file__).parent / "_studies" / f"{name}.toml"
    beside = Path(__file__).parent.parent / "studies" / f"{name}.toml"  # a checkout keeps them at its top
    return (inside if inside.exists() else beside).read_text(encoding="utf-8")


def _write_spec(workspace: Workspace, spec: StudySpec) -> tuple[StudyPaths, StudySpec]:
    paths = workspace.study(spec.name)
    if paths.file.exists():
        changed = differences(load_study(paths.file).resolved(), spec.resolved())
        if [line for line in changed if line.split(":")[0] not in LIMITS]:
            raise StudyFileError(f"{paths.file} holds another study of this name: give this one a name of its own")
        return paths, spec if changed else load_study(paths.file)
    _write_text(paths.file, spec.text)
    return paths, spec


def _plain(value: Any) -> Any:  # a study's table holds whatever TOML can
    """Turn NumPy's scalars, which a study file cannot hold, into Python's."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


def _write_text(path: Path, text: str) -> None:
    from nnsearch.core.atomic_files import write_bytes

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot make {path.parent}: {error.strerror or error}") from error
    write_bytes(path, text.encode())
