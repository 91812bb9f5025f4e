"""Measure contenders on one workload: each in its own process, taking turns, so that drifts of the machine hit all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import asdict, dataclass

from benchmarks.contenders import CONTENDERS, VARIANTS
from benchmarks.results import OURS, Measurement, WorkloadResult
from benchmarks.workers import Worker, WorkerError
from benchmarks.workloads import Workload

Say = Callable[[str], None]


@dataclass(frozen=True)
class Effort:
    """How long to measure.

    Args:
        repeats: rounds.
        enough_seconds: a measurement that has taken this long in all gets no further rounds ...
        fewest: ... once it has had this many.
        prepare_seconds: limit for compiling; a contender that exceeds it has failed.
        run_seconds: limit for one run.
    """

    repeats: int
    enough_seconds: float = 40.0
    fewest: int = 3
    prepare_seconds: float = 240.0
    run_seconds: float = 600.0

    def satisfied(self, measurement: Measurement) -> bool:
        """Whether a measurement needs no further rounds."""
        runs = len(measurement.seconds)
        return runs >= min(self.fewest, self.repeats) and sum(measurement.seconds) >= self.enough_seconds


def measure(workload: Workload, automatic: int, contenders: Iterable[str], effort: Effort, say: Say) -> WorkloadResult:
    """Measure a workload.

    Args:
        workload: what to train.
        automatic: the K that nnsearch chooses.
        contenders: names in CONTENDERS.
        effort: how long to measure.
        say: takes lines on how far it is.

    Returns:
        The figures. A peer that failed has its traceback in place of figures.
    """
    result = WorkloadResult(workload, automatic)
    with ExitStack() as stack:
        workers: dict[str, Worker] = {}
        for name in contenders:
            workers[name] = stack.enter_context(Worker())
            sizes = CONTENDERS[name].members
            if name == OURS:
                sizes = tuple(sorted({*sizes, automatic}))
            result.measurements += [Measurement(name, members) for members in sizes]
        result.variants = [Measurement(name, automatic) for name in VARIANTS]
        workers |= dict.fromkeys(VARIANTS, workers[OURS])
        everything = [*result.measurements, *result.variants]
        for measurement in everything:
            say(f"{workload.name}: preparing {measurement.contender} K={measurement.members}")
            _prepare(workers[measurement.contender], measurement, workload, effort)
        for number in range(effort.repeats):
            say(f"{workload.name}: round {number + 1} of {effort.repeats}")
            result.gemm_gflops.append(workers[OURS].call("benchmarks.machine:gemm_gflops"))
            for measurement in everything:
                if measurement.failure is None and not effort.satisfied(measurement):
                    _run(workers[measurement.contender], measurement, effort)
        for measurement in result.measurements:
            if measurement.failure is None:
                _check(workers[measurement.contender], measurement, effort)
        for members in sorted({1, 32, automatic}):
            result.peak_bytes[members] = workers[OURS].call(
                "benchmarks.ours:peak_bytes", workload=asdict(workload), members=members
            )
    return result


def _prepare(worker: Worker, measurement: Measurement, workload: Workload, effort: Effort) -> None:
    try:
        measurement.compile_seconds = worker.call(
            "benchmarks.session:prepare",
            timeout=effort.prepare_seconds,
            contender=measurement.contender,
            members=measurement.members,
            workload=asdict(workload),
        )
    except WorkerError as error:
        measurement.failure = str(error)


def _run(worker: Worker, measurement: Measurement, effort: Effort) -> None:
    try:
        seconds = worker.call(
            "benchmarks.session:run",
            timeout=effort.run_seconds,
            contender=measurement.contender,
            members=measurement.members,
        )
    except WorkerError as error:
        measurement.failure = str(error)
    else:
        measurement.seconds.append(seconds)


def _check(worker: Worker, measurement: Measurement, effort: Effort) -> None:
    try:
        measurement.train_error = worker.call(
            "benchmarks.session:check",
            timeout=effort.run_seconds,
            contender=measurement.contender,
            members=measurement.members,
        )
    except WorkerError as error:
        measurement.failure = str(error)
