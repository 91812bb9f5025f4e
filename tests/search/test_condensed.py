from __future__ import annotations

from pathlib import Path

import optuna
import pytest
from optuna.storages import JournalStorage

from nnsearch.search.condensed import condensed
from nnsearch.search.journal import GroupCommitBackend, open_storage
from nnsearch.search.run import Launch, launch


def logs_of(path: Path):
    backend = GroupCommitBackend(path)
    try:
        return list(backend.read_logs(0))
    finally:
        backend.close()


@pytest.fixture
def path(make_study, tiny_text):
    """The journal of a study whose last cohort is still running."""
    paths, spec = make_study("a", tiny_text)
    launch(paths, spec, Launch(trials=16, jobs=1))
    study = optuna.load_study(study_name="tiny", storage=open_storage(paths.journal, create=False)[0])
    trial = study.ask()
    trial.suggest_float("x", 0, 1)
    trial.report(0.5, 1)
    study._storage._backend.commit()
    return paths.journal


def test_a_condensed_journal_replays_to_equal_trials(path):
    backend = GroupCommitBackend(path)
    whole, quick = JournalStorage(backend), open_storage(path, create=False)[0]
    assert quick.get_all_trials(0) == whole.get_all_trials(0)
    states = [trial.state.name for trial in quick.get_all_trials(0)]
    assert (len(states), states.count("RUNNING"), states[-1]) == (17, 1, "RUNNING")
    assert quick.get_study_user_attrs(0) == whole.get_study_user_attrs(0)
    assert len(condensed(logs_of(path))) < len(logs_of(path)) / 10


def test_a_study_goes_on_after_it_was_condensed(path):
    storage, backend = open_storage(path, create=False)
    study = optuna.load_study(study_name="tiny", storage=storage)
    study.tell(16, 0.25)
    study.ask()
    backend.commit()
    assert JournalStorage(backend).get_all_trials(0) == storage.get_all_trials(0)
    again = open_storage(path, create=False)[0]
    assert again.get_all_trials(0) == storage.get_all_trials(0)
    assert [trial.state.name for trial in again.get_all_trials(0)[-2:]] == ["COMPLETE", "RUNNING"]


@pytest.mark.parametrize(
    "log",
    [
        {"op_code": 0, "worker_id": "x", "study_name": "other", "directions": [1]},
        {"op_code": 5, "worker_id": "x", "trial_id": 99},
        {"op_code": 8, "worker_id": "x", "trial_id": 0, "user_attr": {"told": "already"}},
        {"op_code": 10, "worker_id": "x", "trial_id": 16},
    ],
)
def test_what_a_ledger_does_not_write_is_left_to_optuna(path, log):
    assert condensed([*logs_of(path), log]) is None
