from dataclasses import replace

from benchmarks import search_workers
from benchmarks.search_workloads import WORKLOADS


def test_workers_are_watched_with_one_cohort_in_flight_and_with_several(monkeypatch):
    monkeypatch.setattr(search_workers, "LEAST_TRIALS", 32)
    lines = []
    workload = replace(WORKLOADS["digits"].shortened(), trials=32)
    found = search_workers.measure_utilization([workload], 1, 2, lines.append)
    assert [utilization.in_flight for utilization in found] == [1, 3]
    assert all(0 < share <= 1 for utilization in found for share in utilization.shares)
    assert len(lines) == 2
