"""Study files that nnsearch writes name a schema, and it lies beside them."""

from __future__ import annotations

import tomllib

import pytest
from jsonschema import Draft4Validator

from nnsearch.api import place_schema
from nnsearch.search.study_schema import FILE_NAME, REFERENCE, schema_text, study_schema


@pytest.mark.parametrize("source", ["iris", "digits", "diabetes"])
def test_what_init_writes_names_the_schema_beside_it_and_is_valid_by_it(source, cli, workspace):
    assert cli("init", source, "--name", "mine").code == 0
    text = (workspace / "studies" / "mine.toml").read_text()
    assert text.splitlines()[0] == REFERENCE
    assert (workspace / "studies" / FILE_NAME).read_text() == schema_text()
    assert Draft4Validator(study_schema()).is_valid(tomllib.loads(text))


def test_an_older_schema_is_replaced_and_another_file_of_its_name_is_left_alone(tmp_path):
    file = tmp_path / FILE_NAME
    file.write_text('{"title": "nnsearch study file"}')
    place_schema(tmp_path)
    assert file.read_text() == schema_text()
    file.write_text("mine")
    place_schema(tmp_path)
    assert file.read_text() == "mine"


def test_a_file_for_pictures_says_how_to_vary_them_and_that_can_be_switched_on(cli, workspace):
    assert cli("init", "digits", "--name", "mine").code == 0
    file = workspace / "studies" / "mine.toml"
    lines = [
        line.removeprefix("# ") if line.startswith("# augment_") else line for line in file.read_text().splitlines()
    ]
    file.write_text("\n".join(lines))
    assert "augment_rotation" in cli("check", "mine").out
    assert "augment_" not in (cli("init", "iris", "--name", "flat").out + (file.parent / "flat.toml").read_text())
