"""What a search costs besides training, by the number of trials it has: asking, telling, halving, recording.

The study trains the smallest networks in this process. What its record says that workers trained is subtracted from
what it says that the search took; what is left is asking, composing, committing (with fsync) and bookkeeping.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.search_training import run_process
from benchmarks.search_workloads import write_study
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.records import JournalReader, read_curves
from nnsearch.search.run import Launch, launch
from nnsearch.search.study_file import StudySpec, load_study

COUNTS = (100, 1_000, 10_000)
"""Numbers of trials at which overhead is measured."""
WINDOW = 64
"""Trials over which it is measured each time."""
GOALS = {1_000: 8.0, 10_000: 15.0}
"""Most milliseconds per trial."""
RESUME_GOAL = 3.0
"""Most seconds from the command that resumes the largest study to the first training."""
NAME = "overhead"
STUDY: dict[str, dict[str, Any]] = {
    "data": {"source": "moons", "samples": 100},
    "network": {"hidden": {"layers": {"low": 1, "high": 3}, "units": {"low": 2, "high": 8, "scale": "log"}}},
    "training": {
        "epochs": 9,
        "batch_size": {"choices": [32, 64]},
        "learning_rate": {"low": 1e-4, "high": 1e-1, "scale": "log"},
        "beta1": {"low": 0.8, "high": 0.99, "scale": "1-beta"},
        "l2": {"low": 1e-3, "high": 10.0, "scale": "log"},
    },
}
"""Everything at its default otherwise: TPE, cohorts of 16 in groups of 4, halving in three rungs."""


@dataclass(frozen=True)
class Overhead:
    """Overhead near a number of trials.

    Args:
        trials: the study has when it is measured.
        milliseconds: per trial, over the last :data:`WINDOW` of them.
        mean: per trial, over all of them.
    """

    trials: int
    milliseconds: float
    mean: float


@dataclass(frozen=True)
class OverheadReport:
    """All of it.

    Args:
        overheads: by number of trials, ascending.
        resume: seconds from the command that resumes the largest study to the first training.
    """

    overheads: tuple[Overhead, ...]
    resume: float

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {**asdict(self), "goals": GOALS, "resume_goal": RESUME_GOAL}


def measure_overhead(counts: Sequence[int], tell: Callable[[str], None]) -> OverheadReport:
    """Run a study up to each number of trials, then resume it.

    Args:
        counts: ascending, each more than :data:`WINDOW` above the one before.
        tell: takes a line for each.
    """
    with tempfile.TemporaryDirectory(prefix="nnsearch-overhead-") as folder:
        workspace = Path(folder)
        write_study(StudySpec.from_dict(STUDY, name=NAME), workspace)
        paths = Workspace.find(workspace).study(NAME)
        overheads = []
        for count in counts:
            overheads.append(_near(paths, count))
            tell(f"{overheads[-1].trials} trials: {overheads[-1].milliseconds:.1f} ms per trial besides training")
        resume = _resume(workspace, paths, overheads[-1].trials)
        tell(f"resumed after {resume:.1f} s")
    return OverheadReport(tuple(overheads), resume)


def _near(paths: StudyPaths, count: int) -> Overhead:
    before, trials_before = _extend(paths, count - WINDOW)
    after, trials = _extend(paths, count)
    return Overhead(trials, 1e3 * (after - before) / (trials - trials_before), 1e3 * after / trials)


def _extend(paths: StudyPaths, trials: int) -> tuple[float, int]:
    """Run the study up to so many trials; return its seconds besides training so far, and its trials."""
    launch(paths, load_study(paths.file), Launch(trials=trials, jobs=1))
    journal = JournalReader(paths.journal)
    journal.poll()
    return float(journal.progress["seconds"]) - float(journal.progress["busy"]), len(journal.trials)


def _resume(workspace: Path, paths: StudyPaths, trials: int) -> float:
    began = time.time()
    options = ["--no-track", "--jobs", "1", "--trials", str(trials + 1), "--workspace", str(workspace)]
    run_process(["nnsearch", "resume", NAME, *options, "--json"])
    return min(segment.start for segment in read_curves(paths.curves) if segment.trial >= trials) - began
