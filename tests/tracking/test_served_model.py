import json
from dataclasses import asdict
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from nnsearch.data import csv_columns
from nnsearch.data.csv_columns import cell_text
from nnsearch.data.preprocessing import Coding
from nnsearch.data.row_columns import encode_columns, make_row_columns
from nnsearch.tracking import served_model
from nnsearch.tracking.served_model import ServedNetwork, encode_column

NUMBER = asdict(Coding("size"))
COLOR = asdict(Coding("color", "category", ("red", "blue")))
ABOUT = {
    "columns": [NUMBER, COLOR],
    "activations": [],
    "output": "softmax",
    "classes": ["a", "b", "c"],
    "target_mean": 0.0,
    "target_scale": 1.0,
}


@pytest.fixture
def arrays():
    generator = np.random.default_rng(0)
    return {
        "W1": generator.normal(size=(3, 3)).astype(np.float32),
        "b1": generator.normal(size=(3, 1)).astype(np.float32),
        "mean": np.array([2, 0, 0], np.float32),
        "scale": np.array([4, 1, 1], np.float32),
    }


@pytest.fixture
def network(arrays):
    return ServedNetwork(arrays, ABOUT)


ROWS = {"size": [1.0, 5.0, -3.0], "color": ["red", " blue", "red "], "more": [0, 0, 0]}


def test_softmax_regression_agrees_with_its_formula(network, arrays):
    X = np.array([[-0.25, 1, 0], [0.75, 0, 1], [-1.25, 1, 0]])
    z = np.exp(X @ arrays["W1"].T.astype(float) + arrays["b1"].T)
    found = network.predict(ROWS)
    expected = z / z.sum(axis=1, keepdims=True)
    for index, label in enumerate("abc"):
        np.testing.assert_allclose(found[f"probability_{label}"], expected[:, index], atol=1e-6)
    assert list(found["prediction"]) == [("a", "b", "c")[index] for index in expected.argmax(axis=1)]


def test_a_network_survives_its_file(network, tmp_path):
    network.save(tmp_path / "network.npz")
    again = ServedNetwork.load(tmp_path / "network.npz")
    assert again.about == json.loads(json.dumps(network.about))
    np.testing.assert_array_equal(again.outputs(np.ones((2, 3))), network.outputs(np.ones((2, 3))))


def test_columns_may_come_in_any_order(network):
    turned = dict(reversed(ROWS.items()))
    np.testing.assert_array_equal(network.inputs(turned), network.inputs(ROWS))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"size": None}, "the columns 'size' must be there"),
        ({"size": ["x", "y", "z"]}, "'size' must hold finite numbers up to 3.4e38, got 'x' in row 1"),
        ({"size": [1, "1e999", 2]}, "'size' must hold finite numbers up to 3.4e38, got '1e999' in row 2"),
        ({"size": [1, float("nan"), 2]}, "'size' must have no missing values, got one in row 2"),
        ({"color": ["red", None, "red"]}, "'color' must have no missing values, got one in row 2"),
    ],
)
def test_rows_that_cannot_be_used_are_refused(network, changed, message):
    table = {name: cells for name, cells in (ROWS | changed).items() if cells is not None}
    with pytest.raises(ValueError, match=message):
        network.predict(table)


def test_no_rows_give_no_predictions(network):
    assert [len(values) for values in network.predict({"size": [], "color": []}).values()] == [0, 0, 0, 0]


def test_two_classes_have_probabilities_that_add_up_and_never_overflow():
    about = ABOUT | {"output": "sigmoid", "classes": ["no", "yes"], "columns": ABOUT["columns"][:1]}
    arrays = {name: np.ones((1, 1), np.float32) for name in ("W1", "b1")} | {
        name: np.ones(1, np.float32) for name in ("mean", "scale")
    }
    found = ServedNetwork(arrays, about).predict({"size": [-1e4, 0.0, 1e4]})
    assert list(found["prediction"]) == ["no", "no", "yes"]
    np.testing.assert_allclose(found["probability_no"] + found["probability_yes"], 1)


def test_an_object_in_the_file_is_refused(tmp_path):
    path = tmp_path / "network.npz"
    np.savez(path, about=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        ServedNetwork.load(path)


CODINGS = [
    (Coding("a"), [1, 2.5, "-3e1", " 4 "]),
    (Coding("a", fill=7.0), [1, None, "NA", float("nan")]),
    (Coding("a", fill=7.0, indicator=True), [1, "", 2, "?"]),
    (Coding("a", "boolean", words=("no", "yes")), ["No", "yes", "YES"]),
    (Coding("a", "boolean", words=("false", "true"), fill=1.0, indicator=True), ["True", "", "false", None]),
    (Coding("a", "category", ("x", "y")), ["y", "x", "new", " y "]),
    (Coding("a", "category", ("1", "2")), [1, 2.0, "1", "1.0"]),
    (Coding("a", "category", ("x", "y"), ("rare",)), ["y", "rare", "new"]),
    (Coding("a", "category", ("x", "y"), ("rare",), fill="rare"), ["y", "", None]),
    (Coding("a", "category", ("x", "y"), fill="x"), ["y", "", None]),
    (Coding("a", "category", ("x", "y"), ("rare",), indicator=True), ["y", "", "new", "x"]),
]


@pytest.mark.parametrize(("coding", "cells"), CODINGS)
def test_a_column_is_encoded_as_it_is_for_training(coding, cells):
    columns = make_row_columns(["a"], [coding])
    columns["a"].extend([cell_text(cell) for cell in cells], range(2, 2 + len(cells)))
    expected = encode_columns(columns, [coding], SimpleNamespace(unit="line", path="t.csv"))
    np.testing.assert_array_equal(encode_column(asdict(coding), cells), expected)


def test_numbers_and_missing_values_look_as_they_do_in_training():
    assert served_model.MISSING == csv_columns.MISSING
    assert served_model.NUMBER.pattern == csv_columns.NUMBER.pattern
    assert served_model.GREATEST == csv_columns.GREATEST
    assert served_model.NOTHING == csv_columns.NOTHING


@pytest.mark.parametrize("cell", [pd.NA, pd.NaT, None, float("nan")], ids=["NA", "NaT", "None", "nan"])
def test_every_way_to_write_no_value_is_missing_here_and_in_training(cell):
    coding = asdict(Coding("color", "category", ("blue", "red"), indicator=True))
    assert encode_column(coding, [cell, "red"]).tolist() == [[0, 0, 1], [0, 1, 0]]
    assert csv_columns.cell_text(cell) == ""
    assert np.isnan(served_model._number(NUMBER, served_model._text(cell), 1))
