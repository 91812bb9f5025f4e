"""A study at a glance, from the end of its journal: instant however long the study is. Imports no Optuna."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from nnsearch.core.errors import LedgerError
from nnsearch.core.names import STUDY_NAME
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.commits import commits_backwards
from nnsearch.search.lock import read_owner
from nnsearch.search.meta import read_meta

TAIL_BYTES = 1 << 18

NEW, RUNNING, COMPLETE, STOPPED, DAMAGED = "new", "running", "complete", "stopped", "damaged"
"""States of a study: a file without a ledger; a process is at it; a limit was met; ended before that; unreadable."""

ENDS = frozenset({"trials", "exhausted", "target", "patience"})
"""What ``stopped`` says of a study that has nothing more to do. Time is not among them: another launch goes on."""


@dataclass(frozen=True)
class Overview:
    """One line of ``nnsearch list``.

    Args:
        name: the study's.
        state: one of the states above.
        trials_done: trials told.
        trials_total: trials asked for; 0 if it is new.
        best: best objective, if any.
        best_trial: its trial's number.
        metric: what the objective is.
        data: name of the data set.
        seconds: spent searching.
        stopped: what stopped the last launch; ``None`` while it runs or if it was killed.
        owner: the process that runs it.
        parent: the study it looks into more closely, if any.
    """

    name: str
    state: str
    trials_done: int = 0
    trials_total: int = 0
    best: float | None = None
    best_trial: int | None = None
    metric: str = "error"
    data: str = ""
    seconds: float = 0.0
    stopped: str | None = None
    owner: str | None = None
    parent: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the facts, ready for JSON."""
        return asdict(self)


STUDY_FACTS = tuple(field.name for field in fields(Overview))
"""Names of what :meth:`Overview.as_dict` returns."""


def overview(paths: StudyPaths, progress: Mapping[str, Any] | None = None) -> Overview:
    """Look at one study; a damaged one is said to be so rather than refused.

    Args:
        paths: its places.
        progress: what the last commit said, if it has been read already.
    """
    if not paths.meta.is_file():
        return Overview(paths.name, NEW, parent=_named_parent(paths.file))
    try:
        meta = read_meta(paths)
        progress = last_progress(paths.journal) if progress is None else progress
        owner = read_owner(paths.lock)
        told, cohort = int(progress.get("told", 0)), int(meta["spec"]["search"]["cohort"])
        stopped = progress.get("stopped")
        ranking = progress.get("ranking") or []
        state = RUNNING if owner else COMPLETE if stopped in ENDS else STOPPED
        total = int(progress.get("trials") or meta["spec"]["search"]["trials"])
        return Overview(
            name=paths.name,
            state=state,
            trials_done=told * cohort,
            trials_total=-(-total // cohort) * cohort,
            best=ranking[0][0] if ranking else None,
            best_trial=ranking[0][1] if ranking else None,
            metric=meta["metric"],
            data=meta["data"]["name"],
            seconds=float(progress.get("seconds", 0.0)),
            stopped=None if owner else stopped,
            owner=str(owner) if owner else None,
            parent=meta["spec"]["search"].get("parent"),
        )
    except (LedgerError, KeyError, TypeError, ValueError):
        return Overview(paths.name, DAMAGED)


def overviews(workspace: Workspace) -> list[Overview]:
    """Look at every study of a workspace, by name."""
    return [overview(workspace.study(name)) for name in workspace.study_names()]


def last_progress(journal: Path) -> dict[str, Any]:
    """Read the last commit's progress without reading the whole journal.

    Returns:
        The progress; empty if there is no commit.

    Raises:
        LedgerError: if the journal cannot be read.
    """
    try:
        with journal.open("rb") as file:
            size = file.seek(0, 2)
            for start in (max(0, size - TAIL_BYTES), 0):
                file.seek(start)
                for progress, _ in commits_backwards(file.read(size - start)):
                    return progress
    except OSError as error:
        raise LedgerError(f"cannot read {journal}: {error.strerror or error}") from error
    return {}


def _named_parent(file: Path) -> str | None:
    """Return the parent that a study file names; None as well where the file cannot be read or the name is none."""
    try:
        parent = tomllib.loads(file.read_text(encoding="utf-8-sig"))["search"]["parent"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return parent if isinstance(parent, str) and STUDY_NAME.fullmatch(parent) else None
