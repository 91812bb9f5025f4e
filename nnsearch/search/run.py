"""Start or resume a study: everything between a checked study file and a driver that runs.

Imports Optuna: imported only where a study runs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from nnsearch.core.errors import LedgerError, SettingsError, StudyFileError
from nnsearch.core.memory import collector_paused
from nnsearch.core.paths import StudyPaths
from nnsearch.data.load import load_data
from nnsearch.data.spec import Data
from nnsearch.search.begun import begun
from nnsearch.search.driver import Driver
from nnsearch.search.estimate import Estimate, estimate
from nnsearch.search.executor import choose_executor, physical_cores
from nnsearch.search.ledger import Direction, Ledger
from nnsearch.search.limits import Limits
from nnsearch.search.lineage import as_history, parent_facts
from nnsearch.search.machine import describe_machine
from nnsearch.search.meta import read_meta
from nnsearch.search.requirements import check_augmentation, check_objective, check_sampler
from nnsearch.search.restoring import read_states, recorded_trials, restore
from nnsearch.search.snapshot import Observer, Snapshot, StopRequest
from nnsearch.search.space import Space
from nnsearch.search.study_file import LIMITS, StudySpec, differences
from nnsearch.training.examples import Examples, examples_from
from nnsearch.training.objectives import objective_for


@dataclass(frozen=True)
class Launch:
    """How a study is launched; none of it changes what its trials are.

    Args:
        trials: total number of trials; by default the file's, or a larger one that an earlier launch was given.
        seconds: time for this launch.
        jobs: worker processes; by default one per physical core.
        resume: whether the study must have been started before.
    """

    trials: int | None = None
    seconds: float | None = None
    jobs: int | None = None
    resume: bool = False

    def __post_init__(self) -> None:
        """Refuse impossible limits.

        Raises:
            SettingsError: naming the limit, its rule and the value.
        """
        for name in ("trials", "jobs"):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, int) or value < 1):
                raise SettingsError(f"{name} must be a whole number of at least 1, got {value!r}")
        if self.seconds is not None and not self.seconds > 0:
            raise SettingsError(f"time must be more than 0 seconds, got {self.seconds!r}")


@dataclass(frozen=True)
class Prepared:
    """A study with its data, ready to run.

    Args:
        spec: the study.
        data: loaded, split and scaled.
        examples: as the trainer takes them.
        estimate: what it will do and cost.
        repairs: what opening its record took back, and what was found damaged, one line each.
    """

    spec: StudySpec
    data: Data
    examples: Examples
    estimate: Estimate
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a launch did.

    Args:
        reason: what stopped it, see :meth:`nnsearch.search.driver.Driver.run`.
        snapshot: where the study stands.
        seconds: of this launch's search, without loading.
    """

    reason: str
    snapshot: Snapshot
    seconds: float


def prepare(paths: StudyPaths, spec: StudySpec, trials: int | None = None) -> Prepared:
    """Load a study's data and estimate its cost.

    Raises:
        DataError: if the data cannot be used.
        SettingsError: if the output layer, the objective or augmentation does not fit the data.
        StudyFileError: if the sampler cannot search the space.
        EnvironmentRefusedError: if a package is missing that the sampler needs.
    """
    check_sampler(spec)
    data = load_data(spec.data, paths.file.parent, paths.data_cache)
    check_objective(spec, data)
    examples = examples_from(data, output=spec.network.output)
    check_augmentation(spec, examples)
    return Prepared(spec, data, examples, estimate(spec, examples, trials))


def launch(
    paths: StudyPaths,
    spec: StudySpec,
    how: Launch,
    *,
    observer: Observer | None = None,
    stop: StopRequest | None = None,
    on_start: Callable[[Prepared], None] | None = None,
) -> Outcome:
    """Run a study until a limit or a request; one that has been started goes on.

    Args:
        paths: its places.
        spec: its checked file.
        how: limits and workers.
        observer: told after each step.
        stop: set to stop after the segments in flight.
        on_start: called once the ledger exists and is locked.

    Returns:
        What stopped it and where it stands.

    Raises:
        StudyFileError: if the file has changed since the study began.
        StudyLockedError: if another process is running it.
        LedgerError: if its record is damaged, or there is none to resume.
        EnvironmentRefusedError: if the disk refuses.
        DataError: if the data cannot be used or has changed.
    """
    started = paths.meta.is_file()
    if how.resume and not started:
        raise LedgerError(f"study {paths.name!r} has not been started: run it with nnsearch run {paths.name}")
    if started:
        check_unchanged(paths, spec)
        with ExitStack() as stack:
            with collector_paused():
                ledger = stack.enter_context(Ledger.open(paths))
                prepared = replace(prepare(paths, spec, how.trials), repairs=ledger.repairs)
            check_data_unchanged(paths, prepared.data)
            return _drive(ledger, prepared, how, observer, stop, on_start)
    prepared = prepare(paths, spec, how.trials)
    objective = objective_for(prepared.data.task, spec.search.objective)
    direction: Direction = "maximize" if objective.maximize else "minimize"
    with Ledger.create(paths, study_meta(paths, prepared), direction) as ledger:
        return _drive(ledger, prepared, how, observer, stop, on_start)


