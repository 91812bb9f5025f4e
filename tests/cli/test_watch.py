from nnsearch.cli.watch import follow, rounds_as_they_run
from nnsearch.core.paths import Workspace
from nnsearch.search.launches import lock_launch
from nnsearch.search.lock import StudyLock
from nnsearch.search.study import Study


class Seen:
    def __init__(self):
        self.header, self.snapshots = [], []

    def start(self, metric, header):
        self.header = header

    def update(self, snapshot):
        self.snapshots.append(snapshot)


def test_watching_what_does_not_run_says_how_it_stands(tiny):
    result = tiny("watch", "tiny")
    assert result.code == 0
    assert result.out.splitlines() == ["tiny: not running", "tiny: complete (all trials done), 16 of 16 trials"]


def test_watching_ends_when_the_owner_lets_go(tiny, workspace):
    study = Study(Workspace(workspace).study("tiny"))
    lock, seen, pauses = StudyLock(study.paths.lock), Seen(), []
    lock.acquire()

    def pause(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            lock.release()

    follow(study, seen, pause)
    assert len(pauses) == 3
    assert len(seen.snapshots) == 4
    assert seen.header[0].startswith("tiny: run by pid ")
    assert seen.snapshots[-1].trials_done == 16


def test_watching_goes_on_with_the_next_round_until_the_launch_ends(cli, workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + "rounds = 2\n")
    assert cli("run", "tiny", "--no-track", "--jobs", 1).code == 0
    first, second = (Workspace(workspace).study(name) for name in ("tiny", "tiny-zoom"))
    launch, lock, pauses = lock_launch(first), StudyLock(first.lock), []
    launch.acquire()
    lock.acquire()

    def pause(_):
        pauses.append(len(pauses))
        if len(pauses) == 2:
            lock.path = second.lock
            lock.acquire()
        if len(pauses) == 4:
            launch.release()

    seen = []
    for paths in rounds_as_they_run(first, pause):
        seen.append(paths.name)
        lock.release()
    assert seen == ["tiny", "tiny-zoom"]
    assert len(pauses) == 4


def test_watching_begins_with_the_round_that_runs(cli, workspace, tiny_text):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + "rounds = 2\n")
    assert cli("run", "tiny", "--no-track", "--jobs", 1).code == 0
    first = Workspace(workspace).study("tiny")
    with lock_launch(first), StudyLock(workspace / "studies/tiny-zoom/lock"):
        assert next(rounds_as_they_run(first)).name == "tiny-zoom"


def test_watching_a_later_round_follows_its_launch(cli, workspace, tiny_text, monkeypatch):
    (workspace / "studies" / "tiny.toml").write_text(tiny_text + "rounds = 2\n")
    assert cli("run", "tiny", "--no-track", "--jobs", 1).code == 0
    followed = []
    monkeypatch.setattr("nnsearch.cli.watch.rounds_as_they_run", lambda paths: followed.append(paths.name) or [])
    with lock_launch(Workspace(workspace).study("tiny")), StudyLock(workspace / "studies/tiny-zoom/lock"):
        assert cli("watch", "tiny-zoom").code == 0
    assert followed == ["tiny"]


def test_whoever_interrupts_the_watching_while_nothing_is_shown_leaves_without_a_word(tiny, monkeypatch):
    def interrupted(paths):
        raise KeyboardInterrupt

    monkeypatch.setattr("nnsearch.cli.watch.rounds_as_they_run", interrupted)
    result = tiny("watch", "tiny")
    assert (result.code, result.out, result.err) == (0, "", "")
