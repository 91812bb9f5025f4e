"""``nnsearch predict``: a study's best network on new rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nnsearch.cli.session import Session, Verb, json_option

if TYPE_CHECKING:
    from numpy.typing import NDArray


@click.command("predict", cls=Verb)
@click.argument("study")
@click.argument("rows", metavar="DATA.CSV")
@click.option("--out", metavar="FILE", help="Where to write the predictions (default: standard output).")
@json_option
@click.pass_obj
def predict_command(session: Session, study: str, rows: str, out: str | None, as_json: bool) -> None:
    """Predict the rows of a CSV file with a study's best network.

    The file has a header and the feature columns of the study's data, in any order; other columns are not used. The
    result is a CSV with one row for each: the prediction and, for classes, their probabilities.
    """
    from nnsearch.cli.console import say, show_json
    from nnsearch.core.atomic_files import write_bytes
    from nnsearch.core.errors import DataError, SettingsError
    from nnsearch.reports.formats import plural, printable
    from nnsearch.search.study import Study
    from nnsearch.tracking.rows import read_rows
    from nnsearch.tracking.winner import serve_best

    path = Path(out).expanduser().absolute() if out is not None else None
    if path is not None and (path.is_dir() or not path.parent.is_dir()):
        raise SettingsError(f"--out must be a file in a folder that exists, got {out}")
    network, _ = serve_best(Study(session.workspace.existing_study(study)))
    table, unused = read_rows(Path(rows).expanduser(), network.columns)
    if unused:
        more = f" and {len(unused) - 5} more" if len(unused) > 5 else ""
        say(f"not used: {', '.join(map(printable, unused[:5]))}{more}")
    try:
        predictions = network.predict(table)
    except ValueError as error:
        raise DataError(f"{rows}: {error}") from error
    if path is not None:
        write_bytes(path, to_csv(predictions).encode())
        say(f"{path}: {plural(len(predictions['prediction']), 'prediction')}")
    if as_json:
        columns = {name: values.tolist() for name, values in predictions.items()}
        show_json({"study": network.about["study"], "trial": network.about["trial"], "columns": columns})
    elif path is None:
        click.echo(to_csv(predictions), nl=False)


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
