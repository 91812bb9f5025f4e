from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import signal

import numpy as np
import pytest

from nnsearch.core.compiling import Earnings, Loop, can_compile
from nnsearch.core.errors import StudyLockedError
from nnsearch.core.products import SGEMM, SOMATCOPY
from nnsearch.core.ufuncs import EXP, LOG
from nnsearch.search import driver as driver_module
from nnsearch.search import executor as executor_module
from nnsearch.search import in_process, policies, sampling
from nnsearch.search import populations as populations_module
from nnsearch.search.asked import HALFWAY
from nnsearch.search.commits import PROGRESS
from nnsearch.search.executor import Workers
from nnsearch.search.in_process import InProcess
from nnsearch.search.ledger import Ledger
from nnsearch.search.policies import POLICIES
from nnsearch.search.pool import kill_workers
from nnsearch.search.prospects import Prospects
from nnsearch.search.run import Launch, launch
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study
from nnsearch.training import trainer


class Shuffled(InProcess):
    """Trains queued tasks in a random order, as workers of uneven speed would finish them."""

    ready = 0.2
    """How probable a result is when it is asked for while a cohort is asked."""

    def __init__(self, examples, seed):
        super().__init__(examples)
        self._random = random.Random(seed)

    @property
    def jobs(self):
        return 3

    def next(self):
        self._queue.rotate(self._random.randrange(len(self._queue)))
        return super().next()

    def next_if_done(self):
        """Some results are there while a cohort is asked."""
        if not self._queue or self._random.random() >= self.ready:
            return None
        result = self.next()
        self.while_asking()
        return result

    def while_asking(self):
        """Called with each of them."""


@pytest.fixture
def shuffle(monkeypatch):
    """Return a function that lets later launches train in a random order, one for each seed."""

    def with_seed(seed):
        monkeypatch.setattr("nnsearch.search.run.choose_executor", lambda examples, *_: Shuffled(examples, seed))

    return with_seed


class Killed(BaseException):
    """Ends a launch as a kill does."""


@pytest.mark.parametrize("ending", ["stop", "kill"])
@pytest.mark.parametrize(("segment_seconds", "part_seconds"), [(0.0, 0.02), (1.0, 0.02), (1.0, 0.0)])
def test_a_study_that_ends_while_a_cohort_is_asked_goes_on_to_the_same_bits(
    make_study, content, tiny_text, monkeypatch, ending, segment_seconds, part_seconds
):
    monkeypatch.setattr(sampling, "PART_SECONDS", part_seconds)
    text = f"{tiny_text}in_flight = 2\n"
    whole, spec = make_study("whole", text)
    launch(whole, spec, Launch(jobs=1))
    monkeypatch.setattr(driver_module, "SEGMENT_SECONDS", segment_seconds)
    monkeypatch.setattr("nnsearch.search.run.choose_executor", lambda examples, *_: Shuffled(examples, 3))
    for result in (1, 3):
        stop, seen = StopRequest(), itertools.count(1)

        def end(_, stop=stop, seen=seen, result=result):
            if next(seen) == result:
                stop()
                if ending == "kill":
                    raise Killed

        paths, spec = make_study(str(result), text)
        with monkeypatch.context() as ended, contextlib.suppress(Killed):
            ended.setattr(Shuffled, "ready", 1.0)
            ended.setattr(Shuffled, "while_asking", end)
            launch(paths, spec, Launch(), stop=stop)
        assert stop.reason is not None
        assert Study(paths).progress.get("told", 0) < Study(whole).progress["told"]
        launch(paths, spec, Launch())
        assert content(paths) == content(whole)


def launch_and_stop(paths, spec, how, step):
    """Launch a study and stop it at its observer's step of that number."""
    stop, seen = StopRequest(), itertools.count(1)
    return launch(paths, spec, how, stop=stop, observer=lambda snapshot: stop() if next(seen) == step else None)


@pytest.fixture
def reference(make_study, content):
    """The uninterrupted study, trained in this process."""
    paths, spec = make_study("reference")
    launch(paths, spec, Launch(jobs=1))
    return content(paths)


