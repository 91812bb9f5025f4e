"""Where studies are tortured: one setting, its reference that ran in peace, and a tally of what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from nnsearch.core.paths import StudyPaths
from tests.torture.harness import Ended, Nursery, content, differences, lay_out, told_trials
from tests.torture.wrapper import Fault

PEACE = Fault()


@dataclass(frozen=True)
class Setting:
    """What kind of study it is.

    Args:
        trials: of the study.
        in_flight: cohorts at once.
        seed: of the study.
        short: whether segments end after every epoch and are committed at once.
        patience: of early stopping, as in a study file.
        sampler: its name.
    """

    trials: int = 64
    in_flight: int = 1
    seed: int = 0
    short: bool = False
    patience: str = "false"
    sampler: str = "tpe"


@dataclass
class Tally:
    """What was done, and what came of it.

    Args:
        kills: processes that died by SIGKILL, by how.
        faults: other faults, by kind.
        studies: studies brought to their end and compared.
        launches: in all.
        problems: what was lost, duplicated, different or ill told, one line each.
    """

    kills: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    studies: int = 0
    launches: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All kills."""
        return sum(self.kills.values())


class Stage:
    """Studies of one setting.

    Args:
        nursery: where launches start.
        place: a folder; it need not exist.
        setting: what the studies are like.
        tally: counts on.
    """

    def __init__(self, nursery: Nursery, place: Path, setting: Setting, tally: Tally) -> None:
        self.nursery, self.place, self.setting, self.tally = nursery, place, setting, tally
        self._numbers: Iterator[int] = count()
        paths = self.new_study()
        ended = self.launch(paths)
        assert ended.code == 0, f"the reference must run: {ended}"
        self.reference = content(paths)

    def new_study(self) -> StudyPaths:
        """Lay out a study of this setting in a workspace of its own."""
        place = self.place / str(next(self._numbers))
        setting = self.setting
        return lay_out(
            place,
            trials=setting.trials,
            seed=setting.seed,
            in_flight=setting.in_flight,
            patience=setting.patience,
            sampler=setting.sampler,
        )

    def launch(self, paths: StudyPaths, fault: Fault = PEACE, kill_after: float | None = None) -> Ended:
        """Launch a study in a process forked for it."""
        self.tally.launches += 1
        return self.nursery.launch(paths, fault, kill_after)

    def blame(self, paths: StudyPaths, what: str) -> None:
        """Note a problem."""
        self.tally.problems.append(f"{self.setting} {paths.folder.parents[1]}: {what}")

    def check_what_is_told(self, paths: StudyPaths) -> None:
        """Note a problem unless what counts as told is a beginning of the reference."""
        told = told_trials(paths) if paths.meta.is_file() else []
        if told != self.reference["trials"][: len(told)]:
            self.blame(paths, "told trials differ from the reference's first")

    def finish(self, paths: StudyPaths) -> Ended:
        """Let a study go on in peace to its end, and compare it with the reference."""
        ended = self.launch(paths)
        if ended.code != 0:
            self.blame(paths, f"did not go on: {ended.code} {ended.err}")
        self.compare(paths)
        return ended

    def compare(self, paths: StudyPaths) -> None:
        """Note a problem unless a complete study is the reference."""
        self.tally.studies += 1
        try:
            different = differences(content(paths), self.reference)
        except AssertionError as error:
            different = [str(error)]
        if different:
            self.blame(paths, f"differs from the reference in {', '.join(different)}")
