"""From a spec to arrays ready for training: read, split, scale, fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import DataError
from nnsearch.core.types import BoolArray, FloatArray, IntArray
from nnsearch.data.cache import load_through
from nnsearch.data.encoded import Encoded
from nnsearch.data.fitting import fit_codings, raw_columns
from nnsearch.data.observations import balance_notes, duplicate_notes
from nnsearch.data.other_splits import parts_of, split_raw
from nnsearch.data.preprocessing import Coding, Preprocessing
from nnsearch.data.raw import Inputs, RawData, listed, quoted
from nnsearch.data.scaling import Moments, Scaling, fit_scaling, measure
from nnsearch.data.sources import read_source, table_files
from nnsearch.data.spec import Data, DataSpec, Normalization, Split
from nnsearch.data.splits import Shares, SplitIndices
from nnsearch.data.storage import Storage, row_blocks

NORMALIZATIONS: tuple[Normalization, ...] = ("standard", "unit", "none")
FINGERPRINT_DIGITS = 16


def load_data(spec: DataSpec, base: Path | None = None, cache: Path | None = None) -> Data:
    """Load, split and scale what a study asks for: a pure function of the spec and its files.

    Args:
        spec: which data, and how it is split and scaled.
        base: folder that relative paths start from (the study file's); ``None`` for the current folder.
        cache: folder that may hold a large table's sets as files, ready to be mapped; ``None`` to keep all in memory.

    Returns:
        Scaled train, dev and test sets; the shift and scale come from the training set alone.

    Raises:
        DataError: if there is no such data, or no network can be trained on it.
        EnvironmentRefusedError: if the disk refuses what should lie in the cache.

    >>> data = load_data(DataSpec("moons", samples=100))
    >>> data.train.X.shape, data.dev.m, data.test.m, data.classes
    ((60, 2), 20, 20, ('0', '1'))
    """
    files = [] if cache is None else table_files(spec, base)
    if cache is None or not files:
        return _load(spec, base, Storage())
    return load_through(cache, spec, files, lambda storage: _load(spec, base, storage))


def _load(spec: DataSpec, base: Path | None, storage: Storage) -> Data:
    raw = read_source(spec, base, storage)
    normalization = _resolve_normalization(spec, raw)
    shares, indices = split_raw(raw, spec)
    codings = fit_codings(raw, indices.train, spec.missing)
    features = tuple(name for coding in codings for name in coding.features)
    _refuse_odd_names(features, codings, raw)
    sets = _sets(raw, indices, codings)
    train = sets["train"][0]
    # Nothing depends on how pictures vary unless they are standardized.
    moments = measure(train) if normalization == "standard" or raw.X.dtype != np.uint8 else None
    if moments is not None:
        _refuse_lost_precision(moments, features, raw)
    scaling = fit_scaling(normalization, len(features), moments, raw.brightest)
    split = {name: _scaled(raw, features, scaling, inputs, y, name, storage) for name, (inputs, y) in sets.items()}
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
        notes=raw.notes + _constant_notes(moments, features, raw) + _observations(raw, indices),
        channels=raw.channels,
        preprocessing=Preprocessing(codings, scaling, raw.ignored),
        brightest=raw.brightest,
    )


def _sets(
    raw: RawData, indices: SplitIndices, codings: tuple[Coding, ...]
) -> dict[str, tuple[Encoded, FloatArray | IntArray]]:
    columns = raw_columns(raw)
    sets = {name: (Encoded(raw.X, rows, codings, columns), raw.y[rows]) for name, rows in parts_of(indices)}
    if raw.given_test is not None:
        X, y = raw.given_test
        sets["test"] = (Encoded(X, None, codings, columns), y)
    return sets


def _resolve_normalization(spec: DataSpec, raw: RawData) -> Normalization:
    normalization = spec.normalize or ("unit" if raw.image_shape else "standard")
    if normalization not in NORMALIZATIONS:
        raise DataError(f"data.normalize must be one of {', '.join(NORMALIZATIONS)}, got {normalization!r}")
    if normalization == "unit" and raw.image_shape is None:
        outside = np.flatnonzero(np.any([_outside(raw.X[rows], raw.brightest) for rows in row_blocks(raw.X)], axis=0))
        if outside.size:
            raise DataError(
                f'data.normalize = "unit" needs values from 0 to {raw.brightest:g}, the feature '
                f'{quoted(raw.features[outside[0]])} of {raw.name!r} has others: use "standard"'
            )
    return normalization


def _outside(X: Inputs, brightest: float) -> BoolArray:
    return np.asarray(((X < 0) | (brightest < X)).any(axis=0))


def _observations(raw: RawData, indices: SplitIndices) -> tuple[str, ...]:
    others = {name: (raw.X, rows) for name, rows in parts_of(indices) if name != "train"}
    if raw.given_test is not None:
        others["test"] = (raw.given_test[0], np.arange(len(raw.given_test[0])))
    notes = duplicate_notes((raw.X, indices.train), others)
    if raw.task == "regression":
        return notes
    return notes + balance_notes(raw.y[indices.train].astype(np.int64), raw.classes)


def _refuse_odd_names(features: tuple[str, ...], codings: tuple[Coding, ...], raw: RawData) -> None:
    if not features:
        raise DataError(
            f"a table must have a feature with values in the training set, {quoted(codings[0].name)} of {raw.name!r} "
            "has none there: drop it or fill it"
        )
    counts = Counter(features)
    if len(counts) == len(features):
        return
    twin = next(name for name, count in counts.items() if count > 1)
    owners = [coding for coding in codings if twin in coding.features]
    what = f"write the level {quoted(twin.partition('=')[2])} in another way" if len(owners) == 1 else "rename a column"
    raise DataError(f"inputs must have different names, {quoted(twin)} of {raw.name!r} is there twice: {what}")


def _scaled(
    raw: RawData,
    features: tuple[str, ...],
    scaling: Scaling,
    inputs: Encoded,
    y: FloatArray | IntArray,
    name: str,
    storage: Storage,
) -> Split:
    m, n_x = inputs.shape
    in_file = storage.is_large(4 * m * n_x)
    whole: NDArray[np.float32] = storage.allocate(name, (m, n_x + 1 if in_file else n_x), np.float32)
    start = 0
    for block in inputs:
        out = whole[start : start + len(block)]
        scaling.apply(block, out[:, :n_x])
        if block.dtype != np.uint8 and not np.isfinite(out[:, :n_x]).all():  # scaled bytes cannot overflow
            bad = int(np.flatnonzero(~np.isfinite(out[:, :n_x]).all(axis=0))[0])
            raise DataError(
                f"scaled inputs must be finite, the feature {quoted(features[bad])} of {raw.name!r} has values beyond "
                "3.4e38 training deviations: correct them or drop the column"
            )
        out[:, n_x:] = 1
        start += len(block)
    # Numbers stay as they were read: what they vary by may be lost in float32 until their mean is subtracted.
    targets = y.astype(np.int64) if raw.task == "classification" else y.astype(np.float64)
    return Split(whole[:, :n_x], targets, whole if in_file else None)


def _refuse_lost_precision(moments: Moments, features: tuple[str, ...], raw: RawData) -> None:
    bad = np.flatnonzero(moments.lost_precision) if raw.X.dtype != np.uint8 else np.zeros(0, np.int64)
    if bad.size:
        raise DataError(
            f"a feature must vary more than float32 can resolve, got {quoted(features[bad[0]])} of {raw.name!r} "
            f"from {moments.lowest[bad[0]]:.17g} to {moments.highest[bad[0]]:.17g}: subtract a constant from it first"
        )


def _constant_notes(moments: Moments | None, features: tuple[str, ...], raw: RawData) -> tuple[str, ...]:
    if moments is None or raw.image_shape is not None:
        return ()  # dark corners are what pictures look like
    names = [features[index] for index in np.flatnonzero(moments.constant)]
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
        for rows in row_blocks(array):
            digest.update(np.ascontiguousarray(array[rows]).data)
    shaping: tuple[object, ...] = (
        *(raw.task, raw.classes, raw.features, shares.dev, shares.test, normalization, spec.split_seed),
        # What not every table has is only told where it is there: it came later than the first fingerprints.
        *((column.kind, column.levels) for column in raw.columns if column.kind != "number"),
        *given,
        *((spec.missing,) if _has_missing(raw) else ()),
        *((raw.channels,) if raw.channels > 1 else ()),
    )
    digest.update(repr(shaping).encode())
    return digest.hexdigest()[:FINGERPRINT_DIGITS]


def _has_missing(raw: RawData) -> bool:
    return raw.X.dtype != np.uint8 and any(bool(np.isnan(raw.X[rows]).any()) for rows in row_blocks(raw.X))
