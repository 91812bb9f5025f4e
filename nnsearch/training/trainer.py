"""The training loop of a population. Pure: the same segment and examples give the same bits anywhere.

Everything of size ``(K, P)`` or ``(K, n, m)`` is made once per segment (again when members leave) and updated in
place. All members see the same mini-batches and, as there is one seed, the same random draws.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.compiling import EARNINGS
from nnsearch.nn.architecture import Architecture
from nnsearch.training.augmentation import Augmentation
from nnsearch.training.curves import EpochRecord, curves_from
from nnsearch.training.epoch import EpochDraws, EpochRunner
from nnsearch.training.evaluation import Evaluator
from nnsearch.training.examples import Examples
from nnsearch.training.objectives import OBJECTIVES
from nnsearch.training.population import architecture_of, common_shape, initial_state, learning_rates
from nnsearch.training.segment import Segment, SegmentResult
from nnsearch.training.state import PopulationState

BUFFER = 512
"""Elements of NumPy's own buffers: fewer than a member's row, more than a mini-batch (see docs/design.md)."""


def train(segment: Segment, examples: Examples) -> SegmentResult:
    """Train a population.

    Args:
        segment: who, from where, until when.
        examples: train and dev sets.

    Returns:
        The state after the last epoch, the curves and what happened to whom.

    Raises:
        SettingsError: if the members do not share one shape or do not fit the container, or the examples are no
            pictures and are to be augmented as such.
    """
    # A diverging member overflows; that is found at the epoch's end and is a result, not a warning.
    with np.errstate(all="ignore"), _small_buffers():
        return _Training(segment, examples).run()


@contextmanager
def _small_buffers() -> Iterator[None]:
    """Keep NumPy from expanding ``(K, 1)`` columns into its buffers to lengthen inner loops that are long enough.

    It does so for whatever it iterates in more than one dimension, at twice the cost of the arithmetic. Nothing in the
    loop casts, which is what buffers are for.
    """
    before = np.setbufsize(BUFFER)
    try:
        yield
    finally:
        np.setbufsize(before)


class _Training:
    """The members still training, their row numbers in the segment, and what has been recorded."""

    def __init__(self, segment: Segment, examples: Examples) -> None:
        self.segment, self.examples = segment, examples
        shape = common_shape(segment.members, segment.container)
        shape.augmentation.check(examples.picture)
        self.augment = (
            Augmentation(shape.augmentation, examples.picture)
            if examples.picture is not None and shape.augmentation.active
            else None
        )
        self.architecture: Architecture = architecture_of(shape, segment.container, n_x=examples.n_x, n_y=examples.n_y)
        dtype = examples.X_train.dtype
        start = segment.state or initial_state(segment.members, self.architecture, seed=segment.seed, dtype=dtype)
        self.first = start.epoch
        everyone = np.arange(len(segment.members))
        self.final = start.take(everyone)
        self.records: list[EpochRecord] = []
        self.diverged: dict[int, int] = {}
        self.stopped: dict[int, int] = {}
        self.early_stopping = shape.early_stopping
        self.objective = OBJECTIVES[segment.objective or "error"]
        self._settle(everyone, start.take(everyone))

    def _settle(self, rows: NDArray[np.int64], state: PopulationState) -> None:
        """Make the buffers for the members that go on.

        Args:
            rows: their numbers in the segment.
            state: theirs, to be trained in place.
        """
        self.rows = rows
        self.members = [self.segment.members[row] for row in rows]
        self.state = state
        if len(rows):
            self._make_runner()

    def _make_runner(self) -> None:
        what = self.architecture, self.members, self.state, self.examples
        self.epoch_runner = EpochRunner(*what, compiled=self.compiled)
        self.evaluator = Evaluator(*what, self.segment.objective, self.epoch_runner.compiled_steps)

    @property
    def compiled(self) -> bool:
        """Whether compiled loops, which know single precision alone, are to be used by now."""
        return self.state.theta.dtype == np.float32 and EARNINGS.use_loops(self.segment.compile_loops)

    def run(self) -> SegmentResult:
        started = before = time.perf_counter()
        epoch = self.first
        while epoch < self.segment.until and len(self.rows):
            if self.compiled != self.epoch_runner.compiled:
                self._make_runner()
            self._epoch(epoch)
            epoch += 1
            now = time.perf_counter()
            EARNINGS.add(now - before)
            before = now
            limit = self.segment.seconds
            if limit is not None and time.perf_counter() - started > limit:
                break
        self._retire(np.arange(len(self.rows)))
        return SegmentResult(
            state=replace(self.final, epoch=epoch),
            curves=curves_from(self.records, first=self.first + 1, members=len(self.segment.members)),
            diverged=self.diverged,
            stopped=self.stopped,
            seconds=time.perf_counter() - started,
        )

    def _epoch(self, epoch: int) -> None:
        rates = learning_rates(self.members, epoch, self.segment.epochs)
        steps = self.segment.steps
        if steps is not None:
            steps += (epoch - self.first) * self.epoch_runner.steps
        draws = EpochDraws(self.segment.seed, epoch)
        trained = self.epoch_runner.run(epoch, rates, draws, self.augment, steps=steps)
        dev = self.evaluator.dev()
        # Without a dev set the training cost alone tells; early stopping cannot do without one.
        judged = self.examples.X_dev.shape[0] > 0 or self.early_stopping
        finite = np.isfinite(trained.cost) & (np.isfinite(dev.cost) | (not judged))
        # An infinite b behind a saturated unit leaves the cost finite, but not the weights' last step.
        for name, norms in trained.norms.items():
            if name.startswith("update"):
                finite &= np.isfinite(norms)
        measures = {
            "train_cost": trained.cost,
            "dev_cost": dev.cost,
            "train_error": trained.error,
            "dev_error": dev.error,
            **({self.objective.curve: dev.objective} if self.objective.measured else {}),
            **trained.norms,
        }
        if not finite.all():
            measures = {name: np.where(finite, values, np.nan) for name, values in measures.items()}
            self._diverge(~finite, epoch + 1)
        self.records.append((self.rows, measures | {"learning_rate": rates[:, 0]}))
        leaving = ~finite
        if self.early_stopping:
            losses = -dev.objective if self.objective.maximize else dev.objective
            leaving |= self._stop_early(losses, finite, epoch + 1)
        if leaving.any():
            self._retire(np.flatnonzero(leaving))
            staying = np.flatnonzero(~leaving)
            self._settle(self.rows[staying], self.state.take(staying))

    def _diverge(self, gone: NDArray[np.bool_], epoch: int) -> None:
        """Replace what is left of diverged members by NaN, as what their last epoch measured is.

        Whether a value overflows to infinity or to NaN depends on the other members (another's penalty or clipping
        multiplies infinity by 0 or not at all), and the error of NaN is that of whatever class NaN is taken for.
        """
        for rows in (self.state.theta, *self.state.moments, self.state.running):
            rows[gone] = np.nan
        self.diverged |= dict.fromkeys(self.rows[gone].tolist(), epoch)

    def _stop_early(self, loss: NDArray[np.float64], finite: NDArray[np.bool_], epoch: int) -> NDArray[np.bool_]:
        """Keep the best weights; say who has not improved for as long as its patience.

        Who never had a loss that is a number keeps its last weights, as there are no best ones.
        """
        state = self.state
        better = finite & (loss < state.best_error)
        state.best_error[better] = loss[better]
        state.best_epoch[better] = epoch
        state.best_theta[better] = state.theta[better]
        state.best_running[better] = state.running[better]
        patience = np.array([member.patience for member in self.members])
        leaving = finite & ((epoch - state.best_epoch >= patience) | (epoch >= self.segment.epochs))
        for k in np.flatnonzero(leaving):
            best = int(state.best_epoch[k])
            self.stopped[int(self.rows[k])] = best or epoch
            if best:
                state.theta[k] = state.best_theta[k]
                state.running[k] = state.best_running[k]
        return np.asarray(leaving, np.bool_)

    def _retire(self, local: NDArray[np.int64]) -> None:
        """Copy members' rows to where the result is gathered."""
        rows = self.rows[local]
        source, target = self.state, self.final
        pairs = [
            (source.theta, target.theta),
            (source.running, target.running),
            (source.best_theta, target.best_theta),
            (source.best_running, target.best_running),
            (source.best_error, target.best_error),
            (source.best_epoch, target.best_epoch),
            *zip(source.moments, target.moments, strict=True),
        ]
        for own, gathered in pairs:
            gathered[rows] = own[local]
