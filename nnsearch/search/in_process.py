"""What trains populations, as the driver sees it, and the simplest that does: this process, task after task."""

from __future__ import annotations

import math
import time
from abc import abstractmethod
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from nnsearch.core.closing import Closing
from nnsearch.core.compiling import EARNINGS, compiling_pays
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.training.examples import Examples
from nnsearch.training.final_metrics import final_metrics, train_and_measure
from nnsearch.training.hyperparameters import Hyperparameters
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState


@dataclass(frozen=True)
class Lost:
    """What a task comes to whose workers died.

    Args:
        alone: whether nothing else trained when the last one died: it was this task then.
        how: how the worker ended, such as ``SIGKILL(-9)``; empty if that is not known.
    """

    alone: bool
    how: str = ""


class Executor(Closing):
    """Runs segments; results come back in the order they are done.

    Args:
        examples: the data.
        seconds: estimated training of all that is to come, in each process that trains; ``None`` if nobody knows.
    """

    def __init__(self, examples: Examples, seconds: float | None = None) -> None:
        from threadpoolctl import threadpool_limits

        self._examples = examples
        self._ready: float | None = None
        self._expected = seconds
        self._compiling = False
        self._limits = threadpool_limits(1, user_api="blas")  # this process measures, too: to the same bits

    @property
    def ready(self) -> float | None:
        """When training could begin, on the monotonic clock; ``None`` while it cannot yet."""
        return self._ready

    def _hinted(self, segment: Segment, trained: float) -> Segment:
        """Return a task that says whether compiling pays, as all that follow it do.

        It is said to all processes at the same time: those that compile one after the other wait for each other.

        Args:
            segment: the task, which is about to train.
            trained: seconds that each process has trained so far, of those that were estimated.
        """
        if self._expected is None:
            return segment
        self._compiling = self._compiling or compiling_pays(trained, self._expected)
        return replace(segment, compile_loops=self._compiling)

    @abstractmethod
    def submit(
        self, key: int, segment: Segment, *, alone: bool = False, turn: int = 0, seconds: float = math.inf
    ) -> None:
        """Queue a task.

        Args:
            key: of the caller's.
            segment: the task.
            alone: let nothing else train meanwhile, so that it is known whose worker died.
            turn: what waits for a worker begins in this order, the least first.
            seconds: estimated; among those whose turn is the same the longest begins.
        """

    @abstractmethod
    def next(self) -> tuple[int, SegmentResult | Lost]:
        """Wait for a task and return its key and result.

        Raises:
            EnvironmentRefusedError: if workers keep dying, whatever they train, or if this process trains and has not
                enough memory for it.
        """

    def next_if_done(self) -> tuple[int, SegmentResult] | None:
        """Return the key and result of a task that has been trained, without waiting; ``None`` if there is none.

        Raises:
            EnvironmentRefusedError: if there is not enough memory to take it in.
        """
        return None

    @abstractmethod
    def cancel_waiting(self) -> list[int]:
        """Drop the tasks that have not begun and return their keys."""

    @property
    @abstractmethod
    def jobs(self) -> int:
        """How many tasks train at once."""

    def measure(self, member: Hyperparameters, container: tuple[int, ...], state: PopulationState) -> dict[str, float]:
        """Measure one trained member at once, with the kernel it was trained with.

        Args:
            member: its hyperparameters.
            container: the widths it is padded to.
            state: of a population of one.

        Returns:
            See :func:`nnsearch.training.final_metrics.final_metrics`.

        Raises:
            EnvironmentRefusedError: if workers die of it, or there is not enough memory.
        """
        with enough_memory("measuring a trained network"):
            return final_metrics(member, container, state, self._examples)

    def close(self) -> None:
        """Let go of workers and files, and give BLAS its threads back."""
        self._limits.restore_original_limits()


class InProcess(Executor):
    """Trains in this process, one task after the other.

    Args:
        examples: the data.
        seconds: estimated training of all that is to come; ``None`` if nobody knows.
    """

    def __init__(self, examples: Examples, seconds: float | None = None) -> None:
        super().__init__(examples, seconds)
        self._before = EARNINGS.seconds
        self._ready = time.monotonic()
        self._queue: deque[tuple[int, Segment]] = deque()

    @property
    def jobs(self) -> int:
        """One."""
        return 1

    def submit(
        self,
        key: int,
        segment: Segment,
        *,
        alone: bool = False,  # noqa: ARG002 - everything trains alone here
        turn: int = 0,  # noqa: ARG002
        seconds: float = math.inf,  # noqa: ARG002
    ) -> None:
        """See :meth:`Executor.submit`; everything trains in the order it comes."""
        self._queue.append((key, segment))

    def next(self) -> tuple[int, SegmentResult | Lost]:
        """See :meth:`Executor.next`."""
        key, segment = self._queue.popleft()
        several = len(segment.members)
        with enough_memory("training a network" if several == 1 else f"training {several} networks together"):
            return key, train_and_measure(self._hinted(segment, EARNINGS.seconds - self._before), self._examples)

    def cancel_waiting(self) -> list[int]:
        """See :meth:`Executor.cancel_waiting`."""
        keys = [key for key, _ in self._queue]
        self._queue.clear()
        return keys


@contextmanager
def enough_memory(what: str) -> Iterator[None]:
    """Say in one line what to do where memory runs out.

    Args:
        what: was being done.

    Raises:
        EnvironmentRefusedError: instead of :class:`MemoryError`.
    """
    try:
        yield
    except MemoryError as error:
        raise EnvironmentRefusedError(
            f"{what} takes more memory than there is: make the networks smaller ([network] hidden)"
        ) from error
