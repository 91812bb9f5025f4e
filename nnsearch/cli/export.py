"""``nnsearch export``: a study's best network as a folder that others can load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from nnsearch.search.study import Study

MOST_COLUMNS = 5


@click.command("export", cls=Verb)
@click.argument("study")
@click.argument("folder", metavar="DIR")
@click.option("--onnx", "as_onnx", is_flag=True, help="Write DIR/model.onnx instead, for any ONNX runtime.")
@json_option
@click.pass_obj
def export_command(session: Session, study: str, folder: str, as_onnx: bool, as_json: bool) -> None:
    """Write a study's best network as an MLflow model.

    DIR must be new or empty. The model takes raw rows, as in the data, and loads with NumPy and MLflow alone. An ONNX
    model (needs the package onnx) takes numbers as float64 and categories as text, and scales and encodes them itself.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.core.paths import expand_home
    from nnsearch.search.study import Study
    from nnsearch.tracking.models import export_model

    found = Study(session.workspace.existing_study(study))
    path = expand_home(folder).absolute()
    if as_onnx:
        _write_onnx(found, path, as_json=as_json)
        return
    export_model(found, path)
    if as_json:
        show_json({"study": found.name, "trial": found.best.number, "model": str(path)})
        return
    Output().show(
        f"{path}: the network of trial #{found.best.number}",
        f"load it anywhere with: mlflow.pyfunc.load_model({str(path)!r})",
    )


def _write_onnx(study: Study, folder: Path, *, as_json: bool) -> None:
    from nnsearch.cli.console import Output, show_json
    from nnsearch.reports.formats import plural, printable
    from nnsearch.tracking.models import ONNX_FILE, export_onnx
    from nnsearch.tracking.onnx_model import CATEGORIES

    inputs = export_onnx(study, folder)
    path = folder / ONNX_FILE
    if as_json:
        show_json({"study": study.name, "trial": study.best.number, "model": str(path), "inputs": inputs})
        return
    lines = [
        f"input {name}: {plural(len(columns), 'column')} of {'text' if name == CATEGORIES else 'float64'}: "
        + ", ".join(map(printable, columns[:MOST_COLUMNS]))
        + (", ..." if len(columns) > MOST_COLUMNS else "")
        for name, columns in inputs.items()
    ]
    Output().show(f"{path}: the network of trial #{study.best.number}", *lines)
