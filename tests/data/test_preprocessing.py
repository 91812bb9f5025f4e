import json

import numpy as np
import pandas as pd
import pytest
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from nnsearch.core.errors import DataError
from nnsearch.data.preprocessing import Preprocessing

RNG = np.random.default_rng(0)
M = 400
FRAME = pd.DataFrame(
    {
        "a": np.where(RNG.random(M) < 0.2, np.nan, RNG.normal(size=M)).round(6),
        "flag": RNG.random(M) < 0.4,
        "color": RNG.choice(["red", "blue", "green", "odd"], M, p=[0.5, 0.3, 0.193, 0.007]),
        "id": np.arange(M),
        "y": RNG.choice(["no", "yes"], M),
        "part": np.where(np.arange(M) < 300, "train", "dev"),
    }
)
KEYS = {"categorical": ("color",), "missing": "indicator", "split": "part"}


@pytest.fixture
def data(loader):
    return loader.load("t.csv", FRAME.to_csv(index=False), **KEYS)


def rows(frame):
    return {name: frame[name].tolist() for name in frame.columns}


def test_raw_rows_become_the_inputs_of_training(data):
    train, dev = FRAME[:300], FRAME[300:]
    assert data.preprocessing.apply(rows(train)).tobytes() == data.train.X.tobytes()
    assert data.preprocessing.apply(rows(dev)).tobytes() == data.dev.X.tobytes()


def test_stored_and_read_back_it_gives_the_same_bits(data):
    stored = json.loads(json.dumps(data.preprocessing.to_dict()))
    again = Preprocessing.from_dict(stored)
    assert again.codings == data.preprocessing.codings
    assert again.apply(rows(FRAME)).tobytes() == data.preprocessing.apply(rows(FRAME)).tobytes()


def test_it_does_what_scikit_learns_transformers_do(data):
    frame = FRAME.assign(flag=FRAME["flag"].astype(float))
    pipeline = make_pipeline(
        ColumnTransformer(
            [
                ("a", SimpleImputer(strategy="median", add_indicator=True), ["a"]),
                ("flag", "passthrough", ["flag"]),
                ("color", OneHotEncoder(min_frequency=3, handle_unknown="infrequent_if_exist"), ["color"]),
            ],
            sparse_threshold=0,
        ),
        StandardScaler(),
    )
    expected = pipeline.fit(frame[:300]).transform(frame[300:])
    np.testing.assert_allclose(data.preprocessing.apply(rows(FRAME[300:])), expected, atol=1e-5)


def test_cells_may_be_text_or_typed(data):
    typed = data.preprocessing.apply({"a": [1.5, None], "flag": [True, False], "color": ["red", "new"]})
    text = data.preprocessing.apply({"a": ["1.5", "NA"], "flag": ["true", "FALSE"], "color": [" red", "new"]})
    assert typed.tobytes() == text.tobytes()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"a": None}, "these are missing: 'a'"),
        ({"colour": ["red"]}, "got also 'colour': did you mean 'color'?"),
        ({"a": ["x"]}, "the column 'a' must hold finite numbers up to 3.4e38, got 'x'"),
        ({"a": [1e39]}, "must hold finite numbers"),
        ({"flag": ["maybe"]}, "the column 'flag' must hold one of false, true, got 'maybe'"),
        ({"a": [1.0, 2.0]}, "as many rows as the first one"),
        ({"color": [None], "a": [1.0]}, None),
        ({"y": ["no"]}, None),
    ],
)
def test_rows_that_differ_from_training_are_refused(data, change, message):
    table = {"a": [0.5], "flag": [True], "color": ["red"]} | change
    table = {name: cells for name, cells in table.items() if cells is not None}
    if message is None:
        assert data.preprocessing.apply(table).shape == (1, data.n_x)
        return
    with pytest.raises(DataError, match=r"^[^\n]*$") as caught:
        data.preprocessing.apply(table)
    assert message in str(caught.value)


def test_a_missing_value_is_refused_where_none_was_learned(loader):
    data = loader.load(
        "t.csv", FRAME.drop(columns=["a"]).assign(b=range(M)).to_csv(index=False), **{**KEYS, "missing": None}
    )
    with pytest.raises(DataError, match="the column 'b' must have no missing values, got 1"):
        data.preprocessing.apply({"b": [None], "flag": [True], "color": ["red"]})


def test_pictures_and_arrays_are_taken_as_arrays(loader):
    pixels = RNG.integers(0, 256, (60, 3, 5), dtype=np.uint8)
    np.savez(loader.folder / "t.npz", X=pixels, y=np.arange(60) % 2)
    data = loader.load("t.npz")
    X = data.preprocessing.apply(pixels.reshape(60, 15))
    assert X.max() <= 1
    with pytest.raises(DataError, match="rows must have 15 columns as in training"):
        data.preprocessing.apply(pixels.reshape(30, 30))


@pytest.mark.parametrize("state", [{}, {"codings": [], "mean": [1], "scale": [1], "ignored": []}, {"codings": [3]}])
def test_a_damaged_state_is_refused(state):
    with pytest.raises(DataError, match="a stored preprocessing must"):
        Preprocessing.from_dict(state)
