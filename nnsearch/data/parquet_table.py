"""One Parquet table: the same columns as of a text table, with types that need no guessing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.data.csv_columns import NumberColumn, UnreadColumn, cell_text
from nnsearch.data.raw import quoted
from nnsearch.data.spec import DataSpec
from nnsearch.data.table import AnyColumn, Table, check_header, make_columns

PARQUET_SUFFIXES = (".parquet", ".pq")
BLOCK = 20_000
MOST_CELLS = 2**31


def read_parquet_columns(path: Path, spec: DataSpec) -> Table:
    """Read the columns of a Parquet file.

    Args:
        path: the file.
        spec: says which columns are what.

    Raises:
        DataError: if the file is no such table, or a column holds what cannot be an input.
    """
    with _opened(path) as file:
        names = check_header(file.schema_arrow.names, path)
        columns = make_columns(names, spec, path)
        _refuse_types(columns, dict(zip(names, file.schema_arrow.types, strict=True)), path)
        if file.metadata.num_rows * len(names) > MOST_CELLS:
            raise DataError(
                f"{path} must hold at most {MOST_CELLS} values, its header says {file.metadata.num_rows} rows"
            )
        m = 0
        for batch in file.iter_batches(batch_size=BLOCK):
            for column, values in zip(columns.values(), batch.columns, strict=True):
                _extend(column, values, m)
            m += batch.num_rows
    return Table(path, "row", columns, m)


def read_parquet_header(path: Path) -> list[str]:
    """Return the names of a Parquet file's columns.

    Raises:
        DataError: if the file is no such table.
    """
    with _opened(path) as file:
        return check_header(file.schema_arrow.names, path)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:  # pyarrow has no types
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            yield file
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise DataError(f"cannot read {path}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return quoted(" ".join(str(error).split()), 200).strip("'\"")


def _refuse_types(columns: dict[str, AnyColumn], kinds: dict[str, Any], path: Path) -> None:  # pyarrow has no types
    from pyarrow import types

    for name, column in columns.items():
        if isinstance(column, UnreadColumn):
            continue
        kind = kinds[name]
        inner = kind.value_type if types.is_dictionary(kind) else kind
        plain = types.is_primitive(inner) or types.is_decimal(inner) or types.is_null(inner)
        texts = types.is_string(inner) or types.is_large_string(inner) or types.is_string_view(inner)
        if not (plain or texts) or types.is_duration(inner) or types.is_interval(inner):
            raise DataError(
                f"columns must hold numbers, text, booleans or dates, {quoted(name)} of {path} holds {str(kind)[:60]}: "
                "flatten it, or leave it out with data.drop"
            )


def _extend(column: AnyColumn, values: Any, before: int) -> None:  # pyarrow has no types
    from pyarrow import types

    if isinstance(column, UnreadColumn):
        return
    if isinstance(column, NumberColumn) and (types.is_integer(values.type) or types.is_floating(values.type)):
        numbers = values.cast("float64", safe=False) if types.is_integer(values.type) else values.cast("float64")
        column.extend_numbers(
            np.asarray(numbers.to_numpy(zero_copy_only=False), np.float64),
            before + 1,
            whole=types.is_integer(values.type),
        )
        return
    column.extend([_text(cell) for cell in values.to_pylist()], range(before + 1, before + 1 + len(values)))


def _text(cell: object) -> str:
    isoformat = getattr(cell, "isoformat", None)  # dates and times, of several classes
    return cell_text(cell) if isoformat is None else str(isoformat())
