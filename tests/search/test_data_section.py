"""The ``[data]`` section's keys for anyone's data."""

import json

import pytest

from nnsearch.core.errors import StudyFileError
from nnsearch.search.study_file import parse_study


def parse(section):
    return parse_study(f"[data]\n{section}\n", file="x.toml", name="x")


def test_every_key_reaches_the_data_spec():
    spec = parse(
        'source = "a.csv"\ntarget = "y"\ndelimiter = ";"\nencoding = "latin-1"\nmissing = "median"\ndrop = ["id"]\n'
        'group = "g"\ntest_source = "b.csv"\n'
    ).data
    assert (spec.delimiter, spec.encoding, spec.missing, spec.drop) == (";", "latin-1", "median", ("id",))
    assert (spec.group, spec.time, spec.split, spec.test_source) == ("g", None, None, "b.csv")


def test_pictures_have_a_size_and_a_color():
    spec = parse('source = "pictures/"\nimage_size = [28, 30]\ncolor = "rgb"').data
    assert (spec.image_size, spec.color) == ((28, 30), "rgb")


@pytest.mark.parametrize("source", ["a.csv", "a.tsv.gz", "b.parquet", "c.npz", "folder/", "../d/e"])
def test_a_path_is_known_by_its_ending_or_a_slash(source):
    assert parse(f'source = "{source}"').data.source == source


def test_the_resolved_section_survives_json():
    resolved = parse('source = "p/"\nimage_size = [2, 3]\ndrop = ["a"]').resolved()["data"]
    assert json.loads(json.dumps(resolved)) == resolved


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('delimiter = "ab"', 'delimiter must be one character such as ";"'),
        ('missing = "mean"', 'missing "mean" is unknown: did you mean'),
        ("image_size = [32]", "image_size must be height and width in [1, 4096], such as [32, 32], got [32]"),
        ("image_size = [0, 3]", "image_size must be height and width in [1, 4096]"),
        ('color = "gray"', "color \"gray\" is unknown: did you mean 'grey'?"),
        ('drop = "id"', 'drop must be a list of column names such as ["id"], got "id"'),
    ],
)
def test_a_wrong_value_is_one_line(line, message):
    with pytest.raises(StudyFileError) as caught:
        parse(f'source = "a.csv"\n{line}')
    (problem,) = caught.value.problems
    assert message in problem
