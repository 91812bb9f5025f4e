"""What a checkpoint file holds: the rows of live trials, population by population."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.errors import LedgerError
from nnsearch.search.cohort import LiveTrial
from nnsearch.training.state import PopulationState

Arrays = dict[str, NDArray[Any]]


def pack_states(trials: Iterable[LiveTrial]) -> tuple[Arrays, list[int]]:
    """Gather the states of trials.

    Args:
        trials: in any order; those without a state are passed over.

    Returns:
        The file's arrays, named ``<population>/<array>``, and the numbers of the trials in them; both may be empty.
    """
    populations: dict[int, tuple[PopulationState, list[tuple[int, int]]]] = {}
    for trial in trials:
        if trial.state is not None:
            state, row = trial.state
            populations.setdefault(id(state), (state, []))[1].append((trial.number, row))
    arrays: Arrays = {}
    numbers: list[int] = []
    for index, (state, rows) in enumerate(populations.values()):
        part = state.take([row for _, row in rows])
        own = [number for number, _ in rows]
        arrays |= {f"{index}/{name}": array for name, array in part.to_arrays().items()}
        arrays[f"{index}/trials"] = np.array(own)
        numbers += own
    return arrays, numbers


def unpack_states(arrays: Mapping[str, NDArray[Any]]) -> Iterator[tuple[int, PopulationState, int]]:
    """Read what :func:`pack_states` gathered.

    Args:
        arrays: the file's.

    Yields:
        Each trial's number, its population's state and its row there.

    Raises:
        LedgerError: if an array is missing.
    """
    for index in sorted({key.split("/")[0] for key in arrays}):
        part = {key.split("/")[1]: array for key, array in arrays.items() if key.split("/")[0] == index}
        state = PopulationState.from_arrays(part)
        if "trials" not in part:
            raise LedgerError("a checkpoint lacks the array 'trials'")
        numbers = [int(number) for number in part["trials"]]
        for row, number in enumerate(numbers):
            yield number, state, row
