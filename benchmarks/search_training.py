"""How soon a search with real training has a good network: dev error against wall-clock, on all cores.

Every search is a process of its own. A race goes to the error that a peer has at its end: how long the peer's search
took, and how soon ours is there, in fewer trials or more.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.machine import SINGLE_THREAD
from benchmarks.search_workloads import SearchWorkload, write_study
from benchmarks.workers import ROOT, WorkerError
from nnsearch.core.paths import Workspace
from nnsearch.data.load import load_data
from nnsearch.search.study import Study


@dataclass(frozen=True)
class Peer:
    """Who else searches.

    Args:
        trainer: a key of :data:`benchmarks.search_peers.BUILDERS`.
        library: what it needs ...
        module: ... by the name it is imported by.
    """

    trainer: str
    library: str
    module: str


PEERS = {
    "Optuna + torch": Peer("torch", "torch", "torch"),
    "Optuna + torch as in tutorials": Peer("torch-tutorial", "torch", "torch"),
    "Optuna + scikit-learn": Peer("scikit-learn", "scikit-learn", "sklearn"),
}
"""By name."""
MORE_TRIALS = 4
"""Ours may train so many times the peers' trials before it is said not to get there."""


@dataclass(frozen=True)
class Run:
    """A search that has ended.

    Args:
        seconds: from the command to the end.
        startup: of them, until training could begin; 0 where they were not told apart.
        complete: for each network trained to its end: seconds since the command, and its dev error; in order.
        trials: networks begun.
    """

    seconds: float
    startup: float
    complete: tuple[tuple[float, float], ...]
    trials: int

    @property
    def error(self) -> float:
        """The best dev error."""
        return min((error for _, error in self.complete), default=math.inf)

    def until(self, error: float) -> float:
        """Return the seconds from the command to the first network that is as good; ``inf`` if none is."""
        return min((seconds for seconds, own in self.complete if own <= error), default=math.inf)


@dataclass(frozen=True)
class Race:
    """A peer's search and ours, with one seed.

    Args:
        peer: its name.
        theirs: the peer's run.
        ours: start-up included: the command.
        warm: start-up excluded: the same search once workers are up.
    """

    peer: str
    theirs: Run
    ours: Run
    warm: Run

    @property
    def excluded(self) -> tuple[float, float]:
        """Seconds, start-up excluded: of the peer's search, and until ours is as good."""
        theirs, ours = self.theirs, self.warm
        return theirs.seconds - theirs.startup, ours.until(theirs.error) - ours.startup

    @property
    def included(self) -> tuple[float, float]:
        """Likewise, from the command."""
        return self.theirs.seconds, self.ours.until(self.theirs.error)

    @property
    def found(self) -> tuple[float, float]:
        """Seconds until the peer had its final error, from then on unimproved: start-up excluded, included."""
        found = self.theirs.until(self.theirs.error)
        return found - self.theirs.startup, found


@dataclass(frozen=True)
class TrainingResult:
    """All races on one workload.

    Args:
        workload: what is searched.
        races: of every seed and peer.
        sampler: ours.
        failures: what went wrong, by peer.
    """

    workload: SearchWorkload
    races: tuple[Race, ...]
    sampler: str = "tpe"
    failures: dict[str, str] = field(default_factory=dict)

    def of(self, peer: str) -> list[Race]:
        """Return the races with one peer."""
        return [race for race in self.races if race.peer == peer]

    def sooner(self, peer: str, kind: str) -> float:
        """Return how many times sooner ours is there, the median over seeds; ``kind`` names a property of a race."""
        times: list[tuple[float, float]] = [getattr(race, kind) for race in self.of(peer)]
        return statistics.median(theirs / ours for theirs, ours in times)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "workload": self.workload.name,
            "goals": self.workload.goals,
            "sampler": self.sampler,
            "failures": self.failures,
            "races": [asdict(race) for race in self.races],
        }


def measure_training(
    workloads: Sequence[SearchWorkload],
    peers: Sequence[str],
    seeds: int,
    jobs: int,
    tell: Callable[[str], None],
    sampler: str = "tpe",
) -> list[TrainingResult]:
    """Race every peer on every workload.

    Args:
        workloads: the searches.
        peers: keys of :data:`PEERS` whose libraries are there.
        seeds: races of each.
        jobs: worker processes of every contender.
        tell: takes a line for each race.
        sampler: of our searches.
    """
    results = []
    for workload in workloads:
        with tempfile.TemporaryDirectory(prefix="nnsearch-race-") as folder:
            track = _Track(workload, Path(folder), jobs, sampler)
            races: list[Race] = []
            failures: dict[str, str] = {}
            for seed in range(seeds):
                try:
                    races += track.race(peers, seed, tell)
                except WorkerError as error:
                    failures[f"seed {seed}"] = str(error)
            results.append(TrainingResult(workload, tuple(races), sampler, failures))
    return results


