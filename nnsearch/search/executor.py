"""Where populations train: in this process, or in joblib's worker processes. Tasks are pure, so it changes no bit.

Workers take arrays and return arrays. They read the examples from memory-mapped files, never import Optuna or MLflow
and never write to a study's record.
"""

from __future__ import annotations

import heapq
import math
import os
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from nnsearch.core.blas import recorded_kernel
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.core.scratch import ScratchFolder
from nnsearch.search.in_process import Executor, InProcess, Lost, enough_memory
from nnsearch.search.machine import describe_blas
from nnsearch.search.parcels import Parcel, discard, pack, unpack
from nnsearch.search.pool import (
    by_parcel,
    exit_code,
    kill_workers,
    look,
    measure_in_worker,
    start_pool,
    train_in_worker,
)
from nnsearch.search.shared_examples import write_examples
from nnsearch.training.examples import Examples
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState

WORTH_STARTING_WORKERS = 1.5
"""Seconds of estimated training that workers must save before they are started."""
DEATHS = 2
"""Deaths of its worker after which a task is given back instead of to new workers."""
AHEAD = 3
"""Tasks in the pool for each worker, those that wait for it included; more where they are short."""
AHEAD_SECONDS = 0.2
"""Estimated training in the pool for each worker: more than this process ever takes to look after them again."""
CULPRITS_IN_A_ROW = 3
"""Networks whose workers died, one after the other, after which workers must show that they can train anything else."""
OUT_OF_MEMORY = "out of memory"
"""How a task died that was refused memory; its worker lives."""


@dataclass(order=True)
class _Task:
    turn: int
    longest: float  # minus its estimated seconds
    key: int
    segment: Segment = field(compare=False)
    alone: bool = field(compare=False)
    deaths: int = field(compare=False, default=0)
    parcel: Parcel | None = field(compare=False, default=None)  # on its way to a worker


