"""What a user would otherwise write: Optuna in joblib's processes that share a study, training with another library.

Run as a process of its own by :mod:`benchmarks.search_training`, so that its start-up can be timed. Workers share an
Optuna journal file (its documentation's choice for processes on one machine), sample with its default TPE and stop
weak trials with its asynchronous successive halving. They measure dev error at rungs only, the least that needs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from nnsearch.search.space import Space
from nnsearch.search.study_file import StudySpec, parse_study
from nnsearch.training.hyperparameters import Hyperparameters

NAMES = ("X_train", "y_train", "X_dev", "y_dev")
FEW = 64
"""Examples of the training that only warms up."""
LONGEST_START = 120.0
"""Seconds that a worker waits for the others."""


class DivergedError(RuntimeError):
    """A network's weights are no longer numbers."""


class Network(Protocol):
    """A network in training."""

    def train_epoch(self) -> None:
        """Pass over the training set once.

        Raises:
            DivergedError: if the weights are no longer finite.
        """

    def dev_error(self) -> float:
        """Return the share of the dev set that is classified wrongly."""


Builder = Callable[["Examples", Hyperparameters, int], Network]
"""Data, hyperparameters and seed to a network before its first epoch."""

BUILDERS = {
    "torch": "benchmarks.search_peer_torch:TorchNetwork",
    "torch-tutorial": "benchmarks.search_peer_torch:as_in_tutorials",
    "scikit-learn": "benchmarks.search_peer_sklearn:SklearnNetwork",
}
"""By trainer: a library or, of torch, how it is used."""


@dataclass(frozen=True, eq=False)
class Examples:
    """Arrays as every library takes them.

    Args:
        X_train: ``(m, n_x)`` float32.
        y_train: ``(m,)`` int64.
        X_dev: ``(m_dev, n_x)``.
        y_dev: ``(m_dev,)``.
    """

    X_train: NDArray[np.float32]
    y_train: NDArray[np.int64]
    X_dev: NDArray[np.float32]
    y_dev: NDArray[np.int64]

    @property
    def classes(self) -> int:
        """How many there are."""
        return int(self.y_train.max()) + 1


@dataclass(frozen=True)
class Task:
    """What the workers are told.

    Args:
        trainer: a key of :data:`BUILDERS`.
        folder: where the arrays, the study file and the journal are.
        jobs: how many workers.
    """

    trainer: str
    folder: str
    jobs: int

    @property
    def journal(self) -> str:
        """The shared study's file."""
        return str(Path(self.folder) / "journal.log")


def search(task: Task) -> dict[str, Any]:
    """Search with all workers.

    Returns:
        ``ready``, when all workers could begin; ``ended``; ``complete``: pairs of when a trial was complete and its
        dev error; ``trials``: how many there were. Times in seconds since 1970.
    """
    from joblib import Parallel, delayed

    _open_study(task, 0)  # so that workers do not create it at once
    with Parallel(n_jobs=task.jobs) as parallel:
        parallel(delayed(get_ready)(task, worker) for worker in range(task.jobs))
        ready = time.time()
        parallel(delayed(work)(task, worker) for worker in range(task.jobs))
        ended = time.time()
    trials = _open_study(task, 0).trials
    complete = [[t.datetime_complete.timestamp(), t.value] for t in trials if t.state.name == "COMPLETE"]
    return {"ready": ready, "ended": ended, "complete": sorted(complete), "trials": len(trials)}


def get_ready(task: Task, worker: int) -> None:
    """Import, load, train a little and wait for the others, so that each process has been here once.

    Raises:
        TimeoutError: if the others do not come.
    """
    _train_a_little(task)
    _open_study(task, worker)
    (Path(task.folder) / f"ready-{worker}").touch()
    deadline = time.monotonic() + LONGEST_START
    while not all((Path(task.folder) / f"ready-{other}").exists() for other in range(task.jobs)):
        if time.monotonic() > deadline:
            raise TimeoutError(f"worker {worker} waited {LONGEST_START:g} s for the others")
        time.sleep(0.01)


def _train_a_little(task: Task) -> None:
    """Train a tiny network on a few examples, so that whatever a process sets up for training is there."""
    examples = _examples(task.folder)
    few = Examples(examples.X_train[:FEW], np.arange(FEW) % examples.classes, examples.X_dev[:1], examples.y_dev[:1])
    network = _builder(task.trainer)(few, Hyperparameters(hidden=(2,), activation=("relu",), output="softmax"), 0)
    network.train_epoch()
    network.dev_error()


def work(task: Task, worker: int) -> None:
    """Train trials until the study has enough."""
    from optuna import Trial, TrialPruned
    from optuna.study import MaxTrialsCallback

    spec, examples, build = _spec(task.folder), _examples(task.folder), _builder(task.trainer)
    space = Space(spec)

    def objective(trial: Trial) -> float:
        values = space.sample(trial)
        network = build(examples, space.hyperparameters(values, output="softmax"), spec.search.seed)
        try:
            return _train(trial, network, spec)
        except DivergedError as error:
            raise TrialPruned("diverged") from error

    _open_study(task, worker).optimize(objective, callbacks=[MaxTrialsCallback(spec.search.trials, states=None)])


def _train(trial: Any, network: Network, spec: StudySpec) -> float:  # Optuna's trial
    from optuna import TrialPruned

    error = 1.0
    for epoch in range(1, spec.training.epochs + 1):
        network.train_epoch()
        if epoch in spec.rung_epochs:
            error = network.dev_error()
            trial.report(error, epoch)
            if epoch < spec.training.epochs and trial.should_prune():
                raise TrialPruned
    return error


def _open_study(task: Task, worker: int) -> Any:  # Optuna's study
    import optuna
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    search = _spec(task.folder).search
    return optuna.create_study(
        storage=JournalStorage(JournalFileBackend(task.journal)),
        study_name="shared",
        load_if_exists=True,
        sampler=optuna.samplers.TPESampler(seed=task.jobs * search.seed + worker),
        pruner=optuna.pruners.SuccessiveHalvingPruner(
            min_resource=_spec(task.folder).rung_epochs[0], reduction_factor=search.eta
        ),
    )


@lru_cache(maxsize=1)
def _builder(trainer: str) -> Builder:
    module, _, name = BUILDERS[trainer].partition(":")
    builder: Builder = getattr(import_module(module), name)
    return builder


@lru_cache(maxsize=1)
def _spec(folder: str) -> StudySpec:
    return parse_study((Path(folder) / "study.toml").read_text(encoding="utf-8"), name="shared")


@lru_cache(maxsize=1)
def _examples(folder: str) -> Examples:
    return Examples(*(np.load(Path(folder) / f"{name}.npy", allow_pickle=False) for name in NAMES))


if __name__ == "__main__":
    from benchmarks.search_peers import Task, search  # by this name workers find them, too

    print(json.dumps(search(Task(sys.argv[1], sys.argv[2], int(sys.argv[3])))))
