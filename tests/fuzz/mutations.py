"""Bytes that are nearly right: valid files with a few edits, and now and then anything at all."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

PLACES = st.floats(0, 1)
KINDS = st.sampled_from(["insert", "replace", "delete", "repeat", "cut", "flip"])


def nearly(valid: Sequence[bytes], words: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return a strategy for files.

    Args:
        valid: files to begin with.
        words: what tends to hurt where it is inserted.
    """
    word = st.one_of(st.sampled_from(list(words)), st.binary(max_size=6))
    edit = st.tuples(KINDS, PLACES, PLACES, word)
    edited = st.builds(_edit, st.sampled_from(list(valid)), st.lists(edit, min_size=1, max_size=5))
    joined = st.lists(word, max_size=30).map(b"".join)
    return st.one_of(edited, edited, edited, edited, joined, st.binary(max_size=200))


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
        elif kind == "cut":
            content = content[:start]
        elif start < len(content):
            content = content[:start] + bytes([content[start] ^ (1 << int(extent * 7))]) + content[start + 1 :]
    return content
