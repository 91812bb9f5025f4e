from __future__ import annotations

from dataclasses import replace

from nnsearch.search.run import Launch, launch
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
    for told, read in pairs:
        assert (read.trials_done, read.trials_total, read.best) == (told.trials_done, told.trials_total, told.best)


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
