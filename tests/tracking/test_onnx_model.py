import itertools
import json
import sys
from dataclasses import asdict

import numpy as np
import onnxruntime
import pytest

from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.data.preprocessing import Coding
from nnsearch.tracking.onnx_model import CATEGORIES, NUMBERS, input_names, onnx_model
from nnsearch.tracking.served_model import ACTIVATIONS, ServedNetwork

NUMBER, COLOR = Coding("size"), Coding("color", "category", ("red", "blue"))


def make(codings, *, hidden=(), output="softmax", classes=("a", "b", "c"), normalize=False):
    generator = np.random.default_rng(0)
    n_x = sum(len(coding.features) for coding in codings)
    sizes = [n_x, *(6 for _ in hidden), 1 if output != "softmax" else len(classes)]
    arrays = {"mean": generator.normal(size=n_x), "scale": generator.uniform(0.5, 2, size=n_x)}
    for layer, (n_in, n_out) in enumerate(itertools.pairwise(sizes), start=1):
        arrays[f"W{layer}"] = generator.normal(size=(n_out, n_in))
        if normalize and layer < len(sizes) - 1:
            arrays |= {f"{name}{layer}": generator.normal(size=(n_out, 1)) for name in ("gamma", "beta", "mean")}
            arrays[f"variance{layer}"] = generator.uniform(0.1, 2, size=(n_out, 1))
        else:
            arrays[f"b{layer}"] = generator.normal(size=(n_out, 1))
    about = {
        "columns": [asdict(coding) for coding in codings],
        "activations": list(hidden),
        "output": output,
        "classes": list(classes),
        "target_mean": 152.0,
        "target_scale": 77.0,
    }
    return ServedNetwork({name: values.astype(np.float32) for name, values in arrays.items()}, about)


def inputs(network, table):
    """The graph's inputs for a table of columns."""
    found = {}
    for name, columns in input_names(network.about["columns"]).items():
        kind = object if name == CATEGORIES else np.float64
        cells = [["" if cell is None else cell for cell in table[column]] for column in columns]
        found[name] = np.array(cells, dtype=kind).T
    return found


def run(network, given):
    session = onnxruntime.InferenceSession(onnx_model(network).SerializeToString())
    return session.run(None, given)


def check(network, table, given=None):
    """The graph and ``nnsearch predict`` agree to 1e-5."""
    expected = network.predict(table)
    found = run(network, given or inputs(network, table))
    if not network.about["classes"]:
        np.testing.assert_allclose(found[0][:, 0], expected["prediction"], rtol=1e-5)
        return
    assert list(found[0]) == list(expected["prediction"])
    probabilities = np.column_stack([expected[f"probability_{label}"] for label in network.about["classes"]])
    np.testing.assert_allclose(found[1], probabilities, atol=1e-5)


NUMBERS_TABLE = {"size": [0.5, -3.0, 1e3, 2.5], "weight": [1.0, 2.0, 3.0, 4.0]}


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("normalize", [False, True])
def test_networks_of_every_activation_agree(activation, normalize):
    network = make([NUMBER, Coding("weight")], hidden=(activation, activation), normalize=normalize)
    check(network, NUMBERS_TABLE)


@pytest.mark.parametrize(("output", "classes"), [("softmax", "abc"), ("sigmoid", "ab"), ("linear", ()), ("relu", ())])
def test_every_kind_of_output_agrees(output, classes):
    check(make([NUMBER, Coding("weight")], hidden=("tanh",), output=output, classes=classes), NUMBERS_TABLE)


def test_large_numbers_that_differ_little_keep_apart():
    network = make([NUMBER])
    network.arrays["mean"] = np.array([1.6e9], np.float32)
    network.arrays["scale"] = np.array([50.0], np.float32)
    check(network, {"size": [1.6e9 - 60, 1.6e9, 1.6e9 + 60.5]})


CODINGS = {
    "a category between numbers": [NUMBER, COLOR, Coding("weight")],
    "rare levels": [NUMBER, Coding("color", "category", ("red",), ("blue", "green"))],
    "a filled number": [Coding("size", fill=7.0), Coding("weight"), COLOR],
    "a missing number has a feature": [Coding("size", fill=7.0, indicator=True), COLOR, Coding("weight")],
    "a missing number is nothing but its feature": [Coding("size", fill=0.0, indicator=True), Coding("weight")],
    "a missing level is filled": [NUMBER, Coding("color", "category", ("red", "blue"), fill="blue")],
    "a missing level is filled with a rare one": [
        NUMBER,
        Coding("color", "category", ("red",), ("blue",), fill="blue"),
    ],
    "a missing level has a feature": [NUMBER, Coding("color", "category", ("red",), ("blue",), indicator=True)],
    "categories only": [COLOR, Coding("shape", "category", ("round", "square"), indicator=True)],
}


@pytest.mark.parametrize("name", CODINGS)
def test_columns_are_prepared_inside_the_graph(name):
    codings = CODINGS[name]
    table = {
        "size": [1.0, -2.5, float("nan"), 4.0],
        "weight": [1.0, 2.0, 3.0, 4.0],
        "color": ["red", "new", "blue", ""],
        "shape": ["round", "", "new", "square"],
    }
    for coding in codings:
        if coding.fill is None and not coding.indicator:  # a missing value would be refused
            table[coding.name] = [
                cell if cell == cell and cell != "" else table[coding.name][0] for cell in table[coding.name]
            ]
    check(make(codings), table)


def test_booleans_are_0_and_1():
    network = make([Coding("sold", "boolean", words=("no", "yes")), NUMBER])
    table = {"sold": ["yes", "no"], "size": [1.0, 2.0]}
    check(network, table, {NUMBERS: np.array([[1, 1.0], [0, 2.0]])})


def test_what_cannot_be_refused_is_not_hidden():
    label, probabilities = run(make([NUMBER]), {NUMBERS: np.array([[np.nan]])})
    assert np.isnan(probabilities).all()
    assert len(label) == 1


def test_no_rows_give_no_predictions():
    label, probabilities = run(make([NUMBER, COLOR]), {NUMBERS: np.empty((0, 1)), CATEGORIES: np.empty((0, 1), object)})
    assert (label.shape, probabilities.shape) == ((0,), (0, 3))


def test_the_model_says_what_its_inputs_and_outputs_are():
    session = onnxruntime.InferenceSession(onnx_model(make([COLOR, NUMBER])).SerializeToString())
    notes = session.get_modelmeta().custom_metadata_map
    assert json.loads(notes["columns"]) == {"numbers": ["size"], "categories": ["color"]}
    assert json.loads(notes["classes"]) == ["a", "b", "c"]


def test_without_the_package_how_to_get_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(EnvironmentRefusedError, match=r"ONNX needs the package onnx .*: pip install onnx"):
        onnx_model(make([NUMBER]))
