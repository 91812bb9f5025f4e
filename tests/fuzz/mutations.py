"""Bytes that are nearly right: valid files with a few edits, and now and then anything at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

PLACES = st.sampled_from(range(1000)).map(lambda number: number / 999)  # st.floats is mostly at the ends
KINDS = ("insert", "replace", "delete", "repeat", "cut", "flip")
CELL = re.compile(rb"[^,;\t\r\n]+")
TABLE_KINDS = (*KINDS, *["cell"] * 12)
"""For tables: a whole cell is replaced more often than anything else, so that rows keep their length."""


def nearly(valid: Sequence[bytes], words: Sequence[bytes], kinds: Sequence[str] = KINDS) -> st.SearchStrategy[bytes]:
    """Return a strategy for files.

    Args:
        valid: files to begin with.
        words: what tends to hurt where it is inserted.
        kinds: of edits.
    """
    return st.sampled_from(list(valid)).flatmap(lambda content: variants(content, words, kinds))


def variants(content: bytes, words: Sequence[bytes], kinds: Sequence[str] = KINDS) -> st.SearchStrategy[bytes]:
    """Return a strategy for one file: mostly one or two edits, after which much is still read.

    Args:
        content: a valid file.
        words: what tends to hurt where it is inserted.
        kinds: of edits.
    """
    given, anything = st.sampled_from(list(words)), st.binary(max_size=6)
    word = st.sampled_from(range(6)).flatmap(lambda number: given if number else anything)
    edit = st.tuples(st.sampled_from(kinds), PLACES, PLACES, word)
    few, many = (st.builds(_edit, st.just(content), st.lists(edit, min_size=1, max_size=most)) for most in (2, 5))
    joined = st.lists(word, max_size=30).map(b"".join)
    weighted = [*[few] * 7, *[many] * 3, joined, st.binary(max_size=200)]  # one_of would count equal ones once
    return st.sampled_from(range(len(weighted))).flatmap(weighted.__getitem__)


def _edit(content: bytes, edits: Sequence[tuple[str, float, float, bytes]]) -> bytes:
    for kind, place, extent, word in edits:
        start = int(place * len(content))
        stop = min(len(content), start + 1 + int(extent**3 * 40))
        if kind == "insert":
            content = content[:start] + word + content[start:]
        elif kind == "replace":
            content = content[:start] + word + content[stop:]
        elif kind == "delete":
            content = content[:start] + content[stop:]
        elif kind == "repeat":
            content = content[:stop] + content[start:stop] * (1 + int(extent * 20)) + content[stop:]
        elif kind == "cell":
            cells = list(CELL.finditer(content))
            if cells:
                cell = cells[int(place * (len(cells) - 1))]
                content = content[: cell.start()] + word + content[cell.end() :]
        elif kind == "cut":
            content = content[:start]
        elif start < len(content):
            content = content[:start] + bytes([content[start] ^ (1 << int(extent * 7))]) + content[start + 1 :]
    return content
