"""The torture of studies: ``python -m tests.torture.run --kills 1000 --seed 0``.

Kills, refuses, interrupts and damages small real studies, lets them go on, compares each with the study that ran in
peace, and prints what was done. Exits with 1 if a trial was lost, duplicated or different, or a fault was ill told.
"""

from __future__ import annotations

import argparse
import errno
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.torture import faults
from tests.torture.harness import Nursery
from tests.torture.kills import kill_at_every_step, kill_often, kill_spawned
from tests.torture.stage import Setting, Stage, Tally

SETTINGS = (
    Setting(),
    Setting(in_flight=2, short=True, seed=3, sampler="gp"),
    Setting(trials=80, seed=4, sampler="gp"),
    Setting(trials=64, short=True, seed=5, sampler="gp", patience="2"),
    Setting(short=True),
    Setting(in_flight=3),
    Setting(in_flight=2, short=True, seed=1, patience="2"),
    Setting(trials=24, seed=2),
)
KILLS_PER_STUDY = 25
SMALL = Setting(trials=16)


def kill(nursery: Nursery, place: Path, tally: Tally, kills: int, seed: int, spawned: int) -> None:
    """Kill studies of every setting in turn until there were that many kills, ``spawned`` of them of whole programs."""
    draw = random.Random(seed)
    stages = [Stage(nursery, place / str(number), setting, tally) for number, setting in enumerate(SETTINGS)]
    while tally.total < min(spawned, kills):
        kill_spawned(draw.choice(stages[:1]), draw, min(3, spawned - tally.total))
    turn = 0
    while tally.total < kills:
        kill_often(stages[turn % len(stages)], draw, min(KILLS_PER_STUDY, kills - tally.total))
        turn += 1


def hurt(nursery: Nursery, place: Path, tally: Tally, seed: int, stride: int) -> None:
    """Try every other fault; ``stride`` is how many steps lie between two that are tried."""
    draw = random.Random(seed)
    stage = Stage(nursery, place / "faults", SMALL, tally)
    short = Stage(nursery, place / "short", Setting(trials=16, short=True, in_flight=2, patience="2"), tally)
    for number in (errno.ENOSPC, errno.EIO):
        for lasting in (False, True):
            faults.refuse(stage, range(draw.randint(1, stride), 55, stride), number, lasting=lasting)
            faults.refuse(stage, range(draw.randint(1, stride), 12, stride), number, lasting=lasting, when="within")
    for signum, times in ((signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGTERM, 1), (signal.SIGTERM, 2)):
        faults.interrupt(stage, range(draw.randint(1, stride), 55, stride), signum, times)
    faults.limit_files(stage, (100, 1000, 3000, 6000, 12000))
    for kind in faults.DAMAGES:
        faults.damage_checkpoints(short, draw, kind, max(2, 40 // stride))
    faults.tear_the_journal(short, draw, max(2, 40 // stride))
    faults.unsettle_the_clock(stage)
    faults.compete(stage)


def hurt_more(nursery: Nursery, place: Path, tally: Tally) -> None:
    """Try what takes longer: each step in turn, full file systems, workers."""
    stage = Stage(nursery, place / "small", SMALL, tally)
    kill_at_every_step(stage)
    kill_at_every_step(Stage(nursery, place / "each", Setting(trials=16, short=True, in_flight=2), tally), stride=3)
    if not faults.fill_the_disk(stage, (8, 16, 24, 32, 40, 48)):
        print("full file systems were left out: mounting one takes root")
    workers = Stage(nursery, place / "workers", Setting(trials=24), tally)
    faults.kill_workers(workers, (1, 2, 3, 5, 8))
    faults.kill_driver_of_workers(workers, (9, 25, 40, 60))
    for _ in range(3):
        faults.compete(stage)


def report(tally: Tally, seconds: float) -> None:
    """Print what was done."""
    kills = ", ".join(f"{number} {how}" for how, number in sorted(tally.kills.items()))
    others = ", ".join(f"{number} {kind}" for kind, number in sorted(tally.faults.items()))
    print(f"kills     {tally.total}: {kills}")
    print(f"faults    {sum(tally.faults.values())}: {others or 'none'}")
    print(f"studies   {tally.studies} brought to their end and compared, in {tally.launches} launches, {seconds:.0f} s")
    print(f"problems  {len(tally.problems)}")
    for line in tally.problems:
        print(f"  {line}")


def main() -> None:
    """Torture and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000, help="kills at random (default: 1000)")
    parser.add_argument("--seed", type=int, default=0, help="of moments and places (default: 0)")
    chosen = parser.parse_args()
    # A shell lets its background jobs ignore it, and every launch would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    began, tally = time.perf_counter(), Tally()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        place = Path(folder)
        with Nursery(place / "nursery") as nursery:
            kill(nursery, place / "kills", tally, chosen.kills, chosen.seed, spawned=max(15, chosen.kills // 20))
            hurt(nursery, place, tally, chosen.seed, stride=1)
            hurt_more(nursery, place / "more", tally)
    report(tally, time.perf_counter() - began)
    sys.exit(1 if tally.problems else 0)


if __name__ == "__main__":
    main()
