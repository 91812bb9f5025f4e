from __future__ import annotations

import time
from dataclasses import replace
from types import SimpleNamespace

import pytest

from nnsearch.search.in_process import InProcess
from nnsearch.search.ledger import Ledger
from nnsearch.search.run import Launch, launch, prepare, study_meta
from nnsearch.search.standing import standing
from nnsearch.search.study import Study


def comparable(snapshot):
    return replace(snapshot, elapsed=0.0, networks_per_second=0.0, seconds_left=None, training=0)


def test_the_ledger_tells_what_the_driver_told_after_each_cohort(make_study):
    paths, spec = make_study()
    pairs = []
    launch(
        paths,
        spec,
        Launch(jobs=1),
        observer=lambda told: pairs.append((told, standing(Study(paths)))),
    )
    assert len(pairs) > 3
    last_told, last_read = pairs[-1]
    assert comparable(last_read) == comparable(last_told)
    done = -1
    for told, read in pairs:
        shown = 5 if told.trials_done != done else 1  # between commits the best one is on record
        done = told.trials_done
        assert (read.trials_done, read.trials_total) == (told.trials_done, told.trials_total)
        assert read.best[:shown] == told.best[:shown]


@pytest.mark.parametrize("search", ["in_flight = 1", "in_flight = 2", 'objective = "f1"'])
def test_a_network_counts_as_soon_as_it_is_trained_and_is_on_record_if_it_is_the_best(make_study, tiny_text, search):
    paths, spec = make_study(text=tiny_text.replace("[search]", f'[search]\npolicy = "full"\n{search}'))
    pairs = []
    launch(paths, spec, Launch(jobs=1), observer=lambda told: pairs.append((told, standing(Study(paths)))))
    early = [(told, read) for told, read in pairs if told.best and told.best[0].number >= told.trials_done]
    assert early
    study = Study(paths)
    for told, read in early:
        assert told.best[0].value == study.records[told.best[0].number].value
        assert told.best[0].params == study.params(study.records[told.best[0].number])
        assert read.best[0] == told.best[0]
    assert Study(paths).progress["trained"] == []


def test_the_speed_is_that_of_all_launches(make_study):
    paths, spec = make_study()
    launch(paths, spec, Launch(trials=8, jobs=1))
    found = standing(Study(paths))
    assert found.networks_per_second > 0
    assert found.seconds_left == 0


def test_how_busy_the_workers_were_adds_up_over_launches(make_study):
    paths, spec = make_study()
    launch(paths, spec, Launch(trials=8, jobs=1))
    first = Study(paths).progress
    launch(paths, spec, Launch(resume=True, jobs=1))
    study = Study(paths)
    assert study.progress["busy"] > first["busy"] > 0
    assert study.progress["capacity"] > first["capacity"]
    assert 0 < study.utilization <= 1


class Clocked(InProcess):
    """Two workers, up three seconds after the launch, that train for 1.5 of the 2 seconds that each result takes."""

    def __init__(self, examples, clock):
        super().__init__(examples)
        self._clock, self._ready, self.results = clock, None, 0

    @property
    def jobs(self):
        return 2

    def next(self):
        if self._ready is None:
            self._clock.now += 3.0
            self._ready = self._clock.now
        self._clock.now += 1.0
        self.results += 1
        key, result = super().next()
        return key, replace(result, seconds=1.5)


def test_workers_are_busy_for_the_share_of_their_time_that_they_train(make_study, monkeypatch):
    clock, launches = SimpleNamespace(now=1000.0), []
    monkeypatch.setattr("nnsearch.search.driver.time", SimpleNamespace(monotonic=lambda: clock.now, time=time.time))

    def clocked(examples, *_):
        launches.append(Clocked(examples, clock))
        return launches[-1]

    monkeypatch.setattr("nnsearch.search.run.choose_executor", clocked)
    paths, spec = make_study()
    for trials in (8, 24):
        launch(paths, spec, Launch(trials=trials))
        study, results = Study(paths), sum(each.results for each in launches)
        assert (study.progress["busy"], study.progress["capacity"]) == (1.5 * results, 2.0 * results)
        assert study.utilization == 0.75
    assert study.overview.seconds == sum(3.0 + each.results for each in launches)
    assert [each.results > 0 for each in launches] == [True, True]


def test_a_study_whose_workers_were_never_up_says_nothing_of_them(make_study):
    paths, spec = make_study()
    with Ledger.create(paths, study_meta(paths, prepare(paths, spec))) as ledger:
        assert Study(paths).utilization is None
        ledger.commit(busy=3.0, capacity=0.0)
        assert Study(paths).utilization is None
        ledger.commit(busy=3.0, capacity=4.0)
        assert Study(paths).utilization == 0.75
