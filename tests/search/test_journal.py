"""Optuna's journal in group commits: whole or absent, and stock Optuna's to read."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import optuna
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from optuna.distributions import BaseDistribution, FloatDistribution, json_to_distribution
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.storages.journal import _storage as optunas_storage
from optuna.study import StudyDirection

from nnsearch.core.errors import EnvironmentRefusedError, LedgerError
from nnsearch.search.commits import PROGRESS
from nnsearch.search.journal import AppendFile, CommitPoint, GroupCommitBackend, open_storage

LOG = {"op_code": 2, "worker_id": "w", "study_id": 0, "user_attr": {"a": 1}}


def create_journal(path: Path, trials: int = 2) -> tuple[JournalStorage, GroupCommitBackend]:
    """Make a journal with a study and told trials, committed."""
    storage, backend = open_storage(path, create=True)
    storage.create_new_study([StudyDirection.MINIMIZE], "digits")
    study = optuna.load_study(study_name="digits", storage=storage, sampler=optuna.samplers.RandomSampler(0))
    for _ in range(trials):
        trial = study.ask({"x": optuna.distributions.FloatDistribution(0, 1)})
        trial.report(0.5, 1)
        study.tell(trial, trial.params["x"])
    backend.commit()
    return storage, backend


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.log"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A committed journal's bytes."""
    path = tmp_path_factory.mktemp("journal") / "journal.log"
    create_journal(path)[1].close()
    return path.read_bytes()


def full_disk(after: int) -> Callable[[int, bytes, int], int]:
    """Return a ``pwrite`` that takes ``after`` bytes and then finds the disk full."""
    pwrite, taken = os.pwrite, 0

    def write(descriptor: int, view: bytes, offset: int) -> int:
        nonlocal taken
        if taken >= after:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken += pwrite(descriptor, view[: after - taken], offset)
        return taken

    return write


def test_nothing_is_on_the_disk_before_the_commit(path: Path) -> None:
    backend = GroupCommitBackend(path, create=True)
    backend.append_logs([LOG])
    assert path.read_bytes() == b""
    backend.commit()
    assert json.loads(path.read_bytes()) == LOG


def test_a_commit_is_one_write_and_one_fsync(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    pwrite, fsync = os.pwrite, os.fsync
    backend = GroupCommitBackend(path, create=True)
    monkeypatch.setattr(os, "pwrite", lambda *args: calls.append("write") or pwrite(*args))
    monkeypatch.setattr(os, "fsync", lambda descriptor: calls.append("fsync") or fsync(descriptor))
    for _ in range(3):
        backend.append_logs([LOG, LOG])
    backend.commit()
    assert calls == ["write", "fsync"]


def test_a_commit_of_nothing_touches_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = GroupCommitBackend(path, create=True)
    monkeypatch.setattr(os, "fsync", lambda descriptor: pytest.fail("nothing to make durable"))
    backend.commit()


@pytest.mark.parametrize("start", range(7))
def test_committed_and_buffered_logs_are_read_as_one_list(path: Path, start: int) -> None:
    backend = GroupCommitBackend(path, create=True)
    logs = [{**LOG, "user_attr": {"a": number}} for number in range(6)]
    backend.append_logs(logs[:2])
    backend.commit()
    backend.append_logs(logs[2:4])
    backend.commit()
    backend.append_logs(logs[4:])
    assert list(backend.read_logs(start)) == logs[start:]


def test_buffered_values_look_as_they_will_after_reopening(path: Path) -> None:
    backend = GroupCommitBackend(path, create=True)
    backend.append_logs([{**LOG, "user_attr": {"hidden": (64, 32)}}])
    assert next(iter(backend.read_logs(0)))["user_attr"]["hidden"] == [64, 32]


def test_what_is_not_json_is_refused_and_not_buffered(path: Path) -> None:
    backend = GroupCommitBackend(path, create=True)
    with pytest.raises(TypeError):
        backend.append_logs([LOG, {**LOG, "user_attr": {"a": object()}}])
    backend.commit()
    assert path.read_bytes() == b""


def test_stock_optuna_reads_the_same_trials(path: Path) -> None:
    storage, _ = create_journal(path, trials=3)
    stock = JournalStorage(JournalFileBackend(str(path)))
    assert stock.get_all_trials(0) == storage.get_all_trials(0)
    assert len(stock.get_all_trials(0)) == 3


def test_stock_optuna_can_go_on_where_we_stopped(path: Path) -> None:
    create_journal(path)[1].close()
    stock = optuna.load_study(study_name="digits", storage=JournalStorage(JournalFileBackend(str(path))))
    stock.tell(stock.ask(), 0.25)
    storage, _ = open_storage(path, create=False)
    assert [trial.value for trial in storage.get_all_trials(0)][2:] == [0.25]


def test_a_reopened_storage_holds_the_same_trials(path: Path) -> None:
    storage, backend = create_journal(path)
    backend.close()
    assert open_storage(path, create=False)[0].get_all_trials(0) == storage.get_all_trials(0)


def test_uncommitted_operations_are_gone_after_a_crash(path: Path) -> None:
    storage, backend = create_journal(path)
    storage.create_new_trial(0)
    backend.close()
    assert len(open_storage(path, create=False)[0].get_all_trials(0)) == 2


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_prefix_of_a_journal_opens_takes_more_and_opens_again(
    content: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    length = data.draw(st.integers(0, len(content)))
    path = tmp_path_factory.mktemp("prefix") / "journal.log"
    path.write_bytes(content[:length])
    storage, backend = open_storage(path, create=False)
    assert path.read_bytes() == content[: content.rfind(b"\n", 0, length) + 1]
    storage.create_new_study([StudyDirection.MINIMIZE], "another")
    backend.commit()
    backend.close()
    stock = JournalStorage(JournalFileBackend(str(path)))
    assert stock.get_all_studies()[-1].study_name == "another"


@pytest.mark.parametrize("garbage", [b"\x00\x00\x00", b"[1]", b'{"op_code":4}', b"", b'{"op_code":4,"worker_id":'])
def test_a_damaged_complete_line_is_named(path: Path, content: bytes, garbage: bytes) -> None:
    lines = content.splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], garbage + b"\n", *lines[2:]]))
    with pytest.raises(LedgerError, match=r"journal\.log line 3 must be one of Optuna's operations"):
        open_storage(path, create=False)


