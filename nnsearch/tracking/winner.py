"""A study's best network, made ready to serve: its weights and everything that has to be done before and after."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.data.load import load_data
from nnsearch.data.preprocessing import Coding
from nnsearch.data.spec import Data
from nnsearch.search.asked import VALUES
from nnsearch.search.begun import begun
from nnsearch.search.run import check_data_unchanged
from nnsearch.search.space import Space
from nnsearch.search.study import Study
from nnsearch.tracking.served_model import CHUNK, ServedNetwork
from nnsearch.training.examples import examples_from

UNSEEN = "other"
"""Stands for a category that training saw no level of."""


def serve_best(study: Study, number: int | None = None) -> tuple[ServedNetwork, Data]:
    """Put together a study's best network and the preparation of its inputs.

    Args:
        study: with at least one trial that was trained to its end.
        number: another trial whose weights are kept.

    Returns:
        The network, and the data it was trained on, read again: it holds what scales the inputs.

    Raises:
        LedgerError: if there is no such trial, or its weights are not kept.
        DataError: if the data cannot be read any more.
        StudyFileError: if the data has changed since the study began.
    """
    chosen = study.best.number if number is None else number
    weights = study.weights(chosen)
    spec = begun(study.meta, study.paths)
    data = load_data(spec.data, study.paths.file.parent, study.paths.data_cache)
    check_data_unchanged(study.paths, data)
    examples = examples_from(data, output=spec.network.output)
    member = Space(spec).hyperparameters(study.records[chosen].user_attrs[VALUES], output=examples.output)
    about = {
        "study": study.name,
        "trial": chosen,
        "columns": [asdict(coding) for coding in codings_of(data)],
        "activations": list(member.activation),
        "output": examples.output,
        "classes": list(data.classes),
        "target_mean": examples.target_mean,
        "target_scale": examples.target_scale,
    }
    return ServedNetwork({**weights, "mean": data.mean, "scale": data.scale}, about), data


def codings_of(data: Data) -> tuple[Coding, ...]:
    """Return what becomes of each raw column."""
    if data.preprocessing is None:
        return tuple(Coding(name) for name in data.features)
    return data.preprocessing.codings


def raw_inputs(X: NDArray[Any], data: Data) -> NDArray[np.float64]:
    """Undo the scaling of inputs ``(m, n_x)``, to the precision of float32."""
    return np.asarray(X.astype(np.float64) * data.scale + data.mean)


def dev_outputs(network: ServedNetwork, data: Data) -> NDArray[np.float64]:
    """Return what the output layer says of the dev set, ``(m, C)`` or ``(m, 1)``: see :meth:`ServedNetwork.outputs`.

    Args:
        network: to ask.
        data: what it was trained on; a part of its dev set at a time is unscaled, so that memory stays small.
    """
    X = data.dev.X
    starts = range(0, len(X), CHUNK) or [0]
    return np.concatenate([network.outputs(raw_inputs(X[start : start + CHUNK], data)) for start in starts])


def example_rows(data: Data, count: int = 3) -> dict[str, list[Any]]:
    """Return raw rows to show what the network takes: the first ones of the dev set.

    Args:
        data: scaled; scaling is undone, to the precision of float32.
        count: how many rows.

    Returns:
        Numbers or text by column; a value that was missing, rare or new has the place of one that was seen.
    """
    return raw_table(data.dev.X[:count], data)


def raw_table(X: NDArray[Any], data: Data) -> dict[str, list[Any]]:
    """Turn inputs ``(m, n_x)`` back into raw columns by name, as :func:`example_rows` does."""
    rows = raw_inputs(X, data)
    table: dict[str, list[Any]] = {}
    start = 0
    for coding in codings_of(data):
        block = rows[:, start : start + len(coding.features)]
        start += len(coding.features)
        if coding.kind == "category":
            table[coding.name] = _category_cells(coding, block)
        elif coding.kind == "boolean":
            table[coding.name] = [coding.words[round(float(value))] for value in block[:, 0]]
        else:
            table[coding.name] = [float(f"{value:.6g}") for value in block[:, 0]]
    return table


def _category_cells(coding: Coding, block: NDArray[np.float64]) -> list[str]:
    """Return a level for each row of a category's features ``(m, width)``; what is usable where training saw none."""
    names = [*coding.levels, *coding.grouped[:1]] or ["" if coding.indicator else UNSEEN]
    places = block.argmax(axis=1) if block.shape[1] else np.zeros(len(block), np.int64)
    return [names[min(int(place), len(names) - 1)] for place in places]
