from __future__ import annotations

import pytest

from nnsearch.search import driver, policies, sampling
from nnsearch.search.in_process import InProcess
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study


def test_populations_are_cut_knowing_what_else_is_queued(make_study, tiny_text, monkeypatch):
    seen: list[tuple[int, float]] = []

    def watch(groups, until, examples, jobs, elsewhere):
        seen.append((groups[0][0].asked.cohort, elsewhere))
        return cut(groups, until, examples, jobs, elsewhere)

    cut = driver.cut_populations
    monkeypatch.setattr(driver, "cut_populations", watch)
    paths, spec = make_study("a", f"{tiny_text}in_flight = 2\n")
    launch(paths, spec, Launch(jobs=1))
    (first, nothing), (second, queued) = seen[:2]
    assert (first, nothing, second) == (0, 0, 1)
    assert queued > 0
    assert seen[-1][1] == 0  # the last rung of the last cohort


def test_workers_get_their_next_tasks_while_a_cohort_is_asked(make_study, tiny_text, monkeypatch):
    asking: list[int] = []
    queued: list[tuple[int, int]] = []

    class Ready(InProcess):
        """Has a result after each trial that is asked."""

        def next_if_done(self):
            return self.next() if self._queue else None

        def submit(self, key, segment, *, turn=0, **how):
            queued.extend((number, turn) for number in asking)
            super().submit(key, segment, turn=turn, **how)

    def ask(*arguments, **options):
        asking.append(arguments[-1])
        try:
            yield from ask_in_parts(*arguments, **options)
        finally:
            asking.pop()

    ask_in_parts = driver.ask_in_parts
    monkeypatch.setattr(driver, "ask_in_parts", ask)
    monkeypatch.setattr("nnsearch.search.run.choose_executor", lambda examples, *_: Ready(examples))
    paths, spec = make_study("a", f"{tiny_text}in_flight = 2\n")
    launch(paths, spec, Launch())
    assert (1, 0) in queued  # while cohort 1 was asked, cohort 0 went on
    assert all(turn <= number for number, turn in queued)


def test_workers_train_a_part_while_the_rest_of_its_cohort_is_asked(make_study, tiny_text, monkeypatch):
    steps: list[str] = []

    class Noting(InProcess):
        def submit(self, key, segment, *, turn=0, **how):
            steps.append(f"submitted of {turn}")
            super().submit(key, segment, turn=turn, **how)

    def ask(*arguments, **options):
        for part in ask_in_parts(*arguments, **options):
            steps.append(f"asked of {arguments[-1]}")
            yield part

    ask_in_parts = driver.ask_in_parts
    monkeypatch.setattr(driver, "ask_in_parts", ask)
    monkeypatch.setattr(sampling, "PART_SECONDS", 0.0)
    monkeypatch.setattr("nnsearch.search.run.choose_executor", lambda examples, *_: Noting(examples))
    paths, spec = make_study("a", tiny_text)
    launch(paths, spec, Launch())
    first = steps.index("submitted of 0")
    assert steps[:first] == ["asked of 0"]
    assert "asked of 0" in steps[first:]


@pytest.mark.parametrize(("sampler", "in_flight", "most"), [("gp", 1, 2), ("gp", 2, 3), ("tpe", 1, 1)])
def test_the_next_cohort_trains_beside_the_last_rung_of_one_that_overlaps(
    make_study, tiny_text, monkeypatch, sampler, in_flight, most
):
    monkeypatch.setattr(policies, "OVERLAPPING", 1)
    standing = []

    def ask(study, *rest, **options):
        told = {trial.user_attrs["cohort"] for trial in study.get_trials() if trial.state.is_finished()}
        stored = study._storage.get_all_trials(study._study_id)
        training = {trial.user_attrs["cohort"] for trial in stored if not trial.state.is_finished()}
        standing.append((rest[-1], max(told, default=-1), len(training) + 1))
        return ask_in_parts(study, *rest, **options)

    ask_in_parts = driver.ask_in_parts
    monkeypatch.setattr(driver, "ask_in_parts", ask)
    paths, spec = make_study("a", f'{tiny_text}sampler = "{sampler}"\nin_flight = {in_flight}\n')
    launch(paths, spec, Launch(trials=48, jobs=1))
    assert [number for number, _, _ in standing] == list(range(6))
    assert all(seen == max(-1, number - in_flight) for number, seen, _ in standing)  # to the sampler it is told
    assert max(together for _, _, together in standing) == most


@pytest.mark.parametrize("limit", ["target = 0.9", "patience = 1"])
@pytest.mark.parametrize("first", [8, 16])
def test_a_limit_that_a_last_rung_meets_stops_the_study_after_the_cohort_beside_it(
    make_study, tiny_text, monkeypatch, limit, first
):
    monkeypatch.setattr(policies, "OVERLAPPING", 0)
    text = f'{tiny_text}sampler = "gp"\n{limit}\n'.replace("trials = 24", "trials = 240")
    at_once, spec = make_study("a", text)
    reason = launch(at_once, spec, Launch(jobs=1)).reason
    in_parts, spec = make_study("b", text)
    launch(in_parts, spec, Launch(trials=first, jobs=1))
    assert launch(in_parts, spec, Launch(resume=True, jobs=1)).reason == reason == limit.split()[0]
    told = len(Study(at_once).records)
    assert told == len(Study(in_parts).records)
    assert told == 16 or limit != "target = 0.9"
