from __future__ import annotations

from nnsearch.search import driver
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
