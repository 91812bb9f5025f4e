"""``nnsearch export``: a study's best network as a folder that others can load."""

from __future__ import annotations

from pathlib import Path

import click

from nnsearch.cli.session import Session, Verb, json_option


@click.command("export", cls=Verb)
@click.argument("study")
@click.argument("folder", metavar="DIR")
@json_option
@click.pass_obj
def export_command(session: Session, study: str, folder: str, as_json: bool) -> None:
    """Write a study's best network as an MLflow model.

    DIR must be new or empty. The model takes raw rows, as in the data, and loads with NumPy and MLflow alone.
    """
    from nnsearch.cli.console import Output, show_json
    from nnsearch.search.study import Study
    from nnsearch.tracking.models import export_model

    found = Study(session.workspace.existing_study(study))
    path = Path(folder).expanduser().absolute()
    export_model(found, path)
    if as_json:
        show_json({"study": found.name, "trial": found.best.number, "model": str(path)})
        return
    Output().show(
        f"{path}: the network of trial #{found.best.number}",
        f"load it anywhere with: mlflow.pyfunc.load_model({str(path)!r})",
    )
