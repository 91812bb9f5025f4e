"""A study's record, read without Optuna and while another process writes it: trials and learning curves.

The readers take whole lines only, continue where they stopped, and start over when the writer has cut the file
back. They never write and need no lock. What each journal operation means follows ``optuna.storages.journal``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from nnsearch.core.errors import LedgerError
from nnsearch.search.commits import PROGRESS
from nnsearch.search.json_lines import parse_lines

StateName = Literal["RUNNING", "COMPLETE", "PRUNED", "FAIL", "WAITING"]  # in the order of Optuna's numbers
CurveName = Literal["train_cost", "dev_cost", "train_error", "dev_error", "learning_rate"]

STATES: tuple[StateName, ...] = get_args(StateName)
CURVES: tuple[CurveName, ...] = get_args(CurveName)


class LineFollower:
    """Whole lines of a file that another process appends to.

    Args:
        path: the file; it need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.restart()

    def restart(self) -> None:
        """Forget what was read: the next poll begins at the first line."""
        self._offset = 0
        self._last = b""
        self.count = 0

    def poll(self, limit: int | None = None) -> tuple[bool, list[bytes]]:
        """Read the lines that are new.

        Args:
            limit: read no further than this many bytes from the file's beginning.

        Returns:
            Whether the file was cut or replaced, so that the lines begin at the first again; and the lines, without
            their newlines. A line that is still being written waits for the next poll.

        Raises:
            LedgerError: if the file cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(self._offset - len(self._last))
                restarted = file.read(len(self._last)) != self._last
                if restarted:
                    self.restart()
                    file.seek(0)
                content = file.read() if limit is None else file.read(max(0, limit - self._offset))
        except FileNotFoundError:
            restarted, content = self._offset > 0, b""
            self.restart()
        except OSError as error:
            raise LedgerError(f"cannot read {self.path}: {error.strerror or error}") from error
        end = content.rfind(b"\n") + 1
        lines = content[:end].split(b"\n")[:-1]
        if lines:
            self._offset += end
            self._last = lines[-1] + b"\n"
            self.count += len(lines)
        return restarted, lines


@dataclass
class TrialRecord:
    """One trial as the journal tells it.

    Args:
        number: counts from 0.
        state: Optuna's name of it.
        value: the objective; ``None`` while there is none.
        params: values in Optuna's internal form (a choice is its index), by name.
        distributions: Optuna's JSON of each parameter's distribution, by name.
        user_attrs: what was noted about the trial.
        intermediate: reported values by epoch.
        start: when it was asked, in UTC.
        complete: when it was told, in UTC.
    """

    number: int
    state: StateName = "RUNNING"
    value: float | None = None
    params: dict[str, float] = field(default_factory=dict)
    distributions: dict[str, str] = field(default_factory=dict)
    user_attrs: dict[str, Any] = field(default_factory=dict)
    intermediate: dict[int, float] = field(default_factory=dict)
    start: datetime | None = None
    complete: datetime | None = None

    @property
    def finished(self) -> bool:
        """Whether the trial's record is closed."""
        return self.state not in {"RUNNING", "WAITING"}

    @property
    def param_values(self) -> dict[str, Any]:
        """The parameters as the sampler meant them: choices themselves, whole numbers as ``int``."""
        return {name: _external(value, self.distributions[name]) for name, value in self.params.items()}


def _external(value: float, distribution: str) -> Any:  # a choice may be of any JSON type
    parsed = json.loads(distribution)
    if parsed["name"] == "CategoricalDistribution":
        return parsed["attributes"]["choices"][int(value)]
    return int(value) if parsed["name"].startswith("Int") else value


