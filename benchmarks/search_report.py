"""How the search's figures are told."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from benchmarks.search_overhead import GOALS as OVERHEAD_GOALS
from benchmarks.search_overhead import RESUME_GOAL, OverheadReport
from benchmarks.search_regret import GOALS, LEAST_REGRET, RANDOM, TPE, TRIALS, RegretReport
from benchmarks.search_tables import TASKS
from benchmarks.search_training import Race, TrainingResult
from benchmarks.search_workers import GOAL as LEAST_SHARE
from benchmarks.search_workers import IN_FLIGHT, Utilization
from benchmarks.tables import Table, times

MOMENTS = (1, 2, 5, 10, 20, 50, 100)
"""Seconds since the command at which the best network so far is shown."""


@dataclass
class Report:
    """What was measured; parts that were not asked for are missing.

    Args:
        machine: it, in a line.
        versions: of libraries.
        load: average number of running processes before.
        quick: whether workloads were shortened.
        jobs: worker processes of every contender.
        regret: part one.
        training: part two, by workload.
        workers: part three.
        overhead: part four.
        left_out: what was not measured, and why.
    """

    machine: str
    versions: dict[str, str | None]
    load: float
    quick: bool
    jobs: int
    regret: RegretReport | None = None
    training: list[TrainingResult] = field(default_factory=list)
    workers: list[Utilization] = field(default_factory=list)
    overhead: OverheadReport | None = None
    left_out: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "machine": self.machine,
            "versions": self.versions,
            "load": self.load,
            "quick": self.quick,
            "jobs": self.jobs,
            "regret": self.regret and self.regret.as_dict(),
            "training": [result.as_dict() for result in self.training],
            "workers": [utilization.as_dict() for utilization in self.workers],
            "overhead": self.overhead and self.overhead.as_dict(),
            "left_out": self.left_out,
        }

    def parts(self) -> dict[str, list[Table]]:
        """Return the tables of each part that was measured."""
        found = {}
        if self.regret is not None:
            found["regret"] = regret_tables(self.regret)
        if self.training:
            found["training"] = training_tables(self.training)
        if self.workers:
            found["workers"] = [workers_table(self.workers)]
        if self.overhead is not None:
            found["overhead"] = [overhead_table(self.overhead)]
        return found

    def remarks(self) -> list[str]:
        """Return where and with what it was measured."""
        known = ", ".join(f"{name} {version}" for name, version in self.versions.items() if version)
        lines = [f"{self.machine}; {known}; {self.jobs} worker processes, one thread each."]
        if self.load > 0.5:
            lines.append(f"The machine was not quiet (load average {self.load:.1f} before).")
        lines += [f"Left out: {name}, {reason}." for name, reason in self.left_out.items()]
        return lines


def regret_tables(report: RegretReport) -> list[Table]:
    """Return geometric means over tasks, and means task by task."""
    first = [
        (
            name,
            *(_regret(report.geometric_mean(name, position)) for position in range(len(TRIALS))),
            times(report.geometric_mean(name) / report.geometric_mean(TPE)),
            times(report.geometric_mean(name) / report.geometric_mean(RANDOM)),
        )
        for name in report.strategies
    ]
    goals = tuple(
        f"{goal.strategy} / {goal.other}: {report.ratio(goal):.2f} "
        f"({_met(report.ratio(goal) <= goal.most)}at most {goal.most:.2f})"
        for goal in GOALS
    )
    tasks = list(dict.fromkeys(result.task for result in report.results))
    notes = (
        "Optuna, with its defaults, is asked one trial at a time; ours (TPE, one hyperparameter at a time, or gp) in "
        "cohorts of 8 or 16. Composed as a study's, 4 at a time share depth, batch size and activation, so that they "
        "train as one population. An even spread learns nothing.",
        f"Normalized regret: (best so far - best of the table) / (median - best of the table). Mean over "
        f"{report.seeds} seeds, then geometric mean over tasks, where a task counts at least {LEAST_REGRET:g}.",
        *(goals if len(tasks) == len(TASKS) else ()),
    )
    by_place = {(result.strategy, result.task): result.means[-1] for result in report.results}
    second = [(task, *(_regret(by_place[name, task]) for name in report.strategies)) for task in tasks]
    columns = ("strategy", *(f"{trials} trials" for trials in TRIALS), "/ TPE", "/ random")
    return [
        Table(f"Regret on {len(tasks)} tabulated tasks", columns, tuple(first), notes),
        Table(f"Task by task, after {TRIALS[-1]} trials", ("task", *report.strategies), tuple(second)),
    ]


def training_tables(results: Sequence[TrainingResult]) -> list[Table]:
    """Return who is where how soon, without start-up and with it, and each workload's race by the clock."""
    notes = [f"{result.workload.name}: {result.workload.note}." for result in results]
    notes += [
        "Medians over seeds; seconds on all cores. Both search the same space with successive halving. Peers stop weak "
        "trials at the epochs of three rungs, as ours does by default; ours with gp has a rung before these.",
        f"Ours samples with {', '.join(sorted({result.sampler for result in results}))}, peers with TPE.",
        "Ours goes on until it is as good as the best peer, in fewer trials or more; its record is durable, MLflow is "
        "off. Without start-up: workers are up, libraries imported, data loaded; ours has compiled its loops, which "
        "takes the command 0.4 s.",
        "A network counts from the end of its training: ours is then on display and, if it is the best so far, on "
        "record, though others of its cohort train on; a peer's is told to its study.",
        "Optuna + torch has fused Adam and cuts mini-batches from tensors; as in tutorials it has Adam's default "
        "implementation and a DataLoader.",
        "The peer's seconds are those of its whole search; when it found the network that was its best to the end is "
        "told beside. In brackets how many times sooner ours should be there.",
        "Every seed has an end of its own to reach. Each figure is a median by itself: ratios are not those of their "
        "row's seconds, and rows do not follow from the tables by the clock, in which ours stays where it stopped.",
    ]
    notes += [f"FAILED: {result.workload.name}, {where}." for result in results for where in result.failures]
    columns = ("", "dev error", "peer s", "ours s", "sooner", "peer found it s", "peer trials", "our trials")
    first, second = (
        [_race_row(result, peer, kind) for result in results for peer in _peers(result)]
        for kind in ("excluded", "included")
    )
    return [
        Table("Seconds to the error that a peer has at its end, without start-up", columns, tuple(first)),
        Table("The same from the command, start-up included", columns, tuple(second), tuple(notes)),
        *(_clock_table(result) for result in results if result.races),
    ]


