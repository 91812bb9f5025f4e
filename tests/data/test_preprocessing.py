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


def test_stored_and_read_back_it_gives_the_same_bits(data):
    stored = json.loads(json.dumps(data.preprocessing.to_dict()))
    again = Preprocessing.from_dict(stored)
    assert again.codings == data.preprocessing.codings
    assert again.ignored == data.preprocessing.ignored
    for bits in ("mean", "scale"):
        assert getattr(again.scaling, bits).tobytes() == getattr(data.preprocessing.scaling, bits).tobytes()


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
    np.testing.assert_allclose(data.dev.X, expected, atol=1e-5)


@pytest.mark.parametrize("state", [{}, {"codings": [], "mean": [1], "scale": [1], "ignored": []}, {"codings": [3]}])
def test_a_damaged_state_is_refused(state):
    with pytest.raises(DataError, match="a stored preprocessing must"):
        Preprocessing.from_dict(state)
