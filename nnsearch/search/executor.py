"""Where populations train: in this process, or in joblib's worker processes. Tasks are pure, so it changes no bit.

Workers take arrays and return arrays. They read the examples from memory-mapped files, never import Optuna or MLflow
and never write.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from nnsearch.core.blas import KERNEL_VARIABLE, recorded_kernel
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.search.machine import describe_blas
from nnsearch.search.scratch import ScratchFolder
from nnsearch.training.examples import Examples
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.trainer import train

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
"""Environment of workers: BLAS gives the same bits, and its best speed on a busy machine, with one thread."""

WORTH_STARTING_WORKERS = 1.5
"""Seconds of estimated training that workers must save before they are started."""
PARENT_LOOK = 1.0
"""Seconds between a worker's looks at whether its driver still lives."""
RETRIES = 2
"""How often a task is given to new workers after its worker died."""


class Executor(ABC):
    """Runs segments; results come back in the order they are done."""

    @abstractmethod
    def submit(self, key: int, segment: Segment) -> None:
        """Queue a task under a key of the caller's."""

    @abstractmethod
    def next(self) -> tuple[int, SegmentResult]:
        """Wait for a task and return its key and result.

        Raises:
            EnvironmentRefusedError: if workers keep dying.
        """

    @abstractmethod
    def cancel_waiting(self) -> list[int]:
        """Drop the tasks that have not begun and return their keys."""

    @property
    @abstractmethod
    def jobs(self) -> int:
        """How many tasks train at once."""

    def close(self) -> None:  # noqa: B027 - not every home has something to close
        """Let go of workers and files."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class InProcess(Executor):
    """Trains in this process, one task after the other.

    Args:
        examples: the data.
    """

    def __init__(self, examples: Examples) -> None:
        from threadpoolctl import threadpool_limits

        self._examples = examples
        self._queue: deque[tuple[int, Segment]] = deque()
        self._limits = threadpool_limits(1, user_api="blas")

    @property
    def jobs(self) -> int:
        """One."""
        return 1

    def submit(self, key: int, segment: Segment) -> None:
        """See :meth:`Executor.submit`."""
        self._queue.append((key, segment))

    def next(self) -> tuple[int, SegmentResult]:
        """See :meth:`Executor.next`."""
        key, segment = self._queue.popleft()
        return key, train(segment, self._examples)

    def cancel_waiting(self) -> list[int]:
        """See :meth:`Executor.cancel_waiting`."""
        keys = [key for key, _ in self._queue]
        self._queue.clear()
        return keys

    def close(self) -> None:
        """Give BLAS its threads back."""
        self._limits.restore_original_limits()


class Workers(Executor):
    """Trains in joblib's (loky's) worker processes.

    Args:
        examples: the data; written once to files that the workers map.
        jobs: worker processes, >= 1.
        kernel: OpenBLAS's kernel that the workers use; ``None`` for its own choice.
    """

    def __init__(self, examples: Examples, jobs: int, kernel: str | None = None) -> None:
        self._jobs = jobs
        self._kernel = kernel
        self._folder = ScratchFolder()
        write_examples(examples, self._folder.path)
        self._running: dict[Future[SegmentResult], tuple[int, Segment, int]] = {}
        self._pool = start_pool(jobs, kernel)

    @property
    def jobs(self) -> int:
        """Worker processes."""
        return self._jobs

    def submit(self, key: int, segment: Segment) -> None:
        """See :meth:`Executor.submit`."""
        self._submit(key, segment, 0)

    def _submit(self, key: int, segment: Segment, deaths: int) -> None:
        try:
            future = self._pool.submit(_train_in_worker, str(self._folder.path), segment)
        except BrokenProcessPool:  # a worker died since the last result
            self._start_again()
            future = self._pool.submit(_train_in_worker, str(self._folder.path), segment)
        self._running[future] = (key, segment, deaths)

    def next(self) -> tuple[int, SegmentResult]:
        """See :meth:`Executor.next`."""
        while True:
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                try:
                    result = future.result()
                except BrokenProcessPool:
                    self._start_again()
                    break
                key, _, _ = self._running.pop(future)
                return key, result

    def _start_again(self) -> None:
        """Give every unfinished task to new workers. Tasks are pure: what ran twice gives the same result."""
        finished = {future: task for future, task in self._running.items() if _is_result(future)}
        lost = [task for future, task in self._running.items() if future not in finished]
        self._running = finished
        self._pool = start_pool(self._jobs, self._kernel)
        for key, segment, deaths in lost:
            if deaths >= RETRIES:
                raise EnvironmentRefusedError(
                    f"workers died {deaths + 1} times while training a population of {len(segment.members)}: "
                    "is there enough memory? Run it with --jobs 1"
                )
            self._submit(key, segment, deaths + 1)

    def cancel_waiting(self) -> list[int]:
        """See :meth:`Executor.cancel_waiting`."""
        cancelled = [future for future in self._running if future.cancel()]
        return [self._running.pop(future)[0] for future in cancelled]

    def close(self) -> None:
        """Stop the workers and delete the mapped files."""
        self._pool.shutdown(wait=True, kill_workers=True)
        self._folder.close()


def start_pool(jobs: int, kernel: str | None = None) -> Any:  # loky is not typed
    """Start (or reuse) joblib's pool of worker processes; they get ready while the caller does something else."""
    from joblib.externals.loky import get_reusable_executor

    env = ONE_THREAD | ({KERNEL_VARIABLE: kernel} if kernel else {})
    return get_reusable_executor(
        max_workers=jobs, timeout=3600, initializer=_start_worker, initargs=(os.getpid(),), env=env
    )


