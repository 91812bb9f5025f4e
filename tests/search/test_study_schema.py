"""The schema of study files: up to date, true of every shipped study, and false of files that cannot be right."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from nnsearch.core.errors import StudyFileError
from nnsearch.search.sections import section_keys
from nnsearch.search.study_file import SECTIONS, parse_study
from nnsearch.search.study_reference import study_reference
from nnsearch.search.study_schema import FILE_NAME, REFERENCE, documented, schema_text, study_schema
from nnsearch.training.hyperparameters import Hyperparameters

ROOT = Path(__file__).parents[2]
STUDIES = sorted((ROOT / "studies").glob("*.toml"))


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    Draft4Validator.check_schema(study_schema())
    return Draft4Validator(study_schema())


@pytest.mark.parametrize("folder", ["nnsearch", "studies"])
def test_the_schema_is_up_to_date(folder):
    assert (ROOT / folder / FILE_NAME).read_text(encoding="utf-8") == schema_text(), "run make schema"


def test_the_reference_is_up_to_date():
    assert (ROOT / "docs" / "study-file.md").read_text(encoding="utf-8") == study_reference(), "run make schema"


@pytest.mark.parametrize("path", STUDIES, ids=lambda path: path.stem)
def test_a_shipped_study_is_valid_and_names_the_schema_beside_it(schema, path):
    text = path.read_text(encoding="utf-8")
    assert list(schema.iter_errors(tomllib.loads(text))) == []
    assert text.splitlines()[0] == REFERENCE
    assert (path.parent / REFERENCE.split()[1]).is_file()


def test_every_key_of_the_parser_is_in_the_schema_with_its_meaning():
    for section, keys in SECTIONS.items():
        found = study_schema()["properties"][section]["properties"]
        assert set(found) == set(keys)
        assert all(found[key]["description"] for key in keys)
    assert set(section_keys("network")) == set(study_schema()["properties"]["network"]["properties"])


RIGHT = [
    "[network]\nhidden = []",
    "[network]\nhidden = [64, { low = 2, high = 8 }]\nactivation = ['relu', 'tanh']",
    "[network]\nhidden = { layers = [1, 3], units = { choices = [8, 16] } }\nkeep_prob = { low = 0.5, high = 1 }",
    "[network]\nhidden = { layers = [0, 2], units = 8 }\nkeep_prob = [0.9, { low = 0.5, high = 1 }]",
    "[search]\nparent = 'digits'\nparent_told = 32",
    "[training]\nclip_norm = false\npatience = 3\nbatch_size = { low = 16, high = 64, scale = 'pow2' }",
    "[training]\nschedule = 'manual'\nlearning_rates = [[0, 0.1], [5, 0.01]]",
    "[training]\nbeta1 = { low = 0.9, high = 0.999, scale = '1-beta' }\nclip_norm = { choices = [false, 1.0] }",
    "[search]\ntime = '1.5h'\ntarget = 0.02\nobjective = 'f1'\nsampler = 'qmc'",
]
WRONG = [
    "[network]\nhidden = 64",
    "[network]\nhidden = { layers = 2 }",
    "[network]\nhiden = [64]",
    "[network]\nkeep_prob = 0",
    "[network]\nkeep_prob = { low = 0.5, high = 1.5 }",
    "[network]\nactivation = 'softplus'",
    "[training]\nepochs = { low = 1, high = 9 }",
    "[training]\nlearning_rate = { low = 0.1 }",
    "[training]\nlearning_rate = { low = 0.1, high = 1.0, scale = 'pow2' }",
    "[training]\nlearning_rate = { choices = [0.1] }",
    "[training]\nlearning_rate = { choices = [0.1, 0.2], low = 1 }",
    "[training]\nbatch_size = 1.5",
    "[training]\nl2 = true",
    "[search]\ntime = '10'",
    "[search]\ntrials = 0",
    "[search]\nparent = 'digits'\nparent_told = 0",
    "[search]\nobjective = 'accuracy'",
    "[serach]\ntrials = 8",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_parser_takes_is_valid(schema, text):
    whole = f'[data]\nsource = "digits"\n{text}\n'
    parse_study(whole, name="x")
    assert list(schema.iter_errors(tomllib.loads(whole))) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_the_schema_refuses_the_parser_refuses_too(schema, text):
    whole = f'[data]\nsource = "digits"\n{text}\n'
    assert list(schema.iter_errors(tomllib.loads(whole)))
    with pytest.raises(StudyFileError):
        parse_study(whole, name="x")


def test_a_file_without_data_is_not_valid(schema):
    assert not schema.is_valid({})
    assert not schema.is_valid({"data": {}})


def test_the_schema_is_plain_json():
    assert json.loads(schema_text()) == study_schema()


def test_docstrings_are_read_by_argument():
    words = documented(Hyperparameters)
    assert words["l2"] == "lambda of the L2 penalty."
    assert words["clip_norm"] == "greatest global gradient norm; `false` for no clipping."
