import json

import pytest

from benchmarks import contenders, measure, trainer
from benchmarks.workloads import Workload

TINY = Workload("tiny", "pictures", (4, 3, 2), m=20, batch_size=8, epochs=5)
PEERS = [name for name in contenders.CONTENDERS if name not in ("nnsearch", "scikit-learn")]


@pytest.fixture(autouse=True)
def _anywhere(monkeypatch):
    """Keep the tests' own process on all its cores, and its environment as it was."""
    monkeypatch.setattr(trainer, "pin_to_one_core", lambda: None)
    monkeypatch.setattr(trainer, "WORKLOADS", {"tiny": TINY})


def test_an_unknown_workload_is_refused(capsys):
    assert trainer.main(["--workloads", "tinny"]) == 2
    assert "'tinny' is unknown: did you mean 'tiny'?" in capsys.readouterr().err


def test_an_unknown_contender_is_refused(capsys):
    assert trainer.main(["--without", "torch eeger", "--workloads", "tiny"]) == 2
    assert "did you mean 'torch eager'?" in " ".join(capsys.readouterr().err.split())


def test_no_rounds_are_refused(capsys):
    with pytest.raises(SystemExit, match="2"):
        trainer.main(["--repeats", "0"])
    assert "at least 1, got 0" in capsys.readouterr().err


def test_peers_not_installed_are_left_out_with_the_reason(monkeypatch):
    absent = contenders.Contender("no_such_library", "", (1,), "")
    monkeypatch.setitem(trainer.CONTENDERS, "JAX", absent)
    present, left_out = trainer._contenders([])
    assert "JAX" not in present
    assert left_out["JAX"] == "no_such_library is not installed"


@pytest.fixture
def small(monkeypatch):
    """Few population sizes, and the dot product of ten million elements left to the benchmark."""
    for name in ("nnsearch", "scikit-learn"):
        known = contenders.CONTENDERS[name]
        changed = contenders.Contender(known.library, known.function, (1,), known.note)
        monkeypatch.setitem(contenders.CONTENDERS, name, changed)

    real = trainer.Worker.call

    def call(self, function, **arguments):
        return (2.0, 0.1) if function.endswith("dot_product_seconds") else real(self, function, **arguments)

    monkeypatch.setattr(trainer.Worker, "call", call)
    monkeypatch.setattr(measure, "VARIANTS", {})


def test_a_run_keeps_its_figures(small, tmp_path, capsys):
    figures, document = tmp_path / "figures.json", tmp_path / "benchmarks.md"
    arguments = ["--repeats", "2", "--without", *PEERS, "--json", str(figures), "--document", str(document)]
    assert trainer.main(arguments) == 0
    workload = json.loads(figures.read_text())["workloads"][0]
    assert {len(m["seconds"]) for m in workload["measurements"]} == {2}
    assert {m["contender"] for m in workload["measurements"]} == {"nnsearch", "scikit-learn"}
    assert "## The trainer" in document.read_text()
    assert "vectorized: 20x" in " ".join(capsys.readouterr().out.split())


def test_a_contender_that_fails_is_told_and_ends_with_code_1(small, monkeypatch, tmp_path, capsys):
    # scikit-learn's factory trains one network at a time and refuses two.
    known = contenders.CONTENDERS["scikit-learn"]
    monkeypatch.setitem(
        contenders.CONTENDERS, "scikit-learn", contenders.Contender(known.library, known.function, (2,), known.note)
    )
    document = tmp_path / "benchmarks.md"
    arguments = ["--repeats", "1", "--without", *PEERS, "--document", str(document)]
    assert trainer.main(arguments) == 1
    assert "FAILED: scikit-learn at K=2" in document.read_text()
    assert "Traceback" in capsys.readouterr().err