def choose_executor(examples: Examples, jobs: int, seconds: float, blas: Sequence[str] = ()) -> Executor:
    """Choose the home of a study's training.

    Args:
        examples: the data.
        jobs: processes that may train at once, >= 1.
        seconds: estimated training of the whole study, on one core.
        blas: what the study's record says of its BLAS; its kernel decides the last bits.

    Returns:
        This process where workers would not save the time it takes to start them, unless its BLAS uses another kernel
        than the study began with: new processes can be told which, this one cannot any more.
    """
    kernel = recorded_kernel(blas)
    own = recorded_kernel(describe_blas())
    saved = seconds * (1 - 1 / jobs)
    if saved < WORTH_STARTING_WORKERS and kernel in (None, own):
        return InProcess(examples)
    return Workers(examples, jobs, kernel or own)


def physical_cores() -> int:
    """Return how many physical cores this process may use, at least 1."""
    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed))


def write_examples(examples: Examples, folder: Path) -> None:
    """Write examples as files for :func:`read_examples`."""
    for name in ("X_train", "y_train", "X_dev", "y_dev"):
        np.save(folder / f"{name}.npy", getattr(examples, name), allow_pickle=False)
    numbers = np.array([examples.n_y, examples.target_mean, examples.target_scale])
    np.save(folder / "numbers.npy", numbers, allow_pickle=False)
    (folder / "output").write_text(examples.output)


@lru_cache(maxsize=1)
def read_examples(folder: str) -> Examples:
    """Map examples from files; the last folder is remembered."""
    arrays = {
        name: np.load(Path(folder) / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        for name in ("X_train", "y_train", "X_dev", "y_dev")
    }
    n_y, mean, scale = np.load(Path(folder) / "numbers.npy", allow_pickle=False)
    return Examples(
        **arrays,
        n_y=int(n_y),
        output=(Path(folder) / "output").read_text(),
        target_mean=float(mean),
        target_scale=float(scale),
    )


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


def _train_in_worker(folder: str, segment: Segment) -> SegmentResult:
    return train(segment, read_examples(folder))


def _is_result(future: Future[SegmentResult]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None
