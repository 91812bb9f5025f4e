from __future__ import annotations

import pytest

from nnsearch.core.atomic_files import read_json, write_json
from nnsearch.core.blas import recorded_kernel
from nnsearch.core.errors import LedgerError, StudyFileError
from nnsearch.search.executor import Workers
from nnsearch.search.machine import describe_blas
from nnsearch.search.run import Launch, launch
from nnsearch.search.study import Study


@pytest.fixture
def reference(make_study, content):
    """The study that ran at once."""
    paths, spec = make_study("reference")
    launch(paths, spec, Launch(jobs=1))
    return content(paths)


def test_a_study_begun_before_a_key_existed_resumes(make_study, content, reference):
    paths, spec = make_study("b")
    launch(paths, spec, Launch(trials=8, jobs=1))
    meta = read_json(paths.meta)
    del meta["spec"]["search"]["screen_top"]
    write_json(paths.meta, meta)
    launch(paths, spec, Launch(resume=True, jobs=1))
    assert content(paths) == reference


def test_a_study_begun_under_another_default_is_refused_until_the_file_names_it(make_study, tiny_text):
    paths, spec = make_study("b")
    launch(paths, spec, Launch(trials=8, jobs=1))
    meta = read_json(paths.meta)
    meta["spec"]["search"]["eta"] = 3
    write_json(paths.meta, meta)
    with pytest.raises(StudyFileError, match=r"(?s)defaults have changed.*search.eta: 3 -> 2"):
        launch(paths, spec, Launch(resume=True, jobs=1))
    _, named = make_study("b", f"{tiny_text}eta = 3\n")
    assert launch(paths, named, Launch(resume=True, jobs=1)).reason == "trials"


def test_a_changed_study_file_is_refused_with_the_difference(make_study, tiny_text):
    paths, spec = make_study("a")
    launch(paths, spec, Launch(trials=8, jobs=1))
    paths, spec = make_study("a", tiny_text.replace("epochs = 9", "epochs = 12"))
    with pytest.raises(StudyFileError) as caught:
        launch(paths, spec, Launch(jobs=1))
    assert any("training.epochs: 9 -> 12" in line for line in caught.value.problems)


def test_resuming_what_was_never_started_says_how_to_start(make_study):
    paths, spec = make_study("a")
    with pytest.raises(LedgerError, match="nnsearch run tiny"):
        launch(paths, spec, Launch(resume=True))


def test_a_study_keeps_the_blas_kernel_it_began_with(make_study, monkeypatch):
    own = recorded_kernel(describe_blas())
    other = "Haswell" if own != "Haswell" else "Nehalem"
    paths, spec = make_study("b")
    launch(paths, spec, Launch(trials=8, jobs=1))
    meta = read_json(paths.meta)
    meta["machine"]["blas"] = [line.replace(own, other) for line in meta["machine"]["blas"]]
    write_json(paths.meta, meta)
    kernels = []
    init = Workers.__init__
    monkeypatch.setattr(
        Workers,
        "__init__",
        lambda self, examples, jobs, kernel, _: (kernels.append(kernel), init(self, examples, jobs, kernel))[0],
    )
    launch(paths, spec, Launch(resume=True, jobs=1))
    assert kernels == [other]


def test_fewer_trials_than_are_done_are_not_recorded(make_study):
    paths, spec = make_study("a")
    launch(paths, spec, Launch(jobs=1))
    launch(paths, spec, Launch(trials=8, resume=True, jobs=1))
    assert (Study(paths).overview.trials_done, Study(paths).overview.trials_total) == (24, 24)


def test_keeping_more_networks_later_ranks_all_of_them(make_study, tiny_text):
    paths, spec = make_study("a", tiny_text.replace("keep = 3", "keep = 1"))
    launch(paths, spec, Launch(jobs=1))
    paths, spec = make_study("a", tiny_text.replace("keep = 3", "keep = 9"))
    launch(paths, spec, Launch(trials=32, jobs=1))
    complete = sorted((t.value, t.number) for t in Study(paths).records if t.state == "COMPLETE")
    assert [tuple(pair) for pair in Study(paths).progress["ranking"]] == complete
