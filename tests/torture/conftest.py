"""One nursery for all torture tests, and an empty tally for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.torture.harness import Nursery
from tests.torture.stage import Setting, Stage, Tally


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Return where launches start."""
    with Nursery(tmp_path_factory.mktemp("nursery")) as nursery:
        yield nursery


@pytest.fixture
def tally() -> Tally:
    """Return an empty tally."""
    return Tally()


@pytest.fixture(scope="session")
def stages(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Stage]:
    """Return the stages of :func:`short` and :func:`stage`, whose references run once."""
    place = tmp_path_factory.mktemp("stages")
    return {
        False: Stage(nursery, place / "stage", Setting(trials=16), Tally()),
        True: Stage(nursery, place / "short", Setting(trials=16, short=True, in_flight=2, patience="2"), Tally()),
    }


@pytest.fixture
def stage(stages: dict[bool, Stage], tally: Tally) -> Stage:
    """Return a stage of studies of two cohorts."""
    stages[False].tally = tally
    return stages[False]


@pytest.fixture
def short(stages: dict[bool, Stage], tally: Tally) -> Stage:
    """Return a stage of studies of two cohorts at once, with early stopping and a commit after every epoch."""
    stages[True].tally = tally
    return stages[True]
