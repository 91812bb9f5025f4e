"""How fast the trainer is, per network, against what a user would pick instead.

Run ``python -m benchmarks.trainer [--quick] [--json FILE] [--repeats N]``. Peers that are not installed are left out
(``pip install --group bench`` has them). A contender that fails is reported, and the exit code is then 1.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

if not __package__:  # run as a file, Python looks for modules beside it and not where the package lies
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console

from benchmarks.contenders import CONTENDERS
from benchmarks.document import PATH, write_section
from benchmarks.machine import describe, kernel_overrides, lift_kernel_overrides, pin_to_one_core, versions
from benchmarks.measure import Effort, measure
from benchmarks.results import OURS, Report, WorkloadResult
from benchmarks.trainer_report import markdown, remarks, story, tables
from benchmarks.workers import Worker
from benchmarks.workloads import WORKLOADS, Workload
from nnsearch.core.atomic_files import write_json
from nnsearch.core.errors import NNSearchError, SettingsError
from nnsearch.core.names import did_you_mean

LIBRARIES = ("numpy", "scikit-learn", "torch", "jax")
REPEATS, QUICK_REPEATS = 5, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep the figures.

    Returns:
        0, or 1 if a contender failed, or the exit code of what is wrong with the arguments or the disk.
    """
    options = _parser().parse_args(arguments)
    console, progress = Console(), Console(stderr=True)
    try:
        workloads = [_workload(name, options.quick) for name in options.workloads]
        present, left_out = _contenders(options.without)
        overrides = lift_kernel_overrides() if options.native_kernels else kernel_overrides()
        core = pin_to_one_core()
        progress.print("pinned to core" if core is not None else "this system cannot pin to a core", core or "")
        report = _measure(workloads, present, left_out, overrides, options, progress)
        _show(report, console)
        if options.json is not None:
            write_json(options.json, report.as_dict())
        document = options.document or (None if options.quick else PATH)
        if document is not None:
            write_section(document, "trainer", markdown(report))
    except NNSearchError as error:
        progress.print(f"error: {error}", markup=False, style="red")
        return error.exit_code
    return _tell_failures(report.results, progress)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.trainer", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="shortened workloads, within a minute; writes no document")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures")
    parser.add_argument("--repeats", type=_positive, metavar="N", help=f"rounds (default {REPEATS})")
    parser.add_argument("--workloads", nargs="+", default=list(WORKLOADS), metavar="NAME", help="only these")
    parser.add_argument("--without", nargs="+", default=[], metavar="NAME", help="leave these contenders out")
    parser.add_argument(
        "--native-kernels",
        action="store_true",
        help="ignore OPENBLAS_CORETYPE and its like: every library chooses its kernels itself",
    )
    parser.add_argument("--document", type=Path, metavar="FILE", help="where the section is kept (default docs/)")
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, got {value}")
    return value


def _workload(name: str, quick: bool) -> Workload:
    if name not in WORKLOADS:
        raise SettingsError(f"workload {name!r} is unknown: {did_you_mean(name, WORKLOADS)}")
    return WORKLOADS[name].shortened() if quick else WORKLOADS[name]


def _contenders(without: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return whom to measure, and whom not with the reason."""
    peers = [name for name in CONTENDERS if name != OURS]
    for name in without:
        if name not in peers:
            raise SettingsError(f"contender {name!r} is unknown: {did_you_mean(name, peers)}")
    left_out = dict.fromkeys(without, "as asked")
    for name in peers:
        if not CONTENDERS[name].installed:
            left_out[name] = f"{CONTENDERS[name].library} is not installed"
    return [name for name in CONTENDERS if name not in left_out], left_out


def _measure(
    workloads: Sequence[Workload],
    present: Sequence[str],
    left_out: dict[str, str],
    overrides: dict[str, str],
    options: argparse.Namespace,
    progress: Console,
) -> Report:
    from benchmarks.ours import automatic_members

    effort = Effort(options.repeats or (QUICK_REPEATS if options.quick else REPEATS))
    automatic = [automatic_members(workload) for workload in workloads]  # before anything is measured
    with Worker() as worker:
        loop, vectorized = worker.call("benchmarks.machine:dot_product_seconds")
    load = os.getloadavg()[0]
    results = [
        measure(workload, members, present, effort, lambda line: progress.print(line, style="dim"))
        for workload, members in zip(workloads, automatic, strict=True)
    ]
    return Report(
        machine=describe(),
        load=load,
        overrides=overrides,
        lifted=options.native_kernels,
        versions=versions(LIBRARIES),
        quick=options.quick,
        repeats=effort.repeats,
        dot_product=(loop, vectorized),
        results=results,
        left_out=left_out,
    )


def _show(report: Report, console: Console) -> None:
    console.print(story(report), highlight=False)
    for table in tables(report):
        console.print()
        table.show(console)
    console.print()
    for line in remarks(report):
        console.print(f"- {line}", markup=False, highlight=False)


def _tell_failures(results: Sequence[WorkloadResult], progress: Console) -> int:
    failures = [failure for result in results for failure in result.failures]
    for failure in failures:
        progress.print(
            f"\n{failure.contender} K={failure.members} failed:\n{failure.failure}", markup=False, style="red"
        )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
