import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from nnsearch.core.errors import DataError
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec

RNG = np.random.default_rng(0)


def assert_one_line(message):
    assert len(message.splitlines()) == 1


def encoded(pixels, mode=None, kind="PNG", **more):
    buffer = io.BytesIO()
    Image.fromarray(pixels).convert(mode or ("L" if pixels.ndim == 2 else "RGB")).save(buffer, kind, **more)
    return buffer.getvalue()


def noise(*shape):
    return RNG.integers(0, 256, shape, dtype=np.uint8)


@pytest.fixture
def pictures(loader):
    """Twelve grey pictures of 4 x 6 pixels in each of two classes."""
    for name in ("cat", "dog"):
        for number in range(12):
            loader.write(f"p/{name}/{number:02}.png", encoded(noise(4, 6)))
    return loader


def test_pictures_become_rows_of_pixels_divided_by_255(pictures):
    data = pictures.load("p/")
    assert (data.classes, data.image_shape, data.channels, data.n_x) == (("cat", "dog"), (4, 6), 1, 24)
    assert set(data.scale.tolist()) == {255.0}
    assert 0.9 < data.train.X.max() <= 1


def test_pixels_are_those_of_the_file(pictures):
    first = np.asarray(Image.open(pictures.folder / "p/cat/00.png"), np.float32).reshape(-1)
    data = pictures.load("p/", normalize="none")
    everything = np.concatenate([data.train.X, data.dev.X, data.test.X])
    assert (everything == first).all(axis=1).any()


def test_color_is_kept_where_there_is_any(pictures):
    pictures.write("p/cat/color.jpg", encoded(noise(4, 6, 3), kind="JPEG"))
    data = pictures.load("p/")
    assert (data.channels, data.n_x, data.features[2]) == (3, 72, "pixel_0_0_b")
    assert pictures.load("p/", color="grey").channels == 1


def test_sizes_can_be_declared_and_must_be_one_otherwise(pictures):
    pictures.write("p/dog/large.png", encoded(noise(40, 60)))
    assert "data.image_size = [32, 32]" in pictures.refusal("p/")
    assert pictures.load("p/", image_size=(8, 9)).image_shape == (8, 9)


def test_transparency_is_laid_over_white(pictures):
    clear = np.zeros((4, 6, 4), np.uint8)
    pictures.write("p/cat/clear.png", encoded(clear, "RGBA"))
    data = pictures.load("p/", normalize="none", color="grey")
    everything = np.concatenate([data.train.X, data.dev.X, data.test.X])
    assert (everything == 255).all(axis=1).any()


@pytest.mark.parametrize("mode", ["1", "P", "LA", "CMYK", "YCbCr"])
def test_every_usual_mode_is_read(pictures, mode):
    kind = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"
    pictures.write(f"p/cat/odd.{kind.lower()}", encoded(noise(4, 6, 3), mode, kind))
    assert pictures.load("p/", color="rgb").n_x == 72


def test_other_files_are_left_out_and_counted(pictures):
    pictures.write("p/cat/notes.txt", "hello")
    pictures.write("p/cat/.hidden", "hello")
    assert pictures.load("p/").notes[0] == "1 files that are no .jpg or .png pictures were left out"


def test_a_second_folder_is_the_test_set(pictures):
    for name in ("cat", "dog"):
        pictures.write(f"q/{name}/0.png", encoded(noise(4, 6)))
    data = pictures.load("p/", test_source="q/")
    assert (data.train.m, data.dev.m, data.test.m) == (19, 5, 2)


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("p/cat/bad.png", b"", "cannot read the picture"),
        ("p/cat/bad.png", b"GIF89a" + bytes(50), "cannot read the picture"),
        ("p/cat/bad.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "cannot read the picture"),
        ("p/cat/bad.png", encoded(noise(64, 64))[:900], "cannot read the picture"),
        ("p/bird/none.txt", b"", "every class must have pictures (.jpg or .png), there is none in"),
    ],
)
def test_what_is_no_picture_is_refused(pictures, path, content, message):
    pictures.write(path, content)
    assert message in pictures.refusal("p/", image_size=(4, 6), color="grey")


def test_deep_and_huge_pictures_are_refused(pictures):
    buffer = io.BytesIO()
    Image.fromarray(np.zeros((4, 6), np.uint16)).save(buffer, "PNG")
    pictures.write("p/cat/deep.png", buffer.getvalue())
    assert "8 bits per color, got the mode I;16" in pictures.refusal("p/")
    huge = bytearray(encoded(noise(4, 6)))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2
    pictures.write("p/cat/deep.png", bytes(huge))
    assert "pictures must have at most" in pictures.refusal("p/") or "cannot read" in pictures.refusal("p/")


@pytest.mark.parametrize("names", [[], ["only"]])
def test_fewer_than_two_classes_are_refused(loader, names):
    loader.write("p/readme.txt", "")
    for name in names:
        loader.write(f"p/{name}/0.png", encoded(noise(4, 6)))
    assert "at least two folders, one per class" in loader.refusal("p/")


def test_keys_of_tables_do_not_go_with_pictures(pictures):
    assert "data.target goes with text tables and Parquet tables only" in pictures.refusal("p/", target="y")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(["PNG", "JPEG"]),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), max_size=5),
    st.integers(0, 10**6),
)
def test_a_mutated_picture_gives_data_or_a_data_error(tmp_path, kind, changes, cut):
    for name in ("a", "b"):
        (tmp_path / "p" / name).mkdir(parents=True, exist_ok=True)
        for number in range(5):
            (tmp_path / "p" / name / f"{number}.png").write_bytes(encoded(np.full((4, 6), number * 9, np.uint8)))
    content = bytearray(encoded(np.arange(24, dtype=np.uint8).reshape(4, 6), kind=kind))
    for position, patch in changes:
        content[position % len(content) : position % len(content) + len(patch)] = patch
    (tmp_path / "p" / "a" / "x.png").write_bytes(bytes(content[: cut % len(content) if cut % 3 == 0 else None]))
    try:
        data = load_data(DataSpec("p/", image_size=(4, 6)), tmp_path)
    except DataError as error:
        assert_one_line(str(error))
    else:
        assert data.train.X.max() <= 1