class JournalReader:
    """The trials of a journal's first study (a ledger's journal holds no other), kept up to date by polling.

    Args:
        path: the journal; it need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self._lines = LineFollower(path)
        self._restart()

    def _restart(self) -> None:
        self._studies: list[str] = []
        self._by_id: list[TrialRecord | None] = []  # None: a trial of another study, or of a deleted one
        self.trials: list[TrialRecord] = []
        self.study_attrs: dict[str, Any] = {}

    @property
    def progress(self) -> dict[str, Any]:
        """What the last commit said; empty before the first one."""
        return dict(self.study_attrs.get(PROGRESS, {}))

    def poll(self) -> bool:
        """Take in what was appended since the last call. Records that exist are changed in place.

        Returns:
            Whether anything is new.

        Raises:
            LedgerError: if a complete line is damaged, naming file and line; polling again raises it again.
        """
        restarted, lines = self._lines.poll()
        if restarted:
            self._restart()
        first = self._lines.count - len(lines) + 1
        for number, log in enumerate(parse_lines(lines), start=first):
            try:
                _APPLY[log["op_code"]](self, log)
            except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
                self._lines.restart()
                self._restart()
                raise LedgerError(
                    f"{self._lines.path} line {number} must be one of Optuna's operations "
                    f"({type(error).__name__}: {error}): the file is damaged, restore it"
                ) from error
        return restarted or bool(lines)

    def _create_study(self, log: dict[str, Any]) -> None:
        if log["study_name"] not in self._studies:
            self._studies.append(log["study_name"])

    def _delete_study(self, log: dict[str, Any]) -> None:
        if log["study_id"] == 0:
            self._by_id = [None] * len(self._by_id)
            self.trials, self.study_attrs = [], {}

    def _set_study_user_attr(self, log: dict[str, Any]) -> None:
        if log["study_id"] == 0:
            self.study_attrs.update(log["user_attr"])

    def _create_trial(self, log: dict[str, Any]) -> None:
        if log["study_id"] >= len(self._studies):
            return
        if log["study_id"] != 0:
            self._by_id.append(None)
            return
        values = log.get("values") or [log.get("value")]
        record = TrialRecord(
            number=len(self.trials),
            state=STATES[log.get("state", 0)],
            value=values[0],
            params=log.get("params", {}),
            distributions=log.get("distributions", {}),
            user_attrs=log.get("user_attrs", {}),
            intermediate={int(step): value for step, value in log.get("intermediate_values", {}).items()},
            start=_time(log.get("datetime_start")),
            complete=_time(log.get("datetime_complete")),
        )
        self._by_id.append(record)
        self.trials.append(record)

    def _open_trial(self, log: dict[str, Any]) -> TrialRecord | None:
        # Optuna ignores what is said about unknown and finished trials.
        record = self._by_id[log["trial_id"]] if log["trial_id"] < len(self._by_id) else None
        return None if record is None or record.finished else record

    def _set_param(self, log: dict[str, Any]) -> None:
        if record := self._open_trial(log):
            record.params[log["param_name"]] = log["param_value_internal"]
            record.distributions[log["param_name"]] = log["distribution"]

    def _set_state(self, log: dict[str, Any]) -> None:
        record, state = self._open_trial(log), STATES[log["state"]]
        if record is None or record.state == state == "RUNNING":
            return
        record.state = state
        if state == "RUNNING":
            record.start = _time(log["datetime_start"])
        if record.finished:
            record.complete = _time(log["datetime_complete"])
        if log["values"] is not None:
            record.value = log["values"][0]

    def _set_intermediate(self, log: dict[str, Any]) -> None:
        if record := self._open_trial(log):
            record.intermediate[int(log["step"])] = log["intermediate_value"]

    def _set_user_attr(self, log: dict[str, Any]) -> None:
        if record := self._open_trial(log):
            record.user_attrs.update(log["user_attr"])

    def _pass_over(self, log: dict[str, Any]) -> None:
        """System attributes and discarded trials are the sampler's own business."""


def _time(text: str | None) -> datetime | None:
    # Optuna writes UTC with its offset; a time without one would be local, as astimezone takes it.
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)


