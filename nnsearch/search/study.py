"""A study that has been started, read from its ledger: what ``nnsearch.run`` and ``nnsearch.load`` return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.atomic_files import read_arrays
from nnsearch.core.errors import LedgerError, SettingsError
from nnsearch.core.paths import StudyPaths
from nnsearch.search.asked import VALUES
from nnsearch.search.meta import read_meta, recorded_places
from nnsearch.search.overview import Overview, overview
from nnsearch.search.records import CURVES, CurveSegment, JournalReader, TrialRecord, read_curves

if TYPE_CHECKING:
    import optuna
    import pandas as pd


@dataclass(frozen=True)
class Best:
    """The best complete trial.

    Args:
        number: its number.
        value: its objective.
        params: its hyperparameters by study-file name.
    """

    number: int
    value: float
    params: dict[str, Any]


class Study:
    """A study's trials, learning curves and best weights.

    Reading is cheap and needs no lock, also while the study runs; :meth:`refresh` sees what came since.

    Args:
        paths: its places.

    Raises:
        LedgerError: if the record cannot be read.
    """

    def __init__(self, paths: StudyPaths) -> None:
        self.paths = recorded_places(paths)  # the data of a file elsewhere lies beside that file
        self.meta: dict[str, Any] = read_meta(paths)
        self._journal = JournalReader(paths.journal)
        self.refresh()

    def __repr__(self) -> str:
        glance = self.overview
        best = "" if glance.best is None else f", best {glance.metric} {glance.best:.4g}"
        return f"Study({self.name!r}, {glance.state}, {glance.trials_done} of {glance.trials_total} trials{best})"

    def refresh(self) -> None:
        """Read what has been written since the last look."""
        self._journal.poll()
        # Made of the same commit as the records: a running study's journal goes on growing meanwhile.
        self._overview = overview(self.paths, self.progress)

    @property
    def name(self) -> str:
        """The study's name."""
        return self.paths.name

    @property
    def overview(self) -> Overview:
        """The study at a glance, as it was when it was last read."""
        return self._overview

    @property
    def records(self) -> list[TrialRecord]:
        """The trials as the journal tells them, by number."""
        return self._journal.trials

    @property
    def progress(self) -> dict[str, Any]:
        """What the last commit says of where the search stands."""
        return self._journal.progress

    @property
    def utilization(self) -> float | None:
        """Share of the time workers were up, in all launches, that they spent training; ``None`` if they never were."""
        capacity = float(self.progress.get("capacity", 0.0))
        return float(self.progress["busy"]) / capacity if capacity > 0 else None

    def params(self, record: TrialRecord) -> dict[str, Any]:
        """Return a trial's true hyperparameters by study-file name."""
        return dict(record.user_attrs.get(VALUES, {}))

    @property
    def trials(self) -> pd.DataFrame:
        """All trials, one per row, with the columns of Optuna's ``trials_dataframe`` and three of ours.

        Columns: ``number, value, datetime_start, datetime_complete, duration, params_<name> ..., outcome, epochs,
        cohort, state``. A hyperparameter that does not act in a trial is missing there.
        """
        import pandas as pd

        names = sorted({name for record in self.records for name in self.params(record)})
        rows = [
            {
                "number": record.number,
                "value": record.value,
                "datetime_start": record.start,
                "datetime_complete": record.complete,
                "duration": record.complete - record.start if record.complete and record.start else None,
                **{f"params_{name}": self.params(record).get(name) for name in names},
                "outcome": record.user_attrs.get("outcome"),
                "epochs": record.user_attrs.get("epochs"),
                "cohort": record.user_attrs.get("cohort"),
                "state": record.state,
            }
            for record in self.records
        ]
        columns = ["number", "value", "datetime_start", "datetime_complete", "duration"]
        columns += [f"params_{name}" for name in names] + ["outcome", "epochs", "cohort", "state"]
        return pd.DataFrame(rows, columns=columns)

    @property
    def best(self) -> Best:
        """The best trial that was trained to its end.

        Raises:
            LedgerError: if there is none yet.
        """
        ranking = self.progress.get("ranking") or []
        if not ranking:
            raise LedgerError(f"study {self.name!r} has no complete trial yet")
        value, number = ranking[0]
        return Best(int(number), float(value), self.params(self._record(int(number))))

    def curve(self, number: int) -> pd.DataFrame:
        """Return a trial's learning curve.

        Args:
            number: the trial's.

        Returns:
            One row per epoch: ``epoch, train_cost, dev_cost, train_error, dev_error, learning_rate`` and per-layer
            norms of the gradient and the update.

        Raises:
            SettingsError: if there is no such trial.
        """
        import pandas as pd

        self._record(number)
        own = [segment for segment in self.segments() if segment.trial == number]
        epochs = [epoch for segment in own for epoch in segment.epochs]
        table: dict[str, list[float]] = {"epoch": [*epochs], **{name: [] for name in CURVES}, **joined_curves(own)}
        return pd.DataFrame(table).astype({"epoch": int})

    def segments(self) -> list[CurveSegment]:
        """Return all learning curves as they were recorded, up to the last commit that was read.

        Raises:
            LedgerError: if the learning curves are damaged.
        """
        committed = self.progress.get("curves")
        return read_curves(self.paths.curves, None if committed is None else int(committed))

    def weights(self, number: int | None = None) -> dict[str, NDArray[np.floating]]:
        """Return the weights of one of the best trials, which are kept.

        Args:
            number: the trial's; by default the best one's.

        Returns:
            ``W1 (n_1, n_x), b1 (n_1, 1), W2`` ...; a normalized layer has ``gamma, beta, mean, variance``.

        Raises:
            LedgerError: if the trial's weights are not kept; the message lists whose are.
        """
        number = self.best.number if number is None else number
        files = self.progress.get("best_files", {})
        if str(number) not in files:
            kept = ", ".join(sorted(files, key=int)) or "none yet"
            raise LedgerError(f"weights are kept of the best trials only ({kept}), got {number} (study {self.name!r})")
        return read_arrays(self.paths.best / files[str(number)])

    def optuna(self) -> optuna.Study:
        """Return a stock Optuna study in memory with true values and distributions, for Optuna's own plots."""
        from nnsearch.search.stock import stock_study

        return stock_study(self)

    def _record(self, number: int) -> TrialRecord:
        if not 0 <= number < len(self.records):
            raise SettingsError(f"study {self.name!r} has trials 0 to {len(self.records) - 1}, got {number}")
        return self.records[number]


def joined_curves(segments: Iterable[CurveSegment]) -> dict[str, list[float]]:
    """Join the segments of one trial's learning curves, given in their order: by name, a value per epoch."""
    curves: dict[str, list[float]] = {}
    for segment in segments:
        for name, values in segment.curves.items():
            curves.setdefault(name, []).extend(values)
    return curves
