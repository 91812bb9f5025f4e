"""A study's best network, made ready to serve: its weights and everything that has to be done before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from nnsearch.data.load import load_data
from nnsearch.data.spec import Data
from nnsearch.search.asked import VALUES
from nnsearch.search.run import check_data_unchanged
from nnsearch.search.space import Space
from nnsearch.search.study import Study
from nnsearch.search.study_file import parse_study
from nnsearch.tracking.served_model import ServedNetwork
from nnsearch.training.examples import examples_from


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
    spec = parse_study(str(study.meta["text"]), file=str(study.paths.file), name=study.name)
    data = load_data(spec.data, study.paths.file.parent)
    check_data_unchanged(study.paths, data)
    examples = examples_from(data, output=spec.network.output)
    member = Space(spec).hyperparameters(study.records[chosen].user_attrs[VALUES], output=examples.output)
    about = {
        "study": study.name,
        "trial": chosen,
        "columns": columns_of(data.features, spec.data.categorical),
        "activations": list(member.activation),
        "output": examples.output,
        "classes": list(data.classes),
        "target_mean": examples.target_mean,
        "target_scale": examples.target_scale,
    }
    return ServedNetwork({**weights, "mean": data.mean, "scale": data.scale}, about), data


def columns_of(features: Sequence[str], categorical: Sequence[str]) -> list[dict[str, Any]]:
    """Return the raw columns that the features came from, in order.

    Args:
        features: names of the network's inputs; a level of a categorical column is ``column=level``.
        categorical: names of the categorical columns.

    >>> columns_of(["size", "color=red", "color=blue"], ["color"])
    [{'name': 'size', 'levels': None}, {'name': 'color', 'levels': ['red', 'blue']}]
    """
    found: dict[str, list[str] | None] = {}
    for feature in features:
        # The longest name, where one column's name begins with another's and "=".
        names = [name for name in categorical if feature.startswith(f"{name}=")]
        if not names:
            found[feature] = None
            continue
        name = max(names, key=len)
        levels = found.setdefault(name, [])
        if levels is not None:
            levels.append(feature[len(name) + 1 :])
    return [{"name": name, "levels": levels} for name, levels in found.items()]


def example_rows(network: ServedNetwork, data: Data, count: int = 3) -> dict[str, list[Any]]:
    """Return raw rows to show what the network takes: the first ones of the dev set.

    Args:
        network: whose columns they have.
        data: scaled; scaling is undone, to the precision of float32.
        count: how many rows.

    Returns:
        Numbers, or levels, by column.
    """
    rows = data.dev.X[:count].astype(np.float64) * data.scale + data.mean
    table: dict[str, list[Any]] = {}
    start = 0
    for column in network.about["columns"]:
        levels = column["levels"]
        width = 1 if levels is None else len(levels)
        block = rows[:, start : start + width]
        if levels is None:
            table[column["name"]] = [float(f"{value:.6g}") for value in block[:, 0]]
        else:
            table[column["name"]] = [levels[index] for index in block.argmax(axis=1)]
        start += width
    return table
