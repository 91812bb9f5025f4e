"""A small study that is real in everything but its size, and its fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnsearch.core.atomic_files import read_arrays
from nnsearch.core.paths import StudyPaths, Workspace
from nnsearch.search.records import JournalReader, read_curves
from nnsearch.search.study_file import StudySpec, parse_study

TINY = """
[data]
source = "moons"
samples = 300
[network]
hidden = { layers = { low = 1, high = 2 }, units = { low = 3, high = 12 } }
keep_prob = { low = 0.6, high = 1.0 }
[training]
epochs = 9
batch_size = { choices = [16, 64] }
learning_rate = { low = 1e-3, high = 1e-1 }
beta1 = { low = 0.8, high = 0.99 }
l2 = { low = 1e-4, high = 1e-1 }
[search]
trials = 24
cohort = 8
group = 4
keep = 3
"""


@pytest.fixture
def tiny_text() -> str:
    """The study file's text."""
    return TINY


@pytest.fixture
def content() -> Callable[..., dict[str, Any]]:
    """Return the function that reads everything a study is."""
    return _content


@pytest.fixture
def make_study(tmp_path: Path):
    """Return a function that lays a study file into a new workspace."""

    def make(place: str = "a", text: str = TINY) -> tuple[StudyPaths, StudySpec]:
        paths = Workspace(tmp_path / place).study("tiny")
        paths.file.parent.mkdir(parents=True, exist_ok=True)
        paths.file.write_text(text)
        return paths, parse_study(text, file=str(paths.file), name="tiny")

    return make


def _content(paths: StudyPaths, upto: int | None = None) -> dict[str, Any]:
    """Everything a study is, without clock times, in comparable form: floats exactly, weights as bytes."""
    journal = JournalReader(paths.journal)
    journal.poll()
    trials = [(t.number, t.state, t.value, t.params, t.user_attrs, t.intermediate) for t in journal.trials[:upto]]
    curves: dict[int, dict[str, list[str]]] = {}
    for segment in read_curves(paths.curves):
        if upto is None or segment.trial < upto:
            own = curves.setdefault(segment.trial, {})
            for name, values in segment.curves.items():
                own.setdefault(name, []).extend(map(repr, values))
    best = {}
    if upto is None:
        for number, name in journal.progress["best_files"].items():
            arrays = read_arrays(paths.best / name)
            best[number] = {key: (array.shape, array.tobytes()) for key, array in arrays.items()}
    return {"trials": trials, "curves": curves, "best": best}