class Workers(Executor):
    """Trains in joblib's (loky's) worker processes.

    A task whose worker dies is given to new ones, as it is pure. When that happens again it is given back as
    :class:`Lost`, to be split until what kills workers is a single network that trains alone. A network is only called
    lost once workers have shown that they can train or read something else: it could be the machine. Suspects train
    first, so after some of them in a row tasks that are none bear witness, one at a time.

    Args:
        examples: the data; written once to files that the workers map.
        jobs: worker processes, >= 1.
        kernel: OpenBLAS's kernel that the workers use; ``None`` for its own choice.
        seconds: estimated training of all that is to come, on one core; ``None`` if nobody knows.
    """

    def __init__(self, examples: Examples, jobs: int, kernel: str | None = None, seconds: float | None = None) -> None:
        super().__init__(examples, None if seconds is None else seconds / jobs)
        self._jobs = jobs
        self._trained = 0.0  # seconds, by each worker on average
        self._kernel = kernel
        self._foreign = kernel not in (None, recorded_kernel(describe_blas()))
        self._waiting: list[_Task] = []  # a heap
        self._suspects: deque[_Task] = deque()  # to train with nothing beside them
        self._running: dict[Future[Parcel], _Task] = {}  # in the order of submission, which is that of training
        self._lost: deque[tuple[int, Lost]] = deque()
        self._culprits: list[tuple[int, Lost]] = []  # lost networks, until something else has been trained
        self._mute: list[_Task] = []  # witnesses that died, too, since there have been so many culprits
        with ExitStack() as undo:
            undo.callback(super().close)
            self._folder = ScratchFolder()
            undo.callback(self._folder.close)
            write_examples(examples, self._folder.path)
            self._pool = start_pool(jobs, kernel)
            # Processes start with their first task: let that not be the first to train.
            self._looks: list[Future[int]] = [self._pool.submit(look, str(self._folder.path)) for _ in range(jobs)]
            undo.pop_all()
        for future in self._looks:
            future.add_done_callback(self._note_ready)

    def _note_ready(self, _: Future[int]) -> None:
        self._ready = self._ready or time.monotonic()

    @property
    def jobs(self) -> int:
        """Worker processes."""
        return self._jobs

    def submit(
        self, key: int, segment: Segment, *, alone: bool = False, turn: int = 0, seconds: float = math.inf
    ) -> None:
        """See :meth:`Executor.submit`."""
        # A population that is alone because it is suspect has died before; a network gets another chance.
        deaths = DEATHS - 1 if alone and len(segment.members) > 1 else 0
        self._queue(_Task(turn, -seconds, key, segment, alone, deaths))
        self._feed()

    def _queue(self, task: _Task) -> None:
        if task.alone:
            self._suspects.append(task)
        else:
            heapq.heappush(self._waiting, task)

    def next(self) -> tuple[int, SegmentResult | Lost]:
        """See :meth:`Executor.next`."""
        while True:
            self._feed()
            if self._lost:
                return self._lost.popleft()
            if not self._running:
                self._check_workers()
                continue
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                try:
                    parcel = future.result()
                except BrokenProcessPool as error:
                    self._start_again(exit_code(error))
                    break
                except MemoryError:
                    self._count_death(self._leave(future), OUT_OF_MEMORY, certain=True)
                    break
                return self._take(future, parcel)

    def next_if_done(self) -> tuple[int, SegmentResult] | None:
        """See :meth:`Executor.next_if_done`."""
        future = next(filter(_is_result, self._running), None)
        return None if future is None else self._take(future, future.result())

    def _take(self, future: Future[Parcel], parcel: Parcel) -> tuple[int, SegmentResult]:
        """Take a result out and give the pool more."""
        self._release_culprits()
        task = self._leave(future)
        self._feed()
        with enough_memory("taking a result in"):
            result: SegmentResult = unpack(parcel)
        self._trained += result.seconds / self._jobs
        return task.key, result

    def _leave(self, future: Future[Parcel]) -> _Task:
        """Let a task leave those that run; a parcel that no worker has opened is thrown away."""
        task = self._running.pop(future)
        if task.parcel is not None:
            discard(task.parcel)
        task.parcel = None
        return task

    def _feed(self) -> None:
        """Give the pool what may train now: a task for each worker and the next ones, or one suspect."""
        if any(task.alone for task in self._running.values()):
            return
        if self._in_doubt:
            if self._waiting and not self._running:
                self._start(heapq.heappop(self._waiting))
            return
        if not self._suspects:
            # What is in the pool keeps its place: only so much that no worker ever waits for this process.
            while self._waiting and self._has_room:
                self._start(heapq.heappop(self._waiting))
            return
        for future in [*self._running]:
            if future.cancel():
                self._queue(self._leave(future))
        if not self._running:
            self._start(self._suspects.popleft())

    @property
    def _has_room(self) -> bool:
        given = self._running.values()
        return len(given) < AHEAD * self._jobs or sum(-task.longest for task in given) < AHEAD_SECONDS * self._jobs

    def _start(self, task: _Task) -> None:
        try:
            self._send(task)
        except BrokenProcessPool as error:  # a worker died since the last result
            self._start_again(exit_code(error))
            self._send(task)

    def _send(self, task: _Task) -> None:
        folder = str(self._folder.path)
        task.parcel = pack(self._hinted(task.segment, self._trained), folder)
        try:
            sent: Future[Parcel] = self._pool.submit(by_parcel, train_in_worker, folder, task.parcel)
        except BrokenProcessPool:
            discard(task.parcel)
            raise
        self._running[sent] = task

    def _start_again(self, how: str) -> None:
        """Put unfinished tasks back in the queue. Tasks are pure: what ran twice gives the same result."""
        lost = [self._leave(future) for future in [*self._running] if not _is_result(future)]
        self._pool = start_pool(self._jobs, self._kernel)
        for place, task in enumerate(lost):
            if place < self._jobs:  # workers take tasks in their order: the others had not begun
                self._count_death(task, how, certain=len(lost) == 1)
            else:
                self._queue(task)

    def _count_death(self, task: _Task, how: str, *, certain: bool) -> None:
        """Queue a task again, or give it back; a single network that was alone waits for something else to train.

        Args:
            task: it is not among those that run any more.
            how: its worker ended.
            certain: whether no other task can have been the cause.
        """
        task.deaths += 1
        several = len(task.segment.members) > 1
        if self._in_doubt:
            self._mute.append(task)
        elif task.deaths < DEATHS:
            self._queue(task)
        elif task.alone and not several:
            self._culprits.append((task.key, Lost(alone=True, how=how)))
        else:
            self._lost.append((task.key, Lost(alone=task.alone or (several and certain), how=how)))

    @property
    def _in_doubt(self) -> bool:
        """Whether so many networks were lost in a row that it may be the machine."""
        return len(self._culprits) >= CULPRITS_IN_A_ROW

    def _release_culprits(self) -> None:
        self._lost.extend(self._culprits)
        self._culprits = []
        for task in self._mute:
            self._queue(task)
        self._mute = []

    def _check_workers(self) -> None:
        """Tell networks that kill workers from workers that cannot live, when there is nothing else to train."""
        if self._mute:
            raise self._refused(f"training {len(self._culprits)} networks alone and everything else that waits")
        try:
            self._pool.submit(look, str(self._folder.path)).result()
        except BrokenProcessPool:
            raise self._refused("reading the data") from None
        self._release_culprits()

    def _refused(self, what: str) -> EnvironmentRefusedError:
        return EnvironmentRefusedError(
            f"workers died again and again while {what}: is there enough memory? "
            "Give it fewer --jobs, or smaller networks ([network] hidden)"
        )

    def cancel_waiting(self) -> list[int]:
        """See :meth:`Executor.cancel_waiting`."""
        cancelled = [future for future in self._running if future.cancel()]
        dropped = [*self._waiting, *self._suspects, *self._mute, *(self._leave(future) for future in cancelled)]
        for tasks in (self._waiting, self._suspects, self._mute):
            tasks.clear()
        keys = [task.key for task in dropped]
        if self._in_doubt:  # nothing is left to tell them from the machine: a later launch finds out
            keys += [key for key, _ in self._culprits]
            self._culprits = []
        return keys

    def measure(self, member: Hyperparameters, container: tuple[int, ...], state: PopulationState) -> dict[str, float]:
        """See :meth:`Executor.measure`; where this process has another kernel than the workers, one of them does it."""
        if not self._foreign:
            return super().measure(member, container, state)
        for _ in range(DEATHS):
            try:
                task = self._pool.submit(measure_in_worker, str(self._folder.path), member, container, state)
                with enough_memory("measuring a trained network"):
                    found: dict[str, float] = task.result()
            except BrokenProcessPool as error:
                self._start_again(exit_code(error))
            else:
                return found
        raise self._refused("measuring a trained network")

    def close(self) -> None:
        """Stop the workers and delete the mapped files."""
        super().close()
        given: list[Future[Any]] = [*self._looks, *self._running]
        unfinished = [future for future in given if not future.done()]
        if unfinished:  # shutting down with tasks in its queue makes loky's thread stumble, and say so
            kill_workers(self._pool)
            wait(unfinished)
        self._pool.shutdown(wait=True, kill_workers=True)
        self._folder.close()


def choose_executor(examples: Examples, jobs: int, seconds: float | None, blas: Sequence[str] = ()) -> Executor:
    """Choose the home of a study's training.

    Args:
        examples: the data.
        jobs: processes that may train at once, >= 1.
        seconds: estimated training of the whole study, on one core; ``None`` for a little that nobody has estimated.
        blas: what the study's record says of its BLAS; its kernel decides the last bits.

    Returns:
        This process where workers would not save the time it takes to start them, unless its BLAS uses another kernel
        than the study began with: new processes can be told which, this one cannot any more.
    """
    kernel = recorded_kernel(blas)
    own = recorded_kernel(describe_blas())
    saved = (seconds or 0) * (1 - 1 / jobs)
    if saved < WORTH_STARTING_WORKERS and kernel in (None, own):
        return InProcess(examples, seconds)
    return Workers(examples, jobs, kernel or own, seconds)


def physical_cores() -> int:
    """Return how many physical cores this process may use, at least 1."""
    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed))


def _is_result(future: Future[Parcel]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None
