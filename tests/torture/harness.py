"""Launches of a small real study, with faults, and everything the study is, to be compared."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nnsearch.core.atomic_files import read_arrays
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.commits import PROGRESS
from nnsearch.search.records import JournalReader, read_curves
from tests.torture.wrapper import Fault

ROOT = Path(__file__).parents[2]
COHORT = 8
TEXT = """
[data]
source = "moons"
samples = 300
[network]
hidden = {{ layers = {{ low = 1, high = 2 }}, units = {{ low = 3, high = 12 }} }}
keep_prob = {{ low = 0.6, high = 1.0 }}
[training]
epochs = 9
batch_size = {{ choices = [16, 64] }}
learning_rate = {{ low = 1e-3, high = 1e-1 }}
beta1 = {{ low = 0.8, high = 0.99 }}
l2 = {{ low = 1e-4, high = 1e-1 }}
patience = {patience}
[search]
trials = {trials}
cohort = 8
group = 4
keep = 3
in_flight = {in_flight}
seed = {seed}
sampler = "{sampler}"
"""
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
HANGS = 300.0
"""Seconds after which a launch counts as hanging."""


@dataclass(frozen=True)
class Ended:
    """How a launch ended.

    Args:
        code: exit code; negative for the signal that killed it.
        out: its standard output.
        err: its standard error.
    """

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines that tell an error."""
        return [line for line in self.err.splitlines() if line.startswith("error: ")]

    def problem(self, code: int, *fixes: str) -> str | None:
        """Return what is wrong with the way it ended early.

        Args:
            code: the exit code that is documented for it.
            fixes: what to do, in words of which its one line must say one; none if the line may be cut.

        Returns:
            ``None`` for that code and one line of that kind, without a traceback.
        """
        known = ("error: ", "note: ", "warning: ", "interrupted", "stopping after")
        strange = [line for line in self.err.splitlines() if not line.startswith(known)]
        told = [line for line in self.err.splitlines() if line.startswith(known[3 if code == 130 else 0])]
        if self.code != code or len(told) != 1 or (code == 130 and self.errors) or strange:
            return f"ended with {self.code}, expected {code}: {self.err!r}"
        if fixes and not any(fix in told[0] for fix in fixes):
            return f"does not say what to do ({' or '.join(fixes)}): {told[0]!r}"
        return None


def lay_out(
    place: Path,
    *,
    trials: int = 64,
    seed: int = 0,
    in_flight: int = 1,
    patience: str = "false",
    sampler: str = "tpe",
) -> StudyPaths:
    """Make a workspace with the small study's file; the arguments are its values."""
    paths = Workspace(place).study("tiny")
    paths.file.parent.mkdir(parents=True, exist_ok=True)
    values = {"trials": trials, "seed": seed, "in_flight": in_flight, "patience": patience, "sampler": sampler}
    paths.file.write_text(TEXT.format(**values))
    return paths


def arguments(paths: StudyPaths, *more: str, jobs: int = 1) -> list[str]:
    """Return the command line that runs a study, or goes on with it."""
    return ["run", "tiny", "--no-track", "--jobs", str(jobs), "--workspace", str(paths.folder.parents[1]), *more]


class Nursery:
    """Launches as children of a process that has imported everything: real processes that start at once.

    Args:
        scratch: an empty folder of its own.
    """

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        lay_out(scratch / "warm", trials=8)
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment(scratch),
        )
        self._ask({"workspace": str(scratch / "warm")})

    def launch(self, paths: StudyPaths, fault: Fault, kill_after: float | None = None) -> Ended:
        """Launch a study with a fault in it.

        Args:
            paths: the study's places.
            fault: what goes wrong.
            kill_after: seconds after which the process is killed; by default it is not.
        """
        out, err = self.scratch / "out", self.scratch / "err"
        answer = self._ask(
            {
                "arguments": arguments(paths),
                "fault": fault.to_json(),
                "out": str(out),
                "err": str(err),
                "kill_after": kill_after,
            }
        )
        return Ended(answer["code"], out.read_text(), err.read_text())

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        answer: dict[str, Any] = json.loads(self._server.stdout.readline())
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(HANGS)
        self._server.stdout.close()


def environment(scratch: Path) -> dict[str, str]:
    """Return a launch's environment: one BLAS thread, and temporary files where they are cleaned up."""
    temporary = scratch / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    return os.environ | ENVIRONMENT | {"TMPDIR": str(temporary)}


def start(paths: StudyPaths, *more: str, fault: Fault | None = None, jobs: int = 1) -> subprocess.Popen[str]:
    """Start ``python -m nnsearch run`` (through the wrapper if there is a fault) in an interpreter of its own."""
    program = ["nnsearch"] if fault is None else ["tests.torture.wrapper", fault.to_json()]
    return subprocess.Popen(
        [sys.executable, "-m", *program, *arguments(paths, *more, jobs=jobs)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(paths.folder.parents[1]),
        process_group=0,
    )


def finish(process: subprocess.Popen[str], kill_after: float | None = None) -> Ended:
    """Wait for a launch, or kill it after so many seconds."""
    try:
        out, err = process.communicate(timeout=HANGS if kill_after is None else kill_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        out, err = process.communicate()
    return Ended(process.returncode, out, err)


def run(paths: StudyPaths, *more: str, fault: Fault | None = None, jobs: int = 1) -> Ended:
    """Launch a study in an interpreter of its own and wait for its end."""
    return finish(start(paths, *more, fault=fault, jobs=jobs))


def operations(paths: StudyPaths) -> list[dict[str, Any]]:
    """Return the journal's operations without clock times, processes and commit points."""
    kept = []
    for line in paths.journal.read_bytes().splitlines():
        log = json.loads(line)
        if PROGRESS not in log.get("user_attr", {}):
            kept.append({name: log[name] for name in log if name != "worker_id" and "datetime" not in name})
    return kept


def content(paths: StudyPaths) -> dict[str, Any]:
    """Return everything a study is, without clock times: floats exactly, weights as bytes."""
    journal = JournalReader(paths.journal)
    journal.poll()
    curves: dict[int, dict[str, list[str]]] = {}
    for segment in read_curves(paths.curves):
        own = curves.setdefault(segment.trial, {name: [] for name in segment.curves})
        assert segment.first == len(own["dev_error"]) + 1, f"trial {segment.trial} has epoch {segment.first} twice"
        for name, values in segment.curves.items():
            own[name].extend(map(repr, values))
    best = {}
    for number, name in journal.progress["best_files"].items():
        arrays = read_arrays(paths.best / name)
        best[number] = {key: (array.shape, array.dtype.str, array.tobytes()) for key, array in arrays.items()}
    # Clock times, lengths of lines that hold them and names of files may differ.
    progress = {name: journal.progress[name] for name in ("told", "ranking", "trained", "stopped", "counts")}
    files = sorted(path.name for path in paths.folder.glob("*/*"))
    return {
        "operations": operations(paths),
        "trials": told_trials(paths),
        "curves": curves,
        "best": best,
        "progress": progress,
        "files": len(files),
    }


def told_trials(paths: StudyPaths) -> list[tuple[Any, ...]]:
    """Return the trials that the last commit counts, without clock times."""
    journal = JournalReader(paths.journal)
    journal.poll()
    told = int(journal.progress.get("told", 0)) * COHORT
    return [
        (trial.number, trial.state, trial.value, trial.params, trial.user_attrs, trial.intermediate)
        for trial in journal.trials[:told]
    ]


def differences(found: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Name what differs between two contents; nothing if they are identical."""
    return [name for name in expected if found.get(name) != expected[name]]
