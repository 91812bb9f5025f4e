"""``nnsearch init``: look at data and write a study file for it. Never overwrites anything."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.core.paths import StudyPaths
    from nnsearch.data.inspection import Inspection
    from nnsearch.data.spec import DataSpec


@click.command("init", cls=Verb)
@click.argument("source")
@click.option("--target", metavar="COLUMN", help="Column to predict (default: one named like it, else the last).")
@click.option("--name", metavar="NAME", help="Name of the study (default: the source's).")
@json_option
@click.pass_obj
def init_command(session: Session, source: str, target: str | None, name: str | None, as_json: bool) -> None:
    """Look at your data and write a study file for it.

    SOURCE is a table (.csv, .tsv, .parquet), an .npz file with X and y, a folder with a folder of pictures for each
    class, a folder of IDX files as MNIST's, or the name of built-in data.
    """
    from nnsearch.api import place_schema
    from nnsearch.cli.console import Output, show_json
    from nnsearch.cli.draft import draft
    from nnsearch.core.errors import DataError
    from nnsearch.data.files import is_utf8
    from nnsearch.data.inspection import inspect_source, study_name
    from nnsearch.reports.study_facts import data_facts
    from nnsearch.search.study_file import parse_study

    paths = _free_place(session, name or study_name(source))  # before much is read for nothing
    found = inspect_source(source, target, session.workspace.data_cache)
    spec = _seen_from(paths, found.spec)
    if not is_utf8(spec.source):
        raise DataError(f"the path of a source must be UTF-8, got {spec.source!r}: rename it")
    text = draft(paths.name, replace(found, spec=spec))
    parse_study(text, file=str(paths.file), name=paths.name)  # a file that could not be read must not be written
    _write_new(paths.file, text)
    place_schema(paths.file.parent)
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


def _seen_from(paths: StudyPaths, spec: DataSpec) -> DataSpec:
    """Say where the data is as the study file has to: paths in it start from its own folder."""
    from nnsearch.core.paths import expand_home
    from nnsearch.data.sources import SOURCE_NAMES

    if spec.source in SOURCE_NAMES:
        return spec if spec.folder is None else replace(spec, folder=Path(_from_file(paths, spec.folder)))
    slash = "/" if spec.source.endswith("/") else ""
    return replace(spec, source=_from_file(paths, expand_home(spec.source)) + slash)


def _from_file(paths: StudyPaths, path: Path) -> str:
    near = path.resolve().is_relative_to(paths.folder.parent.parent)
    # A path that was given whole, and leads elsewhere, says more than a row of dots.
    return str(path) if path.is_absolute() and not near else os.path.relpath(path.resolve(), paths.file.parent)


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
