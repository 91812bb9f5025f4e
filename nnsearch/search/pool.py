"""joblib's (loky's) worker processes: how they start, what they do, how they end.

They take arrays and return arrays. They never import Optuna or MLflow, and never write to a study's record.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from nnsearch.core.blas import KERNEL_VARIABLE
from nnsearch.search.parcels import Parcel, pack, unpack
from nnsearch.search.shared_examples import read_examples
from nnsearch.training.final_metrics import final_metrics, train_and_measure
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
"""Environment of workers: BLAS gives the same bits, and its best speed on a busy machine, with one thread."""

PARENT_LOOK = 1.0
"""Seconds between a worker's looks at whether its driver still lives."""


def start_pool(jobs: int, kernel: str | None = None) -> Any:  # loky is not typed
    """Start (or reuse) joblib's pool of worker processes; they get ready while the caller does something else."""
    from joblib.externals.loky import get_reusable_executor

    env = ONE_THREAD | ({KERNEL_VARIABLE: kernel} if kernel else {})
    return get_reusable_executor(
        max_workers=jobs, timeout=3600, initializer=_start_worker, initargs=(os.getpid(),), env=env
    )


def kill_workers(pool: Any) -> None:  # loky is not typed
    """Kill a pool's processes; what they had to do ends as if they had died."""
    for pid in list(pool._processes):
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            os.kill(pid, signal.SIGKILL)


def _start_worker(driver: int) -> None:
    # Ctrl-C reaches the whole process group; the driver decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A driver that is killed cannot stop its workers, and theirs is not to wait for the next one.
    threading.Thread(target=_end_with, args=(driver,), daemon=True).start()


def _end_with(driver: int) -> None:
    """End this process soon after its driver has ended."""
    while os.getppid() == driver:
        time.sleep(PARENT_LOOK)
    os._exit(1)


def train_in_worker(folder: str, segment: Segment) -> SegmentResult:
    """Train a segment on the examples of a folder, and measure who has ended."""
    return train_and_measure(segment, read_examples(folder))


def by_parcel(train: Callable[[str, Segment], SegmentResult], folder: str, segment: Parcel) -> Parcel:
    """Train a segment that comes by parcel and return the result likewise.

    Args:
        train: :func:`train_in_worker` or what stands in for it.
        folder: of the examples, and for the parcels' files.
        segment: packed.
    """
    return pack(train(folder, unpack(segment)), folder)


def measure_in_worker(
    folder: str, member: Hyperparameters, container: tuple[int, ...], state: PopulationState
) -> dict[str, float]:
    """Measure a member on the examples of a folder, see :func:`nnsearch.training.final_metrics.final_metrics`."""
    return final_metrics(member, container, state, read_examples(folder))


def look(folder: str) -> int:
    """Read the examples of a folder: what every worker can do if any can."""
    return read_examples(folder).m


def exit_code(error: BrokenProcessPool) -> str:
    """Return how a worker ended, as loky tells it in an error's text."""
    told = re.search(r"exit codes of the workers are \{(.*?)\}", str(error))
    return told[1] if told else ""
