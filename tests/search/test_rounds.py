from __future__ import annotations

import itertools

import pytest

import nnsearch
from nnsearch.core.errors import StudyFileError
from nnsearch.core.paths import Workspace
from nnsearch.search.ledger import Ledger
from nnsearch.search.rounds import next_round
from nnsearch.search.run import Launch, launch, study_meta
from nnsearch.search.snapshot import StopRequest
from nnsearch.search.study import Study
from nnsearch.search.study_file import load_study
from nnsearch.search.zoom import zoom


class Killed(BaseException):
    """What no code of the product catches."""


@pytest.fixture
def rounds_text(tiny_text):
    """A small study of two rounds."""
    return f"{tiny_text}rounds = 2\n".replace("trials = 24", "trials = 16").replace("epochs = 9", "epochs = 4")


def run(paths, **how):
    """Run all rounds, as a script would."""
    return nnsearch.run(paths.file, paths.folder.parents[1], track=False, jobs=1, **how)


def rounds_of(paths, content, names=("tiny", "tiny-zoom")):
    workspace = Workspace(paths.folder.parents[1])
    assert set(workspace.study_names()) == {*names}
    return [content(workspace.study(name)) for name in names]


def change(paths, before, after):
    text = paths.file.read_text()
    assert before in text
    paths.file.write_text(text.replace(before, after))


def test_rounds_count_down_to_the_last_study(make_study, tiny_text):
    paths, spec = make_study("a", f"{tiny_text}rounds = 3\n")
    names = []
    while spec.search.rounds > 1:
        launch(paths, spec, Launch(jobs=1))
        paths, spec, _ = next_round(paths, spec)
        names.append(paths.name)
    assert names == ["tiny-zoom", "tiny-zoom2"]


def test_a_round_that_was_made_is_gone_on_with(make_study, rounds_text):
    paths, spec = make_study("a", rounds_text)
    launch(paths, spec, Launch(jobs=1))
    first, again = next_round(paths, spec), next_round(paths, spec)
    assert first[2] is not None
    assert again[2] is None
    assert again[0] == first[0]
    assert again[1].search == first[1].search


@pytest.mark.parametrize("name", ["other-zoom", "tiny-zoom-notes"])
def test_files_of_others_that_cannot_be_read_do_not_stop_the_rounds(make_study, rounds_text, name):
    paths, spec = make_study("a", rounds_text)
    launch(paths, spec, Launch(jobs=1))
    (paths.file.parent / f"{name}.toml").write_text("this is = not [toml")
    assert next_round(paths, spec)[0].name == "tiny-zoom"


def test_a_round_made_of_fewer_trials_is_refused_and_zooming_anew_gives_the_longer_ones_bits(
    make_study, content, rounds_text
):
    whole, _ = make_study("whole", rounds_text.replace("trials = 16", "trials = 24"))
    run(whole)
    paths, _ = make_study("parts", rounds_text)
    run(paths)
    child = Workspace(paths.folder.parents[1]).study("tiny-zoom")
    before = content(child)
    change(paths, "trials = 16", "trials = 24")
    with pytest.raises(StudyFileError) as refused:
        run(paths)
    assert refused.value.problems[0] == (
        "zooming into 'tiny' now gives another study than 'tiny-zoom': "
        f"move {child.file} and {child.folder} away, or set search.rounds = 1 and make the other one with "
        "nnsearch zoom tiny"
    )
    assert "  search.parent_told: 16 -> 24" in refused.value.problems
    long, short = rounds_of(whole, content), rounds_of(paths, content)
    assert short == [long[0], before]
    places = Workspace(paths.folder.parents[1]).study("tiny-zoom2")
    found = zoom(Study(paths), places.name)
    places.file.write_text(found.spec.text)
    run(places, trials=24)  # the parent began with 16
    assert content(places) == long[1]


def test_a_longer_first_round_that_narrows_to_the_same_ranges_has_another_second_one(
    make_study, rounds_text, monkeypatch
):
    monkeypatch.setattr("nnsearch.search.zoom.narrow", lambda setting, *_, **__: (setting, "kept"))
    paths, _ = make_study("a", rounds_text)
    run(paths)
    change(paths, "trials = 16", "trials = 24")
    with pytest.raises(StudyFileError) as refused:
        run(paths)
    assert refused.value.problems[1:] == ("  search.parent_told: 16 -> 24",)


