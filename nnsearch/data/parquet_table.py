"""One Parquet table: the same columns as of a text table, with types that need no guessing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from nnsearch.core.errors import DataError
from nnsearch.core.names import printable
from nnsearch.data.csv_columns import NumberColumn, UnreadColumn, cell_text
from nnsearch.data.raw import quoted
from nnsearch.data.table import AnyColumn, check_header

PARQUET_SUFFIXES = (".parquet", ".pq")
BLOCK = 20_000
BLOCK_CELLS = 2**20
MOST_CELLS = 2**31


class OpenParquet:
    """A Parquet table, opened. See :class:`nnsearch.data.table.OpenTable`.

    Args:
        path: the file.
        header: names of its columns.
        file: pyarrow's ParquetFile.
    """

    unit = "row"

    def __init__(self, path: Path, header: list[str], file: Any) -> None:  # pyarrow has no types
        self.path, self.header = path, header
        self._file = file

    def fill(self, columns: Mapping[str, AnyColumn]) -> Iterator[int]:
        """See :meth:`nnsearch.data.table.OpenTable.fill`."""
        _refuse_types(columns, dict(zip(self.header, self._file.schema_arrow.types, strict=True)), self.path)
        m = 0
        for batch in self._file.iter_batches(batch_size=max(1, min(BLOCK, BLOCK_CELLS // len(self.header)))):
            for column, values in zip(columns.values(), batch.columns, strict=True):
                _extend(column, values, m)
            m += batch.num_rows
            yield batch.num_rows


@contextmanager
def open_parquet(path: Path, fewest: int = 2) -> Iterator[OpenParquet]:
    """Open a Parquet file.

    Args:
        path: the file.
        fewest: how many columns there must be.

    Raises:
        DataError: if the file is no such table, or a column holds what cannot be an input.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            header = check_header(file.schema_arrow.names, path, fewest=fewest)
            if file.metadata.num_rows * len(header) > MOST_CELLS:
                raise DataError(
                    f"{path} must hold at most {MOST_CELLS} values, its header says {file.metadata.num_rows} rows"
                )
            yield OpenParquet(path, header, file)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise DataError(f"cannot read {path}: {printable(_first_line(error))}") from error


def _first_line(error: Exception) -> str:
    return quoted(" ".join(str(error).split()), 200).strip("'\"")


def _refuse_types(columns: Mapping[str, AnyColumn], kinds: dict[str, Any], path: Path) -> None:  # pyarrow has no types
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
