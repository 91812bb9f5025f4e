"""Everything but kill -9 that can befall a study: refusing disks, signals, damaged files, rivals, an unsteady clock.

Each function brings fresh studies of a stage into trouble, checks how the launch ends, lets the study go on and
compares it with the reference.
"""

from __future__ import annotations

import contextlib
import errno
import os
import random
import re
import signal
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import pairwise
from pathlib import Path

import psutil

from nnsearch.core.paths import StudyPaths
from nnsearch.core.scratch import PREFIX
from nnsearch.search.records import JournalReader
from tests.torture.harness import Ended, finish, run, start
from tests.torture.stage import Stage
from tests.torture.wrapper import WORKER_DIED, Fault

REFUSED, INTERRUPTED = 3, 130
FIXES = {
    errno.ENOSPC: "make room on the disk and try again",
    errno.EIO: "check the disk and try again",
    errno.EFBIG: "raise the limit (ulimit -f) and try again",
}
"""What a refusal must tell the user to do."""
GO_ON = "go on with: nnsearch resume tiny", "give the command again to go on"
"""What an interruption must tell the user to do: where a study has begun, and where none has."""
RIVALS = 4
RIVALS_END = 60.0
"""Seconds within which all but one must have been refused."""
A_FEW_COMMITS = 50
"""Steps into a launch at which there is something to go on with."""
ORPHANS_END = 60.0
"""Seconds within which workers must notice that their driver is gone."""


def refuse(stage: Stage, steps: Iterable[int], number: int, *, lasting: bool = False, when: str = "before") -> None:
    """Let a step fail with an error number: one typed line, exit code 3, and a study that goes on."""
    for at in steps:
        paths = stage.new_study()
        ended = stage.launch(paths, Fault(at=at, do="refuse", when=when, number=number, lasting=lasting))
        stage.tally.faults[errno.errorcode[number] + (" from then on" if lasting else "")] += 1
        _expect(stage, paths, ended, REFUSED, FIXES[number])
        stage.finish(paths)


def limit_files(stage: Stage, sizes: Iterable[int]) -> None:
    """Let no file grow beyond so many bytes (the kernel's own limit): exit code 3, and a study that goes on."""
    for size in sizes:
        paths = stage.new_study()
        ended = stage.launch(paths, Fault(largest=size))
        stage.tally.faults["RLIMIT_FSIZE"] += 1
        cut = len(ended.err) >= size  # standard error is a file here, too
        _expect(stage, paths, ended, REFUSED, *([] if cut else [FIXES[errno.EFBIG]]))
        stage.finish(paths)


def fill_the_disk(stage: Stage, kilobytes: Iterable[int]) -> bool:
    """Run a study on a file system of so many kilobytes, then give it room; return whether it could be mounted."""
    for size in kilobytes:
        paths = stage.new_study()
        paths.folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(paths.folder)]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            return False
        try:
            ended = stage.launch(paths)
            stage.tally.faults["a full file system"] += 1
            _expect(stage, paths, ended, REFUSED, FIXES[errno.ENOSPC])
            subprocess.run(["mount", "-o", "remount,size=64m", str(paths.folder)], capture_output=True, check=True)
            stage.finish(paths)
        finally:
            subprocess.run(["umount", str(paths.folder)], capture_output=True, check=True)
    return True


def interrupt(stage: Stage, steps: Iterable[int], number: signal.Signals, times: int = 1) -> None:
    """Send a signal at a step: exit code 130, and a study that goes on."""
    for at in steps:
        paths = stage.new_study()
        ended = stage.launch(paths, Fault(at=at, do="signal", number=number, times=times, short=stage.setting.short))
        stage.tally.faults[f"{number.name}{' twice' if times > 1 else ''}"] += ended.code != 0
        if number == signal.SIGTERM and ended == Ended(-signal.SIGTERM, "", "") and not _journal(paths).trials:
            stage.finish(paths)  # there was nothing to stop in good order yet
            continue
        if ended.code == 0 and times == 1:
            stage.compare(paths)  # it came with the last commit: there was nothing left to stop
            continue
        _expect(stage, paths, ended, INTERRUPTED, *GO_ON[: 1 if _journal(paths).trials else 2])
        stage.finish(paths)


def tear_the_journal(stage: Stage, draw: random.Random, times: int) -> None:
    """Spoil the journal's end as a crash of the machine may: a torn line, or the last bytes missing."""
    for _ in range(times):
        paths = _half_done(stage, draw)
        size = paths.journal.stat().st_size
        if draw.random() < 0.5:
            lines = paths.journal.read_bytes().splitlines(keepends=True)
            line = draw.choice(lines)
            with paths.journal.open("ab") as file:
                file.write(line[: draw.randrange(1, len(line))])
        else:
            os.truncate(paths.journal, size - draw.randint(1, 1000))
        stage.tally.faults["torn journal"] += 1
        ended = stage.finish(paths)
        if not re.search(r"^note: .* uncommitted bytes$", ended.err, re.MULTILINE):
            stage.blame(paths, f"a torn journal was not told: {ended.err!r}")


def truncate_file(path: Path, draw: random.Random) -> None:
    """Cut a file somewhere."""
    os.truncate(path, draw.randrange(path.stat().st_size))


def flip_a_bit(path: Path, draw: random.Random) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
    path.write_bytes(content)


def remove_file(path: Path, draw: random.Random) -> None:
    """Delete a file."""
    path.unlink()


MAY_BE_HARMLESS = "bit-flipped checkpoint"
"""The bit may be one of a date in the archive's table of contents."""

DAMAGES: dict[str, Callable[[Path, random.Random], None]] = {
    "truncated checkpoint": truncate_file,
    MAY_BE_HARMLESS: flip_a_bit,
    "missing checkpoint": remove_file,
}