@pytest.mark.parametrize(("in_flight", "sampler"), [(1, "tpe"), (3, "tpe"), (1, "gp"), (2, "gp")])
def test_two_and_four_workers_delayed_at_random_give_the_bits_of_one_process(
    make_study, content, tiny_text, monkeypatch, in_flight, sampler
):
    monkeypatch.setattr(policies, "OVERLAPPING", 1)
    text = f'{tiny_text}in_flight = {in_flight}\nsampler = "{sampler}"\n'.replace("trials = 24", "trials = 40")
    paths, spec = make_study("one", text)
    launch(paths, spec, Launch(jobs=1))
    monkeypatch.setattr(executor_module, "WORTH_STARTING_WORKERS", 0.0)
    monkeypatch.setattr(executor_module, "train_in_worker", _train_late)
    monkeypatch.setattr(populations_module, "TASK_SECONDS", 0.0)
    for jobs, most in ((2, 1), (4, 256)):  # and populations split differently: one by one, and for workers that wait
        monkeypatch.setattr(populations_module, "members_per_population", lambda *_, most=most: most)
        others, spec = make_study(str(jobs), text)
        launch(others, spec, Launch(jobs=jobs))
        assert content(others) == content(paths)


def _train_late(folder, segment):
    import random
    import time

    from nnsearch.search.pool import train_in_worker

    time.sleep(random.SystemRandom().uniform(0.0, 0.02))
    return train_in_worker(folder, segment)


def test_parts_asked_for_workers_that_are_killed_give_the_bits_of_one_process(make_study, content, monkeypatch):
    monkeypatch.setattr(sampling, "PART_SECONDS", 0.0)
    paths, spec = make_study("one")
    launch(paths, spec, Launch(jobs=1))
    monkeypatch.setattr(executor_module, "WORTH_STARTING_WORKERS", 0.0)
    killed, spec = make_study("two")
    submissions = itertools.count()

    def submit(executor, *arguments, **options):
        if next(submissions) in (1, 4, 9):
            kill_workers(executor._pool)
        workers_submit(executor, *arguments, **options)

    workers_submit = Workers.submit
    monkeypatch.setattr(Workers, "submit", submit)
    launch(killed, spec, Launch(jobs=2))
    assert next(submissions) > 9
    assert content(killed) == content(paths)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_workers_finish_changes_nothing(make_study, content, reference, monkeypatch, shuffle, seed):
    shuffle(seed)
    monkeypatch.setattr(populations_module, "members_per_population", lambda *_: 2)
    paths, spec = make_study("b")
    launch(paths, spec, Launch())
    assert content(paths) == reference


@pytest.mark.skipif(not can_compile(), reason="nothing is compiled on this machine")
def test_compiled_loops_change_nothing(make_study, content, tiny_text, monkeypatch):
    text = tiny_text.replace('source = "moons"\nsamples = 300', 'source = "iris"')  # three classes
    contents, calls = [], []
    call = Loop.__call__
    monkeypatch.setattr(Loop, "__call__", lambda loop, *arguments: (calls.append(loop), call(loop, *arguments)))
    for compiled in (False, True):
        earnings = Earnings()  # what this process has compiled so far it would go on with
        monkeypatch.setattr(trainer, "EARNINGS", earnings)
        monkeypatch.setattr(in_process, "EARNINGS", earnings)
        monkeypatch.setattr("nnsearch.search.in_process.compiling_pays", lambda *_, compiled=compiled: compiled)
        paths, spec = make_study(str(compiled), text)
        launch(paths, spec, Launch(jobs=1))
        contents.append(content(paths))
        assert bool(calls) == compiled
    assert any(loop.name.startswith("steps_") for loop in calls) == (None not in (SGEMM, SOMATCOPY, EXP, LOG))
    assert contents[0] == contents[1]


@pytest.mark.parametrize(("in_flight", "part_seconds"), [(2, 0.02), (3, 0.02), (1, 0.0), (2, 0.0)])
def test_cohorts_in_flight_and_asked_in_parts_give_the_same_bits_in_any_order(
    make_study, content, tiny_text, monkeypatch, shuffle, in_flight, part_seconds
):
    monkeypatch.setattr(sampling, "PART_SECONDS", part_seconds)
    monkeypatch.setattr(Shuffled, "ready", 1.0)
    text = f"{tiny_text}in_flight = {in_flight}\n"
    contents = []
    for place in range(2):
        if place:
            shuffle(place)
        paths, spec = make_study(str(place), text)
        launch(paths, spec, Launch())
        contents.append(content(paths))
    assert contents[0] == contents[1]


def test_cutting_segments_short_changes_nothing(make_study, content, reference, monkeypatch):
    monkeypatch.setattr(driver_module, "SEGMENT_SECONDS", 0.0)
    monkeypatch.setattr(driver_module, "COMMIT_AFTER", 0.0)
    paths, spec = make_study("b")
    launch(paths, spec, Launch(jobs=1))
    assert content(paths) == reference


