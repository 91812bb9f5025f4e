"""Figures of a run and what follows from them: per network, ratios, share of the peak. Pure."""

from __future__ import annotations

import dataclasses
import statistics
from dataclasses import dataclass, field
from typing import Any

from benchmarks.contenders import NUMPY_ONLY
from benchmarks.workloads import Workload

OURS = "nnsearch"
JAX = "JAX"
JAX_AT_32 = "JAX at K=32"
JAX_COMPILED = "JAX, compilation counted"
SINGLE = "nnsearch K=1"
GEMM_PEAK = "GEMM peak"


@dataclass
class Measurement:
    """One contender at one population size.

    Args:
        contender: its name.
        members: K.
        seconds: of each repeat, for all members.
        compile_seconds: before the first run, if there is something to compile.
        train_error: share of misses on the training set after training: whether it learned the same.
        failure: why there are no figures; its last line says it, the rest is the traceback.
    """

    contender: str
    members: int
    seconds: list[float] = field(default_factory=list)
    compile_seconds: float = 0.0
    train_error: float | None = None
    failure: str | None = None

    @property
    def per_network(self) -> float:
        """Median seconds per network."""
        return statistics.median(self.seconds) / self.members

    @property
    def per_network_compiled(self) -> float:
        """Seconds per network with compilation counted, for one population."""
        return self.per_network + self.compile_seconds / self.members


@dataclass
class WorkloadResult:
    """Everything measured on one workload.

    Args:
        workload: what was trained.
        automatic: the K that nnsearch chooses.
        measurements: contenders, each at its population sizes.
        gemm_gflops: the machine's peak as measured in each round, 10^9 operations per second.
        variants: nnsearch with one thing switched on, at the automatic K.
        peak_bytes: the most memory a population of K holds at once, by K.
    """

    workload: Workload
    automatic: int
    measurements: list[Measurement] = field(default_factory=list)
    gemm_gflops: list[float] = field(default_factory=list)
    variants: list[Measurement] = field(default_factory=list)
    peak_bytes: dict[int, int] = field(default_factory=dict)

    def of(self, contender: str) -> list[Measurement]:
        """Return a contender's measurements that have figures."""
        return [m for m in self.measurements if m.contender == contender and m.seconds]

    @property
    def failures(self) -> list[Measurement]:
        """Measurements without figures."""
        return [m for m in (*self.measurements, *self.variants) if m.failure is not None]

    @property
    def ours(self) -> Measurement:
        """Nnsearch at the automatic K.

        Raises:
            LookupError: if it was not measured.
        """
        for measurement in self.of(OURS):
            if measurement.members == self.automatic:
                return measurement
        raise LookupError(f"nnsearch at K={self.automatic} has no figures on {self.workload.name}")

    def ratio(self, measurement: Measurement) -> float:
        """How many times longer a contender takes per network than nnsearch at the automatic K."""
        return measurement.per_network / self.ours.per_network

    def peak_share(self, measurement: Measurement) -> float:
        """The share of the machine's float32 product peak (both medians) that a contender reaches."""
        reached = self.workload.flops / measurement.per_network / 1e9
        return reached / statistics.median(self.gemm_gflops)

    def standings(self) -> dict[str, float]:
        """Return ratios to each peer at its best: what the goals are about.

        Keys are the peers' names; ``JAX at K=32`` and ``JAX, compilation counted`` beside ``JAX``, its best K, and
        ``nnsearch K=1`` for what stacking gains.
        """
        standings: dict[str, float] = {}
        for name in dict.fromkeys(m.contender for m in self.measurements if m.contender != OURS and m.seconds):
            standings[name] = min(self.ratio(m) for m in self.of(name))
        for m in self.of(JAX):
            if m.members == 32:
                standings[JAX_AT_32] = self.ratio(m)
        if self.of(JAX):
            compiled = min(m.per_network_compiled for m in self.of(JAX))
            standings[JAX_COMPILED] = compiled / self._cold()
        for m in self.of(OURS):
            if m.members == 1:
                standings[SINGLE] = self.ratio(m)
        return standings

    def _cold(self) -> float:
        """Seconds per network in a fresh process, where nnsearch compiles only what it trains long enough for."""
        plain = [m.per_network for m in self.variants if m.contender == NUMPY_ONLY and m.seconds]
        return min([self.ours.per_network_compiled, *plain])

    def single_leads(self) -> bool:
        """Whether nnsearch is faster than scikit-learn and torch eager even with K = 1 (true where none ran)."""
        standings = self.standings()
        rivals = [standings[name] for name in ("scikit-learn", "torch eager") if name in standings]
        return all(standings[SINGLE] < rival for rival in rivals)

    def as_dict(self) -> dict[str, Any]:
        """Return figures and what follows from them, ready for JSON."""
        return {
            **dataclasses.asdict(self.workload),
            "flops_per_network": self.workload.flops,
            "automatic_members": self.automatic,
            "gemm_gflops": self.gemm_gflops,
            "measurements": [self._measurement(m) for m in self.measurements],
            "variants": [self._measurement(m) for m in self.variants],
            "peak_bytes_per_member": {str(k): total / k for k, total in self.peak_bytes.items()},
            "standings": self.standings(),
        }

    def _measurement(self, measurement: Measurement) -> dict[str, Any]:
        values = dataclasses.asdict(measurement)
        if measurement.seconds:
            values["seconds_per_network"] = measurement.per_network
            values["ratio"] = self.ratio(measurement)
            values["gemm_peak_share"] = self.peak_share(measurement)
        return values


@dataclass
class Report:
    """A whole run.

    Args:
        machine: in a line.
        load: its load average over the minute before measuring: how much else it was doing.
        overrides: environment that holds single libraries to other kernels than they would choose.
        lifted: whether it was ignored for this run.
        versions: of the libraries measured, ``None`` for those not installed.
        quick: whether the workloads were shortened.
        repeats: rounds that were asked for.
        dot_product: seconds of the loop and of the vectorized product.
        results: by workload.
        left_out: contenders not measured, with the reason.
    """

    machine: str
    load: float
    overrides: dict[str, str]
    lifted: bool
    versions: dict[str, str | None]
    quick: bool
    repeats: int
    dot_product: tuple[float, float]
    results: list[WorkloadResult]
    left_out: dict[str, str]

    def as_dict(self) -> dict[str, Any]:
        """Return everything, ready for JSON."""
        loop, vectorized = self.dot_product
        return {
            "benchmark": "trainer",
            "machine": self.machine,
            "load_before": self.load,
            "kernel_overrides": self.overrides,
            "kernel_overrides_lifted": self.lifted,
            "versions": self.versions,
            "quick": self.quick,
            "repeats": self.repeats,
            "dot_product": {"loop_seconds": loop, "vectorized_seconds": vectorized, "ratio": loop / vectorized},
            "left_out": self.left_out,
            "workloads": [result.as_dict() for result in self.results],
        }
