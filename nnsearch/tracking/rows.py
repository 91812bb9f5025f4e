"""Predictions for the rows of a source, of whatever kind, read and refused as training data is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.data.rows import read_rows
from nnsearch.data.spec import Data, DataSpec
from nnsearch.tracking.served_model import ServedNetwork

FILE = "file"
"""The column that names pictures, where each is a file."""


def predict_rows(network: ServedNetwork, source: str, data: Data, spec: DataSpec) -> dict[str, NDArray[Any]]:
    """Predict every row of a source; its inputs stand in memory a block at a time.

    Args:
        network: trained on ``data``.
        source: see :func:`nnsearch.data.rows.read_rows`.
        data: what says how rows become inputs.
        spec: how it was read.

    Returns:
        What :meth:`~nnsearch.tracking.served_model.ServedNetwork.predict` returns; for files of pictures first their
        names, in the column ``file``.

    Raises:
        DataError: if the source cannot be read, has other columns than training, or no row.
    """
    names: list[str] = []
    outputs = []
    for block in read_rows(source, data, spec):
        names += block.names
        outputs.append(network.outputs(block.features))
    if not outputs:
        raise DataError(f"{source} must hold at least one row to predict, got none")
    answers = network.answers(np.concatenate(outputs))
    return {FILE: np.array(names), **answers} if names else answers