@pytest.mark.parametrize("steps", [1, 2, 4, 7, 9])
def test_a_stopped_study_resumes_to_the_same_bits(make_study, content, reference, steps):
    paths, spec = make_study("b")
    assert launch_and_stop(paths, spec, Launch(jobs=1), steps).reason == "interrupted"
    launch(paths, spec, Launch(resume=True, jobs=1))
    assert content(paths) == reference


@pytest.mark.parametrize("steps", [1, 3, 4, 8, 11])
def test_a_study_that_dies_at_a_commit_resumes_to_the_same_bits(make_study, content, reference, monkeypatch, steps):
    class Killed(BaseException):
        pass

    commit, done = Ledger.commit, itertools.count(1)

    def dying(self, **progress):
        if next(done) == steps:
            raise Killed
        commit(self, **progress)

    paths, spec = make_study("b")
    monkeypatch.setattr(Ledger, "commit", dying)
    with pytest.raises(Killed):
        launch(paths, spec, Launch(jobs=1))
    monkeypatch.setattr(Ledger, "commit", commit)
    launch(paths, spec, Launch(jobs=1))
    assert content(paths) == reference


def test_a_longer_study_begins_with_the_trials_of_a_shorter_one(make_study, content, reference):
    paths, spec = make_study("b")
    launch(paths, spec, Launch(trials=8, jobs=1))
    assert len(Study(paths).records) == 8
    launch(paths, spec, Launch(trials=24, resume=True, jobs=1))
    assert content(paths) == reference


def test_extending_equals_asking_for_all_at_once(make_study, content):
    whole, spec = make_study("whole")
    launch(whole, spec, Launch(trials=32, jobs=1))
    extended, spec = make_study("extended")
    launch(extended, spec, Launch(jobs=1))
    launch(extended, spec, Launch(trials=32, resume=True, jobs=1))
    assert content(extended) == content(whole)


@pytest.mark.parametrize("sampler", ["tpe", "qmc", "random", "cmaes", "gp"])
def test_every_sampler_gives_the_same_study_interrupted_extended_and_in_any_order(
    make_study, content, tiny_text, shuffle, sampler
):
    text = f'{tiny_text}sampler = "{sampler}"\nin_flight = 2\n'.replace("trials = 24", "trials = 40")
    if sampler == "cmaes":  # ranges only
        pytest.importorskip("cmaes")
        text = text.replace("layers = { low = 1, high = 2 }", "layers = 2").replace("{ choices = [16, 64] }", "32")
    whole, spec = make_study("whole", text)
    launch(whole, spec, Launch(jobs=1))
    shuffle(1)
    paths, spec = make_study("parts", text)
    launch(paths, spec, Launch(trials=16))
    assert launch_and_stop(paths, spec, Launch(), 3).reason == "interrupted"
    launch(paths, spec, Launch(resume=True))
    assert content(paths) == content(whole)


@pytest.mark.parametrize(("in_flight", "overlapping"), [(1, 99), (1, 0), (1, 2), (2, 99), (2, 1)])
def test_rungs_that_a_model_judges_are_judged_the_same_wherever_a_study_stopped(
    make_study, content, tiny_text, shuffle, monkeypatch, in_flight, overlapping
):
    monkeypatch.setattr(policies, "OVERLAPPING", overlapping)
    text = f'{tiny_text}sampler = "gp"\nin_flight = {in_flight}\n'.replace("trials = 24", "trials = 40")
    said = {}
    margins = Prospects.margins

    def noted(self, trials):
        judged = margins(self, trials)
        if judged is not None:
            said.setdefault(str(trials), []).append(judged)
        return judged

    monkeypatch.setattr(Prospects, "margins", noted)
    whole, spec = make_study("whole", text)
    launch(whole, spec, Launch(jobs=1))
    once = len(said)
    assert once >= 4
    shuffle(4)
    for step in (6, 11, 16):  # before and amid the cohorts whose rungs the model judges
        paths, spec = make_study(f"parts{step}", text)
        assert launch_and_stop(paths, spec, Launch(), step).reason == "interrupted"
        launch(paths, spec, Launch(resume=True))
        assert content(paths) == content(whole)
    assert len(said) == once  # the same questions ...
    assert all(
        len(answers) >= 4 and answers == answers[:1] * len(answers) for answers in said.values()
    )  # ... and answers


