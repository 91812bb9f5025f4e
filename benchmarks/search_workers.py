"""How busy the workers are: the share of their time that their tasks take, by cohorts in flight.

Tasks set a population up, train it and measure what has ended. What is left is waiting: at rungs, for cohorts to be
asked and told, for results to travel.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.search_training import run_process
from benchmarks.search_workloads import SearchWorkload, write_study
from nnsearch.core.paths import Workspace
from nnsearch.search.study import Study

IN_FLIGHT = (1, 3)
"""Cohorts in flight; the first is the default."""
GOAL = 0.9
"""Least share, with the last of :data:`IN_FLIGHT`."""
LEAST_TRIALS = 64
"""Trials of a measurement at least, so that the end, where nothing is left to do, is a small part."""


@dataclass(frozen=True)
class Utilization:
    """Of one workload.

    Args:
        workload: its name.
        in_flight: cohorts that ran at once.
        shares: of workers' time, by seed.
    """

    workload: str
    in_flight: int
    shares: tuple[float, ...]

    @property
    def median(self) -> float:
        """Over seeds."""
        return statistics.median(self.shares)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {**asdict(self), "goal": GOAL}


def measure_utilization(
    workloads: Sequence[SearchWorkload], seeds: int, jobs: int, tell: Callable[[str], None]
) -> list[Utilization]:
    """Run every workload's study with each number of cohorts in flight.

    Args:
        workloads: the searches.
        seeds: studies of each.
        jobs: worker processes.
        tell: takes a line for each.
    """
    found = []
    for workload in workloads:
        with tempfile.TemporaryDirectory(prefix="nnsearch-workers-") as folder:
            source = workload.source(Path(folder))
            for in_flight in IN_FLIGHT:
                shares = tuple(_share(workload, source, Path(folder), in_flight, seed, jobs) for seed in range(seeds))
                found.append(Utilization(workload.name, in_flight, shares))
                tell(f"{workload.name}, {in_flight} in flight: workers train for {found[-1].median:.0%} of the time")
    return found


def _share(
    workload: SearchWorkload, source: dict[str, Any], folder: Path, in_flight: int, seed: int, jobs: int
) -> float:
    workspace = folder / f"{in_flight}-{seed}"
    workspace.mkdir()
    write_study(workload.spec(source, workload.name, seed, in_flight=in_flight), workspace)
    trials = max(LEAST_TRIALS, workload.trials)
    run_process(["benchmarks.search_ours", str(workspace), workload.name, str(trials), str(jobs)])
    share = Study(Workspace.find(workspace).existing_study(workload.name)).utilization
    assert share is not None  # it has trained
    return share
