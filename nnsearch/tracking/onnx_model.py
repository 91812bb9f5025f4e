"""The network as an ONNX graph, with the preparation of its inputs and the names of its classes inside.

Imports the package ``onnx`` where it is needed: it is an optional extra.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.tracking.served_model import LEAK, NORMALIZATION_EPSILON, ServedNetwork

if TYPE_CHECKING:
    from onnx import ModelProto

NUMBERS, CATEGORIES = "numbers", "categories"
"""Inputs: float64 ``(m, columns)``, NaN where a value is missing; text ``(m, columns)``, empty where one is missing."""
LABEL, PROBABILITIES, PREDICTION = "label", "probabilities", "prediction"
"""Outputs: text ``(m,)`` and float32 ``(m, classes)``; or float64 ``(m, 1)``."""
OPSET, ML_OPSET, IR_VERSION = 17, 3, 8
"""Old enough for runtimes of 2022."""
NOTE = (
    "Inputs are raw columns in the order of the metadata 'columns': numbers as float64 (booleans as 0 and 1), "
    "categories as text without blanks around it. A graph cannot refuse: a missing number that training had no rule "
    "for gives NaN, a missing category counts as one that was never seen."
)


def onnx_model(network: ServedNetwork) -> ModelProto:
    """Build the graph of a network.

    Scaling is computed in float64, the network in float32 as in training; batch normalization is folded into its layer.

    Args:
        network: with its preparation.

    Returns:
        A checked model. Inputs and outputs are named by this module's constants; its metadata say what they are.

    Raises:
        EnvironmentRefusedError: if the package ``onnx`` is not installed.
    """
    try:
        import onnx
    except ImportError as error:
        raise EnvironmentRefusedError(
            f"ONNX needs the package onnx ({error}): pip install onnx, or nnsearch with its extra [onnx]"
        ) from error
    graph = _Graph()
    values = _scale(graph, network, _features(graph, network.about["columns"]))
    outputs = _finish(graph, network.about, _layers(graph, network, values))
    made = onnx.helper.make_model(
        graph.proto(outputs),
        producer_name="nnsearch",
        ir_version=IR_VERSION,
        opset_imports=[onnx.helper.make_opsetid("", OPSET), onnx.helper.make_opsetid("ai.onnx.ml", ML_OPSET)],
        doc_string=NOTE,
    )
    onnx.helper.set_model_props(made, _metadata(network.about))
    onnx.checker.check_model(made, full_check=True)
    return made


def input_names(columns: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the columns that each input of the graph holds, in their order.

    Args:
        columns: what :class:`nnsearch.data.preprocessing.Coding` holds of each raw column.
    """
    categories = [str(column["name"]) for column in columns if column["kind"] == "category"]
    numbers = [str(column["name"]) for column in columns if column["kind"] != "category"]
    return {name: listed for name, listed in ((NUMBERS, numbers), (CATEGORIES, categories)) if listed}


def _metadata(about: Mapping[str, Any]) -> dict[str, str]:
    return {
        "study": str(about.get("study", "")),
        "trial": str(about.get("trial", "")),
        "columns": json.dumps(input_names(about["columns"])),
        "classes": json.dumps(list(about["classes"])),
    }


class _Graph:
    """Nodes, constants and inputs as they are added; every value has a name of its own."""

    def __init__(self) -> None:
        self._nodes: list[Any] = []  # onnx's own types from here on: the package may not be there
        self._constants: list[Any] = []
        self._inputs: list[Any] = []

    def proto(self, outputs: Sequence[Any]) -> Any:
        from onnx import helper

        return helper.make_graph(self._nodes, "nnsearch", self._inputs, list(outputs), self._constants)

    def input(self, name: str, kind: int, columns: int) -> str:
        from onnx import helper

        self._inputs.append(helper.make_tensor_value_info(name, kind, ["m", columns]))
        return name

    def constant(self, values: NDArray[Any]) -> str:
        from onnx import numpy_helper

        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(values, order="C"), name))
        return name

    def add(self, operator: str, *inputs: str, output: str = "", domain: str = "", **attributes: Any) -> str:
        from onnx import helper

        name = output or f"value_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, [name], domain=domain, **attributes))
        return name

    def cast(self, value: str, kind: int) -> str:
        return self.add("Cast", value, to=kind)