@pytest.fixture
def overlapping(make_study, monkeypatch, tiny_text):
    """Return a function that lays out a study whose cohorts overlap, one like the other."""
    monkeypatch.setattr(policies, "OVERLAPPING", 1)
    monkeypatch.setattr(driver_module, "COMMIT_AFTER", 0.0)
    text = f'{tiny_text}sampler = "gp"\n'.replace("trials = 24", "trials = 40")
    return lambda place, in_flight=1: make_study(place, f"{text}in_flight = {in_flight}\n")


def reported(paths):
    """Every value that the journal says was reported, by its trial and epoch, as often as it says so."""
    operations = map(json.loads, paths.journal.read_text().splitlines())
    return [(line["trial_id"], line["step"]) for line in operations if "intermediate_value" in line]


def written(paths):
    """What the journal says, in its order, without clock times, processes and commits."""
    for line in paths.journal.read_text().splitlines():
        operation = json.loads(line)
        if PROGRESS not in operation.get("user_attr", {}):
            yield {name: operation[name] for name in operation if name != "worker_id" and "datetime" not in name}


@pytest.mark.parametrize("in_flight", [1, 2, 3])
def test_cohorts_that_overlap_are_written_in_the_same_order_whoever_is_done_first(overlapping, shuffle, in_flight):
    whole, spec = overlapping("whole", in_flight)
    launch(whole, spec, Launch(jobs=1))
    for seed in range(4):
        shuffle(seed)
        paths, spec = overlapping(f"shuffled{seed}", in_flight)
        launch(paths, spec, Launch())
        assert list(written(paths)) == list(written(whole))


def test_a_stock_study_does_not_say_how_cohorts_that_overlap_were_seen(overlapping):
    paths, spec = overlapping("whole")
    launch(paths, spec, Launch(trials=24, jobs=1))
    study = Study(paths)
    assert sum(HALFWAY in record.user_attrs for record in study.records) == 16
    assert not any(HALFWAY in trial.user_attrs for trial in study.optuna().trials)


@pytest.mark.parametrize("in_flight", [1, 2])
@pytest.mark.parametrize("first", [16, 24])
def test_cohorts_that_overlap_are_extended_as_if_asked_for_all_at_once(overlapping, content, in_flight, first):
    whole, spec = overlapping("whole", in_flight)
    launch(whole, spec, Launch(jobs=1))
    paths, spec = overlapping("parts", in_flight)
    launch(paths, spec, Launch(trials=first, jobs=1))
    launch(paths, spec, Launch(resume=True, jobs=1))
    assert content(paths) == content(whole)


def test_cohorts_that_overlap_resume_to_the_same_bits_from_every_other_commit(overlapping, content, monkeypatch):
    commit, done = Ledger.commit, itertools.count(1)
    whole, spec = overlapping("whole")
    together = 0

    def counting(self, **progress):
        nonlocal together
        next(done)
        commit(self, **progress)
        together += len({trial.user_attrs["cohort"] for trial in Study(whole).records if not trial.finished}) > 1

    monkeypatch.setattr(Ledger, "commit", counting)
    launch(whole, spec, Launch(jobs=1))
    commits = next(done) - 1
    assert together > 2
    for last in range(6, commits, 2):
        left = itertools.count(1)

        def dying(self, *, last=last, left=left, **progress):
            if next(left) > last:
                raise Killed
            commit(self, **progress)

        monkeypatch.setattr(Ledger, "commit", dying)
        paths, spec = overlapping(str(last))
        with pytest.raises(Killed):
            launch(paths, spec, Launch(jobs=1))
        monkeypatch.setattr(Ledger, "commit", commit)
        launch(paths, spec, Launch(jobs=1))
        assert content(paths) == content(whole)
        assert sorted(reported(paths)) == sorted(reported(whole)) == sorted(set(reported(whole)))