@pytest.mark.parametrize(
    "log",
    [{"op_code": 99, "worker_id": "w"}, {"op_code": 0, "worker_id": "w"}, {**LOG, "user_attr": None}],
    ids=["unknown operation", "missing field", "wrong type"],
)
def test_a_line_optuna_cannot_apply_is_a_ledger_error(path: Path, content: bytes, log: object) -> None:
    path.write_bytes(content + json.dumps(log).encode() + b"\n")
    with pytest.raises(LedgerError, match="cannot be replayed") as caught:
        open_storage(path, create=False)
    assert "\n" not in str(caught.value)


def test_a_missing_journal_is_a_ledger_error_and_is_not_made(path: Path) -> None:
    with pytest.raises(LedgerError, match="is missing"):
        open_storage(path, create=False)
    assert not path.exists()


def test_creating_over_a_journal_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(EnvironmentRefusedError, match="File exists"):
        open_storage(path, create=True)
    assert path.read_bytes() == content


@pytest.mark.parametrize("after", [0, 1, 100])
def test_a_full_disk_leaves_the_last_good_commit_and_keeps_the_buffer(
    path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    storage, backend = create_journal(path)
    good = path.read_bytes()
    storage.create_new_trial(0)
    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", full_disk(after))
        with pytest.raises(EnvironmentRefusedError, match=r"cannot write .*journal\.log: No space left"):
            backend.commit()
        assert path.read_bytes() == good
    storage.create_new_trial(0)
    backend.commit()
    assert len(JournalStorage(JournalFileBackend(str(path))).get_all_trials(0)) == 4


def test_a_disk_that_also_refuses_to_cut_is_cut_by_the_next_commit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage, backend = create_journal(path)
    storage.create_new_trial(0)

    def refuse(descriptor: int, length: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", full_disk(10))
        patch.setattr(os, "ftruncate", refuse)
        with pytest.raises(EnvironmentRefusedError):
            backend.commit()
    backend.commit()
    assert len(JournalStorage(JournalFileBackend(str(path))).get_all_trials(0)) == 3


def test_an_interrupt_after_the_write_neither_doubles_nor_loses_lines(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage, backend = create_journal(path)
    storage.create_new_trial(0)

    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            backend.commit()
    backend.commit()
    assert len(JournalStorage(JournalFileBackend(str(path))).get_all_trials(0)) == 3


def test_a_file_size_limit_is_refused_and_leaves_whole_lines(path: Path) -> None:
    script = """
import resource, sys
from pathlib import Path
from nnsearch.core.errors import EnvironmentRefusedError
from nnsearch.search.journal import AppendFile
file = AppendFile(Path(sys.argv[1]), create=True)
file.stage(b"good\\n")
file.commit()
resource.setrlimit(resource.RLIMIT_FSIZE, (8, resource.RLIM_INFINITY))
file.stage(b"too much\\n")
try:
    file.commit()
except EnvironmentRefusedError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == f"cannot write {path}: File too large: raise the limit (ulimit -f) and try again\n"
    assert path.read_bytes() == b"good\n"


def test_another_writer_is_noticed_and_not_overwritten(path: Path) -> None:
    storage, backend = create_journal(path)
    with path.open("ab") as file:
        file.write(b"theirs\n")
    storage.create_new_trial(0)
    with pytest.raises(LedgerError, match="must be written by one program only"):
        backend.commit()
    assert path.read_bytes().endswith(b"theirs\n")


def test_a_journal_removed_under_a_running_study_is_noticed(path: Path) -> None:
    storage, backend = create_journal(path)
    path.unlink()
    storage.create_new_trial(0)
    with pytest.raises(EnvironmentRefusedError, match="was removed while the study runs"):
        backend.commit()


def test_reading_a_file_that_was_cut_by_another_is_a_ledger_error(path: Path) -> None:
    file = AppendFile(path, create=True)
    file.stage(b"1234")
    file.commit()
    path.write_bytes(b"12")
    with pytest.raises(LedgerError, match="must hold 4 bytes, found 2"):
        file.read()


def test_a_file_is_never_lengthened_by_a_cut(path: Path) -> None:
    with pytest.raises(LedgerError, match="must hold at least 5 bytes, found 0"):
        AppendFile(path, create=True).cut(5)


def test_a_closed_file_takes_no_more(path: Path) -> None:
    file = AppendFile(path, create=True)
    file.stage(b"x")
    file.close()
    with pytest.raises(ValueError, match="is closed"):
        file.commit()


def test_the_last_commit_is_found_behind_torn_and_uncommitted_lines(path: Path) -> None:
    progress = {"curves": 7, "checkpoints": {"3": "a.npz"}, "best_files": {"1": "1.npz"}}
    commit = json.dumps({**LOG, "user_attr": {PROGRESS: progress}}).encode() + b"\n"
    quoted = json.dumps({**LOG, "user_attr": {"note": {PROGRESS: 1}}}).encode() + b"\n"
    path.write_bytes(b"first\n" + commit + quoted + commit[:-1])
    assert CommitPoint.find(AppendFile(path)) == CommitPoint(6 + len(commit), 7, {3: "a.npz"}, {1: "1.npz"})


def test_a_journal_without_a_commit_is_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="must hold a commit, found none"):
        CommitPoint.find(AppendFile(path))


def test_a_commit_cannot_name_files_outside_the_ledger(path: Path) -> None:
    progress = {"curves": 0, "checkpoints": {"3": "../../x.npz"}, "best_files": {}}
    path.write_bytes(json.dumps({**LOG, "user_attr": {PROGRESS: progress}}).encode() + b"\n")
    assert CommitPoint.find(AppendFile(path)).checkpoints == {3: "x.npz"}


def test_equal_distributions_are_parsed_once_while_a_journal_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage, backend = open_storage(path, create=True)
    study = optuna.create_study(storage=storage, study_name="s")
    for _ in range(3):
        study.ask().suggest_float("x", 0, 1)
    backend.commit()
    backend.close()
    parsed: list[str] = []

    def parse(text: str) -> BaseDistribution:
        parsed.append(text)
        return json_to_distribution(text)

    monkeypatch.setattr(optunas_storage, "json_to_distribution", parse)
    storage, backend = open_storage(path, create=False)
    trials = optuna.load_study(study_name="s", storage=storage).trials
    backend.close()
    assert [trial.distributions for trial in trials] == 3 * [{"x": FloatDistribution(0, 1)}]
    assert len(parsed) == 1
    assert vars(optunas_storage)["json_to_distribution"] is parse
