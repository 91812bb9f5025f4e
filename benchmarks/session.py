"""What a worker remembers between requests: contenders made ready, to be run several times."""

from __future__ import annotations

import gc
import importlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.contenders import CONTENDERS, VARIANTS
from benchmarks.workloads import Layers, Workload, load, training_error


@dataclass(frozen=True)
class Prepared:
    """A contender with data loaded and code compiled.

    Args:
        run: train from the beginning; this is what is timed.
        layers: turns what ``run`` returned into weights, untimed.
        compile_seconds: what compiling took, where there is something to compile.
    """

    run: Callable[[], Any]  # each library has its own kind of result
    layers: Callable[[Any], Layers]
    compile_seconds: float = 0.0


@dataclass
class _Ready:
    prepared: Prepared
    workload: Workload
    last: list[Any] = field(default_factory=list)


WARM_UP_FLOPS = 1e11
"""Up to here a whole run warms a contender up; beyond, what is done once is lost in the run's seconds."""
_ready: dict[tuple[str, int], _Ready] = {}  # the one state of a worker process


def prepare(contender: str, workload: dict[str, Any], members: int) -> float:
    """Make a contender ready, warmed up, and return the seconds it compiled."""
    work = Workload.from_dict(workload)
    module, _, name = (CONTENDERS | VARIANTS)[contender].function.partition(":")
    prepared: Prepared = getattr(importlib.import_module(module), name)(work, members)
    if work.flops * members <= WARM_UP_FLOPS:
        prepared.run()
    _ready[contender, members] = _Ready(prepared, work)
    return prepared.compile_seconds


def run(contender: str, members: int) -> float:
    """Train once and return the seconds it took for all members."""
    ready = _ready[contender, members]
    ready.last.clear()
    gc.collect()
    started = time.perf_counter()
    result = ready.prepared.run()
    seconds = time.perf_counter() - started
    ready.last.append(result)
    return seconds


def check(contender: str, members: int) -> float:
    """Return the training error after the last run."""
    ready = _ready[contender, members]
    return training_error(ready.prepared.layers(ready.last[0]), *load(ready.workload))