@pytest.mark.parametrize("last", range(1, 20, 3))
def test_cohorts_that_overlap_lose_their_checkpoints_and_go_on_to_the_same_bits(
    overlapping, content, shuffle, monkeypatch, last
):
    whole, spec = overlapping("whole")
    launch(whole, spec, Launch(jobs=1))
    monkeypatch.setattr(driver_module, "SEGMENT_SECONDS", 0.0)
    paths, spec = overlapping("damaged")
    commit, together = Ledger.commit, itertools.count(1)

    def dying(self, **progress):
        commit(self, **progress)
        live = {trial.user_attrs["cohort"] for trial in Study(paths).records if not trial.finished}
        if len(live) > 1 and next(together) == last:
            raise Killed

    monkeypatch.setattr(Ledger, "commit", dying)
    shuffle(last)
    with pytest.raises(Killed):
        launch(paths, spec, Launch())
    monkeypatch.setattr(Ledger, "commit", commit)
    files = list(paths.checkpoints.iterdir())
    assert files
    for file in files:
        file.write_bytes(b"nothing")
    launch(paths, spec, Launch())
    assert content(paths) == content(whole)


def test_a_sampler_that_is_shown_some_of_the_trials_asks_the_same_however_it_was_launched(
    make_study, content, tiny_text, monkeypatch, shuffle
):
    text = f"{tiny_text}in_flight = 2\n".replace("trials = 24", "trials = 56")
    shown_all, spec = make_study("all", text)
    launch(shown_all, spec, Launch(jobs=1))
    monkeypatch.setitem(sampling.MOST_SEEN, "tpe", 12)
    whole, spec = make_study("whole", text)
    launch(whole, spec, Launch(jobs=1))
    shuffle(3)
    parts, spec = make_study("parts", text)
    launch(parts, spec, Launch(trials=24))
    assert launch_and_stop(parts, spec, Launch(), 3).reason == "interrupted"
    launch(parts, spec, Launch(resume=True))
    assert content(parts) == content(whole)
    assert content(whole)["trials"] != content(shown_all)["trials"]  # or this would have shown nothing


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_gives_the_same_study_interrupted_and_in_any_order(
    make_study, content, tiny_text, shuffle, policy
):
    text = f'{tiny_text}policy = "{policy}"\nin_flight = 2\n'
    whole, spec = make_study("whole", text)
    launch(whole, spec, Launch(jobs=1))
    shuffle(2)
    paths, spec = make_study("parts", text)
    assert launch_and_stop(paths, spec, Launch(), 3).reason == "interrupted"
    launch(paths, spec, Launch(resume=True))
    assert content(paths) == content(whole)


@pytest.mark.parametrize(
    ("policy", "epochs"),
    [
        ("full", [[9] * 8] * 3),
        ("halving", [[1] * 5 + [3] * 2 + [9]] * 3),
        ("hyperband", [[1] * 5 + [3] * 2 + [9], [3] * 5 + [9] * 3, [9] * 8]),
        ("screen", [[2] * 5 + [9] * 3] * 3),
    ],
)
def test_a_policy_trains_each_cohort_for_its_epochs(make_study, tiny_text, policy, epochs):
    more = {"full": "", "screen": "screen_epochs = 2\nscreen_top = 3\n"}.get(policy, "eta = 3\n")
    paths, spec = make_study("a", f'{tiny_text}policy = "{policy}"\n{more}')
    launch(paths, spec, Launch(jobs=1))
    records = Study(paths).records
    trained = [sorted(record.user_attrs["epochs"] for record in records[start : start + 8]) for start in (0, 8, 16)]
    assert trained == epochs


@pytest.mark.parametrize(
    ("limit", "reason"), [("target = 0.9", "target"), ("patience = 1", "patience"), ('time = "0.001s"', "time")]
)
def test_what_stopped_a_study_is_recorded(make_study, tiny_text, limit, reason):
    paths, spec = make_study("a", f"{tiny_text}{limit}\n".replace("trials = 24", "trials = 240"))
    assert launch(paths, spec, Launch(jobs=1)).reason == reason
    study = Study(paths)
    assert study.progress["stopped"] == reason
    assert study.overview.state == ("stopped" if reason == "time" else "complete")
    assert 0 < len(study.records) < 240
    assert all(record.finished for record in study.records)


def test_patience_counts_cohorts_without_a_better_best(make_study, tiny_text):
    paths, spec = make_study("a", f"{tiny_text}patience = 2\n".replace("trials = 24", "trials = 240"))
    launch(paths, spec, Launch(jobs=1))
    best = [
        min((r.value for r in Study(paths).records[: 8 * told] if r.state == "COMPLETE"), default=9)
        for told in range(1, Study(paths).progress["told"] + 1)
    ]
    assert [len({*best[told : told + 3]}) == 1 for told in range(len(best) - 2)][:-1] == [False] * (len(best) - 3)
    assert best[-1] == best[-3]