def workers_table(found: Sequence[Utilization]) -> Table:
    """Return the share of workers' time that tasks take, by workload and cohorts in flight."""
    shares = {(utilization.workload, utilization.in_flight): utilization.median for utilization in found}

    def cell(workload: str, in_flight: int) -> str:
        share = shares[workload, in_flight]
        goal = f" ({LEAST_SHARE:.0%}{'' if share >= LEAST_SHARE else ' !'})" if in_flight == IN_FLIGHT[-1] else ""
        return f"{share:.0%}{goal}"

    names = dict.fromkeys(utilization.workload for utilization in found)
    rows = tuple((name, *(cell(name, in_flight) for in_flight in IN_FLIGHT)) for name in names)
    return Table(
        "Share of workers' time that their tasks take",
        ("", *(f"{in_flight} in flight" for in_flight in IN_FLIGHT)),
        rows,
        (
            "Medians over seeds. A task sets a population up, trains it and measures what has ended; the rest is "
            "waiting for results of others, and for cohorts to be asked and told. In brackets the goal.",
        ),
    )


def overhead_table(report: OverheadReport) -> Table:
    """Return milliseconds per trial by number of trials, and the time to resume."""
    rows = [
        (
            f"{overhead.trials:,}",
            f"{overhead.milliseconds:.1f}",
            _goal_of(overhead.trials, overhead.milliseconds),
            f"{overhead.mean:.1f}",
        )
        for overhead in report.overheads
    ]
    met = _met(report.resume <= RESUME_GOAL)
    return Table(
        "Milliseconds per trial besides training, TPE",
        ("trials", "near them", "goal", "on average up to them"),
        tuple(rows),
        (
            "Asking, composing, halving, telling and committing, every commit with fsync; one process.",
            f"Resumed with {report.overheads[-1].trials:,} trials, training begins {report.resume:.1f} s after the "
            f"command ({met}at most {RESUME_GOAL:g} s).",
        ),
    )


def _race_row(result: TrainingResult, peer: str, kind: Literal["excluded", "included"]) -> tuple[str, ...]:
    races = result.of(peer)
    goal = result.workload.goals[kind == "included"]

    def median(pick: Callable[[Race], float]) -> float:
        return statistics.median(pick(race) for race in races)

    return (
        f"{result.workload.name}, {peer}",
        f"{median(lambda race: race.theirs.error):.2%}",
        _seconds(median(lambda race: getattr(race, kind)[0])),
        _seconds(median(lambda race: getattr(race, kind)[1])),
        _sooner(result.sooner(peer, kind), goal),
        _seconds(median(lambda race: race.found[kind == "included"])),
        f"{median(lambda race: race.theirs.trials):.0f}",
        f"{median(lambda race: race.ours.trials):.0f}",
    )


def _clock_table(result: TrainingResult) -> Table:
    runs = {peer: [race.theirs for race in result.of(peer)] for peer in _peers(result)}
    ours = [race.ours for race in result.of(_peers(result)[0])]
    rows = []
    for name, own in {"nnsearch": ours, **runs}.items():
        cells = []
        for moment in MOMENTS:
            errors = [min((e for seconds, e in run.complete if seconds <= moment), default=math.nan) for run in own]
            known = [error for error in errors if not math.isnan(error)]
            cells.append(f"{statistics.median(known):.2%}" if 2 * len(known) > len(own) else "-")
        rows.append((name, *cells))
    title = f"{result.workload.name}: best dev error by seconds since the command"
    return Table(title, ("contender", *(f"{moment} s" for moment in MOMENTS)), tuple(rows))


def _peers(result: TrainingResult) -> list[str]:
    return list(dict.fromkeys(race.peer for race in result.races))


def _regret(value: float) -> str:
    return f"{value:.4f}"


def _seconds(value: float) -> str:
    return "not reached" if math.isinf(value) else f"{value:.2f}" if value < 1 else f"{value:.1f}"


def _sooner(ratio: float, goal: float) -> str:
    return f"{times(ratio)} ({times(goal)}{'' if ratio >= goal else ' !'})"


def _goal_of(trials: int, milliseconds: float) -> str:
    # A whole cohort more than was asked for is still that number.
    goal = next((most for count, most in OVERHEAD_GOALS.items() if count <= trials < 1.1 * count), None)
    return "-" if goal is None else f"{goal:g}{'' if milliseconds <= goal else ' !'}"


def _met(met: bool) -> str:
    return "goal: " if met else "MISSED goal: "
