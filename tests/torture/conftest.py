"""One nursery for all torture tests, and an empty tally for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture
def stage(nursery: Nursery, tmp_path: Path, tally: Tally) -> Stage:
    """Return a stage of studies of two cohorts."""
    return Stage(nursery, tmp_path / "stage", Setting(trials=16), tally)


@pytest.fixture
def short(nursery: Nursery, tmp_path: Path, tally: Tally) -> Stage:
    """Return a stage of studies of two cohorts at once, with a commit after every epoch."""
    return Stage(nursery, tmp_path / "short", Setting(trials=16, short=True, in_flight=2), tally)
