from __future__ import annotations

from nnsearch.search import driver, sampling
from nnsearch.search.in_process import InProcess
from nnsearch.search.run import Launch, launch


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
