from nnsearch.cli.watch import follow
from nnsearch.core.paths import Workspace
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
