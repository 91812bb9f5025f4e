"""Random generators derived from named places, never from a global state.

A generator is a pure function of (seed, purpose, numbers): what is drawn for one purpose never moves what is drawn
for another, and nothing has to be stored to go on after an interruption.
"""

from __future__ import annotations

import zlib

import numpy as np


def seed_sequence(seed: int, purpose: str, *numbers: int) -> np.random.SeedSequence:
    """Derive an independent seed sequence.

    Args:
        seed: the study's (or estimator's) seed, >= 0.
        purpose: a word such as ``"shuffle"``.
        numbers: where it is used, such as the epoch; each >= 0.

    Returns:
        A sequence that is the same on every machine for the same arguments.
    """
    return np.random.SeedSequence([seed, zlib.crc32(purpose.encode()), *numbers])


def derived_seed(seed: int, purpose: str, *numbers: int) -> int:
    """Derive a seed in [0, 2^32), for whoever takes a number; arguments as of :func:`seed_sequence`."""
    return int(seed_sequence(seed, purpose, *numbers).generate_state(1)[0])


def generator(seed: int, purpose: str, *numbers: int) -> np.random.Generator:
    """Make a generator for one purpose at one place (SFC64: the fastest bit generator NumPy ships)."""
    return np.random.Generator(np.random.SFC64(seed_sequence(seed, purpose, *numbers)))
