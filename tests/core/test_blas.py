import json
import os
import sys

import pytest

from nnsearch.core.blas import KERNEL_VARIABLE, keep_kernel, recorded_kernel


@pytest.fixture
def meta(tmp_path, monkeypatch):
    """A study that began with Zen kernels, in a process that has not imported NumPy."""
    monkeypatch.delenv(KERNEL_VARIABLE, raising=False)
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    path = tmp_path / "study.json"
    path.write_text(json.dumps({"machine": {"blas": ["openblas 0.3.31 Zen"]}}))
    yield path
    os.environ.pop(KERNEL_VARIABLE, None)


def test_a_started_study_keeps_its_kernel(meta):
    assert keep_kernel(meta) == "Zen"
    assert os.environ[KERNEL_VARIABLE] == "Zen"


def test_a_new_study_leaves_the_choice_to_openblas(meta):
    assert keep_kernel(meta.with_name("none.json")) is None
    assert KERNEL_VARIABLE not in os.environ


@pytest.mark.parametrize("content", ["{", "[]", '{"machine": 3}'])
def test_a_damaged_record_is_left_to_whoever_opens_it(meta, content):
    meta.write_text(content)
    assert keep_kernel(meta) is None


def test_the_users_own_choice_stands(meta, monkeypatch):
    monkeypatch.setenv(KERNEL_VARIABLE, "Haswell")
    assert keep_kernel(meta) is None


def test_nothing_can_be_said_after_numpy(meta, monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", object())
    assert keep_kernel(meta) is None


def test_libraries_that_disagree_or_have_no_kernel_give_none():
    assert recorded_kernel(["mkl 2024.1"]) is None
    assert recorded_kernel(["openblas 0.3.30 Zen", "openblas 0.3.31 Haswell"]) is None
