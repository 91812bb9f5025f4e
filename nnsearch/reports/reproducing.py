"""How a study is run again from nothing: the commands, and the studies it began from."""

from __future__ import annotations

from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import StudyPaths
from nnsearch.search.study import Study
from nnsearch.search.zoom import child_name


def ancestors(study: Study) -> list[Study]:
    """Return the studies that a study began from, its parent last; those whose ledgers are gone are left out."""
    found: list[Study] = []
    seen = {study.name}
    name = parent_name(study)
    while name is not None and name not in seen:
        seen.add(name)
        parent = _beside(study, name)
        if parent is None:
            break
        found.insert(0, parent)
        name = parent_name(parent)
    return found


def parent_name(study: Study) -> str | None:
    """Return the name of the study that a study looks into more closely, if there is one."""
    name = study.meta["spec"]["search"].get("parent")
    return None if name is None else str(name)


def run_commands(study: Study) -> list[str]:
    """Return the commands that give a study's trials again, its ancestors' first.

    A study that was extended is asked for all its trials at once: that gives the same ones.
    """
    line = [*ancestors(study), study]
    commands = [_command(*three) for three in zip(line, [None, *line], [*line[1:], None], strict=False)]
    first = parent_name(line[0])
    return commands if first is None else [f"nnsearch run {first}", *commands]


def _command(study: Study, before: Study | None, after: Study | None) -> str:
    total = study.overview.trials_total
    if before is not None and _goes_on_with(before, study):
        return f"nnsearch resume {study.name} --trials {total}"  # its parent's rounds have begun it
    if after is not None and _goes_on_with(study, after):
        told = after.meta["spec"]["search"].get("parent_told") or total
        total = told if told < study.overview.trials_done else total  # it was extended after that round had begun
    search = study.meta["spec"]["search"]
    asked = -(-int(search["trials"]) // int(search["cohort"])) * int(search["cohort"])
    return f"nnsearch run {study.name}" + ("" if total == asked else f" --trials {total}")


def _goes_on_with(study: Study, child: Study) -> bool:
    """Whether a study's rounds begin a child by themselves."""
    return int(study.meta["spec"]["search"].get("rounds") or 1) > 1 and child.name == child_name(study.name)


def _beside(study: Study, name: str) -> Study | None:
    folder = study.paths.folder.parent / name
    paths = StudyPaths(name, folder.parent / f"{name}.toml", folder)
    try:
        return Study(paths) if paths.meta.is_file() else None
    except LedgerError:
        return None
