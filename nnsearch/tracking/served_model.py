"""The network as it is served: raw table rows in, predictions out, with NumPy alone.

A copy of this file travels inside every exported model, where MLflow runs it (the last lines); so it imports nothing
of nnsearch. ``nnsearch predict`` uses the same code from here.
"""

# No postponed annotations here: MLflow reads those of ``predict`` as types.
import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

NETWORK = "network"
"""The model's one artifact: an npz of arrays and, as text, what they mean."""
CHUNK = 4096
"""Rows predicted at once, so that memory stays small."""
NORMALIZATION_EPSILON = 1e-5
LEAK = 0.01

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
GREATEST = float(np.finfo(np.float32).max)
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?"})
"""Words for no value in a column of numbers."""
NOTHING = frozenset({"NAType", "NaTType"})
"""Types of pandas' own missing values. This and the three above are those of ``nnsearch.data.csv_columns``."""

Array = NDArray[Any]


class ServedNetwork:
    """A trained network with the preparation of its inputs and the names of its outputs.

    Args:
        arrays: ``W1 (n_1, n_x), b1 (n_1, 1)`` ... by layer (a normalized layer has ``gamma, beta, mean, variance``),
            ``mean`` and ``scale`` ``(n_x,)`` of the inputs.
        about: ``columns`` (what :class:`nnsearch.data.preprocessing.Coding` holds of each), ``activations`` of the
            hidden layers, ``output`` (softmax, sigmoid, linear or relu), ``classes``, ``target_mean``,
            ``target_scale``.
    """

    def __init__(self, arrays: Mapping[str, Array], about: Mapping[str, Any]) -> None:
        self.arrays = dict(arrays)
        self.about = dict(about)

    @classmethod
    def load(cls, path: Any) -> Self:  # a path, or a file opened for reading bytes
        """Read what :meth:`save` wrote; nothing is unpickled.

        Raises:
            ValueError: if the file holds objects.
        """
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        return cls(arrays, json.loads(str(arrays.pop("about"))))

    def save(self, path: Any) -> None:  # a path, or a file opened for writing bytes
        """Write everything as one npz."""
        np.savez(path, allow_pickle=False, about=np.array(json.dumps(self.about)), **self.arrays)

    @property
    def columns(self) -> list[str]:
        """Names of the raw columns it needs."""
        return [column["name"] for column in self.about["columns"]]

    def predict(self, table: Any) -> dict[str, Array]:
        """Predict.

        Args:
            table: the raw columns by name: a mapping of sequences, or a data frame; others are ignored.

        Returns:
            By name, one value per row: ``prediction`` (a class label, or a number in the target's own unit) and for
            classes ``probability_<label>``, float64.

        Raises:
            ValueError: if a column is missing, or a cell is not what it must be.
        """
        return self.answers(self.outputs(self.inputs(table)))

    def answers(self, outputs: NDArray[np.float64]) -> dict[str, Array]:
        """Name what :meth:`outputs` computed: see :meth:`predict`."""
        if not self.about["classes"]:
            return {"prediction": outputs[:, 0]}
        labels = np.array(self.about["classes"])
        named = {f"probability_{label}": outputs[:, index] for index, label in enumerate(labels)}
        return {"prediction": labels[outputs.argmax(axis=1)], **named}

    def inputs(self, table: Any) -> NDArray[np.float64]:
        """Turn raw columns into features ``(m, n_x)``, categories one-hot, not scaled.

        Raises:
            ValueError: see :meth:`predict`.
        """
        missing = [name for name in self.columns if name not in table]
        if missing:
            more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
            raise ValueError(f"the columns {', '.join(map(repr, missing[:5]))}{more} must be there, they are missing")
        blocks = [encode_column(column, table[column["name"]]) for column in self.about["columns"]]
        return np.concatenate(blocks, axis=1)

    def outputs(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Compute the output layer, a column per class or one column of numbers in the target's unit.

        Args:
            features: ``(m, n_x)``, not scaled.
        """
        parts = [self._outputs(features[start : start + CHUNK]) for start in range(0, len(features), CHUNK)]
        columns = len(self.about["classes"]) or 1
        return np.concatenate(parts) if parts else np.empty((0, columns))

    def _outputs(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        mean, scale = (self.arrays[name].astype(np.float64) for name in ("mean", "scale"))
        # Inputs are rounded as in training; the sums are not, so that every machine finds the same to 1e-12 or so.
        A = ((features - mean) / scale).astype(np.float32).astype(np.float64)
        activations = [*self.about["activations"], "linear"]
        for layer, activation in enumerate(activations, start=1):
            A = ACTIVATIONS[activation](self._layer(layer, A))
        return self._finish(A)

    def _layer(self, layer: int, A: Array) -> Array:
        Z = A @ self._transposed(f"W{layer}")
        if f"gamma{layer}" not in self.arrays:
            return np.asarray(Z + self._transposed(f"b{layer}"))
        gamma, beta, mean, variance = (
            self._transposed(f"{name}{layer}") for name in ("gamma", "beta", "mean", "variance")
        )
        return np.asarray((Z - mean) * (gamma / np.sqrt(variance + NORMALIZATION_EPSILON)) + beta)

    def _transposed(self, name: str) -> NDArray[np.float64]:
        return self.arrays[name].T.astype(np.float64)

    def _finish(self, Z: NDArray[np.float64]) -> NDArray[np.float64]:
        output = self.about["output"]
        if output == "softmax":
            exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
            return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True))
        if output == "sigmoid":
            second = _sigmoid(Z)
            return np.concatenate([1 - second, second], axis=1)
        numbers = np.maximum(Z, 0) if output == "relu" else Z
        return np.asarray(numbers * self.about["target_scale"] + self.about["target_mean"])


def encode_column(coding: Mapping[str, Any], cells: Any) -> NDArray[np.float64]:
    """Turn one raw column into features ``(m, width)``, not scaled.

    Args:
        coding: what was learned of the column in training.
        cells: numbers, text as in a CSV file, or nothing (``None``, NaN) where a value is missing.

    Raises:
        ValueError: naming the column, the cell and its row, counted from 1.
    """
    texts = [_text(cell) for cell in cells]
    if coding["kind"] == "category":
        return _one_hot(coding, texts)
    values = np.array([_number(coding, text, row) for row, text in enumerate(texts, start=1)], np.float64)
    gone = np.isnan(values)
    if gone.any() and coding["fill"] is None:
        _refuse_missing(coding, gone.tolist())
    values = np.where(gone, float(coding["fill"] or 0), values)
    return np.column_stack([values, gone]) if coding["indicator"] else values[:, None]


def _one_hot(coding: Mapping[str, Any], texts: Sequence[str]) -> NDArray[np.float64]:
    """One column per level; then one for rare and unseen levels, if there were rare ones; then one for missing."""
    levels, grouped = coding["levels"], coding["grouped"]
    width = len(levels) + bool(grouped) + bool(coding["indicator"])
    place = {level: index for index, level in enumerate(levels)} | dict.fromkeys(grouped, len(levels))
    unseen = len(levels) if grouped else width  # the column behind the last is cut off below
    if coding["indicator"]:
        place[""] = width - 1
    elif coding["fill"] is not None:
        place[""] = place.get(coding["fill"], unseen)
    elif "" in texts:
        _refuse_missing(coding, [not text for text in texts])
    one_hot = np.zeros((len(texts), width + 1))
    one_hot[np.arange(len(texts)), [place.get(text, unseen) for text in texts]] = 1
    return one_hot[:, :width]


def _number(coding: Mapping[str, Any], text: str, row: int) -> float:
    folded = text.casefold()
    if folded in MISSING:
        return float("nan")
    words = list(coding["words"])
    if coding["kind"] == "boolean" and folded in words:
        return float(words.index(folded))
    if coding["kind"] == "boolean" or not NUMBER.fullmatch(text) or abs(float(text)) > GREATEST:
        rule = f"one of {', '.join(words)}" if coding["kind"] == "boolean" else "finite numbers up to 3.4e38"
        raise ValueError(f"the column {coding['name']!r} must hold {rule}, got {text!r} in row {row}")
    return float(text)


def _text(cell: Any) -> str:
    # By name, as pandas need not be there; comparing pandas' NA with anything gives NA.
    if cell is None or type(cell).__name__ in NOTHING or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _refuse_missing(coding: Mapping[str, Any], gone: Sequence[bool]) -> None:
    raise ValueError(
        f"the column {coding['name']!r} must have no missing values, got one in row {gone.index(True) + 1}"
    )


def _sigmoid(Z: Array) -> Array:
    # sigma(z) = (1 + tanh(z / 2)) / 2 cannot overflow, whatever z.
    return np.asarray((1 + np.tanh(Z / 2)) / 2)


def _linear(Z: Array) -> Array:
    return Z


def _relu(Z: Array) -> Array:
    return np.asarray(np.maximum(Z, Z.dtype.type(0)))


def _leaky_relu(Z: Array) -> Array:
    return np.asarray(np.maximum(Z, Z * Z.dtype.type(LEAK)))


def _tanh(Z: Array) -> Array:
    return np.asarray(np.tanh(Z))


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "relu": _relu,
    "leaky_relu": _leaky_relu,
    "tanh": _tanh,
    "sigmoid": _sigmoid,
    "linear": _linear,
}
"""By name, as in a study file."""


def _hand_over() -> None:
    """Give MLflow the model: called where MLflow runs this file."""
    import pandas as pd
    from mlflow.models import set_model
    from mlflow.pyfunc.model import PythonModel

    class Model(PythonModel):
        def load_context(self, context: Any) -> None:
            self.network = ServedNetwork.load(context.artifacts[NETWORK])

        def predict(self, model_input: pd.DataFrame) -> pd.DataFrame:  # type: ignore[override]  # MLflow looks at it
            return pd.DataFrame(self.network.predict(model_input))

    set_model(Model())


if not __package__:  # as a file of a model, rather than a module of nnsearch
    _hand_over()
