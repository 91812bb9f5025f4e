"""A network that kills its worker: it is found, it fails on record, and the others do not notice."""

from __future__ import annotations

import itertools

import pytest

from nnsearch.search import driver as driver_module
from nnsearch.search import executor as executor_module
from nnsearch.search import populations as populations_module
from nnsearch.search.in_process import InProcess, Lost
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study
from nnsearch.training.trainer import train


def deadly_to(rates, after):
    """Return what workers do when the networks of some learning rates kill them after an epoch."""

    def train_or_die(folder, segment):
        import os
        import signal

        from nnsearch.search.shared_examples import read_examples
        from nnsearch.training.trainer import train

        if segment.until > after and any(member.learning_rate in rates for member in segment.members):
            os.kill(os.getpid(), signal.SIGKILL)
        return train(segment, read_examples(folder))

    return train_or_die


@pytest.fixture
def kill(monkeypatch):
    """Return a function that lets networks of some learning rates kill their workers from now on."""
    monkeypatch.setattr(executor_module, "WORTH_STARTING_WORKERS", 0.0)
    return lambda *rates, after=0: monkeypatch.setattr(executor_module, "train_in_worker", deadly_to(rates, after))


def rate_of(study, number):
    return study.params(study.records[number])["learning_rate"]


def test_a_network_that_kills_its_worker_fails_and_the_others_keep_their_bits(make_study, content, tiny_text, kill):
    text = f'{tiny_text}policy = "full"\nsampler = "random"\n'.replace("trials = 24", "trials = 16")
    paths, spec = make_study("reference", text)
    launch(paths, spec, Launch(jobs=1))
    expected = content(paths)
    kill(rate_of(Study(paths), 5))
    paths, spec = make_study("b", text)
    assert launch(paths, spec, Launch(jobs=2)).reason == "trials"
    study, found = Study(paths), content(paths)
    record = study.records[5]
    assert (record.state, record.value, record.user_attrs["outcome"]) == ("FAIL", None, "failed")
    assert record.user_attrs["reason"] == (
        "its worker died 2 times (SIGKILL(-9)) with nothing else training, in the rung after epoch 0"
    )
    assert study.progress["counts"]["failed"] == 1
    assert [trial for trial in found["trials"] if trial[0] != 5] == [t for t in expected["trials"] if t[0] != 5]
    assert found["curves"] == {number: curve for number, curve in expected["curves"].items() if number != 5}


def test_a_whole_population_that_kills_its_workers_fails_and_the_study_goes_on(make_study, tiny_text, kill):
    text = f'{tiny_text}policy = "full"\nsampler = "random"\n'.replace("trials = 24", "trials = 16")
    paths, spec = make_study("reference", text)
    launch(paths, spec, Launch(jobs=1))
    kill(*(rate_of(Study(paths), number) for number in range(4, 8)))
    paths, spec = make_study("b", text)
    assert launch(paths, spec, Launch(jobs=2)).reason == "trials"
    states = [record.state for record in Study(paths).records]
    assert [number for number, state in enumerate(states) if state == "FAIL"] == [4, 5, 6, 7]


def test_the_verdict_stays_and_the_study_is_the_same_however_it_was_launched(make_study, content, tiny_text, kill):
    first, spec = make_study("first", tiny_text)
    launch(first, spec, Launch(trials=8, jobs=1))
    late = max(Study(first).records, key=lambda record: record.user_attrs["epochs"]).number
    kill(rate_of(Study(first), late), after=4)
    whole, spec = make_study("whole", tiny_text)
    launch(whole, spec, Launch(jobs=2))
    assert [record.number for record in Study(whole).records if record.state == "FAIL"] == [late]
    assert Study(whole).records[late].user_attrs["epochs"] == 4
    parts, spec = make_study("parts", tiny_text)
    stop, seen = StopRequest(), itertools.count(1)
    launch(parts, spec, Launch(jobs=1, trials=8), stop=stop, observer=lambda _: stop() if next(seen) == 2 else None)
    stop = StopRequest()

    def condemned(snapshot):
        if any("reason" in record.user_attrs for record in Study(parts).records):
            stop()

    launch(parts, spec, Launch(jobs=2), stop=stop, observer=condemned)
    assert stop.reason is not None
    executor_module.train_in_worker = _train_anything  # what killed it is gone, but the verdict stands
    launch(parts, spec, Launch(jobs=2))
    assert content(parts) == content(whole)


class DiesAfterFive(InProcess):
    """Loses one network when it trains on from epoch 5 or, where it trains whole rungs, the rung that goes beyond."""

    rate = 0.0

    def next(self):
        key, segment = self._queue[0]
        beyond = segment.seconds > 0 or (segment.state is not None and segment.state.epoch >= 5)
        if beyond and segment.until > 5 and any(member.learning_rate == self.rate for member in segment.members):
            self._queue.popleft()
            return key, Lost(alone=True)
        return super().next()


def test_what_is_on_record_of_a_failed_trial_does_not_depend_on_the_clock(make_study, tiny_text, monkeypatch):
    first, spec = make_study("first", tiny_text)
    launch(first, spec, Launch(trials=8, jobs=1))
    late = max(Study(first).records, key=lambda record: record.user_attrs["epochs"]).number
    DiesAfterFive.rate = rate_of(Study(first), late)
    monkeypatch.setattr("nnsearch.search.run.choose_executor", lambda examples, *_: DiesAfterFive(examples))
    records = []
    for seconds in (0.0, 1.0):
        monkeypatch.setattr(driver_module, "SEGMENT_SECONDS", seconds)
        paths, spec = make_study(str(seconds), tiny_text)
        launch(paths, spec, Launch(trials=8))
        records.append(Study(paths).records[late])
    short, long = records
    assert (short.state, short.user_attrs["epochs"]) == ("FAIL", 4)
    assert short.user_attrs["reason"].endswith("in the rung after epoch 4")
    assert (short.user_attrs, short.intermediate) == (long.user_attrs, long.intermediate)


def _train_anything(folder, segment):
    from nnsearch.search.shared_examples import read_examples

    return train(segment, read_examples(folder))


def test_members_that_die_of_their_number_only_train_in_smaller_populations(
    make_study, content, tiny_text, monkeypatch
):
    monkeypatch.setattr(executor_module, "WORTH_STARTING_WORKERS", 0.0)
    text = tiny_text.replace("trials = 24", "trials = 8")
    paths, spec = make_study("reference", text)
    launch(paths, spec, Launch(jobs=1))
    monkeypatch.setattr(populations_module, "members_per_population", lambda *_: 4)

    def too_many(folder, segment):
        import os
        import signal

        from nnsearch.search.shared_examples import read_examples
        from nnsearch.training.trainer import train

        if len(segment.members) > 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return train(segment, read_examples(folder))

    monkeypatch.setattr(executor_module, "train_in_worker", too_many)
    small, spec = make_study("small", text)
    launch(small, spec, Launch(jobs=1))
    assert content(small) == content(paths)
