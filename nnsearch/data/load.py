"""From a spec to arrays ready for training: read, split, scale, fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.fitting import fit_codings, raw_columns
from nnsearch.data.observations import balance_notes, duplicate_notes
from nnsearch.data.other_splits import parts_of, split_raw
from nnsearch.data.preprocessing import Preprocessing, encode
from nnsearch.data.raw import Inputs, RawData, listed, quoted
from nnsearch.data.scaling import Scaling, constant_features, fit_scaling, lost_precision
from nnsearch.data.sources import read_source
from nnsearch.data.spec import Data, DataSpec, Normalization, Split
from nnsearch.data.splits import Shares, SplitIndices

NORMALIZATIONS: tuple[Normalization, ...] = ("standard", "unit", "none")
FINGERPRINT_DIGITS = 16


def load_data(spec: DataSpec, base: Path | None = None) -> Data:
    """Load, split and scale what a study asks for: a pure function of the spec and its files.

    Args:
        spec: which data, and how it is split and scaled.
        base: folder that relative paths start from (the study file's); ``None`` for the current folder.

    Returns:
        Scaled train, dev and test sets; the shift and scale come from the training set alone.

    Raises:
        DataError: if there is no such data, or no network can be trained on it.

    >>> data = load_data(DataSpec("moons", samples=100))
    >>> data.train.X.shape, data.dev.m, data.test.m, data.classes
    ((60, 2), 20, 20, ('0', '1'))
    """
    raw = read_source(spec, base)
    normalization = _resolve_normalization(spec, raw)
    shares, indices = split_raw(raw, spec)
    codings = fit_codings(raw, raw.X[indices.train], spec.missing)
    features = tuple(name for coding in codings for name in coding.features)
    _refuse_twins(features, raw)
    inputs = {name: encode(codings, raw_columns(raw), raw.X[rows]) for name, rows in parts_of(indices)}
    scaling = fit_scaling(inputs["train"], normalization, raw.brightest)
    _refuse_lost_precision(inputs["train"], features, raw)
    split = {name: _scaled(raw, features, scaling, inputs[name], raw.y[rows]) for name, rows in parts_of(indices)}
    if raw.given_test is not None:
        split["test"] = _scaled(raw, features, scaling, *raw.given_test)
    return Data(
        name=raw.name,
        task=raw.task,
        train=split["train"],
        dev=split["dev"],
        test=split.get("test"),
        classes=raw.classes,
        features=features,
        mean=scaling.mean,
        scale=scaling.scale,
        image_shape=raw.image_shape,
        fingerprint=_fingerprint(raw, shares, normalization, spec),
        notes=raw.notes + _constant_notes(inputs["train"], features, raw) + _observations(raw, indices),
        channels=raw.channels,
        preprocessing=Preprocessing(codings, scaling, raw.ignored),
    )


def _resolve_normalization(spec: DataSpec, raw: RawData) -> Normalization:
    normalization = spec.normalize or ("unit" if raw.image_shape else "standard")
    if normalization not in NORMALIZATIONS:
        raise DataError(f"data.normalize must be one of {', '.join(NORMALIZATIONS)}, got {normalization!r}")
    if normalization == "unit" and raw.image_shape is None:
        outside = np.flatnonzero(((raw.X < 0) | (raw.brightest < raw.X)).any(axis=0))
        if outside.size:
            raise DataError(
                f'data.normalize = "unit" needs values from 0 to {raw.brightest:g}, the feature '
                f'{quoted(raw.features[outside[0]])} of {raw.name!r} has others: use "standard"'
            )
    return normalization


def _observations(raw: RawData, indices: SplitIndices) -> tuple[str, ...]:
    others = {name: (raw.X, rows) for name, rows in parts_of(indices) if name != "train"}
    if raw.given_test is not None:
        others["test"] = (raw.given_test[0], np.arange(len(raw.given_test[0])))
    notes = duplicate_notes((raw.X, indices.train), others)
    if raw.task == "regression":
        return notes
    return notes + balance_notes(raw.y[indices.train].astype(np.int64), raw.classes)


def _refuse_twins(features: tuple[str, ...], raw: RawData) -> None:
    if len(set(features)) < len(features):
        twin = next(name for name in features if features.count(name) > 1)
        raise DataError(
            f"inputs must have different names, {quoted(twin)} of {raw.name!r} is there twice: rename a column"
        )


def _scaled(raw: RawData, features: tuple[str, ...], scaling: Scaling, X: Inputs, y: FloatArray | IntArray) -> Split:
    scaled = scaling.apply(X)
    if X.dtype != np.uint8 and not np.isfinite(scaled).all():  # scaled bytes cannot overflow
        bad = int(np.flatnonzero(~np.isfinite(scaled).all(axis=0))[0])
        raise DataError(
            f"scaled inputs must be finite, the feature {quoted(features[bad])} of {raw.name!r} has values beyond "
            "3.4e38 training deviations: correct them or drop the column"
        )
    return Split(scaled, y.astype(np.int64) if raw.task == "classification" else y.astype(np.float32))


def _refuse_lost_precision(train_X: Inputs, features: tuple[str, ...], raw: RawData) -> None:
    bad = np.flatnonzero(lost_precision(train_X)) if train_X.dtype != np.uint8 else np.zeros(0, np.int64)
    if bad.size:
        column = train_X[:, bad[0]]
        raise DataError(
            f"a feature must vary more than float32 can resolve, got {quoted(features[bad[0]])} of {raw.name!r} "
            f"from {column.min():.17g} to {column.max():.17g}: subtract a constant from it first"
        )


def _constant_notes(train_X: Inputs, features: tuple[str, ...], raw: RawData) -> tuple[str, ...]:
    if raw.image_shape is not None:
        return ()  # dark corners are what pictures look like
    names = [features[index] for index in np.flatnonzero(constant_features(train_X))]
    if not names:
        return ()
    return (f"constant in the training set, kept but of no use: {listed(names)}",)


def _fingerprint(raw: RawData, shares: Shares, normalization: Normalization, spec: DataSpec) -> str:
    digest = hashlib.sha256()
    arrays: list[NDArray[np.generic]] = [raw.X, raw.y, *(raw.given_test or ())]
    roles = {"groups": raw.groups, "order": raw.order, "assigned": raw.assigned}
    given = {name: array for name, array in roles.items() if array is not None}
    for array in (*arrays, *given.values()):
        digest.update(f"{array.dtype.str}|{array.shape}|".encode())
        digest.update(np.ascontiguousarray(array).data)
    shaping: tuple[object, ...] = (
        *(raw.task, raw.classes, raw.features, shares.dev, shares.test, normalization, spec.split_seed),
        # What not every table has is only told where it is there: it came later than the first fingerprints.
        *((column.kind, column.levels) for column in raw.columns if column.kind != "number"),
        *given,
        *((spec.missing,) if raw.X.dtype != np.uint8 and np.isnan(raw.X).any() else ()),
        *((raw.channels,) if raw.channels > 1 else ()),
    )
    digest.update(repr(shaping).encode())
    return digest.hexdigest()[:FINGERPRINT_DIGITS]
