from benchmarks import search_overhead


def test_overhead_is_measured_near_each_count_and_the_study_resumed(monkeypatch):
    monkeypatch.setattr(search_overhead, "WINDOW", 16)
    lines = []
    report = search_overhead.measure_overhead((32, 64), lines.append)
    assert [overhead.trials for overhead in report.overheads] == [32, 64]
    assert all(overhead.milliseconds > 0 for overhead in report.overheads)
    assert report.resume > 0
    assert len(lines) == 3
