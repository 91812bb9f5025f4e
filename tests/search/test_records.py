"""A study's record, read without Optuna, while it is written."""

from __future__ import annotations

import json
import math
import struct
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import optuna
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState, create_trial

from nnsearch.core.errors import LedgerError
from nnsearch.search.journal import open_storage
from nnsearch.search.records import (
    STATES,
    CurveReader,
    CurveSegment,
    JournalReader,
    TrialRecord,
    read_curves,
)

SPACE = {
    "learning_rate": FloatDistribution(1e-4, 1e-1, log=True),
    "layers": IntDistribution(1, 3),
    "activation": CategoricalDistribution(["relu", "tanh"]),
}


def write_study(path: Path) -> optuna.Study:
    """Write a journal with trials in every state; return the study."""
    storage, backend = open_storage(path, create=True)
    sampler = optuna.samplers.RandomSampler(0)
    study = optuna.create_study(storage=storage, study_name="digits", sampler=sampler)
    study.set_user_attr("data", {"m": 10})
    trials = [study.ask(dict(SPACE)) for _ in range(4)]
    for trial in trials:
        trial.report(0.5, 1)
        trial.report(0.25 + trial.number, 2)
        trial.set_user_attr("hidden", [64, trial.number])
    study.tell(trials[0], 0.125)
    study.tell(trials[1], state=TrialState.PRUNED)
    study.tell(trials[2], state=TrialState.FAIL)
    study.enqueue_trial({"layers": 2})
    study.add_trial(create_trial(value=0.5, params={"layers": 3}, distributions={"layers": SPACE["layers"]}))
    backend.commit()
    return study


def segment(trial: int = 0, first: int = 1, **changes: object) -> CurveSegment:
    """Make a segment of two epochs."""
    fields = dict.fromkeys(("train_cost", "dev_cost", "train_error", "dev_error", "learning_rate"), (0.5, 0.25))
    return CurveSegment(**{"trial": trial, "first": first, "start": 1.5, "end": 2.5, **fields, **changes})


def same_bits(values: object, others: object) -> bool:
    return struct.pack(f"{len(values)}d", *values) == struct.pack(f"{len(others)}d", *others)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.log"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with trials in every state."""
    path = tmp_path_factory.mktemp("whole") / "journal.log"
    write_study(path)
    return path


@pytest.fixture
def curves(tmp_path: Path) -> Path:
    return tmp_path / "curves.jsonl"


def test_states_are_numbered_as_optuna_numbers_them() -> None:
    assert [state.name for state in sorted(TrialState)] == list(STATES)


@pytest.mark.parametrize(
    "view",
    [
        lambda trial: trial.number,
        lambda trial: trial.state if isinstance(trial, TrialRecord) else trial.state.name,
        lambda trial: trial.value,
        lambda trial: trial.user_attrs,
        lambda trial: trial.param_values if isinstance(trial, TrialRecord) else trial.params,
        lambda trial: trial.intermediate if isinstance(trial, TrialRecord) else trial.intermediate_values,
        lambda trial: trial.finished if isinstance(trial, TrialRecord) else trial.state.is_finished(),
    ],
    ids=["number", "state", "value", "attrs", "params", "intermediate", "finished"],
)
def test_trials_read_as_optuna_reads_them(path: Path, view: Callable[[object], object]) -> None:
    study, reader = write_study(path), JournalReader(path)
    reader.poll()
    assert [view(record) for record in reader.trials] == [view(trial) for trial in study.trials]


def test_times_are_aware_and_the_moments_optuna_means(path: Path) -> None:
    study, reader = write_study(path), JournalReader(path)
    reader.poll()
    for record, trial in zip(reader.trials, study.trials, strict=True):
        for ours, theirs in ((record.start, trial.datetime_start), (record.complete, trial.datetime_complete)):
            assert ours is None or ours.utcoffset() == timedelta(0)
            assert ours == (None if theirs is None else theirs.astimezone())


def test_a_trial_that_was_just_asked_started_just_now(path: Path) -> None:
    before = datetime.now(UTC)
    write_study(path)
    reader = JournalReader(path)
    reader.poll()
    start = reader.trials[0].start
    assert start is not None
    assert before <= start <= datetime.now(UTC)


def test_a_waiting_trial_starts_when_it_is_asked(path: Path) -> None:
    study, reader = write_study(path), JournalReader(path)
    reader.poll()
    assert (reader.trials[4].state, reader.trials[4].start) == ("WAITING", None)
    study.ask()
    study._storage._backend.commit()
    reader.poll()
    assert reader.trials[4].state == "RUNNING"
    assert reader.trials[4].start is not None


