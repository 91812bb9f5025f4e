"""A large table lies in files, the same data as in memory; small ones leave nothing behind."""

import multiprocessing
import os
import signal
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from nnsearch.core.errors import DataError, EnvironmentRefusedError
from nnsearch.data import cache, storage
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec

M = 300
SPEC = DataSpec("t.csv", target="y", categorical=("city",), missing="indicator")


def table(m=M):
    rng = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "id": range(m),
            "a": np.where(rng.random(m) < 0.1, np.nan, rng.normal(1e3, 3, m)),
            "b": rng.integers(0, 100, m),
            "constant": 1,
            "flag": rng.random(m) < 0.5,
            "city": rng.choice(["Köln", "Bonn", "Ulm", ""], m),
            "y": rng.choice(["p", "q"], m),
        }
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the table in it, in which a few kilobytes are many."""
    monkeypatch.setattr(storage, "LARGE", 4096)
    table().to_csv(tmp_path / "t.csv", index=False)
    return tmp_path


def same(ours, theirs):
    for name in ("train", "dev", "test"):
        mine, other = getattr(ours, name), getattr(theirs, name)
        assert np.ascontiguousarray(mine.X).tobytes() == np.ascontiguousarray(other.X).tobytes()
        assert (mine.y.dtype, mine.y.tobytes()) == (other.y.dtype, other.y.tobytes())
    for key in ("name", "task", "classes", "features", "fingerprint", "notes", "channels", "image_shape"):
        assert getattr(ours, key) == getattr(theirs, key)
    for key in ("mean", "scale"):
        assert getattr(ours, key).tobytes() == getattr(theirs, key).tobytes()
    assert ours.preprocessing.to_dict() == theirs.preprocessing.to_dict()
    return True


def entries(folder):
    return sorted((folder / "cache").iterdir())


@pytest.mark.parametrize("block", [7, 20_000])
@pytest.mark.parametrize("keys", [{}, {"normalize": "none"}, {"task": "regression", "target": "b", "drop": ("y",)}])
def test_files_and_memory_hold_the_same_bits(folder, keys, block, monkeypatch):
    monkeypatch.setattr("nnsearch.data.csv_table.BLOCK", block)
    monkeypatch.setattr(storage, "GROUP", 2 * M)
    spec = replace(SPEC, **keys)
    memory = load_data(spec, folder)
    made = load_data(spec, folder, folder / "cache")
    read = load_data(spec, folder, folder / "cache")
    assert memory.train.mapped is None
    assert made.train.mapped.shape == (memory.train.m, memory.n_x + 1)
    assert (made.train.mapped[:, -1] == 1).all()
    assert same(made, memory)
    assert same(read, memory)
    assert len(entries(folder)) == 1


def test_a_parquet_table_and_a_test_file_go_the_same_way(folder):
    table().to_parquet(folder / "t.parquet", index=False)
    table(90).to_parquet(folder / "test.parquet", index=False)
    spec = DataSpec("t.parquet", target="y", categorical=("city",), missing="median", test_source="test.parquet")
    assert same(load_data(spec, folder, folder / "cache"), load_data(spec, folder))


def test_the_second_time_nothing_is_parsed(folder, monkeypatch):
    load_data(SPEC, folder, folder / "cache")
    monkeypatch.setattr("nnsearch.data.load.read_source", None)
    assert load_data(SPEC, folder, folder / "cache").train.mapped is not None


def test_changed_content_or_another_split_is_other_data(folder):
    first = load_data(SPEC, folder, folder / "cache")
    table(310).to_csv(folder / "t.csv", index=False)
    assert load_data(SPEC, folder, folder / "cache").fingerprint != first.fingerprint
    load_data(replace(SPEC, split_seed=1), folder, folder / "cache")
    assert len(entries(folder)) == 3


@pytest.mark.parametrize("damage", [b"", b"\0" * 5000])
@pytest.mark.parametrize("name", ["train.npy", "train-targets.npy", "about.json"])
def test_a_damaged_entry_is_made_again(folder, name, damage):
    load_data(SPEC, folder, folder / "cache")
    (entry,) = entries(folder)
    (entry / name).write_bytes(damage)
    assert same(load_data(SPEC, folder, folder / "cache"), load_data(SPEC, folder))
    assert entries(folder) == [entry]


def test_flipped_bits_are_noticed(folder):
    load_data(SPEC, folder, folder / "cache")
    (entry,) = entries(folder)
    content = bytearray((entry / "train.npy").read_bytes())
    content[-20] ^= 1
    (entry / "train.npy").write_bytes(content)
    assert same(load_data(SPEC, folder, folder / "cache"), load_data(SPEC, folder))


def test_small_data_leaves_nothing_behind(folder, monkeypatch):
    monkeypatch.setattr(storage, "LARGE", 2**27)
    assert load_data(SPEC, folder, folder / "cache").train.mapped is None
    assert not (folder / "cache").exists()


def test_data_that_is_refused_late_leaves_nothing_behind(folder, monkeypatch):
    monkeypatch.setattr("nnsearch.data.csv_table.BLOCK", 50)
    with (folder / "t.csv").open("a") as file:
        file.write("1,2\n")
    with pytest.raises(DataError, match="every row must have 7 cells"):
        load_data(SPEC, folder, folder / "cache")
    assert not (folder / "cache").exists()


def test_a_full_disk_is_one_line(folder, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", refuse)
    with pytest.raises(EnvironmentRefusedError, match="No space left on device: make room"):
        load_data(SPEC, folder, folder / "cache")


def test_an_entry_that_nobody_has_used_for_long_is_removed(folder):
    load_data(SPEC, folder, folder / "cache")
    (old,) = entries(folder)
    os.utime(old, (0, 0))
    table(310).to_csv(folder / "t.csv", index=False)
    load_data(SPEC, folder, folder / "cache")
    assert old not in entries(folder)


def _load(folder: str) -> None:
    storage.LARGE = 4096
    load_data(SPEC, Path(folder), Path(folder) / "cache")


def _die_at_publishing(folder: str) -> None:
    storage.LARGE = 4096
    import nnsearch.data.cache as module

    module._publish = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    load_data(SPEC, Path(folder), Path(folder) / "cache")


def test_a_killed_process_leaves_nothing_that_stays(folder):
    context = multiprocessing.get_context("fork")
    killed = context.Process(target=_die_at_publishing, args=(str(folder),))
    killed.start()
    killed.join(60)
    assert killed.exitcode == -signal.SIGKILL
    assert same(load_data(SPEC, folder, folder / "cache"), load_data(SPEC, folder))
    assert len(entries(folder)) == 1


def test_two_processes_may_make_the_same_entry(folder):
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_load, args=(str(folder),)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    assert [process.exitcode for process in both] == [0, 0]
    assert len(entries(folder)) == 1


def test_what_made_an_entry_includes_the_library_that_splits_and_the_seeds(monkeypatch, tmp_path):
    before = cache._code.__wrapped__()
    with monkeypatch.context() as patch:
        patch.setattr(cache, "version", lambda name: "0.0")
        assert cache._code.__wrapped__() != before
    (tmp_path / "seeds.py").write_text("other")
    monkeypatch.setattr(cache.seeds, "__file__", str(tmp_path / "seeds.py"))
    assert cache._code.__wrapped__() != before
