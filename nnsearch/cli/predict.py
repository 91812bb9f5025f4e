"""``nnsearch predict``: a study's best network on new rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from nnsearch.data.spec import DataSpec
    from nnsearch.search.study import Study


@click.command("predict", cls=Verb)
@click.argument("study")
@click.argument("source")
@click.option("--out", metavar="FILE", help="Where to write the predictions (default: standard output).")
@json_option
@click.pass_obj
def predict_command(session: Session, study: str, source: str, out: str | None, as_json: bool) -> None:
    """Predict the rows of a source with a study's best network.

    SOURCE is what a study can be made of: a table (.csv, .tsv, .parquet), an .npz file with X, IDX pictures, a picture
    or a folder of them, or built-in data. Rows are raw, as those of training; the target may be there or not, other
    columns may not. The result is a CSV with one row for each: the prediction and, for classes, their probabilities.
    """
    from nnsearch.cli.console import say, show_json
    from nnsearch.core.atomic_files import write_bytes
    from nnsearch.core.errors import SettingsError
    from nnsearch.core.paths import expand_home
    from nnsearch.reports.formats import plural
    from nnsearch.search.study import Study
    from nnsearch.tracking.rows import predict_rows
    from nnsearch.tracking.winner import serve_best

    path = expand_home(out).absolute() if out is not None else None
    if path is not None and (path.is_dir() or not path.parent.is_dir()):
        raise SettingsError(f"--out must be a file in a folder that exists, got {out}")
    found = Study(session.workspace.existing_study(study))
    spec = _how_it_was_read(found)
    if path is not None:
        _refuse_overwriting(path, source, found, spec)
    network, data = serve_best(found)
    predictions = predict_rows(network, source, data, spec)
    if path is not None:
        write_bytes(path, to_csv(predictions).encode())
        say(f"{path}: {plural(len(predictions['prediction']), 'prediction')}")
    if as_json:
        columns = {name: values.tolist() for name, values in predictions.items()}
        show_json({"study": network.about["study"], "trial": network.about["trial"], "columns": columns})
    elif path is None:
        click.echo(to_csv(predictions), nl=False)


def _how_it_was_read(study: Study) -> DataSpec:
    from nnsearch.data.files import resolve_path
    from nnsearch.search.begun import begun

    spec = begun(study.meta, study.paths).data
    return spec if spec.folder is None else replace(spec, folder=resolve_path(spec.folder, study.paths.file.parent))


def _refuse_overwriting(path: Path, source: str, study: Study, spec: DataSpec) -> None:
    """Refuse to write predictions over what they are made from."""
    from nnsearch.core.errors import SettingsError
    from nnsearch.data.files import resolve_path
    from nnsearch.data.idx_folder import is_idx
    from nnsearch.data.image_folder import PICTURE_SUFFIXES

    if not path.exists():
        return
    base = study.paths.file.parent
    trained_on = [resolve_path(each, base) for each in (spec.source, spec.test_source, spec.folder) if each is not None]
    whole = path.resolve()
    is_data = path.suffix.lower() in PICTURE_SUFFIXES or is_idx(path)
    places = [
        ("the source of the rows", resolve_path(source, None)),
        *(("data that the study was trained on", place) for place in trained_on),
        ("a file of the study", study.paths.file),
        ("a file of the study", study.paths.folder),
    ]
    for what, place in places:
        inside = whole.is_relative_to(place.resolve())
        if whole == place.resolve() or (inside and (is_data or place == study.paths.folder)):
            raise SettingsError(f"--out must not overwrite {what}, got {path}: choose another name")


def to_csv(columns: dict[str, NDArray[Any]]) -> str:
    r"""Write columns as CSV text with a header; numbers with as many digits as they need.

    >>> import numpy as np
    >>> to_csv({"prediction": np.array(["a, b"]), "probability_a": np.array([0.25])})
    'prediction,probability_a\n"a, b",0.25\n'
    """
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*(column.tolist() for column in columns.values()), strict=True))
    return buffer.getvalue()