@dataclass(frozen=True)
class CurveSegment:
    """One member's epochs ``first, first + 1, ...`` of one segment of its training: a line of ``curves.jsonl``.

    Floats come back bit for bit. Those that JSON has no number for are stored as the strings ``"nan"``, ``"inf"``
    and ``"-inf"``.

    Args:
        trial: the trial's number.
        first: its first epoch here, counted from 1.
        train_cost: one value per epoch, as are the next four; any sequence of numbers is turned into floats.
        dev_cost: cost on the dev set.
        train_error: error on the training set.
        dev_error: error on the dev set.
        learning_rate: step size of the epoch.
        start: when the segment began, seconds since 1970.
        end: when it ended, seconds since 1970.
        more: further curves of the same length by name, such as ``gradient_norm``.

    Raises:
        ValueError: if the curves differ in length, or ``more`` uses a name twice.
    """

    trial: int
    first: int
    train_cost: Sequence[float]
    dev_cost: Sequence[float]
    train_error: Sequence[float]
    dev_error: Sequence[float]
    learning_rate: Sequence[float]
    start: float
    end: float
    more: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in CURVES:
            object.__setattr__(self, name, _floats(getattr(self, name)))
        object.__setattr__(self, "more", {name: _floats(values) for name, values in self.more.items()})
        taken = self.more.keys() & {"trial", "first", "start", "end", *CURVES}
        if taken:
            raise ValueError(f"further curves must have names of their own, got {sorted(taken)}")
        lengths = {name: len(values) for name, values in self.curves.items()}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"curves of a segment must be of one length, got {lengths}")

    @property
    def curves(self) -> dict[str, Sequence[float]]:
        """Every curve by name."""
        return {**{name: getattr(self, name) for name in CURVES}, **self.more}

    @property
    def epochs(self) -> range:
        """The epochs the values belong to."""
        return range(self.first, self.first + len(self.train_cost))

    def to_line(self) -> bytes:
        """Encode as one line of strict JSON with its newline."""
        curves = {name: [_encode(value) for value in values] for name, values in self.curves.items()}
        record = {"trial": self.trial, "first": self.first, **curves, "start": self.start, "end": self.end}
        return json.dumps(record, separators=(",", ":"), allow_nan=False).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> CurveSegment:
        """Decode what :meth:`to_line` encoded.

        Raises:
            ValueError: if the line is not JSON or the curves do not fit together.
            KeyError: if a field is missing.
            TypeError: if a field is of another type.
        """
        record = json.loads(line)
        known = {name: record.pop(name) for name in ("trial", "first", "start", "end", *CURVES)}
        return cls(**known, more=record)


def _floats(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(map(float, values))


def _encode(value: float) -> float | str:
    return value if math.isfinite(value) else str(value)


class CurveReader:
    """Learning curves of a study, followed while they grow.

    Args:
        path: the file of curves; it need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self._lines = LineFollower(path)

    def poll(self, limit: int | None = None) -> list[CurveSegment]:
        """Read the segments appended since the last call.

        Args:
            limit: bytes that are committed (``JournalReader.progress["curves"]``): what lies beyond may still be
                taken back. By default every whole line is read.

        Returns:
            The new segments in the order they were written. If the file was cut back meanwhile, they begin with its
            first segment again: take them by trial and epoch, and repetition does no harm.

        Raises:
            LedgerError: if a complete line is damaged, naming file and line; polling again raises it again.
        """
        _, lines = self._lines.poll(limit)
        first = self._lines.count - len(lines) + 1
        return [self._parse(line, number) for number, line in enumerate(lines, start=first)]

    def _parse(self, line: bytes, number: int) -> CurveSegment:
        try:
            return CurveSegment.from_line(line)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            self._lines.restart()
            raise LedgerError(
                f"{self._lines.path} line {number} must be a segment of a learning curve "
                f"({type(error).__name__}: {error}): the file is damaged, restore it"
            ) from error


def read_curves(path: Path, limit: int | None = None) -> list[CurveSegment]:
    """Read the learning curves of a study at once; see :meth:`CurveReader.poll`.

    Args:
        path: the file of curves; none means no segments yet.
        limit: bytes that are committed; by default every whole line is read.

    Returns:
        The segments in the order they were written.

    Raises:
        LedgerError: if a complete line is damaged, or the file is shorter than ``limit``.
    """
    if limit and (size := path.stat().st_size if path.exists() else 0) < limit:
        raise LedgerError(f"{path} must hold at least {limit} bytes, found {size}: it is damaged, restore it")
    return CurveReader(path).poll(limit)


_APPLY: dict[int, Callable[[JournalReader, dict[str, Any]], None]] = {
    0: JournalReader._create_study,
    1: JournalReader._delete_study,
    2: JournalReader._set_study_user_attr,
    3: JournalReader._pass_over,
    4: JournalReader._create_trial,
    5: JournalReader._set_param,
    6: JournalReader._set_state,
    7: JournalReader._set_intermediate,
    8: JournalReader._set_user_attr,
    9: JournalReader._pass_over,
    10: JournalReader._pass_over,
}
