import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnsearch.core.errors import DataError
from nnsearch.data.load import load_data
from nnsearch.data.spec import Data, DataSpec, Normalization
from nnsearch.training.examples import examples_from


def write_table(folder: Path, header: str, rows: list[str]) -> Path:
    (folder / "t.csv").write_text("\n".join([header, *rows]) + "\n")
    return folder


def load_table(folder: Path, header: str, rows: list[str], **keys: object) -> Data:
    return load_data(DataSpec("t.csv", **{"target": "y", **keys}), write_table(folder, header, rows))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with 40 training and 20 test pictures of 3x5 pixels, in MNIST's format."""
    rng = np.random.default_rng(0)
    for part, m in (("train", 40), ("t10k", 20)):
        images = rng.integers(0, 256, (m, 3, 5), dtype=np.uint8)
        header = b"\0\0\x08\3" + struct.pack(">3I", m, 3, 5)
        (tmp_path / f"{part}-images-idx3-ubyte").write_bytes(header + images.tobytes())
        labels = (np.arange(m) % 10).astype(np.uint8)
        (tmp_path / f"{part}-labels-idx1-ubyte").write_bytes(b"\0\0\x08\1" + struct.pack(">I", m) + labels.tobytes())
    return tmp_path


def test_every_set_is_contiguous_float32_with_integer_classes() -> None:
    data = load_data(DataSpec("digits"))
    assert data.test is not None
    for split in (data.train, data.dev, data.test):
        assert split.X.dtype == np.float32
        assert split.X.flags.c_contiguous
        assert split.y.dtype == np.int64


def test_the_sets_of_digits_hold_all_examples() -> None:
    data = load_data(DataSpec("digits"))
    assert data.test is not None
    assert (data.train.m, data.dev.m, data.test.m) == (1079, 359, 359)
    assert (data.n_x, data.n_y, data.image_shape) == (64, 10, (8, 8))


def test_digits_are_scaled_to_one_by_default() -> None:
    data = load_data(DataSpec("digits"))
    assert data.train.X.min() == 0
    assert data.train.X.max() == 1
    assert set(data.scale.tolist()) == {16.0}


def test_standardized_digits_survive_their_constant_pixels() -> None:
    data = load_data(DataSpec("digits", normalize="standard"))
    assert np.isfinite(data.train.X).all()
    assert (data.scale > 0).all()


