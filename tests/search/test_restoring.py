"""What a damaged checkpoint costs: time, and nothing else."""

from __future__ import annotations

import re

import pytest

from nnsearch.core.atomic_files import read_arrays, write_arrays
from nnsearch.core.errors import LedgerError
from nnsearch.search import run
from nnsearch.search.ledger import Ledger
from nnsearch.search.run import Launch, launch


@pytest.fixture
def half_done(make_study, monkeypatch):
    """Return the places and specification of a study that died when its first checkpoint counted."""

    class Killed(BaseException):
        pass

    commit = Ledger.commit

    def dying(self, **progress):
        commit(self, **progress)
        if self.checkpoints():
            raise Killed

    paths, spec = make_study("b")
    monkeypatch.setattr(Ledger, "commit", dying)
    with pytest.raises(Killed):
        launch(paths, spec, Launch(jobs=1))
    monkeypatch.setattr(Ledger, "commit", commit)
    return paths, spec


def cut(file):
    file.write_bytes(file.read_bytes()[:-100])


def without(array):
    def drop(file):
        arrays = read_arrays(file)
        write_arrays(file, {name: values for name, values in arrays.items() if not name.endswith(f"/{array}")})

    return drop


@pytest.mark.parametrize("damage", [cut, without("running"), without("trials")])
def test_a_damaged_checkpoint_is_told_once_and_its_trials_are_trained_again(make_study, content, half_done, damage):
    reference, spec = make_study("reference")
    launch(reference, spec, Launch(jobs=1))
    paths, spec = half_done
    (file,) = paths.checkpoints.glob("*.npz")
    damage(file)
    told = []
    launch(paths, spec, Launch(jobs=1), on_start=lambda prepared: told.extend(prepared.repairs))
    assert len(told) == 1
    assert re.search(rf"{file.name} is damaged: .*: its trials \([\d, ]+\) are trained again", told[0])
    assert content(paths) == content(reference)


def test_an_undamaged_checkpoint_is_read_once(half_done, monkeypatch):
    paths, spec = half_done
    read, names = Ledger.read_checkpoint, []
    monkeypatch.setattr(Ledger, "read_checkpoint", lambda self, name: (names.append(name), read(self, name))[1])
    monkeypatch.setattr("nnsearch.search.ledger.read_arrays", lambda path: (names.append(path), read_arrays(path))[1])
    launch(paths, spec, Launch(jobs=1))
    assert len(names) == 2  # by its name and by its path


def test_a_cohort_that_is_not_whole_on_record_is_refused(half_done, monkeypatch):
    paths, spec = half_done
    known = run.recorded_trials
    monkeypatch.setattr(run, "recorded_trials", lambda ledger: known(ledger)[:-1])
    with pytest.raises(LedgerError, match="of cohort 0 only 7 of 8 trials are there: restore"):
        launch(paths, spec, Launch(jobs=1))