class _Track:
    """A workload's data, and where its searches run.

    Args:
        workload: what is searched.
        folder: for data, studies and peers.
        jobs: worker processes of every contender.
        sampler: of our searches.
    """

    def __init__(self, workload: SearchWorkload, folder: Path, jobs: int, sampler: str) -> None:
        self._workload, self._folder, self._jobs, self._sampler = workload, folder, jobs, sampler
        self._source = workload.source(folder)
        data = load_data(workload.spec(self._source, workload.name, 0).data, folder)
        self._arrays = {
            "X_train": data.train.X,
            "y_train": data.train.y,
            "X_dev": data.dev.X,
            "y_dev": data.dev.y,
        }

    def race(self, peers: Sequence[str], seed: int, tell: Callable[[str], None]) -> list[Race]:
        """Run every peer, and ours until it is as good as the best of them."""
        theirs = {peer: self._run_peer(peer, seed) for peer in peers}
        target = min((run.error for run in theirs.values()), default=0.0)
        ours, warm = self._run_command(seed, target), self._run_warm(seed, target)
        races = [Race(peer, run, ours, warm) for peer, run in theirs.items()]
        for race in races:
            tell(f"{self._workload.name}, seed {seed}, {race.peer}: {describe(race)}")
        return races

    def _run_peer(self, peer: str, seed: int) -> Run:
        folder = self._folder / f"{PEERS[peer].trainer}-{seed}"
        folder.mkdir()
        for name, array in self._arrays.items():
            np.save(folder / f"{name}.npy", array, allow_pickle=False)
        (folder / "study.toml").write_text(self._workload.spec(self._source, "shared", seed).text, encoding="utf-8")
        began = time.time()
        answer = run_process(["benchmarks.search_peers", PEERS[peer].trainer, str(folder), str(self._jobs)])
        complete = tuple((when - began, error) for when, error in answer["complete"])
        return Run(answer["ended"] - began, answer["ready"] - began, complete, answer["trials"])

    def _run_command(self, seed: int, target: float) -> Run:
        workspace, name = self._workspace("command", seed, target)
        trials = MORE_TRIALS * self._workload.trials
        options = ["--no-track", "--jobs", str(self._jobs), "--trials", str(trials), "--workspace", str(workspace)]
        began = time.time()
        run_process(["nnsearch", "run", name, *options, "--json"])
        return _run_of(workspace, name, began, began, time.time())

    def _run_warm(self, seed: int, target: float) -> Run:
        workspace, name = self._workspace("warm", seed, target)
        trials = MORE_TRIALS * self._workload.trials
        began = time.time()
        answer = run_process(["benchmarks.search_ours", str(workspace), name, str(trials), str(self._jobs)])
        return _run_of(workspace, name, began, answer["ready"], time.time())

    def _workspace(self, kind: str, seed: int, target: float) -> tuple[Path, str]:
        workspace = self._folder / f"{kind}-{seed}"
        workspace.mkdir()
        name = self._workload.name
        write_study(self._workload.spec(self._source, name, seed, target=target, sampler=self._sampler), workspace)
        return workspace, name


def run_process(arguments: Sequence[str]) -> dict[str, Any]:
    """Run a module of Python's as a process of its own.

    Args:
        arguments: the module and what it is given.

    Returns:
        What it printed, as JSON.

    Raises:
        WorkerError: if it failed.
    """
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        env={**os.environ, **SINGLE_THREAD, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise WorkerError(f"{arguments[0]} ended with code {done.returncode}:\n{done.stderr.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def installed(peer: str) -> bool:
    """Whether a peer's library is there."""
    return find_spec(PEERS[peer].module) is not None


def describe(race: Race) -> str:
    """Say in a line how a race ended."""
    (their_time, our_time), (their_whole, our_whole) = race.excluded, race.included
    return (
        f"{race.theirs.error:.2%} of {race.theirs.trials} trials in {their_time:.1f} s (command {their_whole:.1f}), "
        f"found after {race.found[0]:.1f}; nnsearch is there in {our_time:.1f} s (command {our_whole:.1f}), "
        f"{race.ours.trials} trials to {race.ours.error:.2%}"
    )


def _run_of(workspace: Path, name: str, began: float, ready: float, ended: float) -> Run:
    """Read a run of ours from its ledger; a network is complete when its last epoch is, as its peers' are."""
    study = Study(Workspace.find(workspace).existing_study(name))
    ends = {segment.trial: segment.end for segment in study.segments()}
    told = [(record.number, record.value) for record in study.records if record.state == "COMPLETE"]
    complete = sorted((ends[number] - began, value) for number, value in told if value is not None)
    return Run(ended - began, ready - began, tuple(complete), len(study.records))