def damage_checkpoints(stage: Stage, draw: random.Random, kind: str, times: int) -> None:
    """Damage a checkpoint that counts: its trials are trained again and it is told; half of the time killed again."""
    for _ in range(times):
        paths = _half_done(stage, draw, with_checkpoints=True)
        file = paths.checkpoints / draw.choice(sorted(set(_journal(paths).progress["checkpoints"].values())))
        DAMAGES[kind](file, draw)
        stage.tally.faults[kind] += 1
        killed = draw.random() < 0.5
        if killed:
            stage.launch(paths, Fault(at=draw.randint(5, 40), short=True))
            stage.check_what_is_told(paths)
        ended = stage.finish(paths)
        told = [line for line in ended.err.splitlines() if line.startswith("note: ") and f"/{file.name}" in line]
        if not killed and not told and kind != MAY_BE_HARMLESS:
            stage.blame(paths, f"{kind} {file.name} was not told: {ended.err!r}")
        if not killed and not all(line.endswith("are trained again, to the same result") for line in told):
            stage.blame(paths, f"{kind}: what comes of it is not told: {ended.err!r}")


def compete(stage: Stage) -> None:
    """Launch a study four times at once: one runs, the others are refused with the owner's name."""
    paths = stage.new_study()
    rivals = [start(paths, fault=Fault(hold=True)) for _ in range(RIVALS)]
    stage.tally.launches += RIVALS
    stage.tally.faults["launches at once"] += RIVALS
    with ThreadPoolExecutor(RIVALS) as pool:
        waits = [pool.submit(rival.wait) for rival in rivals]
        with contextlib.suppress(TimeoutError):  # more than one runs: told below
            for _ in zip(range(RIVALS - 1), as_completed(waits, timeout=RIVALS_END), strict=False):
                pass
        ends = {rival.pid: finish(rival) for rival in rivals}  # ends their standard input, and so the winner's wait
    winners = [pid for pid, ended in ends.items() if ended.code == 0]
    if len(winners) != 1:
        stage.blame(paths, f"{len(winners)} of {RIVALS} launches ran: {ends}")
    for pid, ended in ends.items():
        if pid not in winners:
            _expect(stage, paths, ended, REFUSED, "wait, or stop it")
            if f"pid {winners[0]} on" not in ended.err:
                stage.blame(paths, f"the owner is not named: {ended.err!r}")
    stage.compare(paths)


def unsettle_the_clock(stage: Stage) -> None:
    """Let the clock step back an hour again and again, in a launch that is killed and in one that is not."""
    for fault in (Fault(clock="backwards"), Fault(clock="backwards", at=A_FEW_COMMITS)):
        paths = stage.new_study()
        ended = stage.launch(paths, fault)
        stage.tally.faults["clock stepping back"] += 1
        if (ended.code, ended.err) != (-signal.SIGKILL if fault.at else 0, ""):
            stage.blame(paths, f"a clock stepping back mattered: {ended}")
        starts = [trial.start for trial in _journal(paths).trials]
        if all(before <= after for before, after in pairwise(starts)):
            stage.blame(paths, "the clock did not step back")
        stage.finish(paths)


def kill_workers(stage: Stage, deaths: Iterable[int]) -> None:
    """Kill a worker of two when so many results are in: the study goes on to the same bits."""
    for death in deaths:
        paths = stage.new_study()
        ended = run(paths, fault=Fault(workers=True, murder=death), jobs=2)
        stage.tally.launches += 1
        died = ended.err.count(WORKER_DIED)
        stage.tally.kills["a worker"] += died
        if not died:
            stage.blame(paths, f"no worker died: {ended}")
        if ended.code != 0:
            stage.blame(paths, f"a worker's death ended it: {ended}")
        stage.compare(paths)


def kill_driver_of_workers(stage: Stage, steps: Iterable[int]) -> None:
    """Kill a driver that has two workers: they end by themselves, and the study goes on."""
    for at in steps:
        paths = stage.new_study()
        process = start(paths, fault=Fault(workers=True, at=at), jobs=2)
        ended = finish(process)
        stage.tally.launches += 2
        stage.tally.kills["a driver of workers"] += ended.code == -signal.SIGKILL
        orphans = [other for other in psutil.process_iter() if _group(other) == process.pid]
        _, alive = psutil.wait_procs(orphans, timeout=ORPHANS_END)
        if alive:
            stage.blame(paths, f"workers survive their driver: {alive}")
        stage.check_what_is_told(paths)
        if run(paths, fault=Fault(workers=True), jobs=2).code != 0:
            stage.blame(paths, "did not go on with workers")
        left = [folder.name for folder in (paths.folder.parents[1] / "tmp").glob(f"{PREFIX}*")]
        if left:
            stage.blame(paths, f"temporary files were left: {left}")
        stage.compare(paths)


def _group(process: psutil.Process) -> int | None:
    try:
        return os.getpgid(process.pid)
    except ProcessLookupError:
        return None


def _half_done(stage: Stage, draw: random.Random, *, with_checkpoints: bool = False) -> StudyPaths:
    """Return a study that was killed after a commit, with checkpoints that count if wanted."""
    while True:
        paths = stage.new_study()
        stage.launch(paths, Fault(at=draw.randint(20, 80), short=True))
        if paths.meta.is_file() and (not with_checkpoints or _journal(paths).progress["checkpoints"]):
            return paths


def _journal(paths: StudyPaths) -> JournalReader:
    journal = JournalReader(paths.journal)
    journal.poll()
    return journal


def _expect(stage: Stage, paths: StudyPaths, ended: Ended, code: int, *fixes: str) -> None:
    problem = ended.problem(code, *fixes)
    if problem is not None:
        stage.blame(paths, problem)
    stage.check_what_is_told(paths)
