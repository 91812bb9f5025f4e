import pytest

from nnsearch.core.errors import EnvironmentRefusedError, StudyFileError
from nnsearch.search import requirements
from nnsearch.search.requirements import check_sampler
from nnsearch.search.study_file import parse_study


def spec(lines, sampler="cmaes"):
    return parse_study(f'[data]\nsource = "digits"\n{lines}[search]\nsampler = "{sampler}"\n', name="x")


def test_a_missing_package_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setattr(requirements, "find_spec", lambda name: None)
    with pytest.raises(EnvironmentRefusedError, match=r"needs the package cmaes, .*pip install cmaes"):
        check_sampler(spec(""))


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ("[training]\nbatch_size = { choices = [32, 64] }\n", "batch_size has choices"),
        ("[network]\nhidden = { layers = [1, 2], units = 8 }\n", "the number of layers is searched"),
    ],
)
def test_cmaes_refuses_what_it_cannot_search(monkeypatch, lines, what):
    monkeypatch.setattr(requirements, "find_spec", lambda name: name)
    with pytest.raises(StudyFileError, match=what):
        check_sampler(spec(lines))


def test_cmaes_takes_ranges(monkeypatch):
    monkeypatch.setattr(requirements, "find_spec", lambda name: name)
    check_sampler(spec("[training]\nlearning_rate = { low = 1e-4, high = 1e-1 }\nbeta1 = { low = 0.8, high = 0.9 }\n"))


@pytest.mark.parametrize("sampler", ["tpe", "gp"])
def test_samplers_without_needs_are_never_refused(monkeypatch, sampler):
    monkeypatch.setattr(requirements, "find_spec", lambda name: None)
    check_sampler(spec("", sampler))