def _drive(
    ledger: Ledger,
    prepared: Prepared,
    how: Launch,
    observer: Observer | None,
    stop: StopRequest | None,
    on_start: Callable[[Prepared], None] | None,
) -> Outcome:
    spec, examples = prepared.spec, prepared.examples
    trials, progress = recorded_trials(ledger), ledger.progress
    states, damage = read_states(ledger)
    meta = read_meta(ledger.paths)
    limits = Limits(
        trials=how.trials or _trials_to_reach(spec, meta, progress),
        seconds=how.seconds if how.seconds is not None else spec.search.time,
        target=spec.search.target,
        patience=spec.search.patience,
    )
    if on_start is not None:
        on_start(replace(prepared, repairs=(*prepared.repairs, *damage)))
    jobs = how.jobs or physical_cores()
    left = max(0, limits.trials - sum(trial.finished for trial in trials))
    seconds = prepared.estimate.seconds * left / max(1, prepared.estimate.trials)
    carried = as_history((meta.get("parent") or {}).get("trials", []), Space(spec))
    if limits.seconds is not None:  # no longer than it may last
        seconds = min(seconds, limits.seconds * jobs)
    with choose_executor(examples, jobs, seconds, meta["machine"]["blas"]) as executor:
        driver = Driver(spec, examples, ledger, executor, limits, observer, stop, carried)
        restore(driver, trials, progress, states)
        began = time.monotonic()
        reason = driver.run()
        return Outcome(reason, driver.snapshot(), time.monotonic() - began)


def _trials_to_reach(spec: StudySpec, meta: Mapping[str, Any], progress: Mapping[str, Any]) -> int:
    """Return how many trials a launch goes on to that names no number.

    That is the file's number, or a larger one that an earlier launch was given, unless the file was changed since.
    """
    changed = spec.search.trials != meta["spec"]["search"]["trials"]
    return spec.search.trials if changed else max(spec.search.trials, int(progress.get("trials", 0)))


def study_meta(paths: StudyPaths, prepared: Prepared) -> dict[str, object]:
    """Return what ``study.json`` says of a study that begins now.

    Raises:
        StudyFileError: if its parent has not been started.
    """
    data = prepared.data
    metric = objective_for(data.task, prepared.spec.search.objective).name
    parent = parent_facts(paths, prepared.spec, data.fingerprint, prepared.examples.output, metric)
    return {
        "name": paths.name,
        "parent": parent,
        "created": datetime.now(UTC).isoformat(),
        "file": str(paths.file),
        "text": prepared.spec.text,
        "spec": prepared.spec.resolved(),
        "metric": metric,
        "data": {
            "name": data.name,
            "task": data.task,
            "fingerprint": data.fingerprint,
            "train": data.train.m,
            "dev": data.dev.m,
            "test": data.test.m if data.test else 0,
            "features": data.n_x,
            "classes": list(data.classes),
            "notes": list(data.notes),
        },
        "machine": describe_machine(),
    }


def check_unchanged(paths: StudyPaths, spec: StudySpec) -> None:
    """Refuse a study file that is not the one its study began with; where to stop may differ.

    Raises:
        StudyFileError: with one line per difference.
    """
    meta = read_meta(paths)
    lines = differences(begun(meta, paths).resolved(), spec.resolved())
    changed = [line for line in lines if line.split(":")[0] not in LIMITS]
    if changed:
        what = (
            f"defaults have changed since study {paths.name!r} began: write what it began with into {paths.file}"
            if spec.text == meta["text"]
            else f"{paths.file} has changed since study {paths.name!r} began: "
            "undo the change, or give the new study a file of another name"
        )
        raise StudyFileError([what, *(f"  {line}" for line in changed)])


def check_data_unchanged(paths: StudyPaths, data: Data) -> None:
    """Refuse data that is not what the study began with.

    Raises:
        StudyFileError: naming the data.
    """
    recorded = read_meta(paths)["data"]["fingerprint"]
    if recorded != data.fingerprint:
        raise StudyFileError(
            f"the data of study {paths.name!r} has changed since it began (fingerprint {recorded} then, "
            f"{data.fingerprint} now): restore it, or give the study a file of another name"
        )
