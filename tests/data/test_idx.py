import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnsearch.core.errors import DataError
from nnsearch.data.idx import FASHION_MNIST_FOLDER, load_fashion_mnist, load_mnist, read_idx
from nnsearch.data.spec import DataSpec


def idx_bytes(array: np.ndarray, dtype: int = 0x08) -> bytes:
    return bytes([0, 0, dtype, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()


def write_pictures(folder: Path, ending: str = "-idx{}-ubyte", m: int = 40, size: int = 4) -> None:
    rng = np.random.default_rng(0)
    folder.mkdir(parents=True, exist_ok=True)
    for part in ("train", "t10k"):
        images = rng.integers(0, 256, (m, size, size), dtype=np.uint8)
        labels = (np.arange(m) % 10).astype(np.uint8)
        for kind, array in (("images", images), ("labels", labels)):
            content = idx_bytes(array)
            name = f"{part}-{kind}" + ending.format(array.ndim)
            (folder / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)


def assert_one_line(message: str) -> None:
    assert len(message.splitlines()) == 1


def refusal(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_idx(path)
    assert_one_line(str(caught.value))
    return str(caught.value)


GOOD = idx_bytes(np.arange(24, dtype=np.uint8).reshape(2, 3, 4))


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["raw", "gzipped"])
def test_an_array_is_read_back(tmp_path: Path, pack) -> None:
    path = tmp_path / "file"
    path.write_bytes(pack(GOOD))
    assert np.array_equal(read_idx(path), np.arange(24).reshape(2, 3, 4))


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["raw", "gzipped"])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "must start like an IDX file (00 00 08 ..), got an empty file"),
        (b"PK\3\4", "got 50 4b 03 04"),
        (b"\0\0\x0d\1" + GOOD[4:], "must hold unsigned bytes (IDX type 0x08), got type 0x0d"),
        (b"\0\0\x08\0", "must have 1 to 4 dimensions, got 0"),
        (b"\0\0\x08\xff" + GOOD[4:], "must have 1 to 4 dimensions, got 255"),
        (GOOD[:10], "it ends inside its header"),
        (GOOD[:4] + bytes(4) + GOOD[8:], "at least one value, its header says 0x3x4"),
        (GOOD[:4] + b"\xff" * 12 + GOOD[16:], "header says 4294967295x4294967295x4294967295 bytes"),
        (GOOD + b"x", "must hold 2x3x4 = 24 bytes as its header says, got more"),
    ],
    ids=["empty", "zip", "doubles", "no dimension", "255 dimensions", "cut header", "no value", "lying", "tail"],
)
def test_a_bad_file_is_refused(tmp_path: Path, content: bytes, message: str, pack) -> None:
    assert message in refusal(tmp_path / "file", pack(content))


def test_a_truncated_zipped_array_is_refused(tmp_path: Path) -> None:
    assert "got 23" in refusal(tmp_path / "file", gzip.compress(GOOD[:-1]))


def test_a_truncated_raw_array_is_refused(tmp_path: Path) -> None:
    assert "is truncated" in refusal(tmp_path / "file", GOOD[:16])


def test_a_cut_gzip_stream_is_refused(tmp_path: Path) -> None:
    assert "cannot read" in refusal(tmp_path / "file", gzip.compress(GOOD)[:-12])


def test_a_damaged_gzip_stream_is_refused(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(GOOD))
    content[14] ^= 0xFF
    assert "cannot read" in refusal(tmp_path / "file", bytes(content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 255)), max_size=4),
    st.integers(0, 70),
    st.binary(max_size=4),
)
def test_a_mutated_file_gives_an_array_or_a_data_error(tmp_path, zipped, changes, cut, tail) -> None:
    content = bytearray(gzip.compress(GOOD) if zipped else GOOD)
    for position, value in changes:
        content[position % len(content)] = value
    path = tmp_path / "file"
    path.write_bytes(bytes(content[:cut]) + tail)
    try:
        array = read_idx(path)
    except DataError as error:
        assert_one_line(str(error))
    else:
        assert array.dtype == np.uint8
        assert array.size > 0


@pytest.mark.parametrize("ending", ["-idx{}-ubyte", "-idx{}-ubyte.gz", ".idx{}-ubyte", ".idx{}-ubyte.gz"])
def test_pictures_are_found_under_every_usual_name(tmp_path: Path, ending: str) -> None:
    write_pictures(tmp_path, ending)
    raw = load_mnist(DataSpec("mnist", folder=tmp_path))
    assert raw.X.shape == (40, 16)
    assert raw.image_shape == (4, 4)
    assert raw.given_test is not None


def test_no_test_set_leaves_the_test_files_unread(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    for path in tmp_path.glob("t10k*"):
        path.unlink()
    assert load_mnist(DataSpec("mnist", folder=tmp_path, test=0)).given_test is None


def test_a_share_for_test_is_refused_as_the_test_files_are_the_test_set(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    with pytest.raises(DataError, match=r"data.test must be left out or 0 for 'mnist'.*got 0.2"):
        load_mnist(DataSpec("mnist", folder=tmp_path, test=0.2))


def test_mnist_without_a_folder_asks_for_one() -> None:
    with pytest.raises(DataError, match=r"data\.folder must be given for 'mnist'"):
        load_mnist(DataSpec("mnist"))


def test_missing_fashion_mnist_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"there is none in .*install .* dataset-fashion-mnist, or set data.folder"):
        load_fashion_mnist(DataSpec("fashion-mnist", folder=tmp_path))


def test_labels_must_be_as_many_as_pictures(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes(np.zeros(3, np.uint8)))
    with pytest.raises(DataError, match="one label for each of 40 pictures, got 3"):
        load_mnist(DataSpec("mnist", folder=tmp_path))


def test_labels_must_be_known_classes(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes(np.full(40, 10, np.uint8)))
    with pytest.raises(DataError, match="labels from 0 to 9, got 10"):
        load_mnist(DataSpec("mnist", folder=tmp_path))


def test_pictures_must_have_three_dimensions(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx_bytes(np.zeros((40, 16), np.uint8)))
    with pytest.raises(DataError, match="must have 3 dimensions"):
        load_mnist(DataSpec("mnist", folder=tmp_path))


def test_pictures_must_not_be_huge(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx_bytes(np.zeros((1, 2048, 1024), np.uint8)))
    with pytest.raises(DataError, match="at most 1048576 pixels, got 2048x1024"):
        load_mnist(DataSpec("mnist", folder=tmp_path))


def test_training_and_test_pictures_must_have_one_size(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(idx_bytes(np.zeros((40, 4, 5), np.uint8)))
    with pytest.raises(DataError, match="must have one size, got 4x4 and 4x5"):
        load_mnist(DataSpec("mnist", folder=tmp_path))


@pytest.mark.skipif(not FASHION_MNIST_FOLDER.is_dir(), reason="Debian's package dataset-fashion-mnist is not installed")
def test_fashion_mnist_is_read_from_where_debian_puts_it() -> None:
    labels = read_idx(FASHION_MNIST_FOLDER / "t10k-labels-idx1-ubyte.gz")
    assert np.bincount(labels).tolist() == [1000] * 10
