"""How the trainer's figures are told: tables and the story around them."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from benchmarks.contenders import CONTENDERS, VARIANTS
from benchmarks.results import (
    GEMM_PEAK,
    JAX,
    JAX_AT_32,
    JAX_COMPILED,
    OURS,
    SINGLE,
    Measurement,
    Report,
    WorkloadResult,
)
from benchmarks.tables import Table, milliseconds, times

QUIET_LOAD = 0.5


def story(report: Report) -> str:
    """Return the opening: from a loop over elements to a loop over trials."""
    loop, vectorized = report.dot_product
    first = (
        f"Dot product of 10 million elements: {milliseconds(loop)} ms as a loop, {milliseconds(vectorized)} ms "
        f"vectorized: {times(loop / vectorized)}."
    )
    gains = [
        f"{times(result.standings()[SINGLE])} on {'-'.join(map(str, result.workload.widths))}"
        for result in report.results
        if SINGLE in result.standings()
    ]
    second = (
        f" The same idea over trials, K networks at once instead of one by one: {', '.join(gains)}." if gains else ""
    )
    return first + second


def summary(report: Report) -> Table:
    """Return how many times faster than each peer nnsearch is, with its goals."""
    results = report.results
    names = [name for name in CONTENDERS if name != OURS and any(result.of(name) for result in results)]
    compared = [SINGLE, *names, *([JAX_AT_32, JAX_COMPILED] if JAX in names else [])]
    rows = [
        ("automatic K", *(str(result.automatic) for result in results)),
        ("ms per network", *(milliseconds(result.ours.per_network) for result in results)),
        (f"of {GEMM_PEAK}", *(_share_with_goal(result) for result in results)),
    ]
    standings = [(result.standings(), result.workload.goals) for result in results]
    rows += [(name, *(_with_goal(found.get(name), goals.get(name)) for found, goals in standings)) for name in compared]
    return Table(
        "Time per network, nnsearch at its automatic K; below, how many times longer others take",
        ("", *(result.workload.label for result in results)),
        tuple(rows),
        ("A peer that trains populations counts at its best K; in brackets the goal, missed ones marked with !.",),
    )


def _share_with_goal(result: WorkloadResult) -> str:
    return _with_goal(result.peak_share(result.ours), result.workload.goals.get(GEMM_PEAK), "{:.0%}".format)


def _with_goal(value: float | None, goal: float | None, text: Callable[[float], str] = times) -> str:
    if value is None:
        return "-"
    if goal is None:
        return text(value)
    return f"{text(value)} ({text(goal)}{'' if value >= goal else ' !'})"


def details(result: WorkloadResult) -> Table:
    """Return every contender's figures on one workload."""
    peak = statistics.median(result.gemm_gflops)
    return Table(
        result.workload.title,
        ("contender", "K", "ms per network", "ratio", "of GEMM peak", "compile s", "training error", "runs"),
        tuple(_detail(result, m) for m in result.measurements if m.failure is None),
        (f"GEMM peak {peak:.0f} GFLOP/s (float32, one thread, 2048 x 2048); * is the automatic K.",),
    )


def _detail(result: WorkloadResult, m: Measurement) -> tuple[str, ...]:
    automatic = m.contender == OURS and m.members == result.automatic
    return (
        m.contender,
        f"{m.members}{'*' if automatic else ''}",
        milliseconds(m.per_network),
        times(result.ratio(m)),
        f"{result.peak_share(m):.1%}",
        f"{m.compile_seconds:.1f}" if m.compile_seconds else "-",
        "-" if m.train_error is None else f"{m.train_error:.1%}",
        str(len(m.seconds)),
    )


def costs(report: Report) -> Table:
    """Return what dropout, batch normalization and dev evaluation cost, and memory."""
    rows = []
    for result in report.results:
        by_name = {m.contender: m for m in result.variants if m.seconds}
        ratios = [times(result.ratio(by_name[name])) if name in by_name else "-" for name in VARIANTS]
        memory = [f"{total / k / 1024:,.0f} (K={k})" for k, total in sorted(result.peak_bytes.items())]
        rows.append((result.workload.label, *ratios, ", ".join(memory)))
    return Table(
        "What options cost nnsearch (time relative to without), and its peak memory per member",
        ("network", *VARIANTS, "KiB per member"),
        tuple(rows),
        tuple(f"{name}: {variant.note}" for name, variant in VARIANTS.items()),
    )


def remarks(report: Report) -> list[str]:
    """Return lines on conditions, on what was left out and on what failed."""
    lines = [
        f"{report.machine}; one core, one thread, float32; {_versions(report)}.",
        f"Medians of up to {report.repeats} rounds in which the contenders take turns (slow ones fewer: see runs).",
        *(f"{name}: {contender.note}." for name, contender in CONTENDERS.items() if name not in report.left_out),
        *(f"{name} was left out: {reason}." for name, reason in report.left_out.items()),
    ]
    for result in report.results:
        for m in result.failures:
            last = (m.failure or "").splitlines()[-1]
            lines.append(f"FAILED: {m.contender} at K={m.members} on {result.workload.name}: {last}")
    if report.overrides:
        listed = ", ".join(f"{name}={value}" for name, value in report.overrides.items())
        held = "one library was held to these kernels, the others not (see --native-kernels)"
        lines.append(f"{listed} is set here: {'ignored for this run' if report.lifted else held}.")
    behind = [result.workload.name for result in report.results if not result.single_leads()]
    if behind:
        lines.append(f"nnsearch at K=1 does not lead scikit-learn and torch eager on {', '.join(behind)}.")
    if report.load > QUIET_LOAD:
        lines.append(f"The machine was not quiet (load average {report.load:.1f} before): repeat before relying on it.")
    if report.quick:
        lines.append("Quick: shortened workloads and few rounds; the ratios are only indications.")
    return lines


def _versions(report: Report) -> str:
    return ", ".join(f"{name} {version}" for name, version in report.versions.items() if version is not None)


def tables(report: Report) -> list[Table]:
    """Return all tables in the order they are shown."""
    return [summary(report), *(details(result) for result in report.results), costs(report)]


def markdown(report: Report) -> str:
    """Return the section of docs/benchmarks.md."""
    remarked = "\n".join(f"- {line}" for line in remarks(report))
    body = "\n\n".join(table.markdown() for table in tables(report))
    return f"## The trainer\n\n`python -m benchmarks.trainer`\n\n{story(report)}\n\n{remarked}\n\n{body}"
