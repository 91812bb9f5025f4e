import json

import pytest

from nnsearch.core.errors import LedgerError
from nnsearch.core.paths import Workspace
from nnsearch.search.meta import read_meta

WHOLE = {
    "name": "s",
    "created": "2026-01-02T03:04:05+00:00",
    "file": "",
    "text": "",
    "metric": "error",
    "spec": {"search": {}},
    "data": {"name": "d", "task": "t", "fingerprint": "f"},
    "machine": {"blas": []},
}


@pytest.fixture
def paths(tmp_path):
    paths = Workspace(tmp_path).study("s")
    paths.folder.mkdir(parents=True)
    return paths


def test_a_whole_record_is_read(paths):
    paths.meta.write_text(json.dumps(WHOLE))
    assert read_meta(paths) == WHOLE


@pytest.mark.parametrize("content", ["", "{", "[]", "3", "{}", json.dumps({**WHOLE, "machine": None})])
def test_a_damaged_record_is_refused(paths, content):
    paths.meta.write_text(content)
    with pytest.raises(LedgerError, match=r"study\.json"):
        read_meta(paths)


def test_what_is_missing_is_named(paths):
    paths.meta.write_text(json.dumps({**WHOLE, "machine": {}}))
    with pytest.raises(LedgerError, match=r"must hold machine\.blas"):
        read_meta(paths)


@pytest.mark.parametrize(
    ("key", "value"),
    [("metric", "eror"), ("metric", None), ("metric", ["error"]), ("created", "yesterday"), ("created", 20260102)],
)
def test_a_metric_or_a_date_that_cannot_be_is_named_in_one_line(paths, key, value):
    paths.meta.write_text(json.dumps({**WHOLE, key: value}))
    with pytest.raises(LedgerError, match=rf"^[^\n]*: {key} must be [^\n]*, got [^\n]*; restore it[^\n]*$"):
        read_meta(paths)
