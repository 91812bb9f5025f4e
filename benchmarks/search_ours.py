"""A search of ours in a process of its own whose workers are up before it begins: start-up excluded.

Run by :mod:`benchmarks.search_training`. With start-up included it is ``nnsearch run`` that is timed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from nnsearch.core.paths import Workspace
from nnsearch.search.pool import start_pool
from nnsearch.search.run import Launch, Prepared, launch
from nnsearch.search.study_file import load_study

LONGEST_START = 120.0
"""Seconds that a worker waits for the others."""


def search(workspace: Path, name: str, trials: int, jobs: int) -> dict[str, Any]:
    """Run a study.

    Args:
        workspace: where its file is.
        name: the study's.
        trials: at most so many.
        jobs: worker processes.

    Returns:
        ``ready``, when workers were up and the study could begin, in seconds since 1970.
    """
    paths = Workspace.find(workspace).study(name)
    ready = 0.0

    def begin(prepared: Prepared) -> None:  # noqa: ARG001 - what is called on start takes it
        nonlocal ready
        _start_workers(workspace, jobs)
        ready = time.time()

    launch(paths, load_study(paths.file), Launch(trials=trials, jobs=jobs), on_start=begin)
    return {"ready": ready}


def meet(folder: str, worker: int, jobs: int) -> None:
    """Import the trainer and wait for the other workers, so that each process has been here once.

    Raises:
        TimeoutError: if the others do not come.
    """
    _train_a_little()
    (Path(folder) / f"ready-{worker}").touch()
    deadline = time.monotonic() + LONGEST_START
    while not all((Path(folder) / f"ready-{other}").exists() for other in range(jobs)):
        if time.monotonic() > deadline:
            raise TimeoutError(f"worker {worker} waited {LONGEST_START:g} s for the others")
        time.sleep(0.01)


def _train_a_little() -> None:
    """Train a tiny population, so that whatever a process imports and compiles for training is there and is used."""
    import numpy as np

    from nnsearch.training.examples import Examples
    from nnsearch.training.hyperparameters import Hyperparameters
    from nnsearch.training.segment import Segment
    from nnsearch.training.trainer import train

    X, y = np.ones((8, 3), np.float32), np.arange(8) % 3
    member = Hyperparameters(hidden=(2,), activation=("relu",), output="softmax", batch_size=4, l2=0.1)
    segment = Segment((member, member), container=(2,), seed=0, epochs=1, until=1, compile_loops=True)
    train(segment, Examples(X, y, X, y, n_y=3, output="softmax"))


def _start_workers(folder: Path, jobs: int) -> None:
    from nnsearch.core.blas import recorded_kernel
    from nnsearch.search.machine import describe_blas

    pool = start_pool(jobs, recorded_kernel(describe_blas()))  # as the executor does, so that it takes these
    for meeting in range(2):  # after its first task a process of loky's collects garbage, which is start-up, too
        place = folder / f"meeting-{meeting}"
        place.mkdir()
        for future in [pool.submit(meet, os.fspath(place), worker, jobs) for worker in range(jobs)]:
            future.result()


if __name__ == "__main__":
    from benchmarks.search_ours import search  # by this name workers find what they are sent

    print(json.dumps(search(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