def test_a_small_space_ends_the_study_when_everything_has_been_tried(make_study, tiny_text):
    before, after = tiny_text.split("[network]")[0], tiny_text.split("[search]")[1]
    text = f"{before}[training]\nepochs = 2\nbatch_size = {{ choices = [16, 32, 64] }}\n[search]{after}"
    paths, spec = make_study("a", text)
    assert launch(paths, spec, Launch(jobs=1)).reason == "exhausted"
    assert len(Study(paths).records) == 8


def test_another_seed_gives_other_trials(make_study, content, reference, tiny_text):
    paths, spec = make_study("b", f"{tiny_text}seed = 1\n")
    launch(paths, spec, Launch(jobs=1))
    assert content(paths)["trials"] != reference["trials"]


def test_a_killed_worker_costs_nothing_but_time(make_study, content, reference, monkeypatch):
    monkeypatch.setattr(executor_module, "WORTH_STARTING_WORKERS", 0.0)
    submitted, deaths = itertools.count(1), []
    submit, start_again = Workers.submit, Workers._start_again

    def deadly(self, key, segment, **how):
        submit(self, key, segment, **how)
        if next(submitted) == 3:
            for process in self._pool._processes.values():
                os.kill(process.pid, signal.SIGKILL)

    def noticing(self, how):
        deaths.append(how)
        start_again(self, how)

    monkeypatch.setattr(Workers, "submit", deadly)
    monkeypatch.setattr(Workers, "_start_again", noticing)
    paths, spec = make_study("b")
    launch(paths, spec, Launch(jobs=2))
    assert len(deaths) == 1
    assert "SIGKILL" in deaths[0]
    assert content(paths) == reference


def test_a_second_launch_is_refused_while_one_runs(make_study):
    paths, spec = make_study("a")
    refusals = []

    def again(snapshot):
        if not refusals:
            with pytest.raises(StudyLockedError) as caught:
                launch(paths, spec, Launch(jobs=1))
            refusals.append(str(caught.value))

    launch(paths, spec, Launch(jobs=1), observer=again)
    assert "pid" in refusals[0]


def test_a_target_stops_the_study_and_is_recorded(make_study, tiny_text):
    paths, spec = make_study("a", f"{tiny_text}target = 0.9\n")
    assert launch(paths, spec, Launch(jobs=1)).reason == "target"
    study = Study(paths)
    assert len(study.records) == 8
    assert study.progress["stopped"] == "target"


def test_diverging_trials_are_results_with_their_epoch(make_study, tiny_text):
    text = tiny_text.replace("low = 1e-3, high = 1e-1", "low = 1e20, high = 1e30").replace(
        "[training]", '[training]\noptimizer = "gradient_descent"'
    )
    text = text.replace("beta1 = { low = 0.8, high = 0.99 }\n", "")
    paths, spec = make_study("a", text)
    launch(paths, spec, Launch(trials=8, jobs=1))
    study = Study(paths)
    diverged = [record for record in study.records if record.user_attrs["outcome"] == "diverged"]
    assert diverged
    assert all(record.state == "PRUNED" and record.user_attrs["outcome_epoch"] >= 1 for record in diverged)
    assert not np.isfinite(study.curve(diverged[0].number)["train_cost"].iloc[-1])


@pytest.mark.parametrize("in_flight", [1, 3])
def test_patience_ends_a_study_at_the_same_trial_however_it_was_launched(make_study, tiny_text, in_flight):
    text = f"{tiny_text}in_flight = {in_flight}\npatience = 1\n".replace("trials = 24", "trials = 96")
    whole, spec = make_study("whole", text)
    launch(whole, spec, Launch(jobs=1))
    parts, spec = make_study("parts", text)
    for trials in (8, 24, 96):
        launch(parts, spec, Launch(trials=trials, jobs=1))
    assert len(Study(parts).records) == len(Study(whole).records) < 96


def test_a_study_that_dies_while_its_last_cohorts_train_is_not_complete(make_study, tiny_text, monkeypatch):
    class Killed(BaseException):
        pass

    def dying(self, **progress):
        commit(self, **progress)
        if progress["told"] == 1 and len(self.checkpoints()) > 0:
            raise Killed

    commit = Ledger.commit
    paths, spec = make_study("a", f"{tiny_text}in_flight = 2\n".replace("trials = 24", "trials = 16"))
    monkeypatch.setattr(Ledger, "commit", dying)
    with pytest.raises(Killed):
        launch(paths, spec, Launch(jobs=1))
    assert Study(paths).overview.state == "stopped"
