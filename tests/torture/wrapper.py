"""The command line with a fault in it: ``python -m tests.torture.wrapper FAULT ARGUMENTS ...``.

The product knows nothing of this: what it calls of the operating system is patched here, in this process only, and
then its own entry is called. ``FAULT`` is a :class:`Fault` as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

STEPS = ("fsync", "pwrite", "ftruncate", "replace", "unlink")
"""What makes a ledger durable: between any two of these a process may die."""
WORKER_DIED = "a worker died of SIGKILL"
"""Said on standard error for every worker whose death was seen."""
DYING = 60.0
"""Seconds within which a killed worker must be gone."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong in a launch.

    Args:
        at: the number, from 1, of the step (one of :data:`STEPS`, counted together) at which it does; 0 for never.
        do: ``kill`` (SIGKILL to itself), ``refuse`` (the system call fails) or ``signal``.
        when: ``before`` the step, ``after`` it, or ``within``: only writes are counted, and half of it is done.
        number: the error of a refusal, or the signal.
        times: how many signals.
        lasting: whether every later write is refused, too, as on a full disk.
        clock: ``backwards`` lets the clock step back an hour at every second look.
        short: whether segments end after every epoch and are committed at once.
        workers: whether workers are started even where it does not pay.
        hold: whether the study, its lock taken, waits until standard input ends.
        largest: bytes beyond which no file may grow; 0 for no limit.
        murder: the number of results after which, and after twice as many, a worker is killed; 0 for never.
    """

    at: int = 0
    do: str = "kill"
    when: str = "before"
    number: int = 0
    times: int = 1
    lasting: bool = False
    clock: str = ""
    short: bool = False
    workers: bool = False
    hold: bool = False
    largest: int = 0
    murder: int = 0

    def to_json(self) -> str:
        """Return what :meth:`from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Fault:
        """Read a fault."""
        return cls(**json.loads(text))


class _Saboteur:
    """Counts the steps of this process and lets the fault happen at its own."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.count = 0
        self.happened = False
        self.process = os.getpid()
        self.write = os.pwrite

    def patch(self) -> None:
        for name in STEPS:
            setattr(os, name, self._step(getattr(os, name)))

    def _step(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            if os.getpid() != self.process:
                return call(*arguments, **options)
            self.count += call is self.write or self.fault.when != "within"
            if self.count == self.fault.at and not self.happened:
                self.happened = True
                return self._happen(call, arguments, options)
            if self.fault.lasting and self.happened and call.__name__ in ("pwrite", "fsync"):
                raise OSError(self.fault.number, os.strerror(self.fault.number))
            return call(*arguments, **options)

        return step

    def _happen(self, call: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        fault = self.fault
        result = None
        if fault.when == "within":
            descriptor, content, offset = arguments
            self.write(descriptor, bytes(content)[: len(content) // 2], offset)
        elif fault.when == "after":
            result = call(*arguments, **options)
        if fault.do == "refuse":
            raise OSError(fault.number, os.strerror(fault.number))
        if fault.do == "kill":
            os.kill(self.process, signal.SIGKILL)
        for _ in range(fault.times):
            os.kill(self.process, fault.number)
        return result if fault.when == "after" else call(*arguments, **options)


def _step_the_clock_back() -> None:
    import time

    import optuna.storages.journal._storage as optuna_journal

    real, looks = time.time, iter(range(10**9))
    back = 3600.0

    def now() -> float:
        return real() - back * (next(looks) // 2)

    class Clock(optuna_journal.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.fromtimestamp(now(), tz)

    time.time = now
    optuna_journal.datetime = Clock


def _hold() -> None:
    from nnsearch.search.driver import Driver

    run = Driver.run

    def held(self: Driver) -> str:
        sys.stdin.read()
        return run(self)

    Driver.run = held


def _kill_worker(pid: int) -> None:
    """Kill a worker, and say so if it lived until then and does not any more."""
    handle = os.pidfd_open(pid)  # tells its end whoever reaps it
    lived = not select.select([handle], [], [], 0.0)[0]
    signal.pidfd_send_signal(handle, signal.SIGKILL)
    if lived and select.select([handle], [], [], DYING)[0]:
        print(WORKER_DIED, file=sys.stderr, flush=True)
    os.close(handle)


def _murder(results: int) -> None:
    from nnsearch.search.executor import Workers

    following, seen = Workers.next, iter(range(1, 10**9))

    def watched(self: Workers) -> Any:
        if next(seen) in (results, 2 * results):
            _kill_worker(min(self._pool._processes))
        return following(self)

    Workers.next = watched


def prepare(fault: Fault) -> None:
    """Patch this process."""
    if fault.short or fault.workers:
        from nnsearch.search import driver, executor, populations

        if fault.short:
            driver.SEGMENT_SECONDS = driver.COMMIT_AFTER = 0.0
        if fault.workers:
            executor.WORTH_STARTING_WORKERS = 0.0
            populations.TASK_SECONDS = 0.0
            populations.members_per_population = lambda architecture, batch_size: 4
    if fault.hold:
        _hold()
    if fault.murder:
        _murder(fault.murder)
    if fault.largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.largest, resource.RLIM_INFINITY))
    if fault.clock:
        _step_the_clock_back()
    if fault.at:
        _Saboteur(fault).patch()


def main(arguments: list[str]) -> None:
    """Patch this process and call the command line."""
    prepare(Fault.from_json(arguments[0]))
    from nnsearch.cli.main import main as nnsearch

    nnsearch(arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
