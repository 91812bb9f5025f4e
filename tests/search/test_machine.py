from __future__ import annotations

from importlib.util import find_spec

import pytest

from nnsearch.core.atomic_files import read_json, write_json
from nnsearch.core.errors import LedgerError
from nnsearch.search.machine import began_elsewhere, describe_machine, machine_differences
from nnsearch.search.run import Launch, launch


def test_a_study_that_goes_on_under_another_version_says_so(make_study, tiny_text):
    paths, spec = make_study("a", tiny_text.replace("trials = 24", "trials = 8"))
    assert began_elsewhere(paths) is None
    launch(paths, spec, Launch(jobs=1))
    assert began_elsewhere(paths) is None
    meta = read_json(paths.meta)
    meta["machine"]["packages"]["numpy"] = "1.0"
    write_json(paths.meta, meta)
    assert "study 'tiny' began elsewhere" in began_elsewhere(paths)
    assert "numpy: 1.0 then" in began_elsewhere(paths)


def test_the_same_machine_has_no_differences():
    assert machine_differences(describe_machine()) == []


def test_another_machine_is_described_blas_first():
    now = {"blas": ["openblas 2 B"], "processor": "x", "system": "s", "python": "3", "packages": {"numpy": "2"}}
    then = {**now, "blas": ["openblas 1 A"], "packages": {"numpy": "1"}}
    assert machine_differences(then, now) == [
        "blas: openblas 1 A then, openblas 2 B now",
        "numpy: 1 then, 2 now",
    ]


def test_packages_that_a_sampler_may_need_are_compared_where_they_were_installed():
    now = {"packages": {"cmaes": "2"}}
    assert machine_differences({"packages": {"cmaes": "1", "llvmlite": "1"}}, now) == [
        "cmaes: 1 then, 2 now",
        "llvmlite: 1 then, unknown now",
    ]
    assert machine_differences({"packages": {}}, now) == []


def test_packages_that_a_sampler_may_need_are_recorded_where_they_are_installed():
    recorded = describe_machine()["packages"]
    for name in ("cmaes", "llvmlite"):
        assert (name in recorded) == (find_spec(name) is not None)


def test_a_blas_that_is_not_loaded_yet_is_no_difference():
    now = {**describe_machine(), "blas": ["openblas 1 A"]}
    assert machine_differences({**now, "blas": ["openblas 0 A", "openblas 1 A"]}, now) == []


@pytest.mark.parametrize("text", ["", '{"name": ', "[]", '{"machine": null}', '{"machine": {"packages": null}}'])
def test_a_damaged_record_is_refused_with_the_fix(make_study, text):
    paths, _ = make_study()
    paths.folder.mkdir()
    paths.meta.write_text(text)
    with pytest.raises(LedgerError, match="restore it, or move the folder away"):
        began_elsewhere(paths)


def test_a_record_without_packages_differs_in_all_of_them(make_study, tiny_text):
    paths, spec = make_study("a", tiny_text.replace("trials = 24", "trials = 8"))
    launch(paths, spec, Launch(jobs=1))
    meta = read_json(paths.meta)
    meta["machine"]["packages"] = None
    write_json(paths.meta, meta)
    assert "numpy: unknown then" in began_elsewhere(paths)
