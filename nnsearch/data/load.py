"""From a spec to arrays ready for training: read, split, scale, fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.types import FloatArray, IntArray
from nnsearch.data.raw import Inputs, RawData, listed, quoted
from nnsearch.data.scaling import Scaling, constant_features, fit_scaling, lost_precision
from nnsearch.data.sources import read_source
from nnsearch.data.spec import Data, DataSpec, Normalization, Split
from nnsearch.data.splits import Shares, SplitIndices, resolve_shares, split_indices

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
    shares, indices = _split(spec, raw)
    train_X = raw.X[indices.train]
    scaling = fit_scaling(train_X, normalization, raw.brightest)
    _refuse_lost_precision(train_X, raw)
    return Data(
        name=raw.name,
        task=raw.task,
        train=_scaled(raw, scaling, train_X, raw.y[indices.train]),
        dev=_scaled(raw, scaling, raw.X[indices.dev], raw.y[indices.dev]),
        test=_test_set(raw, scaling, indices),
        classes=raw.classes,
        features=raw.features,
        mean=scaling.mean,
        scale=scaling.scale,
        image_shape=raw.image_shape,
        fingerprint=_fingerprint(raw, shares, normalization, spec.split_seed),
        notes=raw.notes + _constant_notes(train_X, raw),
    )


def _resolve_normalization(spec: DataSpec, raw: RawData) -> Normalization:
    normalization = spec.normalize or ("unit" if raw.image_shape else "standard")
    if normalization not in NORMALIZATIONS:
        raise DataError(f"data.normalize must be one of {', '.join(NORMALIZATIONS)}, got {normalization!r}")
    if normalization == "unit" and raw.image_shape is None:
        outside = np.flatnonzero((raw.X.min(axis=0) < 0) | (raw.X.max(axis=0) > raw.brightest))
        if outside.size:
            raise DataError(
                f'data.normalize = "unit" needs values from 0 to {raw.brightest:g}, the feature '
                f'{quoted(raw.features[outside[0]])} of {raw.name!r} has others: use "standard"'
            )
    return normalization


def _split(spec: DataSpec, raw: RawData) -> tuple[Shares, SplitIndices]:
    # A test set that came with the source leaves all other examples to train and dev.
    shares = resolve_shares(raw.m, spec.dev, 0.0 if raw.given_test else spec.test)
    labels = raw.y.astype(np.int64) if raw.task == "classification" else None
    return shares, split_indices(raw.m, shares, spec.split_seed, labels, raw.classes)


def _scaled(raw: RawData, scaling: Scaling, X: Inputs, y: FloatArray | IntArray) -> Split:
    scaled = scaling.apply(X)
    if X.dtype != np.uint8 and not np.isfinite(scaled).all():  # scaled bytes cannot overflow
        bad = int(np.flatnonzero(~np.isfinite(scaled).all(axis=0))[0])
        raise DataError(
            f"scaled inputs must be finite, the feature {quoted(raw.features[bad])} of {raw.name!r} has values beyond "
            "3.4e38 training deviations: correct them or drop the column"
        )
    return Split(scaled, y.astype(np.int64) if raw.task == "classification" else y.astype(np.float32))


def _test_set(raw: RawData, scaling: Scaling, indices: SplitIndices) -> Split | None:
    if raw.given_test is not None:
        return _scaled(raw, scaling, *raw.given_test)
    if indices.test is None:
        return None
    return _scaled(raw, scaling, raw.X[indices.test], raw.y[indices.test])


def _refuse_lost_precision(train_X: Inputs, raw: RawData) -> None:
    bad = np.flatnonzero(lost_precision(train_X)) if train_X.dtype != np.uint8 else np.zeros(0, np.int64)
    if bad.size:
        column = train_X[:, bad[0]]
        raise DataError(
            f"a feature must vary more than float32 can resolve, got {quoted(raw.features[bad[0]])} of {raw.name!r} "
            f"from {column.min():.17g} to {column.max():.17g}: subtract a constant from it first"
        )


def _constant_notes(train_X: Inputs, raw: RawData) -> tuple[str, ...]:
    if raw.image_shape is not None:
        return ()  # dark corners are what pictures look like
    names = [raw.features[index] for index in np.flatnonzero(constant_features(train_X))]
    if not names:
        return ()
    return (f"constant in the training set, kept but of no use: {listed(names)}",)


def _fingerprint(raw: RawData, shares: Shares, normalization: Normalization, split_seed: int) -> str:
    digest = hashlib.sha256()
    arrays: list[NDArray[np.generic]] = [raw.X, raw.y, *(raw.given_test or ())]
    for array in arrays:
        digest.update(f"{array.dtype.str}|{array.shape}|".encode())
        digest.update(np.ascontiguousarray(array).data)
    shaping = (raw.task, raw.classes, raw.features, shares.dev, shares.test, normalization, split_seed)
    digest.update(repr(shaping).encode())
    return digest.hexdigest()[:FINGERPRINT_DIGITS]
