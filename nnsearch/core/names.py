"""Names: which are allowed where they become paths, and which valid one a misspelt one meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from nnsearch.core.errors import StudyNameError

MOST_LISTED = 30
"""Names, the nearest ones, that an error line lists ..."""
MOST_BESIDE_A_GUESS = 6
"""... and where it says which one was probably meant."""
LONGEST = 40
"""Letters of a name in an error line."""
STUDY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


def validate_study_name(name: str) -> str:
    """Return ``name`` if it may become a folder's name.

    Args:
        name: 1 to 64 letters, digits, ``_``, ``.`` or ``-``, starting with a letter or a digit; not ending in
            ``.toml``.

    Returns:
        The same name.

    Raises:
        StudyNameError: if the name is not allowed.

    >>> validate_study_name("digits-2")
    'digits-2'
    """
    if not STUDY_NAME.fullmatch(name):
        raise StudyNameError(
            "a study name must be 1 to 64 letters, digits, '_', '.' or '-', starting with a letter or digit, "
            f"got {name!r}"
        )
    if name.endswith(".toml"):
        raise StudyNameError(f"a study name must not end in .toml, as its file does, got {name!r}: leave that out")
    return name


def nearest(name: str, valid: Iterable[str]) -> list[str]:
    """Order the valid names by likeness to ``name``, the most alike first.

    >>> nearest("lerning_rate", ["epochs", "learning_rate", "l2"])[0]
    'learning_rate'
    """
    return sorted(valid, key=lambda candidate: (-difflib.SequenceMatcher(None, name, candidate).ratio(), candidate))


def meant(name: str, valid: Iterable[str], *, least: float = 0.65) -> str | None:
    """Return the valid name that was probably meant; None if none is alike.

    Args:
        name: the misspelt one.
        valid: the names there are.
        least: likeness that counts, 0 to 1 (``difflib``'s ratio).

    >>> meant("lerning_rate", ["epochs", "learning_rate"]), meant("lerning_rate", ["epochs"])
    ('learning_rate', None)
    """
    close = difflib.get_close_matches(name, list(valid), n=1, cutoff=least)
    return close[0] if close else None


def did_you_mean(name: str, valid: Iterable[str]) -> str:
    """Say which valid names there are, the nearest first: the end of an error line.

    >>> did_you_mean("admm", ["sgd", "adam"])
    "did you mean 'adam'? (valid: adam, sgd)"
    """
    ordered = nearest(name, valid)
    if not ordered:
        return "there are no valid names"
    close = meant(name, ordered)
    hint = f"did you mean {_shown(close)!r}? " if close else ""
    most = MOST_BESIDE_A_GUESS if close else MOST_LISTED
    more = f" and {len(ordered) - most:,} more" if len(ordered) > most else ""
    listed = f"valid: {', '.join(map(_shown, ordered[:most]))}{more}"
    return f"{hint}({listed})" if hint else listed


def printable(text: object) -> str:
    r"""Write text that may come from a file, such as a library's own message, so that it stays on one line.

    >>> printable("a\nb")
    'a\\nb'
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in str(text))


def _shown(name: str) -> str:
    plain = printable(name)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 3]}..."
