import numpy as np

import nnsearch
from nnsearch.data import storage
from nnsearch.data.load import load_data
from nnsearch.data.spec import DataSpec
from nnsearch.search.shared_examples import read_examples, write_examples
from nnsearch.training.examples import examples_from


def test_examples_survive_their_files(tmp_path):
    examples = examples_from(load_data(DataSpec("moons", samples=100)))
    write_examples(examples, tmp_path)
    back = read_examples(str(tmp_path))
    for name in ("X_train", "y_train", "X_dev", "y_dev"):
        np.testing.assert_array_equal(getattr(back, name), getattr(examples, name))
    assert (back.n_y, back.output, back.target_scale) == (examples.n_y, examples.output, examples.target_scale)


def write_table(folder):
    rng = np.random.default_rng(0)
    rows = [f"{a:.4f},{b:.4f},{'pq'[int(a > b)]}" for a, b in rng.normal(size=(300, 2))]
    (folder / "t.csv").write_text("\n".join(["a,b,y", *rows]) + "\n")
    return folder / "t.csv"


def test_workers_map_the_very_file_of_a_large_table(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "LARGE", 4096)
    write_table(tmp_path)
    data = load_data(DataSpec("t.csv", target="y"), tmp_path, tmp_path / "cache")
    (entry,) = (tmp_path / "cache").iterdir()
    write_examples(examples_from(data), tmp_path)
    assert (tmp_path / "X_train.npy").samefile(entry / "train.npy")
    np.testing.assert_array_equal(read_examples(str(tmp_path)).X_train[:, :-1], data.train.X)


def test_a_study_of_mapped_data_trains_the_same_bits(tmp_path, monkeypatch):
    study = {
        "name": "mapped",
        "data": {"source": str(write_table(tmp_path)), "target": "y"},
        "training": {"epochs": 3, "learning_rate": {"low": 1e-3, "high": 1e-1}},
        "search": {"trials": 8, "cohort": 8},
    }
    memory = nnsearch.run(study, tmp_path / "memory", track=False, jobs=1)
    monkeypatch.setattr(storage, "LARGE", 4096)
    mapped = nnsearch.run(study, tmp_path / "mapped", track=False, jobs=1)
    assert (tmp_path / "mapped" / "studies" / ".data").is_dir()
    assert memory.meta["data"] == mapped.meta["data"]
    assert [record.value for record in memory.records] == [record.value for record in mapped.records]
    assert memory.weights()["W1"].tobytes() == mapped.weights()["W1"].tobytes()