def test_a_round_whose_file_was_changed_is_refused(make_study, rounds_text):
    paths, spec = make_study("a", rounds_text)
    launch(paths, spec, Launch(jobs=1))
    child = next_round(paths, spec)[0]
    change(child, "epochs = 4", "epochs = 5")
    with pytest.raises(StudyFileError, match=r"training\.epochs: 5 -> 4"):
        next_round(paths, spec)


def test_more_rounds_later_are_the_rounds_of_a_study_that_had_them_from_the_beginning(make_study, content, rounds_text):
    whole, _ = make_study("whole", rounds_text.replace("rounds = 2", "rounds = 3"))
    run(whole)
    paths, _ = make_study("parts", rounds_text)
    run(paths)
    change(paths, "rounds = 2", "rounds = 3")
    assert run(paths).name == "tiny-zoom2"
    names = ("tiny", "tiny-zoom", "tiny-zoom2")
    assert rounds_of(paths, content, names) == rounds_of(whole, content, names)


def test_a_round_that_was_made_before_has_the_limits_that_the_first_one_has_now(make_study, rounds_text):
    paths, spec = make_study("a", rounds_text)
    launch(paths, spec, Launch(jobs=1))
    next_round(paths, spec)
    _, later = make_study("a", rounds_text.replace("keep = 3", "keep = 5\npatience = 9"))
    search = next_round(paths, later)[1].search
    assert (search.keep, search.patience) == (5, 9)


def test_a_round_whose_file_is_gone_is_known_by_its_ledger(make_study, content, rounds_text):
    paths, spec = make_study("a", rounds_text)
    run(paths)
    before = rounds_of(paths, content)
    next_round(paths, spec)[0].file.unlink()
    run(paths)
    assert rounds_of(paths, content) == before


@pytest.mark.parametrize("steps", [1, 4])
def test_rounds_that_are_stopped_resume_to_the_same_bits(make_study, content, rounds_text, steps):
    whole, _ = make_study("whole", rounds_text)
    run(whole)
    paths, _ = make_study("parts", rounds_text)
    for name in ("tiny", "tiny-zoom"):
        stop, seen = StopRequest(), itertools.count(1)

        def stopping(at, name=name, stop=stop, seen=seen):
            if at.study == name and next(seen) == steps:
                stop()

        stopped = run(paths, stop=stop, observer=stopping)
        assert (stopped.name, stopped.overview.stopped) == (name, "interrupted")
    assert run(paths).name == "tiny-zoom"
    assert rounds_of(paths, content) == rounds_of(whole, content)


@pytest.mark.parametrize("steps", [2, 4])
def test_rounds_that_die_at_a_commit_resume_to_the_same_bits(make_study, content, rounds_text, monkeypatch, steps):
    whole, _ = make_study("whole", rounds_text)
    run(whole)
    commit = Ledger.commit
    paths, _ = make_study("parts", rounds_text)
    for name in ("tiny", "tiny-zoom"):
        done = itertools.count(1)

        def dying(self, name=name, done=done, **progress):
            if self.paths.name == name and next(done) == steps:
                raise Killed
            commit(self, **progress)

        monkeypatch.setattr(Ledger, "commit", dying)
        with pytest.raises(Killed):
            run(paths)
    monkeypatch.setattr(Ledger, "commit", commit)
    run(paths)
    assert rounds_of(paths, content) == rounds_of(whole, content)


def test_a_death_between_two_rounds_changes_nothing(make_study, content, rounds_text, monkeypatch):
    whole, _ = make_study("whole", rounds_text)
    run(whole)

    def dying(paths, prepared):
        if paths.name == "tiny-zoom":
            raise Killed
        return study_meta(paths, prepared)

    paths, _ = make_study("parts", rounds_text)
    with monkeypatch.context() as patched:
        patched.setattr("nnsearch.search.run.study_meta", dying)
        with pytest.raises(Killed):
            run(paths)
    run(paths)
    assert rounds_of(paths, content) == rounds_of(whole, content)


@pytest.mark.parametrize("trials", [8, 16])
def test_a_round_that_an_older_version_made_is_gone_on_with(make_study, rounds_text, trials):
    paths, spec = make_study("a", rounds_text)
    launch(paths, spec, Launch(jobs=1))
    child = next_round(paths, spec)[0]
    change(child, "parent_told = 16\n", "")  # what older versions did not write
    launch(child, load_study(child.file), Launch(trials=8, jobs=1))
    assert run(paths, trials=trials if trials > 8 else None).name == "tiny-zoom"
    assert Study(child).overview.trials_done == 16
