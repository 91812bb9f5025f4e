"""Columns of a CSV file, gathered block by block: numbers, or text by its distinct values.

Every cell arrives as text, and only what is plainly a decimal number becomes one: nothing is guessed, repaired or
merged. What is wrong is remembered with its line, so that the reader can name it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import IntArray

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
NUMBER_BYTES = b"0123456789+-.eE \t"
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?"})
INFINITE = frozenset(sign + word for sign in ("", "+", "-") for word in ("inf", "infinity"))
GREATEST = float(np.finfo(np.float32).max)

Cell = tuple[int, str]
"""A cell's line in the file, counted from 1, and its text."""


def parse_number(text: str) -> float | None:
    """Read a decimal number, or ``None`` if the text is anything else.

    >>> parse_number("1e-3"), parse_number("1_000"), parse_number("0x10")
    (0.001, None, None)
    """
    return float(text) if NUMBER.fullmatch(text) else None


def is_missing(text: str) -> bool:
    """Whether a cell among numbers stands for no value.

    >>> is_missing("NA"), is_missing("0")
    (True, False)
    """
    return text.casefold() in MISSING


def label_key(label: str) -> tuple[float, str]:
    """Sort key of labels that are all numbers: by value, equal values by their text."""
    return float(label), label


def natural_order(labels: Sequence[str]) -> list[str]:
    """Sort labels: by value if all are numbers, else as text.

    >>> natural_order(["10", "9", "1"]), natural_order(["10", "9", "b"])
    (['1', '9', '10'], ['10', '9', 'b'])
    """
    numeric = all(NUMBER.fullmatch(label) for label in labels)
    return sorted(labels, key=label_key) if numeric else sorted(labels)


class NumberColumn:
    """A feature column that must hold numbers.

    Args:
        name: the column's name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.missing = 0
        self.first_missing: Cell | None = None
        self.first_text: Cell | None = None
        self.first_infinite: Cell | None = None
        self._blocks: list[NDArray[np.float64]] = []

    def extend(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Add cells; ``lines`` are their lines in the file, for messages."""
        block = _parse_block(cells)
        if block is None:
            self._note_problems(cells, lines)
        else:
            self._blocks.append(block)

    def values(self) -> NDArray[np.float64]:
        """Return the column ``(m,)``; meaningful only if nothing wrong was met."""
        return np.concatenate(self._blocks)

    def _note_problems(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        for line, cell in zip(lines, cells, strict=True):
            text = cell.strip()
            number = parse_number(text)
            if number is not None:
                infinite = abs(number) > GREATEST
            elif is_missing(text):
                self.missing += 1
                self.first_missing = self.first_missing or (line, text)
                continue
            else:
                infinite = text.casefold() in INFINITE
                if not infinite:
                    self.first_text = self.first_text or (line, text)
            if infinite:
                self.first_infinite = self.first_infinite or (line, text)


class TextColumn:
    """A column read as text, kept as its distinct values (levels) and one code per row.

    Args:
        name: the column's name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.missing = 0
        self.first_missing: Cell | None = None
        self._codes: list[int] = []
        self._code_of: dict[str, int] = {}
        self._first_lines: list[int] = []

    def extend(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Add cells, white space around them removed; ``lines`` are their lines in the file."""
        for line, cell in zip(lines, cells, strict=True):
            text = cell.strip()
            code = self._code_of.setdefault(text, len(self._code_of))
            if code == len(self._first_lines):
                self._first_lines.append(line)
            self._codes.append(code)
            if not text:
                self.missing += 1
                self.first_missing = self.first_missing or (line, text)

    @property
    def levels(self) -> list[str]:
        """Distinct values in order of appearance."""
        return list(self._code_of)

    def codes(self) -> IntArray:
        """Return the index of each row's level ``(m,)`` int64."""
        return np.asarray(self._codes, dtype=np.int64)

    def first_line(self, level: str) -> int:
        """Return the line on which a level first stands."""
        return self._first_lines[self._code_of[level]]

    def sorted_levels(self) -> tuple[list[str], IntArray]:
        """Return the levels in natural order, and each row's index among them ``(m,)`` int64."""
        ordered = natural_order(self.levels)
        rank = {level: index for index, level in enumerate(ordered)}
        ranks = np.asarray([rank[level] for level in self.levels], dtype=np.int64)
        return ordered, ranks[self.codes()]


def _parse_block(cells: Sequence[str]) -> NDArray[np.float64] | None:
    # float() also takes "nan", "1_000" and foreign digits: what is left after deleting a number's bytes rules them out.
    if "".join(cells).encode().translate(None, NUMBER_BYTES):
        return None
    try:
        block = np.fromiter(map(float, cells), dtype=np.float64, count=len(cells))
    except ValueError:
        return None
    return block if bool(np.all(np.abs(block) <= GREATEST)) else None