def _features(graph: _Graph, columns: Sequence[Mapping[str, Any]]) -> str:
    """Add what turns raw columns into features, float64 ``(m, n_x)``, categories one-hot, not scaled."""
    from onnx import TensorProto

    names = input_names(columns)
    parts: list[str] = []
    places: dict[tuple[str, str], int] = {}  # where a column's value, or its first level, and its indicator are
    width = 0
    numbers = [column for column in columns if column["kind"] != "category"]
    if numbers:
        raw = graph.input(NUMBERS, TensorProto.DOUBLE, len(numbers))
        parts.append(_filled(graph, raw, numbers))
        places |= {(column["name"], "value"): index for index, column in enumerate(numbers)}
        width = len(numbers)
        if any(column["indicator"] for column in numbers):
            parts.append(graph.cast(graph.add("IsNaN", raw), TensorProto.DOUBLE))
            places |= {(column["name"], "gone"): width + index for index, column in enumerate(numbers)}
            width *= 2
    if CATEGORIES in names:
        texts = graph.input(CATEGORIES, TensorProto.STRING, len(names[CATEGORIES]))
        for index, column in enumerate(column for column in columns if column["kind"] == "category"):
            places[column["name"], "value"] = width
            parts.append(_one_hot(graph, graph.add("Gather", texts, _index(graph, index), axis=1), column))
            width += _levels(column) + 1
    together = graph.add("Concat", *parts, axis=1) if len(parts) > 1 else parts[0]
    order = [place for column in columns for place in _places(column, places)]
    if order == list(range(width)):
        return together
    return graph.add("Gather", together, graph.constant(np.array(order, np.int64)), axis=1)


def _places(column: Mapping[str, Any], places: Mapping[tuple[str, str], int]) -> list[int]:
    first = places[column["name"], "value"]
    if column["kind"] == "category":
        return list(range(first, first + _levels(column)))
    return [first, places[column["name"], "gone"]] if column["indicator"] else [first]


def _index(graph: _Graph, index: int) -> str:
    return graph.constant(np.array(index, np.int64))


def _filled(graph: _Graph, raw: str, numbers: Sequence[Mapping[str, Any]]) -> str:
    """Add what replaces missing numbers; those with an indicator are 0 where nothing else was learned."""
    fills = [0.0 if c["fill"] is None and c["indicator"] else c["fill"] for c in numbers]
    if all(fill is None for fill in fills):
        return raw
    row = np.array([[np.nan if fill is None else float(fill) for fill in fills]])
    return graph.add("Where", graph.add("IsNaN", raw), graph.constant(row), raw)


def _levels(column: Mapping[str, Any]) -> int:
    """How many features a category becomes."""
    return len(column["levels"]) + bool(column["grouped"]) + bool(column["indicator"])


def _one_hot(graph: _Graph, texts: str, column: Mapping[str, Any]) -> str:
    """Add the features of one category: float64, one per level and one more, which nothing uses, for unseen levels."""
    from onnx import TensorProto

    levels, grouped, width = column["levels"], column["grouped"], _levels(column)
    place = {level: index for index, level in enumerate(levels)} | dict.fromkeys(grouped, len(levels))
    unseen = len(levels) if grouped else width
    if column["indicator"]:
        place[""] = width - 1
    else:
        place[""] = width if column["fill"] is None else place.get(column["fill"], unseen)
    index = graph.add(
        "LabelEncoder",
        texts,
        domain="ai.onnx.ml",
        keys_strings=list(place),
        values_int64s=list(place.values()),
        default_int64=unseen,
    )
    depth, ends = graph.constant(np.array(width + 1, np.int64)), graph.constant(np.array([0, 1], np.float32))
    return graph.cast(graph.add("OneHot", index, depth, ends, axis=-1), TensorProto.DOUBLE)