def test_study_attributes_are_read(path: Path) -> None:
    write_study(path)
    reader = JournalReader(path)
    reader.poll()
    assert reader.study_attrs == {"data": {"m": 10}}
    assert reader.progress == {}


def test_internal_parameters_are_kept_as_stored(path: Path) -> None:
    write_study(path)
    reader = JournalReader(path)
    reader.poll()
    assert reader.trials[5].params == {"layers": 3.0}


def test_other_studies_in_the_journal_do_not_mix_in(path: Path) -> None:
    study = write_study(path)
    other = optuna.create_study(storage=JournalStorage(JournalFileBackend(str(path))), study_name="other")
    other.tell(other.ask(), 0.0)
    other.set_user_attr("data", "theirs")
    reader = JournalReader(path)
    reader.poll()
    assert [record.number for record in reader.trials] == [trial.number for trial in study.trials]
    assert reader.study_attrs == {"data": {"m": 10}}


def test_a_deleted_study_has_no_trials(path: Path) -> None:
    write_study(path)
    optuna.delete_study(study_name="digits", storage=JournalStorage(JournalFileBackend(str(path))))
    reader = JournalReader(path)
    reader.poll()
    assert (reader.trials, reader.study_attrs) == ([], {})


def test_what_is_said_about_a_finished_trial_is_ignored_as_optuna_does(path: Path) -> None:
    write_study(path)
    reader = JournalReader(path)
    with path.open("a") as file:
        for log in (
            {"op_code": 8, "user_attr": {"hidden": 0}},
            {"op_code": 7, "step": 9, "intermediate_value": 0.0},
            {"op_code": 6, "state": 0, "values": None, "datetime_start": None},
        ):
            file.write(json.dumps({"worker_id": "w", "trial_id": 0, **log}) + "\n")
    reader.poll()
    stock = JournalStorage(JournalFileBackend(str(path))).get_trial(0)
    record = reader.trials[0]
    assert (record.state, record.user_attrs, record.intermediate) == (
        "COMPLETE",
        {"hidden": [64, 0]},
        {1: 0.5, 2: 0.25},
    )
    assert (stock.user_attrs, stock.intermediate_values) == (record.user_attrs, record.intermediate)


def test_a_journal_that_does_not_exist_yet_has_no_trials(path: Path) -> None:
    reader = JournalReader(path)
    assert not reader.poll()
    write_study(path)
    assert reader.poll()
    assert len(reader.trials) == 6


def test_polling_an_unchanged_journal_finds_nothing_new(path: Path) -> None:
    write_study(path)
    reader = JournalReader(path)
    assert [reader.poll(), reader.poll()] == [True, False]


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_journal_read_in_pieces_reads_as_one_read_whole(
    whole: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content, growing = whole.read_bytes(), tmp_path_factory.mktemp("pieces") / "growing.log"
    cuts = data.draw(st.lists(st.integers(0, len(content)), max_size=6))
    at_once, pieces = JournalReader(whole), JournalReader(growing)
    for end in [*sorted(cuts), len(content)]:
        growing.write_bytes(content[:end])
        pieces.poll()
    at_once.poll()
    assert pieces.trials == at_once.trials


def test_a_half_written_line_waits_for_its_end(path: Path) -> None:
    write_study(path)
    content = path.read_bytes()
    path.write_bytes(content[:-5])
    reader = JournalReader(path)
    reader.poll()
    assert len(reader.trials) == 5
    path.write_bytes(content)
    assert reader.poll()
    assert len(reader.trials) == 6


def test_a_journal_that_was_cut_back_is_read_again(path: Path) -> None:
    write_study(path)
    reader = JournalReader(path)
    reader.poll()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    assert reader.poll()
    assert len(reader.trials) == 5


def test_a_journal_that_was_cut_back_and_has_grown_past_the_old_end_is_read_again(path: Path) -> None:
    study = write_study(path)
    reader = JournalReader(path)
    reader.poll()
    lines = path.read_bytes().splitlines(keepends=True)
    study.set_user_attr("note", "x" * 1000)
    study.set_user_attr("note", "y")
    study._storage._backend.commit()
    path.write_bytes(b"".join([*lines[:-1], *path.read_bytes().splitlines(keepends=True)[len(lines) :]]))
    assert reader.poll()
    assert len(reader.trials) == 5
    assert reader.study_attrs["note"] == "y"


def test_a_removed_journal_leaves_no_trials(path: Path) -> None:
    write_study(path)
    reader = JournalReader(path)
    reader.poll()
    path.unlink()
    assert reader.poll()
    assert reader.trials == []


@pytest.mark.parametrize("garbage", ["", "[]", "{}", "\0", '{"op_code": 77}', '{"op_code": 6, "trial_id": 0}'])
def test_a_damaged_line_is_named_at_every_poll(path: Path, garbage: str) -> None:
    write_study(path)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:6], garbage + "\n", *lines[6:]]))
    reader = JournalReader(path)
    for _ in range(2):
        with pytest.raises(LedgerError, match=r"journal\.log line 7 must be one of Optuna's operations .* restore it"):
            reader.poll()


