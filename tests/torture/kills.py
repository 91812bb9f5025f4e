"""Kill a study again and again until it is complete, and compare it with one that ran in peace."""

from __future__ import annotations

import random

from nnsearch.core.paths import StudyPaths
from tests.torture.harness import Ended, finish, start
from tests.torture.stage import Stage
from tests.torture.wrapper import Fault

KILLED = -9
LAUNCH_SECONDS = 0.2
"""Kills at random moments of a forked launch come before that."""
SPAWN_SECONDS = 0.6, 1.4
"""Kills at random moments of a launch in an interpreter of its own come between these."""
COMMIT_STEPS, COMMIT_WRITES = 12, 3
"""About as many steps (writes) make one commit durable: most kills come that early, so that a study dies often."""


def kill_often(stage: Stage, draw: random.Random, kills: int) -> None:
    """Kill one study at injected steps and random moments until it is complete, or that many died; compare."""
    paths = stage.new_study()
    before = stage.tally.total
    while stage.tally.total < before + kills:
        if _kill_somewhere(stage, paths, draw):
            stage.compare(paths)
            return
    stage.finish(paths)


def kill_spawned(stage: Stage, draw: random.Random, kills: int) -> None:
    """Kill ``python -m nnsearch run`` itself at random moments, that many times or until it is complete; compare."""
    paths = stage.new_study()
    before = stage.tally.total
    while stage.tally.total < before + kills:
        stage.tally.launches += 1
        if _took(stage, "python -m nnsearch", finish(start(paths), draw.uniform(*SPAWN_SECONDS)), paths):
            stage.compare(paths)
            return
    stage.finish(paths)


def kill_at_every_step(stage: Stage, first: int = 1, stride: int = 1) -> None:
    """Kill a fresh study before each of its steps and within each of its writes; finish and compare each time."""
    for when in ("before", "within"):
        at, whole = first, False
        while not whole:
            paths = stage.new_study()
            ended = stage.launch(paths, Fault(at=at, when=when, short=stage.setting.short))
            whole = _took(stage, f"at every step in turn, {when}", ended, paths)
            stage.compare(paths) if whole else stage.finish(paths)
            at += stride


def _kill_somewhere(stage: Stage, paths: StudyPaths, draw: random.Random) -> bool:
    """Launch once with a kill in it; return whether the study is complete."""
    short = stage.setting.short
    if draw.random() < 0.2:
        kill_after = draw.uniform(0.0, LAUNCH_SECONDS)
        return _took(stage, "at a random moment", stage.launch(paths, Fault(short=short), kill_after), paths)
    when = draw.choice(("before", "after", "within"))
    few = COMMIT_WRITES if when == "within" else COMMIT_STEPS
    at = draw.randint(1, few * draw.choice((1, 1, 1, 1, 5)))
    return _took(stage, f"{when} a step", stage.launch(paths, Fault(at=at, when=when, short=short)), paths)


def _took(stage: Stage, how: str, ended: Ended, paths: StudyPaths) -> bool:
    """Count a kill, check what it left, and return whether the launch came to its end instead."""
    if ended.code == KILLED:
        stage.tally.kills[how] += 1
    elif ended.code != 0:
        stage.blame(paths, f"{how}: ended with {ended.code}: {ended.err}")
    if "trained again" in ended.err:  # that is for damaged files: a kill must not damage any
        stage.blame(paths, f"{how}: a kill cost a checkpoint: {ended.err}")
    stage.check_what_is_told(paths)
    return ended.code == 0
