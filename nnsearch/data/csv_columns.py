"""Columns of a CSV file, gathered block by block: numbers, or text by its distinct values.

Every cell arrives as text, and only what is plainly a decimal number becomes one: nothing is guessed, repaired or
merged. What is wrong is remembered with its line, so that the reader can name it.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nnsearch.core.types import IntArray

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
NUMBER_BYTES = b"0123456789+-.eE \t"
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?"})
NOTHING = frozenset({"NAType", "NaTType"})
"""Types of pandas' own missing values."""
INFINITE = frozenset(sign + word for sign in ("", "+", "-") for word in ("inf", "infinity"))
GREATEST = float(np.finfo(np.float32).max)
BOOLEANS = (("false", "true"), ("no", "yes"))
WHOLE = re.compile(r"[+-]?[0-9]{1,40}")
EXACT = 2.0**53
DATE = re.compile(r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}([T ].*)?|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}([T ].*)?")

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


def cell_text(cell: object) -> str:
    """Write a typed cell as a text table would have it: nothing for a missing one, whole floats without a point.

    >>> cell_text(2.0), cell_text(None), cell_text(True)
    ('2', '', 'True')
    """
    # By name, as pandas is not imported for it; comparing pandas' NA with anything gives NA.
    if cell is None or type(cell).__name__ in NOTHING or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def is_date(text: str) -> bool:
    """Whether text looks like a date, in whatever order.

    >>> is_date("2024-01-31"), is_date("31.1.2024 12:00"), is_date("1.5")
    (True, True, False)
    """
    return DATE.fullmatch(text) is not None


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
    """A feature column that must hold numbers, or else nothing but the two words of a boolean.

    Args:
        name: the column's name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.missing = 0
        self.first_missing: Cell | None = None
        self.first_text: Cell | None = None
        self.first_infinite: Cell | None = None
        self.first_inexact: Cell | None = None
        self.words: tuple[str, str] | None = None
        self._first_word: Cell | None = None
        self._numbers = 0
        self._blocks: list[NDArray[np.float64]] = []

    @property
    def is_boolean(self) -> bool:
        """Whether the column holds the words of a boolean and no number."""
        return self.words is not None and not self._numbers

    @property
    def first_word(self) -> Cell | None:
        """The first cell that held a word of a boolean, if one did."""
        return self._first_word

    @property
    def is_empty(self) -> bool:
        """Whether every cell is missing."""
        return self.words is None and not self._numbers

    def extend(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Add cells; ``lines`` are their lines in the file, for messages."""
        block = _parse_block(cells)
        if block is None:
            block = self._parse_slowly(cells, lines)
        else:
            self._numbers += len(block)
        if self.first_inexact is None and bool(np.any(np.abs(block) >= EXACT)):
            self._note_inexact(cells, lines)
        self._blocks.append(block)

    def extend_numbers(self, numbers: NDArray[np.float64], first: int, *, whole: bool) -> None:
        """Add numbers that need no parsing.

        Args:
            numbers: ``(m,)``, NaN where one is missing.
            first: the row that the first one stands in, for messages.
            whole: whether they were whole numbers of 64 bits, some of which a float cannot tell apart.
        """
        gone = np.isnan(numbers)
        size = np.where(gone, 0, np.abs(numbers))
        self.missing += int(gone.sum())
        self._numbers += int(numbers.size - gone.sum())

        def cell(bad: NDArray[np.bool_]) -> Cell | None:
            index = int(bad.argmax()) if bad.any() else None
            return None if index is None else (first + index, str(numbers[index]))

        self.first_missing = self.first_missing or cell(gone)
        self.first_infinite = self.first_infinite or cell(size > GREATEST)
        self.first_inexact = self.first_inexact or (cell(size >= EXACT) if whole else None)
        self._blocks.append(numbers)

    def values(self) -> NDArray[np.float64]:
        """Return the column ``(m,)``, NaN where a value is missing; meaningful only if nothing wrong was met."""
        return np.concatenate([np.zeros(0), *self._blocks])

    def take(self) -> NDArray[np.float64]:
        """Return what has been added since the last call ``(m,)`` and let go of it."""
        taken = self.values()
        self._blocks.clear()
        return taken

    def not_number(self) -> Cell | None:
        """Return the first cell that is neither a number nor missing, if there is one."""
        return min((cell for cell in (self.first_text, self._first_word) if cell is not None), default=None)

    def text_found(self) -> Cell | None:
        """Return the first cell that fits neither numbers nor one boolean, if there is one."""
        mixed = self._first_word if self._numbers else None
        return min((cell for cell in (self.first_text, mixed) if cell is not None), default=None)

    def _parse_slowly(self, cells: Sequence[str], lines: Sequence[int]) -> NDArray[np.float64]:
        block = np.full(len(cells), np.nan)
        for index, (line, cell) in enumerate(zip(lines, cells, strict=True)):
            text = cell.strip()
            number = parse_number(text)
            if number is not None or text.casefold() in INFINITE:
                self._numbers += 1
                if number is None or abs(number) > GREATEST:
                    self.first_infinite = self.first_infinite or (line, text)
                else:
                    block[index] = number
            elif is_missing(text):
                self.missing += 1
                self.first_missing = self.first_missing or (line, text)
            else:
                block[index] = self._parse_word(line, text)
        return block

    def _parse_word(self, line: int, text: str) -> float:
        folded = text.casefold()
        pair = next((pair for pair in BOOLEANS if folded in pair), None)
        if pair is None or self.words not in (None, pair):
            self.first_text = self.first_text or (line, text)
            return np.nan
        self.words = pair
        self._first_word = self._first_word or (line, text)
        return float(pair.index(folded))

    def _note_inexact(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        for line, cell in zip(lines, cells, strict=True):
            text = cell.strip()
            if WHOLE.fullmatch(text) and abs(int(text)) > EXACT:
                self.first_inexact = (line, text)
                return


class UnreadColumn:
    """A column that is not used: its cells are let go.

    Args:
        name: the column's name.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def extend(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Let cells go."""

    def take(self) -> NDArray[np.float64]:
        """Return nothing."""
        return np.zeros(0)


class TextColumn:
    """A column read as text, kept as its distinct values (levels) and one code per row.

    Args:
        name: the column's name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.missing = 0
        self.first_missing: Cell | None = None
        self._codes: list[IntArray] = []
        self._code_of: dict[str, int] = {}
        self._first_lines = array("q")

    def extend(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Add cells, white space around them removed; ``lines`` are their lines in the file."""
        codes = np.empty(len(cells), np.int64)
        for index, (line, cell) in enumerate(zip(lines, cells, strict=True)):
            text = cell.strip()
            code = self._code_of.setdefault(text, len(self._code_of))
            if code == len(self._first_lines):
                self._first_lines.append(line)
            codes[index] = code
            if not text:
                self.missing += 1
                self.first_missing = self.first_missing or (line, text)
        self._codes.append(codes)

    @property
    def levels(self) -> list[str]:
        """Distinct values in order of appearance."""
        return list(self._code_of)

    def codes(self) -> IntArray:
        """Return the index of each row's level ``(m,)`` int64."""
        return np.concatenate([np.zeros(0, np.int64), *self._codes])

    def take(self) -> NDArray[np.float64]:
        """Return the indices added since the last call ``(m,)``, as numbers, and let go of them."""
        taken = self.codes().astype(np.float64)
        self._codes.clear()
        return taken

    def first_line(self, level: str) -> int:
        """Return the line on which a level first stands."""
        return self._first_lines[self._code_of[level]]

    def sorted_levels(self) -> tuple[list[str], IntArray]:
        """Return the levels in natural order, and each row's index among them ``(m,)`` int64."""
        ordered = natural_order(self.levels)
        return ordered, self.codes_among(ordered)

    def joined(self, other: TextColumn) -> TextColumn:
        """Return a new column with this one's cells and then another's."""
        both = TextColumn(self.name)
        for column in (self, other):
            for level, code in column._code_of.items():
                if both._code_of.setdefault(level, len(both._code_of)) == len(both._first_lines):
                    both._first_lines.append(column._first_lines[code])
            codes = np.asarray([both._code_of[level] for level in column.levels], np.int64)
            both._codes.append(codes[column.codes()])
            both.missing += column.missing
            both.first_missing = both.first_missing or column.first_missing
        return both

    def codes_among(self, levels: Sequence[str]) -> IntArray:
        """Return each row's index among given levels ``(m,)`` int64; -1 for a level that is not there."""
        return self.ranks_among(levels)[self.codes()]

    def ranks_among(self, levels: Sequence[str]) -> IntArray:
        """Return the index among given levels of each of this column's, -1 for one that is not there."""
        rank = {level: index for index, level in enumerate(levels)}
        return np.asarray([rank.get(level, -1) for level in self.levels], dtype=np.int64)


def _parse_block(cells: Sequence[str]) -> NDArray[np.float64] | None:
    # float() also takes "nan", "1_000" and foreign digits: what is left after deleting a number's bytes rules them out.
    if "".join(cells).encode().translate(None, NUMBER_BYTES):
        return None
    try:
        block = np.fromiter(map(float, cells), dtype=np.float64, count=len(cells))
    except ValueError:
        return None
    return block if bool(np.all(np.abs(block) <= GREATEST)) else None
