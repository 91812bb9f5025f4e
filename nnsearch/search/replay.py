"""Prove law 1 on a study's own record: train a trial again, alone, and compare every bit of its curve and weights.

Reads the ledger and the data, and writes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError, SettingsError
from nnsearch.core.paths import StudyPaths
from nnsearch.data.load import load_data
from nnsearch.search.asked import CONTAINER, VALUES, Asked, asked_from
from nnsearch.search.begun import begun
from nnsearch.search.cohort import training_seed
from nnsearch.search.executor import choose_executor
from nnsearch.search.in_process import Lost
from nnsearch.search.records import CurveSegment
from nnsearch.search.run import check_data_unchanged
from nnsearch.search.space import Space
from nnsearch.search.study import Study, joined_curves
from nnsearch.search.weights import weights_of
from nnsearch.training.examples import Examples, examples_from
from nnsearch.training.objectives import objective_for
from nnsearch.training.segment import Segment, SegmentResult

Curves = Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Difference:
    """The first place where a replayed trial is not what is on record.

    Args:
        what: a curve's name such as ``train_cost``, an array's name such as ``W1``, or ``epochs``.
        epoch: counted from 1; ``None`` for weights.
        recorded: what the record says.
        found: what training it again gave.
    """

    what: str
    epoch: int | None
    recorded: str
    found: str

    def __str__(self) -> str:
        where = "" if self.epoch is None else f" at epoch {self.epoch}"
        return f"{self.what}{where}: {self.recorded} on record, {self.found} now"


@dataclass(frozen=True)
class Replayed:
    """What came of training one trial again.

    Args:
        number: the trial's.
        epochs: compared.
        weights: whether there were kept weights to compare, too.
        difference: the first one; ``None`` if every bit is equal.
    """

    number: int
    epochs: int
    weights: bool
    difference: Difference | None = None


class Replay:
    """Trains trials of one study again.

    Args:
        paths: its places; the data is found relative to its study file.

    Raises:
        LedgerError: if the record cannot be read.
        DataError: if the data cannot be used.
        StudyFileError: if the data is not what the study began with.
    """

    def __init__(self, paths: StudyPaths) -> None:
        self.study = Study(paths)
        self.spec = begun(self.study.meta, paths)
        data = load_data(self.spec.data, paths.file.parent, paths.data_cache)
        check_data_unchanged(paths, data)
        self.examples: Examples = examples_from(data, output=self.spec.network.output)
        self._space = Space(self.spec)

    def numbers(self) -> list[int]:
        """Return the trials that have an epoch on record, in order."""
        return sorted({segment.trial for segment in self.study.segments()})

    def run(self, numbers: Sequence[int]) -> Iterator[Replayed]:
        """Train trials again, one after the other, each alone in its recorded container.

        Args:
            numbers: the trials.

        Yields:
            What came of each.

        Raises:
            SettingsError: if there is no such trial, or nothing of it is on record.
            EnvironmentRefusedError: if the worker dies that trains one, where another BLAS kernel takes a worker.
        """
        segments: dict[int, list[CurveSegment]] = defaultdict(list)
        for segment in self.study.segments():
            segments[segment.trial].append(segment)
        curves = {number: joined_curves(segments[number]) for number in numbers if number in segments}
        for number in numbers:
            if number not in curves:
                raise SettingsError(f"study {self.study.name!r} has no learning curve of trial {number} on record yet")
        with choose_executor(self.examples, 1, None, self.study.meta["machine"]["blas"]) as executor:
            for number in numbers:
                asked = self._asked(number)
                executor.submit(number, self._segment(asked, len(curves[number]["dev_error"])), alone=True)
                _, result = executor.next()
                if isinstance(result, Lost):
                    how = f" of {result.how}" if result.how else ""
                    raise EnvironmentRefusedError(
                        f"cannot replay trial {number}: its worker died{how}: is there enough memory? Try again"
                    )
                yield self._compare(asked, curves[number], result)

    def _asked(self, number: int) -> Asked:
        record = self.study.records[number]
        if VALUES not in record.user_attrs or CONTAINER not in record.user_attrs:
            raise LedgerError(f"trial {number} of study {self.study.name!r} must have its values on record")
        return asked_from(record, self._space, self.examples.output)

    def _segment(self, asked: Asked, until: int) -> Segment:
        return Segment(
            members=(asked.hyperparameters,),
            container=asked.container,
            seed=training_seed(self.spec.search.seed, asked.cohort),
            epochs=self.spec.training.epochs,
            until=until,
            objective=objective_for(self.examples.task, self.spec.search.objective).name,
        )

    def _compare(self, asked: Asked, recorded: Curves, result: SegmentResult) -> Replayed:
        kept = str(asked.number) in self.study.progress.get("best_files", {})
        difference = first_difference(recorded, result.curves[0].values)
        if difference is None and kept:
            found = weights_of(asked, result.state, 0, self.examples)
            difference = weight_difference(self.study.weights(asked.number), found)
        return Replayed(asked.number, len(recorded["dev_error"]), kept, difference)


def first_difference(recorded: Curves, found: Curves) -> Difference | None:
    """Compare two trials' curves bit for bit.

    Args:
        recorded: values per epoch by name, as on record.
        found: as trained again.

    Returns:
        The earliest difference, or ``None``.

    >>> print(first_difference({"cost": [1.0, 0.5]}, {"cost": [1.0, 0.25]}))
    cost at epoch 2: 0.5 on record, 0.25 now
    """
    lengths = {len(values) for curves in (recorded, found) for values in curves.values()}
    if recorded.keys() != found.keys():
        return Difference("curves", None, ", ".join(sorted(recorded)), ", ".join(sorted(found)))
    for epoch in range(min(lengths)):
        for name in recorded:
            # By their shortest text: NaN equals itself, and no two different floats share one.
            old, new = repr(float(recorded[name][epoch])), repr(float(found[name][epoch]))
            if old != new:
                return Difference(name, epoch + 1, old, new)
    if len(lengths) > 1:
        return Difference("epochs", None, str(len(recorded["dev_error"])), str(len(found["dev_error"])))
    return None


def weight_difference(recorded: Mapping[str, NDArray[Any]], found: Mapping[str, NDArray[Any]]) -> Difference | None:
    """Compare two trials' weights bit for bit.

    Args:
        recorded: arrays by name, as kept.
        found: as trained again.

    Returns:
        The first array that differs, with how many of its numbers do and by how much at most; or ``None``.
    """
    if recorded.keys() != found.keys():
        return Difference("weights", None, ", ".join(sorted(recorded)), ", ".join(sorted(found)))
    for name, old in recorded.items():
        new = found[name]
        if old.shape != new.shape or old.dtype != new.dtype:
            return Difference(name, None, f"{old.dtype} {old.shape}", f"{new.dtype} {new.shape}")
        if old.tobytes() != new.tobytes():
            apart = np.abs(np.asarray(new, np.float64) - np.asarray(old, np.float64))
            count = f"{np.count_nonzero(apart)} of {apart.size} numbers"
            return Difference(name, None, "other bits", f"{count} differ, by {np.nanmax(apart):.3g} at most")
    return None
