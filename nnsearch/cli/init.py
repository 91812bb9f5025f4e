"""``nnsearch init``: look at data and write a study file for it. Never overwrites anything."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.core.paths import StudyPaths
    from nnsearch.data.inspection import Inspection


@click.command("init", cls=Verb)
@click.argument("source")
@click.option("--target", metavar="COLUMN", help="Column to predict (default: one named like it, else the last).")
@click.option("--name", metavar="NAME", help="Name of the study (default: the source's).")
@json_option
@click.pass_obj
def init_command(session: Session, source: str, target: str | None, name: str | None, as_json: bool) -> None:
    """Look at your data and write a study file for it.

    SOURCE is a table (.csv, .tsv, .parquet), an .npz file with X and y, a folder with a folder of pictures for each
    class, or the name of built-in data.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.cli.draft import draft
    from nnsearch.data.inspection import inspect_source
    from nnsearch.reports.study_facts import data_facts
    from nnsearch.search.study_file import parse_study

    found = inspect_source(source, target)
    paths = _free_place(session, name or found.data.name)
    text = draft(paths.name, _seen_from(paths, source), found)
    parse_study(text, file=str(paths.file), name=paths.name)  # a file that could not be read must not be written
    _write_new(paths.file, text)
    if as_json:
        facts = {"seen": list(found.seen), "data": data_facts(found.data)}
        show_json({"study": paths.name, "file": str(paths.file), **facts})
        return
    output = Output()
    output.show(*_lines(found), "", f"{paths.file} is written, run it with: {session.command(f'run {paths.name}')}")


def _lines(found: Inspection) -> list[str]:
    from nnsearch.reports.formats import printable
    from nnsearch.reports.preview import describe_balance
    from nnsearch.reports.study_facts import data_facts, describe_data

    data = found.data
    what = "classes" if data.task == "classification" else "target"
    lines = [*found.seen, describe_data(data_facts(data)), f"{what}: {describe_balance(data)}"]
    return [printable(line) for line in (*lines, *(f"note: {note}" for note in data.notes))]


def _free_place(session: Session, name: str) -> StudyPaths:
    from nnsearch.core.errors import SettingsError
    from nnsearch.core.names import validate_study_name

    paths = session.workspace.study(validate_study_name(name))
    if paths.file.exists() or paths.folder.exists():
        raise SettingsError(f"there is a study {paths.name!r} already ({paths.file}): give this one another --name")
    return paths


def _seen_from(paths: StudyPaths, source: str) -> str:
    path = Path(source).expanduser()
    if not path.exists():
        return source
    relative = os.path.relpath(path.resolve(), paths.file.parent)
    return f"{relative}/" if path.is_dir() else relative


def _write_new(file: Path, text: str) -> None:
    from nnsearch.core.errors import EnvironmentRefusedError, SettingsError

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError as error:
        raise SettingsError(f"there is a file {file} already: give the study another --name") from error
    except OSError as error:
        raise EnvironmentRefusedError(f"cannot write {file}: {error.strerror or error}") from error