def test_statistics_come_from_the_training_set_alone() -> None:
    data = load_data(DataSpec("wine"))
    np.testing.assert_allclose(data.train.X.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(data.train.X.std(axis=0), 1, atol=1e-5)
    assert np.abs(data.dev.X.mean(axis=0)).max() > 1e-3


def test_the_recorded_mean_and_scale_give_the_training_inputs_back() -> None:
    plain = load_data(DataSpec("wine", normalize="none"))
    data = load_data(DataSpec("wine"))
    np.testing.assert_allclose((plain.dev.X - data.mean) / data.scale, data.dev.X, atol=1e-4)


def test_regression_targets_are_float64_and_not_scaled() -> None:
    data = load_data(DataSpec("diabetes"))
    assert data.train.y.dtype == np.float64
    assert data.train.y.max() > 300
    assert (data.classes, data.n_y) == ((), 1)


def test_loading_twice_gives_the_same_bits() -> None:
    first, second = load_data(DataSpec("moons")), load_data(DataSpec("moons"))
    assert first.train.X.tobytes() == second.train.X.tobytes()
    assert first.fingerprint == second.fingerprint


@pytest.mark.parametrize(
    "change", [{"dev": 0.3}, {"test": 0.0}, {"normalize": "none"}, {"split_seed": 1}, {"noise": 0.3}, {"samples": 900}]
)
def test_whatever_shapes_the_data_changes_the_fingerprint(change: dict[str, float | str]) -> None:
    spec = DataSpec("moons")
    assert load_data(replace(spec, **change)).fingerprint != load_data(spec).fingerprint


def test_the_split_seed_changes_the_fingerprint_of_stored_data() -> None:
    assert load_data(DataSpec("wine", split_seed=1)).fingerprint != load_data(DataSpec("wine")).fingerprint


def test_writing_out_a_default_keeps_the_fingerprint() -> None:
    written = DataSpec("wine", dev=0.2, test=0.2, normalize="standard", task="classification")
    assert load_data(written).fingerprint == load_data(DataSpec("wine")).fingerprint


def test_the_place_of_a_table_does_not_change_the_fingerprint(tmp_path: Path) -> None:
    fingerprints = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        fingerprints.add(load_table(tmp_path / name, "a,y", [f"{n},{n % 2}" for n in range(20)]).fingerprint)
    assert len(fingerprints) == 1


def test_no_test_share_gives_no_test_set() -> None:
    assert load_data(DataSpec("iris", test=0)).test is None


def test_the_dev_set_stays_the_same_without_a_test_set() -> None:
    with_test, without = (load_data(DataSpec("iris", test=test, normalize="none")) for test in (None, 0))
    assert np.array_equal(with_test.dev.X, without.dev.X)


def test_the_given_test_files_are_the_test_set(pictures: Path) -> None:
    data = load_data(DataSpec("mnist", folder=pictures, dev=0.25))
    assert data.test is not None
    assert (data.train.m, data.dev.m, data.test.m) == (30, 10, 20)
    assert data.test.y.tolist() == [number % 10 for number in range(20)]
    assert (data.image_shape, data.n_x) == ((3, 5), 15)


def test_pictures_are_divided_by_255(pictures: Path) -> None:
    data = load_data(DataSpec("mnist", folder=pictures, dev=0.25))
    assert set(data.scale.tolist()) == {255.0}
    assert 0.9 < data.train.X.max() <= 1


def test_given_test_files_can_be_left_out(pictures: Path) -> None:
    assert load_data(DataSpec("mnist", folder=pictures, dev=0.25, test=0)).test is None


def test_a_column_that_is_constant_in_training_only_is_kept_with_scale_one_and_noted(tmp_path: Path) -> None:
    rows = [f"{n / 3},0.1,{'pq'[n % 2]},{'train' if n < 20 else 'dev'}" for n in range(30)]
    rows[-1] = rows[-1].replace("0.1", "0.2")
    data = load_table(tmp_path, "a,b,y,part", rows, split="part")
    assert data.features == ("a", "b")
    assert data.scale[1] == 1
    assert data.notes == ("constant in the training set, kept but of no use: 'b'",)


def test_a_class_with_one_example_is_refused(tmp_path: Path) -> None:
    rows = [f"{n},{'common' if n else 'rare'}" for n in range(30)]
    with pytest.raises(DataError, match="got 1 of class 'rare'"):
        load_table(tmp_path, "a,y", rows)


def test_units_are_for_values_from_0_to_255(tmp_path: Path) -> None:
    rows = [f"{n},{n - 1},{n % 2}" for n in range(30)]
    with pytest.raises(DataError, match="needs values from 0 to 255, the feature 'b' of 't' has others"):
        load_table(tmp_path, "a,b,y", rows, normalize="unit")


def test_pixels_in_a_table_can_be_divided_by_255(tmp_path: Path) -> None:
    data = load_table(tmp_path, "a,y", [f"{n % 2 * 255},{n % 2}" for n in range(30)], normalize="unit")
    assert sorted(set(data.train.X[:, 0].tolist())) == [0.0, 1.0]


def test_an_unknown_normalization_is_refused() -> None:
    with pytest.raises(DataError, match=r"data\.normalize must be one of standard, unit, none, got 'minmax'"):
        load_data(DataSpec("iris", normalize="minmax"))


def test_a_feature_finer_than_float32_is_refused(tmp_path: Path) -> None:
    rows = [f"{10**12 + n},{n % 2}" for n in range(30)]
    with pytest.raises(DataError, match=r"'a' of 't' from 10\d+ to 10\d+: subtract a constant from it first"):
        load_table(tmp_path, "a,y", rows)


@pytest.mark.parametrize("normalize", ["none", "unit"])
def test_plain_numbers_are_not_taken_for_lost_precision(tmp_path: Path, normalize: Normalization) -> None:
    data = load_table(tmp_path, "a,y", [f"{100 + n},{n % 2}" for n in range(30)], normalize=normalize)
    assert data.train.X.max() > 0.4


def test_an_outlier_beyond_float32_once_scaled_is_refused(tmp_path: Path) -> None:
    rows = [f"{n * 1e-30},{n % 2}" for n in range(200)]
    dev_value = load_table(tmp_path, "a,y", rows, normalize="none").dev.X[0, 0]
    outlier = round(float(dev_value) * 1e30)
    rows[outlier] = f"3e38,{outlier % 2}"
    with pytest.raises(DataError, match=r"the feature 'a' of 't' has values beyond 3.4e38 training deviations"):
        load_table(tmp_path, "a,y", rows)


@pytest.mark.parametrize(
    ("name", "fingerprint"),
    [("digits", "103dc4e3b0bf2a9c"), ("wine", "a292a20cf7af7411"), ("diabetes", "d862b132214356b1")],
)
def test_data_that_studies_began_with_keep_their_fingerprint(name: str, fingerprint: str) -> None:
    assert load_data(DataSpec(name)).fingerprint == fingerprint


def test_a_table_of_numbers_has_the_fingerprint_it_always_had(tmp_path: Path) -> None:
    rows = [f"{n % 7 + n / 3:.6f},{n * n % 11},{'pqr'[n % 3]}" for n in range(60)]
    assert load_table(tmp_path, "a,b,y", rows).fingerprint == "05fd0dad07f031da"


def test_targets_that_float32_cannot_tell_apart_stay_apart(tmp_path: Path) -> None:
    data = load_table(tmp_path, "a,y", [f"{n % 7},{1_700_000_000 + n}" for n in range(60)])
    assert data.test is not None
    every = np.concatenate([data.train.y, data.dev.y, data.test.y])
    assert sorted(every.tolist()) == [1_700_000_000 + n for n in range(60)]
    assert len(np.unique(examples_from(data).y_train)) == data.train.m


def test_the_value_of_white_is_part_of_the_data(pictures: Path) -> None:
    assert load_data(DataSpec("digits")).brightest == 16
    assert load_data(DataSpec("mnist", folder=pictures, test=0, dev=0.5)).brightest == 255
