"""Learning what becomes of a table's columns from its training set, by scikit-learn's transformers.

Their results become a :class:`~nnsearch.data.preprocessing.Coding`; the transformers themselves are not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import IntArray
from nnsearch.data.preprocessing import Coding
from nnsearch.data.raw import Column, RawData
from nnsearch.data.spec import Missing
from nnsearch.data.storage import column_groups


def fit_codings(raw: RawData, rows: IntArray, missing: Missing | None) -> tuple[Coding, ...]:
    """Learn what becomes of each column.

    Args:
        raw: says what the columns are.
        rows: numbers of the training set's rows.
        missing: what replaces missing values; ``None`` to learn nothing for them.
    """
    columns = raw_columns(raw)
    if missing is None and all(column.kind == "number" for column in columns):
        return tuple(Coding(column.name) for column in columns)
    codings: list[Coding] = []
    for group in column_groups(raw.X):
        train = raw.X[:, group][rows].astype(np.float64)
        codings += [_fit(column, values, missing) for column, values in zip(columns[group], train.T, strict=True)]
    return tuple(codings)


def raw_columns(raw: RawData) -> Sequence[Column]:
    """Return what the columns of raw inputs hold."""
    return raw.columns or tuple(Column(name) for name in raw.features)


def rare_below(m: int) -> int:
    """Return how many of ``m`` training examples a level needs for an input of its own.

    >>> rare_below(100), rare_below(500), rare_below(10**6)
    (2, 5, 10)
    """
    return max(2, min(10, m // 100))


def _fit(column: Column, values: NDArray[np.float64], missing: Missing | None) -> Coding:
    gone = bool(np.isnan(values).any())
    indicator = missing == "indicator" and gone
    fill = None if missing is None else _fit_fill(column, values, missing)
    if column.kind != "category":
        return Coding(column.name, column.kind, fill=fill, indicator=indicator, words=column.words)
    levels, grouped = _fit_levels(column, values)
    word = None if fill is None or indicator else column.levels[int(fill)]
    return Coding(column.name, column.kind, levels, grouped, word, indicator)


def _fit_fill(column: Column, values: NDArray[np.float64], missing: Missing) -> float:
    from sklearn.impute import SimpleImputer

    by_median = column.kind == "number" and missing != "most_frequent"
    # A column without any value in the training set gets 0: a constant, which the notes tell of.
    imputer = SimpleImputer(strategy="median" if by_median else "most_frequent", keep_empty_features=True)
    return float(imputer.fit(values[:, None]).statistics_[0])


def _fit_levels(column: Column, values: NDArray[np.float64]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    from sklearn.preprocessing import OneHotEncoder

    codes = values[~np.isnan(values)].astype(np.int64)
    seen = np.unique(codes)  # the levels are in natural order, and so are their codes
    if not seen.size:
        return (), ()
    encoder: Any = OneHotEncoder(  # scikit-learn has no types
        categories=[seen], min_frequency=rare_below(len(values)), handle_unknown="infrequent_if_exist"
    )
    infrequent = encoder.fit(codes[:, None]).infrequent_categories_[0]
    rare = set() if infrequent is None else {int(code) for code in infrequent}
    kept = tuple(column.levels[code] for code in seen if int(code) not in rare)
    return kept, tuple(column.levels[code] for code in seen if int(code) in rare)
