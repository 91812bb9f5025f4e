"""Study files: whatever is in one, it is a study or refused in lines; the schema takes what the parser takes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from nnsearch.search.policies import describe_policy
from nnsearch.search.space import Space
from nnsearch.search.study_file import load_study
from nnsearch.search.study_schema import study_schema
from nnsearch.search.toml_text import to_toml
from tests.fuzz.fuzzing import examples, refused
from tests.fuzz.mutations import nearly

VALID = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "studies").glob("*.toml"))] + [
    b"[data]\nsource = 'a.csv'\ntarget = 'y'\ndrop = ['id']\nimage_size = [8, 8]\n"
    b"[search]\ntime = '10m'\ntarget = 0.1\n",
    b"[data]\nsource = 'digits'\n[network]\nhidden = [8, { low = 2, high = 9 }]\nkeep_prob = [0.5, 1.0]\n"
    b"[training]\nschedule = 'manual'\nlearning_rates = [[0, 0.1], [3, 0.01]]\nclip_norm = false\npatience = 3\n",
    b"[data]\nsource = 'moons'\n[training]\nbatch_size = { low = 16, high = 64, scale = 'pow2' }\n"
    b"beta1 = { low = 0.9, high = 0.999, scale = '1-beta' }\naugment_shift = { choices = [0, 1] }\n",
]
WORDS = [
    *(b"nan", b"inf", b"-inf", b"1e400", b"-1", b"0", b"1e-320", b"9" * 400, b"99999999999999999999", b"true", b"''"),
    *(b"{", b"}", b"[", b"]", b"[[", b"]]", b"=", b"\n", b"#", b"'", b'"""', b"\x00", b"\xff", b"\r", b"\\u0000", b"."),
    *(b" = 1979-05-27", b"low = ", b"high = ", b"choices = [", b"scale = ", b"[data]\n", b"[search]\n", b"source = "),
    *(b"{ low = 1, high = 2 }", b"{ choices = [1, 2] }", b"[" * 50, b"a.b.c = 1\n", b"\xe2\x80\xae", b"\x1b[31m"),
    *(b"0x10", b"1_0", b'"1-beta"', b'"log"', b"12:30:00", b"{}", b"[]", b"[[]]", b"1.5", b"'\xc3\xa4'", b"parent = "),
]
SCHEMA = Draft4Validator(study_schema())


def look(path: Path) -> bool:
    """Read a study file and everything that is worked out from it alone."""
    spec = load_study(path)
    json.dumps(spec.resolved(), allow_nan=False)
    space = Space(spec)
    for dimension in space.dimensions:
        dimension.true_distribution()
        dimension.internal_distribution()
    describe_policy(spec.search, spec.training.epochs)
    table = tomllib.loads(spec.text)
    assert tomllib.loads(to_toml(table)) == table
    assert SCHEMA.is_valid(table), [error.message for error in SCHEMA.iter_errors(table)]
    return True


@examples(2_000)
@given(content=nearly(VALID, WORDS))
def test_a_study_file_is_read_or_refused_in_lines(folder: Path, content: bytes) -> None:
    path = folder / "study.toml"
    path.write_bytes(content)
    refused(lambda: look(path))


@pytest.mark.parametrize("content", VALID)
def test_what_the_fuzzing_begins_with_is_valid(folder: Path, content: bytes) -> None:
    (folder / "study.toml").write_bytes(content)
    assert look(folder / "study.toml")