def test_a_journal_that_cannot_be_read_is_a_ledger_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"cannot read .*: Is a directory"):
        JournalReader(tmp_path).poll()


def test_reading_needs_no_optuna() -> None:
    script = (
        "import sys, nnsearch.search.records, nnsearch.search.lock; "
        "print({'optuna', 'numpy', 'pandas', 'mlflow'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@settings(deadline=None)
@given(values=st.lists(st.floats(), min_size=1, max_size=5))
def test_every_float_comes_back_bit_for_bit(values: list[float]) -> None:
    values = [math.nan if math.isnan(value) else value for value in values]  # one NaN is as good as another
    curves = dict.fromkeys(("train_cost", "dev_cost", "train_error", "dev_error", "learning_rate"), values)
    back = CurveSegment.from_line(segment(**curves, more={"gradient_norm": values}).to_line())
    assert same_bits(back.dev_cost, values)
    assert same_bits(back.more["gradient_norm"], values)


@settings(deadline=None)
@given(values=st.lists(st.floats(width=32, allow_nan=False), min_size=2, max_size=2))
def test_float32_values_come_back_bit_for_bit(values: list[float]) -> None:
    array = np.array(values, dtype=np.float32)
    back = CurveSegment.from_line(segment(dev_error=array).to_line())
    assert np.array(back.dev_error, dtype=np.float32).tobytes() == array.tobytes()


def test_values_without_a_json_number_are_stored_as_strings() -> None:
    line = segment(dev_cost=(math.nan, -math.inf)).to_line()
    assert json.loads(line, parse_constant=pytest.fail)["dev_cost"] == ["nan", "-inf"]


def test_a_segment_knows_its_epochs() -> None:
    assert list(segment(first=5).epochs) == [5, 6]


def test_curves_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="must be of one length"):
        segment(dev_cost=(0.5,))


def test_a_further_curve_cannot_take_a_name_in_use() -> None:
    with pytest.raises(ValueError, match="names of their own"):
        segment(more={"start": (0.5, 0.5)})


def test_segments_come_back_in_the_order_they_were_written(curves: Path) -> None:
    written = [segment(0), segment(1, more={"gradient_norm": (1.0, 2.0)}), segment(0, 3)]
    curves.write_bytes(b"".join(part.to_line() for part in written))
    assert read_curves(curves) == written


def test_nothing_beyond_the_limit_is_read(curves: Path) -> None:
    lines = [segment(0).to_line(), segment(1).to_line()]
    curves.write_bytes(b"".join(lines))
    assert read_curves(curves, len(lines[0])) == [segment(0)]
    assert read_curves(curves, 0) == []


def test_curves_shorter_than_committed_are_damaged(curves: Path) -> None:
    curves.write_bytes(segment(0).to_line())
    with pytest.raises(LedgerError, match="must hold at least 9999 bytes"):
        read_curves(curves, 9999)


def test_curves_not_written_yet_are_none(curves: Path) -> None:
    assert read_curves(curves) == []


def test_a_reader_of_curves_follows_the_committed_bytes(curves: Path) -> None:
    lines = [segment(trial).to_line() for trial in range(3)]
    ends = np.cumsum([len(line) for line in lines]).tolist()
    curves.write_bytes(b"".join(lines))
    reader = CurveReader(curves)
    assert [reader.poll(end) for end in ends] == [[segment(trial)] for trial in range(3)]
    assert reader.poll(ends[-1]) == []


def test_a_reader_of_curves_begins_again_when_they_were_cut_back(curves: Path) -> None:
    reader = CurveReader(curves)
    curves.write_bytes(segment(0).to_line() + segment(1).to_line())
    reader.poll()
    curves.write_bytes(segment(0).to_line() + segment(1, start=1.75).to_line() + segment(2).to_line())
    assert [part.trial for part in reader.poll()] == [0, 1, 2]


@pytest.mark.parametrize(
    "garbage", ["", "{}", "[1]", "nonsense", segment().to_line().decode().replace("[0.5,", "[", 1)]
)
def test_a_damaged_segment_is_named_at_every_poll(curves: Path, garbage: str) -> None:
    curves.write_bytes(segment(0).to_line() + garbage.strip().encode() + b"\n")
    reader = CurveReader(curves)
    for _ in range(2):
        with pytest.raises(LedgerError, match=r"curves\.jsonl line 2 must be a segment") as caught:
            reader.poll()
        assert "\n" not in str(caught.value)
