import io
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnsearch.core.errors import DataError
from nnsearch.data import npz
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec

RNG = np.random.default_rng(0)


def assert_one_line(message):
    assert len(message.splitlines()) == 1


X, Y = RNG.normal(size=(60, 4)), np.arange(60) % 3


def packed(**arrays):
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


def with_member(name, content):
    buffer = io.BytesIO(packed(X=X))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def header(shape, descr="<f8"):
    text = f"{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}".encode()
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text


def test_arrays_are_read(loader):
    data = loader.load("t.npz", packed(X=X, y=Y))
    assert (data.n_x, data.classes, data.train.m) == (4, ("0", "1", "2"), 36)


def test_a_given_test_set_is_the_test_set(loader):
    data = loader.load("t.npz", packed(X=X, y=Y, X_test=X[:6] + 1, y_test=Y[:6]), normalize="none")
    assert (data.train.m, data.dev.m, data.test.m) == (48, 12, 6)
    np.testing.assert_allclose(data.test.X, X[:6] + 1, rtol=1e-6)
    assert loader.load("t.npz", test=0.0).test is None


def test_a_share_for_test_does_not_go_with_given_test_arrays(loader):
    content = packed(X=X, y=Y, X_test=X[:6] + 1, y_test=Y[:6])
    assert "data.test must be left out" in loader.refusal("t.npz", content, test=0.2)


def test_column_order_and_labels_as_text_are_kept(loader):
    fortran = loader.load("t.npz", packed(X=np.asfortranarray(X), y=np.array(["a", "b", "c"])[Y]))
    assert fortran.classes == ("a", "b", "c")
    assert fortran.train.X.tobytes() == loader.load("t.npz", packed(X=X, y=Y)).train.X.tobytes()


def test_numbers_to_predict_mean_regression(loader):
    assert loader.load("t.npz", packed(X=X, y=X[:, 0])).task == "regression"


@pytest.mark.parametrize(("shape", "channels"), [((60, 3, 5), 1), ((60, 3, 5, 3), 3)])
def test_bytes_in_three_or_four_dimensions_are_pictures(loader, shape, channels):
    pixels = RNG.integers(0, 256, shape, dtype=np.uint8)
    data = loader.load("t.npz", packed(X=pixels, y=Y))
    assert (data.image_shape, data.channels, data.n_x) == ((3, 5), channels, 15 * channels)
    assert data.train.X.max() <= 1


def test_missing_numbers_are_refused_or_filled(loader):
    holes = X.copy()
    holes[::7, 1] = np.nan
    assert "got 'x2' 9 in X" in loader.refusal("t.npz", packed(X=holes, y=Y))
    assert np.isfinite(loader.load("t.npz", missing="median").train.X).all()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cannot read"),
        (b"PK\x03\x04 nothing", "cannot read"),
        (packed(X=X, y=Y)[:300], "cannot read"),
        (packed(X=X), "must hold the arrays X and y, y is missing"),
        (packed(x=X, y=Y), "X is missing: valid: x, y"),
        (packed(X=X, y=Y[:-1]), "one target for each example"),
        (packed(X=X, y=Y, X_test=X), "both X_test and y_test or neither"),
        (packed(X=X, y=Y, X_test=X[:, :2], y_test=Y), "X_test must be like X"),
        (packed(X=X[:, 0], y=Y), "must be numbers (m, n), or pictures"),
        (packed(X=X[:, :, None], y=Y), "pictures must be bytes"),
        (packed(X=X.astype(complex), y=Y), "must hold numbers or text, got the type complex128"),
        (packed(X=np.full((60, 2), np.inf), y=Y), "must hold finite numbers up to 3.4e38, got 120 others"),
        (packed(X=X, y=np.zeros(60)), "at least two different values, got only '0'"),
        (packed(X=X, y=np.array([1, "a"], object)), "pickled objects, which are never read"),
        (packed(X=X[:0], y=Y), "must hold at least one value"),
        (with_member("y.npy", header((10**13,))), "damaged or too large"),
        (with_member("y.npy", header((2**62, 2**62))), "damaged or too large"),
        (with_member("y.npy", header((60,)) + bytes(100)), "damaged or too large"),
        (with_member("y.npy", header((60,)) + bytes(1000)), "as its header says"),
        (with_member("y.npy", header("(-1,)")), "at least one value"),
        (with_member("y.npy", header((60,), "|V0")), "got the type"),
        (with_member("y.npy", b"\x93NUMPY\x03\x00"), "format 1.0 or 2.0, got (3, 0)"),
        (with_member("y.npy", b"\x93NUMPY\x01\x00\x05\x00[[[[["), "cannot read"),
    ],
)
def test_a_bad_file_is_refused(loader, content, message):
    assert message in loader.refusal("t.npz", content)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), max_size=6),
    st.integers(0, 10**6),
    st.booleans(),
)
def test_a_mutated_file_gives_data_or_a_data_error(tmp_path, changes, cut, deflated):
    buffer = io.BytesIO()
    (np.savez_compressed if deflated else np.savez)(buffer, X=X, y=Y)
    content = bytearray(buffer.getvalue())
    for position, patch in changes:
        content[position % len(content) : position % len(content) + len(patch)] = patch
    (tmp_path / "t.npz").write_bytes(bytes(content[: cut % len(content) if cut % 3 == 0 else None]))
    try:
        data = load_data(DataSpec("t.npz"), tmp_path)
    except DataError as error:
        assert_one_line(str(error))
    else:
        assert np.isfinite(data.train.X).all()


def test_bytes_that_become_more_numbers_than_fit_are_refused_before_they_are_read(loader, monkeypatch):
    np.savez_compressed(loader.folder / "t.npz", X=np.zeros((500, 100), np.uint8), y=np.arange(500) % 2)
    monkeypatch.setattr(npz, "MOST_BYTES", 8 * 500 * 100 - 1)
    message = loader.refusal("t.npz")
    assert "the array X of" in message
    assert "must take at most 399999 bytes as numbers of 64 bits, got 400000" in message