def _scale(graph: _Graph, network: ServedNetwork, features: str) -> str:
    from onnx import TensorProto

    mean, scale = (graph.constant(network.arrays[name].astype(np.float64)) for name in ("mean", "scale"))
    return graph.cast(graph.add("Div", graph.add("Sub", features, mean), scale), TensorProto.FLOAT)


def _layers(graph: _Graph, network: ServedNetwork, A: str) -> str:
    """Add the layers; return what goes into the output's activation, float32 ``(m, n_y)``."""
    for layer, activation in enumerate([*network.about["activations"], "linear"], start=1):
        W, b = (graph.constant(values) for values in _affine(network, layer))
        A = _activate(graph, activation, graph.add("Gemm", A, W, b, transB=1))
    return A


def _affine(network: ServedNetwork, layer: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return ``W (n_out, n_in)`` and ``b (n_out,)`` of a layer, batch normalization included."""
    arrays = {name: network.arrays.get(f"{name}{layer}") for name in ("W", "b", "gamma", "beta", "mean", "variance")}
    found = {name: values.astype(np.float64) for name, values in arrays.items() if values is not None}
    if "gamma" not in found:
        return found["W"].astype(np.float32), found["b"][:, 0].astype(np.float32)
    slope = found["gamma"] / np.sqrt(found["variance"] + NORMALIZATION_EPSILON)
    shift = found["beta"] - found["mean"] * slope
    return (found["W"] * slope).astype(np.float32), shift[:, 0].astype(np.float32)


def _activate(graph: _Graph, activation: str, Z: str) -> str:
    if activation == "linear":
        return Z
    attributes: dict[str, Any] = {"alpha": LEAK} if activation == "leaky_relu" else {}
    return graph.add(OPERATORS[activation], Z, **attributes)


def _finish(graph: _Graph, about: Mapping[str, Any], Z: str) -> list[Any]:
    """Add the output layer's activation and what gives its values their names; return the graph's outputs."""
    from onnx import TensorProto, helper

    if not about["classes"]:
        numbers = graph.cast(_activate(graph, about["output"], Z), TensorProto.DOUBLE)
        scale, mean = (graph.constant(np.array(about[name], np.float64)) for name in ("target_scale", "target_mean"))
        graph.add("Add", graph.add("Mul", numbers, scale), mean, output=PREDICTION)
        return [helper.make_tensor_value_info(PREDICTION, TensorProto.DOUBLE, ["m", 1])]
    if about["output"] == "softmax":
        graph.add("Softmax", Z, axis=1, output=PROBABILITIES)
    else:
        second = graph.add("Sigmoid", Z)
        first = graph.add("Sub", graph.constant(np.array(1, np.float32)), second)
        graph.add("Concat", first, second, axis=1, output=PROBABILITIES)
    labels = [str(label) for label in about["classes"]]
    graph.add(
        "LabelEncoder",
        graph.add("ArgMax", PROBABILITIES, axis=1, keepdims=0),
        output=LABEL,
        domain="ai.onnx.ml",
        keys_int64s=list(range(len(labels))),
        values_strings=labels,
    )
    return [
        helper.make_tensor_value_info(LABEL, TensorProto.STRING, ["m"]),
        helper.make_tensor_value_info(PROBABILITIES, TensorProto.FLOAT, ["m", len(labels)]),
    ]


OPERATORS = {"relu": "Relu", "leaky_relu": "LeakyRelu", "tanh": "Tanh", "sigmoid": "Sigmoid"}
"""ONNX's names of activations; a linear one needs none."""
